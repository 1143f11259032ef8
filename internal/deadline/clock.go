package deadline

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"huidan/internal/act"
	"huidan/internal/calendar"
)

// Origin says whether the regulation gives a limit or the company does.
type Origin string

// The origins; screens show them beside every rule.
const (
	Regulation Origin = "regulation"
	Company    Origin = "company"
)

// New is a clock about to start.
type New struct {
	Subject    act.Subject
	Obligation string // ID of clauses.md
	Origin     Origin
	// Step names the act that meets it, as in the address: "hand-over".
	Step string
	// Owner owes it: "person:ID", "role:ROLE" or "department:ID".
	Owner     string
	StartedAt time.Time
	Due       calendar.Result
	Edition   string
	// Apart: counted apart in timeliness, since the entry is retrospective (1-b).
	Apart bool
}

// Clock is one obligation's clock on one subject.
type Clock struct {
	ID, Obligation, Step, Owner string
	Origin                      Origin
	StartedAt, DueAt            time.Time
	StrictDueAt                 time.Time // zero unless a company cut-off moved the due time
	Provisional                 bool
	MissingYears                []int
	Explain                     []calendar.Step
	Edition                     string
	Apart                       bool
	MetAt, OverdueAt, Cancelled time.Time // zero when not
}

// Open says whether it is still owed.
func (c Clock) Open() bool { return c.MetAt.IsZero() && c.Cancelled.IsZero() }

// Late says whether it was met too late, or is still owed after its time.
func (c Clock) Late(now time.Time) bool {
	if !c.Cancelled.IsZero() {
		return false
	}
	if !c.MetAt.IsZero() {
		return !c.MetAt.Before(c.DueAt)
	}
	return !now.Before(c.DueAt)
}

// Start starts a clock. Starting a step that is already owed on the subject
// changes nothing and gives the running clock's ID.
func Start(ctx context.Context, tx *act.Tx, said *act.Said, n New) (string, error) {
	running, found, err := Running(ctx, tx, n.Subject.ID, n.Step)
	if err != nil || found {
		return running.ID, err
	}
	return Begin(ctx, tx, said, n)
}

