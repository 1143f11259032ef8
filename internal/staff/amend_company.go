package staff

import (
	"context"
	"strings"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// AmendCompany changes the profile of the company.
type AmendCompany struct {
	Version       int64    `json:"version"`
	Name          string   `json:"name" required:"true" maxLength:"120"`
	HomeProvinces []string `json:"home_provinces" required:"true" maxItems:"34"`
	FormNo        string   `json:"form_no" maxLength:"40"`
}

// Action is "staff.amend_company".
func (a AmendCompany) Action() access.Action { return "staff.amend_company" }

// Scope is nobody's matter in particular.
func (a AmendCompany) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run writes the profile.
func (a AmendCompany) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	var fs fault.Fields
	name := required(&fs, "name", a.Name, 120)
	codes := provinces(&fs, "home_provinces", a.HomeProvinces)
	home := strings.Join(codes, " ")
	formNo := optional(&fs, "form_no", a.FormNo, longCode)
	if err := fs.Err(); err != nil {
		return Done{}, err
	}
	done := Done{companyID, a.Version + 1}
	said := tx.Say(act.Line{Subject: act.Subject{Kind: "company", ID: companyID}, Version: done.Version,
		Say: "journal.staff.amend_company", Facts: fault.Args{"home_provinces": home, "form_no": formNo}})
	if err := deadline.PublishHome(ctx, tx, said, codes); err != nil {
		return Done{}, err
	}
	return done, tx.WriteOne(ctx, said, `UPDATE company SET name = ?, home_provinces = ?, form_no = ?, version = version + 1
		WHERE id = ? AND version = ?`, name, home, formNo, companyID, a.Version)
}
