package staff

import (
	"context"
	"slices"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// SetRoles says which roles a person holds from now on. The last administrator
// stays one.
type SetRoles struct {
	ID      string        `json:"id" hidden:"true"`
	Version int64         `json:"version"`
	Roles   []access.Role `json:"roles" required:"true" maxItems:"12"`
}

// Action is "staff.set_roles".
func (a SetRoles) Action() access.Action { return "staff.set_roles" }

// Scope is nobody's matter in particular.
func (a SetRoles) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run writes the roles, with a line for each role given or taken.
func (a SetRoles) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	done := Done{a.ID, a.Version + 1}
	before, found, err := PersonByID(ctx, tx, a.ID)
	if err != nil {
		return done, err
	}
	if err := current(ctx, tx, act.Subject{Kind: "person", ID: a.ID}, found, before.Version, a.Version); err != nil {
		return done, err
	}
	var fs fault.Fields
	checkRoles(&fs, a.Roles, before.DepartmentID)
	said := a.lines(tx, before.Roles, done.Version)
	fs.Add(said == nil, "roles", "staff.roles_unchanged")
	if err := fs.Err(); err != nil {
		return done, err
	}
	if slices.Contains(before.Roles, access.Admin) && !slices.Contains(a.Roles, access.Admin) {
		if err := keepAnAdmin(ctx, tx, said, a.ID); err != nil {
			return done, err
		}
	}
	if err := tx.WriteOne(ctx, said, "UPDATE person SET version = version + 1 WHERE id = ? AND version = ?", a.ID, a.Version); err != nil {
		return done, err
	}
	return done, giveRoles(ctx, tx, said, a.ID, a.Roles)
}

// lines announces what changes; nil when nothing does.
func (a SetRoles) lines(tx *act.Tx, before []access.Role, version int64) (said *act.Said) {
	for _, r := range access.Roles {
		had, has := slices.Contains(before, r), slices.Contains(a.Roles, r)
		switch {
		case has && !had:
			said = personSaid(tx, a.ID, version, "journal.staff.give_role", fault.Args{"role": roleWord(r)})
		case had && !has:
			said = personSaid(tx, a.ID, version, "journal.staff.take_role", fault.Args{"role": roleWord(r)})
		}
	}
	return said
}
