package party

import (
	"context"
	"strings"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// UnitFields are what a person types about an installed unit (设备档案).
type UnitFields struct {
	ProductID   string `json:"product_id" maxLength:"40"`
	CustomerID  string `json:"customer_id" maxLength:"40"`
	SiteID      string `json:"site_id,omitempty" maxLength:"40"`
	SerialNo    string `json:"serial_no" maxLength:"60" doc:"As it stands on the plate; compared without case, width, spaces and hyphens"`
	BatchNo     string `json:"batch_no,omitempty" maxLength:"60"`
	ContractNo  string `json:"contract_no,omitempty" maxLength:"60"`
	DeliveredOn string `json:"delivered_on,omitempty" maxLength:"10" doc:"YYYY-MM-DD"`
	WarrantyTo  string `json:"warranty_to,omitempty" maxLength:"10" doc:"Last day of warranty; counted from delivery when empty"`
	Remarks     string `json:"remarks,omitempty" maxLength:"500"`
}

// UnitRecord is a unit as the records hold it.
type UnitRecord struct {
	ID      string `json:"id"`
	Version int64  `json:"version"`
	UnitFields
	VoidedAt   int64  `json:"-"` // ms UTC, 0 when in force
	VoidReason string `json:"void_reason,omitempty"`
}

const unitColumns = `c.id, c.version, c.product_id, c.customer_id, COALESCE(c.site_id, ''), c.serial_no, c.batch_no, c.contract_no,
	COALESCE(c.delivered_on, ''), COALESCE(c.warranty_to, ''), c.remarks, COALESCE(c.voided_at, 0), COALESCE(c.void_reason, '')`

func (r *UnitRecord) places() []any {
	return []any{
		&r.ID, &r.Version, &r.ProductID, &r.CustomerID, &r.SiteID, &r.SerialNo, &r.BatchNo, &r.ContractNo,
		&r.DeliveredOn, &r.WarrantyTo, &r.Remarks, &r.VoidedAt, &r.VoidReason,
	}
}

// Unit reads a unit inside an act; found is false when there is none.
func Unit(ctx context.Context, tx *act.Tx, id string) (r UnitRecord, found bool, err error) {
	found, err = tx.One(ctx, r.places(), "SELECT "+unitColumns+" FROM unit c WHERE c.id = ?", id)
	return r, found, err
}

// UnitsBySerial gives the units in force with this serial number however it is
// written: usually one, more when several products share a number.
func UnitsBySerial(ctx context.Context, tx *act.Tx, serial string) ([]UnitRecord, error) {
	folded := act.FoldCode(serial)
	if folded == "" {
		return nil, nil
	}
	rows, err := tx.Query(ctx, "SELECT "+unitColumns+` FROM unit c
		WHERE c.serial_folded = ? AND c.voided_at IS NULL ORDER BY c.id LIMIT 20`, folded)
	return act.Collect(rows, err, scanUnit)
}

// UnitBySerial gives the one unit in force with this serial number; found is
// false when there is none or more than one.
func UnitBySerial(ctx context.Context, tx *act.Tx, serial string) (r UnitRecord, found bool, err error) {
	list, err := UnitsBySerial(ctx, tx, serial)
	if err != nil || len(list) != 1 {
		return r, false, err
	}
	return list[0], true, nil
}

func scanUnit(s act.Scanner) (r UnitRecord, err error) { return r, s.Scan(r.places()...) }

func unitInForce(ctx context.Context, tx *act.Tx, id string) (UnitRecord, error) {
	r, found, err := Unit(ctx, tx, id)
	if err == nil && (!found || r.VoidedAt != 0) {
		err = fault.NotFound("fault.not_found")
	}
	return r, err
}

func (f UnitFields) tidy() UnitFields {
	for _, s := range []*string{&f.SerialNo, &f.BatchNo, &f.ContractNo, &f.DeliveredOn, &f.WarrantyTo, &f.Remarks} {
		*s = strings.TrimSpace(*s)
	}
	return f
}

func (f UnitFields) check(today calendar.Day) error {
	var wrong fault.Fields
	wrong.Add(act.FoldCode(f.SerialNo) == "", "serial_no", "fault.required")
	wrong.Add(tooLong(f.SerialNo, 60), "serial_no", "fault.too_long", "max", 60)
	wrong.Add(tooLong(f.BatchNo, 60), "batch_no", "fault.too_long", "max", 60)
	wrong.Add(tooLong(f.ContractNo, 60), "contract_no", "fault.too_long", "max", 60)
	wrong.Add(tooLong(f.Remarks, 500), "remarks", "fault.too_long", "max", 500)
	wrong.Add(f.ProductID == "", "product_id", "fault.required")
	wrong.Add(f.CustomerID == "", "customer_id", "fault.required")
	checkDay(&wrong, "delivered_on", f.DeliveredOn)
	checkDay(&wrong, "warranty_to", f.WarrantyTo)
	if wrong.Err() == nil {
		wrong.Add(f.DeliveredOn > today.String(), "delivered_on", "fault.in_future")
		wrong.Add(f.WarrantyTo != "" && f.WarrantyTo < f.DeliveredOn, "warranty_to", "party.warranty_before_delivery")
	}
	return wrong.Err()
}

// settle checks the unit's references and counts its warranty when none is given.
func (f UnitFields) settle(ctx context.Context, tx *act.Tx) (UnitFields, ProductRecord, error) {
	product, err := productInForce(ctx, tx, f.ProductID)
	if err != nil {
		return f, product, atField(err, "product_id")
	}
	if _, err := customerInForce(ctx, tx, f.CustomerID); err != nil {
		return f, product, atField(err, "customer_id")
	}
	if err := siteOf(ctx, tx, f.SiteID, f.CustomerID); err != nil {
		return f, product, err
	}
	if delivered, err := calendar.ParseDay(f.DeliveredOn); err == nil && f.WarrantyTo == "" && product.WarrantyMonths > 0 {
		f.WarrantyTo = WarrantyEnd(delivered, product.WarrantyMonths).String()
	}
	return f, product, nil
}

// siteOf checks that a site, when given, is one of the customer's.
func siteOf(ctx context.Context, tx *act.Tx, siteID, customerID string) error {
	if siteID == "" {
		return nil
	}
	site, err := siteInForce(ctx, tx, siteID)
	if err != nil {
		return atField(err, "site_id")
	}
	if site.CustomerID != customerID {
		return fault.Invalid(fault.Wrong("site_id", "party.site_of_another"))
	}
	return nil
}

// atField turns the refusal of a record that was referred to into one of the field.
func atField(err error, path string) error {
	f, ok := fault.As(err)
	if !ok {
		return err
	}
	return fault.Invalid(fault.Field{Path: path, Code: f.Code, Args: f.Args})
}

func unitKeys(f UnitFields) keySet {
	var keys keySet
	keys.code(f.SerialNo)
	keys.code(f.ContractNo)
	keys.code(f.BatchNo)
	return keys
}

func unitSubject(id string) act.Subject { return act.Subject{Kind: "unit", ID: id} }

// insertUnit writes a new unit with its journal line; false when the product
// has a unit of this serial number already.
func insertUnit(ctx context.Context, tx *act.Tx, said *act.Said, id string, f UnitFields, importID string) (bool, error) {
	n, err := tx.Write(ctx, said, `
		INSERT INTO unit (id, version, product_id, customer_id, site_id, serial_no, serial_folded, batch_no, contract_no,
			contract_folded, delivered_on, warranty_to, remarks, import_id, created_at)
		VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (product_id, serial_folded) WHERE voided_at IS NULL DO NOTHING`,
		id, f.ProductID, f.CustomerID, act.OrNull(f.SiteID), f.SerialNo, act.FoldCode(f.SerialNo), f.BatchNo, f.ContractNo,
		act.FoldCode(f.ContractNo), act.OrNull(f.DeliveredOn), act.OrNull(f.WarrantyTo), f.Remarks, act.OrNull(importID), act.Millis(tx.Now()))
	if err != nil || n == 0 {
		return false, err
	}
	return true, putKeys(ctx, tx, said, whatUnit, id, id, true, unitKeys(f))
}

func sayUnit(tx *act.Tx, id string, f UnitFields) *act.Said {
	return tx.Say(act.Line{Subject: unitSubject(id), Version: 1, Say: "journal.party.create_unit",
		Facts: fault.Args{"serial_no": f.SerialNo, "product_id": f.ProductID, "customer_id": f.CustomerID}, New: true})
}

func today(tx *act.Tx) calendar.Day { return calendar.DayOf(tx.Now()) }
