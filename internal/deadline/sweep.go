package deadline

import (
	"context"
	"fmt"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// sweepMost bounds the clocks of one round.
const sweepMost = 200

// MarkOverdue marks a clock that ran out while it was owed. Late is a fact
// with a time and a line of its own, not something a screen works out.
type MarkOverdue struct {
	ClockID string `json:"clock_id"`
}

// Action names the act.
func (MarkOverdue) Action() access.Action { return "clock.sweep" }

// Scope: the program itself.
func (MarkOverdue) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run marks it, unless it was met or ended in the meantime.
func (m MarkOverdue) Run(ctx context.Context, tx *act.Tx) (bool, error) {
	var subject act.Subject
	var obligation string
	var due, version int64
	found, err := tx.One(ctx, []any{&subject.Kind, &subject.ID, &obligation, &due}, `
		SELECT k.subject_kind, k.subject_id, k.obligation, k.due_at FROM clock k
		WHERE k.id = ? AND k.met_at IS NULL AND k.cancelled_at IS NULL AND k.overdue_at IS NULL`, m.ClockID)
	if err != nil {
		return false, err
	}
	if !found || act.Millis(tx.Now()) < due {
		return false, fault.NotFound("fault.not_found")
	}
	// The mark is a fact beside the record, so the record keeps its version and
	// nobody's open form becomes stale by it.
	if _, err := tx.One(ctx, []any{&version}, "SELECT COALESCE(MAX(subject_version), 0) FROM journal WHERE subject_id = ?", subject.ID); err != nil {
		return false, err
	}
	said := tx.Say(act.Line{
		Subject: subject, Version: version, Obligations: []string{obligation}, Say: "journal.clock.overdue",
		Facts:      fault.Args{"obligation": obligation, "due": calendar.SayDue(act.Time(due))},
		HappenedAt: act.Time(due),
	})
	_, err = tx.Write(ctx, said, "UPDATE clock SET overdue_at = ? WHERE id = ?", act.Millis(tx.Now()), m.ClockID)
	return true, err
}

// Sweep marks the clocks that ran out, at most a few hundred a round, and says
// how many. Several replicas may sweep: each clock's key lets one of them do it.
func Sweep(ctx context.Context, d *act.Door) (int, error) {
	var ids []string
	err := d.LookUp(ctx, func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, `SELECT k.id FROM clock k
			WHERE k.met_at IS NULL AND k.cancelled_at IS NULL AND k.overdue_at IS NULL AND k.due_at <= ?
			ORDER BY k.due_at, k.id LIMIT ?`, act.Millis(d.Now()), sweepMost)
		ids, err = act.Collect(rows, err, func(r act.Scanner) (id string, err error) { err = r.Scan(&id); return })
		return err
	})
	if err != nil {
		return 0, err
	}
	marked := 0
	for _, id := range ids {
		_, err := act.Do(ctx, d, act.BySystem("overdue:"+id), MarkOverdue{ClockID: id})
		if f, ok := fault.As(err); ok && f.Kind == fault.KindNotFound {
			continue
		}
		if err != nil {
			return marked, fmt.Errorf("mark clock %s: %w", id, err)
		}
		marked++
	}
	return marked, nil
}

// RunSweep sweeps until ctx ends.
func RunSweep(ctx context.Context, d *act.Door, every time.Duration, report func(error)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		if _, err := Sweep(ctx, d); err != nil && ctx.Err() == nil {
			report(err)
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
