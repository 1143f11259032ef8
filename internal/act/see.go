package act

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act/internal/sqldb"
	"huidan/internal/fault"
)

// Rows is a running read; the reader closes it (Collect does).
type Rows = sql.Rows

// Scanner is one row.
type Scanner interface{ Scan(dest ...any) error }

// Sight is a running read by somebody, on one consistent picture.
type Sight struct {
	s      *sqldb.Session
	door   *Door
	actor  access.Actor
	action access.Action
	reach  access.Where
	shown  bool // a record was shown, so its details may be
}

// See reads as an actor. Every list is filtered to what he may see.
func See[R any](ctx context.Context, d *Door, actor access.Actor, action access.Action, f func(context.Context, *Sight) (R, error)) (R, error) {
	var answer R
	reach, ok := access.Reach(actor, action)
	if !ok {
		if actor.ID == "" {
			return answer, fault.New(fault.KindUnauthenticated, "fault.unauthenticated")
		}
		return answer, fault.Forbidden("fault.forbidden", "action", string(action))
	}
	err := d.db.View(ctx, func(ctx context.Context, s *sqldb.Session) (err error) {
		answer, err = f(ctx, &Sight{s: s, door: d, actor: actor, action: action, reach: reach})
		return err
	})
	return answer, err
}

// Now is the door's time.
func (s *Sight) Now() time.Time { return s.door.Now() }

// Actor is who looks.
func (s *Sight) Actor() access.Actor { return s.actor }

// Reach is how far the actor may look with this action.
func (s *Sight) Reach() access.Where { return s.reach }

// involvedFilter limits the records aliased c to those in which the actor or
// his department takes part; the number of keys is filled in.
const involvedFilter = "c.id IN (SELECT i.subject_id FROM involvement i WHERE i.who IN (%s))"

// filter puts the actor's row filter in place of {visible} and gives the
// arguments with the filter's own put where they belong.
func (s *Sight) filter(query string, args []any) (string, []any, error) {
	before, after, found := strings.Cut(query, "{visible}")
	if !found {
		return "", nil, fmt.Errorf("a list without {visible}: %s", strings.Join(strings.Fields(query), " "))
	}
	condition, own := "1=1", []any(nil)
	switch s.reach {
	case access.Involved:
		for _, k := range s.actor.Keys() {
			own = append(own, k)
		}
		condition = fmt.Sprintf(involvedFilter, Marks(len(own)))
	case access.OwnDepartment:
		condition, own = "c.department_id = ?", []any{s.actor.DepartmentID}
	case access.Self:
		condition, own = "c.person_id = ?", []any{s.actor.ID}
	}
	if strings.Contains(after, "{visible}") {
		var err error
		place := strings.Count(before, "?")
		if after, args, err = s.filterRest(after, args, place); err != nil {
			return "", nil, err
		}
	}
	at := strings.Count(before, "?")
	all := append([]any{}, args[:at]...)
	all = append(all, own...)
	all = append(all, args[at:]...)
	return before + condition + after, all, nil
}

// filterRest filters the further {visible} of a text of several parts.
func (s *Sight) filterRest(after string, args []any, place int) (string, []any, error) {
	text, rest, err := s.filter(after, args[place:])
	return text, append(append([]any{}, args[:place]...), rest...), err
}

// Query reads a list. The text must hold {visible} (once for each table of
// records, aliased c), which becomes the actor's row filter.
func (s *Sight) Query(ctx context.Context, query string, args ...any) (*Rows, error) {
	text, all, err := s.filter(query, args)
	if err != nil {
		return nil, err
	}
	return s.s.Query(ctx, text, all...)
}

// One reads one record through the same filter; found is false when there is
// none or the actor may not see it, which are not told apart.
func (s *Sight) One(ctx context.Context, dest []any, query string, args ...any) (found bool, err error) {
	text, all, err := s.filter(query, args)
	if err != nil {
		return false, err
	}
	found, err = s.s.One(ctx, dest, text, all...)
	s.shown = s.shown || found
	return found, err
}

// Detail reads rows that belong to a record which One has shown before.
func (s *Sight) Detail(ctx context.Context, query string, args ...any) (*Rows, error) {
	if !s.shown {
		return nil, fmt.Errorf("details of a record that was not shown: %s", strings.Join(strings.Fields(query), " "))
	}
	return s.s.Query(ctx, query, args...)
}

// DetailOne reads one row that belongs to a record which One has shown before.
func (s *Sight) DetailOne(ctx context.Context, dest []any, query string, args ...any) (found bool, err error) {
	if !s.shown {
		return false, fmt.Errorf("details of a record that was not shown: %s", strings.Join(strings.Fields(query), " "))
	}
	return s.s.One(ctx, dest, query, args...)
}

// Counts reads a counter: bucket to number.
func (s *Sight) Counts(ctx context.Context, name string) (map[string]int64, error) {
	rows, err := s.s.Query(ctx, "SELECT bucket, CAST(SUM(n) AS BIGINT) FROM counter WHERE name = ? GROUP BY bucket", name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	counts := map[string]int64{}
	for rows.Next() {
		var bucket string
		var n int64
		if err := rows.Scan(&bucket, &n); err != nil {
			return nil, err
		}
		counts[bucket] = n
	}
	return counts, rows.Err()
}

// Collect reads all rows into a slice (never nil, so that JSON says []) and
// closes them.
func Collect[T any](rows *Rows, err error, scan func(Scanner) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	list := []T{}
	for rows.Next() {
		item, err := scan(rows)
		if err != nil {
			return nil, err
		}
		list = append(list, item)
	}
	return list, rows.Err()
}

// publishedTables hold what the company has published for everybody: rules,
// names of people and departments. Reading them needs no row filter.
var publishedTables = []string{"rule_edition", "person", "department", "company"}

// Published reads one of the tables that everybody who may sign in may read.
// Names only: no hash, no phone.
func (s *Sight) Published(ctx context.Context, query string, args ...any) (*Rows, error) {
	_, after, _ := strings.Cut(query, "FROM ")
	table, _, _ := strings.Cut(after, " ")
	if !slices.Contains(publishedTables, table) || strings.Contains(query, "password") || strings.Contains(query, "phone") {
		return nil, fmt.Errorf("not published: %s", strings.Join(strings.Fields(query), " "))
	}
	return s.s.Query(ctx, query, args...)
}
