package paper

import (
	"bytes"
	"context"
	"net/url"
	"strconv"
	"time"

	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/exchange"
	"huidan/internal/form"
	"huidan/internal/lang"
	"huidan/internal/route"
	"huidan/internal/staff"
)

const (
	// pageRows are read at once, so that no read stays open for long.
	pageRows = 200
	// exportMost and printMost bound what one request writes, in rows.
	exportMost = 100_000
	printMost  = 2_000
)

// filter reads what the register's own address understands.
func filter(q url.Values) complaint.Filter {
	overdue, _ := strconv.ParseBool(q.Get("overdue")) //nolint:errcheck // what is no yes is a no
	ascending, _ := strconv.ParseBool(q.Get("asc"))   //nolint:errcheck // as above
	return complaint.Filter{
		State: q.Get("state"), Class: q.Get("class"), Channel: q.Get("channel"), Severity: q.Get("severity"), CustomerID: q.Get("customer_id"),
		Serial: q.Get("serial_no"), Region: q.Get("region"), OfficerID: q.Get("officer_id"), EntryMode: q.Get("entry_mode"),
		ImportID: q.Get("import_id"), TakenFrom: q.Get("taken_from"), TakenTo: q.Get("taken_to"), Overdue: overdue, Query: q.Get("q"),
		Sort: q.Get("sort"), Ascending: ascending, Limit: pageRows,
	}
}

// rows reads the register page by page and gives each row to take.
func rows(c *route.Ctx, most int, take func(complaint.Row) error) error {
	f := filter(c.R.URL.Query())
	for n := 0; n < most; {
		page, err := act.See(c.R.Context(), c.Door, c.Actor, "complaint.see", func(ctx context.Context, s *act.Sight) (complaint.List, error) {
			next := f
			return complaint.ListComplaints(ctx, s, &next)
		})
		if err != nil {
			return err
		}
		for _, r := range page.Items {
			if n++; n > most {
				return nil
			}
			if err := take(r); err != nil {
				return err
			}
		}
		if page.Next == "" {
			return nil
		}
		f.After = page.Next
	}
	return nil
}

// column is one column of the register, on paper and in Excel.
type column struct {
	key    string
	kind   exchange.ColumnKind
	weight float64
	value  func(c *route.Ctx, r complaint.Row) any
}

var columns = []column{
	{"number", exchange.TextColumn, 1.3, func(_ *route.Ctx, r complaint.Row) any { return r.Number }},
	{"taken_at", exchange.DateTimeColumn, 1.3, func(_ *route.Ctx, r complaint.Row) any { return shown(r.TakenAt) }},
	{"customer", exchange.TextColumn, 2, func(_ *route.Ctx, r complaint.Row) any { return r.Customer.Name }},
	{"contact", exchange.TextColumn, 1.2, func(_ *route.Ctx, r complaint.Row) any { return r.PhoneMasked }},
	{"region", exchange.TextColumn, 0.8, func(c *route.Ctx, r complaint.Row) any { return words(c, "region", r.RegionClass) }},
	{"product", exchange.TextColumn, 1.5, func(_ *route.Ctx, r complaint.Row) any { return r.ProductText }},
	{"serial", exchange.TextColumn, 1.2, func(_ *route.Ctx, r complaint.Row) any { return r.SerialNo }},
	{"channel", exchange.TextColumn, 0.8, func(c *route.Ctx, r complaint.Row) any { return words(c, "channel", r.Channel) }},
	{"account", exchange.LongTextColumn, 4, func(_ *route.Ctx, r complaint.Row) any { return r.Summary }},
	{"class", exchange.TextColumn, 0.9, func(c *route.Ctx, r complaint.Row) any { return words(c, "class", string(r.Class)) }},
	{"severity", exchange.TextColumn, 0.7, func(c *route.Ctx, r complaint.Row) any { return words(c, "severity", r.Severity) }},
	{"state", exchange.TextColumn, 1, func(c *route.Ctx, r complaint.Row) any { return words(c, "state", string(r.State)) }},
	{"officer", exchange.TextColumn, 0.8, func(_ *route.Ctx, r complaint.Row) any { return r.Officer.Name }},
	{"handed_over_at", exchange.DateTimeColumn, 1.3, func(_ *route.Ctx, r complaint.Row) any { return shown(r.HandedOverAt) }},
	{"closed_at", exchange.DateTimeColumn, 1.3, func(_ *route.Ctx, r complaint.Row) any { return shown(r.ClosedAt) }},
	{"due", exchange.DateTimeColumn, 1.3, func(_ *route.Ctx, r complaint.Row) any { return shown(r.NextDueAt) }},
	{"entry", exchange.TextColumn, 0.8, func(c *route.Ctx, r complaint.Row) any { return words(c, "entry", r.EntryMode) }},
}

