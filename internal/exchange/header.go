package exchange

import (
	"regexp"
	"strings"
)

// Headings stand within the first rows; above them there are only titles.
const deepestHeader = 30

// layout is where things are on a sheet.
type layout struct {
	header   int // row number of the headings, 0 if there are none
	position int // its place in the sample
	headings []string
	title    string
	year     int // year the title speaks of, 0 if none or several
}

// findLayout looks for the row that reads like headings. A wanted row number
// from the person is taken as it is.
func findLayout(sample []Row, book Book, wanted int) layout {
	best, position := 0.0, -1
	for i, row := range sample[:min(len(sample), deepestHeader)] {
		if wanted > 0 {
			if row.Number == wanted {
				position = i
			}
			continue
		}
		if score := headerScore(row, book); score > best {
			best, position = score, i
		}
	}
	if wanted == 0 && best < 1.5 {
		position = plainHeader(sample)
	}
	found := layout{position: position}
	if position >= 0 {
		found.header = sample[position].Number
		found.headings = headingsOf(sample, position, book)
		found.title = titleOf(sample[:position])
	}
	found.year = yearIn(found.title)
	return found
}

// headerScore adds up how well the cells read as headings; cells that look
// like content count against the row.
func headerScore(row Row, book Book) float64 {
	score := 0.0
	used := map[Meaning]bool{}
	for _, cell := range row.Cells {
		if cell.Raw == "" {
			continue
		}
		meaning, match := bestHeading(cell.Raw, book)
		switch {
		case cell.Kind != AsText || looksLikeContent(cell.Raw):
			score -= 0.5
		case match >= 0.6 && !used[meaning]:
			used[meaning] = true
			score += match
		}
	}
	return score
}

func looksLikeContent(raw string) bool {
	text := fold(raw)
	return len([]rune(text)) > 30 || parseDate(text, calendarContext{year: 2000, yearFrom: "row"}).problem == nil || len(onePhone(text)) > 9
}

// plainHeader accepts a first full row of short, different texts as headings
// although none of them is known.
func plainHeader(sample []Row) int {
	widest := 0
	for _, row := range sample {
		widest = max(widest, filledCells(row))
	}
	for i, row := range sample[:min(len(sample), deepestHeader)] {
		if filledCells(row)*10 < widest*6 || widest < 2 {
			continue
		}
		seen := map[string]bool{}
		for _, cell := range row.Cells {
			text := fold(cell.Raw)
			if text == "" {
				continue
			}
			if cell.Kind != AsText || seen[text] || looksLikeContent(cell.Raw) || len(letters(text)) == 0 || strings.IndexFunc(text, notDigit) < 0 {
				return -1
			}
			seen[text] = true
		}
		return i
	}
	return -1
}

func notDigit(r rune) bool { return r < '0' || r > '9' }

func filledCells(row Row) int {
	n := 0
	for _, cell := range row.Cells {
		if cell.Raw != "" {
			n++
		}
	}
	return n
}

// headingsOf reads the headings; blanks are filled from the row above when
// that is a first line of headings, not a title.
func headingsOf(sample []Row, position int, book Book) []string {
	row := sample[position]
	headings := make([]string, len(row.Cells))
	for i, cell := range row.Cells {
		headings[i] = strings.Join(strings.Fields(tidy(cell.Raw)), " ")
	}
	if position == 0 || filledCells(sample[position-1]) < 3 || headerScore(sample[position-1], book) < 1 {
		return headings
	}
	for i, cell := range sample[position-1].Cells {
		if cell.Raw == "" {
			continue
		}
		for len(headings) <= i {
			headings = append(headings, "")
		}
		if headings[i] == "" {
			headings[i] = strings.Join(strings.Fields(tidy(cell.Raw)), " ")
		}
	}
	return headings
}

// titleOf joins the different texts above the headings.
func titleOf(above []Row) string {
	var parts []string
	seen := map[string]bool{}
	for _, row := range above {
		for _, cell := range row.Cells {
			text := strings.Join(strings.Fields(tidy(cell.Raw)), " ")
			if text != "" && !seen[text] {
				seen[text] = true
				parts = append(parts, text)
			}
		}
	}
	return cut(strings.Join(parts, " "), 200)
}

var yearShape = regexp.MustCompile(`(?:^|\D)((?:19|20)\d{2})(?:\D|$)`)

// yearIn finds the one year a text speaks of.
func yearIn(text string) int {
	year := 0
	rest := westernNumbers(fold(text))
	for {
		m := yearShape.FindStringSubmatchIndex(rest)
		if m == nil {
			return year
		}
		found := number(rest[m[2]:m[3]])
		if year != 0 && found != year {
			return 0
		}
		year = found
		rest = rest[m[3]:]
	}
}

var (
	totalWords  = wordSet("合计 总计 小计 共计 累计 汇总 合计数 本页小计 本月合计 本月小计 本年累计 总数 total totals sum subtotal sub-total grand_total")
	footerShape = regexp.MustCompile(`^(?:制表|填表|编制|审核|批准|审批|复核|制单|统计人|填报|打印|说明:|注:|备注:|prepared by|approved by|checked by|printed)`)
)

// asideKind tells rows that are no entries: totals, the headings again at the
// top of a printed page, and signatures below the table. It returns "" for
// everything else.
func (l layout) asideKind(row Row) string {
	filled, first := 0, ""
	for i, cell := range row.Cells {
		if cell.Raw == "" {
			continue
		}
		filled++
		if first == "" && i < 4 {
			first = fold(cell.Raw)
		}
	}
	label := strings.TrimRight(strings.ReplaceAll(strings.ReplaceAll(first, " ", ""), "_", ""), ":：")
	wide := max(4, len(l.headings)/2)
	switch {
	case l.header > 0 && l.sameAsHeadings(row):
		return "exchange.row.headings_again"
	case totalWords[label] && filled <= wide:
		return "exchange.row.total"
	case filled <= min(4, max(2, len(l.headings)/2)) && footerShape.MatchString(first):
		return "exchange.row.footer"
	}
	return ""
}

func (l layout) sameAsHeadings(row Row) bool {
	same := 0
	for i, cell := range row.Cells {
		text := strings.Join(strings.Fields(tidy(cell.Raw)), " ")
		if text == "" {
			continue
		}
		if i >= len(l.headings) || l.headings[i] != text {
			return false
		}
		same++
	}
	return same >= 2
}
