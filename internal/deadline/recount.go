package deadline

import (
	"context"
	"strconv"
	"strings"
	"time"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/regulation"
)

// countAgain counts a clock with another calendar, as its own explanation says
// it was counted: so many working days, minutes of working time, days moved off
// a day of rest, or the same day. ok is false when it needs no calendar.
func countAgain(c Clock, settings regulation.Settings, cal calendar.Calendar) (due calendar.Result, ok bool) {
	start, prefix := startOf(c)
	if c.Origin == Regulation && !settings.DeadlinePolicy.CompanyDaysExtend {
		cal = cal.WithoutCompanyDays() // EC-19
	}
	if minutes, found := argument(c.Explain, "working_minutes_counted", "minutes"); found {
		due = calendar.WorkingMinutesAfter(start, minutes, settings.Organisation.WorkingHours, cal)
	} else if days, found := argument(c.Explain, "working_days_counted", "days"); found {
		due = calendar.WorkingDaysAfter(start, days, cal)
	} else if days, found := argument(c.Explain, "days_counted", "days"); found {
		due = calendar.Due(start, calendar.Limit{Days: days}, calendar.PolicyCalendarRollover, cal)
	} else if len(c.MissingYears) > 0 {
		due = regulation.ClassifyDue(start, settings, cal)
	} else {
		return due, false
	}
	due.Steps = append(prefix, due.Steps...)
	return due, true
}

// startOf gives the instant the clock was counted from and the steps said
// before it, such as that the matter was reclassified. Counting may start
// earlier than the clock: from arrival instead of taking in.
func startOf(c Clock) (start time.Time, prefix []calendar.Step) {
	for i, step := range c.Explain {
		if step.Code != "start" {
			continue
		}
		at, err := time.ParseInLocation("2006-01-02 15:04", step.Args["at"], calendar.Zone)
		if err != nil || at.Equal(c.StartedAt.Truncate(time.Minute)) {
			at = c.StartedAt // to the millisecond
		}
		return at, c.Explain[:i:i]
	}
	return c.StartedAt, nil
}

// argument finds the number in a step of the explanation.
func argument(steps []calendar.Step, code, name string) (int, bool) {
	for _, step := range steps {
		if step.Code == code {
			n, err := strconv.Atoi(strings.TrimSpace(step.Args[name]))
			return n, err == nil
		}
	}
	return 0, false
}

// settingsByEdition gives a way to the settings that were in force under an
// edition: a case keeps what it was judged by.
func settingsByEdition(ctx context.Context, tx *act.Tx) (func(edition string) regulation.Settings, error) {
	rows, err := tx.Query(ctx, `SELECT e.id, e.kind, e.body FROM rule_edition e ORDER BY e.valid_from, e.id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	at := map[string]regulation.Settings{shipped: regulation.Defaults()}
	rules := Rules{Settings: regulation.Defaults(), Calendar: calendar.Official()}
	for rows.Next() {
		var id, kind, body string
		if err := rows.Scan(&id, &kind, &body); err != nil {
			return nil, err
		}
		if err := rules.apply(id, kind, body); err != nil {
			return nil, err
		}
		at[id] = rules.Settings
	}
	return func(edition string) regulation.Settings {
		if s, known := at[edition]; known {
			return s
		}
		return rules.Settings
	}, rows.Err()
}
