package calendar

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Kind says what sort of day a day is.
type Kind string

// The kinds of day. Workday and MakeupWorkday are worked, the others are not.
const (
	Workday          Kind = "workday"
	Weekend          Kind = "weekend"
	StatutoryHoliday Kind = "statutory_holiday"
	InLieuOff        Kind = "in_lieu_off"    // 调休放假
	MakeupWorkday    Kind = "makeup_workday" // 调休上班日
	CompanyOff       Kind = "company_off"    // the company's own day off, such as a shutdown
)

// Kinds lists every kind.
var Kinds = []Kind{Workday, Weekend, StatutoryHoliday, InLieuOff, MakeupWorkday, CompanyOff}

// Working tells whether a day of this kind is worked.
func (k Kind) Working() bool { return k == Workday || k == MakeupWorkday }

// Special is a day that is not simply what its weekday says.
type Special struct {
	Kind   Kind
	NameZh string
	NameEn string
}

// Year is the calendar of one year: the official special days and, beside
// them, the days the company adds. Days of the year in neither map are what
// their weekday says.
type Year struct {
	Year    int
	Version string // where the data come from, frozen in records judged by them
	Days    map[Day]Special
	// CompanyDays are kept apart because they never extend a limit of the
	// regulation unless the company says so in writing (EC-19).
	CompanyDays map[Day]Special
}

// Calendar is a set of years. It is immutable; the zero Calendar has no year.
type Calendar struct {
	years         map[int]Year
	ignoreCompany bool
}

// New returns a calendar of the years; a later one replaces an earlier one of
// the same year.
func New(years ...Year) Calendar {
	loaded := make(map[int]Year, len(years))
	for _, y := range years {
		y.Days, y.CompanyDays = maps.Clone(y.Days), maps.Clone(y.CompanyDays)
		loaded[y.Year] = y
	}
	return Calendar{years: loaded}
}

// WithYear returns a calendar in which the year is added or replaced.
func (c Calendar) WithYear(y Year) Calendar {
	next := New(append(slices.Collect(maps.Values(c.years)), y)...)
	next.ignoreCompany = c.ignoreCompany
	return next
}

// WithoutCompanyDays returns the same calendar in which the company's own days
// off count as what they officially are (EC-19).
func (c Calendar) WithoutCompanyDays() Calendar {
	c.ignoreCompany = true
	return c
}

// Years returns the loaded years in ascending order.
func (c Calendar) Years() []Year {
	years := make([]Year, 0, len(c.years))
	for _, n := range slices.Sorted(maps.Keys(c.years)) {
		y := c.years[n]
		y.Days, y.CompanyDays = maps.Clone(y.Days), maps.Clone(y.CompanyDays)
		years = append(years, y)
	}
	return years
}

// Loaded tells whether the year is loaded.
func (c Calendar) Loaded(year int) bool {
	_, ok := c.years[year]
	return ok
}

// Version names the data of every loaded year, such as
// "2025 chinese-days 1.5.7; 2026 chinese-days 1.5.7".
func (c Calendar) Version() string {
	parts := make([]string, 0, len(c.years))
	for _, n := range slices.Sorted(maps.Keys(c.years)) {
		parts = append(parts, strconv.Itoa(n)+" "+c.years[n].Version)
	}
	return strings.Join(parts, "; ")
}

// Kind returns the kind of the day. If its year is not loaded, loaded is false
// and the kind is only what the weekday suggests.
func (c Calendar) Kind(day Day) (kind Kind, loaded bool) {
	special, loaded := c.Special(day)
	return special.Kind, loaded
}

// Special returns the kind of the day with its names, which are empty for an
// ordinary working day or weekend; loaded as in Kind.
func (c Calendar) Special(day Day) (special Special, loaded bool) {
	special = Special{Kind: Workday}
	if w := day.Weekday(); w == time.Saturday || w == time.Sunday {
		special.Kind = Weekend
	}
	year, loaded := c.years[day.year]
	if !loaded {
		return special, false
	}
	if official, ok := year.Days[day]; ok {
		special = official
	}
	// A shutdown laid over a holiday changes nothing: the official kind stays.
	if own, ok := year.CompanyDays[day]; ok && !c.ignoreCompany && special.Kind.Working() {
		special = own
	}
	return special, true
}

// Working tells whether the day is worked; loaded as in Kind.
func (c Calendar) Working(day Day) (working, loaded bool) {
	kind, loaded := c.Kind(day)
	return kind.Working(), loaded
}

// NextWorking returns the first working day after the day. Every day looked at
// in a year that is not loaded adds that year to missing, once.
func (c Calendar) NextWorking(day Day) (next Day, missing []int) {
	for next = day.AddDays(1); ; next = next.AddDays(1) {
		working, loaded := c.Working(next)
		if !loaded && !slices.Contains(missing, next.year) {
			missing = append(missing, next.year)
		}
		if working {
			return next, missing
		}
	}
}
