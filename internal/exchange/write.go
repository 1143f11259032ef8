package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// ColumnKind says how the cells of a written column are typed.
type ColumnKind uint8

// The types of written columns. Text is always text, whatever it looks like.
const (
	TextColumn ColumnKind = iota
	LongTextColumn
	DateColumn     // time.Time, or text as 2025-11-08
	DateTimeColumn // time.Time, shown in the zone it has
	NumberColumn   // any integer or float, or digits
)

// Heading is one column of a list that is written.
type Heading struct {
	Text  string
	Kind  ColumnKind
	Width float64 // in characters of half width; 0: by kind and text
}

// Writer writes a list row by row. Close finishes the file; it does not close
// what it writes to.
type Writer interface {
	Row(values ...any) error
	Close() error
}

// NewWorkbook writes an .xlsx with one sheet: bold headings that stay in
// place, columns wide enough for Chinese text, typed cells. Text is stored as
// text and formatted as text, so that nothing in it is ever a formula, not
// even after somebody edits the cell. Rows are streamed.
func NewWorkbook(to io.Writer, sheet string, headings []Heading) (Writer, error) {
	file := excelize.NewFile()
	w := &workbookWriter{to: to, file: file, headings: headings}
	if err := w.begin(sheetTitle(sheet)); err != nil {
		return nil, fmt.Errorf("begin workbook: %w", err)
	}
	return w, nil
}

type workbookWriter struct {
	to       io.Writer
	file     *excelize.File
	stream   *excelize.StreamWriter
	headings []Heading
	styles   map[ColumnKind]int
	row      int
}

func (w *workbookWriter) begin(sheet string) error {
	if err := w.file.SetSheetName("Sheet1", sheet); err != nil {
		return err
	}
	stream, err := w.file.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	w.stream = stream
	bold, err := w.prepareStyles()
	if err != nil {
		return err
	}
	for i, heading := range w.headings {
		if err := stream.SetColWidth(i+1, i+1, heading.width()); err != nil {
			return err
		}
	}
	if err := stream.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	cells := make([]any, len(w.headings))
	for i, heading := range w.headings {
		cells[i] = excelize.Cell{StyleID: bold, Value: heading.Text}
	}
	w.row = 1
	return stream.SetRow("A1", cells)
}

