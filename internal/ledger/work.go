package ledger

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/fault"
)

const (
	// roundEvery is how often jobs are looked for.
	roundEvery = 500 * time.Millisecond
	// leaseFor is how long a job stays with a replica that has fallen silent.
	leaseFor = 30 * time.Second
)

// Begin has a job taken in on behalf of the actor. Asked again it changes
// nothing.
func (d *Desk) Begin(ctx context.Context, door *act.Door, actor access.Actor, id string, t Twins) (Job, error) {
	j, err := find(ctx, door, id)
	if err != nil {
		return j, err
	}
	switch j.Status {
	case Committing, Done:
		return j, nil
	case Previewed:
		choices := j.choices
		choices.Twins = t
		err = change(ctx, door, id, []Status{Previewed}, "status = 'committing', options = ?, actor = ?, committed_at = ?",
			jsonOf(choices), jsonOf(actor), act.Millis(door.Now()))
	default:
		// A failed job goes on where it stopped, with the choices it was begun with.
		err = change(ctx, door, id, []Status{Failed}, "status = 'committing', trouble = '', actor = ?", jsonOf(actor))
	}
	if err != nil {
		return j, err
	}
	return find(ctx, door, id)
}

// Undo has the complaints of a job made void, as far as nobody has worked on
// them.
func (d *Desk) Undo(ctx context.Context, door *act.Door, actor access.Actor, id, reason string) (Job, error) {
	err := change(ctx, door, id, []Status{Done, Failed}, "status = 'undoing', trouble = '', actor = ?, reason = ?, rows_done = 0, rows_total = 0",
		jsonOf(actor), reason)
	if err != nil {
		return Job{}, err
	}
	return find(ctx, door, id)
}

// Work carries the jobs on until ctx ends, those that another process left
// unfinished among them.
func (d *Desk) Work(ctx context.Context, door *act.Door, report func(error)) {
	for ctx.Err() == nil {
		if err := d.Round(ctx, door); err != nil && ctx.Err() == nil {
			report(err)
		}
		select {
		case <-ctx.Done():
		case <-time.After(roundEvery):
		}
	}
}

// Round carries on every job that waits.
func (d *Desk) Round(ctx context.Context, door *act.Door) error {
	var ids []string
	err := door.LookUp(ctx, func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, "SELECT j.id FROM import_job j WHERE j.status IN ('committing', 'undoing') ORDER BY j.id")
		ids, err = act.Collect(rows, err, func(r act.Scanner) (id string, err error) { err = r.Scan(&id); return })
		return err
	})
	for _, id := range ids {
		err = errors.Join(err, d.carry(ctx, door, id))
	}
	return err
}

// Finish carries one job to its end and tells how far it is; another process
// may do the work.
func (d *Desk) Finish(ctx context.Context, door *act.Door, id string, progress func(Job)) (Job, error) {
	for {
		if err := d.carryTelling(ctx, door, id, progress); err != nil {
			return Job{}, err
		}
		j, err := find(ctx, door, id)
		if err != nil || j.Status != Committing && j.Status != Undoing {
			return j, err
		}
		progress(j)
		select {
		case <-ctx.Done():
			return j, ctx.Err()
		case <-time.After(roundEvery):
		}
	}
}

func (d *Desk) carry(ctx context.Context, door *act.Door, id string) error {
	return d.carryTelling(ctx, door, id, func(Job) {})
}

// carryTelling does what is left of a job, unless another process has it. A
// refusal stops the job; anything else is tried again in the next round.
func (d *Desk) carryTelling(ctx context.Context, door *act.Door, id string, progress func(Job)) error {
	mine, err := d.hold(ctx, door, id)
	if err != nil || !mine {
		return err
	}
	defer d.release(context.WithoutCancel(ctx), door, id)
	j, err := find(ctx, door, id)
	if err != nil {
		return err
	}
	w := &worker{Desk: d, door: door, job: &j, progress: progress}
	switch j.Status {
	case Committing:
		err = w.commit(ctx)
	case Undoing:
		err = w.undo(ctx)
	}
	if errors.Is(err, errTaken) {
		return nil
	}
	if f, ok := fault.As(err); ok && f.Kind != fault.KindBusy && f.Kind != fault.KindStorageFull {
		return change(context.WithoutCancel(ctx), door, id, []Status{Committing, Undoing}, "status = 'failed', trouble = ?", jsonOf(troubleOf(f)))
	}
	return err
}

func troubleOf(f *fault.Fault) wrong {
	if len(f.Fields) > 0 {
		return wrong{f.Fields[0].Code, f.Fields[0].Args}
	}
	return wrong{f.Code, f.Args}
}

