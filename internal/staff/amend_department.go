package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// AmendDepartment changes a department, or closes it. A department with people
// in it is not closed, nor is the quality department, to which complaints are
// handed over (2.1-l).
type AmendDepartment struct {
	ID      string `json:"id" hidden:"true"`
	Version int64  `json:"version"`
	Code    string `json:"code" required:"true" maxLength:"40"`
	Name    string `json:"name" required:"true" maxLength:"60"`
	NameEn  string `json:"name_en" maxLength:"120"`
	Kind    Kind   `json:"kind" required:"true" enum:"quality,sales,reception,technical,production,purchasing,finance,other"`
	HeadID  string `json:"head_id" maxLength:"40"`
	Closed  bool   `json:"closed"`
}

// Action is "staff.amend_department".
func (a AmendDepartment) Action() access.Action { return "staff.amend_department" }

// Scope is nobody's matter in particular.
func (a AmendDepartment) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run writes the department.
func (a AmendDepartment) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	var fs fault.Fields
	d := Department{ID: a.ID, Code: a.Code, Name: a.Name, NameEn: a.NameEn, Kind: a.Kind, HeadID: a.HeadID, Closed: a.Closed}.cleaned(&fs)
	done := Done{a.ID, a.Version + 1}
	said, err := d.announce(ctx, tx, done.Version, "journal.staff.amend_department")
	if err != nil {
		return done, err
	}
	before, found, err := DepartmentByID(ctx, tx, a.ID)
	if err != nil {
		return done, err
	}
	if err := current(ctx, tx, said.Subject(), found, before.Version, a.Version); err != nil {
		return done, err
	}
	if err := d.guard(ctx, tx, &fs); err != nil {
		return done, err
	}
	if err := a.guard(ctx, tx, &fs, before); err != nil {
		return done, err
	}
	if err := fs.Err(); err != nil {
		return done, err
	}
	return done, tx.WriteOne(ctx, said, `UPDATE department SET code = ?, code_folded = ?, name = ?, name_en = ?, kind = ?, head_id = ?,
		closed_at = CASE WHEN ? = 0 THEN NULL ELSE COALESCE(closed_at, ?) END, version = version + 1 WHERE id = ? AND version = ?`,
		d.Code, act.FoldCode(d.Code), d.Name, d.NameEn, string(d.Kind), act.OrNull(d.HeadID), flag(d.Closed), act.Millis(tx.Now()), a.ID, a.Version)
}

// guard keeps the quality department and departments with people in them.
func (a AmendDepartment) guard(ctx context.Context, tx *act.Tx, fs *fault.Fields, before Department) error {
	if before.Kind == KindQuality && !before.Closed && (a.Closed || a.Kind != KindQuality) {
		return fault.Against("2.1-l", "staff.quality_department_stays")
	}
	if !a.Closed {
		return nil
	}
	var people int64
	_, err := tx.One(ctx, []any{&people}, "SELECT COUNT(*) FROM person WHERE department_id = ? AND disabled_at IS NULL", a.ID)
	fs.Add(people > 0, "closed", "staff.department_has_people", "n", people)
	return err
}

func flag(b bool) int64 {
	if b {
		return 1
	}
	return 0
}
