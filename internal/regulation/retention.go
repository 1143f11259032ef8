package regulation

import (
	"time"

	"huidan/internal/calendar"
)

// KeepUntil returns the last day a record is kept (Q-21, EC-35): so many years
// after file closing, longer for own quality, safety and injury. After it the
// personal data are anonymised; a record under legal hold is kept regardless.
func KeepUntil(fileClosedAt time.Time, ownQuality, safety bool, s Settings) calendar.Day {
	years := s.Retention.Years
	if ownQuality || safety {
		years = max(years, s.Retention.SafetyYears)
	}
	closed := calendar.DayOf(fileClosedAt)
	return calendar.Date(closed.Year()+years, closed.Month(), closed.DayOfMonth())
}
