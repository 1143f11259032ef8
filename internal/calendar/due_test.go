package calendar

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func at(t testing.TB, text string) time.Time {
	t.Helper()
	parsed, err := time.ParseInLocation("2006-01-02 15:04", text, Zone)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

var (
	threeDays = Limit{Days: 3}
	oneWeek   = Limit{Days: 7}
	tenDays   = Limit{Days: 10}
)

// vector is one line of the table in clauses.md 3.5: per limit the last day
// under calendar, calendar_rollover and working. A star is a day not worked.
type vector struct {
	name, start      string
	three, week, ten string
}

var vectors = []vector{
	{"V1", "2026-03-10 09:30", "03-13 / 03-13 / 03-13", "03-17 / 03-17 / 03-19", "03-20 / 03-20 / 03-24"},
	{"V2", "2026-03-13 16:00", "03-16 / 03-16 / 03-18", "03-20 / 03-20 / 03-24", "03-23 / 03-23 / 03-27"},
	{"V3", "2026-02-11 10:00", "02-14 / 02-14 / 02-14", "02-18* / 02-24 / 02-27", "02-21* / 02-24 / 03-03"},
	{"V4", "2026-02-13 23:50", "02-16* / 02-24 / 02-25", "02-20* / 02-24 / 03-02", "02-23* / 02-24 / 03-05"},
	{"V5", "2026-02-18 11:00", "02-21* / 02-24 / 02-26", "02-25 / 02-25 / 03-03", "02-28 / 02-28 / 03-06"},
	{"V6", "2026-09-29 10:00", "10-02* / 10-08 / 10-09", "10-06* / 10-08 / 10-14", "10-09 / 10-09 / 10-19"},
	{"V7", "2026-10-08 08:30", "10-11* / 10-12 / 10-12", "10-15 / 10-15 / 10-16", "10-18* / 10-19 / 10-21"},
	{"V8", "2026-04-30 23:59", "05-03* / 05-06 / 05-08", "05-07 / 05-07 / 05-13", "05-10* / 05-11 / 05-18"},
	{"V9", "2026-05-01 00:00", "05-04* / 05-06 / 05-08", "05-08 / 05-08 / 05-13", "05-11 / 05-11 / 05-18"},
	{"V10", "2026-06-18 14:00", "06-21* / 06-22 / 06-24", "06-25 / 06-25 / 06-30", "06-28* / 06-29 / 07-03"},
}

func TestVectorsOfTheRegulation(t *testing.T) {
	policies := []Policy{PolicyCalendar, PolicyCalendarRollover, PolicyWorking}
	for _, v := range vectors {
		for limit, cells := range map[Limit]string{threeDays: v.three, oneWeek: v.week, tenDays: v.ten} {
			for i, cell := range strings.Split(cells, " / ") {
				want, star := strings.CutSuffix(cell, "*")
				got := Due(at(t, v.start), limit, policies[i], Official())
				if got.LastDay.String() != "2026-"+want {
					t.Errorf("%s %d days %s: last day %s, want %s", v.name, limit.Days, policies[i], got.LastDay, want)
				}
				if !got.Due.Equal(at(t, "2026-"+want+" 00:00").AddDate(0, 0, 1)) {
					t.Errorf("%s %d days %s: due %s, want 24:00 of %s", v.name, limit.Days, policies[i], got.Due, want)
				}
				if working, loaded := Official().Working(got.LastDay); working == star || !loaded {
					t.Errorf("%s: %s worked = %v, the table says star = %v", v.name, got.LastDay, working, star)
				}
				if got.Provisional {
					t.Errorf("%s is provisional although 2026 is loaded", v.name)
				}
			}
		}
	}
}

func TestInclusiveIsOneDayEarlierInEveryVector(t *testing.T) {
	for _, v := range vectors {
		for _, limit := range []Limit{threeDays, oneWeek, tenDays} {
			plain := Due(at(t, v.start), limit, PolicyCalendar, Official())
			inclusive := Due(at(t, v.start), limit, PolicyCalendarInclusive, Official())
			if inclusive.LastDay != plain.LastDay.AddDays(-1) {
				t.Errorf("%s: inclusive %s, calendar %s", v.name, inclusive.LastDay, plain.LastDay)
			}
		}
	}
}

func TestWeekReadAsFiveWorkingDays(t *testing.T) {
	week := Limit{Days: 7, WorkingDays: 5}
	for start, want := range map[string]string{
		"2026-03-10 09:30": "2026-03-17", // V1
		"2026-02-11 10:00": "2026-02-25", // V3
		"2026-09-29 10:00": "2026-10-12", // V6
	} {
		if got := Due(at(t, start), week, PolicyWorking, Official()); got.LastDay.String() != want {
			t.Errorf("start %s: %s, want %s", start, got.LastDay, want)
		}
	}
	// The reading is of the working policy alone.
	if got := Due(at(t, "2026-03-10 09:30"), week, PolicyCalendar, Official()); got.LastDay.String() != "2026-03-17" {
		t.Errorf("calendar policy: %s", got.LastDay)
	}
}

func TestElapsedHours(t *testing.T) {
	start := at(t, "2026-03-10 09:30") // V1
	for limit, want := range map[Limit]string{
		threeDays: "2026-03-13 09:30", oneWeek: "2026-03-17 09:30", tenDays: "2026-03-20 09:30",
	} {
		got := Due(start, limit, PolicyElapsedHours, Calendar{})
		if !got.Due.Equal(at(t, want)) || got.Provisional || !got.LastDay.IsZero() {
			t.Errorf("%d days: %+v, want %s", limit.Days, got, want)
		}
	}
	if got := Due(start, Limit{Hours: 24}, PolicyWorking, Calendar{}); !got.Due.Equal(at(t, "2026-03-11 09:30")) || got.Provisional {
		t.Errorf("a limit in hours alone is elapsed time under every policy: %+v", got)
	}
}

func TestAnActAt24IsLate(t *testing.T) {
	due := Due(at(t, "2026-03-10 09:30"), threeDays, PolicyCalendar, Official())
	if !due.Late(at(t, "2026-03-14 00:00")) {
		t.Error("24:00:00 of the last day is late")
	}
	if due.Late(at(t, "2026-03-14 00:00").Add(-time.Millisecond)) {
		t.Error("a moment before 24:00 is in time")
	}
}

func TestV11MissingYearIsProvisionalAndRecomputed(t *testing.T) {
	only2026 := New(Official().years[2026])
	start := at(t, "2026-12-30 10:00")
	for _, policy := range []Policy{PolicyWorking, PolicyCalendarRollover} {
		got := Due(start, threeDays, policy, only2026)
		if !got.Provisional || len(got.MissingYears) != 1 || got.MissingYears[0] != 2027 {
			t.Errorf("%s: not marked provisional for 2027: %+v", policy, got)
		}
		if !hasStep(got, "year_missing") {
			t.Errorf("%s: the reasoning does not name the missing year", policy)
		}
	}
	for _, policy := range []Policy{PolicyCalendar, PolicyCalendarInclusive, PolicyElapsedHours} {
		if got := Due(start, threeDays, policy, only2026); got.Provisional || got.MissingYears != nil {
			t.Errorf("%s needs no calendar: %+v", policy, got)
		}
	}
	if got := Due(start, threeDays, PolicyCalendar, only2026); got.LastDay.String() != "2027-01-02" {
		t.Errorf("calendar: %s", got.LastDay)
	}

	year, err := ParseYear([]byte(`{"year":2027,"version":"notice","days":[
		{"date":"2027-01-01","kind":"statutory_holiday","name_zh":"元旦","name_en":"New Year's Day"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	before := Due(start, threeDays, PolicyWorking, only2026)
	after := Due(start, threeDays, PolicyWorking, only2026.WithYear(year))
	if after.Provisional || before.LastDay.String() != "2027-01-04" || after.LastDay.String() != "2027-01-05" {
		t.Errorf("recomputed from %s to %s, provisional %v", before.LastDay, after.LastDay, after.Provisional)
	}
	if got := Due(start, Limit{Days: 1}, PolicyWorking, only2026); got.Provisional {
		t.Errorf("2026-12-31 needs only 2026: %+v", got)
	}
}

func TestReasoningNamesWhatWasSkipped(t *testing.T) {
	got := Due(at(t, "2026-02-13 23:50"), threeDays, PolicyWorking, Official()) // V4
	var codes []string
	for _, s := range got.Steps {
		codes = append(codes, s.Code)
	}
	want := "start start_day_not_counted makeup_workday_counted skipped skipped skipped skipped working_days_counted due_end_of_day"
	if strings.Join(codes, " ") != want {
		t.Errorf("steps\n%v\nwant\n%v", strings.Join(codes, " "), want)
	}
	if s := got.Steps[3].Args; s["from"] != "2026-02-15" || s["to"] != "2026-02-19" || s["name_zh"] != "春节" || s["kind"] != "calendar.kind.statutory_holiday" {
		t.Errorf("first skipped run: %v", s)
	}
	if s := got.Steps[0].Args; s["at"] != "2026-02-13 23:50" || s["weekday"] != "calendar.weekday.5" {
		t.Errorf("start: %v", s)
	}
	rolled := Due(at(t, "2026-02-11 10:00"), oneWeek, PolicyCalendarRollover, Official())
	if !hasStep(rolled, "rolled_over") || !hasStep(rolled, "skipped") {
		t.Errorf("rollover is not explained: %v", rolled.Steps)
	}
}

func hasStep(r Result, code string) bool {
	for _, s := range r.Steps {
		if s.Code == code {
			return true
		}
	}
	return false
}

func TestWorkingDaysAfter(t *testing.T) {
	if got := EndOfNextWorkingDay(at(t, "2026-02-13 10:00"), Official()); got.LastDay.String() != "2026-02-14" {
		t.Errorf("next working day after Fri 02-13 is the make-up Saturday: %s", got.LastDay)
	}
	if got := EndOfNextWorkingDay(at(t, "2026-02-14 10:00"), Official()); got.LastDay.String() != "2026-02-24" {
		t.Errorf("after the make-up Saturday: %s", got.LastDay)
	}
	if got := WorkingDaysAfter(at(t, "2026-09-30 10:00"), 5, Official()); got.LastDay.String() != "2026-10-13" {
		t.Errorf("5 working days over National Day: %s", got.LastDay)
	}
}

func TestWorkingMinutes(t *testing.T) {
	office := WorkingHours{From: 8*60 + 30, To: 17*60 + 30}
	for _, c := range []struct {
		start   string
		minutes int
		want    string
	}{
		{"2026-03-10 09:30", 240, "2026-03-10 13:30"},
		{"2026-03-10 16:00", 240, "2026-03-11 11:00"},
		{"2026-03-10 06:00", 60, "2026-03-10 09:30"},
		{"2026-03-10 20:00", 60, "2026-03-11 09:30"},
		{"2026-03-13 17:00", 60, "2026-03-16 09:00"}, // over a weekend
		{"2026-02-13 17:00", 60, "2026-02-14 09:00"}, // make-up Saturday
		{"2026-02-14 17:00", 60, "2026-02-24 09:00"}, // Spring Festival
	} {
		got := WorkingMinutesAfter(at(t, c.start), c.minutes, office, Official())
		if !got.Due.Equal(at(t, c.want)) {
			t.Errorf("%s + %d min: %s, want %s", c.start, c.minutes, got.Due.In(Zone), c.want)
		}
	}
	if got := WorkingMinutesAfter(at(t, "2026-12-31 17:00"), 60, office, Official()); !got.Provisional {
		t.Error("working time in a missing year is provisional")
	}
}

// slowDue computes the last day by walking day by day and asking a plain list.
func slowDue(start time.Time, days int, policy Policy, worked func(Day) bool) Day {
	day := DayOf(start)
	switch policy {
	case PolicyCalendarInclusive:
		days--
	case PolicyWorking:
		for n := 0; n < days; {
			day = DayOf(day.End())
			if worked(day) {
				n++
			}
		}
		return day
	}
	for range days {
		day = DayOf(day.End())
	}
	for policy == PolicyCalendarRollover && !worked(day) {
		day = DayOf(day.End())
	}
	return day
}

func TestDueProperties(t *testing.T) {
	cal := Official()
	worked := func(d Day) bool {
		for _, y := range cal.Years() {
			if s, ok := y.Days[d]; ok && y.Year == d.Year() {
				return s.Kind == MakeupWorkday
			}
		}
		return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
	}
	first := at(t, "2023-01-01 00:00")
	rapid.Check(t, func(t *rapid.T) {
		start := first.Add(time.Duration(rapid.Int64Range(0, int64(5*366*24*time.Hour/time.Second)).Draw(t, "start")) * time.Second)
		days := rapid.IntRange(1, 20).Draw(t, "days")
		limit := Limit{Days: days}
		last := map[Policy]Day{}
		for _, policy := range []Policy{PolicyCalendar, PolicyCalendarRollover, PolicyWorking, PolicyCalendarInclusive} {
			got := Due(start, limit, policy, cal)
			last[policy] = got.LastDay
			if want := slowDue(start, days, policy, worked); got.LastDay != want {
				t.Fatalf("%s: %s, slow reference %s", policy, got.LastDay, want)
			}
			if !got.Due.Equal(got.LastDay.End()) || !got.Due.After(start) {
				t.Fatalf("%s: due %s of start %s", policy, got.Due, start)
			}
			laterStart := start.Add(time.Duration(rapid.IntRange(0, 400).Draw(t, "hours")) * time.Hour)
			if Due(laterStart, limit, policy, cal).Due.Before(got.Due) {
				t.Fatalf("%s: a later start is due earlier", policy)
			}
			if got.LastDay.Year() > 2026 && (policy == PolicyWorking || policy == PolicyCalendarRollover) && !got.Provisional {
				t.Fatalf("%s: date in a missing year not provisional", policy)
			}
		}
		if last[PolicyCalendar].After(last[PolicyCalendarRollover]) {
			t.Fatal("rollover is earlier than calendar")
		}
		if last[PolicyCalendarInclusive] != last[PolicyCalendar].AddDays(-1) {
			t.Fatal("inclusive is not one day earlier")
		}
		if !worked(last[PolicyCalendarRollover]) || !worked(last[PolicyWorking]) {
			t.Fatal("ends on a day not worked")
		}
		if got := Due(start, limit, PolicyElapsedHours, cal); got.Due.Sub(start) != time.Duration(days)*24*time.Hour {
			t.Fatal("elapsed hours")
		}
	})
}

func TestStepSpeaksBothLanguages(t *testing.T) {
	translate := func(key string) string { return "<" + key + ">" }
	step := Step{Code: "skipped", Args: map[string]string{"from": "2026-02-15", "kind": "calendar.kind.weekend", "name_zh": "春节", "name_en": "Spring Festival"}}
	for language, name := range map[string]string{"zh": "春节", "en": "Spring Festival"} {
		got := step.Values(language, translate)
		if len(got) != 3 || got["name"] != name || got["kind"] != "<calendar.kind.weekend>" || got["from"] != "2026-02-15" {
			t.Errorf("%s: %v", language, got)
		}
	}
	if step.TextKey() != "calendar.step.skipped" || (Step{Code: "regulation.step.reclassified"}).TextKey() != "regulation.step.reclassified" {
		t.Error("text keys")
	}
}

func TestSayDue(t *testing.T) {
	for due, want := range map[time.Time]string{
		Date(2026, 3, 10).End():                              "2026-03-10 24:00",
		Date(2025, 12, 31).End():                             "2025-12-31 24:00",
		Date(2026, 3, 10).Start().Add(9*time.Hour + 30*60e9): "2026-03-10 09:30",
	} {
		if got := SayDue(due.UTC()); got != want {
			t.Errorf("%v: %s, want %s", due, got, want)
		}
	}
}
