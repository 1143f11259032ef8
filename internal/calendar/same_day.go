package calendar

import "time"

// SameDay returns when something due on the same day (当天) as its start is
// due: 24:00 of that date (clauses.md 3.3, Q-04).
//
// With a cut-off, a start after it, or on a day that is not worked, counts as
// on the next working day. Result.Shifted then is true and Result.Strict keeps
// the date without the cut-off.
func SameDay(start time.Time, cutoff *ClockTime, cal Calendar) Result {
	var r Result
	r.startAt(start)
	day := DayOf(start)
	r.LastDay, r.Strict = day, day.End()
	if cutoff == nil {
		return r.finish()
	}
	working, loaded := cal.Working(day)
	r.noteLoaded(day, loaded)
	switch {
	case !working:
		r.stepDay("taken_on_day_off", day)
	case start.After(cutoff.On(day)):
		r.step("taken_after_cutoff", "cutoff", cutoff.String())
	default:
		return r.finish()
	}
	r.Shifted = true
	r.LastDay = r.toNextWorking(day, cal)
	r.stepDay("counts_as_taken_on", r.LastDay)
	return r.finish()
}
