package regulation

import (
	"testing"
	"time"

	"huidan/internal/calendar"
)

func at(t testing.TB, text string) time.Time {
	t.Helper()
	if text == "" {
		return time.Time{}
	}
	parsed, err := time.ParseInLocation("2006-01-02 15:04", text, calendar.Zone)
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func settings() Settings { return Defaults().WithHome("32") }

func TestClause2_1_l_SameDayHandover(t *testing.T) {
	cutoff := calendar.ClockTime(17 * 60)
	for name, c := range map[string]struct {
		arrived, taken, reclassified string
		set                          func(*Settings)
		want                         string
		shifted                      bool
	}{
		"strict: ten minutes before midnight":          {taken: "2026-02-13 23:50", want: "2026-02-13"},
		"a call across midnight is taken at its end":   {arrived: "2026-03-10 23:50", taken: "2026-03-11 00:10", want: "2026-03-11"},
		"on a holiday the same day holds":              {taken: "2026-02-18 11:00", want: "2026-02-18"},
		"reclassified later: from then on (EC-01)":     {taken: "2026-03-10 09:00", reclassified: "2026-03-12 15:00", want: "2026-03-12"},
		"cut-off: make-up Saturday, not Monday":        {taken: "2026-02-13 23:50", set: func(s *Settings) { s.SameDay.Cutoff = &cutoff }, want: "2026-02-14", shifted: true},
		"company counts from arrival":                  {arrived: "2026-03-10 16:00", taken: "2026-03-11 09:00", set: func(s *Settings) { s.SameDay.Start = "arrived" }, want: "2026-03-10", shifted: true},
		"company counts from arrival, arrival unknown": {taken: "2026-03-11 09:00", set: func(s *Settings) { s.SameDay.Start = "arrived" }, want: "2026-03-11"},
	} {
		s := settings()
		if c.set != nil {
			c.set(&s)
		}
		got := SameDayHandover(Handover{at(t, c.arrived), at(t, c.taken), at(t, c.reclassified)}, s, calendar.Official())
		if got.LastDay.String() != c.want || got.Shifted != c.shifted {
			t.Errorf("%s: %s shifted %v, want %s %v", name, got.LastDay, got.Shifted, c.want, c.shifted)
		}
		if c.reclassified == "" && !got.Strict.Equal(calendar.DayOf(at(t, c.taken)).End()) {
			t.Errorf("%s: the strict figure is 24:00 of taken_at, not %s", name, got.Strict)
		}
		if (c.reclassified != "") != (got.Steps[0].Code == "regulation.step.reclassified") {
			t.Errorf("%s: steps %v", name, got.Steps)
		}
	}
}

func TestClause2_1_l_HandoverAtMidnightIsLate(t *testing.T) {
	due := SameDayHandover(Handover{TakenAt: at(t, "2026-03-10 16:55")}, settings(), calendar.Official())
	if !due.Late(at(t, "2026-03-11 00:00")) {
		t.Error("a handover at 24:00 is late")
	}
	if due.Late(at(t, "2026-03-11 00:00").Add(-time.Millisecond)) {
		t.Error("a handover just before 24:00 is in time")
	}
}

func TestClause2_1_l_CompanyDaysOffDoNotShiftIt(t *testing.T) {
	cutoff := calendar.ClockTime(17 * 60)
	s := settings()
	s.SameDay.Cutoff = &cutoff
	cal := shutdown(t, "2026-03-10")
	h := Handover{TakenAt: at(t, "2026-03-10 10:00")}
	if got := SameDayHandover(h, s, cal); got.Shifted {
		t.Errorf("a company day off extended a limit of the regulation: %s", got.LastDay)
	}
	s.DeadlinePolicy.CompanyDaysExtend = true
	if got := SameDayHandover(h, s, cal); got.LastDay.String() != "2026-03-11" {
		t.Errorf("decided in writing: %s", got.LastDay)
	}
}

// shutdown is the official calendar with one company day off.
func shutdown(t testing.TB, day string) calendar.Calendar {
	t.Helper()
	d, err := calendar.ParseDay(day)
	if err != nil {
		t.Fatal(err)
	}
	for _, y := range calendar.Official().Years() {
		if y.Year == d.Year() {
			y.CompanyDays[d] = calendar.Special{Kind: calendar.CompanyOff, NameZh: "停产", NameEn: "shutdown"}
			return calendar.Official().WithYear(y)
		}
	}
	t.Fatalf("no official year of %s", day)
	return calendar.Calendar{}
}

func TestClause2_1_l_Reminders(t *testing.T) {
	s := settings()
	taken := at(t, "2026-03-10 09:00")
	due := SameDayHandover(Handover{TakenAt: taken}, s, calendar.Official())
	got := HandoverReminders(due, s, taken)
	if len(got) != 2 || !got[0].Equal(at(t, "2026-03-10 16:00")) || !got[1].Equal(at(t, "2026-03-10 23:00")) {
		t.Errorf("%v", got)
	}
	if got := HandoverReminders(due, s, at(t, "2026-03-10 23:30")); got != nil {
		t.Errorf("too late to remind: %v", got)
	}
}

func TestClause2_1_f_ClassifiedTheSameDay(t *testing.T) {
	if got := ClassifyDue(at(t, "2026-03-14 10:00"), settings(), calendar.Official()); got.LastDay.String() != "2026-03-14" {
		t.Errorf("%s", got.LastDay)
	}
}

func TestClause2_1_d_RecordedTheSameDay(t *testing.T) {
	due := RecordDue(at(t, "2026-03-10 22:00"), calendar.Official())
	if !due.Late(at(t, "2026-03-11 08:00")) || due.Late(at(t, "2026-03-10 23:59")) {
		t.Error("typed the next morning is late, the same night is not")
	}
}

func TestClause2_1_b_IntakeLag(t *testing.T) {
	for _, channel := range []string{"phone", "visit"} {
		if _, ok := IntakeLagDue(channel, at(t, "2026-03-10 09:00"), settings(), calendar.Official()); ok {
			t.Errorf("%s is taken at once", channel)
		}
	}
	for channel, want := range map[string]string{"letter": "2026-03-16", "fax": "2026-03-16", "email": "2026-03-16"} {
		due, ok := IntakeLagDue(channel, at(t, "2026-03-13 18:00"), settings(), calendar.Official())
		if !ok || due.LastDay.String() != want {
			t.Errorf("%s: %s", channel, due.LastDay)
		}
	}
}

func TestClause2_1_b_DuplicateWindow(t *testing.T) {
	from, to := DuplicateWindow(at(t, "2026-03-31 09:00"), settings())
	if from.String() != "2025-12-31" || to.String() != "2026-03-31" {
		t.Errorf("%s to %s", from, to)
	}
}

func TestClause2_1_b_NumberBelongsToTheYearOfIntake(t *testing.T) {
	// EC-18: still 2026 in UTC, already 2027 in China.
	if got := RegisterYear(time.Date(2026, 12, 31, 16, 30, 0, 0, time.UTC)); got != 2027 {
		t.Errorf("%d", got)
	}
}

func TestClause2_1_g_NegotiationLimits(t *testing.T) {
	if got := FirstContactDue(at(t, "2026-02-14 10:00"), settings(), calendar.Official()); got.LastDay.String() != "2026-02-24" {
		t.Errorf("first contact after Spring Festival: %s", got.LastDay)
	}
	if got := NegotiationReviewDue(at(t, "2026-03-10 10:00"), settings(), calendar.Official()); got.LastDay.String() != "2026-03-17" {
		t.Errorf("review: %s", got.LastDay)
	}
	if got := FirstContactDue(at(t, "2026-03-10 10:00"), settings(), shutdown(t, "2026-03-11")); got.LastDay.String() != "2026-03-12" {
		t.Errorf("a company day off does extend a company limit: %s", got.LastDay)
	}
}

func TestClause2_1_h_AnonymousAndReopening(t *testing.T) {
	if got := AnonymousClosableFrom(at(t, "2026-03-01 10:00"), settings()); got.String() != "2026-03-31" {
		t.Errorf("EC-14: %s", got)
	}
	if got := ReopenUntil(at(t, "2026-03-01 23:59"), settings()); got.String() != "2026-03-31" {
		t.Errorf("EC-17: %s", got)
	}
}

func TestClause2_1_p_OpinionIsACompanyLimit(t *testing.T) {
	received := at(t, "2026-03-13 16:00")
	if got := OpinionDue(received, false, settings(), calendar.Official()); got.LastDay.String() != "2026-03-16" {
		t.Errorf("%s", got.LastDay)
	}
	if got := OpinionDue(received, true, settings(), calendar.Official()); !got.Due.Equal(at(t, "2026-03-13 18:00")) {
		t.Errorf("serious: %s", got.Due)
	}
}

func TestClause2_1_q_AcceptanceInWorkingTime(t *testing.T) {
	if got := AcceptanceDue(at(t, "2026-03-13 16:00"), settings(), calendar.Official()); !got.Due.Equal(at(t, "2026-03-16 11:00")) {
		t.Errorf("%s", got.Due)
	}
}
