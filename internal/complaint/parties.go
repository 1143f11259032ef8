package complaint

import (
	"context"
	"encoding/json"
	"fmt"

	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/party"
	"huidan/internal/region"
)

// fitParties checks the customer, the site and the products the record names,
// fills what they tell, and resolves the region class from the place where the
// matter occurred (clauses.md 3.7). A place that cannot be resolved stays open:
// it must be known before assignment, not before the handover (2.1-i).
func (c *Complaint) fitParties(ctx context.Context, tx *act.Tx, rules deadline.Rules) error {
	r := &c.Record
	var wrong fault.Fields
	if r.CustomerID != "" {
		customer, found, err := party.Customer(ctx, tx, r.CustomerID)
		if err != nil {
			return err
		}
		wrong.Add(!found, "customer_id", "fault.not_found")
		if found && r.CustomerName == "" {
			r.CustomerName = customer.Name
		}
	}
	where := region.Site{Division: r.DivisionCode}
	if r.SiteID != "" {
		site, found, err := party.Site(ctx, tx, r.SiteID)
		if err != nil {
			return err
		}
		wrong.Add(!found, "site_id", "fault.not_found")
		if found {
			where = site.Region()
			if r.DivisionCode == "" {
				r.DivisionCode = site.DivisionCode
			}
			if r.Address == "" {
				r.Address = site.Address
			}
		}
	}
	for i := range r.Lines {
		known, err := fitProduct(ctx, tx, &r.Lines[i])
		if err != nil {
			return err
		}
		wrong.Add(!known, fmt.Sprintf("lines[%d].product_id", i), "fault.not_found")
	}
	c.RegionClass, c.RegionPath = "", "[]"
	if r.DivisionCode != "" {
		where.Division = r.DivisionCode
	}
	if where.Division != "" || where.Place != region.Mainland {
		class, path, err := region.Resolve(rules.Regions(), where)
		wrong.Add(err != nil, "division_code", "complaint.division_unknown", "code", r.DivisionCode)
		if err == nil {
			steps, err := json.Marshal(path)
			if err != nil {
				return err
			}
			c.RegionClass, c.RegionPath = string(class), string(steps)
		}
	}
	return wrong.Err()
}

// fitProduct fills a line from the product it names, or from the installed
// unit whose serial number it gives; known is false when it names a product
// that is not there.
func fitProduct(ctx context.Context, tx *act.Tx, l *Line) (known bool, err error) {
	if l.ProductID == "" && l.SerialNo != "" {
		unit, found, err := party.UnitBySerial(ctx, tx, l.SerialNo)
		if err != nil {
			return false, err
		}
		if found {
			l.ProductID = unit.ProductID
			if l.BatchNo == "" {
				l.BatchNo = unit.BatchNo
			}
		}
	}
	if l.ProductID == "" {
		return true, nil
	}
	product, found, err := party.Product(ctx, tx, l.ProductID)
	if err != nil || !found {
		return false, err
	}
	if l.ProductName == "" {
		l.ProductName = product.NameZH
	}
	if l.Model == "" {
		l.Model = product.Model
	}
	return true, nil
}
