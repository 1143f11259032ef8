package exchange

import (
	"context"
	"crypto/sha256"
	"strings"
)

const (
	sampleRows    = 1000 // rows looked at before the meanings are decided
	sheetsTried   = 20
	skippedListed = 1000
	// farApart: a date without a year that would lie this many days on the
	// wrong side of the day of taking belongs to the next year; a nearer one
	// is a slip to be shown.
	farApart = 180
)

// rules are what makes an entry of one kind of list.
type rules struct {
	needs  []Meaning // meanings of which an import cannot do without
	finish func(r *reader, e *Entry) (reject *Note)
	twins  func(e *Entry) []twin
}

// twin is a mark that two entries about the same matter share.
type twin struct{ code, key string }

// reader reads one list.
type reader struct {
	table    *Table
	options  Options
	rules    rules
	preview  *Preview
	layout   layout
	contexts []calendarContext // by column
	today    Day
	lastYear int // last year written out in a row
	oneYear  bool
	seen     map[[16]byte]int
	marks    map[[16]byte]int
	blanks   []int // blank rows since the last filled one, the first of them
	blank    int   // their count
	rows     int
}

func read(ctx context.Context, table *Table, book Book, rules rules, options Options) (*Preview, error) {
	r := &reader{table: table, options: options, rules: rules, today: dayOf(options.Now.In(beijing)),
		seen: map[[16]byte]int{}, marks: map[[16]byte]int{}}
	if err := r.chooseSheet(book); err != nil {
		return nil, err
	}
	sample, err := sampleOf(table, sampleRows)
	if err != nil {
		return nil, err
	}
	if len(sample) == 0 {
		return nil, refuse("exchange.file_empty")
	}
	r.layout = findLayout(sample, book, options.HeaderRow)
	if options.HeaderRow > 0 && r.layout.header == 0 {
		return nil, refuse("exchange.no_such_header_row", "row", options.HeaderRow)
	}
	r.preview = &Preview{Book: book, Kind: table.Kind, Encoding: table.Encoding, Separator: table.Separator, Bytes: table.Bytes,
		Sheets: table.Sheets, Sheet: table.Sheet, Title: r.layout.title, HeaderRow: r.layout.header, Entries: []Entry{}}
	r.preview.Summary.ByMeaning = map[Meaning]*Tally{}
	if err := r.decide(sample); err != nil {
		return nil, err
	}
	err = table.Rows(func(row Row, part float64) error {
		if r.rows%256 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if options.Progress != nil {
				options.Progress(r.rows, part)
			}
		}
		return r.row(row)
	})
	if err != nil {
		return nil, err
	}
	if options.Progress != nil {
		options.Progress(r.rows, 1)
	}
	return r.preview, nil
}

// chooseSheet takes the wanted sheet, or the visible one that has the most
// telling headings.
func (r *reader) chooseSheet(book Book) error {
	if r.options.Sheet != "" {
		return r.table.Choose(r.options.Sheet)
	}
	if len(r.table.Sheets) < 2 {
		return nil
	}
	best, name := -1.0, r.table.Sheet
	for _, sheet := range r.table.Sheets[:min(len(r.table.Sheets), sheetsTried)] {
		if sheet.Hidden {
			continue
		}
		r.table.Sheet = sheet.Name
		sample, err := sampleOf(r.table, deepestHeader)
		if err != nil {
			return err
		}
		for i := range sample {
			if score := headerScore(sample[i], book); score > best && len(sample) > 1 {
				best, name = score, sheet.Name
			}
		}
	}
	r.table.Sheet = name
	return nil
}

// sampleOf gives the first filled rows.
func sampleOf(table *Table, most int) ([]Row, error) {
	var sample []Row
	err := table.Rows(func(row Row, _ float64) error {
		if !row.Empty() {
			sample = append(sample, row)
		}
		if len(sample) >= most {
			return errEnough
		}
		return nil
	})
	return sample, err
}

// decide finds out from the sample what the columns mean and which year
// dates without one belong to.
func (r *reader) decide(sample []Row) error {
	body := sample[r.layout.position+1:]
	width := len(r.layout.headings)
	cells := make([][]Text, width)
	for _, row := range body {
		if row.Broken != nil || r.layout.asideKind(row) != "" {
			continue
		}
		for i, cell := range row.Cells {
			if i >= len(cells) {
				if r.table.Kind == Separated && r.layout.header > 0 {
					break
				}
				cells = append(cells, nil)
			}
			cells[i] = append(cells[i], cell)
		}
	}
	looks := make([]profile, len(cells))
	columns := make([]Column, len(cells))
	for i := range cells {
		looks[i] = look(cells[i])
		columns[i] = Column{Index: i, Letter: ColumnLetter(i), Samples: looks[i].samples, Filled: looks[i].filled}
		if i < width {
			columns[i].Heading = r.layout.headings[i]
		}
	}
	if err := assign(columns, looks, r.preview.Book, r.options.Mapping); err != nil {
		return err
	}
	r.preview.Columns = columns
	r.findMissing()
	r.findYear(cells)
	return nil
}

