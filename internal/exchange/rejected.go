package exchange

import (
	"fmt"
	"io"
	"sort"
)

// WriteRejected writes the rows that would not be imported, and those
// repeated, as they stood, each with its row number and the reason, so that
// they can be put right and handed in again. kind chooses the file; say gives
// the wording of a note.
func (p *Preview) WriteRejected(to io.Writer, kind FileKind, say func(Note) string) error {
	headings := []Heading{
		{Text: say(Note{Code: "exchange.rejected.row"}), Kind: NumberColumn},
		{Text: say(Note{Code: "exchange.rejected.reason"}), Width: 36},
	}
	for _, column := range p.Columns {
		text := column.Heading
		if text == "" {
			text = column.Letter
		}
		headings = append(headings, Heading{Text: text})
	}
	out, err := newWriter(to, kind, say(Note{Code: "exchange.rejected.sheet"}), headings)
	if err != nil {
		return err
	}
	rows := append(append([]Aside(nil), p.Rejected...), p.Repeated...)
	sort.SliceStable(rows, func(a, b int) bool { return rows[a].Number < rows[b].Number })
	for _, row := range rows {
		values := []any{row.Number, say(row.Reason)}
		for _, raw := range row.Raw {
			values = append(values, raw)
		}
		if err := out.Row(values...); err != nil {
			return fmt.Errorf("write rejected row %d: %w", row.Number, err)
		}
	}
	return out.Close()
}

func newWriter(to io.Writer, kind FileKind, sheet string, headings []Heading) (Writer, error) {
	if kind == Workbook {
		return NewWorkbook(to, sheet, headings)
	}
	return NewSeparated(to, headings)
}
