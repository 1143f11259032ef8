package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
)

// AddContact enters a contact of a customer.
type AddContact struct {
	CustomerID string `json:"customer_id,omitempty" doc:"Taken from the path"`
	ContactFields
}

// Action names the row of the permission table.
func (AddContact) Action() access.Action { return "party.add_contact" }

// Scope is nobody's in particular.
func (AddContact) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run enters the contact.
func (a AddContact) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	if _, err := customerInForce(ctx, tx, a.CustomerID); err != nil {
		return Changed{}, err
	}
	id, err := enterContact(ctx, tx, a.CustomerID, a.ContactFields, "", "")
	return Changed{ID: id, Version: 1}, err
}

// addContactOnce enters a contact of a customer unless the customer has one in
// force with this phone already; added says which.
func addContactOnce(ctx context.Context, tx *act.Tx, customerID string, f ContactFields, importID string) (added bool, err error) {
	f = f.tidy()
	known, err := exists(ctx, tx, `
		SELECT 1 FROM contact WHERE customer_id = ? AND phone_folded = ? AND (name = ? OR phone_folded <> '') AND voided_at IS NULL`,
		customerID, act.FoldCode(f.Phone), f.Name)
	if err != nil || known {
		return false, err
	}
	_, err = enterContact(ctx, tx, customerID, f, "", importID)
	return err == nil, err
}
