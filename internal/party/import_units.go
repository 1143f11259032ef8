package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// UnitImport is one row of a list of installed units.
type UnitImport struct {
	Row          int64  `json:"row" doc:"Row of the file, from 1"`
	SerialNo     string `json:"serial_no,omitempty" maxLength:"200"`
	ProductName  string `json:"product_name,omitempty" maxLength:"400" doc:"Name or code of the product"`
	Model        string `json:"model,omitempty" maxLength:"200"`
	CustomerName string `json:"customer_name,omitempty" maxLength:"400" doc:"Name or code of the customer"`
	Site         string `json:"site,omitempty" maxLength:"400"`
	Region       string `json:"region,omitempty" maxLength:"400"`
	Address      string `json:"address,omitempty" maxLength:"400"`
	BatchNo      string `json:"batch_no,omitempty" maxLength:"200"`
	ContractNo   string `json:"contract_no,omitempty" maxLength:"200"`
	DeliveredOn  string `json:"delivered_on,omitempty" maxLength:"40"`
	WarrantyTo   string `json:"warranty_to,omitempty" maxLength:"40"`
	Remarks      string `json:"remarks,omitempty" maxLength:"2000"`
}

// ImportUnits takes a batch of installed units from a list. The customer and
// the product must be there; a site that is told and not known is entered. A
// serial number that the product has already with the same customer is left as
// it is; with another customer the row is refused.
type ImportUnits struct {
	ImportHead
	Rows []UnitImport `json:"rows" maxItems:"200"`
}

// Action names the row of the permission table.
func (ImportUnits) Action() access.Action { return "party.import" }

// Scope is nobody's in particular.
func (ImportUnits) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run takes the rows.
func (a ImportUnits) Run(ctx context.Context, tx *act.Tx) (ImportAnswer, error) {
	return takeRows(ctx, tx, a.ImportHead, ImportOfUnits, a.Rows)
}

func (r UnitImport) place() int64 { return r.Row }

func (r UnitImport) take(ctx context.Context, tx *act.Tx, importID string) (created bool, err error) {
	f := UnitFields{
		SerialNo: r.SerialNo, BatchNo: r.BatchNo, ContractNo: r.ContractNo,
		DeliveredOn: r.DeliveredOn, WarrantyTo: r.WarrantyTo, Remarks: r.Remarks,
	}.tidy()
	if f.CustomerID, err = customerNamed(ctx, tx, r.CustomerName); err != nil {
		return false, err
	}
	if f.ProductID, err = productNamed(ctx, tx, r.ProductName, r.Model); err != nil {
		return false, err
	}
	if err := f.check(today(tx)); err != nil {
		return false, err
	}
	if known, err := standsAlready(ctx, tx, f); err != nil || known {
		return false, err
	}
	if f.SiteID, err = r.enterSite(ctx, tx, f.CustomerID, importID); err != nil {
		return false, err
	}
	if f, _, err = f.settle(ctx, tx); err != nil {
		return false, err
	}
	id := act.NewID()
	free, err := insertUnit(ctx, tx, sayUnit(tx, id, f), id, f, importID)
	if err == nil && !free {
		err = fault.New(fault.KindBusy, "fault.busy") // another replica entered it just now
	}
	return true, err
}

// standsAlready says whether the product has this serial number with this
// customer, and refuses when it is with another.
func standsAlready(ctx context.Context, tx *act.Tx, f UnitFields) (bool, error) {
	var customerID, code string
	found, err := tx.One(ctx, []any{&customerID, &code}, `
		SELECT u.customer_id, c.code FROM unit u JOIN customer c ON c.id = u.customer_id
		WHERE u.product_id = ? AND u.serial_folded = ? AND u.voided_at IS NULL`, f.ProductID, act.FoldCode(f.SerialNo))
	if err != nil || !found {
		return false, err
	}
	if customerID != f.CustomerID {
		return false, fault.Invalid(fault.Wrong("serial_no", "party.serial_of_another", "serial_no", f.SerialNo, "code", code))
	}
	return true, nil
}

// customerNamed finds a customer by code or by exact name.
func customerNamed(ctx context.Context, tx *act.Tx, value string) (string, error) {
	if fold(value) == "" {
		return "", fault.Invalid(fault.Wrong("customer_name", "fault.required"))
	}
	rows, err := tx.Query(ctx, `
		SELECT c.id FROM customer c WHERE (c.code_folded = ? OR c.name_folded = ?) AND c.voided_at IS NULL ORDER BY c.id LIMIT 2`,
		act.FoldCode(value), fold(value))
	ids, err := act.Collect(rows, err, scanText)
	switch {
	case err != nil:
		return "", err
	case len(ids) == 0:
		return "", fault.Invalid(fault.Wrong("customer_name", "party.unknown_customer", "value", value))
	case len(ids) > 1:
		return "", fault.Invalid(fault.Wrong("customer_name", "party.ambiguous_customer", "value", value))
	}
	return ids[0], nil
}

// productNamed finds a product by model, code or name, the model first: it
// says most.
func productNamed(ctx context.Context, tx *act.Tx, name, model string) (string, error) {
	for _, try := range []struct{ column, key string }{
		{"p.model_folded", act.FoldCode(model)}, {"p.code_folded", act.FoldCode(name)}, {"p.model_folded", act.FoldCode(name)},
		{"p.name_zh", name}, {"p.name_en", name},
	} {
		if try.key == "" {
			continue
		}
		rows, err := tx.Query(ctx, "SELECT p.id FROM product p WHERE "+try.column+" = ? AND p.voided_at IS NULL ORDER BY p.id LIMIT 2", try.key)
		ids, err := act.Collect(rows, err, scanText)
		if err != nil {
			return "", err
		}
		if len(ids) == 1 {
			return ids[0], nil
		}
	}
	value := name + " " + model
	if fold(value) == "" {
		return "", fault.Invalid(fault.Wrong("product_name", "fault.required"))
	}
	return "", fault.Invalid(fault.Wrong("product_name", "party.unknown_product", "value", value))
}

// enterSite gives the site the row tells of: one of the customer's with the
// same name or address, or a new one; "" when it tells none.
func (r UnitImport) enterSite(ctx context.Context, tx *act.Tx, customerID, importID string) (string, error) {
	f := SiteFields{Name: r.Site, Address: r.Address, DivisionCode: divisionOf(r.Region, r.Site+r.Address)}.tidy()
	if f.Address == "" {
		f.Address = r.Region
	}
	if f.Name == "" && f.Address == "" {
		return "", nil
	}
	if f.Address == "" {
		f.Address = f.Name
	}
	if tooLong(f.Name, 80) {
		f.Name = ""
	}
	var id string
	found, err := tx.One(ctx, []any{&id}, `
		SELECT s.id FROM site s WHERE s.customer_id = ? AND s.name = ? AND s.address = ? AND s.voided_at IS NULL ORDER BY s.id LIMIT 1`,
		customerID, f.Name, f.Address)
	if err != nil || found {
		return id, err
	}
	return enterSite(ctx, tx, customerID, f, "", importID)
}
