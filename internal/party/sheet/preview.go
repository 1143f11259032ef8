package sheet

import (
	"bytes"
	"errors"
	"io"
	"net/http"
	"strconv"
	"strings"

	"huidan/internal/act"
	"huidan/internal/exchange"
	"huidan/internal/fault"
	"huidan/internal/lang"
	"huidan/internal/party"
	"huidan/internal/route"
)

const (
	// fileMost bounds an import file, in bytes; rowsMost its rows, since the
	// browser holds them until they are sent.
	fileMost = 20 << 20
	rowsMost = 20_000
	// shownMost are the rows shown cell by cell.
	shownMost = 100
	// asideMost bounds the rows listed as not taken.
	asideMost = 1000
)

// Preview is what was understood of a file, before anything is imported.
type Preview struct {
	ImportID  string                 `json:"import_id" doc:"Names the import that may follow"`
	FileName  string                 `json:"file_name"`
	Encoding  string                 `json:"encoding,omitempty"`
	Separator string                 `json:"separator,omitempty"`
	Sheets    []string               `json:"sheets"`
	Sheet     string                 `json:"sheet,omitempty"`
	HeaderRow int                    `json:"header_row"`
	Meanings  []string               `json:"meanings" doc:"What a column can mean"`
	Missing   []string               `json:"missing" doc:"Meanings without which nothing can be imported"`
	Columns   []PreviewColumn        `json:"columns"`
	Shown     []PreviewRow           `json:"shown" doc:"The first rows, cell by cell"`
	Rejected  []PreviewAside         `json:"rejected" doc:"Rows that cannot be understood"`
	Doubles   []PreviewAside         `json:"duplicates"`
	Summary   PreviewSummary         `json:"summary"`
	Customers []party.CustomerImport `json:"customers,omitempty" doc:"The rows to send, for a list of customers"`
	Units     []party.UnitImport     `json:"units,omitempty" doc:"The rows to send, for a list of units"`
}

// PreviewColumn is a column of the file and what it was taken to mean.
type PreviewColumn struct {
	Index   int      `json:"index"`
	Letter  string   `json:"letter"`
	Heading string   `json:"heading"`
	Meaning string   `json:"meaning"`
	Samples []string `json:"samples"`
}

// PreviewRow is one row, cell by cell.
type PreviewRow struct {
	Row      int           `json:"row"`
	Cells    []PreviewCell `json:"cells"`
	Problems []string      `json:"problems"`
}

// PreviewCell is a cell with what was understood.
type PreviewCell struct {
	Meaning    string `json:"meaning"`
	Raw        string `json:"raw"`
	Understood string `json:"understood"`
	State      string `json:"state" enum:"ok,assumed,unknown,error,empty"`
	Note       string `json:"note,omitempty"`
}

// PreviewAside is a row that is set aside, with the reason.
type PreviewAside struct {
	Row    int      `json:"row"`
	Reason string   `json:"reason"`
	Raw    []string `json:"raw"`
}

// PreviewSummary counts the file.
type PreviewSummary struct {
	Rows       int `json:"rows"`
	Importable int `json:"importable"`
	Rejected   int `json:"rejected"`
	Repeated   int `json:"repeated"`
	Problems   int `json:"problems"`
	Duplicates int `json:"duplicates"`
}

// previewImport reads an uploaded file and says what it understood. The person
// corrects the columns by asking again with ?column=3:phone.
func previewImport(c *route.Ctx, book exchange.Book) error {
	file, name, err := upload(c)
	if err != nil {
		return err
	}
	options, err := optionsOf(c, name)
	if err != nil {
		return err
	}
	limits := exchange.DefaultLimits()
	limits.Bytes, limits.Rows = fileMost, rowsMost
	table, err := exchange.Open(bytes.NewReader(file), int64(len(file)), limits)
	if err != nil {
		return refusalOf(err)
	}
	preview, err := readTable(c, table, book, options)
	if err != nil {
		return refusalOf(err)
	}
	return route.WriteJSON(c.W, c.R, http.StatusOK, preview)
}

