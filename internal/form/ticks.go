package form

import "slices"

// Ticks says which boxes of a field are chosen, by the codes of the glossary.
// A code for which the form has no box chooses 其他 (Other) where there is one.
type Ticks struct {
	Codes []string
	Note  string // written behind 其他
}

// Tick chooses boxes by their codes.
func Tick(codes ...string) Ticks { return Ticks{Codes: codes} }

// A tickItem is one box with its label and, when fill > 0, room to write that
// is at least fill points wide.
type tickItem struct {
	label label
	on    bool
	bare  bool // no box and no label: only what is written
	fill  float64
	text  string
}

// A tickBody is a field answered by ticking.
type tickBody struct {
	label label
	items []tickItem
}

const (
	tickSize = 7.8
	tickGap  = 2.3
	tickLine = 14.5
)

// tickFit gives the sizes of a tick box's labels and the gap between items:
// two languages side by side leave less room.
func (pr *press) tickFit() (main, small, gap float64) {
	if pr.labels == Bilingual {
		return 9, 6.5, 6
	}
	return labelSize, 0, 9
}

// boxes makes the items of a field from its codes, in printed order; the keys
// are form.<field>.<code>.
func (pr *press) boxes(field string, t Ticks, codes ...string) []tickItem {
	items := make([]tickItem, 0, len(codes))
	for _, code := range codes {
		item := tickItem{label: pr.label("form." + field + "." + code), on: slices.Contains(t.Codes, code)}
		if code == "other" {
			item = otherItem(item, t, codes)
		}
		items = append(items, item)
	}
	return items
}

// otherItem ticks 其他 for codes that have no box of their own, and names them
// when nobody wrote what the other thing is.
func otherItem(item tickItem, t Ticks, codes []string) tickItem {
	item.text = t.Note
	for _, code := range t.Codes {
		if slices.Contains(codes, code) {
			continue
		}
		item.on = true
		if t.Note == "" {
			item.text += code
		}
	}
	return item
}

func (it tickItem) width(pr *press) float64 {
	if it.bare {
		return it.fillWidth(pr)
	}
	w := tickSize + tickGap + it.labelWidth(pr)
	if it.fill > 0 || it.text != "" {
		w += 2 + it.fillWidth(pr)
	}
	return w
}

func (it tickItem) labelWidth(pr *press) float64 {
	f := pr.lib.faces[regular]
	main, small, _ := pr.tickFit()
	w := f.width(it.label.main, main)
	if it.label.small != "" {
		w += 2 + f.width(it.label.small, small)
	}
	return w
}

func (it tickItem) fillWidth(pr *press) float64 {
	return max(it.fill, pr.lib.faces[regular].width(pr.lib.clean(it.text), labelSize)+2)
}

// columns arranges the items in as few lines as fit, in columns when there is
// more than one line.
func (tb tickBody) columns(pr *press, w float64) (per int, widths []float64) {
	n := len(tb.items)
	for lines := 1; lines < n; lines++ {
		per = (n + lines - 1) / lines
		if widths = tb.columnWidths(pr, per); pr.total(widths) <= w-2*padding {
			return per, widths
		}
	}
	return 1, tb.columnWidths(pr, 1)
}

func (tb tickBody) columnWidths(pr *press, per int) []float64 {
	widths := make([]float64, per)
	for i, it := range tb.items {
		widths[i%per] = max(widths[i%per], it.width(pr))
	}
	return widths
}

func (pr *press) total(widths []float64) float64 {
	_, _, gap := pr.tickFit()
	sum := gap * float64(len(widths)-1)
	for _, w := range widths {
		sum += w
	}
	return sum
}

func (tb tickBody) need(pr *press, w float64) float64 {
	per, _ := tb.columns(pr, w)
	return float64((len(tb.items)+per-1)/per)*tickLine + 4
}

func (tb tickBody) set(pr *press, p *page, b box) []leftover {
	per, widths := tb.columns(pr, b.w)
	_, _, gap := pr.tickFit()
	lines := (len(tb.items) + per - 1) / per
	top := b.y + (b.h-float64(lines)*tickLine)/2
	var rest []leftover
	for i, it := range tb.items {
		x := b.x + padding + 1
		for c := range i % per {
			x += widths[c] + gap
		}
		y := top + float64(i/per)*tickLine + tickLine/2
		rest = append(rest, it.set(pr, p, x, y, b.x+b.w-padding, tb.label)...)
	}
	return rest
}

// set puts the item with its middle at height y; nothing goes beyond right.
func (it tickItem) set(pr *press, p *page, x, y, right float64, name label) []leftover {
	f, base := pr.lib.faces[regular], y+labelSize*middle
	main, small, _ := pr.tickFit()
	if !it.bare {
		p.ticks = append(p.ticks, tickMark{x: x, y: y - tickSize/2 + 0.2, size: tickSize, on: it.on})
		x += tickSize + tickGap
		p.write(pr.lib, regular, main, x, base, it.label.main)
		if it.label.small != "" {
			p.write(pr.lib, regular, small, x+f.width(it.label.main, main)+2, base, it.label.small)
		}
		x += it.labelWidth(pr) + 2
	}
	if it.fill == 0 && it.text == "" {
		return nil
	}
	return it.setFill(pr, p, x, base, right, name)
}

// setFill writes what belongs behind the box, on a line to write on.
func (it tickItem) setFill(pr *press, p *page, x, base, right float64, name label) []leftover {
	f, text := pr.lib.faces[regular], oneLine(pr.lib.clean(it.text))
	var rest []leftover
	if f.width(text, labelSize) > right-x {
		rest = []leftover{{name, text}}
		text = ellipsis(f, text, labelSize, right-x)
	}
	p.write(pr.lib, regular, labelSize, x+1, base, text)
	if !it.bare {
		end := min(right, x+it.fillWidth(pr))
		p.lines = append(p.lines, lineMark{x, base + 2.6, end, base + 2.6})
	}
	return rest
}

func oneLine(text string) string {
	runes := []rune(text)
	for i, r := range runes {
		if r == '\n' {
			runes[i] = ' '
		}
	}
	return string(runes)
}
