package ledger

import (
	"context"
	"encoding/json"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/attach"
	"huidan/internal/fault"
)

// Status is where a job stands.
type Status string

// The statuses.
const (
	Previewed  Status = "previewed"  // read and shown, nothing taken in
	Committing Status = "committing" // its rows are being taken in
	Done       Status = "done"
	Failed     Status = "failed" // stopped by something a person must look at
	Undoing    Status = "undoing"
	Undone     Status = "undone"
)

// Choices are what the person decided about a file.
type Choices struct {
	Sheet     string         `json:"sheet,omitempty" doc:"of a workbook; empty: the one that reads like a ledger"`
	HeaderRow int64          `json:"header_row,omitempty" minimum:"0" doc:"row of the headings; 0: find it"`
	Year      int64          `json:"year,omitempty" minimum:"0" maximum:"2100" doc:"of dates without a year; 0: find it"`
	Columns   []ColumnChoice `json:"columns,omitempty" doc:"columns the person has decided on"`
}

// ColumnChoice says what a column means.
type ColumnChoice struct {
	Index   int64  `json:"index" minimum:"0" doc:"from 0"`
	Meaning string `json:"meaning" maxLength:"40"`
}

// Twins says what becomes of rows that may be there already.
type Twins struct {
	Duplicates string  `json:"duplicates,omitempty" enum:"suggested,skip,import" doc:"suggested when empty"`
	Skip       []int64 `json:"skip,omitempty" doc:"rows that are not taken in, whatever else is said"`
	Import     []int64 `json:"import,omitempty" doc:"rows that are taken in although they may be there already"`
}

// Counts are the figures of a job.
type Counts struct {
	Rows         int64 `json:"rows" doc:"below the headings"`
	Rejected     int64 `json:"rejected"`
	Repeated     int64 `json:"repeated"`
	Skipped      int64 `json:"skipped" doc:"likely there already and left out"`
	NewCustomers int64 `json:"new_customers"`
	Voided       int64 `json:"voided" doc:"by the undo"`
	Kept         int64 `json:"kept" doc:"worked on since, and left by the undo"`
	CustomersOut int64 `json:"customers_voided"`
}

// Span are the numbers given in one year.
type Span struct {
	Year  string `json:"year"`
	First string `json:"first"`
	Last  string `json:"last"`
	Count int64  `json:"count"`
}

// Numbered is a complaint by its number.
type Numbered struct {
	ID     string `json:"id"`
	Number string `json:"number"`
}

// Job is an import as people see it.
type Job struct {
	ID            string     `json:"id"`
	Status        Status     `json:"status"`
	FileName      string     `json:"file_name"`
	FileSize      int64      `json:"file_size"`
	StartedBy     Numbered   `json:"-"`
	StartedByName string     `json:"started_by_name"`
	StartedAt     time.Time  `json:"started_at"`
	CommittedAt   time.Time  `json:"committed_at,omitzero"`
	DoneAt        time.Time  `json:"done_at,omitzero"`
	UndoneAt      time.Time  `json:"undone_at,omitzero"`
	RowsTotal     int64      `json:"rows_total" doc:"to be taken in, or to be undone"`
	RowsDone      int64      `json:"rows_done"`
	Counts        Counts     `json:"counts"`
	Numbers       []Span     `json:"numbers"`
	Reason        string     `json:"reason,omitempty" doc:"of the undo"`
	Trouble       string     `json:"trouble,omitempty" doc:"why it failed"`
	Touched       []Numbered `json:"touched" doc:"complaints worked on since, which an undo leaves; at most 200"`

	fileID   string
	choices  settled
	actor    access.Actor
	trouble  wrong
	frozenAt int64
}

// settled are the choices as the job keeps them.
type settled struct {
	Choices
	Twins
}

// wrong is a refusal as the job keeps it.
type wrong struct {
	Code string     `json:"code"`
	Args fault.Args `json:"args,omitempty"`
}

const jobColumns = `j.id, j.status, j.file_id, j.file_name, j.file_size, j.options, j.counts, j.numbers, j.rows_total, j.rows_done,
	j.actor, j.reason, j.trouble, j.started_by, COALESCE(p.name, ''), j.started_at, COALESCE(j.committed_at, 0), COALESCE(j.frozen_at, 0),
	COALESCE(j.done_at, 0), COALESCE(j.undone_at, 0)`

