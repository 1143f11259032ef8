package party

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/route"
)

// ImportQuery asks for imports.
type ImportQuery struct {
	After string `query:"after" maxLength:"400"`
	Limit int64  `query:"limit" minimum:"1" maximum:"200"`
}

// ImportSeen is an import in a list.
type ImportSeen struct {
	ID        string `json:"id"`
	Kind      string `json:"kind"`
	FileName  string `json:"file_name"`
	RowsTotal int64  `json:"rows_total"`
	RowsDone  int64  `json:"rows_done"`
	Created   int64  `json:"created"`
	Matched   int64  `json:"matched"`
	Refused   int64  `json:"refused"`
	Undone    int64  `json:"undone" doc:"Records voided by undoing it"`
	Kept      int64  `json:"kept"`
	ByName    string `json:"by_name"`
	StartedAt string `json:"started_at" format:"date-time"`
	UndoneAt  string `json:"undone_at,omitempty"`
}

func listImports(ctx context.Context, s *act.Sight, q *ImportQuery) (page route.Page[ImportSeen], err error) {
	c, err := parseCursor(q.After)
	if err != nil {
		return page, err
	}
	limit := Listing{Limit: q.Limit}.most()
	rows, err := s.Query(ctx, `
		SELECT c.id, c.kind, c.file_name, c.rows_total, c.rows_done, c.created, c.matched, c.refused, c.undone, c.kept,
			COALESCE(p.name, ''), c.started_at, COALESCE(c.undone_at, 0)
		FROM party_import c LEFT JOIN person p ON p.id = c.started_by
		WHERE {visible} AND (? = '' OR c.id < ?) ORDER BY c.id DESC LIMIT ?`, c.ID, c.ID, limit+1)
	items, err := act.Collect(rows, err, func(row act.Scanner) (r ImportSeen, err error) {
		var started, undone int64
		err = row.Scan(&r.ID, &r.Kind, &r.FileName, &r.RowsTotal, &r.RowsDone, &r.Created, &r.Matched, &r.Refused, &r.Undone, &r.Kept,
			&r.ByName, &started, &undone)
		r.StartedAt, r.UndoneAt = clock(started), clock(undone)
		return r, err
	})
	page.Items, page.Next = cut(items, limit, func(r ImportSeen) cursor { return cursor{ID: r.ID} })
	return page, err
}
