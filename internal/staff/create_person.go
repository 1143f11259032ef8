package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// CreatePerson adds a person with his roles. Without a password he is known,
// and can be given work, but cannot sign in.
type CreatePerson struct {
	Login        string        `json:"login" required:"true" maxLength:"40"`
	Name         string        `json:"name" required:"true" maxLength:"60"`
	DepartmentID string        `json:"department_id" maxLength:"40"`
	Phone        string        `json:"phone" maxLength:"40"`
	Email        string        `json:"email" maxLength:"120"`
	Roles        []access.Role `json:"roles" required:"true" maxItems:"12"`
	PasswordHash string        `json:"-"`
}

// Action is "staff.create_person".
func (a CreatePerson) Action() access.Action { return "staff.create_person" }

// Scope is nobody's matter in particular.
func (a CreatePerson) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run writes the person.
func (a CreatePerson) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	var fs fault.Fields
	p := personal{a.Login, a.Name, a.DepartmentID, a.Phone, a.Email}.check(&fs, "name")
	checkRoles(&fs, a.Roles, p.DepartmentID)
	id := act.NewID()
	said := personSaid(tx, id, 1, "journal.staff.create_person", fault.Args{"roles": roleText(a.Roles), "department": p.DepartmentID})
	if err := tx.Lock(ctx, said, "login"); err != nil {
		return Done{}, err
	}
	if err := p.guard(ctx, tx, &fs, id); err != nil {
		return Done{}, err
	}
	if err := fs.Err(); err != nil {
		return Done{}, err
	}
	if err := p.insert(ctx, tx, said, id, a.PasswordHash); err != nil {
		return Done{}, err
	}
	return Done{id, 1}, giveRoles(ctx, tx, said, id, a.Roles)
}
