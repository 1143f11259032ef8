package regulation

import (
	"slices"
	"time"

	"huidan/internal/calendar"
)

var clause2_1 = Clause{Number: "2.1", Obligations: []Obligation{
	{ID: "2.1-a", Actor: Company, Kind: Guard, Mark: Regulation},
	{ID: "2.1-b", Actor: ComplaintOfficer, Kind: Guard, Mark: Regulation},
	{ID: "2.1-c", Actor: Receptionist, Kind: Survey, Mark: Regulation},
	{ID: "2.1-d", Actor: Receptionist, Kind: Flag, Mark: Regulation},
	{ID: "2.1-e", Actor: Receptionist, Kind: Info, Mark: Regulation},
	{ID: "2.1-f", Actor: Receptionist, Kind: Guard, Mark: Implied},
	{ID: "2.1-g", Actor: Receptionist, Kind: Guard, Mark: Regulation},
	{ID: "2.1-h", Actor: Receptionist, Kind: Guard, Mark: Regulation},
	{ID: "2.1-i", Actor: Receptionist, Kind: Guard, Mark: Regulation},
	{ID: "2.1-j", Actor: ComplaintOfficer, Kind: Guard, Mark: Regulation},
	{ID: "2.1-k", Actor: ComplaintOfficer, Kind: Flag, Mark: Regulation},
	{ID: "2.1-l", Actor: Receptionist, Kind: Flag, Mark: Regulation, KPI: true},
	{ID: "2.1-m", Actor: Receptionist, Kind: Flag, Mark: Regulation, KPI: true},
	{ID: "2.1-n", Actor: QualityDept, Kind: Guard, Mark: Regulation},
	{ID: "2.1-o", Actor: QualityDept, Kind: Guard, Mark: Regulation},
	{ID: "2.1-p", Actor: QualityDept, Kind: Guard, Mark: Regulation},
	{ID: "2.1-q", Actor: QualityDept, Kind: Guard, Mark: Regulation},
}}

// channelsAtOnce are taken in as they arrive, so they have no intake lag.
var channelsAtOnce = []string{"phone", "visit"}

// Handover is what the same-day limit of 2.1-l and 2.1-m is counted from.
type Handover struct {
	ArrivedAt time.Time // may be zero if the company counts from taken_at
	TakenAt   time.Time
	// ReclassifiedAt is set if the record became a quality matter only later
	// (EC-01); the limit then starts there.
	ReclassifiedAt time.Time
}

// SameDayHandover returns when the record and the customer's papers are due at
// the quality department (2.1-l, 2.1-m; clauses.md 3.3, Q-04).
func SameDayHandover(h Handover, s Settings, cal calendar.Calendar) calendar.Result {
	start, reason := h.TakenAt, ""
	switch {
	case !h.ReclassifiedAt.IsZero():
		start, reason = h.ReclassifiedAt, "regulation.step.reclassified"
	case s.SameDay.Start == "arrived" && !h.ArrivedAt.IsZero():
		start, reason = h.ArrivedAt, "regulation.step.from_arrival"
	}
	due := calendar.SameDay(start, s.SameDay.Cutoff, s.days(cal))
	if reason != "" {
		due.Steps = slices.Insert(due.Steps, 0, calendar.Step{Code: reason})
	}
	if s.SameDay.Start == "arrived" && reason == "regulation.step.from_arrival" {
		// The strict figure is that of the shipped reading, 24:00 of taken_at.
		due.Strict = calendar.DayOf(h.TakenAt).End()
		due.Shifted = due.Shifted || !due.Strict.Equal(due.Due)
	}
	return due
}

// HandoverReminders returns when the handover is reminded of: at the company's
// hour of the last day and so many minutes before it is due, only instants
// after now, in order, each once.
func HandoverReminders(due calendar.Result, s Settings, now time.Time) []time.Time {
	var at []time.Time
	for _, remind := range []time.Time{
		s.SameDay.RemindAt.On(due.LastDay),
		due.Due.Add(-time.Duration(s.SameDay.RemindBeforeMinutes) * time.Minute),
	} {
		if remind.After(now) && remind.Before(due.Due) {
			at = append(at, remind)
		}
	}
	slices.SortFunc(at, time.Time.Compare)
	return slices.CompactFunc(at, time.Time.Equal)
}

