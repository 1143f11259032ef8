package deadline

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// calendarsID is the subject under which the journal keeps the calendars.
const calendarsID = "calendars"

// ImportCalendar publishes a year of the official calendar, or a corrected
// one, and counts the clocks again that waited for it.
type ImportCalendar struct {
	Format  string `json:"format"` // json or csv, as calendar.ParseYear and ParseYearCSV read
	Version string `json:"version"`
	Content string `json:"content"`
	// Recounted tells the chapter that keeps a subject that its clocks have
	// other due times now.
	Recounted func(ctx context.Context, tx *act.Tx, said *act.Said, subjectID string) error `json:"-"`
}

// Imported says what an import did.
type Imported struct {
	Year      int    `json:"year"`
	Version   string `json:"version"`
	Holidays  int    `json:"holidays"`
	Makeup    int    `json:"makeup_workdays"`
	Recounted int    `json:"recounted" doc:"Clocks that were provisional and are counted again"`
}

// Action names the act.
func (ImportCalendar) Action() access.Action { return "calendar.import" }

// Scope: the calendar is everybody's.
func (ImportCalendar) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run imports it.
func (a ImportCalendar) Run(ctx context.Context, tx *act.Tx) (Imported, error) {
	year, err := a.parse()
	if err != nil {
		return Imported{}, err
	}
	rules, err := RulesNow(ctx, tx)
	if err != nil {
		return Imported{}, err
	}
	if sameYear(rules.Calendar, year) {
		return Imported{}, fault.Against("", "deadline.calendar_same", "year", strconv.Itoa(year.Year))
	}
	body, err := json.Marshal(year)
	if err != nil {
		return Imported{}, err
	}
	done := Imported{Year: year.Year, Version: year.Version}
	for _, day := range year.Days {
		switch day.Kind {
		case calendar.StatutoryHoliday, calendar.InLieuOff:
			done.Holidays++
		case calendar.MakeupWorkday:
			done.Makeup++
		}
	}
	said, err := sayImported(ctx, tx, done)
	if err != nil {
		return Imported{}, err
	}
	if _, err := Publish(ctx, tx, said, KindCalendar, body, tx.Now()); err != nil {
		return Imported{}, err
	}
	done.Recounted, err = a.recount(ctx, tx, rules.Calendar.WithYear(year), year.Year)
	return done, err
}

func sayImported(ctx context.Context, tx *act.Tx, done Imported) (*act.Said, error) {
	var version int64
	subject := act.Subject{Kind: "calendar", ID: calendarsID}
	if _, err := tx.One(ctx, []any{&version}, "SELECT COALESCE(MAX(subject_version), 0) FROM journal WHERE subject_id = ?", subject.ID); err != nil {
		return nil, err
	}
	return tx.Say(act.Line{
		Subject: subject, Version: version + 1, New: version == 0, Say: "journal.calendar.imported",
		Facts: fault.Args{"year": done.Year, "version": done.Version, "holidays": done.Holidays, "makeup": done.Makeup},
	}), nil
}

// parse reads the file; what is wrong with it is told field by field.
func (a ImportCalendar) parse() (year calendar.Year, err error) {
	if a.Format == "csv" {
		year, err = calendar.ParseYearCSV([]byte(a.Content), a.Version)
	} else {
		year, err = calendar.ParseYear([]byte(a.Content))
	}
	var wrong calendar.FieldErrors
	if !errors.As(err, &wrong) {
		return year, err
	}
	var fields fault.Fields
	for _, e := range wrong {
		path := e.Field
		if e.Row > 0 {
			path = fmt.Sprintf("days[%d].%s", e.Row-1, e.Field)
		}
		fields.Add(true, path, "calendar.error."+e.Code, "row", e.Row, "field", e.Field, "value", e.Value)
	}
	return year, fields.Err()
}

func sameYear(loaded calendar.Calendar, year calendar.Year) bool {
	for _, y := range loaded.Years() {
		if y.Year == year.Year {
			return maps.Equal(y.Days, year.Days) && maps.Equal(y.CompanyDays, year.CompanyDays)
		}
	}
	return false
}

// provisional is a running clock that was counted without a calendar it needs.
type provisional struct {
	Clock
	subject act.Subject
}

// recount counts the running clocks again that lacked this year, with the
// settings they were judged by, and tells of each on its subject.
func (a ImportCalendar) recount(ctx context.Context, tx *act.Tx, cal calendar.Calendar, year int) (int, error) {
	waiting, err := waitingFor(ctx, tx, year)
	if err != nil || len(waiting) == 0 {
		return 0, err
	}
	settings, err := settingsByEdition(ctx, tx)
	if err != nil {
		return 0, err
	}
	counted := 0
	for _, w := range waiting {
		due, ok := countAgain(w.Clock, settings(w.Edition), cal)
		if !ok {
			continue
		}
		if err := a.rewrite(ctx, tx, w, due); err != nil {
			return counted, err
		}
		counted++
	}
	return counted, nil
}

func waitingFor(ctx context.Context, tx *act.Tx, year int) ([]provisional, error) {
	rows, err := tx.Query(ctx, `SELECT k.subject_kind, k.subject_id, k.id FROM clock k
		WHERE k.missing_years <> '' AND k.met_at IS NULL AND k.cancelled_at IS NULL ORDER BY k.id`)
	type found struct{ kind, subject, clock string }
	list, err := act.Collect(rows, err, func(row act.Scanner) (f found, err error) {
		return f, row.Scan(&f.kind, &f.subject, &f.clock)
	})
	if err != nil {
		return nil, err
	}
	var waiting []provisional
	for _, f := range list {
		rows, err := tx.Query(ctx, selectClock+"WHERE k.id = ?", f.clock)
		clocks, err := act.Collect(rows, err, scanClock)
		if err != nil {
			return nil, err
		}
		for _, c := range clocks {
			if slices.Contains(c.MissingYears, year) {
				waiting = append(waiting, provisional{c, act.Subject{Kind: f.kind, ID: f.subject}})
			}
		}
	}
	return waiting, nil
}

func (a ImportCalendar) rewrite(ctx context.Context, tx *act.Tx, w provisional, due calendar.Result) error {
	explain, err := json.Marshal(due.Steps)
	if err != nil {
		return err
	}
	var version int64
	if _, err := tx.One(ctx, []any{&version}, "SELECT COALESCE(MAX(subject_version), 0) FROM journal WHERE subject_id = ?", w.subject.ID); err != nil {
		return err
	}
	said := tx.Say(act.Line{
		Subject: w.subject, Version: version, Obligations: []string{w.Obligation}, Say: "journal.clock.recounted",
		Facts: fault.Args{"obligation": w.Obligation, "before": calendar.SayDue(w.DueAt), "due": calendar.SayDue(due.Due)},
	})
	// A clock that was marked overdue by the provisional date is overdue no more
	// if the date moved beyond now.
	_, err = tx.Write(ctx, said, `UPDATE clock SET due_at = ?, strict_due_at = ?, missing_years = ?, explain = ?,
		overdue_at = CASE WHEN CAST(? AS BIGINT) > CAST(? AS BIGINT) THEN NULL ELSE overdue_at END WHERE id = ?`,
		act.Millis(due.Due), strictDue(due), years(due.MissingYears), string(explain), act.Millis(due.Due), act.Millis(tx.Now()), w.ID)
	if err != nil || a.Recounted == nil {
		return err
	}
	return a.Recounted(ctx, tx, said, w.subject.ID)
}
