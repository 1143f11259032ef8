package exchange

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
)

// sheetWalk reads the rows of one sheet of a workbook in one pass.
type sheetWalk struct {
	table  *Table
	from   *elements
	visit  func(Row, float64) error
	number int
	last   int               // last row by the sheet's own account
	shared map[string]string // first text of formulas that repeat
	merges map[int][]merge   // by top row
	held   []heldMerge
}

type heldMerge struct {
	merge
	value Text
}

func (t *Table) workbookRows(visit func(Row, float64) error) error {
	name := t.book.sheets[t.Sheet]
	file := t.book.parts[name]
	if file == nil {
		return refuse("exchange.workbook_damaged")
	}
	walk := &sheetWalk{table: t, visit: visit, shared: map[string]string{}, merges: map[int][]merge{}}
	for _, m := range t.book.merges[name] {
		walk.merges[m.top] = append(walk.merges[m.top], m)
	}
	err := t.book.tokens(name, walk.element)
	var refusal *Refusal
	var syntax *xml.SyntaxError
	switch {
	case err == nil, errors.Is(err, errEnough), errors.As(err, &refusal):
		return err
	case errors.As(err, &syntax), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return refuse("exchange.workbook_damaged")
	}
	return err
}

func (w *sheetWalk) element(from *elements, start xml.StartElement) error {
	w.from = from
	switch start.Name.Local {
	case "dimension":
		_, to, _ := strings.Cut(attribute(start, "ref"), ":")
		_, w.last, _ = columnIndex(to)
	case "row":
		return w.row(start)
	}
	return nil
}

func (w *sheetWalk) row(start xml.StartElement) error {
	w.number++
	if given, err := strconv.Atoi(attribute(start, "r")); err == nil && given >= w.number {
		w.number = given
	}
	row := Row{Number: w.number}
	column := -1
	for {
		token, err := w.from.next()
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local != "c" {
				continue
			}
			column++
			if given, _, ok := columnIndex(attribute(token, "r")); ok && given >= column {
				column = given
			}
			text, err := w.cell(token)
			if err != nil {
				return err
			}
			w.place(&row, column, text)
		case xml.EndElement:
			if token.Name.Local != "row" {
				continue
			}
			w.fillMerged(&row)
			return w.visit(row, share64(int64(w.number), int64(max(w.last, w.number))))
		}
	}
}

func (w *sheetWalk) place(row *Row, column int, text Text) {
	if text.Raw == "" {
		return
	}
	if column >= w.table.limits.Columns {
		row.Over++
		return
	}
	for len(row.Cells) <= column {
		row.Cells = append(row.Cells, Text{})
	}
	row.Cells[column] = text
}

// cell reads one cell up to its closing element.
func (w *sheetWalk) cell(start xml.StartElement) (Text, error) {
	var formula, value, inline strings.Builder
	hasFormula, sharedID, in := false, "", ""
	for {
		token, err := w.from.next()
		if err != nil {
			return Text{}, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			in = token.Name.Local
			if in == "f" {
				hasFormula, sharedID = true, attribute(token, "si")
			}
			if in == "is" {
				text, err := richText(w.from)
				if err != nil {
					return Text{}, err
				}
				inline.WriteString(text)
				in = ""
			}
		case xml.CharData:
			switch in {
			case "f":
				formula.Write(token)
			case "v":
				value.Write(token)
			}
			if value.Len()+formula.Len() > tokenBytes {
				return Text{}, refuse("exchange.unpacked_too_big", "limit", tokenBytes>>20)
			}
		case xml.EndElement:
			in = ""
			if token.Name.Local != "c" {
				continue
			}
			text := w.value(start, value.String(), inline.String())
			if hasFormula {
				text = w.formula(formula.String(), sharedID, text)
			}
			return text, nil
		}
	}
}

func (w *sheetWalk) value(start xml.StartElement, value, inline string) Text {
	switch attribute(start, "t") {
	case "s":
		at, err := strconv.Atoi(strings.TrimSpace(value))
		if err != nil || at < 0 || at >= len(w.table.book.strings) {
			return Text{}
		}
		return Text{Raw: w.table.book.strings[at]}
	case "inlineStr":
		return Text{Raw: inline}
	case "str", "e":
		return Text{Raw: unescapeCodes(value)}
	case "d":
		return Text{Raw: value}
	case "b":
		if strings.TrimSpace(value) == "1" {
			return Text{Raw: "TRUE"}
		}
		return Text{Raw: "FALSE"}
	}
	value = strings.TrimSpace(value)
	if value == "" {
		return Text{}
	}
	format, _ := strconv.Atoi(attribute(start, "s"))
	kind := AsNumber
	if w.table.book.dates[format] {
		kind = AsDate
	}
	return Text{Raw: plainNumber(value), Kind: kind}
}

// plainNumber writes 1.3900005183E10 as a person would: 13900005183.
func plainNumber(value string) string {
	number, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsInf(number, 0) || math.IsNaN(number) {
		return value
	}
	if number == math.Trunc(number) && math.Abs(number) < 1e15 {
		return strconv.FormatInt(int64(number), 10)
	}
	if !strings.ContainsAny(value, "eE") {
		return value
	}
	return strconv.FormatFloat(number, 'f', -1, 64)
}

// formula keeps the text of the formula as the content. A formula copied down
// a column is stored once; the copies name the first.
func (w *sheetWalk) formula(text, sharedID string, shown Text) Text {
	if sharedID != "" {
		if text != "" {
			w.shared[sharedID] = text
		} else {
			text = w.shared[sharedID]
		}
	}
	return Text{Raw: "=" + text, Shown: shown.Raw, Kind: AsFormula}
}

// fillMerged repeats a cell that is merged over several rows in each of them.
func (w *sheetWalk) fillMerged(row *Row) {
	still := w.held[:0]
	for _, held := range w.held {
		if held.bottom < row.Number {
			continue
		}
		still = append(still, held)
		if held.left >= len(row.Cells) || row.Cells[held.left].Raw == "" {
			w.place(row, held.left, held.value)
		}
	}
	w.held = still
	for _, m := range w.merges[row.Number] {
		if m.left < len(row.Cells) && row.Cells[m.left].Raw != "" {
			value := row.Cells[m.left]
			value.Merged = true
			w.held = append(w.held, heldMerge{merge: m, value: value})
		}
	}
}
