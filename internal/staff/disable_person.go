package staff

import (
	"context"
	"slices"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// DisablePerson closes a person's account; what he did stays. The last
// administrator stays enabled. Somebody designated may be disabled (people do
// leave): the designation then shows as unattended (2.1-a).
type DisablePerson struct {
	ID      string `json:"id" hidden:"true"`
	Version int64  `json:"version"`
	Reason  string `json:"reason" required:"true" maxLength:"500"`
}

// Action is "staff.disable_person".
func (a DisablePerson) Action() access.Action { return "staff.disable_person" }

// Scope is nobody's matter in particular.
func (a DisablePerson) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run closes the account.
func (a DisablePerson) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	done := Done{a.ID, a.Version + 1}
	before, found, err := PersonByID(ctx, tx, a.ID)
	if err != nil {
		return done, err
	}
	said := personSaid(tx, a.ID, done.Version, "journal.staff.disable_person", nil)
	if err := current(ctx, tx, said.Subject(), found, before.Version, a.Version); err != nil {
		return done, err
	}
	var fs fault.Fields
	required(&fs, "reason", a.Reason, longNote)
	if err := fs.Err(); err != nil {
		return done, err
	}
	if before.Disabled() {
		return done, fault.Against("", "staff.disabled_already")
	}
	if slices.Contains(before.Roles, access.Admin) {
		if err := keepAnAdmin(ctx, tx, said, a.ID); err != nil {
			return done, err
		}
	}
	return done, tx.WriteOne(ctx, said, "UPDATE person SET disabled_at = ?, disable_reason = ?, version = version + 1 WHERE id = ? AND version = ?",
		act.Millis(tx.Now()), clean(a.Reason), a.ID, a.Version)
}