func scanJob(s act.Scanner) (j Job, err error) {
	var options, counts, numbers, actor, trouble string
	var started, committed, done, undone int64
	err = s.Scan(&j.ID, &j.Status, &j.fileID, &j.FileName, &j.FileSize, &options, &counts, &numbers, &j.RowsTotal, &j.RowsDone,
		&actor, &j.Reason, &trouble, &j.StartedBy.ID, &j.StartedByName, &started, &committed, &j.frozenAt, &done, &undone)
	if err != nil {
		return j, err
	}
	j.StartedAt, j.CommittedAt, j.DoneAt, j.UndoneAt = act.TimeOrZero(started), act.TimeOrZero(committed), act.TimeOrZero(done), act.TimeOrZero(undone)
	for text, into := range map[string]any{options: &j.choices, counts: &j.Counts, numbers: &j.Numbers, actor: &j.actor, trouble: &j.trouble} {
		if text == "" {
			continue
		}
		if err := json.Unmarshal([]byte(text), into); err != nil {
			return j, err
		}
	}
	return j, nil
}

// open makes a job for a file; the key that was used before gives its job.
func open(ctx context.Context, door *act.Door, call act.Call, file attach.File, name string) (Job, error) {
	id := act.NewID()
	err := door.Book(ctx, "import_job", func(ctx context.Context, b *act.Books) error {
		_, err := b.Exec(ctx, `
			INSERT INTO import_job (id, intent, status, file_id, file_name, file_size, options, counts, numbers, rows_total, rows_done,
				actor, reason, trouble, started_by, started_at)
			VALUES (?, ?, 'previewed', ?, ?, ?, '{}', '{}', '[]', 0, 0, '', '', '', ?, ?)
			ON CONFLICT (started_by, intent) DO NOTHING`,
			id, call.Key, file.ID, shortName(name), file.Size, call.Actor.ID, act.Millis(door.Now()))
		if err != nil {
			return err
		}
		_, err = b.One(ctx, []any{&id}, "SELECT j.id FROM import_job j WHERE j.started_by = ? AND j.intent = ?", call.Actor.ID, call.Key)
		return err
	})
	if err != nil {
		return Job{}, err
	}
	return find(ctx, door, id)
}

// shortName bounds a file name, from its end, where the year and the kind stand.
func shortName(name string) string {
	const longest = 150
	if runes := []rune(name); len(runes) > longest {
		return string(runes[len(runes)-longest:])
	}
	return name
}

// find reads a job.
func find(ctx context.Context, door *act.Door, id string) (j Job, err error) {
	err = door.LookUp(ctx, func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, "SELECT "+jobColumns+" FROM import_job j LEFT JOIN person p ON p.id = j.started_by WHERE j.id = ?", id)
		list, err := act.Collect(rows, err, scanJob)
		if err == nil && len(list) == 0 {
			err = fault.NotFound("fault.not_found")
		}
		if err == nil {
			j = list[0]
		}
		return err
	})
	return j, err
}

// change writes some columns of a job, when it stands as expected; otherwise
// the refusal says where it stands.
func change(ctx context.Context, door *act.Door, id string, from []Status, set string, args ...any) error {
	in := ""
	for i, s := range from {
		if i > 0 {
			in += ", "
		}
		in += "'" + string(s) + "'"
	}
	return door.Book(ctx, "import_job", func(ctx context.Context, b *act.Books) error {
		n, err := b.Exec(ctx, "UPDATE import_job SET "+set+" WHERE id = ? AND status IN ("+in+")", append(args, id)...)
		if err != nil || n == 1 {
			return err
		}
		var now Status
		found, err := b.One(ctx, []any{&now}, "SELECT j.status FROM import_job j WHERE j.id = ?", id)
		if err == nil && !found {
			err = fault.NotFound("fault.not_found")
		}
		if err == nil {
			err = fault.Against("", "ledger.not_now", "status", fault.Word("ledger.status."+string(now)))
		}
		return err
	})
}

func jsonOf(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err) // plain structs of this package
	}
	return string(raw)
}
