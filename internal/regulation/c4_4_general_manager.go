package regulation

import (
	"strconv"
	"time"

	"huidan/internal/calendar"
)

var clause4_4 = Clause{Number: "4.4", Obligations: []Obligation{
	{ID: "4.4-a", Actor: SalesDept, Kind: Flag, Mark: Regulation, KPI: true},
	{ID: "4.4-b", Actor: SalesDept, Kind: Flag, Mark: Regulation, KPI: true},
}}

// SeverityFacts are what a proposal for the severity is made from (EC-16).
type SeverityFacts struct {
	InjuryOrHealth        bool // injury, or a threat to health
	FireShockOrPressure   bool // fire, explosion, electric shock, pressure
	PropertyDamageFen     int64
	BatchFailureUnits     int  // units of the batch with the same failure within the window, this one included
	BatchFailureCustomers int  // customers they belong to
	OutsideInvolved       bool // regulator, press or lawyer
	ProductionStopped     bool // of a key customer
	NthSameSymptom        int  // complaints with this symptom on this unit, this one included
}

// SeverityReason is why a complaint is proposed as serious; its text has the
// key regulation.severity.<Code>.
type SeverityReason struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"`
}

// SeverityProposal returns every reason to call the complaint serious; none
// means no proposal. A person decides (4.4-a, Q-11).
func SeverityProposal(f SeverityFacts, s Settings) []SeverityReason {
	var reasons []SeverityReason
	add := func(holds bool, code string, count int) {
		if !holds {
			return
		}
		reason := SeverityReason{Code: code}
		if count > 0 {
			reason.Args = map[string]string{"count": strconv.Itoa(count)}
		}
		reasons = append(reasons, reason)
	}
	add(f.InjuryOrHealth, "injury_or_health", 0)
	add(f.FireShockOrPressure, "fire_shock_or_pressure", 0)
	add(f.PropertyDamageFen > s.Serious.PropertyDamageFen, "property_damage", 0)
	add(f.BatchFailureUnits >= s.Serious.SameFailureUnits, "batch_units", f.BatchFailureUnits)
	add(f.BatchFailureCustomers >= s.Serious.SameFailureParties, "batch_customers", f.BatchFailureCustomers)
	add(f.OutsideInvolved, "outside_involved", 0)
	add(f.ProductionStopped, "production_stopped", 0)
	add(f.NthSameSymptom >= s.Serious.RepeatCount, "repeated", f.NthSameSymptom)
	return reasons
}

// BatchWindow returns the days within which failures of a batch count together
// (EC-16), from the first of them to the day of takenAt.
func BatchWindow(takenAt time.Time, s Settings) (from, to calendar.Day) {
	to = calendar.DayOf(takenAt)
	return to.AddDays(-s.Serious.BatchWindowDays), to
}

// GMReportDue returns when the report to the general manager is due (4.4-a,
// the same day, or some hours for safety and injury, whichever is first.
func GMReportDue(becameSeriousAt time.Time, safety bool, s Settings, cal calendar.Calendar) calendar.Result {
	due := calendar.SameDay(becameSeriousAt, nil, cal)
	if !safety {
		return due
	}
	hours := calendar.Due(becameSeriousAt, calendar.Limit{Hours: s.Promptly.SafetyReportHours}, calendar.PolicyElapsedHours, cal)
	if hours.Due.Before(due.Due) {
		return hours
	}
	return due
}
