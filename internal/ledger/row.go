package ledger

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"huidan/internal/complaint"
	"huidan/internal/exchange"
	"huidan/internal/fault"
	"huidan/internal/lang"
	"huidan/internal/region"
)

// bearer makes rows of the register from entries of a ledger.
type bearer struct {
	language lang.Language
	file     string
	now      time.Time
	columns  []exchange.Column
}

// carried are the meanings that have a field of their own in the record: their
// cell need not be repeated in the summary when it was understood as it stood.
var carried = []exchange.Meaning{
	exchange.ArrivedDate, exchange.TakenDate, exchange.TakenTime, exchange.ClosedDate, exchange.CustomerName, exchange.Complainant,
	exchange.ContactName, exchange.Phone, exchange.Email, exchange.RegionText, exchange.Address, exchange.ProductName, exchange.Model,
	exchange.SerialNo, exchange.BatchNo, exchange.Quantity, exchange.ContractNo, exchange.Account,
}

// row gives what the act takes of an entry, or why it cannot be taken.
func (b *bearer) row(e *exchange.Entry) (complaint.ImportedRow, *exchange.Note) {
	row := complaint.ImportedRow{
		Row:     int64(e.Number),
		Reason:  b.text("ledger.reason", "file", b.file, "row", e.Number),
		TakenOn: e.Value(exchange.TakenDate), TakenTime: e.Value(exchange.TakenTime),
		ArrivedOn: e.Value(exchange.ArrivedDate), ClosedOn: e.Value(exchange.ClosedDate),
		Outcome: outcome(e),
		Record: complaint.Record{
			Channel: e.Value(exchange.Channel), CustomerName: e.Value(exchange.CustomerName), ComplainantName: e.Value(exchange.Complainant),
			ContactName: e.Value(exchange.ContactName), Phone: e.Value(exchange.Phone), Email: e.Value(exchange.Email),
			Address: place(e), ContractNo: e.Value(exchange.ContractNo), Account: e.Value(exchange.Account),
			Lines: lines(e), Unknowns: map[string]string{},
		},
	}
	row.Class, row.Doubt = class(e)
	b.open(e, &row.Record)
	row.Record.Summary = b.facts(e)
	if err := row.Check(b.now); err != nil {
		return row, b.why(err)
	}
	return row, nil
}

func (b *bearer) text(key string, args ...any) string {
	return lang.T(b.language, key, fault.New("", "", args...).Args)
}

func raw(e *exchange.Entry, meaning exchange.Meaning) string {
	cell, _ := e.Cell(meaning)
	return strings.TrimSpace(cell.Raw)
}

// outcome is what the ledger says about how it was settled.
func outcome(e *exchange.Entry) string {
	if result := raw(e, exchange.Result); result != "" {
		return result
	}
	return raw(e, exchange.HandlingOpinion)
}

// place is where the matter occurred, as the ledger says it.
func place(e *exchange.Entry) string {
	area, address := e.Value(exchange.RegionText), e.Value(exchange.Address)
	if strings.HasPrefix(address, area) {
		return address
	}
	return strings.TrimSpace(area + " " + address)
}

func lines(e *exchange.Entry) []complaint.Line {
	quantity, _ := strconv.ParseInt(e.Value(exchange.Quantity), 10, 64) // empty when the ledger does not say
	line := complaint.Line{
		ProductName: e.Value(exchange.ProductName), Model: e.Value(exchange.Model), SerialNo: e.Value(exchange.SerialNo),
		BatchNo: e.Value(exchange.BatchNo), Quantity: quantity,
	}
	if line == (complaint.Line{}) {
		return nil
	}
	return []complaint.Line{line}
}

// class: what the ledger said; doubt means quality (2.1-f).
func class(e *exchange.Entry) (complaint.Class, bool) {
	cell, _ := e.Cell(exchange.Class)
	doubt := cell.Note != nil && cell.Note.Code == "exchange.cell.class_doubt"
	switch c := complaint.Class(cell.Understood); c {
	case complaint.Quality, complaint.NonQuality:
		return c, doubt
	}
	return complaint.Unclassified, false
}

