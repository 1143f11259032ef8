package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// undoMost bounds the records one undo act voids.
const undoMost = 500

// UndoImport voids what an import brought, as far as nobody has worked with it
// since: a record that was changed is kept. It does a part at a time; Batch
// counts the parts, and Left says whether there is more.
type UndoImport struct {
	ImportID string `json:"import_id,omitempty" doc:"Taken from the path"`
	Batch    int64  `json:"batch" minimum:"0" doc:"Place of the part, from 0"`
}

// UndoAnswer says what became of a part of an undo.
type UndoAnswer struct {
	ImportID string `json:"import_id"`
	Undone   int64  `json:"undone"`
	Kept     int64  `json:"kept" doc:"Records that were changed or used since and stay"`
	Left     bool   `json:"left" doc:"There is more to undo: send the next batch"`
}

// Action names the row of the permission table.
func (UndoImport) Action() access.Action { return "party.undo_import" }

// Scope is nobody's in particular.
func (UndoImport) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// undoable are the tables an import writes, in the order in which they are
// undone, each with what keeps a record and the line that is said.
var undoable = []struct{ table, inUse, say, kind string }{
	{"unit", "1 = 0", "journal.party.undo_import_of", "unit"},
	{"site", "EXISTS (SELECT 1 FROM unit u WHERE u.site_id = r.id AND u.voided_at IS NULL)", "journal.party.undo_import_of", "site"},
	{"contact", "1 = 0", "journal.party.undo_import_of", "contact"},
	{"customer", `EXISTS (SELECT 1 FROM unit u WHERE u.customer_id = r.id AND u.voided_at IS NULL)
		OR EXISTS (SELECT 1 FROM contact t WHERE t.customer_id = r.id AND t.voided_at IS NULL)
		OR EXISTS (SELECT 1 FROM site s WHERE s.customer_id = r.id AND s.voided_at IS NULL)`, "journal.party.undo_import_of", "customer"},
}

// Run voids a part of the import.
func (a UndoImport) Run(ctx context.Context, tx *act.Tx) (UndoAnswer, error) {
	answer := UndoAnswer{ImportID: a.ImportID}
	was, found, err := importOf(ctx, tx, a.ImportID)
	if err != nil {
		return answer, err
	}
	if !found {
		return answer, fault.NotFound("fault.not_found")
	}
	if was.undoneAt != 0 && a.Batch == 0 {
		return answer, fault.Against("", "party.import_undone")
	}
	facts := fault.Args{}
	said := tx.Say(act.Line{Subject: importSubject(a.ImportID), Version: was.Version + 1, Say: "journal.party.undo_import", Facts: facts})
	for _, part := range undoable {
		n, err := voidImported(ctx, tx, a.ImportID, part.table, part.inUse, part.kind, part.say, undoMost-answer.Undone)
		if err != nil {
			return answer, err
		}
		answer.Undone += n
	}
	answer.Left = answer.Undone >= undoMost
	if !answer.Left {
		if answer.Kept, err = countKept(ctx, tx, a.ImportID); err != nil {
			return answer, err
		}
	}
	facts["undone"], facts["kept"] = answer.Undone, answer.Kept
	err = tx.WriteOne(ctx, said, `
		UPDATE party_import SET undone = undone + ?, kept = ?, undone_at = ?, version = version + 1 WHERE id = ? AND version = ?`,
		answer.Undone, answer.Kept, act.Millis(tx.Now()), a.ImportID, was.Version)
	return answer, err
}

// voidImported voids up to most untouched records of a table that came with
// the import. Table and condition are constants of this file.
func voidImported(ctx context.Context, tx *act.Tx, importID, table, inUse, kind, say string, most int64) (int64, error) {
	if most <= 0 {
		return 0, nil
	}
	rows, err := tx.Query(ctx, "SELECT r.id FROM "+table+` r
		WHERE r.import_id = ? AND r.version = 1 AND r.voided_at IS NULL AND NOT (`+inUse+") ORDER BY r.id LIMIT ?", importID, most)
	ids, err := act.Collect(rows, err, scanText)
	if err != nil {
		return 0, err
	}
	for _, id := range ids {
		said := tx.Say(act.Line{Subject: act.Subject{Kind: kind, ID: id}, Version: 2, Say: say, Facts: fault.Args{"import_id": importID}})
		err := tx.WriteOne(ctx, said, "UPDATE "+table+" SET voided_at = ?, void_reason = '', version = 2 WHERE id = ? AND version = 1",
			act.Millis(tx.Now()), id)
		if err != nil {
			return 0, err
		}
		if err := dropKeys(ctx, tx, said, table, id); err != nil {
			return 0, err
		}
	}
	return int64(len(ids)), nil
}

// dropKeys takes the keys of a voided record away; those of a contact stand
// under his customer.
func dropKeys(ctx context.Context, tx *act.Tx, said *act.Said, table, id string) error {
	query := "DELETE FROM party_key WHERE subject_id = ?"
	if table == "contact" {
		query = "DELETE FROM party_key WHERE subject_id = (SELECT t.customer_id FROM contact t WHERE t.id = ?) AND source_id = ?"
		_, err := tx.Write(ctx, said, query, id, id)
		return err
	}
	_, err := tx.Write(ctx, said, query, id)
	return err
}

func countKept(ctx context.Context, tx *act.Tx, importID string) (kept int64, err error) {
	for _, part := range undoable {
		var n int64
		_, err := tx.One(ctx, []any{&n}, "SELECT COUNT(*) FROM "+part.table+" r WHERE r.import_id = ? AND r.voided_at IS NULL", importID)
		if err != nil {
			return 0, err
		}
		kept += n
	}
	return kept, nil
}
