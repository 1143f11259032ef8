package insight

import (
	"context"
	"encoding/json"
	"strings"
	"unicode/utf8"

	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/route"
)

const (
	viewsMost   = 100 // of one person, on one list
	filterMost  = 40  // names in one filter
	filterChars = 200 // of one value
)

// ViewForm keeps the filters of a list under a name.
type ViewForm struct {
	List   string            `json:"list" required:"true" enum:"complaints,customers,products,units,people,todo"`
	Name   string            `json:"name" required:"true" maxLength:"60"`
	Filter map[string]string `json:"filter" doc:"Names and values as in the address of the list"`
	Shared bool              `json:"shared" doc:"Everybody sees it, its maker alone removes it"`
}

// View is a saved view.
type View struct {
	ID        string            `json:"id"`
	List      string            `json:"list"`
	Name      string            `json:"name"`
	Filter    map[string]string `json:"filter"`
	Shared    bool              `json:"shared"`
	Mine      bool              `json:"mine"`
	OwnerName string            `json:"owner_name"`
}

// ViewQuery asks for the views of a list.
type ViewQuery struct {
	List string `query:"list" required:"true" enum:"complaints,customers,products,units,people,todo"`
}

// seeViews gives the reader's own views of a list and the shared ones.
func seeViews(c *route.Ctx, q ViewQuery) (page route.Page[View], err error) {
	err = c.Door.LookUp(c.R.Context(), func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, `
			SELECT v.id, v.list, v.name, v.filter, COALESCE(v.shared_at, 0), v.person_id, COALESCE(p.name, '')
			FROM saved_view v LEFT JOIN person p ON p.id = v.person_id
			WHERE v.list = ? AND (v.person_id = ? OR v.shared_at IS NOT NULL)
			ORDER BY v.name_folded, v.id LIMIT ?`, q.List, c.Actor.ID, pageMost)
		page.Items, err = act.Collect(rows, err, func(row act.Scanner) (v View, err error) {
			var filter, person string
			var shared int64
			if err := row.Scan(&v.ID, &v.List, &v.Name, &filter, &shared, &person, &v.OwnerName); err != nil {
				return v, err
			}
			v.Shared, v.Mine = shared > 0, person == c.Actor.ID
			return v, json.Unmarshal([]byte(filter), &v.Filter)
		})
		return err
	})
	return page, err
}

func (f ViewForm) check() error {
	var wrong fault.Fields
	wrong.Add(len(f.Filter) > filterMost, "filter", "insight.too_many", "max", filterMost)
	for name, value := range f.Filter {
		long := utf8.RuneCountInString(name) > filterMost || utf8.RuneCountInString(value) > filterChars
		wrong.Add(long, "filter."+name, "fault.too_long", "max", filterChars)
	}
	return wrong.Err()
}

// saveView keeps a view. The same key, sent again, answers with the same view.
func saveView(c *route.Ctx, f ViewForm) (saved View, err error) {
	key := c.R.Header.Get(route.KeyHeader)
	if key == "" {
		return saved, fault.New(fault.KindInvalid, "fault.key_missing")
	}
	if err := f.check(); err != nil {
		return saved, err
	}
	if f.Filter == nil {
		f.Filter = map[string]string{}
	}
	filter, err := json.Marshal(f.Filter)
	if err != nil {
		return saved, err
	}
	saved = View{ID: act.NewID(), List: f.List, Name: strings.TrimSpace(f.Name), Filter: f.Filter, Shared: f.Shared, Mine: true, OwnerName: c.Actor.Name}
	now := act.Millis(c.Door.Now())
	var shared any
	if f.Shared {
		shared = now
	}
	return saved, c.Door.Book(c.R.Context(), "saved_view", func(ctx context.Context, b *act.Books) error {
		var n int64
		if _, err := b.One(ctx, []any{&n}, "SELECT CAST(COUNT(*) AS BIGINT) FROM saved_view v WHERE v.person_id = ? AND v.list = ?", c.Actor.ID, f.List); err != nil {
			return err
		}
		if n >= viewsMost {
			return fault.Against("", "insight.too_many_views", "max", viewsMost)
		}
		_, err := b.Exec(ctx, `INSERT INTO saved_view (id, person_id, intent, list, name, name_folded, filter, shared_at, saved_at)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person_id, intent) DO NOTHING`,
			saved.ID, c.Actor.ID, key, f.List, saved.Name, act.Fold(saved.Name), string(filter), shared, now)
		if err != nil {
			return err
		}
		_, err = b.One(ctx, []any{&saved.ID, &saved.Name}, "SELECT v.id, v.name FROM saved_view v WHERE v.person_id = ? AND v.intent = ?", c.Actor.ID, key)
		return err
	})
}

// removeView removes a view of the reader's own; one already gone is no error,
// since the answer to the first try may have been lost.
func removeView(c *route.Ctx, _ route.Nothing) (route.Nothing, error) {
	id := c.Path("id")
	return route.Nothing{}, c.Door.Book(c.R.Context(), "saved_view", func(ctx context.Context, b *act.Books) error {
		var owner string
		found, err := b.One(ctx, []any{&owner}, "SELECT v.person_id FROM saved_view v WHERE v.id = ?", id)
		if err != nil || !found {
			return err
		}
		if owner != c.Actor.ID {
			return fault.Forbidden("insight.not_your_view")
		}
		_, err = b.Exec(ctx, "DELETE FROM saved_view WHERE id = ? AND person_id = ?", id, c.Actor.ID)
		return err
	})
}
