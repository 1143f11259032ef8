package calendar

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// Policy says how the days of a limit are counted (clauses.md 3.2, Q-01).
type Policy string

// The five counting policies.
const (
	PolicyCalendar          Policy = "calendar"           // start day not counted, no shift; shipped default
	PolicyCalendarRollover  Policy = "calendar_rollover"  // a last day of rest moves to the next working day
	PolicyWorking           Policy = "working"            // only working days are counted
	PolicyCalendarInclusive Policy = "calendar_inclusive" // the start day is day 1
	PolicyElapsedHours      Policy = "elapsed_hours"      // so many times 24 hours from the start instant
)

// Policies lists every policy.
var Policies = []Policy{PolicyCalendar, PolicyCalendarRollover, PolicyWorking, PolicyCalendarInclusive, PolicyElapsedHours}

// Valid tells whether p is one of Policies.
func (p Policy) Valid() bool { return slices.Contains(Policies, p) }

// Values returns what fills the text of the step in one language ("zh" or
// "en"): an argument with a language at the end of its name (name_zh, name_en)
// without it, and an argument that is itself a text key, such as
// calendar.weekday.5, translated; translate returns the text of a key, or the
// key itself if there is none.
func (s Step) Values(language string, translate func(key string) string) map[string]any {
	values := make(map[string]any, len(s.Args))
	for name, value := range s.Args {
		bare, ours := strings.CutSuffix(name, "_"+language)
		if !ours && (strings.HasSuffix(name, "_zh") || strings.HasSuffix(name, "_en")) {
			continue
		}
		if strings.Contains(value, ".") {
			value = translate(value)
		}
		values[bare] = value
	}
	return values
}

// Limit is a length of time allowed. Negative numbers count as zero.
type Limit struct {
	Days int `json:"days,omitempty"`
	// WorkingDays replaces Days under PolicyWorking if it is not zero: the
	// company may read one week as 5 working days.
	WorkingDays int `json:"working_days,omitempty"`
	// Hours alone (no Days) is counted as elapsed time under every policy.
	// Together with Days it replaces Days × 24 under PolicyElapsedHours.
	Hours int `json:"hours,omitempty"`
}

// Step is one sentence of the reasoning behind a date, as data. Its text is
// that of TextKey, filled with Values.
type Step struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"`
}

// TextKey returns calendar.step.<Code>; a code with a dot in it, as other
// packages use for steps of their own, is the key itself.
func (s Step) TextKey() string {
	if strings.Contains(s.Code, ".") {
		return s.Code
	}
	return "calendar.step." + s.Code
}

// Result is a due date with its reasoning.
type Result struct {
	Due     time.Time // an act at this instant or later is late
	LastDay Day       // the day at whose 24:00 it is due; zero if due within a day
	Steps   []Step
	// Provisional: a year in MissingYears was needed but is not loaded. Compute
	// again when it is.
	Provisional  bool
	MissingYears []int
	// Shifted: the company's cut-off moved the date; Strict is the date without it.
	Shifted bool
	Strict  time.Time
}

// Late tells whether an act at the instant is late.
func (r Result) Late(at time.Time) bool { return !at.Before(r.Due) }

// Due returns when a limit that starts at the instant runs out. An unknown
// policy is counted as PolicyCalendar; settings are validated before they get
// here.
func Due(start time.Time, limit Limit, policy Policy, cal Calendar) Result {
	var r Result
	r.startAt(start)
	switch {
	case policy == PolicyElapsedHours || limit.Days <= 0 && limit.WorkingDays <= 0 && limit.Hours > 0:
		hours := limit.Hours
		if hours <= 0 {
			hours = limit.Days * 24
		}
		r.dueAfterHours(start, max(hours, 0))
	case policy == PolicyWorking:
		days := limit.WorkingDays
		if days <= 0 {
			days = limit.Days
		}
		r.countWorking(DayOf(start), max(days, 0), cal)
	case policy == PolicyCalendarInclusive:
		r.step("start_day_counted", "day", DayOf(start).String())
		r.countAll(DayOf(start), max(limit.Days, 0), max(limit.Days-1, 0))
	default:
		r.step("start_day_not_counted", "day", DayOf(start).String())
		r.countAll(DayOf(start), max(limit.Days, 0), max(limit.Days, 0))
		if policy == PolicyCalendarRollover {
			r.rollOver(cal)
		}
	}
	return r.finish()
}

// WorkingDaysAfter returns 24:00 of the n-th working day after the day of
// start; n = 1 is the end of the next working day.
func WorkingDaysAfter(start time.Time, n int, cal Calendar) Result {
	return Due(start, Limit{Days: n}, PolicyWorking, cal)
}

// EndOfNextWorkingDay returns 24:00 of the next working day after start.
func EndOfNextWorkingDay(start time.Time, cal Calendar) Result {
	return WorkingDaysAfter(start, 1, cal)
}

