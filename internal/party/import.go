package party

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/lang"
)

// BatchMost bounds the rows of one import act, so that one import never keeps
// the other writers waiting.
const BatchMost = 200

// The kinds of imports.
const (
	ImportOfCustomers = "customers"
	ImportOfUnits     = "units"
)

// ImportHead names the batch of an import. Each batch is an act of its own;
// its idempotency key is made of ImportID and Batch, so that a batch sent
// twice is taken once.
type ImportHead struct {
	ImportID  string `json:"import_id" minLength:"8" maxLength:"60" doc:"Names the import; the same for all its batches"`
	Batch     int64  `json:"batch" minimum:"0" doc:"Place of the batch, from 0"`
	FileName  string `json:"file_name,omitempty" maxLength:"200"`
	RowsTotal int64  `json:"rows_total,omitempty" minimum:"0" doc:"Rows of the whole import"`
}

// RefusedRow says why a row was not taken.
type RefusedRow struct {
	Row    int64       `json:"row" doc:"Row of the file, from 1"`
	Errors []RowReason `json:"errors"`
}

// RowReason is one thing wrong with a row, in the language of who imports.
type RowReason struct {
	Field string `json:"field"`
	Code  string `json:"code"`
	Text  string `json:"text"`
}

// ImportAnswer says what became of a batch.
type ImportAnswer struct {
	ImportID string       `json:"import_id"`
	Batch    int64        `json:"batch"`
	Created  int64        `json:"created"`
	Matched  int64        `json:"matched" doc:"Rows of records that were there already"`
	Refused  []RefusedRow `json:"refused"`
}

func (h ImportHead) check(rows int) error {
	var wrong fault.Fields
	wrong.Add(h.ImportID == "", "import_id", "fault.required")
	wrong.Add(rows == 0, "rows", "fault.required")
	wrong.Add(rows > BatchMost, "rows", "party.too_many_rows", "max", BatchMost)
	return wrong.Err()
}

func importSubject(id string) act.Subject { return act.Subject{Kind: "party_import", ID: id} }

// open says the import's line, and refuses an import that was undone or that
// is of another kind.
func (h ImportHead) open(ctx context.Context, tx *act.Tx, kind string, facts fault.Args) (*act.Said, error) {
	was, found, err := importOf(ctx, tx, h.ImportID)
	switch {
	case err != nil:
		return nil, err
	case found && was.Kind != kind:
		return nil, fault.Invalid(fault.Wrong("import_id", "party.import_other_kind"))
	case found && was.undoneAt != 0:
		return nil, fault.Against("", "party.import_undone")
	}
	facts["batch"] = h.Batch + 1
	return tx.Say(act.Line{Subject: importSubject(h.ImportID), Version: was.Version + 1, Say: "journal.party.import_batch",
		Facts: facts, New: !found}), nil
}

// close counts the batch in the import's row and fills the line's figures.
func (h ImportHead) close(ctx context.Context, tx *act.Tx, said *act.Said, kind string, facts fault.Args, answer ImportAnswer) error {
	facts["created"], facts["matched"], facts["refused"] = answer.Created, answer.Matched, len(answer.Refused)
	done := answer.Created + answer.Matched + int64(len(answer.Refused))
	_, err := tx.Write(ctx, said, `
		INSERT INTO party_import (id, version, kind, file_name, rows_total, rows_done, created, matched, refused, undone, kept, started_by, started_at)
		VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)
		ON CONFLICT (id) DO UPDATE SET version = party_import.version + 1, rows_done = party_import.rows_done + excluded.rows_done,
			created = party_import.created + excluded.created, matched = party_import.matched + excluded.matched,
			refused = party_import.refused + excluded.refused`,
		h.ImportID, kind, h.FileName, h.RowsTotal, done, answer.Created, answer.Matched, len(answer.Refused),
		tx.Actor().ID, act.Millis(tx.Now()))
	return err
}

// importRow is a party_import as the acts need it.
type importRow struct {
	Version  int64
	Kind     string
	undoneAt int64
}

func importOf(ctx context.Context, tx *act.Tx, id string) (r importRow, found bool, err error) {
	found, err = tx.One(ctx, []any{&r.Version, &r.Kind, &r.undoneAt},
		"SELECT i.version, i.kind, COALESCE(i.undone_at, 0) FROM party_import i WHERE i.id = ?", id)
	return r, found, err
}

// listedRow is a row of a list that can be taken in.
type listedRow interface {
	// place is the row of the file, from 1.
	place() int64
	// take enters what the row tells; created is false when it was known already.
	take(ctx context.Context, tx *act.Tx, importID string) (created bool, err error)
}

// takeRows takes the rows of a batch one by one; a refused row is reported and
// does not hinder the others.
func takeRows[Row listedRow](ctx context.Context, tx *act.Tx, h ImportHead, kind string, rows []Row) (ImportAnswer, error) {
	answer := ImportAnswer{ImportID: h.ImportID, Batch: h.Batch, Refused: []RefusedRow{}}
	if err := h.check(len(rows)); err != nil {
		return answer, err
	}
	facts := fault.Args{}
	said, err := h.open(ctx, tx, kind, facts)
	if err != nil {
		return answer, err
	}
	for _, row := range rows {
		created, err := row.take(ctx, tx, h.ImportID)
		switch {
		case err != nil:
			refused, err := refuseRow(tx, row.place(), err)
			if err != nil {
				return answer, err
			}
			answer.Refused = append(answer.Refused, refused)
		case created:
			answer.Created++
		default:
			answer.Matched++
		}
	}
	return answer, h.close(ctx, tx, said, kind, facts, answer)
}

// refuseRow turns the refusal of one row into its reasons; any other error
// ends the act.
func refuseRow(tx *act.Tx, row int64, err error) (RefusedRow, error) {
	f, ok := fault.As(err)
	if !ok || f.Kind != fault.KindInvalid && f.Kind != fault.KindAgainst {
		return RefusedRow{}, err
	}
	refused, language := RefusedRow{Row: row}, lang.Of(tx.Actor().Language)
	for _, wrong := range f.Fields {
		refused.Errors = append(refused.Errors, RowReason{wrong.Path, wrong.Code, lang.T(language, wrong.Code, wrong.Args)})
	}
	if len(refused.Errors) == 0 {
		refused.Errors = []RowReason{{"", f.Code, lang.T(language, f.Code, f.Args)}}
	}
	return refused, nil
}
