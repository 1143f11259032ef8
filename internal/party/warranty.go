package party

import (
	"time"

	"huidan/internal/calendar"
)

// WarrantyEnd gives the last day of a warranty of so many months from delivery.
// As the Civil Code counts periods by months (arts. 201 and 202): the day of
// delivery does not count, the period ends with the corresponding day of its
// last month, and with that month's last day where there is none.
func WarrantyEnd(delivered calendar.Day, months int64) calendar.Day {
	const monthsOfYear = 12
	n := int64(delivered.Year())*monthsOfYear + int64(delivered.Month()) - 1 + months
	year, month := int(n/monthsOfYear), time.Month(n%monthsOfYear+1)
	lastOfMonth := calendar.Date(year, month+1, 0).DayOfMonth()
	return calendar.Date(year, month, min(delivered.DayOfMonth(), lastOfMonth))
}

// Warranty says how a unit stands on a day.
type Warranty struct {
	To string `json:"warranty_to,omitempty" doc:"Last day of the warranty period"`
	// In is nil when no warranty day is known: nothing is claimed then.
	In       *bool  `json:"in_warranty,omitempty" doc:"Absent when no warranty day is known"`
	DaysLeft *int64 `json:"warranty_days_left,omitempty" doc:"Negative after the end"`
}

// WarrantyOn gives the warranty of a unit as it stands on a day; the last day
// still counts.
func (r UnitRecord) WarrantyOn(day calendar.Day) Warranty {
	end, err := calendar.ParseDay(r.WarrantyTo)
	if err != nil {
		return Warranty{}
	}
	left := int64(day.DaysUntil(end))
	in := left >= 0
	return Warranty{To: r.WarrantyTo, In: &in, DaysLeft: &left}
}
