package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// AmendContact replaces what is known about a contact.
type AmendContact struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version"`
	ContactFields
}

// Action names the row of the permission table.
func (AmendContact) Action() access.Action { return "party.amend_contact" }

// Scope is nobody's in particular.
func (AmendContact) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run writes the fields anew.
func (a AmendContact) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := contactInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	f := a.ContactFields.tidy()
	if err := f.check(""); err != nil {
		return Changed{}, err
	}
	said := tx.Say(act.Line{Subject: contactSubject(a.ID), Version: a.Version + 1, Say: "journal.party.amend_contact",
		Facts: fault.Args{"customer_id": was.CustomerID, "fields": fieldNames(was.ContactFields, f)}})
	err = tx.WriteOne(ctx, said, `
		UPDATE contact SET name = ?, phone = ?, phone_folded = ?, email = ?, position = ?, version = version + 1
		WHERE id = ? AND version = ? AND voided_at IS NULL`,
		f.Name, f.Phone, act.FoldCode(f.Phone), f.Email, f.Position, a.ID, a.Version)
	if err != nil {
		return Changed{}, err
	}
	err = putKeys(ctx, tx, said, whatCustomer, was.CustomerID, a.ID, false, contactKeys(f))
	return Changed{ID: a.ID, Version: a.Version + 1}, err
}
