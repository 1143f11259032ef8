package exchange

import (
	"errors"
	"io"
	"strings"
)

// A quotation mark that is not closed within this many lines was never meant
// as one, or the rest of the file would vanish in a single cell.
const longestQuote = 200

// textFile is a file of separated text with what was found out about it.
type textFile struct {
	encoding  string
	mark      int // bytes of byte order mark
	separator byte
	directive bool // the first line is "sep=;"
}

// record is one row of separated text.
type record struct {
	fields []string
	bad    int64 // see line
	line   int   // physical line of the bad byte
	stray  bool  // a quotation mark without its partner
}

func (t *Table) openText() error {
	name, mark, err := findEncoding(t.source, t.Bytes)
	if err != nil {
		return err
	}
	file := &textFile{encoding: name, mark: mark}
	sample, err := t.firstLines(file, 200)
	if err != nil {
		return err
	}
	file.chooseSeparator(sample)
	t.text, t.Encoding, t.Separator = file, name, string(file.separator)
	return nil
}

// firstLines gives the first lines that are not blank.
func (t *Table) firstLines(file *textFile, most int) ([]string, error) {
	lines := newLineReader(t.source, t.Bytes, file.encoding, file.mark)
	var sample []string
	broken := 0
	for len(sample) < most {
		got, err := lines.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if got.bad >= 0 {
			broken++
		}
		if strings.TrimSpace(got.text) != "" {
			sample = append(sample, got.text)
		}
	}
	if len(sample) == 0 {
		return nil, refuse("exchange.file_empty")
	}
	if broken*2 > len(sample) {
		return nil, refuse("exchange.encoding_unreadable")
	}
	return sample, nil
}

// chooseSeparator takes the separator that cuts the most lines into the same
// number of fields.
func (f *textFile) chooseSeparator(sample []string) {
	f.separator = ','
	if first := strings.TrimSpace(sample[0]); len(first) == 5 && strings.EqualFold(first[:4], "sep=") {
		f.separator, f.directive = first[4], true
		return
	}
	if sample[0] == "sep=\t" {
		f.separator, f.directive = '\t', true
		return
	}
	best := 0.0
	for _, candidate := range []byte{',', '\t', ';', '|'} {
		counts := map[int]int{}
		reader := &recordReader{lines: &lineReader{returned: asLines(sample)}, separator: candidate, most: 1 << 20}
		total := 0
		for {
			got, err := reader.next()
			if err != nil {
				break
			}
			counts[len(got.fields)]++
			total++
		}
		for fields, times := range counts {
			if fields < 2 {
				continue
			}
			if score := share(times, total) * (1 + float64(min(fields, 40))/40); score > best {
				best, f.separator = score, candidate
			}
		}
	}
}

func asLines(sample []string) []line {
	lines := make([]line, len(sample))
	for i, text := range sample {
		lines[i] = line{text: text, number: i + 1, bad: -1}
	}
	return lines
}

// recordReader joins lines into records: quoted fields may hold separators,
// doubled quotation marks and line ends.
type recordReader struct {
	lines     *lineReader
	separator byte
	most      int // characters in one field before a quotation mark counts as stray
}

func (r *recordReader) next() (record, error) {
	first, err := r.nextLine()
	if err != nil {
		return record{}, err
	}
	got := record{bad: first.bad, line: first.number}
	cut := cutter{separator: r.separator}
	cut.feed(first.text)
	var extra []line
	for cut.open && len(extra) < longestQuote && cut.cell.Len() <= 4*r.most {
		more, err := r.nextLine()
		if err != nil {
			break
		}
		extra = append(extra, more)
		if got.bad < 0 && more.bad >= 0 {
			got.bad, got.line = more.bad, more.number
		}
		cut.feed("\n" + more.text)
	}
	if cut.open {
		r.lines.giveBack(extra)
		got.bad, got.line, got.stray = first.bad, first.number, true
		cut = cutter{separator: r.separator, plain: true}
		cut.feed(first.text)
	}
	got.fields = cut.finish()
	return got, nil
}

