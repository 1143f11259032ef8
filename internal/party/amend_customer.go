package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// AmendCustomer replaces what is known about a customer.
type AmendCustomer struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version" doc:"Version the person had in front of him"`
	CustomerFields
}

// Action names the row of the permission table.
func (AmendCustomer) Action() access.Action { return "party.amend_customer" }

// Scope is nobody's in particular.
func (AmendCustomer) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run writes the fields anew; an empty code keeps the old one.
func (a AmendCustomer) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := customerInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	f := a.CustomerFields
	if f.Code == "" {
		f.Code = was.Code
	}
	f = f.tidy()
	if err := f.check(); err != nil {
		return Changed{}, err
	}
	taken, err := exists(ctx, tx, "SELECT 1 FROM customer WHERE code_folded = ? AND id <> ?", act.FoldCode(f.Code), a.ID)
	if err != nil {
		return Changed{}, err
	}
	if taken {
		return Changed{}, fault.Invalid(fault.Wrong("code", "party.code_taken", "code", f.Code))
	}
	said := tx.Say(act.Line{Subject: customerSubject(a.ID), Version: a.Version + 1, Say: "journal.party.amend_customer",
		Facts: fault.Args{"code": f.Code, "fields": fieldNames(was.CustomerFields, f)}})
	err = tx.WriteOne(ctx, said, `
		UPDATE customer SET code = ?, code_folded = ?, name = ?, name_folded = ?, pinyin = ?, kind = ?, level = ?,
			address = ?, division_code = ?, remarks = ?, version = version + 1
		WHERE id = ? AND version = ? AND voided_at IS NULL`,
		f.Code, act.FoldCode(f.Code), f.Name, fold(f.Name), Pinyin(f.Name), f.Kind, f.Level,
		f.Address, f.DivisionCode, f.Remarks, a.ID, a.Version)
	if err != nil {
		return Changed{}, err
	}
	if err := putKeys(ctx, tx, said, whatCustomer, a.ID, a.ID, false, customerKeys(f)); err != nil {
		return Changed{}, err
	}
	err = indexCustomer(ctx, tx, said, a.ID, f)
	return Changed{ID: a.ID, Version: a.Version + 1, Code: f.Code}, err
}