// Begin starts a clock where none of this step can be running, as on a new
// subject, or where several may run side by side.
func Begin(ctx context.Context, tx *act.Tx, said *act.Said, n New) (string, error) {
	explain, err := json.Marshal(n.Due.Steps)
	if err != nil {
		return "", err
	}
	id := act.NewID()
	_, err = tx.Write(ctx, said, `
		INSERT INTO clock (id, subject_kind, subject_id, obligation, origin, step, owner, started_at, started_by,
			due_at, strict_due_at, missing_years, explain, edition, apart_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		id, n.Subject.Kind, n.Subject.ID, n.Obligation, string(n.Origin), n.Step, n.Owner, act.Millis(n.StartedAt), said.ID,
		act.Millis(n.Due.Due), strictDue(n.Due), years(n.Due.MissingYears), string(explain), n.Edition, mark(n.Apart, tx.Now()))
	return id, err
}

// Running gives the clock of a step that is still owed on a subject.
func Running(ctx context.Context, tx *act.Tx, subjectID, step string) (c Clock, found bool, err error) {
	rows, err := tx.Query(ctx, selectClock+`
		WHERE k.subject_id = ? AND k.step = ? AND k.met_at IS NULL AND k.cancelled_at IS NULL
		ORDER BY k.started_at DESC, k.id DESC LIMIT 1`, subjectID, step)
	open, err := act.Collect(rows, err, scanClock)
	if err != nil || len(open) == 0 {
		return Clock{}, false, err
	}
	return open[0], true, nil
}

// Meet meets the clock of a step that is owed on the line's subject, at the
// time the thing was done. It gives the clock; found is false when none ran.
func Meet(ctx context.Context, tx *act.Tx, said *act.Said, step string, at time.Time) (c Clock, found bool, err error) {
	c, found, err = Running(ctx, tx, said.Subject().ID, step)
	if err != nil || !found {
		return c, found, err
	}
	c.MetAt = at
	return c, true, MeetOne(ctx, tx, said, c.ID, at)
}

// MeetOne meets one clock by its ID, where several of a step run side by side.
func MeetOne(ctx context.Context, tx *act.Tx, said *act.Said, id string, at time.Time) error {
	_, err := tx.Write(ctx, said, `UPDATE clock SET met_at = ?, met_by = ?
		WHERE id = ? AND met_at IS NULL AND cancelled_at IS NULL`, act.Millis(at), said.ID, id)
	return err
}

// Cancel ends the running clocks of these steps on the line's subject because
// nothing is owed any more; without steps it ends all of them.
func Cancel(ctx context.Context, tx *act.Tx, said *act.Said, steps ...string) error {
	query := `UPDATE clock SET cancelled_at = ?, cancelled_by = ?
		WHERE subject_id = ? AND met_at IS NULL AND cancelled_at IS NULL`
	args := []any{act.Millis(tx.Now()), said.ID, said.Subject().ID}
	if len(steps) > 0 {
		query += " AND step IN (" + act.Marks(len(steps)) + ")"
		for _, step := range steps {
			args = append(args, step)
		}
	}
	_, err := tx.Write(ctx, said, query, args...)
	return err
}

// Give gives the running clock of a step to another owner; the due time stays.
func Give(ctx context.Context, tx *act.Tx, said *act.Said, step, owner string) error {
	_, err := tx.Write(ctx, said, `UPDATE clock SET owner = ?
		WHERE subject_id = ? AND step = ? AND met_at IS NULL AND cancelled_at IS NULL`, owner, said.Subject().ID, step)
	return err
}

// Of lists the clocks of a record that was shown, oldest first.
func Of(ctx context.Context, s *act.Sight, subjectID string) ([]Clock, error) {
	rows, err := s.Detail(ctx, selectClock+"WHERE k.subject_id = ? ORDER BY k.started_at, k.id", subjectID)
	return act.Collect(rows, err, scanClock)
}

const selectClock = `
	SELECT k.id, k.obligation, k.origin, k.step, k.owner, k.started_at, k.due_at, COALESCE(k.strict_due_at, 0), k.missing_years,
		k.explain, k.edition, COALESCE(k.apart_at, 0), COALESCE(k.met_at, 0), COALESCE(k.overdue_at, 0), COALESCE(k.cancelled_at, 0)
	FROM clock k `

func scanClock(row act.Scanner) (Clock, error) {
	var c Clock
	var origin, missing, explain string
	var started, due, strict, apart, met, overdue, cancelled int64
	err := row.Scan(&c.ID, &c.Obligation, &origin, &c.Step, &c.Owner, &started, &due, &strict, &missing,
		&explain, &c.Edition, &apart, &met, &overdue, &cancelled)
	if err != nil {
		return c, err
	}
	c.Origin, c.Apart, c.Provisional = Origin(origin), apart > 0, missing != ""
	c.StartedAt, c.DueAt = act.Time(started), act.Time(due)
	c.StrictDueAt, c.MetAt, c.OverdueAt, c.Cancelled = act.TimeOrZero(strict), act.TimeOrZero(met), act.TimeOrZero(overdue), act.TimeOrZero(cancelled)
	for _, y := range strings.Fields(missing) {
		n, err := strconv.Atoi(y)
		if err != nil {
			return c, err
		}
		c.MissingYears = append(c.MissingYears, n)
	}
	return c, json.Unmarshal([]byte(explain), &c.Explain)
}

func strictDue(r calendar.Result) any {
	if !r.Shifted {
		return nil
	}
	return act.Millis(r.Strict)
}

func years(list []int) string {
	words := make([]string, len(list))
	for i, y := range list {
		words[i] = strconv.Itoa(y)
	}
	return strings.Join(words, " ")
}

func mark(set bool, at time.Time) any {
	if !set {
		return nil
	}
	return act.Millis(at)
}