func (r *reader) findMissing() {
	for _, need := range r.rules.needs {
		if r.columnOf(need) < 0 {
			r.preview.Missing = append(r.preview.Missing, need)
		}
	}
}

func (r *reader) columnOf(meaning Meaning) int {
	for i := range r.preview.Columns {
		if r.preview.Columns[i].Meaning == meaning {
			return i
		}
	}
	return -1
}

// findYear decides the year of dates without one: the person's word, the
// title, the sheet's and the file's name, the other rows, today.
func (r *reader) findYear(cells [][]Text) {
	r.contexts = make([]calendarContext, len(r.preview.Columns))
	fromRows, one := r.yearsInRows(cells)
	r.oneYear = one
	for _, source := range []struct {
		year int
		from string
	}{
		{r.options.Year, "given"}, {r.layout.year, "title"}, {yearIn(r.preview.Sheet), "sheet"},
		{yearIn(r.options.FileName), "file"}, {fromRows, "rows"}, {r.today.Year, "today"},
	} {
		if source.year != 0 {
			r.preview.Year, r.preview.YearFrom = source.year, source.from
			break
		}
	}
	for i := range r.contexts {
		r.contexts[i] = calendarContext{year: r.preview.Year, yearFrom: r.preview.YearFrom, order: orderOf(cells[i])}
		if r.table.book != nil {
			r.contexts[i].from1904 = r.table.book.from1904
		}
	}
}

// yearsInRows counts the years written out in the date columns; one is true
// when nearly all agree.
func (r *reader) yearsInRows(cells [][]Text) (year int, one bool) {
	counts, total := map[int]int{}, 0
	for i, column := range r.preview.Columns {
		if meanings[column.Meaning].kind != dateKind {
			continue
		}
		for _, cell := range cells[i] {
			if written := writtenYear(cell.Raw); written != 0 {
				counts[written]++
				total++
			}
		}
	}
	for found, times := range counts {
		if times > counts[year] || times == counts[year] && found > year {
			year = found
		}
	}
	return year, counts[year]*10 >= total*8
}

// writtenYear gives the year of a date that has one, or 0.
func writtenYear(raw string) int {
	const impossible = 1981
	read := parseDate(raw, calendarContext{year: impossible, yearFrom: "rows"})
	if read.problem != nil || read.day.Year == impossible {
		return 0
	}
	return read.day.Year
}

// orderOf looks whether a column writes 3/4/2025 with the day or the month first.
func orderOf(cells []Text) dateOrder {
	votes := [3]int{}
	for _, cell := range cells {
		m := yearLast.FindStringSubmatch(fold(cell.Raw))
		if m == nil {
			continue
		}
		if number(m[1]) > 12 {
			votes[dayFirst]++
		} else if number(m[2]) > 12 {
			votes[monthFirst]++
		}
	}
	switch {
	case votes[dayFirst] > votes[monthFirst]:
		return dayFirst
	case votes[monthFirst] > votes[dayFirst]:
		return monthFirst
	}
	return orderUnknown
}

// row handles one row below the headings.
func (r *reader) row(row Row) error {
	if row.Number <= r.layout.header {
		return nil
	}
	if row.Empty() && row.Broken == nil {
		if r.blank++; len(r.blanks) < skippedListed {
			r.blanks = append(r.blanks, row.Number)
		}
		return nil
	}
	for _, blank := range r.blanks {
		r.skip(blank, "exchange.row.blank", nil)
	}
	r.rows += r.blank
	r.preview.Summary.Blank += r.blank
	r.blanks, r.blank = r.blanks[:0], 0
	r.rows++
	r.preview.Summary.Rows = r.rows
	if code := r.layout.asideKind(row); code != "" && row.Broken == nil {
		r.preview.Summary.Totals++
		r.skip(row.Number, code, rawTexts(row))
		return nil
	}
	mark := markOf(rawTexts(row)...)
	if first, again := r.seen[mark]; again {
		r.preview.Summary.Repeated++
		r.preview.Repeated = append(r.preview.Repeated, Aside{row.Number, *note("exchange.row.repeated", "of", first), rawTexts(row)})
		return nil
	}
	r.seen[mark] = row.Number
	return r.entry(row)
}

func (r *reader) skip(number int, code string, raw []string) {
	if len(r.preview.Skipped) < skippedListed {
		r.preview.Skipped = append(r.preview.Skipped, Aside{number, Note{Code: code}, raw})
	}
}

func (r *reader) entry(row Row) error {
	reject := r.outside(row)
	entry := Entry{Number: row.Number}
	if reject == nil {
		r.understandRow(row, &entry)
		reject = r.rules.finish(r, &entry)
	}
	if reject != nil {
		r.preview.Summary.Rejected++
		r.preview.Rejected = append(r.preview.Rejected, Aside{row.Number, *reject, rawTexts(row)})
		return nil
	}
	if row.Doubt != nil {
		entry.Problems = append(entry.Problems, *row.Doubt)
	}
	r.count(&entry)
	r.findTwins(&entry)
	if r.options.Keep == 0 || len(r.preview.Entries) < r.options.Keep {
		r.preview.Entries = append(r.preview.Entries, entry)
	}
	if r.options.Visit != nil {
		return r.options.Visit(entry)
	}
	return nil
}