func readTable(c *route.Ctx, table *exchange.Table, book exchange.Book, options exchange.Options) (Preview, error) {
	answer := Preview{ImportID: act.NewID(), FileName: options.FileName, Sheets: []string{}, Missing: []string{}}
	read := exchange.ReadCustomers
	if book == exchange.UnitsBook {
		read = exchange.ReadUnits
	}
	options.Keep = shownMost
	options.Visit = func(e exchange.Entry) error {
		if book == exchange.UnitsBook {
			answer.Units = append(answer.Units, unitOf(&e))
		} else {
			answer.Customers = append(answer.Customers, customerOf(&e))
		}
		return nil
	}
	seen, err := read(c.R.Context(), table, options)
	if err != nil {
		return answer, err
	}
	answer.fill(c.Language, seen)
	for _, m := range exchange.MeaningsOf(book) {
		answer.Meanings = append(answer.Meanings, string(m))
	}
	return answer, nil
}

// upload reads the part "file" of the form.
func upload(c *route.Ctx) (content []byte, name string, err error) {
	body, err := route.Limit(c.W, c.R, fileMost+1<<16)
	if err != nil {
		return nil, "", err
	}
	c.R.Body = body
	form, err := c.R.MultipartReader()
	if err != nil {
		return nil, "", fault.New(fault.KindUnsupported, "fault.unsupported_type", "type", c.R.Header.Get("Content-Type"))
	}
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return nil, "", fault.Invalid(fault.Wrong("file", "fault.required"))
		}
		if err != nil {
			return nil, "", route.Unreadable(err, fileMost)
		}
		if part.FormName() != "file" {
			continue
		}
		content, err = io.ReadAll(part)
		if err != nil {
			return nil, "", route.Unreadable(err, fileMost)
		}
		return content, part.FileName(), nil
	}
}

// optionsOf reads what the person corrected: ?sheet=, ?header_row=3,
// ?column=0:customer_name once for each column.
func optionsOf(c *route.Ctx, name string) (exchange.Options, error) {
	query := c.R.URL.Query()
	options := exchange.Options{Now: c.Door.Now(), FileName: name, Sheet: query.Get("sheet")}
	var wrong fault.Fields
	if text := query.Get("header_row"); text != "" {
		row, err := strconv.Atoi(text)
		wrong.Add(err != nil || row < 1, "query.header_row", "fault.malformed")
		options.HeaderRow = row
	}
	for _, text := range query["column"] {
		index, meaning, ok := strings.Cut(text, ":")
		n, err := strconv.Atoi(index)
		wrong.Add(!ok || err != nil || n < 0, "query.column", "fault.malformed")
		if options.Mapping == nil {
			options.Mapping = map[int]exchange.Meaning{}
		}
		options.Mapping[n] = exchange.Meaning(meaning)
	}
	return options, wrong.Err()
}

// refusalOf turns the refusal of a file into one a person can act on.
func refusalOf(err error) error {
	var refusal *exchange.Refusal
	if !errors.As(err, &refusal) {
		return err
	}
	args := fault.Args{}
	for name, value := range refusal.Args {
		args[name] = value
	}
	return &fault.Fault{Kind: fault.KindInvalid, Code: refusal.Code, Args: args,
		Fields: []fault.Field{{Path: "file", Code: refusal.Code, Args: args}}}
}

// words puts a note into the reader's language; an argument that names a
// meaning is put into words first.
func words(language lang.Language, note *exchange.Note) string {
	if note == nil {
		return ""
	}
	args := map[string]any{}
	for name, value := range note.Args {
		args[name] = value
		if key := "exchange.meaning." + value; name == "meaning" && lang.Has(key) {
			args[name] = lang.T(language, key, nil)
		}
	}
	return lang.T(language, note.Code, args)
}

