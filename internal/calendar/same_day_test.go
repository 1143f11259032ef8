package calendar

import "testing"

func TestSameDayStrict(t *testing.T) {
	got := SameDay(at(t, "2026-02-13 23:50"), nil, Calendar{}) // V4
	if got.LastDay.String() != "2026-02-13" || got.Shifted || got.Provisional || !got.Strict.Equal(got.Due) {
		t.Errorf("V4 strict: %+v", got)
	}
	if got.Due.Sub(at(t, "2026-02-13 23:50")).Minutes() != 10 {
		t.Errorf("V4 leaves ten minutes: %s", got.Due)
	}
}

func TestSameDayCallAcrossMidnightIsTakenAtItsEnd(t *testing.T) {
	// EC-18: a call from 23:50 to 00:10 is taken at 00:10 of the second day.
	if got := SameDay(at(t, "2026-03-11 00:10"), nil, Official()); got.LastDay.String() != "2026-03-11" {
		t.Errorf("%s", got.LastDay)
	}
}

func TestSameDayCutoff(t *testing.T) {
	cutoff := ClockTime(17 * 60)
	for _, c := range []struct {
		name, start, want string
		shifted           bool
	}{
		{"V4 make-up Saturday, not Monday", "2026-02-13 23:50", "2026-02-14", true},
		{"V5 taken in the holidays", "2026-02-18 11:00", "2026-02-24", true},
		{"V8 eve of Labour Day", "2026-04-30 23:59", "2026-05-06", true},
		{"before the cut-off", "2026-03-10 16:55", "2026-03-10", false},
		{"at the cut-off", "2026-03-10 17:00", "2026-03-10", false},
	} {
		got := SameDay(at(t, c.start), &cutoff, Official())
		if got.LastDay.String() != c.want || got.Shifted != c.shifted {
			t.Errorf("%s: %s shifted %v, want %s %v", c.name, got.LastDay, got.Shifted, c.want, c.shifted)
		}
		if want := DayOf(at(t, c.start)).End(); !got.Strict.Equal(want) {
			t.Errorf("%s: strict figure %s, want %s", c.name, got.Strict, want)
		}
	}
}

func TestSameDayCutoffInMissingYearIsProvisional(t *testing.T) {
	cutoff := ClockTime(17 * 60)
	if got := SameDay(at(t, "2026-12-31 18:00"), &cutoff, Official()); !got.Provisional || got.MissingYears[0] != 2027 {
		t.Errorf("%+v", got)
	}
}
