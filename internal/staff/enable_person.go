package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// EnablePerson opens a closed account again, with the roles it had.
type EnablePerson struct {
	ID      string `json:"id" hidden:"true"`
	Version int64  `json:"version"`
}

// Action is "staff.enable_person".
func (a EnablePerson) Action() access.Action { return "staff.enable_person" }

// Scope is nobody's matter in particular.
func (a EnablePerson) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run opens the account.
func (a EnablePerson) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	done := Done{a.ID, a.Version + 1}
	before, found, err := PersonByID(ctx, tx, a.ID)
	if err != nil {
		return done, err
	}
	said := personSaid(tx, a.ID, done.Version, "journal.staff.enable_person", nil)
	if err := current(ctx, tx, said.Subject(), found, before.Version, a.Version); err != nil {
		return done, err
	}
	if !before.Disabled() {
		return done, fault.Against("", "staff.enabled_already")
	}
	return done, tx.WriteOne(ctx, said, "UPDATE person SET disabled_at = NULL, disable_reason = '', version = version + 1 WHERE id = ? AND version = ?",
		a.ID, a.Version)
}
