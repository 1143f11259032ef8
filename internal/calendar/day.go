package calendar

import (
	"errors"
	"fmt"
	"time"
)

// Zone is China Standard Time. Every date rule uses it, also for sites abroad
// or in Xinjiang (clauses.md 3.1). It is fixed at UTC+8, so it does not depend
// on a time zone database.
var Zone = time.FixedZone("CST", 8*60*60)

// ErrDay is returned for a text that is not a date of the form 2006-01-02.
var ErrDay = errors.New("calendar: not a date of the form 2006-01-02")

// Day is a civil date in Zone. Days are comparable and usable as map keys.
// The zero Day is no day at all (IsZero).
type Day struct {
	year  int
	month time.Month
	day   int
}

// Date returns the day of a year, month and day of month; values outside their
// range are carried over as time.Date does.
func Date(year int, month time.Month, day int) Day {
	return fromUTC(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DayOf returns the civil date in Zone on which t falls.
func DayOf(t time.Time) Day {
	y, m, d := t.In(Zone).Date()
	return Day{y, m, d}
}

// ParseDay reads exactly the form 2006-01-02, years 1900 to 9998.
func ParseDay(text string) (Day, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1900 || t.Year() > 9998 {
		return Day{}, fmt.Errorf("%w: %q", ErrDay, text)
	}
	return fromUTC(t), nil
}

// IsZero tells whether d is the zero Day.
func (d Day) IsZero() bool { return d == Day{} }

// Year returns the calendar year.
func (d Day) Year() int { return d.year }

// Month returns the month of the year.
func (d Day) Month() time.Month { return d.month }

// DayOfMonth returns the day of the month, from 1.
func (d Day) DayOfMonth() int { return d.day }

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return d.utc().Weekday() }

// AddDays returns the day n days later, or earlier if n is negative.
func (d Day) AddDays(n int) Day { return Date(d.year, d.month, d.day+n) }

// DaysUntil returns how many days other is after d; negative if before.
func (d Day) DaysUntil(other Day) int {
	return int(other.utc().Sub(d.utc()) / (24 * time.Hour))
}

// Before tells whether d is earlier than other.
func (d Day) Before(other Day) bool { return d.Compare(other) < 0 }

// After tells whether d is later than other.
func (d Day) After(other Day) bool { return d.Compare(other) > 0 }

// Compare returns -1, 0 or 1 as d is earlier than, the same as or later than other.
func (d Day) Compare(other Day) int { return d.utc().Compare(other.utc()) }

// Start returns the instant 00:00 of the day in Zone.
func (d Day) Start() time.Time {
	return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, Zone)
}

// End returns the instant 24:00 of the day in Zone, which is 00:00 of the next
// day. An act at this instant or after it is late.
func (d Day) End() time.Time { return d.AddDays(1).Start() }

// String returns the form 2006-01-02, or the empty text for the zero Day.
func (d Day) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, int(d.month), d.day)
}

// MarshalText writes the form of String.
func (d Day) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the form of String; empty text gives the zero Day.
func (d *Day) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Day{}
		return nil
	}
	parsed, err := ParseDay(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

func (d Day) utc() time.Time {
	return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC)
}

func fromUTC(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}
