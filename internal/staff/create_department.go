package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// CreateDepartment adds a department. There is one quality department.
type CreateDepartment struct {
	Code   string `json:"code" required:"true" maxLength:"40"`
	Name   string `json:"name" required:"true" maxLength:"60"`
	NameEn string `json:"name_en" maxLength:"120"`
	Kind   Kind   `json:"kind" required:"true" enum:"quality,sales,reception,technical,production,purchasing,finance,other"`
	HeadID string `json:"head_id" maxLength:"40"`
}

// Action is "staff.create_department".
func (a CreateDepartment) Action() access.Action { return "staff.create_department" }

// Scope is nobody's matter in particular.
func (a CreateDepartment) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run writes the department.
func (a CreateDepartment) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	var fs fault.Fields
	d := Department{ID: act.NewID(), Code: a.Code, Name: a.Name, NameEn: a.NameEn, Kind: a.Kind, HeadID: a.HeadID}.cleaned(&fs)
	said, err := d.announce(ctx, tx, 1, "journal.staff.create_department")
	if err != nil {
		return Done{}, err
	}
	if err := d.guard(ctx, tx, &fs); err != nil {
		return Done{}, err
	}
	if err := fs.Err(); err != nil {
		return Done{}, err
	}
	return Done{d.ID, 1}, d.insert(ctx, tx, said)
}
