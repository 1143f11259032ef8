package regulation

import (
	"slices"
	"time"

	"huidan/internal/calendar"
	"huidan/internal/region"
)

var clause2_2 = Clause{Number: "2.2", Obligations: []Obligation{
	{ID: "2.2-a", Actor: Technician, Kind: Guard, Mark: Regulation},
	{ID: "2.2-b", Actor: Technician, Kind: Flag, Mark: Regulation, KPI: true},
	{ID: "2.2-c", Actor: Technician, Kind: Flag, Mark: Regulation, KPI: true},
	{ID: "2.2-d", Actor: Technician, Kind: Flag, Mark: Regulation, KPI: true},
}}

// arrivalLimits are the numbers of 2.2-b, 2.2-c and 2.2-d: three days, one
// week, ten days.
var arrivalLimits = map[region.Class]dated[calendar.Limit]{
	region.HomeProvince:  {{value: calendar.Limit{Days: 3}}},
	region.OtherProvince: {{value: calendar.Limit{Days: 7}}},
	region.Remote:        {{value: calendar.Limit{Days: 10}}},
}

// arrivalObligations says which of the three applies.
var arrivalObligations = map[region.Class]string{
	region.HomeProvince: "2.2-b", region.OtherProvince: "2.2-c", region.Remote: "2.2-d",
}

// ArrivalObligation returns the ID of the obligation for a region class; false
// for special, for which the regulation states no limit.
func ArrivalObligation(class region.Class) (string, bool) {
	id, ok := arrivalObligations[class]
	return id, ok
}

// ArrivalFacts are the instants the clocks of clause 2.2 may start from. Those
// that have not happened are zero.
type ArrivalFacts struct {
	TakenAt, AssignedAt, AcceptedAt time.Time
	Class                           region.Class
	Safety                          bool // a safety or injury case (EC-16)
	// Commitment is the contract's own response time, nil if there is none
	// valid for this customer, site or product (EC-24).
	Commitment *Commitment
}

// Commitment is a response time promised in a contract.
type Commitment struct {
	Reference string // contract number and clause
	Limit     calendar.Limit
	Policy    calendar.Policy
	// ServiceHours, if set, are the hours of the day in which a limit in hours
	// is counted; nil is round the clock.
	ServiceHours *calendar.WorkingHours
	Start        string // assigned, accepted or taken
	// SlowerApproved: contract review approved a limit longer than that of the
	// regulation.
	SlowerApproved bool
}

// DueSource says which limit decided, in the order of clauses.md 3.6.
type DueSource string

// The sources. SourceNone asks for a date by hand with an approver (EC-21).
const (
	SourceSafety     DueSource = "safety"
	SourceContract   DueSource = "contract"
	SourceRegulation DueSource = "regulation"
	SourceNone       DueSource = "none"
)

// ArrivalDates is the outcome of ArrivalDue.
type ArrivalDates struct {
	Source DueSource
	// Due decides; nil if Source is SourceNone or its clock has not started.
	Due *calendar.Result
	// ByRegulation is the date of clause 2.2 where another one decides, shown
	// beside it; nil for region class special.
	ByRegulation *calendar.Result
	// Customer is the same limit counted from taken_at: the customer's clock,
	// always shown.
	Customer *calendar.Result
}

// ArrivalDue returns when the technician is due on site: a company limit for
// safety cases first, then the contract, then clause 2.2 (clauses.md 3.6).
func ArrivalDue(f ArrivalFacts, s Settings, cal calendar.Calendar) ArrivalDates {
	cal = s.days(cal)
	var dates ArrivalDates
	decide := func(source DueSource, start string, due func(time.Time) calendar.Result) {
		dates.Source = source
		dates.Due = f.dueFrom(start, source, due)
		dates.Customer = f.dueFrom("taken", source, due)
	}
	byRegulation, classed := f.byRegulation(s, cal)
	if classed {
		dates.ByRegulation = f.dueFrom(s.Arrival.Start, SourceRegulation, byRegulation)
	}
	switch {
	case f.Safety && s.Arrival.SafetyHours > 0:
		decide(SourceSafety, s.Arrival.Start, func(start time.Time) calendar.Result {
			return calendar.Due(start, calendar.Limit{Hours: s.Arrival.SafetyHours}, calendar.PolicyElapsedHours, cal)
		})
	case f.contractDecides(dates.ByRegulation, s, cal):
		decide(SourceContract, f.Commitment.Start, f.byContract(cal))
	case classed:
		decide(SourceRegulation, s.Arrival.Start, byRegulation)
	default:
		dates.Source = SourceNone
	}
	return dates
}

// byRegulation counts the limit of the region class; false for special.
func (f ArrivalFacts) byRegulation(s Settings, cal calendar.Calendar) (func(time.Time) calendar.Result, bool) {
	limits, classed := arrivalLimits[f.Class]
	return func(start time.Time) calendar.Result {
		limit := limits.on(calendar.DayOf(start))
		if f.Class == region.OtherProvince {
			limit.WorkingDays = s.DeadlinePolicy.WeekWorkingDays
		}
		return calendar.Due(start, limit, s.DeadlinePolicy.Count, cal)
	}, classed
}

func (f ArrivalFacts) byContract(cal calendar.Calendar) func(time.Time) calendar.Result {
	c := f.Commitment
	return func(start time.Time) calendar.Result {
		if c.ServiceHours != nil && c.Limit.Hours > 0 {
			return calendar.WorkingMinutesAfter(start, c.Limit.Hours*60, *c.ServiceHours, cal)
		}
		return calendar.Due(start, c.Limit, c.Policy, cal)
	}
}

// contractDecides tells whether the commitment replaces clause 2.2: always if
// it is not slower, else only if that was approved. As long as the two
// cannot be compared because a clock has not started, a slower one is not
// ruled out and the regulation decides.
func (f ArrivalFacts) contractDecides(byRegulation *calendar.Result, s Settings, cal calendar.Calendar) bool {
	if f.Commitment == nil {
		return false
	}
	if _, classed := arrivalLimits[f.Class]; !classed {
		return true
	}
	if f.Commitment.SlowerApproved && s.Arrival.SlowerContract == "approval" {
		return true
	}
	byContract := f.dueFrom(f.Commitment.Start, SourceContract, f.byContract(cal))
	return byContract != nil && byRegulation != nil && !byContract.Due.After(byRegulation.Due)
}

// dueFrom counts from the start event and says so in the first step; nil if
// the event has not happened.
func (f ArrivalFacts) dueFrom(event string, source DueSource, due func(time.Time) calendar.Result) *calendar.Result {
	start := map[string]time.Time{"taken": f.TakenAt, "accepted": f.AcceptedAt, "assigned": f.AssignedAt}[event]
	if start.IsZero() {
		return nil
	}
	result := due(start)
	first := calendar.Step{Code: "regulation.step.arrival_" + string(source), Args: map[string]string{
		"class": "region.class." + string(f.Class), "event": "regulation.option." + event,
	}}
	if source == SourceContract {
		first.Args["reference"] = f.Commitment.Reference
	}
	result.Steps = slices.Insert(result.Steps, 0, first)
	return &result
}
