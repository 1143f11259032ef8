package ledger

import (
	"context"
	"slices"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/exchange"
	"huidan/internal/lang"
	"huidan/internal/region"
)

// Preview is what was understood of a file, before anything is taken in.
type Preview struct {
	Job       Job       `json:"job"`
	Choices   Choices   `json:"choices" doc:"what the person has decided so far"`
	Kind      string    `json:"kind" enum:"xlsx,csv"`
	Encoding  string    `json:"encoding,omitempty"`
	Separator string    `json:"separator,omitempty"`
	Sheets    []string  `json:"sheets"`
	Sheet     string    `json:"sheet,omitempty"`
	Title     string    `json:"title,omitempty"`
	HeaderRow int64     `json:"header_row" doc:"0: the file has no headings"`
	Year      int64     `json:"year" doc:"of dates without a year"`
	YearFrom  string    `json:"year_from" enum:"given,title,sheet,file,rows,today"`
	Meanings  []Meaning `json:"meanings" doc:"what a column can mean"`
	Missing   []string  `json:"missing" doc:"meanings without which nothing can be taken in, in words"`
	Columns   []Column  `json:"columns"`
	Rows      []Row     `json:"rows" doc:"the first ones, cell by cell"`
	Rejected  []Aside   `json:"rejected"`
	Repeated  []Aside   `json:"repeated"`
	Skipped   []Aside   `json:"skipped" doc:"totals, headings again, signatures"`
	Twins     []Twin    `json:"duplicates" doc:"at most 1000 of them"`
	Summary   Summary   `json:"summary"`
}

// Meaning is what a column can mean, in words.
type Meaning struct {
	Value string `json:"value"`
	Text  string `json:"text"`
}

// Column is a column of the file and what it was taken to mean.
type Column struct {
	Index      int64    `json:"index"`
	Letter     string   `json:"letter"`
	Heading    string   `json:"heading"`
	Meaning    string   `json:"meaning"`
	Confidence float64  `json:"confidence" doc:"0 to 1"`
	Reason     string   `json:"reason"`
	Samples    []string `json:"samples"`
	Filled     int64    `json:"filled"`
}

// Row is one row, cell by cell.
type Row struct {
	Row      int64    `json:"row"`
	Cells    []Cell   `json:"cells"`
	Problems []string `json:"problems"`
}

// Cell is a cell with what was understood, in words.
type Cell struct {
	Column     int64  `json:"column"`
	Meaning    string `json:"meaning"`
	Raw        string `json:"raw"`
	Understood string `json:"understood"`
	State      string `json:"state" enum:"ok,assumed,unknown,error,empty"`
	Note       string `json:"note,omitempty"`
}

// Aside is a row that is set aside, with the reason.
type Aside struct {
	Row    int64    `json:"row"`
	Reason string   `json:"reason"`
	Raw    []string `json:"raw"`
}

// Summary counts the file.
type Summary struct {
	Rows       int64          `json:"rows"`
	Importable int64          `json:"importable"`
	Rejected   int64          `json:"rejected"`
	Repeated   int64          `json:"repeated"`
	Totals     int64          `json:"totals"`
	Blank      int64          `json:"blank"`
	Problems   int64          `json:"problems"`
	Formulas   int64          `json:"formulas"`
	Duplicates int64          `json:"duplicates"`
	Suggested  int64          `json:"suggested_skips" doc:"duplicates that are suggested to be left out"`
	Cells      exchange.Tally `json:"cells"`
}

// preview reads the file and puts what was understood into words.
func (d *Desk) preview(ctx context.Context, door *act.Door, actor access.Actor, j Job) (Preview, error) {
	r, err := d.read(ctx, door, actor, &j, nil)
	if err != nil {
		return Preview{}, err
	}
	return r.words(j), nil
}

func (r *reading) words(j Job) Preview {
	language := r.bearer.language
	p := Preview{
		Job: j, Choices: j.choices.Choices, Kind: string(r.Kind), Encoding: r.Encoding, Separator: r.Separator, Sheet: r.Sheet, Title: r.Title,
		HeaderRow: int64(r.HeaderRow), Year: int64(r.Year), YearFrom: r.YearFrom,
		Rejected: asides(language, r.Rejected), Repeated: asides(language, r.Repeated), Skipped: asides(language, r.Skipped),
		Twins: r.twins, Summary: summaryOf(r),
	}
	for _, s := range r.Sheets {
		p.Sheets = append(p.Sheets, s.Name)
	}
	for _, m := range slices.Concat([]exchange.Meaning{exchange.Ignore}, exchange.MeaningsOf(exchange.LedgerBook)) {
		p.Meanings = append(p.Meanings, Meaning{string(m), wordOf(language, "exchange.meaning.", string(m))})
	}
	for _, m := range r.Missing {
		p.Missing = append(p.Missing, wordOf(language, "exchange.meaning.", string(m)))
	}
	for _, c := range r.Columns {
		p.Columns = append(p.Columns, Column{int64(c.Index), c.Letter, c.Heading, string(c.Meaning), c.Confidence,
			noteText(language, c.Reason), c.Samples, int64(c.Filled)})
	}
	for i := range r.Entries {
		p.Rows = append(p.Rows, rowOf(language, &r.Entries[i]))
	}
	if len(p.Twins) > asideMost {
		p.Twins = p.Twins[:asideMost]
	}
	return p
}