func words(c *route.Ctx, list, value string) string {
	if value == "" {
		return ""
	}
	return lang.T(c.Language, "complaint."+list+"."+value, nil)
}

// shown is a time as lists show it: the wall clock of Shanghai, blank for none.
func shown(t time.Time) any {
	if t.IsZero() {
		return ""
	}
	return t.In(zone)
}

var zone = time.FixedZone("CST", 8*60*60)

// exportRegister sends the register as Excel, with the filters of the screen.
// Text stays text: a customer's words are never a formula.
func exportRegister(c *route.Ctx) error {
	headings := make([]exchange.Heading, len(columns))
	for i, k := range columns {
		headings[i] = exchange.Heading{Text: lang.T(c.Language, "complaint.column."+k.key, nil), Kind: k.kind}
	}
	var file bytes.Buffer
	workbook, err := exchange.NewWorkbook(&file, lang.T(c.Language, "complaint.export.title", nil), headings)
	if err != nil {
		return err
	}
	err = rows(c, exportMost, func(r complaint.Row) error {
		cells := make([]any, len(columns))
		for i, k := range columns {
			cells[i] = k.value(c, r)
		}
		return workbook.Row(cells...)
	})
	if err != nil {
		return err
	}
	if err := workbook.Close(); err != nil {
		return err
	}
	return send(c, workbookType, "complaints.xlsx", file.Bytes())
}

// onPaper are the columns that fit a landscape A4.
var onPaper = []string{"number", "taken_at", "customer", "region", "product", "serial", "channel", "account", "class", "state", "officer", "closed_at"}

// printRegister sends the register as a landscape list.
func printRegister(c *route.Ctx) error {
	as, err := labels(c)
	if err != nil {
		return err
	}
	q := c.R.URL.Query()
	list := form.Register{
		Title:   lang.T(c.Language, "complaint.export.title", nil),
		Period:  period(q.Get("taken_from"), q.Get("taken_to")),
		Columns: []form.Column{{Title: lang.T(c.Language, "complaint.column.place", nil), Weight: 0.5, Centre: true}},
	}
	var printed []column
	for _, key := range onPaper {
		for _, k := range columns {
			if k.key == key {
				printed = append(printed, k)
				list.Columns = append(list.Columns, form.Column{Title: lang.T(c.Language, "complaint.column."+k.key, nil), Weight: k.weight})
			}
		}
	}
	err = rows(c, printMost, func(r complaint.Row) error {
		cells := []string{strconv.Itoa(len(list.Rows) + 1)}
		for _, k := range printed {
			cells = append(cells, onLine(k.value(c, r)))
		}
		list.Rows = append(list.Rows, cells)
		return nil
	})
	if err != nil {
		return err
	}
	company, err := act.See(c.R.Context(), c.Door, c.Actor, "settings.see", func(ctx context.Context, s *act.Sight) (staff.Company, error) {
		company, _, err := staff.SeeCompany(ctx, s)
		return company, err
	})
	if err != nil {
		return err
	}
	var pdf bytes.Buffer
	if err := list.PDF(&pdf, form.Options{Labels: as, Company: company.Name, PrintedAt: c.Door.Now()}); err != nil {
		return err
	}
	return send(c, pdfType, "complaints.pdf", pdf.Bytes())
}

func onLine(v any) string {
	if t, ok := v.(time.Time); ok {
		return t.Format("2006-01-02 15:04")
	}
	return v.(string)
}

func period(from, to string) string {
	if from == "" && to == "" {
		return ""
	}
	return from + " – " + to
}