// prepareStyles makes one cell format for each kind of column.
func (w *workbookWriter) prepareStyles() (bold int, err error) {
	const asText = 49 // the built-in format "@"
	date, moment := "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
	w.styles = map[ColumnKind]int{}
	for kind, style := range map[ColumnKind]*excelize.Style{
		TextColumn:     {NumFmt: asText},
		LongTextColumn: {NumFmt: asText, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}},
		DateColumn:     {CustomNumFmt: &date},
		DateTimeColumn: {CustomNumFmt: &moment},
		NumberColumn:   {},
	} {
		if w.styles[kind], err = w.file.NewStyle(style); err != nil {
			return 0, err
		}
	}
	return w.file.NewStyle(&excelize.Style{NumFmt: asText, Font: &excelize.Font{Bold: true},
		Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EDEFF2"}}})
}

// width is enough for the heading and the usual content; Chinese characters
// take two places.
func (h Heading) width() float64 {
	if h.Width > 0 {
		return h.Width
	}
	places := utf8.RuneCountInString(h.Text)
	for _, r := range h.Text {
		if r > 0x2e7f {
			places++
		}
	}
	usual := map[ColumnKind]float64{TextColumn: 14, LongTextColumn: 48, DateColumn: 12, DateTimeColumn: 18, NumberColumn: 10}
	return max(float64(places)+3, usual[h.Kind])
}

// sheetTitle keeps to the names spreadsheet programs allow.
func sheetTitle(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r < ' ' {
			return -1
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 31 {
		name = string(runes[:31])
	}
	if strings.TrimSpace(name) == "" {
		return "Sheet1"
	}
	return name
}

// Row writes one row. Values beyond the headings are written as text.
func (w *workbookWriter) Row(values ...any) error {
	w.row++
	cells := make([]any, len(values))
	for i, value := range values {
		kind := TextColumn
		if i < len(w.headings) {
			kind = w.headings[i].Kind
		}
		cells[i] = w.cell(kind, value)
	}
	return w.stream.SetRow("A"+strconv.Itoa(w.row), cells)
}

func (w *workbookWriter) cell(kind ColumnKind, value any) any {
	switch typed := value.(type) {
	case nil:
		return nil
	case time.Time:
		return w.moment(kind, typed)
	case int, int64, int32, float64:
		return excelize.Cell{StyleID: w.styles[NumberColumn], Value: typed}
	case string:
		return w.text(kind, typed)
	}
	return w.text(TextColumn, fmt.Sprint(value))
}

func (w *workbookWriter) moment(kind ColumnKind, at time.Time) any {
	if at.IsZero() {
		return nil
	}
	if kind != DateColumn {
		kind = DateTimeColumn
	}
	year, month, day := at.Date()
	plain := time.Date(year, month, day, at.Hour(), at.Minute(), at.Second(), 0, time.UTC)
	return excelize.Cell{StyleID: w.styles[kind], Value: plain}
}

// text writes a string as its column wants it; what does not fit the column's
// type stays text.
func (w *workbookWriter) text(kind ColumnKind, value string) any {
	if value == "" {
		return nil
	}
	switch kind {
	case DateColumn:
		if at, err := time.Parse(time.DateOnly, value); err == nil {
			return w.moment(kind, at)
		}
		kind = TextColumn
	case NumberColumn:
		if count, err := strconv.ParseInt(value, 10, 64); err == nil && len(value) < 15 {
			return excelize.Cell{StyleID: w.styles[kind], Value: count}
		}
		kind = TextColumn
	}
	return excelize.Cell{StyleID: w.styles[kind], Value: value}
}

// Close finishes the workbook and hands it over.
func (w *workbookWriter) Close() error {
	if err := w.stream.Flush(); err != nil {
		return fmt.Errorf("finish workbook: %w", err)
	}
	if err := w.file.Write(w.to); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return w.file.Close()
}

// NewSeparated writes CSV in UTF-8 with a byte order mark, as Excel expects
// it. Every field is quoted. Text that a spreadsheet program would take for a
// formula (it begins with = + - @, a tab or a line end, also in full width)
// gets an apostrophe in front; reading it back with this package takes the
// apostrophe off again.
func NewSeparated(to io.Writer, headings []Heading) (Writer, error) {
	w := &separatedWriter{to: bufio.NewWriter(to), headings: headings}
	if _, err := w.to.WriteString("\ufeff"); err != nil {
		return nil, err
	}
	names := make([]any, len(headings))
	for i, heading := range headings {
		names[i] = heading.Text
	}
	return w, w.write(names, false)
}

type separatedWriter struct {
	to       *bufio.Writer
	headings []Heading
}

// Row writes one row.
func (w *separatedWriter) Row(values ...any) error { return w.write(values, true) }

func (w *separatedWriter) write(values []any, typed bool) error {
	for i, value := range values {
		if i > 0 {
			if err := w.to.WriteByte(','); err != nil {
				return err
			}
		}
		kind := TextColumn
		if typed && i < len(w.headings) {
			kind = w.headings[i].Kind
		}
		field := strings.ReplaceAll(fieldText(kind, value), `"`, `""`)
		if _, err := w.to.WriteString(`"` + field + `"`); err != nil {
			return err
		}
	}
	_, err := w.to.WriteString("\r\n")
	return err
}

func fieldText(kind ColumnKind, value any) string {
	switch typed := value.(type) {
	case nil:
		return ""
	case string:
		return neutral(typed)
	case time.Time:
		switch {
		case typed.IsZero():
			return ""
		case kind == DateColumn:
			return typed.Format(time.DateOnly)
		}
		return typed.Format("2006-01-02 15:04")
	case int, int64, int32, float64:
		return fmt.Sprint(typed)
	}
	return neutral(fmt.Sprint(value))
}

// Close hands over what is still held.
func (w *separatedWriter) Close() error { return w.to.Flush() }
