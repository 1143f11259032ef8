package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// ChangePassword is a person changing his own password. Whether he knows the
// old one was asked before: comparing is slow and does not belong in a transaction.
type ChangePassword struct {
	PersonID     string `json:"person_id" hidden:"true"`
	PasswordHash string `json:"-"`
}

// Action is "me.change".
func (a ChangePassword) Action() access.Action { return "me.change" }

// Scope is the person's own matter.
func (a ChangePassword) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{Person: a.PersonID}, nil
}

// Run writes the hash.
func (a ChangePassword) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	p, found, err := PersonByID(ctx, tx, a.PersonID)
	if err != nil {
		return Done{}, err
	}
	return writePassword(ctx, tx, p, found, p.Version, a.PasswordHash, "journal.staff.change_password")
}

// writePassword gives a person a new password hash.
func writePassword(ctx context.Context, tx *act.Tx, p Person, found bool, seen int64, hash, say string) (Done, error) {
	done := Done{p.ID, p.Version + 1}
	said := personSaid(tx, p.ID, done.Version, say, nil)
	if err := current(ctx, tx, said.Subject(), found, p.Version, seen); err != nil {
		return done, err
	}
	var fs fault.Fields
	fs.Add(hash == "", "password", "fault.required")
	if err := fs.Err(); err != nil {
		return done, err
	}
	return done, tx.WriteOne(ctx, said, "UPDATE person SET password_hash = ?, password_at = ?, version = version + 1 WHERE id = ? AND version = ?",
		hash, act.Millis(tx.Now()), p.ID, p.Version)
}