func (r *Result) dueAfterHours(start time.Time, hours int) {
	r.Due = start.Add(time.Duration(hours) * time.Hour)
	r.step("hours_elapsed", "hours", strconv.Itoa(hours))
}

// countAll counts every day, with the number the limit says and the distance
// of the last day from the first.
func (r *Result) countAll(first Day, days, distance int) {
	r.LastDay = first.AddDays(distance)
	r.stepDay("days_counted", r.LastDay, "days", strconv.Itoa(days))
}

func (r *Result) countWorking(day Day, days int, cal Calendar) {
	r.step("start_day_not_counted", "day", day.String())
	for range days {
		day = r.toNextWorking(day, cal)
	}
	r.LastDay = day
	r.stepDay("working_days_counted", day, "days", strconv.Itoa(days))
}

func (r *Result) rollOver(cal Calendar) {
	working, loaded := cal.Working(r.LastDay)
	r.noteLoaded(r.LastDay, loaded)
	if working {
		return
	}
	// Look from the day before, so that the last day itself is named as skipped.
	r.LastDay = r.toNextWorking(r.LastDay.AddDays(-1), cal)
	r.stepDay("rolled_over", r.LastDay)
}

// toNextWorking goes to the next working day and says which days were skipped
// and why; a day in a make-up workday's place is named too.
func (r *Result) toNextWorking(day Day, cal Calendar) Day {
	next, missing := cal.NextWorking(day)
	for _, year := range missing {
		r.noteMissing(year)
	}
	for from := day.AddDays(1); from.Before(next); {
		from = r.skipRun(from, next, cal)
	}
	if special, _ := cal.Special(next); special.Kind == MakeupWorkday {
		r.stepDay("makeup_workday_counted", next, "name_zh", special.NameZh, "name_en", special.NameEn)
	}
	return next
}

// skipRun names the run of days from from that are off for the same reason,
// and returns the day after it.
func (r *Result) skipRun(from, end Day, cal Calendar) Day {
	reason, _ := cal.Special(from)
	to := from
	for next := to.AddDays(1); next.Before(end); next = to.AddDays(1) {
		if s, _ := cal.Special(next); s != reason {
			break
		}
		to = next
	}
	code := "skipped"
	if reason.NameZh == "" {
		code = "skipped_weekend"
	}
	r.step(code, "from", from.String(), "to", to.String(),
		"kind", "calendar.kind."+string(reason.Kind), "name_zh", reason.NameZh, "name_en", reason.NameEn)
	return to.AddDays(1)
}

func (r *Result) startAt(start time.Time) {
	local := start.In(Zone)
	r.stepDay("start", DayOf(local), "at", local.Format("2006-01-02 15:04"))
}

func (r *Result) finish() Result {
	for _, year := range r.MissingYears {
		r.step("year_missing", "year", strconv.Itoa(year))
	}
	if r.LastDay.IsZero() {
		r.step("due_at", "at", r.Due.In(Zone).Format("2006-01-02 15:04"), "weekday", weekdayKey(DayOf(r.Due)))
	} else {
		r.Due = r.LastDay.End()
		r.stepDay("due_end_of_day", r.LastDay)
	}
	if r.Strict.IsZero() {
		r.Strict = r.Due
	}
	return *r
}

func (r *Result) noteLoaded(day Day, loaded bool) {
	if !loaded {
		r.noteMissing(day.Year())
	}
}

func (r *Result) noteMissing(year int) {
	r.Provisional = true
	if !slices.Contains(r.MissingYears, year) {
		r.MissingYears = append(r.MissingYears, year)
		slices.Sort(r.MissingYears)
	}
}

func (r *Result) stepDay(code string, day Day, pairs ...string) {
	r.step(code, append(pairs, "day", day.String(), "weekday", weekdayKey(day))...)
}

func (r *Result) step(code string, pairs ...string) {
	args := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	r.Steps = append(r.Steps, Step{Code: code, Args: args})
}

func weekdayKey(day Day) string { return "calendar.weekday." + strconv.Itoa(int(day.Weekday())) }

// SetByPerson returns a due instant that a person chose, such as the reply date
// of a question to a department.
func SetByPerson(due time.Time) Result {
	r := Result{Due: due, Strict: due}
	r.step("set_by_person", "at", due.In(Zone).Format("2006-01-02 15:04"))
	return r
}

// SayDue writes a due instant as people say it: one at midnight is 24:00 of the
// day before, "2026-03-10 24:00".
func SayDue(due time.Time) string {
	local := due.In(Zone)
	if day := DayOf(local); local.Equal(day.Start()) {
		return day.AddDays(-1).String() + " 24:00"
	}
	return local.Format("2006-01-02 15:04")
}
