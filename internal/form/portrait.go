package form

// Paper and margins in points. The left margin is wider, for binding.
const (
	a4Short, a4Long = 595.28, 841.89
	bindingMargin   = 25 * mm
	sideMargin      = 20 * mm
	headHeight      = 38 * mm // paper edge to grid
	noteLine        = 11.0
)

// A portrait is the part of an upright sheet that takes the grid.
type portrait struct {
	x, top, bottom float64
	notes          []string // lines below the grid
}

func newPortrait(pr *press) portrait {
	f := portrait{x: bindingMargin, top: headHeight}
	f.notes = pr.notes(fullWidth * mm)
	f.bottom = a4Long - sideMargin - float64(len(f.notes))*noteLine
	return f
}

// notes gives the lines below the grid: how to use the form, copies, retention.
func (pr *press) notes(w float64) []string {
	retention := orBlank(pr, pr.lib.clean(pr.options.Retention), "form.blank_line")
	copies := orBlank(pr, pr.lib.clean(pr.options.Copies), "form.copies")
	text := pr.word("form.note", nil) + "\n" + pr.word("form.copies_retention", map[string]any{"copies": copies, "retention": retention})
	return pr.lib.faces[regular].wrap(text, smallSize, w)
}

// setSide sets rows on one side of the sheet, filling it; rows that do not fit
// even when they are squeezed go to a further page.
func (f portrait) setSide(pr *press, rows []row) ([]*page, []leftover) {
	var pages []*page
	var rest []leftover
	for len(rows) > 0 {
		n := len(rows)
		hs, fits := heights(pr, rows, f.bottom-f.top)
		for !fits && n > 1 {
			n--
			hs, fits = heights(pr, rows[:n], f.bottom-f.top)
		}
		if at := lastHeading(rows, n); n < len(rows) && at > 0 {
			n = at
			hs, _ = heights(pr, rows[:n], f.bottom-f.top)
		}
		p := &page{}
		over, _ := setRows(pr, p, f.x, f.top, rows[:n], hs)
		pages, rest, rows = append(pages, p), append(rest, over...), rows[n:]
	}
	return pages, rest
}

func orBlank(pr *press, text, key string) string {
	if text == "" {
		return pr.word(key, nil)
	}
	return text
}

// lastHeading finds the last heading up to row n, so that a part that does not
// fit begins on a sheet of its own; 0 when there is none but the first.
func lastHeading(rows []row, n int) int {
	for at := min(n, len(rows)-1); at > 0; at-- {
		if _, ok := rows[at].cells[0].body.(headBody); ok {
			return at
		}
	}
	return 0
}
