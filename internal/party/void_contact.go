package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// VoidContact takes a contact out of force; his phone finds the customer no more.
type VoidContact struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version"`
	Reason  string `json:"reason" maxLength:"200"`
}

// Action names the row of the permission table.
func (VoidContact) Action() access.Action { return "party.void_contact" }

// Scope is nobody's in particular.
func (VoidContact) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run voids the contact.
func (a VoidContact) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := contactInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	if err := needReason(a.Reason); err != nil {
		return Changed{}, err
	}
	said := tx.Say(act.Line{Subject: contactSubject(a.ID), Version: a.Version + 1, Say: "journal.party.void_contact",
		Facts: fault.Args{"customer_id": was.CustomerID}})
	if err := voidRow(ctx, tx, said, "contact", a.ID, a.Version, a.Reason); err != nil {
		return Changed{}, err
	}
	err = putKeys(ctx, tx, said, whatCustomer, was.CustomerID, a.ID, false, nil)
	return Changed{ID: a.ID, Version: a.Version + 1}, err
}
