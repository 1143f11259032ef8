package form

// A page is what is printed on one side of paper: marks in drawing order.
type page struct {
	texts []textMark
	lines []lineMark
	ticks []tickMark
	codes []codeMark
	void  *voidMark
}

// A textMark is one line of text. Places are in points from the upper left
// corner of the paper; y is the baseline.
type textMark struct {
	x, y, size float64
	font, text string
	grey       bool
}

// A lineMark is a thin rule.
type lineMark struct{ x1, y1, x2, y2 float64 }

// A tickMark is a tick box, drawn because the font has no ☑; x, y is its
// upper left corner.
type tickMark struct {
	x, y, size float64
	on         bool
}

// A codeMark is a QR code in a square of side points.
type codeMark struct {
	x, y, side float64
	content    string
}

// A voidMark is the diagonal stamp of a record that no longer counts.
type voidMark struct{ text string }

// A box is a rectangle of the grid in points.
type box struct{ x, y, w, h float64 }

const mm = 72 / 25.4

// rule is the weight in points of every line of the grid.
const rule = 0.5

// write sets text with its left end at x and its baseline at y.
func (p *page) write(lib *library, font string, size, x, y float64, text string) {
	if text == "" {
		return
	}
	p.texts = append(p.texts, textMark{x: x, y: y, size: size, font: lib.pick(font, text), text: text})
}

// writeCentred sets text in the middle of the span from x to x+w.
func (p *page) writeCentred(lib *library, font string, size, x, w, y float64, text string) {
	font = lib.pick(font, text)
	p.write(lib, font, size, x+(w-lib.faces[font].width(text, size))/2, y, text)
}

// writeRight sets text with its right end at x.
func (p *page) writeRight(lib *library, font string, size, x, y float64, text string) {
	font = lib.pick(font, text)
	p.write(lib, font, size, x-lib.faces[font].width(text, size), y, text)
}

func (p *page) frame(b box) {
	p.lines = append(p.lines,
		lineMark{b.x, b.y, b.x + b.w, b.y}, lineMark{b.x, b.y + b.h, b.x + b.w, b.y + b.h},
		lineMark{b.x, b.y, b.x, b.y + b.h}, lineMark{b.x + b.w, b.y, b.x + b.w, b.y + b.h})
}
