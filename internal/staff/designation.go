package staff

import (
	"context"
	"slices"
	"time"

	"huidan/internal/act"
	"huidan/internal/calendar"
)

// Function is what a person is designated for.
type Function string

// The functions of the three 专人.
const (
	ForComplaints Function = "complaint" // 2.1
	ForSurveys    Function = "survey"    // 4.1
	ForFeedback   Function = "feedback"  // 4.3
)

// Functions lists the functions in the order of the regulation.
var Functions = []Function{ForComplaints, ForSurveys, ForFeedback}

// Obligation is the clause that demands a designated person for the function.
func (f Function) Obligation() string {
	return map[Function]string{ForComplaints: "2.1-a", ForSurveys: "4.1-a", ForFeedback: "4.3-a"}[f]
}

// noEnd stands for the last day of what goes on until further notice.
const noEnd = "9999-12-31"

// Designation is a person named for a function from day to day, with deputies.
type Designation struct {
	ID           string
	Function     Function
	PersonID     string
	Deputies     []string // in the order in which they are asked
	FromDay      string
	ToDay        string // last day in force; empty: until further notice
	Lead         bool
	DesignatedBy string
	DocumentRef  string
	EndReason    string
	Version      int64
}

// last is the last day in force, comparable as text.
func (d Designation) last() string {
	if d.ToDay == "" {
		return noEnd
	}
	return d.ToDay
}

// On says whether the designation is in force on a day.
func (d Designation) On(day string) bool { return d.FromDay <= day && day <= d.last() }

const selectDesignation = `SELECT g.id, g.function, g.person_id, g.from_day, COALESCE(g.to_day, ''),
	CASE WHEN g.lead_at IS NULL THEN 0 ELSE 1 END, g.designated_by, g.document_ref, g.end_reason, g.version FROM designation g `

func scanDesignation(s act.Scanner) (d Designation, err error) {
	lead := 0
	err = s.Scan(&d.ID, &d.Function, &d.PersonID, &d.FromDay, &d.ToDay, &lead, &d.DesignatedBy, &d.DocumentRef, &d.EndReason, &d.Version)
	d.Lead = lead == 1
	return d, err
}

// designations gives those of a condition with their deputies.
func designations(ctx context.Context, r Reader, where string, args ...any) ([]Designation, error) {
	rows, err := r.Query(ctx, selectDesignation+where, args...)
	list, err := act.Collect(rows, err, scanDesignation)
	if err != nil || len(list) == 0 {
		return list, err
	}
	at := map[string]int{}
	ids := make([]string, len(list))
	for i, d := range list {
		ids[i], at[d.ID] = d.ID, i
	}
	rows, err = r.Query(ctx, "SELECT designation_id, person_id FROM designation_deputy WHERE designation_id IN ("+
		act.Marks(len(ids))+") ORDER BY designation_id, place", act.Anys(ids)...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id, person string
		if err := rows.Scan(&id, &person); err != nil {
			return nil, err
		}
		list[at[id]].Deputies = append(list[at[id]].Deputies, person)
	}
	return list, rows.Err()
}

func designationByID(ctx context.Context, r Reader, id string) (d Designation, found bool, err error) {
	list, err := designations(ctx, r, "WHERE g.id = ?", id)
	if err != nil || len(list) == 0 {
		return d, false, err
	}
	return list[0], true, nil
}

// inForce lists the designations of a function on a day, the lead first. There
// is one lead: the one made lead last; without any, the longest in office.
func inForce(ctx context.Context, r Reader, function Function, day string) ([]Designation, error) {
	list, err := designations(ctx, r, `WHERE g.function = ? AND g.from_day <= ? AND COALESCE(g.to_day, '9999-12-31') >= ?
		ORDER BY CASE WHEN g.lead_at IS NULL THEN 1 ELSE 0 END, g.from_day, g.id`, string(function), day, day)
	if err != nil {
		return nil, err
	}
	leads := 0
	for leads < len(list) && list[leads].Lead {
		leads++
	}
	if leads > 1 {
		list[0], list[leads-1] = list[leads-1], list[0]
	}
	return list, nil
}

