package calendar

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"
)

func TestOfficialYears(t *testing.T) {
	off := map[int]int{2025: 28, 2026: 33}
	makeup := map[int]int{2025: 5, 2026: 6}
	for _, y := range Official().Years() {
		count := map[Kind]int{}
		for _, s := range y.Days {
			count[s.Kind]++
		}
		if want, ok := off[y.Year]; ok && (count[StatutoryHoliday]+count[InLieuOff] != want || count[MakeupWorkday] != makeup[y.Year]) {
			t.Errorf("%d: %v", y.Year, count)
		}
	}
	if got := Official().Version(); !strings.HasPrefix(got, "2023 chinese-days 1.5.7; 2024") {
		t.Errorf("version %q", got)
	}
	for year, loaded := range map[int]bool{2022: false, 2023: true, 2026: true, 2027: false} {
		if Official().Loaded(year) != loaded {
			t.Errorf("%d loaded: want %v", year, loaded)
		}
	}
}

func TestKinds(t *testing.T) {
	for text, want := range map[string]Kind{
		"2026-02-14": MakeupWorkday, "2026-02-16": StatutoryHoliday, "2026-02-20": InLieuOff,
		"2026-03-14": Weekend, "2026-03-13": Workday, "2026-09-20": MakeupWorkday,
	} {
		kind, loaded := Official().Kind(mustDay(t, text))
		working, _ := Official().Working(mustDay(t, text))
		if kind != want || !loaded || working != (want == Workday || want == MakeupWorkday) {
			t.Errorf("%s: %s working %v, want %s", text, kind, working, want)
		}
	}
	if kind, loaded := Official().Kind(mustDay(t, "2027-01-01")); loaded || kind != Workday {
		t.Errorf("missing year: %s %v", kind, loaded)
	}
}

