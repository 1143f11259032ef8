package staff

import (
	"context"

	"huidan/internal/act"
)

// DesignationRow is a designation as lists show it.
type DesignationRow struct {
	ID           string   `json:"id"`
	Function     Function `json:"function"`
	Obligation   string   `json:"obligation"`
	Person       Ref      `json:"person"`
	Deputies     []Ref    `json:"deputies"`
	FromDay      string   `json:"from_day"`
	ToDay        string   `json:"to_day,omitempty"`
	Lead         bool     `json:"lead"`
	DesignatedBy Ref      `json:"designated_by"`
	DocumentRef  string   `json:"document_ref"`
	EndReason    string   `json:"end_reason"`
	State        string   `json:"state" enum:"future,current,ended"`
	Version      int64    `json:"version"`
}

// AttendanceRow says who attends to a function today.
type AttendanceRow struct {
	Function   Function `json:"function"`
	Obligation string   `json:"obligation"`
	State      State    `json:"state" enum:"attended,deputised,unattended,vacant"`
	Lead       *Ref     `json:"lead,omitempty"`
	Acting     *Ref     `json:"acting,omitempty"`
	Until      string   `json:"until,omitempty" doc:"Last day somebody is designated without a gap"`
}

// DesignationPage is the list with today's state of each function.
type DesignationPage struct {
	Items      []DesignationRow `json:"items"`
	Attendance []AttendanceRow  `json:"attendance"`
}

type designationQuery struct {
	Function string `query:"function" enum:"complaint,survey,feedback"`
	PersonID string `query:"person_id" maxLength:"40"`
	State    string `query:"state" enum:"current,all" default:"all"`
}

// mostDesignations bounds the list; a company makes a few in a year.
const mostDesignations = 1000

// seeDesignations lists designations, the latest first, and who attends today.
func seeDesignations(ctx context.Context, s *act.Sight, q *designationQuery) (page DesignationPage, err error) {
	r, err := house(ctx, s)
	if err != nil {
		return page, err
	}
	where := condition{text: "WHERE 1 = 1"}
	where.and(q.Function != "", "g.function = ?", q.Function)
	where.and(q.PersonID != "", "g.person_id = ?", q.PersonID)
	where.and(q.State == "current", "COALESCE(g.to_day, '9999-12-31') >= ?", today(s))
	list, err := designations(ctx, r, where.text+" ORDER BY g.from_day DESC, g.id DESC LIMIT ?", append(where.args, mostDesignations)...)
	if err != nil {
		return page, err
	}
	if page.Items, err = designationRows(ctx, s, r, list); err != nil {
		return page, err
	}
	for _, f := range Functions {
		if q.Function != "" && q.Function != string(f) {
			continue
		}
		a, err := AttendanceAt(ctx, r, f, s.Now())
		if err != nil {
			return page, err
		}
		row, err := a.row(ctx, r)
		if err != nil {
			return page, err
		}
		page.Attendance = append(page.Attendance, row)
	}
	return page, nil
}

func (a Attendance) row(ctx context.Context, r Reader) (AttendanceRow, error) {
	row := AttendanceRow{Function: a.Function, Obligation: a.Function.Obligation(), State: a.State, Until: a.Until}
	if a.State == Vacant {
		return row, nil
	}
	names, err := Names(ctx, r, a.LeadID, a.ActingID)
	row.Lead = &Ref{a.LeadID, names[a.LeadID]}
	row.Acting = &Ref{a.ActingID, names[a.ActingID]}
	return row, err
}

// designationRows puts names to designations.
func designationRows(ctx context.Context, s *act.Sight, r Reader, list []Designation) ([]DesignationRow, error) {
	var ids []string
	for _, d := range list {
		ids = append(append(ids, d.PersonID, d.DesignatedBy), d.Deputies...)
	}
	names, err := Names(ctx, r, ids...)
	if err != nil {
		return nil, err
	}
	day := today(s)
	rows := make([]DesignationRow, len(list))
	for i, d := range list {
		rows[i] = DesignationRow{ID: d.ID, Function: d.Function, Obligation: d.Function.Obligation(),
			Person: Ref{d.PersonID, names[d.PersonID]}, FromDay: d.FromDay, ToDay: d.ToDay, Lead: d.Lead,
			DesignatedBy: Ref{d.DesignatedBy, names[d.DesignatedBy]}, DocumentRef: d.DocumentRef, EndReason: d.EndReason,
			State: "current", Version: d.Version}
		switch {
		case d.last() < day || d.last() < d.FromDay:
			rows[i].State = "ended"
		case d.FromDay > day:
			rows[i].State = "future"
		}
		for _, id := range d.Deputies {
			rows[i].Deputies = append(rows[i].Deputies, Ref{id, names[id]})
		}
	}
	return rows, nil
}
