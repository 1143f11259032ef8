package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// VoidSite takes a site out of force.
type VoidSite struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version"`
	Reason  string `json:"reason" maxLength:"200"`
}

// Action names the row of the permission table.
func (VoidSite) Action() access.Action { return "party.void_site" }

// Scope is nobody's in particular.
func (VoidSite) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run voids the site, unless units still stand there.
func (a VoidSite) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := siteInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	if err := needReason(a.Reason); err != nil {
		return Changed{}, err
	}
	used, err := exists(ctx, tx, "SELECT 1 FROM unit WHERE customer_id = ? AND site_id = ? AND voided_at IS NULL", was.CustomerID, a.ID)
	if err != nil {
		return Changed{}, err
	}
	if used {
		return Changed{}, fault.Against("", "party.site_has_units")
	}
	said := tx.Say(act.Line{Subject: siteSubject(a.ID), Version: a.Version + 1, Say: "journal.party.void_site",
		Obligations: siteObligations, Facts: fault.Args{"customer_id": was.CustomerID}})
	err = voidRow(ctx, tx, said, "site", a.ID, a.Version, a.Reason)
	return Changed{ID: a.ID, Version: a.Version + 1}, err
}
