package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// AmendPerson changes what is written down about a person.
type AmendPerson struct {
	ID           string `json:"id" hidden:"true"`
	Version      int64  `json:"version"`
	Login        string `json:"login" required:"true" maxLength:"40"`
	Name         string `json:"name" required:"true" maxLength:"60"`
	DepartmentID string `json:"department_id" maxLength:"40"`
	Phone        string `json:"phone" maxLength:"40"`
	Email        string `json:"email" maxLength:"120"`
}

// Action is "staff.amend_person".
func (a AmendPerson) Action() access.Action { return "staff.amend_person" }

// Scope is nobody's matter in particular.
func (a AmendPerson) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run writes the person.
func (a AmendPerson) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	var fs fault.Fields
	p := personal{a.Login, a.Name, a.DepartmentID, a.Phone, a.Email}.check(&fs, "name")
	done := Done{a.ID, a.Version + 1}
	said := personSaid(tx, a.ID, done.Version, "journal.staff.amend_person", fault.Args{"department": p.DepartmentID})
	if err := tx.Lock(ctx, said, "login"); err != nil {
		return done, err
	}
	before, found, err := PersonByID(ctx, tx, a.ID)
	if err != nil {
		return done, err
	}
	if err := current(ctx, tx, said.Subject(), found, before.Version, a.Version); err != nil {
		return done, err
	}
	checkRoles(&fs, before.Roles, p.DepartmentID)
	if err := p.guard(ctx, tx, &fs, a.ID); err != nil {
		return done, err
	}
	if err := fs.Err(); err != nil {
		return done, err
	}
	sorted, find := findText(p.Name, p.Login, p.Phone, p.Email)
	return done, tx.WriteOne(ctx, said, `UPDATE person SET login = ?, login_folded = ?, name = ?, pinyin = ?, find = ?, department_id = ?,
		phone = ?, email = ?, version = version + 1 WHERE id = ? AND version = ?`,
		p.Login, act.Fold(p.Login), p.Name, sorted, find, act.OrNull(p.DepartmentID), p.Phone, p.Email, a.ID, a.Version)
}