// ClassifyDue returns when quality or not has to be decided (2.1-f): the same
// day, because the handover may depend on it.
func ClassifyDue(takenAt time.Time, s Settings, cal calendar.Calendar) calendar.Result {
	return calendar.SameDay(takenAt, s.SameDay.Cutoff, s.days(cal))
}

// RecordDue returns when the matter has to stand in the record (2.1-d).
func RecordDue(takenAt time.Time, cal calendar.Calendar) calendar.Result {
	return calendar.SameDay(takenAt, nil, cal)
}

// IntakeLagDue returns when what arrived has to be taken in (2.1-b; clauses.md
// 3.3). ok is false for phone and visit, which are taken as they come.
func IntakeLagDue(channel string, arrivedAt time.Time, s Settings, cal calendar.Calendar) (due calendar.Result, ok bool) {
	if slices.Contains(channelsAtOnce, channel) {
		return calendar.Result{}, false
	}
	return calendar.WorkingDaysAfter(arrivedAt, s.Intake.LagWorkingDays, cal), true
}

// OpinionDue returns when the quality department's opinion is due by company
// setting (2.1-p, Q-09): the regulation gives it no limit.
func OpinionDue(receivedAt time.Time, serious bool, s Settings, cal calendar.Calendar) calendar.Result {
	if serious {
		return calendar.Due(receivedAt, calendar.Limit{Hours: s.Analysis.OpinionSeriousHours}, calendar.PolicyElapsedHours, cal)
	}
	return calendar.WorkingDaysAfter(receivedAt, s.Analysis.OpinionWorkingDays, cal)
}

// AcceptanceDue returns when the technician's acceptance is due, in working
// time (2.1-q).
func AcceptanceDue(assignedAt time.Time, s Settings, cal calendar.Calendar) calendar.Result {
	return calendar.WorkingMinutesAfter(assignedAt, s.Arrival.AcceptanceHours*60, s.Organisation.WorkingHours, cal)
}

// FirstContactDue returns when the customer of a non-quality matter is to be
// contacted (2.1-g).
func FirstContactDue(classifiedAt time.Time, s Settings, cal calendar.Calendar) calendar.Result {
	return calendar.WorkingDaysAfter(classifiedAt, s.Negotiation.FirstContactWorkingDays, cal)
}

// NegotiationReviewDue returns when an open negotiation is to be looked at
// again after the last contact or review (2.1-g).
func NegotiationReviewDue(lastAt time.Time, s Settings, cal calendar.Calendar) calendar.Result {
	return calendar.WorkingDaysAfter(lastAt, s.Negotiation.ReviewWorkingDays, cal)
}

// DuplicateWindow returns the days within which an earlier complaint is shown
// as a likely duplicate (2.1-b): from the first of them to the day of takenAt.
func DuplicateWindow(takenAt time.Time, s Settings) (from, to calendar.Day) {
	to = calendar.DayOf(takenAt)
	return to.AddDays(-s.Intake.DuplicateWindowDays), to
}

// RegisterYear returns the year whose register numbers the complaint (EC-18):
// that of taken_at.
func RegisterYear(takenAt time.Time) int { return calendar.DayOf(takenAt).Year() }

// ReopenUntil returns the last day on which a closed complaint is reopened by
// its customer; later it is a new one with a link (EC-17).
func ReopenUntil(closedAt time.Time, s Settings) calendar.Day {
	return calendar.DayOf(closedAt).AddDays(s.Closing.ReopenDays)
}

// AnonymousClosableFrom returns the day from which an anonymous complaint
// without contact may be closed with approval (EC-14).
func AnonymousClosableFrom(takenAt time.Time, s Settings) calendar.Day {
	return calendar.DayOf(takenAt).AddDays(s.Closing.AnonymousDays)
}
