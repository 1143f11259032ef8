package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// AmendSite replaces what is known about a site. Complaints keep the region
// class they were judged by (clauses.md 3.7).
type AmendSite struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version"`
	SiteFields
}

// Action names the row of the permission table.
func (AmendSite) Action() access.Action { return "party.amend_site" }

// Scope is nobody's in particular.
func (AmendSite) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run writes the fields anew.
func (a AmendSite) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := siteInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	f := a.SiteFields.tidy()
	if err := f.check(""); err != nil {
		return Changed{}, err
	}
	said := tx.Say(act.Line{Subject: siteSubject(a.ID), Version: a.Version + 1, Say: "journal.party.amend_site",
		Obligations: siteObligations,
		Facts:       fault.Args{"customer_id": was.CustomerID, "division_code": f.DivisionCode, "fields": fieldNames(was.SiteFields, f)}})
	err = tx.WriteOne(ctx, said, `
		UPDATE site SET name = ?, division_code = ?, address = ?, place = ?, place_note = ?, version = version + 1
		WHERE id = ? AND version = ? AND voided_at IS NULL`,
		f.Name, f.DivisionCode, f.Address, string(f.Place), f.PlaceNote, a.ID, a.Version)
	return Changed{ID: a.ID, Version: a.Version + 1}, err
}