// outside rejects rows whose text is damaged, or that have more fields than
// there are headings, because then the columns have shifted.
func (r *reader) outside(row Row) *Note {
	if row.Broken != nil {
		return row.Broken
	}
	if r.table.Kind == Separated && r.layout.header > 0 && len(row.Cells) > len(r.preview.Columns) {
		return note("exchange.row.more_fields", "fields", len(row.Cells), "headings", len(r.preview.Columns))
	}
	return nil
}

// understandRow reads the date the matter was taken first: other dates
// without a year lie near it.
func (r *reader) understandRow(row Row, entry *Entry) {
	anchor := r.columnOf(TakenDate)
	near := Day{}
	var anchorCell Cell
	var anchorRead reading
	if anchor >= 0 {
		anchorCell, anchorRead = understand(anchor, TakenDate, textAt(row, anchor), r.anchorContext(anchor))
		near, _ = dayFrom(anchorRead.value)
		if written := writtenYear(anchorCell.Raw); written != 0 {
			r.lastYear = written
		}
	}
	for i := range r.preview.Columns {
		column := &r.preview.Columns[i]
		text := textAt(row, i)
		if column.Meaning == Ignore {
			r.keepExtra(entry, column, text)
			continue
		}
		if i == anchor {
			entry.Cells = append(entry.Cells, anchorCell)
			continue
		}
		context := r.contexts[i]
		if near.Year != 0 {
			context.near, context.nearFrom, context.slack = near, "row", farApart
			context.earlier = column.Meaning == ArrivedDate
		}
		cell, _ := understand(i, column.Meaning, text, context)
		entry.Cells = append(entry.Cells, cell)
	}
	for i := len(r.preview.Columns); i < len(row.Cells); i++ {
		r.keepExtra(entry, &Column{Letter: ColumnLetter(i)}, row.Cells[i])
	}
	if anchorRead.clock != "" {
		takeClock(entry, anchorCell, anchorRead.clock)
	}
}

// anchorContext uses the year last written out when the rows do not agree on
// one, and never puts a date into the future on a guess.
func (r *reader) anchorContext(column int) calendarContext {
	context := r.contexts[column]
	if context.yearFrom == "rows" && !r.oneYear && r.lastYear != 0 {
		context.year = r.lastYear
	}
	if context.yearFrom == "today" {
		context.near, context.nearFrom, context.earlier = r.today, "today", true
	}
	return context
}

func textAt(row Row, index int) Text {
	if index < len(row.Cells) {
		return row.Cells[index]
	}
	return Text{}
}

func (r *reader) keepExtra(entry *Entry, column *Column, text Text) {
	if text.Raw == "" {
		return
	}
	heading := column.Heading
	if heading == "" {
		heading = column.Letter
	}
	if text.Kind == AsFormula {
		r.preview.Summary.Formulas++
	}
	entry.Extra = append(entry.Extra, Extra{Heading: heading, Text: tidy(text.Raw)})
}

// takeClock uses the time written into the date cell when the time's own
// column says nothing.
func takeClock(entry *Entry, from Cell, clock string) {
	for i := range entry.Cells {
		cell := &entry.Cells[i]
		if cell.Meaning != TakenTime {
			continue
		}
		if cell.State == Empty {
			cell.Understood, cell.State, cell.Note = clock, Assumed, note("exchange.cell.time_from_date")
		}
		return
	}
	entry.Cells = append(entry.Cells, Cell{Column: from.Column, Meaning: TakenTime, Raw: from.Raw, Understood: clock, State: OK})
}

func (r *reader) count(entry *Entry) {
	summary := &r.preview.Summary
	summary.Importable++
	if len(entry.Problems) > 0 {
		summary.Problems++
	}
	for i := range entry.Cells {
		cell := &entry.Cells[i]
		tally := summary.ByMeaning[cell.Meaning]
		if tally == nil {
			tally = &Tally{}
			summary.ByMeaning[cell.Meaning] = tally
		}
		tally.add(cell.State)
		summary.Cells.add(cell.State)
		if cell.Formula {
			summary.Formulas++
		}
	}
}

// findTwins notes at most one likely duplicate for each entry.
func (r *reader) findTwins(entry *Entry) {
	found := false
	for _, twin := range r.rules.twins(entry) {
		mark := markOf(twin.code, twin.key)
		first, again := r.marks[mark]
		if !again {
			r.marks[mark] = entry.Number
			continue
		}
		if !found {
			found = true
			r.preview.Summary.Duplicates++
			r.preview.Duplicates = append(r.preview.Duplicates, Duplicate{entry.Number, first, *note(twin.code, "of", first)})
		}
	}
}

func rawTexts(row Row) []string {
	texts := make([]string, len(row.Cells))
	for i := range row.Cells {
		texts[i] = row.Cells[i].Raw
	}
	return texts
}

func markOf(texts ...string) [16]byte {
	sum := sha256.Sum256([]byte(strings.Join(texts, "\x1f")))
	return [16]byte(sum[:16])
}