func summaryOf(r *reading) Summary {
	s := Summary{
		Rows: int64(r.Summary.Rows), Importable: r.taken, Rejected: int64(len(r.Rejected)), Repeated: int64(r.Summary.Repeated),
		Totals: int64(r.Summary.Totals), Blank: int64(r.Summary.Blank), Problems: int64(r.Summary.Problems),
		Formulas: int64(r.Summary.Formulas), Duplicates: int64(len(r.twins)), Cells: r.cells,
	}
	for _, t := range r.twins {
		if t.Suggested == "skip" {
			s.Suggested++
		}
	}
	return s
}

func asides(language lang.Language, list []exchange.Aside) []Aside {
	out := []Aside{}
	for _, a := range list[:min(len(list), asideMost)] {
		out = append(out, Aside{int64(a.Number), noteText(language, &a.Reason), a.Raw})
	}
	slices.SortStableFunc(out, func(a, b Aside) int { return int(a.Row - b.Row) })
	return out
}

func rowOf(language lang.Language, e *exchange.Entry) Row {
	row := Row{Row: int64(e.Number)}
	for _, c := range e.Cells {
		row.Cells = append(row.Cells, cellOf(language, e, c))
	}
	for i := range e.Problems {
		row.Problems = append(row.Problems, noteText(language, &e.Problems[i]))
	}
	return row
}

// stateOf is how far a cell was understood, together with what follows from
// several cells: the division of a place, the assumed hour, the class of a
// settled matter.
func stateOf(e *exchange.Entry, c *exchange.Cell) exchange.State {
	switch {
	case c.Meaning == exchange.RegionText && c.Understood != "":
		match, question := readPlace(e)
		if question != nil {
			return exchange.Unknown
		}
		if match.Confidence != region.Full && c.State == exchange.OK {
			return exchange.Assumed
		}
	case c.Meaning == exchange.TakenTime && c.State == exchange.Empty, settledWithoutClass(e, c):
		return exchange.Assumed
	}
	return c.State
}

func settledWithoutClass(e *exchange.Entry, c *exchange.Cell) bool {
	return c.Meaning == exchange.Class && c.State == exchange.Empty && e.Value(exchange.ClosedDate) != ""
}

// cellOf puts a cell into words.
func cellOf(language lang.Language, e *exchange.Entry, c exchange.Cell) Cell {
	cell := Cell{int64(c.Column), string(c.Meaning), c.Raw, understood(language, c), string(stateOf(e, &c)), noteText(language, c.Note)}
	switch {
	case c.Meaning == exchange.RegionText && c.Understood != "":
		placeCell(language, e, &cell)
	case c.Meaning == exchange.TakenTime && c.State == exchange.Empty:
		cell.Note = lang.T(language, "ledger.time_assumed", nil)
	case settledWithoutClass(e, &c):
		cell.Understood = lang.T(language, "complaint.class."+string(complaint.Quality), nil)
		cell.Note = lang.T(language, "ledger.class_of_settled", nil)
	}
	return cell
}

func placeCell(language lang.Language, e *exchange.Entry, cell *Cell) {
	match, question := readPlace(e)
	if question != nil {
		b := bearer{language: language}
		cell.Understood, cell.Note = "", b.question(question)
		return
	}
	cell.Understood = region.FullName(match.Division.Code)
	if match.Confidence != region.Full {
		cell.Note = lang.T(language, "ledger.place_short", map[string]any{"place": cell.Understood})
	}
}

// tally counts the cells of an entry by their state.
func tally(t *exchange.Tally, e *exchange.Entry) {
	for i := range e.Cells {
		switch stateOf(e, &e.Cells[i]) {
		case exchange.OK:
			t.OK++
		case exchange.Assumed:
			t.Assumed++
		case exchange.Unknown:
			t.Unknown++
		case exchange.Failed:
			t.Failed++
		default:
			t.Empty++
		}
	}
}

func understood(language lang.Language, c exchange.Cell) string {
	if list, ok := valueLists[c.Meaning]; ok && c.Understood != "" {
		return wordOf(language, list, c.Understood)
	}
	return c.Understood
}
