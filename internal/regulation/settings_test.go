package regulation

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"huidan/internal/calendar"
)

func TestSettingsAnswerEveryQuestion(t *testing.T) {
	answered := map[string]bool{}
	for _, f := range Fields() {
		if f.Question == "" || f.Path == "" || strings.HasSuffix(f.Path, ".") || f.Type == "" {
			t.Errorf("setting without a question, path or type: %+v", f)
		}
		for _, q := range strings.Fields(f.Question) {
			answered[q] = true
			if _, known := Find(q); !known && !strings.HasPrefix(q, "Q-") && !strings.HasPrefix(q, "EC-") {
				t.Errorf("%s stands in %s, which is nothing", f.Path, q)
			}
		}
	}
	for n := 1; n <= 28; n++ {
		if q := fmt.Sprintf("Q-%02d", n); !answered[q] {
			t.Errorf("%s has no setting", q)
		}
	}
}

func TestSettingsDefaults(t *testing.T) {
	problems := Defaults().Validate()
	if len(problems) != 1 || problems[0].Field != "region.home" {
		t.Errorf("only the home province is open: %v", problems)
	}
	if problems := Defaults().WithHome("32").Validate(); problems != nil {
		t.Errorf("%v", problems)
	}
	s := Defaults()
	if s.DeadlinePolicy.Count != calendar.PolicyCalendar || s.Arrival.Start != "assigned" || s.SameDay.Cutoff != nil || s.Closing.ReceptionMayClose {
		t.Errorf("not as clauses.md section 7 ships them: %+v", s)
	}
}

func TestSettingsRefuse(t *testing.T) {
	const home = `"region":{"version":"1","home":["32"],"remote":[],"special":[],"prefectures":{},"counties":{}}`
	for text, want := range map[string]struct{ field, code string }{
		`{`:                               {"", "not_json"},
		`{} {}`:                           {"", "not_json"},
		`{"colour":1}`:                    {"", "not_json"},
		`{"same_day":{"cutoff":"25:00"}}`: {"", "not_json"},
		`{}`:                              {"region.home", "missing"},
		`{"deadline_policy":{"count":"lunar"},` + home + `}`:                               {"deadline_policy.count", "not_an_option"},
		`{"deadline_policy":{"week_working_days":6},` + home + `}`:                         {"deadline_policy.week_working_days", "not_an_option"},
		`{"arrival":{"start":""},` + home + `}`:                                            {"arrival.start", "not_an_option"},
		`{"intake":{"duplicate_window_days":0},` + home + `}`:                              {"intake.duplicate_window_days", "out_of_range"},
		`{"retention":{"years":101},` + home + `}`:                                         {"retention.years", "out_of_range"},
		`{"organisation":{"working_hours":{"from":"17:00","to":"08:00"}},` + home + `}`:    {"organisation.working_hours", "bad_time"},
		`{"region":{"version":"1","home":["32"],"remote":["990"],"special":[]}}`:           {"region.remote", "unknown_code"},
		`{"region":{"version":"1","home":["32"],"remote":[],"counties":{"320102":"far"}}}`: {"region.counties", "bad_class"},
	} {
		_, err := ParseSettings([]byte(text))
		var problems Problems
		if !errors.As(err, &problems) || problems[0].Field != want.field || problems[0].Code != want.code {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}

func TestSettingsSurviveJSON(t *testing.T) {
	s := Defaults().WithHome("32")
	cutoff := calendar.ClockTime(17 * 60)
	s.SameDay.Cutoff = &cutoff
	s.Arrival.SafetyHours = 24
	raw, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	again, err := ParseSettings(raw)
	if err != nil || !reflect.DeepEqual(again, s) {
		t.Errorf("%v\n%s", err, raw)
	}
	// A key left out has the shipped default.
	short, err := ParseSettings([]byte(`{"region":{"home":["32"]},"arrival":{"safety_hours":24}}`))
	if err != nil || short.Arrival.Start != "assigned" || short.Arrival.SafetyHours != 24 || !slices.Contains(short.Region.Remote, "65") {
		t.Errorf("%v %+v", err, short)
	}
}

func TestEditionOn(t *testing.T) {
	day := func(text string) calendar.Day {
		d, err := calendar.ParseDay(text)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	editions := []Edition{{ID: "b", ValidFrom: day("2026-03-01")}, {ID: "a", ValidFrom: day("2025-01-01")}, {ID: "c", ValidFrom: day("2026-03-01")}}
	if _, found := EditionOn(editions, day("2024-12-31")); found {
		t.Error("an edition before the first")
	}
	for text, want := range map[string]string{"2025-01-01": "a", "2026-02-28": "a", "2026-03-01": "c", "2030-01-01": "c"} {
		if e, found := EditionOn(editions, day(text)); !found || e.ID != want {
			t.Errorf("%s: %q, want %q", text, e.ID, want)
		}
	}
}

func TestDatedNumbers(t *testing.T) {
	from := calendar.Date(2027, 1, 1)
	limits := dated[int]{{value: 3}, {from: from, value: 2}}
	if limits.on(from.AddDays(-1)) != 3 || limits.on(from) != 2 {
		t.Error("a changed number holds from its day")
	}
}

func FuzzParseSettings(f *testing.F) {
	raw, _ := json.Marshal(Defaults().WithHome("32"))
	f.Add(raw)
	f.Add([]byte(`{"region":{"home":["32"],"counties":{"320102":"remote"}}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		s, err := ParseSettings(raw)
		if err != nil {
			return
		}
		again, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ParseSettings(again); err != nil {
			t.Fatalf("what was accepted is refused: %v", err)
		}
	})
}
