package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// AmendProduct replaces what is known about a product. Units keep the warranty
// day they were given.
type AmendProduct struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version"`
	ProductFields
}

// Action names the row of the permission table.
func (AmendProduct) Action() access.Action { return "party.amend_product" }

// Scope is nobody's in particular.
func (AmendProduct) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run writes the fields anew; an empty code keeps the old one.
func (a AmendProduct) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := productInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	f := a.ProductFields.tidy()
	if f.Code == "" {
		f.Code = was.Code
	}
	if err := f.check(); err != nil {
		return Changed{}, err
	}
	taken, err := exists(ctx, tx, "SELECT 1 FROM product WHERE code_folded = ? AND id <> ?", act.FoldCode(f.Code), a.ID)
	if err != nil {
		return Changed{}, err
	}
	if taken {
		return Changed{}, fault.Invalid(fault.Wrong("code", "party.code_taken", "code", f.Code))
	}
	said := tx.Say(act.Line{Subject: productSubject(a.ID), Version: a.Version + 1, Say: "journal.party.amend_product",
		Facts: fault.Args{"code": f.Code, "fields": fieldNames(was.ProductFields, f)}})
	err = tx.WriteOne(ctx, said, `
		UPDATE product SET code = ?, code_folded = ?, name_zh = ?, name_en = ?, pinyin = ?, family = ?, model = ?, model_folded = ?,
			warranty_months = ?, discontinued_on = ?, version = version + 1
		WHERE id = ? AND version = ? AND voided_at IS NULL`,
		f.Code, act.FoldCode(f.Code), f.NameZH, f.NameEN, Pinyin(f.NameZH), f.Family, f.Model, act.FoldCode(f.Model),
		f.WarrantyMonths, act.OrNull(f.DiscontinuedOn), a.ID, a.Version)
	if err != nil {
		return Changed{}, err
	}
	err = putKeys(ctx, tx, said, whatProduct, a.ID, a.ID, false, productKeys(f))
	return Changed{ID: a.ID, Version: a.Version + 1, Code: f.Code}, err
}
