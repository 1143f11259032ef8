package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// CancelAbsence takes an absence back; the row stays.
type CancelAbsence struct {
	ID      string `json:"id" hidden:"true"`
	Version int64  `json:"version"`
	Reason  string `json:"reason" maxLength:"500"`
}

// Action is "staff.cancel_absence".
func (a CancelAbsence) Action() access.Action { return "staff.cancel_absence" }

// Scope is the person's own matter and his department's.
func (a CancelAbsence) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	b, _, err := absenceByID(ctx, tx, a.ID)
	if err != nil {
		return access.Scope{}, err
	}
	return scopeOf(ctx, tx, b.PersonID)
}

// Run writes it.
func (a CancelAbsence) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	done := Done{a.ID, a.Version + 1}
	b, found, err := absenceByID(ctx, tx, a.ID)
	if err != nil {
		return done, err
	}
	said := tx.Say(act.Line{Subject: act.Subject{Kind: "absence", ID: a.ID}, Version: done.Version,
		Say: "journal.staff.cancel_absence", Facts: fault.Args{"person": b.PersonID, "from_day": b.FromDay, "to_day": b.ToDay}})
	if err := current(ctx, tx, said.Subject(), found, b.Version, a.Version); err != nil {
		return done, err
	}
	var fs fault.Fields
	reason := optional(&fs, "reason", a.Reason, longNote)
	if err := fs.Err(); err != nil {
		return done, err
	}
	if !b.CancelledAt.IsZero() {
		return done, fault.Against("", "staff.absence_cancelled")
	}
	return done, tx.WriteOne(ctx, said, "UPDATE absence SET cancelled_at = ?, cancel_reason = ?, version = version + 1 WHERE id = ? AND version = ?",
		act.Millis(tx.Now()), reason, a.ID, a.Version)
}
