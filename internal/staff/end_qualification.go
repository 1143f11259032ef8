package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// EndQualification withdraws a qualification from a day on (2.3-a, 2.3-b): the
// row stays, since visits before that day stand on it.
type EndQualification struct {
	ID      string `json:"id" hidden:"true"`
	Version int64  `json:"version"`
	EndedOn string `json:"ended_on" required:"true" format:"date" doc:"First day it is no longer valid"`
	Reason  string `json:"reason" required:"true" maxLength:"500"`
}

// Action is "staff.end_qualification".
func (a EndQualification) Action() access.Action { return "staff.end_qualification" }

// Scope is a matter of the person's department.
func (a EndQualification) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	q, _, err := qualificationByID(ctx, tx, a.ID)
	if err != nil {
		return access.Scope{}, err
	}
	return scopeOf(ctx, tx, q.PersonID)
}

// Run writes the end.
func (a EndQualification) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	done := Done{a.ID, a.Version + 1}
	q, found, err := qualificationByID(ctx, tx, a.ID)
	if err != nil {
		return done, err
	}
	said := tx.Say(act.Line{Subject: act.Subject{Kind: "qualification", ID: a.ID}, Version: done.Version, Obligations: []string{"2.3-a", "2.3-b"},
		Say: "journal.staff.end_qualification", Facts: fault.Args{"person": q.PersonID, "family": q.Family, "skill": q.Skill, "ended_on": a.EndedOn}})
	if err := current(ctx, tx, said.Subject(), found, q.Version, a.Version); err != nil {
		return done, err
	}
	var fs fault.Fields
	day(&fs, "ended_on", a.EndedOn)
	reason := required(&fs, "reason", a.Reason, longNote)
	fs.Add(a.EndedOn != "" && a.EndedOn < q.ValidFrom, "ended_on", "staff.ends_before_it_begins")
	if err := fs.Err(); err != nil {
		return done, err
	}
	if q.EndedOn != "" {
		return done, fault.Against("2.3-a", "staff.qualification_ended", "day", q.EndedOn)
	}
	return done, tx.WriteOne(ctx, said, "UPDATE qualification SET ended_on = ?, end_reason = ?, version = version + 1 WHERE id = ? AND version = ?",
		a.EndedOn, reason, a.ID, a.Version)
}
