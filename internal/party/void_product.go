package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// VoidProduct takes a product that was entered wrongly out of force. One that
// is no longer made is discontinued instead (AmendProduct).
type VoidProduct struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version"`
	Reason  string `json:"reason" maxLength:"200"`
}

// Action names the row of the permission table.
func (VoidProduct) Action() access.Action { return "party.void_product" }

// Scope is nobody's in particular.
func (VoidProduct) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run voids the product, unless there are units of it.
func (a VoidProduct) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := productInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	if err := needReason(a.Reason); err != nil {
		return Changed{}, err
	}
	used, err := exists(ctx, tx, "SELECT 1 FROM unit WHERE product_id = ? AND voided_at IS NULL", a.ID)
	if err != nil {
		return Changed{}, err
	}
	if used {
		return Changed{}, fault.Against("", "party.product_has_units", "code", was.Code)
	}
	said := tx.Say(act.Line{Subject: productSubject(a.ID), Version: a.Version + 1, Say: "journal.party.void_product",
		Facts: fault.Args{"code": was.Code}})
	if err := voidRow(ctx, tx, said, "product", a.ID, a.Version, a.Reason); err != nil {
		return Changed{}, err
	}
	_, err = tx.Write(ctx, said, "DELETE FROM party_key WHERE subject_id = ?", a.ID)
	return Changed{ID: a.ID, Version: a.Version + 1, Code: was.Code}, err
}
