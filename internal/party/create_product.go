package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
)

// CreateProduct enters a product.
type CreateProduct struct {
	ProductFields
}

// Action names the row of the permission table.
func (CreateProduct) Action() access.Action { return "party.create_product" }

// Scope is nobody's in particular.
func (CreateProduct) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run enters the product.
func (a CreateProduct) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	f := a.ProductFields.tidy()
	if err := f.check(); err != nil {
		return Changed{}, err
	}
	id, code, err := enterProduct(ctx, tx, f, "")
	return Changed{ID: id, Version: 1, Code: code}, err
}
