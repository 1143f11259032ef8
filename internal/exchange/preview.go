package exchange

import "time"

// Options say how a list is to be read.
type Options struct {
	Now       time.Time       // required: what counts as the future
	FileName  string          // may tell the year
	Sheet     string          // sheet of a workbook; empty: the one that reads like the list
	HeaderRow int             // row of the headings; 0: find it
	Mapping   map[int]Meaning // the person's own choice, by column index from 0
	Year      int             // of dates without a year; 0: find it
	Keep      int             // entries kept in the preview; 0: all
	// Visit gets every importable entry in order, so that long lists need not
	// be kept. An error ends the reading and is returned.
	Visit func(Entry) error
	// Progress is told now and then how many rows were read, and the share of
	// the file, 0 to 1.
	Progress func(rows int, part float64)
}

// Extra is the content of a column whose meaning is not known or ignored;
// nothing a file says is lost.
type Extra struct {
	Heading string `json:"heading"`
	Text    string `json:"text"`
}

// Entry is one importable row with the understanding of each cell. A time
// written into the date cell appears as a cell of its own with the same column.
type Entry struct {
	Number   int     `json:"number"`
	Cells    []Cell  `json:"cells"`
	Extra    []Extra `json:"extra,omitempty"`
	Problems []Note  `json:"problems,omitempty"`
}

// Cell gives the cell of a meaning; ok is false when the sheet has none.
func (e *Entry) Cell(meaning Meaning) (cell Cell, ok bool) {
	for i := range e.Cells {
		if e.Cells[i].Meaning == meaning {
			return e.Cells[i], true
		}
	}
	return Cell{}, false
}

// Value gives what was understood for a meaning, or "".
func (e *Entry) Value(meaning Meaning) string {
	cell, _ := e.Cell(meaning)
	return cell.Understood
}

// Aside is a row that is not imported, as it stood, with the reason.
type Aside struct {
	Number int      `json:"number"`
	Reason Note     `json:"reason"`
	Raw    []string `json:"raw,omitempty"`
}

// Duplicate says that an entry is likely the same matter as an earlier one.
type Duplicate struct {
	Number int  `json:"number"`
	Of     int  `json:"of"`
	Reason Note `json:"reason"`
}

// Tally counts cells by state.
type Tally struct {
	OK      int `json:"ok"`
	Assumed int `json:"assumed"`
	Unknown int `json:"unknown"`
	Failed  int `json:"error"`
	Empty   int `json:"empty"`
}

func (t *Tally) add(state State) {
	switch state {
	case OK:
		t.OK++
	case Assumed:
		t.Assumed++
	case Unknown:
		t.Unknown++
	case Failed:
		t.Failed++
	case Empty:
		t.Empty++
	}
}

// Summary counts a whole reading.
type Summary struct {
	Rows       int                `json:"rows"` // rows below the headings, without trailing blanks
	Importable int                `json:"importable"`
	Rejected   int                `json:"rejected"`
	Repeated   int                `json:"repeated"`
	Totals     int                `json:"totals"` // totals, repeated headings, signatures
	Blank      int                `json:"blank"`
	Problems   int                `json:"problems"` // importable rows with a problem
	Duplicates int                `json:"duplicates"`
	Formulas   int                `json:"formulas"`
	Cells      Tally              `json:"cells"`
	ByMeaning  map[Meaning]*Tally `json:"by_meaning"`
}

// Preview is everything a person needs to judge an import before it happens.
type Preview struct {
	Book       Book        `json:"book"`
	Kind       FileKind    `json:"kind"`
	Encoding   string      `json:"encoding,omitempty"`
	Separator  string      `json:"separator,omitempty"`
	Bytes      int64       `json:"bytes"`
	Sheets     []SheetName `json:"sheets,omitempty"`
	Sheet      string      `json:"sheet,omitempty"`
	Title      string      `json:"title,omitempty"`
	HeaderRow  int         `json:"header_row"`           // 0: the sheet has no headings
	Year       int         `json:"year"`                 // of dates without a year
	YearFrom   string      `json:"year_from"`            // given, title, sheet, file, rows, today
	Missing    []Meaning   `json:"missing,omitempty"`    // meanings without which rows cannot be imported
	Columns    []Column    `json:"columns"`              //
	Entries    []Entry     `json:"entries"`              //
	Rejected   []Aside     `json:"rejected,omitempty"`   //
	Repeated   []Aside     `json:"repeated,omitempty"`   // rows that equal an earlier one in every cell
	Skipped    []Aside     `json:"skipped,omitempty"`    // totals, blank rows, headings again, signatures
	Duplicates []Duplicate `json:"duplicates,omitempty"` //
	Summary    Summary     `json:"summary"`
}
