package complaint

import (
	"context"
	"fmt"
	"time"
	"unicode/utf8"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/party"
	"huidan/internal/regulation"
)

// ImportMost bounds the rows of one import act, so that one import never keeps
// the other writers waiting.
const ImportMost = 100

// customerNameLongest is what the records of customers take, in characters.
const customerNameLongest = 120

// ImportedRow is one row of an old ledger. The record carries what the columns
// said; everything that has no field of its own stands in the summary.
type ImportedRow struct {
	Row       int64  `json:"row" doc:"row of the file, from 1"`
	Reason    string `json:"reason" doc:"where it was imported from (1-b)"`
	TakenOn   string `json:"taken_on" doc:"YYYY-MM-DD"`
	TakenTime string `json:"taken_time,omitempty" doc:"HH:MM; without it the start of the working day is assumed"`
	ArrivedOn string `json:"arrived_on,omitempty" doc:"YYYY-MM-DD"`
	ClosedOn  string `json:"closed_on,omitempty" doc:"YYYY-MM-DD; the ledger says that it is settled"`
	Class     Class  `json:"class"`
	Doubt     bool   `json:"doubt,omitempty" doc:"the ledger doubts, which means quality (2.1-f)"`
	Outcome   string `json:"outcome,omitempty" doc:"how the ledger says it was settled"`
	Record    Record `json:"record"`
}

// ImportBatch takes some rows of an old ledger in: each becomes a complaint
// under the next number of its year, marked retrospective and counted apart
// (1-b, 2.1-b). What is still to be done is owed from the time of entry.
type ImportBatch struct {
	ImportID string        `json:"import_id"`
	Batch    int64         `json:"batch"`
	Rows     []ImportedRow `json:"rows"`
}

// ImportedAs says which complaint a row became.
type ImportedAs struct {
	Row    int64  `json:"row"`
	ID     string `json:"id"`
	Number string `json:"number"`
}

// BatchAnswer says what became of a batch.
type BatchAnswer struct {
	Rows []ImportedAs `json:"rows"`
}

// Action names the act.
func (ImportBatch) Action() access.Action { return "complaint.import" }

// Scope: new complaints are nobody's yet.
func (ImportBatch) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run takes the rows in. All are prepared before the first takes its number,
// since others wait for numbers.
func (a ImportBatch) Run(ctx context.Context, tx *act.Tx) (BatchAnswer, error) {
	answer := BatchAnswer{Rows: []ImportedAs{}}
	if err := a.check(tx.Now()); err != nil {
		return answer, err
	}
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return answer, err
	}
	owner, err := officer(ctx, tx, tx.Now())
	if err != nil {
		return answer, err
	}
	list := make([]*entering, len(a.Rows))
	for i, row := range a.Rows {
		if list[i], err = row.prepare(ctx, tx, rules, a.ImportID); err != nil {
			return answer, err
		}
		list[i].OfficerID = owner
	}
	for _, e := range list {
		if err := e.enter(ctx, tx, rules); err != nil {
			return answer, err
		}
		answer.Rows = append(answer.Rows, ImportedAs{e.row, e.ID, e.Number})
	}
	return answer, nil
}

func (a ImportBatch) check(now time.Time) error {
	var wrong fault.Fields
	wrong.Add(a.ImportID == "", "import_id", "fault.required")
	wrong.Add(len(a.Rows) == 0, "rows", "fault.required")
	wrong.Add(len(a.Rows) > ImportMost, "rows", "complaint.too_many_lines", "max", ImportMost)
	if err := wrong.Err(); err != nil {
		return err
	}
	for i := range a.Rows {
		if err := a.Rows[i].check(now, fmt.Sprintf("rows[%d].", i)); err != nil {
			return err
		}
	}
	return nil
}

// Check says what hinders a row from being taken in; now is what counts as the
// future.
func (r *ImportedRow) Check(now time.Time) error { return r.check(now, "") }

