package complaint

import (
	"context"
	"fmt"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/regulation"
	"huidan/internal/staff"
)

// numberSeries numbers complaints without gaps per year of taking in (2.1-b).
const numberSeries = "complaint"

// RegisterForm is what reception sends: the record, and whether it is a draft.
type RegisterForm struct {
	Record
	Draft bool `json:"draft,omitempty" doc:"keep it as a draft; it has its number already"`
	// RetrospectiveReason is given for a case handled outside the system (1-b).
	RetrospectiveReason string `json:"retrospective_reason,omitempty"`
}

// Register takes a complaint in (2.1-b, -d): by any channel, onto the record,
// under the next number of its year.
type Register struct {
	RegisterForm
}

// Action names the act.
func (Register) Action() access.Action { return "complaint.register" }

// Scope: a new complaint is nobody's yet.
func (Register) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run registers it.
func (a Register) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c := &Complaint{ID: act.NewID(), State: StateRegistered, Class: Unclassified, EntryMode: EntryLive, Record: a.Record}
	if a.Draft {
		c.State = StateDraft
	}
	if a.RetrospectiveReason != "" {
		c.EntryMode, c.EntryReason = EntryRetrospective, a.RetrospectiveReason
	}
	c.Record.defaults(tx.Now())
	c.Severity = c.Record.Severity
	if err := c.Record.check(tx.Now(), a.Draft, ""); err != nil {
		return Answer{}, err
	}
	return c.register(ctx, tx)
}

// register gives the complaint its number and writes it. Its clock for 2.1-f
// runs from the start, for a draft too: the customer has spoken.
func (c *Complaint) register(ctx context.Context, tx *act.Tx) (Answer, error) {
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return Answer{}, err
	}
	if err := c.fitParties(ctx, tx, rules); err != nil {
		return Answer{}, err
	}
	if c.OfficerID, err = officer(ctx, tx, c.takenAt()); err != nil {
		return Answer{}, err
	}
	facts := fault.Args{"channel": channelWord(c.Record.Channel)}
	said := tx.Say(act.Line{
		Subject: c.subject(), Version: 1, New: true, Obligations: []string{"2.1-b", "2.1-d"},
		Say: "journal.complaint." + registeredAs(c), Facts: facts, HappenedAt: c.takenAt(),
	})
	if err := c.startClassify(ctx, tx, said, rules); err != nil {
		return Answer{}, err
	}
	if err := c.flagLag(ctx, tx, said, rules); err != nil {
		return Answer{}, err
	}
	if err := c.nextDue(ctx, tx); err != nil {
		return Answer{}, err
	}
	// Late, since on PostgreSQL others wait for the number.
	year := regulation.RegisterYear(c.takenAt())
	n, err := tx.Number(ctx, said, numberSeries, year)
	if err != nil {
		return Answer{}, err
	}
	c.Number = fmt.Sprintf("TS%d-%05d", year, n)
	facts["number"] = c.Number
	if err := c.insert(ctx, tx, said); err != nil {
		return Answer{}, err
	}
	return c.answer(), involve(ctx, tx, said, person(c.OfficerID), person(tx.Actor().ID))
}

func registeredAs(c *Complaint) string {
	switch {
	case c.Retrospective():
		return "registered_retrospectively"
	case c.State == StateDraft:
		return "drafted"
	}
	return "registered"
}

// officer is the designated person who owns complaints at that time (2.1-a);
// without a valid designation it is whoever takes the complaint in, and the
// gap shows on the board.
func officer(ctx context.Context, tx *act.Tx, at time.Time) (string, error) {
	p, found, err := staff.OfficerAt(ctx, tx, "complaint", at)
	if err != nil {
		return "", err
	}
	if !found {
		return tx.Actor().ID, nil
	}
	return p.ID, nil
}

// flagLag keeps the lags of 2.1-b (arrived to taken in) and 2.1-d (taken in to
// written down) as clocks, when they were exceeded.
func (c *Complaint) flagLag(ctx context.Context, tx *act.Tx, said *act.Said, rules deadline.Rules) error {
	if c.Retrospective() {
		return nil
	}
	lags := []struct {
		obligation string
		from, to   time.Time
	}{
		{"2.1-b", c.Record.ArrivedAt, c.Record.TakenAt},
		{"2.1-d", c.Record.TakenAt, tx.Now()},
	}
	for _, l := range lags {
		due := regulation.RecordDue(l.from, rules.Calendar)
		if l.obligation == "2.1-b" {
			var limited bool
			if due, limited = regulation.IntakeLagDue(c.Record.Channel, l.from, rules.Settings, rules.Calendar); !limited {
				continue
			}
		}
		if l.to.Before(due.Due) {
			continue
		}
		id, err := deadline.Begin(ctx, tx, said, c.clock(rules, l.obligation, deadline.Company, "register", person(c.OfficerID), l.from, due))
		if err != nil {
			return err
		}
		if err := deadline.MeetOne(ctx, tx, said, id, l.to); err != nil {
			return err
		}
	}
	return nil
}
