package calendar

import (
	"strconv"
	"time"
)

// WorkingHours is the part of a working day that counts for limits in hours of
// working time. From is before To.
type WorkingHours struct {
	From ClockTime `json:"from"`
	To   ClockTime `json:"to"`
}

// Valid tells whether the hours lie in one day and are not empty.
func (w WorkingHours) Valid() bool { return 0 <= w.From && w.From < w.To && w.To <= 24*60 }

// WorkingMinutesAfter returns the instant at which the minutes have passed,
// counting only the working hours of working days. Invalid hours count as the
// whole day; negative minutes as zero.
func WorkingMinutesAfter(start time.Time, minutes int, hours WorkingHours, cal Calendar) Result {
	if !hours.Valid() {
		hours = WorkingHours{From: 0, To: 24 * 60}
	}
	var r Result
	r.startAt(start)
	at, left := start, time.Duration(max(minutes, 0))*time.Minute
	for day := DayOf(start); ; {
		working, loaded := cal.Working(day)
		r.noteLoaded(day, loaded)
		from, to := later(at, hours.From.On(day)), hours.To.On(day)
		if working && to.Sub(from) >= left {
			r.Due = from.Add(left)
			break
		}
		if working && from.Before(to) {
			left -= to.Sub(from)
		}
		day = r.toNextWorking(day, cal)
		at = day.Start()
	}
	r.step("working_minutes_counted", "minutes", strconv.Itoa(max(minutes, 0)),
		"from", hours.From.String(), "to", hours.To.String())
	return r.finish()
}

func later(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