func TestCompanyDaysOff(t *testing.T) {
	year, err := ParseYear([]byte(`{"year":2026,"version":"own","days":[
		{"date":"2026-02-14","kind":"makeup_workday","name_zh":"春节","name_en":""},
		{"date":"2026-02-14","kind":"company_off","name_zh":"停产","name_en":"shutdown"},
		{"date":"2026-02-16","kind":"statutory_holiday","name_zh":"春节","name_en":""},
		{"date":"2026-02-16","kind":"company_off","name_zh":"停产","name_en":"shutdown"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	cal := New(year)
	if kind, _ := cal.Kind(mustDay(t, "2026-02-14")); kind != CompanyOff {
		t.Errorf("shutdown on a make-up workday: %s", kind)
	}
	if kind, _ := cal.Kind(mustDay(t, "2026-02-16")); kind != StatutoryHoliday {
		t.Errorf("shutdown on a holiday stays a holiday: %s", kind)
	}
	if kind, _ := cal.WithoutCompanyDays().Kind(mustDay(t, "2026-02-14")); kind != MakeupWorkday {
		t.Errorf("without the company's days: %s", kind)
	}
}

func TestCalendarIsImmutable(t *testing.T) {
	cal := New(Official().years[2026])
	for _, y := range cal.Years() {
		clear(y.Days)
	}
	if working, _ := cal.Working(mustDay(t, "2026-10-01")); working {
		t.Error("changing what Years returned changed the calendar")
	}
	_ = cal.WithYear(Year{Year: 2026})
	if working, _ := cal.Working(mustDay(t, "2026-10-01")); working {
		t.Error("WithYear changed its receiver")
	}
}

func TestParseYearRefuses(t *testing.T) {
	day := func(fields string) string { return `{"year":2027,"version":"v","days":[` + fields + `]}` }
	const good = `{"date":"2027-01-01","kind":"statutory_holiday","name_zh":"元旦","name_en":""}`
	for name, c := range map[string]struct{ text, field, code string }{
		"not JSON":         {`年`, "days", "not_json"},
		"unknown field":    {`{"year":2027,"colour":1}`, "days", "not_json"},
		"two values":       {day(good) + `{}`, "days", "not_json"},
		"not UTF-8":        {"\xd4\xaa\xb5\xa9", "days", "not_utf8"},
		"too large":        {strings.Repeat(" ", MaxYearBytes+1), "days", "too_large"},
		"no year":          {`{"version":"v","days":[]}`, "year", "bad_year"},
		"no version":       {`{"year":2027,"days":[` + good + `]}`, "version", "missing"},
		"no holidays":      {day(``), "days", "no_holidays"},
		"bad date":         {day(`{"date":"2027-02-30","kind":"weekend"}`), "date", "bad_date"},
		"other year":       {day(`{"date":"2026-12-31","kind":"workday"}`), "date", "not_in_year"},
		"unknown kind":     {day(`{"date":"2027-01-01","kind":"holiday"}`), "kind", "bad_kind"},
		"make-up on a Fri": {day(`{"date":"2027-01-01","kind":"makeup_workday","name_zh":"元旦"}`), "kind", "contradicts_weekday"},
		"no name":          {day(`{"date":"2027-01-01","kind":"statutory_holiday"}`), "name_zh", "missing"},
		"twice":            {day(good + "," + good), "date", "duplicate"},
	} {
		_, err := ParseYear([]byte(c.text))
		var wrong FieldErrors
		if !errors.As(err, &wrong) || wrong[0].Field != c.field || wrong[0].Code != c.code {
			t.Errorf("%s: %v, want %s %s", name, err, c.field, c.code)
		}
	}
	_, err := ParseYear([]byte(day(`{"date":"x"},` + good + `,{"date":"2027-01-02","kind":"y"}`)))
	var wrong FieldErrors
	if !errors.As(err, &wrong) || len(wrong) != 2 || wrong[0].Row != 1 || wrong[1].Row != 3 {
		t.Errorf("every wrong row is named: %v", err)
	}
}

func TestParseYearCSV(t *testing.T) {
	year, err := ParseYearCSV([]byte("\xef\xbb\xbfdate,kind,name_zh,name_en\r\n2027/1/1,statutory_holiday,元旦,New Year's Day\r\n2027-01-02,makeup_workday,元旦,\r\n"), "typed in")
	if err != nil {
		t.Fatal(err)
	}
	if s := year.Days[mustDay(t, "2027-01-02")]; year.Year != 2027 || year.Version != "typed in" || s.Kind != MakeupWorkday || s.NameEn != "元旦" {
		t.Errorf("%+v", year)
	}
	for text, code := range map[string]string{
		"": "bad_header", "a,b\n": "bad_header", "date,kind,name_zh,name_en\n2027-01-01,weekend\n": "not_csv",
		"date,kind,name_zh,name_en\n": "bad_year",
	} {
		var wrong FieldErrors
		if _, err := ParseYearCSV([]byte(text), "v"); !errors.As(err, &wrong) || wrong[0].Code != code {
			t.Errorf("%q: %v, want %s", text, err, code)
		}
	}
}

func TestYearSurvivesJSON(t *testing.T) {
	for _, year := range Official().Years() {
		text, err := json.Marshal(year)
		if err != nil {
			t.Fatal(err)
		}
		again, err := ParseYear(text)
		if err != nil || len(again.Days) != len(year.Days) || again.Version != year.Version {
			t.Errorf("%d: %v", year.Year, err)
		}
	}
}

func FuzzParseYear(f *testing.F) {
	text, _ := officialData.ReadFile("data/2026.json")
	f.Add(text)
	f.Add([]byte(`{"year":2027,"version":"v","days":[{"date":"2027-01-01","kind":"statutory_holiday","name_zh":"元旦","name_en":""}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		year, err := ParseYear(text)
		if err != nil {
			return
		}
		again, err := json.Marshal(year)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ParseYear(again); err != nil && len(again) <= MaxYearBytes {
			t.Fatalf("what was read cannot be read again: %v", err)
		}
		for day := range year.Days {
			if day.Year() != year.Year {
				t.Fatalf("%s is not in %d", day, year.Year)
			}
		}
	})
}

func FuzzParseYearCSV(f *testing.F) {
	f.Add([]byte("date,kind,name_zh,name_en\n2027/1/1,statutory_holiday,元旦,New Year's Day\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if year, err := ParseYearCSV(text, "v"); err == nil && !year.hasStatutoryHoliday() {
			t.Fatal("accepted a year without holidays")
		}
	})
}

func TestDay(t *testing.T) {
	for _, bad := range []string{"", "2026-2-3", "2026-02-30", "20260203", "2026-02-03 ", "0001-01-01", "9999-01-01"} {
		if _, err := ParseDay(bad); !errors.Is(err, ErrDay) {
			t.Errorf("%q accepted", bad)
		}
	}
	// 17:30 UTC is 01:30 of the next day in China.
	if got := DayOf(time.Date(2026, 3, 10, 17, 30, 0, 0, time.UTC)).String(); got != "2026-03-11" {
		t.Error(got)
	}
	if d := mustDay(t, "2024-02-28"); d.AddDays(2).String() != "2024-03-01" || d.DaysUntil(d.AddDays(-400)) != -400 {
		t.Error("leap year arithmetic")
	}
	var d Day
	if err := json.Unmarshal([]byte(`"2026-03-10"`), &d); err != nil || d.String() != "2026-03-10" {
		t.Errorf("%v %v", d, err)
	}
	if err := json.Unmarshal([]byte(`"10.3.2026"`), &d); err == nil {
		t.Error("accepted another form")
	}
}

func TestClockTime(t *testing.T) {
	for _, bad := range []string{"", "5:00", "24:01", "17:60", "17:00:00", "17.00"} {
		if _, err := ParseClockTime(bad); !errors.Is(err, ErrClockTime) {
			t.Errorf("%q accepted", bad)
		}
	}
	for _, good := range []string{"00:00", "17:05", "24:00"} {
		if c, err := ParseClockTime(good); err != nil || c.String() != good {
			t.Errorf("%q: %v %v", good, c, err)
		}
	}
}

func mustDay(t testing.TB, text string) Day {
	t.Helper()
	day, err := ParseDay(text)
	if err != nil {
		t.Fatal(err)
	}
	return day
}