// errTaken says that another process has the job now.
var errTaken = errors.New("the job is carried on elsewhere")

// hold takes or keeps the lease of a job.
func (d *Desk) hold(ctx context.Context, door *act.Door, id string) (mine bool, err error) {
	now := door.Now()
	err = door.Book(ctx, "lease", func(ctx context.Context, b *act.Books) error {
		n, err := b.Exec(ctx, `
			INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
			WHERE lease.holder = excluded.holder OR lease.until < ? OR lease.until > ?`,
			"import "+id, d.holder, act.Millis(now.Add(leaseFor)), act.Millis(now), act.Millis(now.Add(2*leaseFor)))
		mine = n == 1
		return err
	})
	return mine, err
}

// release gives the lease back; when that fails it ends by time.
func (d *Desk) release(ctx context.Context, door *act.Door, id string) {
	door.Book(ctx, "lease", func(ctx context.Context, b *act.Books) error { //nolint:errcheck
		_, err := b.Exec(ctx, "DELETE FROM lease WHERE name = ? AND holder = ?", "import "+id, d.holder)
		return err
	})
}

// worker does a job.
type worker struct {
	*Desk
	door     *act.Door
	job      *Job
	progress func(Job)
}

// keep holds the lease on between two steps.
func (w *worker) keep(ctx context.Context) error {
	mine, err := w.hold(ctx, w.door, w.job.ID)
	if err == nil && !mine {
		err = errTaken
	}
	return err
}

// commit freezes the rows and takes them in, batch after batch.
func (w *worker) commit(ctx context.Context) error {
	if w.job.frozenAt == 0 {
		if err := w.freeze(ctx); err != nil {
			return err
		}
	}
	if err := w.recount(ctx); err != nil {
		return err
	}
	for {
		batch, rows, err := w.nextBatch(ctx)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			break
		}
		if err := w.keep(ctx); err != nil {
			return err
		}
		call := act.Call{Actor: w.job.actor, Key: fmt.Sprintf("import:%s:%d", w.job.ID, batch)}
		answer, err := act.Do(ctx, w.door, call, complaint.ImportBatch{ImportID: w.job.ID, Batch: batch, Rows: rows})
		if err != nil {
			return err
		}
		if err := w.taken(ctx, answer); err != nil {
			return err
		}
		w.progress(*w.job)
	}
	if err := w.recount(ctx); err != nil {
		return err
	}
	if err := w.figures(ctx); err != nil {
		return err
	}
	return change(ctx, w.door, w.job.ID, []Status{Committing}, "status = 'done', done_at = ?", act.Millis(w.door.Now()))
}

// freeze keeps the rows as they are understood now: whatever happens later,
// each batch stays the one its key was given to.
func (w *worker) freeze(ctx context.Context) error {
	first, err := w.read(ctx, w.door, w.job.actor, w.job, nil)
	if errors.Is(err, fault.NotFound("")) {
		// Another replica took the file in and keeps it; only the rows are shared.
		return fmt.Errorf("import %s: its file does not lie here", w.job.ID)
	}
	if err != nil {
		return err
	}
	if err := w.unfreeze(ctx); err != nil {
		return err
	}
	skip := w.job.choices.skips(first.twins)
	f := &freezer{worker: w}
	_, err = w.read(ctx, w.door, w.job.actor, w.job, func(row complaint.ImportedRow) error {
		if skip[row.Row] {
			f.skipped++
			return nil
		}
		return f.add(ctx, row)
	})
	if err != nil {
		return err
	}
	if err := f.flush(ctx); err != nil {
		return err
	}
	w.job.Counts = Counts{
		Rows: int64(first.Summary.Rows), Rejected: int64(len(first.Rejected)), Repeated: int64(first.Summary.Repeated), Skipped: f.skipped,
	}
	w.job.RowsTotal, w.job.RowsDone, w.job.Numbers = f.total, 0, []Span{}
	return change(ctx, w.door, w.job.ID, []Status{Committing}, "frozen_at = ?, rows_total = ?, rows_done = 0, counts = ?, numbers = '[]'",
		act.Millis(w.door.Now()), f.total, jsonOf(w.job.Counts))
}

// unfreeze drops what a freezing that was broken off left behind.
func (w *worker) unfreeze(ctx context.Context) error {
	return w.door.Book(ctx, "import_row", func(ctx context.Context, b *act.Books) error {
		_, err := b.Exec(ctx, "DELETE FROM import_row WHERE import_id = ?", w.job.ID)
		return err
	})
}

// freezer gathers rows into batches.
type freezer struct {
	*worker
	rows           []complaint.ImportedRow
	batch          int64
	total, skipped int64
}

