package form

import "strings"

// continuation sets what found no room on the form: first the further product
// lines, then the texts in printed order, over as many sheets as it takes.
func (f portrait) continuation(pr *press, lines []row, rest []leftover) []*page {
	c := &continued{pr: pr, frame: f}
	c.table(lines)
	for _, l := range rest {
		c.text(l)
	}
	c.flush()
	return c.pages
}

// A continued is the continuation sheets while they are being filled.
type continued struct {
	pr    *press
	frame portrait
	pages []*page
	rows  []row
	hs    []float64
	used  float64
}

func (c *continued) room() float64 { return c.frame.bottom - c.frame.top - c.used }

func (c *continued) add(r row, h float64) {
	c.rows, c.hs, c.used = append(c.rows, r), append(c.hs, h), c.used+h
}

// flush ends a sheet. Texts that the rows themselves cut are set after it.
func (c *continued) flush() {
	if len(c.rows) == 0 {
		return
	}
	p := &page{}
	over, _ := setRows(c.pr, p, c.frame.x, c.frame.top, c.rows, c.hs)
	c.pages = append(c.pages, p)
	c.rows, c.hs, c.used = nil, nil, 0
	for _, l := range over {
		c.text(l)
	}
	if len(over) > 0 {
		c.flush()
	}
}

// table sets product lines, with the column heads again on every sheet.
func (c *continued) table(lines []row) {
	for i, r := range lines {
		h := r.need(c.pr)
		if i == 0 || h > c.room() {
			c.flush()
			head := c.pr.productHead()
			c.add(head, head.need(c.pr))
		}
		c.add(r, h)
	}
}

// text sets one leftover, in pieces when it is longer than a sheet.
func (c *continued) text(l leftover) {
	pr := c.pr
	name := label{main: l.label.main + pr.word("form.continued", nil), small: l.label.small}
	least := labelBody{name}.need(pr, c1*mm)
	lines := proseBody{text: l.text}.wrapped(pr, (fullWidth-c1)*mm)
	for len(lines) > 0 {
		n := min(len(lines), int((c.room()-2*padding)/proseLeading))
		if n < min(2, len(lines)) || c.room() < least {
			c.flush()
			continue
		}
		body := proseBody{label: name, text: strings.Join(lines[:n], "\n"), lines: n}
		r := row{cells: []cell{{c1, labelBody{name}}, {fullWidth - c1, body}}}
		c.add(r, r.need(pr))
		lines = lines[n:]
	}
}
