package calendar

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// MaxYearBytes is the largest calendar file that is read.
const MaxYearBytes = 256 << 10

// FieldError says what is wrong with one value of an imported calendar year.
// Code is the end of a text key calendar.error.<code>.
type FieldError struct {
	Row   int    // 1 for the first day listed; 0 for the year as a whole
	Field string // date, kind, name_zh, name_en, year, version or days
	Code  string
	Value string
}

// Error returns a message for logs.
func (e FieldError) Error() string {
	return fmt.Sprintf("row %d: %s %q: %s", e.Row, e.Field, e.Value, e.Code)
}

// FieldErrors is everything wrong with an imported year, in the order found.
type FieldErrors []FieldError

// Error returns a message for logs.
func (e FieldErrors) Error() string {
	texts := make([]string, len(e))
	for i, one := range e {
		texts[i] = one.Error()
	}
	return "calendar: " + strings.Join(texts, "; ")
}

type yearFile struct {
	Year    int       `json:"year"`
	Version string    `json:"version"`
	Days    []dayLine `json:"days"`
}

type dayLine struct {
	Date   string `json:"date"`
	Kind   string `json:"kind"`
	NameZh string `json:"name_zh"`
	NameEn string `json:"name_en"`
}

// ParseYear reads a year from JSON of the form
//
//	{"year":2027,"version":"…","days":[{"date":"2027-01-01","kind":"statutory_holiday","name_zh":"元旦","name_en":"New Year's Day"}]}
//
// The error is FieldErrors with everything that is wrong. A file without a
// statutory holiday is refused: it would pass for a loaded year and hide that
// the holidays are missing.
func ParseYear(text []byte) (Year, error) {
	if refused := readable(text); refused != nil {
		return Year{}, refused
	}
	var file yearFile
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&file); err != nil {
		return Year{}, FieldErrors{{Field: "days", Code: "not_json", Value: err.Error()}}
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return Year{}, FieldErrors{{Field: "days", Code: "not_json", Value: "more than one value"}}
	}
	return build(file)
}

// ParseYearCSV reads a year from UTF-8 CSV with the header
// date,kind,name_zh,name_en. The year is that of the first date; dates may
// also be written as a spreadsheet does, 2027/1/1. Errors as ParseYear.
func ParseYearCSV(text []byte, version string) (Year, error) {
	if refused := readable(text); refused != nil {
		return Year{}, refused
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))))
	r.TrimLeadingSpace = true
	rows, err := r.ReadAll()
	if err != nil {
		return Year{}, FieldErrors{{Field: "days", Code: "not_csv", Value: err.Error()}}
	}
	want := []string{"date", "kind", "name_zh", "name_en"}
	if len(rows) == 0 || !slices.Equal(rows[0], want) {
		return Year{}, FieldErrors{{Field: "days", Code: "bad_header", Value: strings.Join(want, ",")}}
	}
	file := yearFile{Version: version}
	for _, row := range rows[1:] {
		date := isoFromSpreadsheet(row[0])
		if day, err := ParseDay(date); err == nil && file.Year == 0 {
			file.Year = day.Year()
		}
		file.Days = append(file.Days, dayLine{date, row[1], row[2], row[3]})
	}
	return build(file)
}

// MarshalJSON writes the form that ParseYear reads.
func (y Year) MarshalJSON() ([]byte, error) {
	file := yearFile{Year: y.Year, Version: y.Version, Days: []dayLine{}}
	for _, days := range []map[Day]Special{y.Days, y.CompanyDays} {
		for _, day := range slices.SortedFunc(maps.Keys(days), Day.Compare) {
			s := days[day]
			file.Days = append(file.Days, dayLine{day.String(), string(s.Kind), s.NameZh, s.NameEn})
		}
	}
	return json.Marshal(file)
}

// UnmarshalJSON reads as ParseYear.
func (y *Year) UnmarshalJSON(text []byte) error {
	parsed, err := ParseYear(text)
	if err != nil {
		return err
	}
	*y = parsed
	return nil
}

func readable(text []byte) error {
	if len(text) > MaxYearBytes {
		return FieldErrors{{Field: "days", Code: "too_large", Value: strconv.Itoa(len(text))}}
	}
	if !utf8.Valid(text) {
		return FieldErrors{{Field: "days", Code: "not_utf8"}}
	}
	return nil
}

func build(file yearFile) (Year, error) {
	year := Year{Year: file.Year, Version: strings.TrimSpace(file.Version), Days: map[Day]Special{}, CompanyDays: map[Day]Special{}}
	var wrong FieldErrors
	if file.Year < 1949 || file.Year > 2200 {
		wrong = append(wrong, FieldError{Field: "year", Code: "bad_year", Value: strconv.Itoa(file.Year)})
	}
	if year.Version == "" {
		wrong = append(wrong, FieldError{Field: "version", Code: "missing"})
	}
	for i, line := range file.Days {
		if e := year.take(line); e.Code != "" {
			e.Row = i + 1
			wrong = append(wrong, e)
		}
	}
	if len(wrong) == 0 && !year.hasStatutoryHoliday() {
		wrong = append(wrong, FieldError{Field: "days", Code: "no_holidays", Value: strconv.Itoa(len(file.Days))})
	}
	if len(wrong) > 0 {
		return Year{}, wrong
	}
	return year, nil
}

// take puts one line into the year; a FieldError without a code means it fits.
func (y *Year) take(line dayLine) FieldError {
	day, err := ParseDay(line.Date)
	if err != nil {
		return FieldError{Field: "date", Code: "bad_date", Value: line.Date}
	}
	if day.Year() != y.Year {
		return FieldError{Field: "date", Code: "not_in_year", Value: line.Date}
	}
	kind := Kind(line.Kind)
	if !slices.Contains(Kinds, kind) {
		return FieldError{Field: "kind", Code: "bad_kind", Value: line.Kind}
	}
	weekend := day.Weekday() == time.Saturday || day.Weekday() == time.Sunday
	if weekend && kind == Workday || !weekend && (kind == Weekend || kind == MakeupWorkday) {
		return FieldError{Field: "kind", Code: "contradicts_weekday", Value: line.Date + " " + line.Kind}
	}
	special := Special{Kind: kind, NameZh: strings.TrimSpace(line.NameZh), NameEn: strings.TrimSpace(line.NameEn)}
	if special.NameZh == "" && kind != Workday && kind != Weekend {
		return FieldError{Field: "name_zh", Code: "missing", Value: line.Date}
	}
	if special.NameEn == "" {
		special.NameEn = special.NameZh
	}
	days := y.Days
	if kind == CompanyOff {
		days = y.CompanyDays
	}
	if _, twice := days[day]; twice {
		return FieldError{Field: "date", Code: "duplicate", Value: line.Date}
	}
	days[day] = special
	return FieldError{}
}

func (y Year) hasStatutoryHoliday() bool {
	for _, s := range y.Days {
		if s.Kind == StatutoryHoliday {
			return true
		}
	}
	return false
}

// isoFromSpreadsheet turns 2027/1/1 into 2027-01-01 and leaves the rest alone.
func isoFromSpreadsheet(text string) string {
	t, err := time.Parse("2006/1/2", strings.TrimSpace(text))
	if err != nil {
		return strings.TrimSpace(text)
	}
	return t.Format(time.DateOnly)
}