func (r *ImportedRow) check(now time.Time, path string) error {
	var wrong fault.Fields
	day, err := calendar.ParseDay(r.TakenOn)
	wrong.Add(err != nil, path+"taken_on", "fault.malformed")
	wrong.Add(err == nil && day.After(calendar.DayOf(now)), path+"taken_on", "fault.in_future")
	for field, text := range map[string]string{"arrived_on": r.ArrivedOn, "closed_on": r.ClosedOn} {
		_, err := calendar.ParseDay(text)
		wrong.Add(text != "" && err != nil, path+field, "fault.malformed")
	}
	if r.TakenTime != "" {
		_, err := calendar.ParseClockTime(r.TakenTime)
		wrong.Add(err != nil, path+"taken_time", "fault.malformed")
	}
	required(&wrong, path+"reason", r.Reason, longestText)
	tooLong(&wrong, path+"outcome", r.Outcome, longestText)
	oneOf(&wrong, path+"class", string(r.Class), []string{string(Unclassified), string(Quality), string(NonQuality)})
	wrong.Add(utf8.RuneCountInString(r.Record.CustomerName) > customerNameLongest, path+"record.customer_name", "fault.too_long", "max", customerNameLongest)
	if err := wrong.Err(); err != nil {
		return err
	}
	record := r.Record
	record.Lines = append([]Line(nil), r.Record.Lines...) // defaults fills them, and the row may be read again
	record.TakenAt = day.Start()
	record.defaults(now)
	return record.check(now, true, path+"record.")
}

// entering is a row on its way into the register.
type entering struct {
	Complaint
	row         int64
	code        string // why it has its class
	newCustomer bool
}

// prepare makes the complaint of a row: its times, its customer, its region.
func (r ImportedRow) prepare(ctx context.Context, tx *act.Tx, rules deadline.Rules, importID string) (*entering, error) {
	e := &entering{row: r.Row, Complaint: Complaint{
		ID: act.NewID(), State: StateRegistered, Class: r.Class, EntryMode: EntryRetrospective, EntryReason: r.Reason,
		ImportID: importID, Record: r.Record,
	}}
	e.Record.Lines = append([]Line(nil), r.Record.Lines...) // the act may run again on the same row
	r.times(&e.Complaint, tx.Now(), rules.Settings.Organisation.WorkingHours)
	e.Record.defaults(tx.Now())
	e.Severity = e.Record.Severity
	if e.Record.CustomerName != "" {
		customer, created, err := party.FindOrCreateCustomer(ctx, tx, party.CustomerFields{Name: e.Record.CustomerName})
		if err != nil {
			return nil, err
		}
		e.Record.CustomerID, e.newCustomer = customer.ID, created
	}
	r.class(e, tx.Now())
	return e, e.fitParties(ctx, tx, rules)
}

// times: a ledger knows days, seldom hours. Days that cannot be right together
// keep their order: arrived, taken, closed, now.
func (r ImportedRow) times(c *Complaint, now time.Time, hours calendar.WorkingHours) {
	on := func(text string, clock calendar.ClockTime) time.Time {
		day, err := calendar.ParseDay(text)
		if err != nil {
			return time.Time{}
		}
		return clock.On(day)
	}
	clock := hours.From
	if at, err := calendar.ParseClockTime(r.TakenTime); err == nil {
		clock = at
	}
	c.Record.TakenAt = earliest(on(r.TakenOn, clock), now)
	c.Record.ArrivedAt = c.Record.TakenAt
	if r.ArrivedOn != "" {
		c.Record.ArrivedAt = earliest(on(r.ArrivedOn, hours.From), c.Record.TakenAt)
	}
	if r.ClosedOn == "" {
		return
	}
	closed := earliest(on(r.ClosedOn, hours.To), now)
	if closed.Before(c.Record.TakenAt) {
		closed = c.Record.TakenAt
	}
	c.State, c.ClosedAt, c.CloseKind, c.CloseSummary = StateClosed, act.Millis(closed), ClosedImported, r.Outcome
}