// gap gives the first day from first to last that none of the designations covers.
func gap(list []Designation, first, last calendar.Day) (calendar.Day, bool) {
	for d := first; !d.After(last); {
		reach := calendar.Day{}
		for _, g := range list {
			if end, err := calendar.ParseDay(min(g.last(), "9998-12-31")); err == nil && g.On(d.String()) && (reach.IsZero() || end.After(reach)) {
				reach = end
			}
		}
		if reach.IsZero() {
			return d, true
		}
		d = reach.AddDays(1)
	}
	return calendar.Day{}, false
}

// State says who attends to a function on a day.
type State string

// The states of a function.
const (
	Attended   State = "attended"   // the lead is there
	Deputised  State = "deputised"  // a deputy or another designee acts for him
	Unattended State = "unattended" // designated, but nobody of them is there
	Vacant     State = "vacant"     // nobody is designated: the obligation is not met
)

// Attendance is who attends to a function on a day.
type Attendance struct {
	Function Function
	State    State
	LeadID   string // empty when vacant
	ActingID string // who attends; the lead himself when nobody is there
	// Until is the last day up to which somebody is designated without a gap;
	// empty when there is no end to it.
	Until string
}

// AttendanceAt finds out who attends to a function on the day of a time.
func AttendanceAt(ctx context.Context, r Reader, function Function, at time.Time) (Attendance, error) {
	today := calendar.DayOf(at)
	a := Attendance{Function: function, State: Vacant}
	list, err := inForce(ctx, r, function, today.String())
	if err != nil || len(list) == 0 {
		return a, err
	}
	a.LeadID, a.ActingID, a.State = list[0].PersonID, list[0].PersonID, Unattended
	order := []string{list[0].PersonID}
	order = append(order, list[0].Deputies...)
	for _, d := range list[1:] {
		order = append(append(order, d.PersonID), d.Deputies...)
	}
	there, err := present(ctx, r, order, today.String())
	if err != nil {
		return a, err
	}
	if i := slices.IndexFunc(order, func(id string) bool { return there[id] }); i >= 0 {
		a.ActingID, a.State = order[i], Deputised
	}
	if there[a.LeadID] {
		a.State = Attended
	}
	all, err := designations(ctx, r, "WHERE g.function = ? AND COALESCE(g.to_day, '9999-12-31') >= ?", string(function), today.String())
	if first, found := gap(all, today, calendar.Date(9998, time.December, 31)); found {
		a.Until = first.AddDays(-1).String()
	}
	return a, err
}

// present says which of these people are enabled and not away on a day.
func present(ctx context.Context, r Reader, ids []string, day string) (map[string]bool, error) {
	ids = unique(ids)
	args := append(act.Anys(ids), day, day)
	rows, err := r.Query(ctx, `SELECT p.id FROM person p WHERE p.id IN (`+act.Marks(len(ids))+`) AND p.disabled_at IS NULL AND NOT EXISTS
		(SELECT 1 FROM absence b WHERE b.person_id = p.id AND b.cancelled_at IS NULL AND b.from_day <= ? AND b.to_day >= ?)`, args...)
	list, err := act.Collect(rows, err, func(s act.Scanner) (id string, err error) { return id, s.Scan(&id) })
	there := map[string]bool{}
	for _, id := range list {
		there[id] = true
	}
	return there, err
}

// OfficerAt gives the person who attends to a function at a time: the lead,
// else his first deputy who is there, else another designee. Nobody being
// there, it is the lead himself; found is false when nobody is designated.
func OfficerAt(ctx context.Context, r Reader, function Function, at time.Time) (p Person, found bool, err error) {
	a, err := AttendanceAt(ctx, r, function, at)
	if err != nil || a.State == Vacant {
		return p, false, err
	}
	return PersonByID(ctx, r, a.ActingID)
}
