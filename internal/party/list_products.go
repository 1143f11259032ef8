package party

import (
	"context"
	"strings"

	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/route"
)

// ProductQuery asks for products, or looks one up by name, model, family,
// code or pinyin initials.
type ProductQuery struct {
	Listing
	Family       string `query:"family" maxLength:"60"`
	Discontinued string `query:"discontinued" enum:"0,1"`
	Void         string `query:"void" enum:"1" doc:"1: the voided ones"`
	Sort         string `query:"sort" enum:"name,code,created" doc:"name when empty"`
}

// ProductRow is a product in a list.
type ProductRow struct {
	ProductRecord

	place string
}

const productRow = `SELECT ` + productColumns + `, %s FROM product c WHERE {visible} AND `

func productRowFor(order string) string { return strings.Replace(productRow, "%s", order, 1) }

func scanProductRow(s act.Scanner) (r ProductRow, err error) {
	return r, s.Scan(append(r.ProductRecord.places(), &r.place)...)
}

var productOrders = map[string]string{"": "c.pinyin", "name": "c.pinyin", "code": "c.code_folded", "created": "c.id"}

// ListProducts gives a page of products, or those found.
func ListProducts(ctx context.Context, s *act.Sight, q *ProductQuery) (page route.Page[ProductRow], err error) {
	where, args := q.filters()
	if q.Q != "" {
		ids, err := find(ctx, s.Query, whatProduct, q.Q, q.lookFor())
		if err != nil {
			return page, err
		}
		shown, next, err := q.foundPage(ids)
		if err != nil || len(shown) == 0 {
			return route.Page[ProductRow]{Items: []ProductRow{}}, err
		}
		rows, err := s.Query(ctx, productRowFor("''")+where+" AND c.id IN ("+act.Marks(len(shown))+")", append(args, act.Anys(shown)...)...)
		items, err := act.Collect(rows, err, scanProductRow)
		return route.Page[ProductRow]{Items: inOrder(shown, items, func(r ProductRow) string { return r.ID }), Next: next}, err
	}
	order := productOrders[q.Sort]
	k, err := q.keyset(order, "c.id")
	if err != nil {
		return page, err
	}
	args = append(append(args, k.args...), k.limit+1)
	rows, err := s.Query(ctx, productRowFor(order)+where+" AND "+k.where+k.order, args...)
	items, err := act.Collect(rows, err, scanProductRow)
	page.Items, page.Next = cut(items, k.limit, func(r ProductRow) cursor { return cursor{Value: r.place, ID: r.ID} })
	return page, err
}

func (q *ProductQuery) filters() (where string, args []any) {
	where = "c.voided_at IS NULL"
	if q.Void == "1" {
		where = "c.voided_at IS NOT NULL"
	}
	if q.Family != "" {
		where, args = where+" AND c.family = ?", append(args, q.Family)
	}
	if yes, said := asked(q.Discontinued); said && yes {
		where += " AND c.discontinued_on IS NOT NULL"
	} else if said {
		where += " AND c.discontinued_on IS NULL"
	}
	return where, args
}

// ProductPage is a product's record.
type ProductPage struct {
	ProductRecord
	VoidedAt string        `json:"voided_at,omitempty"`
	Timeline []JournalLine `json:"timeline"`
}

func seeProduct(ctx context.Context, s *act.Sight, q *PathID) (page ProductPage, err error) {
	found, err := s.One(ctx, page.ProductRecord.places(), "SELECT "+productColumns+" FROM product c WHERE c.id = ? AND {visible}", q.ID)
	if err != nil {
		return page, err
	}
	if !found {
		return page, fault.NotFound("fault.not_found")
	}
	page.VoidedAt = clock(page.ProductRecord.VoidedAt)
	page.Timeline, err = timeline(ctx, s, []string{q.ID})
	return page, err
}
