package staff

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/route"
)

// AbsenceRow is an absence as lists show it. Reason and note are empty for
// those who are not to know them.
type AbsenceRow struct {
	ID           string `json:"id"`
	Person       Ref    `json:"person"`
	Department   *Ref   `json:"department,omitempty"`
	FromDay      string `json:"from_day"`
	ToDay        string `json:"to_day"`
	Reason       Reason `json:"reason,omitempty"`
	Note         string `json:"note,omitempty"`
	Cancelled    bool   `json:"cancelled"`
	CancelReason string `json:"cancel_reason,omitempty"`
	MayCancel    bool   `json:"may_cancel"`
	Version      int64  `json:"version"`
}

type absenceQuery struct {
	Paging
	Q            string `query:"q" maxLength:"100" doc:"Person"`
	PersonID     string `query:"person_id" maxLength:"40"`
	DepartmentID string `query:"department_id" maxLength:"40"`
	From         string `query:"from" format:"date" doc:"Away on that day or later"`
	To           string `query:"to" format:"date" doc:"Away on that day or earlier"`
	Cancelled    bool   `query:"cancelled" doc:"Cancelled ones too"`
}

const absenceRowColumns = absenceColumns + `, c.name, COALESCE(c.department_id, ''), COALESCE(d.name, '')
	FROM absence b JOIN person c ON c.id = b.person_id LEFT JOIN department d ON d.id = c.department_id `

// wide lets scanAbsence read a row that goes on behind the absence.
type wide struct {
	act.Scanner
	more []any
}

// Scan reads the columns of the absence and those behind.
func (w wide) Scan(dest ...any) error { return w.Scanner.Scan(append(dest, w.more...)...) }

func scanAbsenceRow(s *act.Sight) func(act.Scanner) (AbsenceRow, error) {
	return func(r act.Scanner) (AbsenceRow, error) {
		var name string
		var department Ref
		b, err := scanAbsence(wide{r, []any{&name, &department.ID, &department.Name}})
		row := AbsenceRow{ID: b.ID, Person: Ref{b.PersonID, name}, FromDay: b.FromDay, ToDay: b.ToDay, Cancelled: !b.CancelledAt.IsZero(), Version: b.Version}
		if department.ID != "" {
			row.Department = &department
		}
		if allowed(s, "staff.see_absence_reasons", b.PersonID, department.ID) {
			row.Reason, row.Note, row.CancelReason = b.Reason, b.Note, b.CancelReason
		}
		row.MayCancel = !row.Cancelled && allowed(s, "staff.cancel_absence", b.PersonID, department.ID)
		return row, err
	}
}

// beyond is later than every day, where an order from the latest begins.
const beyond = "9999-99-99"

// seeAbsences lists absences, the latest first.
func seeAbsences(ctx context.Context, s *act.Sight, q *absenceQuery) (page route.Page[AbsenceRow], err error) {
	start, err := q.start(beyond, "")
	if err != nil {
		return page, err
	}
	where := condition{args: start}
	pattern := like(q.Q)
	where.and(pattern != "", "c.find LIKE ?", pattern)
	where.and(q.PersonID != "", "b.person_id = ?", q.PersonID)
	where.and(q.DepartmentID != "", "c.department_id = ?", q.DepartmentID)
	where.and(q.From != "", "b.to_day >= ?", q.From)
	where.and(q.To != "", "b.from_day <= ?", q.To)
	where.and(!q.Cancelled, "b.cancelled_at IS NULL")
	rows, err := s.Query(ctx, "SELECT "+absenceRowColumns+"WHERE {visible} AND (b.from_day, b.id) < (?, ?)"+where.text+
		" ORDER BY b.from_day DESC, b.id DESC LIMIT ?", append(where.args, q.Limit+1)...)
	list, err := act.Collect(rows, err, scanAbsenceRow(s))
	page.Items, page.Next = cut(list, q.Limit, func(r AbsenceRow) []string { return []string{r.FromDay, r.ID} })
	return page, err
}

func absencesOfPage(ctx context.Context, s *act.Sight, personID string) ([]AbsenceRow, error) {
	rows, err := s.Detail(ctx, "SELECT "+absenceRowColumns+"WHERE b.person_id = ? ORDER BY b.from_day DESC, b.id DESC", personID)
	return act.Collect(rows, err, scanAbsenceRow(s))
}