func (p *Preview) fill(language lang.Language, seen *exchange.Preview) {
	p.Encoding, p.Separator, p.Sheet, p.HeaderRow = seen.Encoding, seen.Separator, seen.Sheet, seen.HeaderRow
	for _, sheet := range seen.Sheets {
		p.Sheets = append(p.Sheets, sheet.Name)
	}
	for _, meaning := range seen.Missing {
		p.Missing = append(p.Missing, string(meaning))
	}
	for _, column := range seen.Columns {
		p.Columns = append(p.Columns, PreviewColumn{column.Index, column.Letter, column.Heading, string(column.Meaning), column.Samples})
	}
	for i := range seen.Entries {
		p.Shown = append(p.Shown, rowOf(language, &seen.Entries[i]))
	}
	p.Rejected = []PreviewAside{}
	for _, aside := range append(seen.Rejected, seen.Repeated...) {
		if len(p.Rejected) < asideMost {
			p.Rejected = append(p.Rejected, PreviewAside{aside.Number, words(language, &aside.Reason), aside.Raw})
		}
	}
	p.Doubles = []PreviewAside{}
	for _, double := range seen.Duplicates {
		if len(p.Doubles) < asideMost {
			p.Doubles = append(p.Doubles, PreviewAside{double.Number, words(language, &double.Reason), []string{}})
		}
	}
	s := seen.Summary
	p.Summary = PreviewSummary{s.Rows, s.Importable, s.Rejected, s.Repeated, s.Problems, s.Duplicates}
}

func rowOf(language lang.Language, e *exchange.Entry) PreviewRow {
	row := PreviewRow{Row: e.Number, Cells: []PreviewCell{}, Problems: []string{}}
	for _, cell := range e.Cells {
		understood := cell.Understood
		if cell.Meaning == exchange.CustomerKind && understood != "" {
			understood = lang.T(language, "party.kind."+kindOf[understood], nil)
		}
		row.Cells = append(row.Cells, PreviewCell{string(cell.Meaning), cell.Raw, understood, string(cell.State), words(language, cell.Note)})
	}
	for _, problem := range e.Problems {
		row.Problems = append(row.Problems, words(language, &problem))
	}
	return row
}

// kindOf puts the kind of a customer as lists say it into the one of the records.
var kindOf = map[string]string{"dealer": party.KindDealer, "end_customer": party.KindEndUser, "customer": party.KindDirect}

func customerOf(e *exchange.Entry) party.CustomerImport {
	return party.CustomerImport{
		Row: int64(e.Number), Code: e.Value(exchange.CustomerCode), Name: e.Value(exchange.CustomerName), Kind: kindOf[e.Value(exchange.CustomerKind)],
		Region: e.Value(exchange.RegionText), Address: e.Value(exchange.Address), ContactName: e.Value(exchange.ContactName),
		Phone: e.Value(exchange.Phone), Email: e.Value(exchange.Email), Remarks: remarksOf(e),
	}
}

func unitOf(e *exchange.Entry) party.UnitImport {
	return party.UnitImport{
		Row: int64(e.Number), SerialNo: e.Value(exchange.SerialNo), ProductName: e.Value(exchange.ProductName), Model: e.Value(exchange.Model),
		CustomerName: e.Value(exchange.CustomerName), Site: e.Value(exchange.Site), Region: e.Value(exchange.RegionText),
		Address: e.Value(exchange.Address), BatchNo: e.Value(exchange.BatchNo), ContractNo: e.Value(exchange.ContractNo),
		DeliveredOn: e.Value(exchange.DeliveredDate), WarrantyTo: e.Value(exchange.WarrantyTo), Remarks: remarksOf(e),
	}
}

// remarksMost bounds remarks, in characters.
const remarksMost = 500

// remarksOf keeps, besides the remarks, what the file says in cells that could
// not be read and in columns that mean nothing here.
func remarksOf(e *exchange.Entry) string {
	var parts []string
	if own := e.Value(exchange.Remarks); own != "" {
		parts = append(parts, own)
	}
	for _, cell := range e.Cells {
		if cell.State == exchange.Failed {
			parts = append(parts, cell.Raw)
		}
	}
	for _, extra := range e.Extra {
		parts = append(parts, extra.Heading+" "+extra.Text)
	}
	text := []rune(strings.Join(parts, "; "))
	return string(text[:min(len(text), remarksMost)])
}
