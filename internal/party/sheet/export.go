package sheet

import (
	"bytes"
	"context"
	"net/http"
	"strconv"

	"huidan/internal/act"
	"huidan/internal/exchange"
	"huidan/internal/lang"
	"huidan/internal/party"
	"huidan/internal/route"
)

const (
	// pageRows are read at once, so that an export keeps no read open for long.
	pageRows = 200
	// exportMost bounds an export, in rows.
	exportMost = 100_000
)

func exportCustomers(c *route.Ctx) error {
	text := c.R.URL.Query()
	query := party.CustomerQuery{Listing: listing(c), Kind: text.Get("kind"), Level: text.Get("level"), Void: text.Get("void"), Sort: text.Get("sort")}
	sheet := book[party.CustomerRow]{name: "customers", columns: []string{"code", "name", "kind", "level", "division", "address", "contact_name", "phone"}}
	return write(c, sheet, func(ctx context.Context, s *act.Sight, after string) (route.Page[party.CustomerRow], error) {
		q := query
		q.After = after
		return party.ListCustomers(ctx, s, &q)
	}, func(s *act.Sight, r party.CustomerRow) []any {
		return []any{
			r.Code, r.Name, word(c, "party.kind."+r.Kind), word(c, "party.level."+r.Level), r.DivisionName, r.Address, r.ContactName, r.PhoneFor(s),
		}
	})
}

func exportProducts(c *route.Ctx) error {
	text := c.R.URL.Query()
	query := party.ProductQuery{Listing: listing(c), Family: text.Get("family"), Discontinued: text.Get("discontinued"), Void: text.Get("void"), Sort: text.Get("sort")}
	sheet := book[party.ProductRow]{name: "products", columns: []string{"product_code", "product", "name_en", "model", "family", "warranty_months", "discontinued_on"}}
	return write(c, sheet, func(ctx context.Context, s *act.Sight, after string) (route.Page[party.ProductRow], error) {
		q := query
		q.After = after
		return party.ListProducts(ctx, s, &q)
	}, func(_ *act.Sight, r party.ProductRow) []any {
		return []any{r.Code, r.NameZH, r.NameEN, r.Model, r.Family, r.WarrantyMonths, r.DiscontinuedOn}
	})
}

func exportUnits(c *route.Ctx) error {
	text := c.R.URL.Query()
	query := party.UnitQuery{Listing: listing(c), CustomerID: text.Get("customer_id"), ProductID: text.Get("product_id"),
		Warranty: text.Get("warranty"), Void: text.Get("void"), Sort: text.Get("sort")}
	sheet := book[party.UnitRow]{name: "units", columns: []string{
		"serial_no", "product", "model", "batch_no", "code", "name", "site", "contract_no", "delivered_on", "warranty_to", "remarks",
	}}
	return write(c, sheet, func(ctx context.Context, s *act.Sight, after string) (route.Page[party.UnitRow], error) {
		q := query
		q.After = after
		return party.ListUnits(ctx, s, &q)
	}, func(_ *act.Sight, r party.UnitRow) []any {
		site := ""
		if r.Site != nil {
			site = r.Site.Name
		}
		return []any{
			r.SerialNo, r.Product.Name, r.Model, r.BatchNo, r.Customer.Code, r.Customer.Name, site, r.ContractNo, r.DeliveredOn, r.To, r.Remarks,
		}
	})
}

// listing reads what the lists have in common from the request.
func listing(c *route.Ctx) party.Listing {
	text := c.R.URL.Query()
	return party.Listing{Q: text.Get("q"), Desc: text.Get("desc"), Limit: pageRows}
}

func word(c *route.Ctx, key string) string { return lang.T(c.Language, key, nil) }

// book is a sheet: its name and its columns, as keys of package lang.
type book[Row any] struct {
	name    string
	columns []string
}

var columnKinds = map[string]exchange.ColumnKind{
	"delivered_on": exchange.DateColumn, "warranty_to": exchange.DateColumn, "discontinued_on": exchange.DateColumn,
	"warranty_months": exchange.NumberColumn,
}

// write reads page after page and sends the workbook when it is complete, so
// that a failure is still a refusal and not half a file.
func write[Row any](c *route.Ctx, sheet book[Row], read func(context.Context, *act.Sight, string) (route.Page[Row], error), cells func(*act.Sight, Row) []any) error {
	headings := make([]exchange.Heading, len(sheet.columns))
	for i, column := range sheet.columns {
		headings[i] = exchange.Heading{Text: word(c, "party.column."+column), Kind: columnKinds[column]}
	}
	var file bytes.Buffer
	workbook, err := exchange.NewWorkbook(&file, word(c, "party.sheet."+sheet.name), headings)
	if err != nil {
		return err
	}
	after, rows := "", 0
	for {
		next, err := act.See(c.R.Context(), c.Door, c.Actor, "party.export", func(ctx context.Context, s *act.Sight) (string, error) {
			page, err := read(ctx, s, after)
			for _, row := range page.Items {
				if err == nil {
					err = workbook.Row(cells(s, row)...)
				}
			}
			rows += len(page.Items)
			return page.Next, err
		})
		if err != nil {
			return err
		}
		if after = next; after == "" || rows >= exportMost {
			break
		}
	}
	if err := workbook.Close(); err != nil {
		return err
	}
	h := c.W.Header()
	h.Set("Content-Type", workbookType)
	h.Set("Content-Disposition", `attachment; filename="`+sheet.name+`.xlsx"`)
	h.Set("Content-Length", strconv.Itoa(file.Len()))
	c.W.WriteHeader(http.StatusOK)
	c.W.Write(file.Bytes()) // a reader that has gone cannot be told so
	return nil
}
