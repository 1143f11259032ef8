package form

import "strconv"

// The columns of the product lines in millimetres, together 165.
var productColumns = []struct {
	mm  float64
	key string
}{{12, "line_no"}, {38, "product"}, {31, "model"}, {35, "batch"}, {13, "quantity"}, {13, "defective"}, {23, "used_since"}}

func (pr *press) productHead() row {
	r := row{least: 17}
	for _, c := range productColumns {
		r.cells = append(r.cells, pr.name(c.mm, c.key))
	}
	return r
}

// productRow prints line i, counted from 0; blank lines keep their number.
func (pr *press) productRow(i int, l ProductLine) row {
	r := row{least: 18, weight: 0.2}
	for n, text := range []string{strconv.Itoa(i + 1), l.Product, l.Model, l.Batch, l.Quantity, l.Defective, l.UsedSince} {
		c := pr.value(productColumns[n].mm, productColumns[n].key, text)
		b := c.body.(valueBody)
		b.centre = n == 0 || n >= 4
		c.body = b
		r.cells = append(r.cells, c)
	}
	return r
}

// moreLines gives the product lines for which the form has no row.
func (r ComplaintRecord) moreLines(pr *press) []row {
	var rows []row
	for i := printedLines; i < len(r.Lines); i++ {
		rows = append(rows, pr.productRow(i, r.Lines[i]))
	}
	return rows
}