func earliest(a, b time.Time) time.Time {
	if b.Before(a) {
		return b
	}
	return a
}

// class: as the ledger said; doubt means quality (2.1-f). A settled matter of
// which the ledger says no class counts as one in doubt; an open one waits for
// somebody to decide.
func (r ImportedRow) class(e *entering, now time.Time) {
	e.code = "imported"
	if r.Doubt || e.Class == Unclassified && e.State == StateClosed {
		e.Class, e.code = Quality, "doubt"
	}
	for i := range e.Record.Lines {
		e.Record.Lines[i].Class = e.Class
	}
	if e.Class == Unclassified {
		return
	}
	e.ClassifiedAt = act.Millis(now)
	switch {
	case e.State == StateClosed:
	case e.Class == Quality:
		e.State = StateHandoverPending
	default:
		e.State = StateNegotiating
	}
}

// enter gives the complaint its number and writes it, with the clock of its
// next step.
func (e *entering) enter(ctx context.Context, tx *act.Tx, rules deadline.Rules) error {
	c := &e.Complaint
	facts := fault.Args{}
	said := tx.Say(act.Line{
		Subject: c.subject(), Version: 1, New: true, Obligations: []string{"1-b", "2.1-b"},
		Say: "journal.complaint.imported", Facts: facts, HappenedAt: c.takenAt(),
	})
	year := regulation.RegisterYear(c.takenAt())
	n, err := tx.Number(ctx, said, numberSeries, year)
	if err != nil {
		return err
	}
	c.Number = fmt.Sprintf("TS%d-%05d", year, n)
	facts["number"] = c.Number
	if err := c.startNext(ctx, tx, said, rules); err != nil {
		return err
	}
	if err := c.nextDue(ctx, tx); err != nil {
		return err
	}
	if err := c.insert(ctx, tx, said); err != nil {
		return err
	}
	if err := e.keepClass(ctx, tx, said); err != nil {
		return err
	}
	if err := e.keepCustomer(ctx, tx, said); err != nil {
		return err
	}
	return involve(ctx, tx, said, person(c.OfficerID), person(tx.Actor().ID))
}

// startNext starts the clock of what an imported complaint still needs.
func (c *Complaint) startNext(ctx context.Context, tx *act.Tx, said *act.Said, rules deadline.Rules) error {
	switch c.State {
	case StateHandoverPending:
		return c.startHandover(ctx, tx, said, rules, tx.Now())
	case StateNegotiating:
		return c.startNegotiation(ctx, tx, said, rules, tx.Now())
	case StateRegistered:
		return c.startClassify(ctx, tx, said, rules)
	}
	return nil
}

// keepClass keeps the ledger's class as the first classification.
func (e *entering) keepClass(ctx context.Context, tx *act.Tx, said *act.Said) error {
	if e.Class == Unclassified {
		return nil
	}
	_, err := tx.Write(ctx, said, `
		INSERT INTO classification (id, complaint_id, n, class, reason_code, reason, evidence, decided_by, decided_at)
		VALUES (?, ?, 1, ?, ?, '', ?, ?, ?)`,
		act.NewID(), e.ID, string(e.Class), e.code, e.EntryReason, tx.Actor().ID, act.Millis(tx.Now()))
	return err
}

// keepCustomer notes that a customer came into being with the import, so that
// undoing it can take him back.
func (e *entering) keepCustomer(ctx context.Context, tx *act.Tx, said *act.Said) error {
	if !e.newCustomer {
		return nil
	}
	_, err := tx.Write(ctx, said, "INSERT INTO import_customer (import_id, customer_id) VALUES (?, ?)", e.ImportID, e.Record.CustomerID)
	return err
}

// Headline is what lists show of an account; imports compare by it.
func Headline(account string) string { return headline(account) }