func (f *freezer) add(ctx context.Context, row complaint.ImportedRow) error {
	f.rows = append(f.rows, row)
	f.total++
	if len(f.rows) < batchRows {
		return nil
	}
	return f.flush(ctx)
}

func (f *freezer) flush(ctx context.Context) error {
	if len(f.rows) == 0 {
		return nil
	}
	if err := f.keep(ctx); err != nil {
		return err
	}
	err := f.door.Book(ctx, "import_row", func(ctx context.Context, b *act.Books) error {
		for i := range f.rows {
			_, err := b.Exec(ctx, `INSERT INTO import_row (import_id, row_no, batch, body) VALUES (?, ?, ?, ?)
				ON CONFLICT (import_id, row_no) DO NOTHING`, f.job.ID, f.rows[i].Row, f.batch, jsonOf(f.rows[i]))
			if err != nil {
				return err
			}
		}
		return nil
	})
	f.rows, f.batch = nil, f.batch+1
	return err
}

// nextBatch gives the first batch that was not taken in yet.
func (w *worker) nextBatch(ctx context.Context) (batch int64, rows []complaint.ImportedRow, err error) {
	err = w.door.LookUp(ctx, func(ctx context.Context, b *act.Books) error {
		found, err := b.One(ctx, []any{&batch}, `SELECT r.batch FROM import_row r
			WHERE r.import_id = ? AND r.complaint_id IS NULL ORDER BY r.batch LIMIT 1`, w.job.ID)
		if err != nil || !found {
			return err
		}
		list, err := b.Query(ctx, "SELECT r.body FROM import_row r WHERE r.import_id = ? AND r.batch = ? ORDER BY r.row_no", w.job.ID, batch)
		rows, err = act.Collect(list, err, func(s act.Scanner) (row complaint.ImportedRow, err error) {
			var body string
			if err := s.Scan(&body); err != nil {
				return row, err
			}
			return row, json.Unmarshal([]byte(body), &row)
		})
		return err
	})
	return batch, rows, err
}

// taken notes what the rows of a batch became, and how far the job is. The act
// gives the same answer when it is asked again, and the figures are counted
// anew when a job is taken up, so nothing is lost in between.
func (w *worker) taken(ctx context.Context, answer complaint.BatchAnswer) error {
	err := w.door.Book(ctx, "import_row", func(ctx context.Context, b *act.Books) error {
		for _, row := range answer.Rows {
			_, err := b.Exec(ctx, "UPDATE import_row SET complaint_id = ?, number = ?, body = '' WHERE import_id = ? AND row_no = ?",
				row.ID, row.Number, w.job.ID, row.Row)
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.job.RowsDone += int64(len(answer.Rows))
	for _, row := range answer.Rows {
		w.job.count(row.Number)
	}
	return w.figures(ctx)
}

func (w *worker) figures(ctx context.Context) error {
	return change(ctx, w.door, w.job.ID, []Status{Committing, Undoing}, "rows_total = ?, rows_done = ?, counts = ?, numbers = ?",
		w.job.RowsTotal, w.job.RowsDone, jsonOf(w.job.Counts), jsonOf(w.job.Numbers))
}

// recount counts what was taken in before the job was broken off.
func (w *worker) recount(ctx context.Context) error {
	return w.door.LookUp(ctx, func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, `SELECT SUBSTR(r.number, 3, 4), MIN(r.number), MAX(r.number), COUNT(*) FROM import_row r
			WHERE r.import_id = ? AND r.number IS NOT NULL GROUP BY SUBSTR(r.number, 3, 4) ORDER BY 1`, w.job.ID)
		w.job.Numbers, err = act.Collect(rows, err, func(s act.Scanner) (n Span, err error) {
			return n, s.Scan(&n.Year, &n.First, &n.Last, &n.Count)
		})
		if err != nil {
			return err
		}
		w.job.RowsDone = 0
		for _, n := range w.job.Numbers {
			w.job.RowsDone += n.Count
		}
		_, err = b.One(ctx, []any{&w.job.Counts.NewCustomers}, "SELECT COUNT(*) FROM import_customer m WHERE m.import_id = ?", w.job.ID)
		return err
	})
}

// count adds a number to the span of its year ("TS2025-00012").
func (j *Job) count(number string) {
	year := number[2:6]
	at := slices.IndexFunc(j.Numbers, func(s Span) bool { return s.Year == year })
	if at < 0 {
		j.Numbers = append(j.Numbers, Span{Year: year, First: number, Last: number, Count: 1})
		return
	}
	s := &j.Numbers[at]
	s.First, s.Last, s.Count = min(s.First, number), max(s.Last, number), s.Count+1
}
