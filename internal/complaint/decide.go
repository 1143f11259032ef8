package complaint

import (
	"context"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/regulation"
	"huidan/internal/staff"
)

// reopenUntil is the last day on which the same matter may be reopened (EC-17).
func reopenUntil(c *Complaint, rules deadline.Rules) calendar.Day {
	return regulation.ReopenUntil(time.UnixMilli(c.ClosedAt), rules.Settings)
}

// SetSeverityForm is how serious the matter is, and why.
type SetSeverityForm struct {
	Version  int64  `json:"version"`
	Severity string `json:"severity" doc:"minor major serious"`
	Reason   string `json:"reason"`
}

// SetSeverity decides the severity (Q-11, EC-16). The rule proposes, a person
// decides. A serious case has two hours for its opinion.
type SetSeverity struct {
	ID string `json:"complaint_id"`
	SetSeverityForm
}

// Action names the act.
func (SetSeverity) Action() access.Action { return "complaint.set_severity" }

// Scope gives those who take part.
func (a SetSeverity) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run decides.
func (a SetSeverity) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if c.State.Ended() {
		return Answer{}, fault.Against("4.4-a", "complaint.wrong_state", "state", stateWord(c.State))
	}
	var wrong fault.Fields
	oneOf(&wrong, "severity", a.Severity, Severities)
	required(&wrong, "reason", a.Reason, longestText)
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "severity_"+a.Severity, nil, "4.4-a")
	c.Severity = a.Severity
	if _, running, err := deadline.Running(ctx, tx, c.ID, stepWriteOpinion); err != nil {
		return Answer{}, err
	} else if running && a.Severity == SeveritySerious {
		if err := a.hurry(ctx, tx, c, said); err != nil {
			return Answer{}, err
		}
	}
	return c.save(ctx, tx, said)
}

// hurry replaces the running clock of the opinion by that of a serious case,
// which runs from now: before, nobody had said that it is serious.
func (a SetSeverity) hurry(ctx context.Context, tx *act.Tx, c *Complaint, said *act.Said) error {
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return err
	}
	if err := deadline.Cancel(ctx, tx, said, stepWriteOpinion); err != nil {
		return err
	}
	return c.startOpinion(ctx, tx, said, rules, tx.Now())
}

// AssignOfficerForm names who owns the complaint at reception.
type AssignOfficerForm struct {
	Version  int64  `json:"version"`
	PersonID string `json:"person_id"`
}

// AssignOfficer gives the complaint to another responsible officer (2.1-a):
// every complaint shows who answers for it.
type AssignOfficer struct {
	ID string `json:"complaint_id"`
	AssignOfficerForm
}

// Action names the act.
func (AssignOfficer) Action() access.Action { return "complaint.assign_officer" }

// Scope gives those who take part.
func (a AssignOfficer) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run gives it over; the clocks the old officer owed go along, due as before.
func (a AssignOfficer) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	p, found, err := staff.PersonByID(ctx, tx, a.PersonID)
	if err != nil {
		return Answer{}, err
	}
	if !found || p.Disabled() {
		return Answer{}, fault.Invalid(fault.Wrong("person_id", "fault.not_found"))
	}
	said := c.say(tx, "officer_assigned", fault.Args{"person": a.PersonID}, "2.1-a")
	for _, step := range []string{stepClassify, stepLogContact, stepHandOver} {
		if err := deadline.Give(ctx, tx, said, step, person(a.PersonID)); err != nil {
			return Answer{}, err
		}
	}
	c.OfficerID = a.PersonID
	if err := involve(ctx, tx, said, person(a.PersonID)); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}
