package form

import (
	"io"
	"strconv"
)

// A Register is a list on A4 landscape, such as the 投诉台账 (clause 2.1).
// Title, period and columns come in the reader's language.
type Register struct {
	Title   string
	Period  string
	Columns []Column
	Rows    [][]string // one text for each column; a missing one prints blank
}

// A Column of a register gets a share of the width by its Weight; a weight of
// zero or less counts as 1.
type Column struct {
	Title  string
	Weight float64
	Centre bool
}

const (
	registerSize  = 9.0
	registerWidth = (297 - 25 - 20) * mm
	registerTop   = 32 * mm
	registerFoot  = 30.0
)

// PDF writes the register. The head of the table stands on every page, a row
// never breaks across pages, and a text longer than eight lines ends with ….
func (g Register) PDF(w io.Writer, opts Options) error {
	pr, err := newPress(opts)
	if err != nil {
		return err
	}
	return g.document(pr).paint(pr.lib, w)
}

func (g Register) document(pr *press) *document {
	d := &document{w: a4Long, h: a4Short, title: pr.lib.clean(g.Title), author: pr.lib.clean(pr.options.Company), created: pr.options.PrintedAt}
	widths := g.widths()
	head := g.row(widths, g.titles(), true)
	bottom := a4Short - sideMargin - registerFoot
	rows, hs, used := []row{head}, []float64{head.need(pr)}, head.need(pr)
	flush := func() {
		p := &page{}
		setRows(pr, p, bindingMargin, registerTop, rows, hs)
		d.pages = append(d.pages, p)
		rows, hs, used = rows[:1:1], hs[:1:1], hs[0]
	}
	for _, texts := range g.Rows {
		r := g.row(widths, texts, false)
		h := r.need(pr)
		if registerTop+used+h > bottom && len(rows) > 1 {
			flush()
		}
		rows, hs, used = append(rows, r), append(hs, h), used+h
	}
	flush()
	for i, p := range d.pages {
		g.dress(pr, p, i, len(d.pages))
	}
	return d
}

// widths gives the width of each column in millimetres.
func (g Register) widths() []float64 {
	var sum float64
	widths := make([]float64, len(g.Columns))
	for i, c := range g.Columns {
		widths[i] = c.Weight
		if c.Weight <= 0 {
			widths[i] = 1
		}
		sum += widths[i]
	}
	for i := range widths {
		widths[i] *= registerWidth / mm / sum
	}
	return widths
}

func (g Register) titles() []string {
	titles := make([]string, len(g.Columns))
	for i, c := range g.Columns {
		titles[i] = c.Title
	}
	return titles
}

func (g Register) row(widths []float64, texts []string, head bool) row {
	r := row{least: 18}
	for i, w := range widths {
		b := listBody{head: head, centre: head || g.Columns[i].Centre}
		if i < len(texts) {
			b.text = texts[i]
		}
		r.cells = append(r.cells, cell{w, b})
	}
	return r
}

// dress puts the title, period, page number and the foot on page i (from 0).
func (g Register) dress(pr *press, p *page, i, n int) {
	x, w := float64(bindingMargin), float64(registerWidth)
	p.write(pr.lib, regular, labelSize, x, 17*mm, oneLine(pr.lib.clean(pr.options.Company)))
	p.writeCentred(pr.lib, bold, 17, x, w, 23*mm, oneLine(pr.lib.clean(g.Title)))
	p.dressNumbers(pr, box{x, registerTop - 5, w, 0}, pr.pair("form.register.period", g.Period),
		pr.pair("form.form_no", pr.options.FormNo), pr.pair("form.page", strconv.Itoa(i+1)+"/"+strconv.Itoa(n)))
	y := a4Short - sideMargin - registerFoot + 16
	total := pr.word("form.register.total", map[string]any{"n": len(g.Rows)})
	if at := pr.minute(pr.options.PrintedAt); at != "" {
		total += "\u3000" + pr.word("form.printed", map[string]any{"at": at})
	}
	p.write(pr.lib, regular, smallSize, x, y, total)
	p.write(pr.lib, regular, 9, x+w*0.62, y, pr.pair("form.register.prepared", ""))
	p.write(pr.lib, regular, 9, x+w*0.82, y, pr.pair("form.register.reviewed", ""))
}

// A listBody is a text in a cell of a register.
type listBody struct {
	text         string
	head, centre bool
}

const listLines = 8

// fit breaks the text; a number that is too wide for its column is set smaller
// rather than broken.
func (l listBody) fit(pr *press, w float64) typeset {
	f, text, size := pr.lib.faces[regular], pr.lib.clean(l.text), registerSize
	for size > 6.5 && f.longestPiece(text, size) > w-5 {
		size -= 0.25
	}
	if l.centre {
		return typeset{cutLines(f, f.wrapEven(text, size, w-5), size, w-5), size, leading}
	}
	return typeset{cutLines(f, f.wrap(text, size, w-5), size, w-5), size, leading}
}

func cutLines(f *face, lines []string, size, w float64) []string {
	if len(lines) > listLines {
		lines = lines[:listLines]
		lines[listLines-1] = ellipsis(f, lines[listLines-1], size, w)
	}
	return lines
}

func (l listBody) need(pr *press, w float64) float64 { return l.fit(pr, w).height() + 6 }

func (l listBody) set(pr *press, p *page, b box) []leftover {
	t, font := l.fit(pr, b.w), regular
	if l.head {
		font = bold
	}
	y := b.y + (b.h-t.height())/2
	for _, line := range t.lines {
		if l.centre {
			p.writeCentred(pr.lib, font, t.size, b.x, b.w, y+baseline(t.size), line)
		} else {
			p.write(pr.lib, font, t.size, b.x+2.5, y+baseline(t.size), line)
		}
		y += t.size * leading
	}
	return nil
}
