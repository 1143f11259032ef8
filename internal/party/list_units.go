package party

import (
	"context"
	"strings"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/route"
)

// UnitQuery asks for installed units, or looks one up by serial, contract or
// batch number.
type UnitQuery struct {
	Listing
	CustomerID string `query:"customer_id" maxLength:"40"`
	ProductID  string `query:"product_id" maxLength:"40"`
	SiteID     string `query:"site_id" maxLength:"40"`
	Warranty   string `query:"warranty" enum:"in,out,unknown" doc:"As it stands today"`
	Void       string `query:"void" enum:"1" doc:"1: the voided ones"`
	Sort       string `query:"sort" enum:"serial_no,created" doc:"created when empty, newest first"`
}

// UnitRow is a unit in a list.
type UnitRow struct {
	ID          string `json:"id"`
	Version     int64  `json:"version"`
	SerialNo    string `json:"serial_no"`
	BatchNo     string `json:"batch_no"`
	ContractNo  string `json:"contract_no"`
	DeliveredOn string `json:"delivered_on,omitempty"`
	Product     Named  `json:"product"`
	Model       string `json:"model"`
	Customer    Named  `json:"customer"`
	Site        *Named `json:"site,omitempty"`
	Remarks     string `json:"remarks"`
	Warranty           // flattened: warranty_to, in_warranty, warranty_days_left
	place       string
}

// Named is a record that is referred to.
type Named struct {
	ID     string `json:"id"`
	Code   string `json:"code,omitempty"`
	Name   string `json:"name"`
	NameEN string `json:"name_en,omitempty"`
}

const unitRow = `
	SELECT ` + unitColumns + `, p.code, p.name_zh, p.name_en, p.model, k.code, k.name,
		COALESCE(s.name, ''), COALESCE(s.address, ''), %s
	FROM unit c JOIN product p ON p.id = c.product_id JOIN customer k ON k.id = c.customer_id LEFT JOIN site s ON s.id = c.site_id
	WHERE {visible} AND `

func unitRowFor(order string) string { return strings.Replace(unitRow, "%s", order, 1) }

func unitRowScanner(today calendar.Day) func(act.Scanner) (UnitRow, error) {
	return func(s act.Scanner) (r UnitRow, err error) {
		var u UnitRecord
		var site Named
		var address string
		err = s.Scan(append(u.places(), &r.Product.Code, &r.Product.Name, &r.Product.NameEN, &r.Model, &r.Customer.Code, &r.Customer.Name,
			&site.Name, &address, &r.place)...)
		r.ID, r.Version, r.SerialNo, r.BatchNo, r.ContractNo = u.ID, u.Version, u.SerialNo, u.BatchNo, u.ContractNo
		r.DeliveredOn, r.Remarks, r.Product.ID, r.Customer.ID = u.DeliveredOn, u.Remarks, u.ProductID, u.CustomerID
		r.Warranty = u.WarrantyOn(today)
		if u.SiteID != "" {
			if site.Name == "" {
				site.Name = address
			}
			site.ID = u.SiteID
			r.Site = &site
		}
		return r, err
	}
}

var unitOrders = map[string]string{"": "c.id", "created": "c.id", "serial_no": "c.serial_folded"}

// ListUnits gives a page of units, or those found.
func ListUnits(ctx context.Context, s *act.Sight, q *UnitQuery) (page route.Page[UnitRow], err error) {
	if q.Sort == "" {
		q.Desc = "1"
	}
	day := calendar.DayOf(s.Now())
	where, args := q.filters(day)
	if q.Q != "" {
		ids, err := find(ctx, s.Query, whatUnit, q.Q, q.lookFor())
		if err != nil {
			return page, err
		}
		shown, next, err := q.foundPage(ids)
		if err != nil || len(shown) == 0 {
			return route.Page[UnitRow]{Items: []UnitRow{}}, err
		}
		rows, err := s.Query(ctx, unitRowFor("''")+where+" AND c.id IN ("+act.Marks(len(shown))+")", append(args, act.Anys(shown)...)...)
		items, err := act.Collect(rows, err, unitRowScanner(day))
		return route.Page[UnitRow]{Items: inOrder(shown, items, func(r UnitRow) string { return r.ID }), Next: next}, err
	}
	order := unitOrders[q.Sort]
	k, err := q.keyset(order, "c.id")
	if err != nil {
		return page, err
	}
	args = append(append(args, k.args...), k.limit+1)
	rows, err := s.Query(ctx, unitRowFor(order)+where+" AND "+k.where+k.order, args...)
	items, err := act.Collect(rows, err, unitRowScanner(day))
	page.Items, page.Next = cut(items, k.limit, func(r UnitRow) cursor { return cursor{Value: r.place, ID: r.ID} })
	return page, err
}

func (q *UnitQuery) filters(today calendar.Day) (where string, args []any) {
	where = "c.voided_at IS NULL"
	if q.Void == "1" {
		where = "c.voided_at IS NOT NULL"
	}
	for _, f := range []struct{ column, value string }{
		{"c.customer_id", q.CustomerID}, {"c.product_id", q.ProductID}, {"c.site_id", q.SiteID},
	} {
		if f.value != "" {
			where, args = where+" AND "+f.column+" = ?", append(args, f.value)
		}
	}
	switch q.Warranty {
	case "in":
		where, args = where+" AND c.warranty_to >= ?", append(args, today.String())
	case "out":
		where, args = where+" AND c.warranty_to < ?", append(args, today.String())
	case "unknown":
		where += " AND c.warranty_to IS NULL"
	}
	return where, args
}
