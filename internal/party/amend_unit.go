package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// AmendUnit corrects what is known about a unit. That it stands elsewhere now
// is MoveUnit.
type AmendUnit struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version"`
	UnitFields
}

// Action names the row of the permission table.
func (AmendUnit) Action() access.Action { return "party.amend_unit" }

// Scope is nobody's in particular.
func (AmendUnit) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run writes the fields anew.
func (a AmendUnit) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := unitInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	f := a.UnitFields.tidy()
	if err := f.check(today(tx)); err != nil {
		return Changed{}, err
	}
	if f, _, err = f.settle(ctx, tx); err != nil {
		return Changed{}, err
	}
	taken, err := exists(ctx, tx, "SELECT 1 FROM unit WHERE product_id = ? AND serial_folded = ? AND id <> ? AND voided_at IS NULL",
		f.ProductID, act.FoldCode(f.SerialNo), a.ID)
	if err != nil {
		return Changed{}, err
	}
	if taken {
		return Changed{}, fault.Invalid(fault.Wrong("serial_no", "party.serial_taken", "serial_no", f.SerialNo))
	}
	said := tx.Say(act.Line{Subject: unitSubject(a.ID), Version: a.Version + 1, Say: "journal.party.amend_unit",
		Facts: fault.Args{"serial_no": f.SerialNo, "fields": fieldNames(was.UnitFields, f)}})
	err = tx.WriteOne(ctx, said, `
		UPDATE unit SET product_id = ?, customer_id = ?, site_id = ?, serial_no = ?, serial_folded = ?, batch_no = ?, contract_no = ?,
			contract_folded = ?, delivered_on = ?, warranty_to = ?, remarks = ?, version = version + 1
		WHERE id = ? AND version = ? AND voided_at IS NULL`,
		f.ProductID, f.CustomerID, act.OrNull(f.SiteID), f.SerialNo, act.FoldCode(f.SerialNo), f.BatchNo, f.ContractNo,
		act.FoldCode(f.ContractNo), act.OrNull(f.DeliveredOn), act.OrNull(f.WarrantyTo), f.Remarks, a.ID, a.Version)
	if err != nil {
		return Changed{}, err
	}
	err = putKeys(ctx, tx, said, whatUnit, a.ID, a.ID, false, unitKeys(f))
	return Changed{ID: a.ID, Version: a.Version + 1}, err
}
