package staff

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/route"
)

// QualificationRow is a qualification as lists show it.
type QualificationRow struct {
	ID            string    `json:"id"`
	Person        Ref       `json:"person"`
	Department    *Ref      `json:"department,omitempty"`
	Family        string    `json:"family"`
	Skill         string    `json:"skill"`
	Level         string    `json:"level"`
	CertificateNo string    `json:"certificate_no"`
	Issuer        string    `json:"issuer"`
	ValidFrom     string    `json:"valid_from"`
	ValidTo       string    `json:"valid_to,omitempty"`
	Statutory     Statutory `json:"statutory,omitempty"`
	FileID        string    `json:"file_id,omitempty"`
	EndedOn       string    `json:"ended_on,omitempty"`
	EndReason     string    `json:"end_reason,omitempty"`
	State         string    `json:"state" enum:"future,valid,expiring,expired,ended"`
	MayEnd        bool      `json:"may_end"`
	Version       int64     `json:"version"`

	lastDay string // as kept, for the cursor
}

// expiringDays is how long before its last day a qualification shows as expiring.
const expiringDays = 60

type qualificationQuery struct {
	Paging
	Q              string `query:"q" maxLength:"100" doc:"Person or product family"`
	PersonID       string `query:"person_id" maxLength:"40"`
	Family         string `query:"family" maxLength:"60"`
	Statutory      string `query:"statutory" enum:"electrician,pressure_vessel,lift,gas,other"`
	ExpiringBefore string `query:"expiring_before" format:"date" doc:"Last valid day before that day, also long ago; not withdrawn"`
	ValidOn        string `query:"valid_on" format:"date" doc:"Counts on that day (2.3-a)"`
	Ended          bool   `query:"ended" doc:"Withdrawn ones too"`
}

const qualificationRowColumns = qualificationColumns + `, c.name, COALESCE(c.department_id, ''), COALESCE(d.name, ''), q.valid_to
	FROM qualification q JOIN person c ON c.id = q.person_id LEFT JOIN department d ON d.id = c.department_id `

func scanQualificationRow(s *act.Sight) func(act.Scanner) (QualificationRow, error) {
	day := calendar.DayOf(s.Now())
	return func(r act.Scanner) (QualificationRow, error) {
		var q Qualification
		var department Ref
		var name, lastDay string
		err := r.Scan(append(q.dest(), &name, &department.ID, &department.Name, &lastDay)...)
		row := QualificationRow{ID: q.ID, Person: Ref{q.PersonID, name}, Family: q.Family, Skill: q.Skill, Level: q.Level,
			CertificateNo: q.CertificateNo, Issuer: q.Issuer, ValidFrom: q.ValidFrom, ValidTo: q.ValidTo, Statutory: q.Statutory,
			FileID: q.FileID, EndedOn: q.EndedOn, EndReason: q.EndReason, State: q.state(day), Version: q.Version, lastDay: lastDay,
			MayEnd: q.EndedOn == "" && allowed(s, "staff.end_qualification", q.PersonID, department.ID)}
		if department.ID != "" {
			row.Department = &department
		}
		return row, err
	}
}

func (q Qualification) state(day calendar.Day) string {
	switch {
	case q.EndedOn != "" && q.EndedOn <= day.String():
		return "ended"
	case q.ValidTo != "" && q.ValidTo < day.String():
		return "expired"
	case q.ValidFrom > day.String():
		return "future"
	case q.ValidTo != "" && q.ValidTo < day.AddDays(expiringDays).String():
		return "expiring"
	}
	return "valid"
}

// seeQualifications lists qualifications, the first to expire first.
func seeQualifications(ctx context.Context, s *act.Sight, q *qualificationQuery) (page route.Page[QualificationRow], err error) {
	start, err := q.start("", "")
	if err != nil {
		return page, err
	}
	where := condition{args: start}
	pattern := like(q.Q)
	where.and(pattern != "", "(c.find LIKE ? OR q.family_folded LIKE ?)", pattern, pattern)
	where.and(q.PersonID != "", "q.person_id = ?", q.PersonID)
	where.and(q.Family != "", "q.family_folded = ?", act.FoldCode(q.Family))
	where.and(q.Statutory != "", "q.statutory = ?", q.Statutory)
	where.and(q.ExpiringBefore != "", "q.valid_to < ? AND q.ended_on IS NULL", q.ExpiringBefore)
	where.and(q.ValidOn != "", "q.valid_from <= ? AND q.valid_to >= ? AND COALESCE(q.ended_on, '9999-12-31') > ? AND c.disabled_at IS NULL",
		q.ValidOn, q.ValidOn, q.ValidOn)
	where.and(!q.Ended && q.ValidOn == "", "COALESCE(q.ended_on, '9999-12-31') > ?", today(s))
	rows, err := s.Query(ctx, "SELECT "+qualificationRowColumns+"WHERE {visible} AND (q.valid_to, q.id) > (?, ?)"+where.text+
		" ORDER BY q.valid_to, q.id LIMIT ?", append(where.args, q.Limit+1)...)
	list, err := act.Collect(rows, err, scanQualificationRow(s))
	page.Items, page.Next = cut(list, q.Limit, func(r QualificationRow) []string { return []string{r.lastDay, r.ID} })
	return page, err
}

func qualificationsOfPage(ctx context.Context, s *act.Sight, personID string) ([]QualificationRow, error) {
	rows, err := s.Detail(ctx, "SELECT "+qualificationRowColumns+"WHERE q.person_id = ? ORDER BY q.valid_to DESC, q.id", personID)
	return act.Collect(rows, err, scanQualificationRow(s))
}
