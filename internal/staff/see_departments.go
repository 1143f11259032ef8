package staff

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/route"
)

// DepartmentRow is a department as lists show it.
type DepartmentRow struct {
	ID      string `json:"id"`
	Code    string `json:"code"`
	Name    string `json:"name"`
	NameEn  string `json:"name_en"`
	Kind    Kind   `json:"kind"`
	Head    *Ref   `json:"head,omitempty"`
	Closed  bool   `json:"closed"`
	People  int64  `json:"people" doc:"Enabled people in it"`
	Version int64  `json:"version"`
}

// mostDepartments bounds the one list that is not paged.
const mostDepartments = 500

// seeDepartments lists all departments, those still open first, by code.
func seeDepartments(ctx context.Context, s *act.Sight, _ *route.Nothing) (route.Page[DepartmentRow], error) {
	rows, err := s.Query(ctx, `SELECT c.id, c.code, c.name, c.name_en, c.kind, COALESCE(c.head_id, ''), COALESCE(h.name, ''),
			CASE WHEN c.closed_at IS NULL THEN 0 ELSE 1 END, c.version,
			(SELECT COUNT(*) FROM person p WHERE p.department_id = c.id AND p.disabled_at IS NULL)
		FROM department c LEFT JOIN person h ON h.id = c.head_id
		WHERE {visible} ORDER BY 8, c.code_folded LIMIT ?`, mostDepartments)
	list, err := act.Collect(rows, err, func(r act.Scanner) (d DepartmentRow, err error) {
		var head Ref
		closed := 0
		err = r.Scan(&d.ID, &d.Code, &d.Name, &d.NameEn, &d.Kind, &head.ID, &head.Name, &closed, &d.Version, &d.People)
		d.Closed = closed == 1
		if head.ID != "" {
			d.Head = &head
		}
		return d, err
	})
	return route.Page[DepartmentRow]{Items: list}, err
}
