package party

import (
	"context"
	"strings"
	"unicode"

	"huidan/internal/act"
	"huidan/internal/route"
)

// CustomerQuery asks for customers, or looks one up while typing: by any part
// of the name, pinyin initials, phone, code, serial or contract number.
type CustomerQuery struct {
	Listing
	Kind  string `query:"kind" enum:"direct,dealer,end_user,other"`
	Level string `query:"level" enum:"standard,key"`
	Void  string `query:"void" enum:"1" doc:"1: the voided ones"`
	Sort  string `query:"sort" enum:"name,code,created" doc:"created when empty, newest first"`
}

// CustomerRow is a customer in a list.
type CustomerRow struct {
	ID           string `json:"id"`
	Version      int64  `json:"version"`
	Code         string `json:"code"`
	Name         string `json:"name"`
	Kind         string `json:"kind"`
	Level        string `json:"level"`
	DivisionCode string `json:"division_code"`
	DivisionName string `json:"division_name"`
	Address      string `json:"address"`
	ContactName  string `json:"contact_name"`
	PhoneMasked  string `json:"phone_masked"`
	// MatchedSerial is the serial number by which the customer was found.
	MatchedSerial string `json:"matched_serial_no,omitempty"`

	phone string
	place string // value of the order, for the cursor
}

// PhoneFor gives the phone as the reader may see it: whole, or masked.
func (r CustomerRow) PhoneFor(s *act.Sight) string {
	if seesPhones(s) {
		return r.phone
	}
	return r.PhoneMasked
}

// customerRow reads a row with the customer's first contact in force.
const customerRow = `
	SELECT c.id, c.version, c.code, c.name, c.kind, c.level, c.division_code, c.address,
		COALESCE(t.name, ''), COALESCE(t.phone, ''), %s
	FROM customer c LEFT JOIN contact t ON t.id = (
		SELECT f.id FROM contact f WHERE f.customer_id = c.id AND f.voided_at IS NULL ORDER BY f.id LIMIT 1)
	WHERE {visible} AND `

func customerRowFor(order string) string { return strings.Replace(customerRow, "%s", order, 1) }

func scanCustomerRow(s act.Scanner) (r CustomerRow, err error) {
	err = s.Scan(&r.ID, &r.Version, &r.Code, &r.Name, &r.Kind, &r.Level, &r.DivisionCode, &r.Address, &r.ContactName, &r.phone, &r.place)
	r.DivisionName, r.PhoneMasked = divisionName(r.DivisionCode), MaskPhone(r.phone)
	return r, err
}

var customerOrders = map[string]string{"": "c.id", "created": "c.id", "name": "c.pinyin", "code": "c.code_folded"}

// ListCustomers gives a page of customers, or those found.
func ListCustomers(ctx context.Context, s *act.Sight, q *CustomerQuery) (route.Page[CustomerRow], error) {
	if q.Sort == "" {
		q.Desc = "1"
	}
	where, args := q.filters()
	if q.Q != "" {
		return q.found(ctx, s, where, args)
	}
	order := customerOrders[q.Sort]
	page, err := q.keyset(order, "c.id")
	if err != nil {
		return route.Page[CustomerRow]{}, err
	}
	args = append(append(args, page.args...), page.limit+1)
	rows, err := s.Query(ctx, customerRowFor(order)+where+" AND "+page.where+page.order, args...)
	items, err := act.Collect(rows, err, scanCustomerRow)
	items, next := cut(items, page.limit, func(r CustomerRow) cursor { return cursor{Value: r.place, ID: r.ID} })
	return route.Page[CustomerRow]{Items: items, Next: next}, err
}

func (q *CustomerQuery) filters() (where string, args []any) {
	where = "c.voided_at IS NULL"
	if q.Void == "1" {
		where = "c.voided_at IS NOT NULL"
	}
	if q.Kind != "" {
		where, args = where+" AND c.kind = ?", append(args, q.Kind)
	}
	if q.Level != "" {
		where, args = where+" AND c.level = ?", append(args, q.Level)
	}
	return where, args
}

// found gives the customers that are found by what was typed: by their own
// keys first, then by those of their units.
func (q *CustomerQuery) found(ctx context.Context, s *act.Sight, where string, args []any) (page route.Page[CustomerRow], err error) {
	ids, err := find(ctx, s.Query, whatCustomer, q.Q, q.lookFor())
	if err != nil {
		return page, err
	}
	serials := map[string]string{}
	if strings.ContainsFunc(q.Q, unicode.IsDigit) {
		owners, err := ownersOfUnits(ctx, s, q.Q, serials)
		if err != nil {
			return page, err
		}
		ids = firstOfEach(append(ids, owners...), q.lookFor())
	}
	shown, next, err := q.foundPage(ids)
	if err != nil || len(shown) == 0 {
		return route.Page[CustomerRow]{Items: []CustomerRow{}}, err
	}
	rows, err := s.Query(ctx, customerRowFor("''")+where+" AND c.id IN ("+act.Marks(len(shown))+")", append(args, act.Anys(shown)...)...)
	items, err := act.Collect(rows, err, scanCustomerRow)
	for i := range items {
		items[i].MatchedSerial = serials[items[i].ID]
	}
	items = inOrder(shown, items, func(r CustomerRow) string { return r.ID })
	return route.Page[CustomerRow]{Items: items, Next: next}, err
}

// ownersOfUnits finds customers by the serial or contract number of their
// units, and notes the serial number of each.
func ownersOfUnits(ctx context.Context, s *act.Sight, query string, serials map[string]string) ([]string, error) {
	units, err := find(ctx, s.Query, whatUnit, query, pageUsual)
	if err != nil || len(units) == 0 {
		return nil, err
	}
	rows, err := s.Query(ctx, `SELECT c.id, c.customer_id, c.serial_no FROM unit c WHERE {visible} AND c.voided_at IS NULL AND c.id IN (`+
		act.Marks(len(units))+")", act.Anys(units)...)
	type owned struct{ unit, customer string }
	list, err := act.Collect(rows, err, func(row act.Scanner) (o owned, err error) {
		var serial string
		err = row.Scan(&o.unit, &o.customer, &serial)
		serials[o.customer] = serial
		return o, err
	})
	list = inOrder(units, list, func(o owned) string { return o.unit })
	owners := make([]string, len(list))
	for i, o := range list {
		owners[i] = o.customer
	}
	return owners, err
}
