package ledger

import (
	"context"
	"errors"

	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/fault"
)

// undoRows are made void in one act.
const undoRows = 50

const untouched = "FROM complaint c WHERE {visible} AND c.import_id = ? AND c.version = 1 AND c.state <> 'void'"

// touchedMost bounds the list of complaints that an undo leaves.
const touchedMost = 200

const touched = "FROM complaint c WHERE {visible} AND c.import_id = ? AND c.version > 1 AND c.state <> 'void'"

// undo makes the untouched complaints of a job void, then the customers that
// came with it and on which nothing hangs any more.
func (w *worker) undo(ctx context.Context) error {
	if err := w.undoTotal(ctx); err != nil {
		return err
	}
	err := w.repeat(ctx, "SELECT c.id "+untouched+" ORDER BY c.id LIMIT ?", func(ctx context.Context, call act.Call, ids []string) (int64, error) {
		answer, err := act.Do(ctx, w.door, call, complaint.UndoImport{ImportID: w.job.ID, Reason: w.job.Reason, IDs: ids})
		w.job.Counts.Voided += answer.Voided
		w.job.RowsDone += answer.Voided
		return answer.Voided, err
	})
	if err != nil {
		return err
	}
	err = w.repeat(ctx, `SELECT u.id FROM import_customer m JOIN customer u ON u.id = m.customer_id
		WHERE {visible} AND m.import_id = ? AND `+complaint.UnusedCustomer+" ORDER BY u.id LIMIT ?",
		func(ctx context.Context, call act.Call, ids []string) (int64, error) {
			answer, err := act.Do(ctx, w.door, call, complaint.UndoImportedCustomers{ImportID: w.job.ID, Reason: w.job.Reason, IDs: ids})
			w.job.Counts.CustomersOut += answer.Voided
			return answer.Voided, err
		})
	if err != nil {
		return err
	}
	if w.job.Counts.Kept, err = w.countOf(ctx, touched); err != nil {
		return err
	}
	if err := w.figures(ctx); err != nil {
		return err
	}
	return change(ctx, w.door, w.job.ID, []Status{Undoing}, "status = 'undone', undone_at = ?", act.Millis(w.door.Now()))
}

// undoTotal counts what is left to undo, and what was undone before the job was
// broken off.
func (w *worker) undoTotal(ctx context.Context) (err error) {
	left, err := w.countOf(ctx, untouched)
	if err != nil {
		return err
	}
	if w.job.Counts.Voided, err = w.countOf(ctx, "FROM complaint c WHERE {visible} AND c.import_id = ? AND c.state = 'void'"); err != nil {
		return err
	}
	w.job.RowsDone, w.job.RowsTotal = w.job.Counts.Voided, left+w.job.Counts.Voided
	return w.figures(ctx)
}

func (w *worker) countOf(ctx context.Context, from string) (n int64, err error) {
	return act.See(ctx, w.door, w.job.actor, "complaint.undo_import", func(ctx context.Context, s *act.Sight) (n int64, err error) {
		_, err = s.One(ctx, []any{&n}, "SELECT COUNT(*) "+from, w.job.ID)
		return n, err
	})
}

// repeat does an act on what a list still holds until it is empty. Each act
// takes its records off the list, so doing it again does no harm.
func (w *worker) repeat(ctx context.Context, query string, do func(context.Context, act.Call, []string) (int64, error)) error {
	for {
		ids, err := act.See(ctx, w.door, w.job.actor, "complaint.undo_import", func(ctx context.Context, s *act.Sight) ([]string, error) {
			rows, err := s.Query(ctx, query, w.job.ID, undoRows)
			return act.Collect(rows, err, func(r act.Scanner) (id string, err error) { err = r.Scan(&id); return })
		})
		if err != nil || len(ids) == 0 {
			return err
		}
		if err := w.keep(ctx); err != nil {
			return err
		}
		n, err := do(ctx, act.Call{Actor: w.job.actor, Key: "undo-import:" + w.job.ID + ":" + act.NewID()}, ids)
		if errors.Is(err, fault.Against("", "ledger.nothing_to_undo")) {
			continue // somebody has begun to work on all of them since they were listed
		}
		if err != nil {
			return err
		}
		if n == 0 {
			return errors.New("an undo that undoes nothing")
		}
		if err := w.figures(ctx); err != nil {
			return err
		}
		w.progress(*w.job)
	}
}

// touchedOf lists the complaints of a job that an undo leaves.
func touchedOf(ctx context.Context, s *act.Sight, id string) ([]Numbered, error) {
	rows, err := s.Query(ctx, "SELECT c.id, c.number "+touched+" ORDER BY c.number LIMIT ?", id, touchedMost)
	return act.Collect(rows, err, func(r act.Scanner) (n Numbered, err error) { return n, r.Scan(&n.ID, &n.Number) })
}
