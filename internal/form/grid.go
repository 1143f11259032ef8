package form

// A row of the grid: cells side by side, all of one height.
type row struct {
	cells []cell
	least float64 // points; the row is never lower
	// weight is the share of the spare height of the page that the row gets.
	weight float64
}

// A cell is mm millimetres wide.
type cell struct {
	mm   float64
	body body
}

// A body fills a cell.
type body interface {
	// need is the height in points that the body asks for in a cell w points wide.
	need(pr *press, w float64) float64
	// set puts the body into its box and gives back what found no room.
	set(pr *press, p *page, b box) []leftover
}

// A flowing body may be cut: its text flows on to a continuation sheet.
type flowing interface {
	body
	// want is the height at which the whole text shows.
	want(pr *press, w float64) float64
	// floor is the height below which the body makes no sense.
	floor(pr *press) float64
}

// A leftover is text that found no room in its box.
type leftover struct {
	label label
	text  string
}

func (r row) need(pr *press) float64 {
	h := r.least
	for _, c := range r.cells {
		h = max(h, c.body.need(pr, c.mm*mm))
	}
	return h
}

// want is the height at which nothing of the row is left over.
func (r row) want(pr *press) float64 {
	h := r.need(pr)
	for _, c := range r.cells {
		if f, ok := c.body.(flowing); ok {
			h = max(h, f.want(pr, c.mm*mm))
		}
	}
	return h
}

// floor is the least height when room is short.
func (r row) floor(pr *press) float64 {
	h := r.least
	for _, c := range r.cells {
		if f, ok := c.body.(flowing); ok {
			h = max(h, f.floor(pr))
			continue
		}
		h = max(h, c.body.need(pr, c.mm*mm))
	}
	return h
}

// set puts the row at x, y with height h and draws the lines between its
// cells; those between rows and around the grid belong to setRows.
func (r row) set(pr *press, p *page, x, y, h float64) []leftover {
	var rest []leftover
	at := x
	for i, c := range r.cells {
		w := c.mm * mm
		if i > 0 {
			p.lines = append(p.lines, lineMark{at, y, at, y + h})
		}
		rest = append(rest, c.body.set(pr, p, box{at, y, w, h})...)
		at += w
	}
	return rest
}

// heights shares the height room out among rows. What is written comes first:
// rows whose text does not fit get what is spare, then all rows by weight.
func heights(pr *press, rows []row, room float64) (hs []float64, fits bool) {
	hs = make([]float64, len(rows))
	spare := room
	for i, r := range rows {
		hs[i] = r.need(pr)
		spare -= hs[i]
	}
	if spare < 0 {
		spare = shrink(pr, rows, hs, spare)
	}
	if spare < -0.01 {
		return hs, false
	}
	for i, r := range rows {
		more := min(spare, max(0, r.want(pr)-hs[i]))
		hs[i] += more
		spare -= more
	}
	var weights float64
	for _, r := range rows {
		weights += r.weight
	}
	for i, r := range rows {
		if weights > 0 {
			hs[i] += spare * r.weight / weights
		}
	}
	return hs, true
}

// shrink takes the missing height from the rows that can give some, in equal
// proportion, and answers what is still missing.
func shrink(pr *press, rows []row, hs []float64, spare float64) float64 {
	var can float64
	for i, r := range rows {
		can += hs[i] - r.floor(pr)
	}
	if can <= 0 {
		return spare
	}
	share := min(1, -spare/can)
	for i, r := range rows {
		give := (hs[i] - r.floor(pr)) * share
		hs[i] -= give
		spare += give
	}
	return spare
}

// setRows puts rows below each other from y on, draws the whole grid around
// them and answers the leftovers and the lower edge.
func setRows(pr *press, p *page, x, y float64, rows []row, hs []float64) ([]leftover, float64) {
	var rest []leftover
	top, w := y, 0.0
	for i, r := range rows {
		if i > 0 {
			p.lines = append(p.lines, lineMark{x, y, x + r.width(), y})
		}
		rest = append(rest, r.set(pr, p, x, y, hs[i])...)
		w = max(w, r.width())
		y += hs[i]
	}
	p.frame(box{x, top, w, y - top})
	return rest, y
}

func (r row) width() float64 {
	var w float64
	for _, c := range r.cells {
		w += c.mm * mm
	}
	return w
}
