package insight

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"time"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/lang"
	"huidan/internal/region"
	"huidan/internal/route"
)

// warnFrom is the month from which the coming year must be loaded: the State
// Council publishes the holidays about the end of October.
const warnFrom = time.November

// Calendars are the loaded years.
type Calendars struct {
	Today string         `json:"today" format:"date"`
	Years []CalendarYear `json:"years"`
	// Missing warns of a year that is not loaded although it should be.
	Missing *MissingYear `json:"missing,omitempty"`
}

// MissingYear is a year that is not loaded.
type MissingYear struct {
	Year int    `json:"year"`
	Text string `json:"text"`
}

// CalendarYear is a year with the days that are not what their weekday says.
type CalendarYear struct {
	Year    int           `json:"year"`
	Version string        `json:"version" doc:"Where the data come from"`
	Days    []CalendarDay `json:"days"`
}

// CalendarDay is a holiday, a day off in lieu, a make-up working day or a day
// off of the company's own.
type CalendarDay struct {
	Date   string `json:"date" format:"date"`
	Kind   string `json:"kind" enum:"workday,weekend,statutory_holiday,in_lieu_off,makeup_workday,company_off"`
	Name   string `json:"name"`
	KindIs string `json:"kind_name"`
}

// SeeCalendars gives the years in force.
func SeeCalendars(ctx context.Context, s *act.Sight, _ *route.Nothing) (Calendars, error) {
	language := lang.Of(s.Actor().Language)
	rules, err := deadline.RulesSeen(ctx, s)
	if err != nil {
		return Calendars{}, err
	}
	today := calendar.DayOf(s.Now())
	seen := Calendars{Today: today.String(), Missing: missingYear(language, today, rules.Calendar)}
	for _, y := range rules.Calendar.Years() {
		seen.Years = append(seen.Years, yearIn(language, y))
	}
	return seen, nil
}

func missingYear(language lang.Language, today calendar.Day, loaded calendar.Calendar) *MissingYear {
	wanted := today.Year()
	if loaded.Loaded(wanted) {
		if today.Month() < warnFrom || loaded.Loaded(wanted+1) {
			return nil
		}
		wanted++
	}
	return &MissingYear{Year: wanted, Text: lang.T(language, "deadline.calendar_year_missing", map[string]any{"year": strconv.Itoa(wanted)})}
}

func yearIn(language lang.Language, y calendar.Year) CalendarYear {
	seen := CalendarYear{Year: y.Year, Version: y.Version, Days: []CalendarDay{}}
	days := maps.Clone(y.Days)
	for day, own := range y.CompanyDays {
		if official, ok := days[day]; !ok || official.Kind.Working() {
			days[day] = own
		}
	}
	for _, day := range slices.SortedFunc(maps.Keys(days), calendar.Day.Compare) {
		special := days[day]
		name := special.NameZh
		if language == lang.EN {
			name = special.NameEn
		}
		seen.Days = append(seen.Days, CalendarDay{
			Date: day.String(), Kind: string(special.Kind), Name: name,
			KindIs: lang.T(language, "calendar.kind."+string(special.Kind), nil),
		})
	}
	return seen
}

// Regions are the company's lists behind the region class, in force.
type Regions struct {
	Version   string        `json:"version"`
	Divisions string        `json:"divisions" doc:"Version of the division data"`
	Provinces []RegionRow   `json:"provinces"`
	Listed    []RegionRow   `json:"listed" doc:"Prefectures and counties with a class of their own"`
	Classes   []RegionClass `json:"classes"`
}

// RegionRow is a division with its class.
type RegionRow struct {
	Code  string `json:"code"`
	Name  string `json:"name"`
	Class string `json:"class" enum:"home_province,other_province,remote,special"`
	Why   string `json:"why"`
}

// RegionClass is a class with its name.
type RegionClass struct {
	Class string `json:"class"`
	Name  string `json:"name"`
}

// SeeRegions gives the class of every province and the exceptions.
func SeeRegions(ctx context.Context, s *act.Sight, _ *route.Nothing) (Regions, error) {
	language := lang.Of(s.Actor().Language)
	rules, err := deadline.RulesSeen(ctx, s)
	if err != nil {
		return Regions{}, err
	}
	lists := rules.Regions()
	seen := Regions{Version: lists.Version, Divisions: region.Version}
	for _, class := range region.Classes {
		seen.Classes = append(seen.Classes, RegionClass{string(class), lang.T(language, "region.class."+string(class), nil)})
	}
	for _, d := range region.Provinces() {
		seen.Provinces = append(seen.Provinces, regionRow(language, lists, d.Code))
	}
	for _, listed := range []map[string]region.Class{lists.Prefectures, lists.Counties} {
		for _, code := range slices.Sorted(maps.Keys(listed)) {
			seen.Listed = append(seen.Listed, regionRow(language, lists, code))
		}
	}
	return seen, nil
}

// regionRow resolves a division as a site there would be, so that what is shown
// is what decides.
func regionRow(language lang.Language, lists region.Lists, code string) RegionRow {
	row := RegionRow{Code: code, Name: region.FullName(code)}
	if d, ok := region.Find(code); ok && language == lang.EN && d.NameEn != "" {
		row.Name = d.NameEn
	}
	class, path, err := region.Resolve(lists, region.Site{Division: code})
	if err != nil {
		return row // a code that is in the lists but in no division any more
	}
	row.Class = string(class)
	for _, step := range path {
		if step.Code != "division" && step.Code != "finer_entries_exist" {
			row.Why = storedStep(calendar.Step{Code: step.TextKey(), Args: step.Args}).text(language)
		}
	}
	return row
}
