package staff

import (
	"context"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/route"
)

// PersonRow is a person as lists show him.
type PersonRow struct {
	ID         string        `json:"id"`
	Login      string        `json:"login"`
	Name       string        `json:"name"`
	Pinyin     string        `json:"pinyin"`
	Department *Ref          `json:"department,omitempty"`
	Phone      string        `json:"phone"`
	Email      string        `json:"email"`
	Roles      []access.Role `json:"roles"`
	Functions  []Function    `json:"functions" doc:"What he is designated for today"`
	AwayUntil  string        `json:"away_until,omitempty" doc:"Last day of today's absence"`
	DisabledAt *time.Time    `json:"disabled_at,omitempty"`
	Version    int64         `json:"version"`
}

// peopleQuery filters people.
type peopleQuery struct {
	Paging
	Q            string `query:"q" maxLength:"100" doc:"Name, pinyin, initials, login, phone or e-mail"`
	DepartmentID string `query:"department_id" maxLength:"40"`
	Role         string `query:"role" enum:"receptionist,quality_engineer,quality_manager,technician,inspector,salesperson,sales_manager,general_manager,department_head,staff,admin,auditor"`
	State        string `query:"state" enum:"enabled,disabled,all" default:"enabled"`
	AwayOn       string `query:"away_on" format:"date" doc:"Only those away on that day"`
}

const personRowColumns = `c.id, c.login, c.name, c.pinyin, COALESCE(c.department_id, ''), COALESCE(d.name, ''), c.phone, c.email,
	COALESCE(c.disabled_at, 0), c.version, COALESCE((SELECT MAX(b.to_day) FROM absence b WHERE b.person_id = c.id
	AND b.cancelled_at IS NULL AND b.from_day <= ? AND b.to_day >= ?), '')`

func (p *PersonRow) scan(r act.Scanner) error {
	var department Ref
	var disabled int64
	err := r.Scan(&p.ID, &p.Login, &p.Name, &p.Pinyin, &department.ID, &department.Name, &p.Phone, &p.Email, &disabled, &p.Version, &p.AwayUntil)
	if department.ID != "" {
		p.Department = &department
	}
	if disabled > 0 {
		at := act.Time(disabled)
		p.DisabledAt = &at
	}
	return err
}

// seePeople lists people by pinyin.
func seePeople(ctx context.Context, s *act.Sight, q *peopleQuery) (page route.Page[PersonRow], err error) {
	start, err := q.start("", "")
	if err != nil {
		return page, err
	}
	day := today(s)
	where := condition{args: append([]any{day, day}, start...)}
	pattern := like(q.Q)
	where.and(pattern != "", "c.find LIKE ?", pattern)
	where.and(q.DepartmentID != "", "c.department_id = ?", q.DepartmentID)
	where.and(q.Role != "", "c.id IN (SELECT o.person_id FROM person_role o WHERE o.role = ? AND o.ended_at IS NULL)", q.Role)
	where.and(q.State == "enabled", "c.disabled_at IS NULL")
	where.and(q.State == "disabled", "c.disabled_at IS NOT NULL")
	where.and(q.AwayOn != "", `c.id IN (SELECT b.person_id FROM absence b WHERE b.cancelled_at IS NULL
		AND b.from_day <= ? AND b.to_day >= ?)`, q.AwayOn, q.AwayOn)
	rows, err := s.Query(ctx, "SELECT "+personRowColumns+` FROM person c LEFT JOIN department d ON d.id = c.department_id
		WHERE {visible} AND (c.pinyin, c.id) > (?, ?)`+where.text+" ORDER BY c.pinyin, c.id LIMIT ?", append(where.args, q.Limit+1)...)
	list, err := act.Collect(rows, err, func(r act.Scanner) (p PersonRow, err error) { return p, p.scan(r) })
	if err != nil {
		return page, err
	}
	page.Items, page.Next = cut(list, q.Limit, func(p PersonRow) []string { return []string{p.Pinyin, p.ID} })
	return page, dress(ctx, s, page.Items)
}

// dress adds roles and functions to rows of people.
func dress(ctx context.Context, s *act.Sight, list []PersonRow) error {
	r, err := house(ctx, s)
	if err != nil {
		return err
	}
	ids := make([]string, len(list))
	for i, p := range list {
		ids[i] = p.ID
	}
	roles, err := rolesOf(ctx, r, ids)
	if err != nil {
		return err
	}
	day := today(s)
	inOffice, err := designations(ctx, r, "WHERE g.from_day <= ? AND COALESCE(g.to_day, '9999-12-31') >= ? ORDER BY g.function", day, day)
	functions := map[string][]Function{}
	for _, d := range inOffice {
		functions[d.PersonID] = append(functions[d.PersonID], d.Function)
	}
	for i := range list {
		list[i].Roles, list[i].Functions = roles[list[i].ID], functions[list[i].ID]
	}
	return err
}
