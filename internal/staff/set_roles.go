package staff

import (
	"context"
	"slices"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/lang"
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

// Run writes the roles.
func (a SetRoles) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	done := Done{a.ID, a.Version + 1}
	before, found, err := PersonByID(ctx, tx, a.ID)
	if err != nil {
		return done, err
	}
	said := personSaid(tx, a.ID, done.Version, "journal.staff.set_roles",
		fault.Args{"before": roleText(before.Roles), "before_zh": roleWords(lang.ZH, before.Roles), "before_en": roleWords(lang.EN, before.Roles),
			"roles": roleText(a.Roles), "roles_zh": roleWords(lang.ZH, a.Roles), "roles_en": roleWords(lang.EN, a.Roles)})
	if err := current(ctx, tx, said.Subject(), found, before.Version, a.Version); err != nil {
		return done, err
	}
	var fs fault.Fields
	checkRoles(&fs, a.Roles, before.DepartmentID)
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
