package exchange

import (
	"errors"
	"io"
	"os"
	"strconv"
)

// FileKind says what a file is by its content, whatever its name.
type FileKind string

// The kinds of table that can be read.
const (
	Workbook  FileKind = "xlsx"
	Separated FileKind = "csv"
)

// TextKind says how a cell stood in the file.
type TextKind uint8

// The ways a cell can stand in a file. A formula is never computed: its own
// text is the content.
const (
	AsText TextKind = iota
	AsNumber
	AsDate
	AsFormula
)

// Text is one cell as it stands in the file.
type Text struct {
	Raw    string   // as written; for a formula its text with "=" in front
	Shown  string   // what a formula last showed, as stored in a workbook
	Kind   TextKind //
	Merged bool     // repeated from the cell it is merged with above
}

// Row is one row of the sheet, numbered as the spreadsheet program shows it.
type Row struct {
	Number int
	Cells  []Text
	Broken *Note // why the text of the row cannot be trusted
	Doubt  *Note // what was odd about it
	Over   int   // filled cells beyond the limit of columns
}

// Empty reports whether no cell of the row has content.
func (r Row) Empty() bool {
	for i := range r.Cells {
		if r.Cells[i].Raw != "" {
			return false
		}
	}
	return true
}

// SheetName is one sheet of a workbook.
type SheetName struct {
	Name   string `json:"name"`
	Hidden bool   `json:"hidden,omitempty"`
}

// Table is an open file: what it is, and its rows as a stream that can be
// walked more than once.
type Table struct {
	Kind      FileKind
	Encoding  string // of separated text: UTF-8, UTF-16LE, UTF-16BE, GB18030, Big5, Windows-1252
	Separator string // of separated text: "," ";" "\t" "|"
	Sheets    []SheetName
	Sheet     string
	Bytes     int64

	limits Limits
	source io.ReaderAt
	closer io.Closer
	text   *textFile
	book   *workbook
}

// Open looks at the content and opens it as a table, or refuses with a
// *Refusal that says what the file really is.
func Open(source io.ReaderAt, size int64, limits Limits) (*Table, error) {
	if size == 0 {
		return nil, refuse("exchange.file_empty")
	}
	if size > limits.Bytes {
		return nil, refuse("exchange.file_too_big", "limit", limits.Bytes>>20, "size", (size+1<<20-1)>>20)
	}
	kind, err := sniff(source, size)
	if err != nil {
		return nil, err
	}
	table := &Table{Kind: kind, Bytes: size, limits: limits, source: source}
	if kind == Workbook {
		err = table.openWorkbook()
	} else {
		err = table.openText()
	}
	if err != nil {
		return nil, err
	}
	return table, nil
}

// OpenFile opens the file at path; Close it after use.
func OpenFile(path string, limits Limits) (*Table, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	facts, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	table, err := Open(file, facts.Size(), limits)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	table.closer = file
	return table, nil
}

// Close releases a file opened by OpenFile.
func (t *Table) Close() error {
	if t.closer == nil {
		return nil
	}
	return t.closer.Close()
}

// Choose selects the sheet of a workbook that Rows walks.
func (t *Table) Choose(sheet string) error {
	if sheet == t.Sheet {
		return nil
	}
	for _, known := range t.Sheets {
		if known.Name == sheet {
			t.Sheet = sheet
			return nil
		}
	}
	return refuse("exchange.no_such_sheet", "sheet", sheet)
}

// errEnough ends a walk early without being a failure.
var errEnough = errors.New("exchange: enough rows")

// Rows walks the rows in order and counts them against the limits. part is the
// share of the file that was read, 0 to 1.
func (t *Table) Rows(visit func(row Row, part float64) error) error {
	filled := 0
	checked := func(row Row, part float64) error {
		if row.Over > 0 {
			return refuse("exchange.too_many_columns", "limit", t.limits.Columns, "row", row.Number, "count", t.limits.Columns+row.Over)
		}
		if !row.Empty() {
			filled++
		}
		if filled > t.limits.Rows {
			return refuse("exchange.too_many_rows", "limit", t.limits.Rows)
		}
		t.shorten(&row)
		return visit(row, part)
	}
	var err error
	if t.Kind == Workbook {
		err = t.workbookRows(checked)
	} else {
		err = t.textRows(checked)
	}
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// shorten cuts cells over the limit and marks the row, so that a monster cell
// cannot pass as understood.
func (t *Table) shorten(row *Row) {
	for i := range row.Cells {
		raw := row.Cells[i].Raw
		if len(raw) <= t.limits.CellRunes {
			continue
		}
		runes := 0
		for at := range raw {
			if runes == t.limits.CellRunes {
				row.Cells[i].Raw = raw[:at]
				row.Broken = note("exchange.row.cell_too_long", "row", row.Number, "column", ColumnLetter(i), "limit", t.limits.CellRunes)
				break
			}
			runes++
		}
	}
}

// ColumnLetter names a column as spreadsheet programs do: 0 is A, 26 is AA.
func ColumnLetter(index int) string {
	name := ""
	for index++; index > 0; index = (index - 1) / 26 {
		name = string(rune('A'+(index-1)%26)) + name
	}
	return name
}

func columnIndex(reference string) (column, row int, ok bool) {
	at := 0
	for at < len(reference) && at < 4 {
		letter := reference[at] &^ 0x20
		if letter < 'A' || letter > 'Z' {
			break
		}
		column = column*26 + int(letter-'A') + 1
		at++
	}
	if at == 0 {
		return 0, 0, false
	}
	row, err := strconv.Atoi(reference[at:])
	if err != nil || row < 1 {
		return 0, 0, false
	}
	return column - 1, row, true
}
