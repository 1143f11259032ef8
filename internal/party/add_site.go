package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
)

// AddSite enters a site of a customer (clause 2.2: where the matter occurs).
type AddSite struct {
	CustomerID string `json:"customer_id,omitempty" doc:"Taken from the path"`
	SiteFields
}

// Action names the row of the permission table.
func (AddSite) Action() access.Action { return "party.add_site" }

// Scope is nobody's in particular.
func (AddSite) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run enters the site.
func (a AddSite) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	if _, err := customerInForce(ctx, tx, a.CustomerID); err != nil {
		return Changed{}, err
	}
	id, err := enterSite(ctx, tx, a.CustomerID, a.SiteFields, "", "")
	return Changed{ID: id, Version: 1}, err
}