// open marks what the ledger leaves open, with the reason (2.1-i).
func (b *bearer) open(e *exchange.Entry, r *complaint.Record) {
	unknown := func(field, reason string, args ...any) { r.Unknowns[field] = cut(b.text(reason, args...), 200) }
	if r.Channel == "" {
		r.Channel = "other"
		unknown("channel", "ledger.unknown.channel")
	}
	if r.Account == "" {
		unknown("account", "ledger.unknown.account")
	}
	if r.CustomerName == "" && r.ComplainantName == "" {
		unknown("customer_name", "ledger.unknown.customer")
	}
	if r.Phone == "" && r.Email == "" && r.Address == "" {
		unknown("contact", "ledger.unknown.contact")
	}
	if cell, ok := e.Cell(exchange.SerialNo); ok && cell.State == exchange.Unknown {
		unknown("serial_no", "ledger.unknown.serial", "text", cell.Raw)
	}
	if r.Address == "" {
		unknown("site", "ledger.unknown.place")
		return
	}
	match, question := readPlace(e)
	if question != nil {
		unknown("site", "ledger.unknown.place_unclear", "why", b.question(question))
		return
	}
	r.DivisionCode = match.Division.Code
}

// readPlace reads the division from region and address.
func readPlace(e *exchange.Entry) (region.Match, *region.Question) {
	area, address := e.Value(exchange.RegionText), e.Value(exchange.Address)
	var first *region.Question
	for _, text := range []string{area + address, area, address} {
		match, err := region.Parse(text)
		if err == nil {
			return match, nil
		}
		if q, ok := err.(*region.Question); ok && first == nil {
			first = q
		}
	}
	return region.Match{}, first
}

func (b *bearer) question(q *region.Question) string {
	return b.text("region.question."+q.Code, "text", q.Text)
}

func cut(text string, most int) string {
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return text
}

// facts keeps everything of the row that has no field of its own, and every
// cell that was not understood just as it stood, under the file's own headings:
// nothing of the old ledger is lost, and search finds it.
func (b *bearer) facts(e *exchange.Entry) string {
	type fact struct {
		column int
		text   string
	}
	var all []fact
	told := map[int]bool{}
	for _, cell := range e.Cells {
		text := strings.TrimSpace(cell.Raw)
		if text == "" || told[cell.Column] || slices.Contains(carried, cell.Meaning) && cell.State == exchange.OK {
			continue
		}
		told[cell.Column] = true
		heading := b.heading(cell.Column)
		if cell.Note != nil && cell.State != exchange.OK {
			all = append(all, fact{cell.Column, b.text("ledger.fact_noted", "heading", heading, "text", text, "note", noteText(b.language, cell.Note))})
			continue
		}
		all = append(all, fact{cell.Column, b.text("ledger.fact", "heading", heading, "text", text)})
	}
	slices.SortStableFunc(all, func(a, b fact) int { return cmp.Compare(a.column, b.column) })
	texts := make([]string, 0, len(all)+len(e.Extra))
	for _, f := range all {
		texts = append(texts, f.text)
	}
	for _, x := range e.Extra {
		if strings.TrimSpace(x.Text) != "" {
			texts = append(texts, b.text("ledger.fact", "heading", x.Heading, "text", strings.TrimSpace(x.Text)))
		}
	}
	if e.Value(exchange.TakenTime) == "" {
		texts = append(texts, b.text("ledger.time_assumed"))
	}
	return strings.Join(texts, "\n")
}

func (b *bearer) heading(column int) string {
	for _, c := range b.columns {
		if c.Index == column && strings.TrimSpace(c.Heading) != "" {
			return strings.TrimSpace(c.Heading)
		}
	}
	return exchange.ColumnLetter(column)
}

// fieldMeanings names the columns behind the fields that a check may refuse.
var fieldMeanings = map[string]exchange.Meaning{
	"taken_on": exchange.TakenDate, "taken_at": exchange.TakenDate, "taken_time": exchange.TakenTime, "arrived_on": exchange.ArrivedDate,
	"closed_on": exchange.ClosedDate, "outcome": exchange.Result, "complainant_name": exchange.Complainant, "address": exchange.Address,
}

// why puts the refusal of a row into a note.
func (b *bearer) why(err error) *exchange.Note {
	f, ok := fault.As(err)
	if !ok || len(f.Fields) == 0 {
		return &exchange.Note{Code: "ledger.row_refused", Args: map[string]string{"field": "", "why": err.Error()}}
	}
	name := f.Fields[0].Path[strings.LastIndexByte(f.Fields[0].Path, '.')+1:]
	meaning, known := fieldMeanings[name]
	if !known {
		meaning = exchange.Meaning(name)
	}
	word := wordOf(b.language, "exchange.meaning.", string(meaning))
	if name == "reception_summary" {
		word = b.text("ledger.all_other_columns")
	}
	return &exchange.Note{Code: "ledger.row_refused", Args: map[string]string{
		"field": word, "why": lang.T(b.language, f.Fields[0].Code, f.Fields[0].Args),
	}}
}
