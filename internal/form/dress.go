package form

import (
	"strconv"
	"strings"
)

// dress puts on sheet i (from 0) what stands around the grid: company, title,
// QR code, numbers, notes, and the state of a record that is not closed.
func (r ComplaintRecord) dress(pr *press, f portrait, p *page, i, n int, continuation bool) {
	w := fullWidth * mm
	title := pr.label("form.record.title")
	if continuation {
		title.main += pr.word("form.continuation", nil)
	}
	p.dressTitle(pr, f.x, w, title)
	if code := r.qr(); code != "" {
		const side = 17 * mm
		p.codes = append(p.codes, codeMark{f.x + w - side, 13 * mm, side, code})
	}
	p.dressNumbers(pr, box{f.x, f.top - 5, w, 0},
		pr.pair("form.form_no", pr.options.FormNo), pr.pair("form.record.no", r.No), pr.pair("form.page", strconv.Itoa(i+1)+"/"+strconv.Itoa(n)))
	for line, text := range f.notes {
		p.write(pr.lib, regular, smallSize, f.x, f.bottom+float64(line+1)*noteLine+1, text)
	}
	if text := r.stateLine(pr); text != "" {
		text = ellipsisIfLong(pr.lib.faces[regular], text, smallSize, w)
		p.texts = append(p.texts, textMark{x: f.x, y: a4Long - 11*mm, size: smallSize, font: regular, text: text, grey: true})
	}
	if r.Void {
		p.void = &voidMark{pr.word("form.void", nil)}
	}
}

func (p *page) dressTitle(pr *press, x, w float64, title label) {
	p.write(pr.lib, regular, labelSize, x, 17*mm, oneLine(pr.lib.clean(pr.options.Company)))
	size, y := 17.0, 26*mm
	if pr.labels == English {
		size = 14.5
	}
	p.writeCentred(pr.lib, bold, size, x, w, y, title.main)
	if title.small != "" {
		p.writeCentred(pr.lib, regular, 9, x, w, y+12, title.small)
	}
}

// dressNumbers sets texts on one line above the grid with equal gaps, smaller
// when they are long.
func (p *page) dressNumbers(pr *press, b box, texts ...string) {
	f, size, gap := pr.lib.faces[regular], 9.0, 0.0
	for ; size > 5; size -= 0.25 {
		sum := 0.0
		for _, text := range texts {
			sum += f.width(text, size)
		}
		if gap = (b.w - sum) / float64(len(texts)-1); gap >= 8 {
			break
		}
	}
	for _, text := range texts {
		p.write(pr.lib, regular, size, b.x, b.y, text)
		b.x += f.width(text, size) + gap
	}
}

// qr gives the content of the code by which a signed sheet finds its record.
func (r ComplaintRecord) qr() string {
	if r.Code != "" {
		return r.Code
	}
	return r.No
}

// pair prints a label and its value on one line.
func (pr *press) pair(key, value string) string {
	l := pr.label(key)
	name := l.main
	if l.small != "" {
		name += " " + l.small
	}
	return name + pr.word("form.colon", nil) + oneLine(pr.lib.clean(value))
}

// stateLine says when a record that is not closed was printed and what its
// state was then, and why a void one is void.
func (r ComplaintRecord) stateLine(pr *press) string {
	if r.Status == "" && !r.Void {
		return ""
	}
	var parts []string
	if at := pr.minute(pr.options.PrintedAt); at != "" {
		parts = append(parts, pr.word("form.printed", map[string]any{"at": at}))
	}
	switch {
	case r.Void:
		parts = append(parts, pr.word("form.void_reason", map[string]any{"reason": pr.lib.clean(r.VoidReason)}))
	default:
		parts = append(parts, pr.word("form.state", map[string]any{"status": pr.lib.clean(r.Status)}))
	}
	return oneLine(strings.Join(parts, "\u3000"))
}

func ellipsisIfLong(f *face, text string, size, w float64) string {
	if f.width(text, size) <= w {
		return text
	}
	return ellipsis(f, text, size, w)
}
