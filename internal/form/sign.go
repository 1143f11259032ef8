package form

import (
	"strings"
	"time"
)

// A Signature is who signed and when. Both may be blank, to be signed by hand.
type Signature struct {
	Name string
	At   time.Time
}

// A signBody closes an opinion: 签名 and 日期, low in the cell.
type signBody struct {
	label   label
	by      Signature
	minutes bool // day and time, not the day alone
}

const (
	signLine = 14.5
	dateSize = 9.0
)

func (signBody) need(*press, float64) float64 { return 2*signLine + 4 }

func (s signBody) set(pr *press, p *page, b box) []leftover {
	y := b.y + b.h - 2*signLine - 2
	rest := s.setLine(pr, p, b, y, "form.signed", s.by.Name, bodySize)
	y += signLine
	if s.by.At.IsZero() {
		s.setLine(pr, p, b, y, "form.date", "", dateSize)
		p.writeRight(pr.lib, regular, dateSize, b.x+b.w-padding-2, y+signLine/2+dateSize*0.36, s.blankDay(pr, b.w))
		return rest
	}
	date := pr.day(s.by.At)
	if s.minutes {
		date = pr.minute(s.by.At)
	}
	return append(rest, s.setLine(pr, p, b, y, "form.date", date, dateSize)...)
}

// blankDay gives 年 月 日 with as much room to write as the cell has.
func (s signBody) blankDay(pr *press, w float64) string {
	f, name, blank := pr.lib.faces[regular], pr.label("form.date"), pr.word("form.blank_day_short", nil)
	if f.width(name.main+blank, dateSize)+f.width(name.small, 7)+2*padding+8 > w {
		return strings.ReplaceAll(blank, "\u3000\u3000", "\u3000")
	}
	return blank
}

// setLine writes the label of one of the two lines and what belongs behind it.
func (s signBody) setLine(pr *press, p *page, b box, y float64, key, text string, size float64) []leftover {
	f, base, x, name := pr.lib.faces[regular], y+signLine/2+dateSize*0.36, b.x+padding, pr.label(key)
	p.write(pr.lib, regular, dateSize, x, base, name.main)
	x += f.width(name.main, dateSize) + 2
	if name.small != "" {
		p.write(pr.lib, regular, 7, x, base, name.small)
		x += f.width(name.small, 7) + 2
	}
	text = oneLine(pr.lib.clean(text))
	room := b.x + b.w - padding - x - 1
	for size > 7.5 && f.width(text, size) > room {
		size -= 0.5
	}
	var rest []leftover
	if f.width(text, size) > room {
		rest = []leftover{{s.label, text}}
		text = ellipsis(f, text, size, room)
	}
	p.write(pr.lib, regular, size, x+1, base, text)
	return rest
}
