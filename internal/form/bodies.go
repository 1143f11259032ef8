package form

// Sizes in points: body text is 10.5 (五号), labels are small.
const (
	bodySize  = 10.5
	labelSize = 9.5
	smallSize = 8
	leading   = 1.28
	padding   = 3.5
)

// A labelBody is the printed name of a field, centred in its cell.
type labelBody struct{ label label }

type typeset struct {
	lines   []string
	size    float64
	leading float64 // line height as a share of size
}

func (t typeset) height() float64 { return float64(len(t.lines)) * t.size * t.leading }

const labelLeading = 1.2

// inks gives the lines of a label: the main ones and the small ones below.
func (l labelBody) inks(pr *press, w float64) (main, small typeset) {
	f := pr.lib.faces[regular]
	switch pr.labels {
	case English:
		main = latin(f, l.label.main, labelSize-1, w-4)
	case Bilingual:
		main = typeset{f.wrapEven(l.label.main, labelSize-0.5, w-4), labelSize - 0.5, labelLeading}
		small = latin(f, l.label.small, smallSize, w-4)
	default:
		main = typeset{f.wrapEven(l.label.main, labelSize, w-4), labelSize, leading}
	}
	return main, small
}

// latin sets a label in English: on one line if a slightly smaller size does
// it, else on lines at a size at which its longest word fits.
func latin(f *face, text string, size, w float64) typeset {
	for one := size; one >= 7; one -= 0.25 {
		if f.width(text, one) <= w {
			return typeset{f.wrap(text, one, w), one, labelLeading}
		}
	}
	for size > 6 && f.longestPiece(text, size) > w {
		size -= 0.25
	}
	return typeset{f.wrapEven(text, size, w), size, labelLeading}
}

func (l labelBody) need(pr *press, w float64) float64 {
	main, small := l.inks(pr, w)
	return main.height() + small.height() + 4
}

func (l labelBody) set(pr *press, p *page, b box) []leftover {
	main, small := l.inks(pr, b.w)
	y := b.y + (b.h-main.height()-small.height())/2
	for _, t := range []typeset{main, small} {
		for _, line := range t.lines {
			p.writeCentred(pr.lib, regular, t.size, b.x, b.w, y+t.size*(t.leading/2+middle), line)
			y += t.size * t.leading
		}
	}
	return nil
}

// middle is how far, as a share of the size, the baseline lies below the
// middle of a Chinese character.
const middle = 0.38

// baseline is the distance from the upper edge of a line of text to its
// baseline, such that Chinese characters sit in the middle of the line.
func baseline(size float64) float64 { return size * (leading/2 + middle) }

// A headBody is the heading of a part, bold, from the left.
type headBody struct{ label label }

func (headBody) need(*press, float64) float64 { return 18 }

func (hb headBody) set(pr *press, p *page, b box) []leftover {
	y := b.y + (b.h-bodySize*leading)/2 + baseline(bodySize)
	p.write(pr.lib, bold, bodySize, b.x+padding+1, y, hb.label.main)
	face := pr.lib.faces[pr.lib.pick(bold, hb.label.main)]
	p.write(pr.lib, regular, smallSize, b.x+padding+1+face.width(hb.label.main, bodySize)+7, y, hb.label.small)
	return nil
}

// A valueBody is a short answer. It gets smaller and then breaks before the
// row grows, and what three lines cannot hold goes to the continuation sheet.
type valueBody struct {
	label  label
	text   string
	blank  string // printed where nothing is written, such as 年 月 日
	centre bool
}

var valueSizes = []struct {
	size  float64
	lines int
}{{bodySize, 1}, {9.5, 1}, {bodySize, 2}, {9, 2}, {8.5, 3}}

func (v valueBody) inks(pr *press, w float64) (t typeset, cut bool) {
	text := pr.lib.clean(v.text)
	f := pr.lib.faces[regular]
	if text == "" {
		return typeset{f.wrap(v.blank, labelSize, w-2*padding), labelSize, leading}, false
	}
	for _, try := range valueSizes {
		t = typeset{f.wrap(text, try.size, w-2*padding), try.size, leading}
		if len(t.lines) <= try.lines && f.longestPiece(text, try.size) <= w-2*padding {
			return t, false
		}
	}
	if len(t.lines) <= 3 {
		return t, false
	}
	t.lines = t.lines[:3]
	t.lines[2] = ellipsis(f, t.lines[2], t.size, w-2*padding)
	return t, true
}

// ellipsis ends a line that was cut with … and keeps it within w points.
func ellipsis(f *face, line string, size, w float64) string {
	runes := []rune(line)
	for len(runes) > 0 && f.width(string(runes)+"…", size) > w {
		runes = runes[:len(runes)-1]
	}
	return string(runes) + "…"
}

func (v valueBody) need(pr *press, w float64) float64 {
	t, _ := v.inks(pr, w)
	return t.height() + 5
}

func (v valueBody) set(pr *press, p *page, b box) []leftover {
	t, cut := v.inks(pr, b.w)
	y := b.y + (b.h-t.height())/2
	for _, line := range t.lines {
		if v.centre {
			p.writeCentred(pr.lib, regular, t.size, b.x, b.w, y+baseline(t.size), line)
		} else {
			p.write(pr.lib, regular, t.size, b.x+padding, y+baseline(t.size), line)
		}
		y += t.size * leading
	}
	if cut {
		return []leftover{{v.label, pr.lib.clean(v.text)}}
	}
	return nil
}

// A proseBody is a box for running text, at least lines high.
type proseBody struct {
	label label
	text  string
	lines int
}

const (
	proseLeading   = bodySize * 1.42
	overleafHeight = smallSize * leading // the note that the text goes on
)

func proseHeight(lines int) float64 { return float64(lines)*proseLeading + 2*padding }

func (pb proseBody) need(*press, float64) float64 { return proseHeight(pb.lines) }

func (pb proseBody) want(pr *press, w float64) float64 {
	return proseHeight(max(pb.lines, len(pb.wrapped(pr, w))))
}

func (pb proseBody) floor(*press) float64 { return proseHeight(min(pb.lines, 2)) }

func (pb proseBody) wrapped(pr *press, w float64) []string {
	return pr.lib.faces[regular].wrap(pr.lib.clean(pb.text), bodySize, w-2*padding-2)
}

func (pb proseBody) set(pr *press, p *page, b box) []leftover {
	lines := pb.wrapped(pr, b.w)
	room := max(1, int((b.h-2*padding+0.1)/proseLeading))
	if len(lines) <= room {
		writeProse(pr, p, b, lines)
		return nil
	}
	room = max(0, int((b.h-2*padding-overleafHeight)/proseLeading))
	writeProse(pr, p, b, lines[:room])
	p.writeRight(pr.lib, regular, smallSize, b.x+b.w-padding, b.y+b.h-padding-1, pr.word("form.continued_overleaf", nil))
	return []leftover{{pb.label, after(pr.lib.clean(pb.text), lines[:room])}}
}

func writeProse(pr *press, p *page, b box, lines []string) {
	y := b.y + padding
	for _, line := range lines {
		p.write(pr.lib, regular, bodySize, b.x+padding+1, y+proseLeading/2+bodySize*middle, line)
		y += proseLeading
	}
}
