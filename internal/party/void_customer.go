package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// VoidCustomer takes a customer out of force: it stays readable where it is
// referred to, and is not offered any more.
type VoidCustomer struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version"`
	Reason  string `json:"reason" maxLength:"200"`
}

// Action names the row of the permission table.
func (VoidCustomer) Action() access.Action { return "party.void_customer" }

// Scope is nobody's in particular.
func (VoidCustomer) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run voids the customer, unless units still stand with it.
func (a VoidCustomer) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := customerInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	if err := needReason(a.Reason); err != nil {
		return Changed{}, err
	}
	used, err := exists(ctx, tx, "SELECT 1 FROM unit WHERE customer_id = ? AND voided_at IS NULL", a.ID)
	if err != nil {
		return Changed{}, err
	}
	if used {
		return Changed{}, fault.Against("", "party.customer_has_units", "code", was.Code)
	}
	said := tx.Say(act.Line{Subject: customerSubject(a.ID), Version: a.Version + 1, Say: "journal.party.void_customer",
		Facts: fault.Args{"code": was.Code}})
	if err := voidRow(ctx, tx, said, "customer", a.ID, a.Version, a.Reason); err != nil {
		return Changed{}, err
	}
	_, err = tx.Write(ctx, said, "DELETE FROM party_key WHERE subject_id = ?", a.ID)
	return Changed{ID: a.ID, Version: a.Version + 1, Code: was.Code}, err
}
