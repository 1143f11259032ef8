package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
)

// SetPassword is the administrator giving somebody a new password.
type SetPassword struct {
	ID           string `json:"id" hidden:"true"`
	Version      int64  `json:"version"`
	PasswordHash string `json:"-"`
}

// Action is "staff.set_password".
func (a SetPassword) Action() access.Action { return "staff.set_password" }

// Scope is nobody's matter in particular.
func (a SetPassword) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run writes the hash.
func (a SetPassword) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	p, found, err := PersonByID(ctx, tx, a.ID)
	if err != nil {
		return Done{}, err
	}
	p.ID = a.ID
	return writePassword(ctx, tx, p, found, a.Version, a.PasswordHash, "journal.staff.set_password")
}
