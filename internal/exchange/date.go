package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Day is a date of the civil calendar.
type Day struct {
	Year  int
	Month time.Month
	Date  int
}

// String writes the day as 2025-11-08.
func (d Day) String() string {
	return time.Date(d.Year, d.Month, d.Date, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
}

func (d Day) before(other Day) bool { return d.number() < other.number() }

// number counts days, for comparison and distance.
func (d Day) number() int {
	return int(time.Date(d.Year, d.Month, d.Date, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func dayOf(t time.Time) Day {
	year, month, date := t.Date()
	return Day{year, month, date}
}

// dateOrder says which comes first in 3/4/2025.
type dateOrder uint8

const (
	orderUnknown dateOrder = iota
	dayFirst
	monthFirst
)

// calendarContext is what is known around a cell when it is read as a date.
type calendarContext struct {
	year     int       // of dates without a year
	yearFrom string    // where that year comes from: title, file, rows, given, today
	near     Day       // dates without a year lie close to this one, if set
	nearFrom string    // where near comes from: row, today
	slack    int       // days by which they may lie on its wrong side
	earlier  bool      // … and not after it; otherwise not before it
	order    dateOrder // of dates like 3/4/2025
	from1904 bool      // day numbers of the workbook count from 1904
}

// readDate is what a cell says as a date.
type readDate struct {
	day     Day
	clock   string // HH:MM, if the cell had a time too
	assumed *Note  // what had to be assumed
	problem *Note  // why it is no date
}

var (
	yearFirst    = regexp.MustCompile(`^(\d{4}) ?[-/.年,] ?(\d{1,2}) ?[-/.月,] ?(\d{1,2})(?:$| ?[日号](.*)$|[ t,;]+(.+)$|(\D.*)$)`)
	compact      = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})(?:[ t]?(\d{2}):?(\d{2})(?::?\d{2})?)?$`)
	shortYear    = regexp.MustCompile(`^'?(\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?$`)
	yearLast     = regexp.MustCompile(`^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?:$|[ t,]+(.+)$)`)
	noYear       = regexp.MustCompile(`^(\d{1,2}) ?[月/.-] ?(\d{1,2}) ?[日号]?(?:$| +(.+)$|((?:上午|下午|早|晚|中午|凌晨|\d{1,2}[:时点]).*)$)`)
	serialNumber = regexp.MustCompile(`^\d{4,5}(\.\d+)?$`)
	monthWord    = regexp.MustCompile(`^(?:([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?|(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?)(?:,? ?[ -]?(\d{4}|\d{2}))?(?:$|[ ,]+(.+)$)`)
	monthOnly    = regexp.MustCompile(`^(?:\d{4} ?[-/.年] ?)?\d{1,2}(?:月份?|[上中下]旬|月[上中下]旬|月底|月初)?$`)
	weekday      = regexp.MustCompile(`[(\[]?(?:星期|周|礼拜)[一二三四五六日天1-7][)\]]?|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? `)
	aboutWord    = regexp.MustCompile(`^(?:约|大约|大概)|(?:左右|前后)$`)
)

var monthNames = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// parseDate reads a date in any spelling an office uses.
func parseDate(raw string, context calendarContext) readDate {
	text := fold(raw)
	if len(text) > longestRead {
		return readDate{problem: note("exchange.cell.not_a_date")}
	}
	if at, err := time.Parse(time.RFC3339, strings.ToUpper(text)); err == nil {
		at = at.In(beijing)
		return readDate{day: dayOf(at), clock: at.Format("15:04")}
	}
	text = strings.TrimSpace(weekday.ReplaceAllString(text, ""))
	text = strings.TrimSpace(westernNumbers(text))
	about := aboutWord.MatchString(text)
	text = strings.TrimSpace(aboutWord.ReplaceAllString(text, ""))
	read := matchDate(text, context)
	if about && read.problem == nil && read.assumed == nil {
		read.assumed = note("exchange.cell.date_approximate")
	}
	return read
}

func matchDate(text string, context calendarContext) readDate {
	if m := yearFirst.FindStringSubmatch(text); m != nil {
		return civil(number(m[1]), number(m[2]), number(m[3]), m[4]+m[5]+m[6])
	}
	if m := compact.FindStringSubmatch(text); m != nil {
		clock := ""
		if m[4] != "" {
			clock = m[4] + ":" + m[5]
		}
		return civil(number(m[1]), number(m[2]), number(m[3]), clock)
	}
	if m := shortYear.FindStringSubmatch(text); m != nil && validDay(2000+number(m[1]), number(m[2]), number(m[3])) {
		read := civil(2000+number(m[1]), number(m[2]), number(m[3]), "")
		read.assumed = note("exchange.cell.date_short_year", "year", 2000+number(m[1]))
		return read
	}
	if m := yearLast.FindStringSubmatch(text); m != nil {
		return ordered(number(m[1]), number(m[2]), number(m[3]), m[4], context.order)
	}
	if m := noYear.FindStringSubmatch(text); m != nil {
		return context.complete(number(m[1]), number(m[2]), m[3]+m[4])
	}
	if serialNumber.MatchString(text) {
		return fromSerial(text, context.from1904)
	}
	if m := monthWord.FindStringSubmatch(text); m != nil {
		return fromMonthWord(m, context)
	}
	if monthOnly.MatchString(text) {
		return readDate{problem: note("exchange.cell.date_incomplete")}
	}
	return readDate{problem: note("exchange.cell.not_a_date")}
}

func number(digits string) int {
	value, _ := strconv.Atoi(digits)
	return value
}

func validDay(year, month, date int) bool {
	if month < 1 || month > 12 || date < 1 || year < 1 {
		return false
	}
	return time.Date(year, time.Month(month), date, 0, 0, 0, 0, time.UTC).Day() == date
}

// civil checks the day against the calendar and reads a time behind it.
func civil(year, month, date int, rest string) readDate {
	if !validDay(year, month, date) {
		return readDate{problem: note("exchange.cell.date_impossible")}
	}
	if year < 1980 || year > 2100 {
		return readDate{problem: note("exchange.cell.date_implausible", "year", year)}
	}
	read := readDate{day: Day{year, time.Month(month), date}}
	if rest = strings.Trim(rest, " ,;()t"); rest == "" {
		return read
	}
	clock := parseClock(rest)
	if clock.problem != nil {
		read.assumed = note("exchange.cell.date_rest_unread", "rest", rest)
		return read
	}
	read.clock, read.assumed = clock.clock, clock.assumed
	return read
}

// ordered reads 3/4/2025, where the order of day and month is known only
// when one of them is above twelve or other rows of the column show it.
func ordered(first, second, year int, rest string, order dateOrder) readDate {
	switch {
	case first > 12:
		return civil(year, second, first, rest)
	case second > 12 || order == monthFirst || first == second:
		return civil(year, first, second, rest)
	case order == dayFirst:
		return civil(year, second, first, rest)
	}
	read := civil(year, first, second, rest)
	if read.problem == nil {
		read.assumed = note("exchange.cell.date_order_assumed", "date", read.day)
	}
	return read
}

// complete adds the year to a date without one.
func (c calendarContext) complete(month, date int, rest string) readDate {
	year, from := c.year, c.yearFrom
	if c.near.Year != 0 {
		year, from = c.near.Year, c.nearFrom
		if validDay(year, month, date) {
			this := Day{year, time.Month(month), date}
			if !c.earlier && this.before(c.near) && c.near.number()-this.number() > c.slack {
				year++
			}
			if c.earlier && c.near.before(this) && this.number()-c.near.number() > c.slack {
				year--
			}
		}
	}
	read := civil(year, month, date, rest)
	if read.problem == nil {
		read.assumed = note("exchange.cell.year_assumed_"+from, "year", year)
	}
	return read
}

// fromSerial reads the day numbers of spreadsheet programs, from 1980 to 2100.
func fromSerial(text string, from1904 bool) readDate {
	value, err := strconv.ParseFloat(text, 64)
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if from1904 {
		epoch = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if err != nil || value < 29_221 || value >= 73_416 {
		return readDate{problem: note("exchange.cell.not_a_date")}
	}
	days := int(value)
	at := epoch.AddDate(0, 0, days).Add(time.Duration((value-float64(days))*86400+0.5) * time.Second)
	read := readDate{day: dayOf(at)}
	if value != float64(days) {
		read.clock = at.Format("15:04")
	}
	return read
}

func fromMonthWord(m []string, context calendarContext) readDate {
	word, date := m[1], m[2]
	if word == "" {
		word, date = m[4], m[3]
	}
	month := 0
	for i, name := range monthNames {
		if strings.HasPrefix(word, name) {
			month = i + 1
		}
	}
	if month == 0 {
		return readDate{problem: note("exchange.cell.not_a_date")}
	}
	if m[5] == "" {
		return context.complete(month, number(date), m[6])
	}
	year := number(m[5])
	if year < 100 {
		year += 2000
	}
	return civil(year, month, number(date), m[6])
}

// beijing is the zone all dates of a register are meant in.
var beijing = time.FixedZone("UTC+8", 8*3600)