func (r *recordReader) nextLine() (line, error) {
	if r.lines.from == nil && len(r.lines.returned) == 0 {
		return line{}, io.EOF
	}
	return r.lines.next()
}

// cutter cuts text into fields, piece by piece.
type cutter struct {
	separator byte
	plain     bool // take quotation marks as ordinary characters
	open      bool // inside a quoted field
	begun     bool // the field has begun
	fields    []string
	cell      strings.Builder
}

func (c *cutter) feed(text string) {
	for at := 0; at < len(text); at++ {
		b := text[at]
		switch {
		case c.open && b == '"':
			at += c.quote(text, at)
		case c.open:
			c.cell.WriteByte(b)
		case b == c.separator:
			c.end()
		case b == '"' && !c.begun && !c.plain:
			c.open, c.begun = true, true
		default:
			c.begun = true
			c.cell.WriteByte(b)
		}
	}
}

// quote handles a quotation mark inside a quoted field and returns how many
// more bytes it used.
func (c *cutter) quote(text string, at int) int {
	rest := text[at+1:]
	if strings.HasPrefix(rest, `"`) {
		c.cell.WriteByte('"')
		return 1
	}
	spaces := 0
	if c.separator != ' ' {
		spaces = len(rest) - len(strings.TrimLeft(rest, " "))
	}
	if rest = rest[spaces:]; rest == "" || rest[0] == c.separator {
		c.open = false
		return spaces
	}
	c.cell.WriteByte('"')
	return 0
}

func (c *cutter) end() {
	c.fields = append(c.fields, c.cell.String())
	c.cell.Reset()
	c.begun = false
}

func (c *cutter) finish() []string {
	c.end()
	return c.fields
}

func (t *Table) textRows(visit func(Row, float64) error) error {
	lines := newLineReader(t.source, t.Bytes, t.text.encoding, t.text.mark)
	reader := &recordReader{lines: lines, separator: t.text.separator, most: t.limits.CellRunes}
	if t.text.directive {
		if _, err := lines.next(); err != nil {
			return err
		}
	}
	for number := 1; ; number++ {
		got, err := reader.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := visit(got.row(number, t.limits.Columns), share64(lines.offset, t.Bytes)); err != nil {
			return err
		}
	}
}

func share64(part, whole int64) float64 {
	return min(1, float64(part)/float64(max(1, whole)))
}

func (g record) row(number, most int) Row {
	row := Row{Number: number}
	fields := g.fields
	for len(fields) > 0 && fields[len(fields)-1] == "" {
		fields = fields[:len(fields)-1]
	}
	for i, field := range fields {
		if i >= most {
			if field != "" {
				row.Over++
			}
			continue
		}
		row.Cells = append(row.Cells, writtenText(field))
	}
	if g.bad >= 0 {
		row.Broken = note("exchange.row.broken_encoding", "row", number, "byte", g.bad+1, "line", g.line)
	}
	if g.stray {
		row.Doubt = note("exchange.row.stray_quote", "row", number)
	}
	return row
}

// writtenText recognises formulas, and takes off the apostrophe that our own
// export puts before text that would otherwise become one.
func writtenText(field string) Text {
	if stripped, ok := bare(field); ok {
		return Text{Raw: stripped}
	}
	if looksLikeFormula(field) {
		return Text{Raw: field, Kind: AsFormula}
	}
	return Text{Raw: field}
}

// looksLikeFormula is wider than "=": +, - and @ start one too when a call
// or a program follows, but "+86 137…" and "-" do not.
func looksLikeFormula(field string) bool {
	trimmed := strings.TrimLeft(field, " \t\r\n")
	if len(trimmed) < 2 {
		return false
	}
	switch trimmed[0] {
	case '=':
		return true
	case '+', '-', '@':
		rest := strings.TrimLeft(trimmed[1:], "+-@ 0123456789.")
		return rest != "" && (rest[0]|0x20 >= 'a' && rest[0]|0x20 <= 'z') && strings.ContainsAny(rest, "(|!")
	}
	return false
}
