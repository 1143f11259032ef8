package insight_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
	"huidan/internal/insight"
	"huidan/internal/route"
)

type todoPage = route.Page[insight.TodoItem]

func TestTodo(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		t.Run("everybody's duties are for those who may see all", func(t *testing.T) {
			if status := c.call(c.reception, "GET", "/api/v1/todo?scope=all", "", nil); status != http.StatusForbidden {
				t.Errorf("status %d", status)
			}
		})
		t.Run("a place in the list that is none is refused", func(t *testing.T) {
			if status := c.call(c.reception, "GET", "/api/v1/todo?after=zzz", "", nil); status != http.StatusUnprocessableEntity {
				t.Errorf("status %d", status)
			}
		})
		t.Run("a complaint taken in owes its classification the same day (2.1-f)", func(t *testing.T) {
			a := c.taken()
			page := get[todoPage](c, c.reception, "/api/v1/todo")
			if len(page.Items) != 1 {
				t.Fatalf("%d items", len(page.Items))
			}
			it := page.Items[0]
			if it.Obligation != "2.1-f" || it.Next.Act != "classify" || it.Next.Path != "/complaints/"+a.ID || it.Subject.Number != a.Number {
				t.Errorf("%+v", it)
			}
			if it.DueAt != "2026-03-10T16:00:00Z" || it.Overdue || it.Subject.CustomerName != "江苏康宁医院" {
				t.Errorf("%+v", it)
			}
			if len(it.Explain) == 0 || strings.Contains(it.Explain[0].Text, "{") || it.Explain[0].Text == "" {
				t.Errorf("explain %+v", it.Explain)
			}
		})
		t.Run("a draft is completed on its sheet first (2.1-d)", func(t *testing.T) {
			draft := housetest.Do(c.House, c.reception, complaint.Register{RegisterForm: complaint.RegisterForm{
				Record: complaint.Record{Channel: "phone", Account: "话没说完"}, Draft: true,
			}})
			for _, it := range get[todoPage](c, c.reception, "/api/v1/todo").Items {
				if it.Subject.ID == draft.ID && (it.Next.Act != "register" || it.Next.Path != "/complaints/"+draft.ID+"/amend") {
					t.Errorf("%+v", it.Next)
				} else if it.Subject.ID == draft.ID {
					return
				}
			}
			t.Error("the draft is not on the list, or leads elsewhere")
		})
		t.Run("the next step goes from hand to hand", func(t *testing.T) {
			a := c.received()
			mine := get[todoPage](c, c.quality, "/api/v1/todo")
			i := slices.IndexFunc(mine.Items, func(it insight.TodoItem) bool { return it.Subject.ID == a.ID })
			if i < 0 || mine.Items[i].Next.Act != "write-opinion" || mine.Items[i].Owner.Kind != "role" || mine.Items[i].Owner.Name == "" {
				t.Errorf("the quality department owes its opinion: %+v", mine.Items)
			}
			for _, it := range get[todoPage](c, c.reception, "/api/v1/todo").Items {
				if it.Subject.ID == a.ID {
					t.Errorf("reception owes nothing more on it: %+v", it)
				}
			}
		})
	})
}

func TestTodoSpeaksTheReadersLanguage(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		c.taken()
		reader := c.reception
		reader.Language = "en"
		it := get[todoPage](c, reader, "/api/v1/todo").Items[0]
		if !strings.HasPrefix(it.Explain[0].Text, "Start") && !strings.Contains(it.Explain[0].Text, "2026") || strings.ContainsRune(it.Explain[0].Text, '起') {
			t.Errorf("%q", it.Explain[0].Text)
		}
	})
}

func TestTodoVisibility(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		a, b := c.received(), c.received()
		ask := func(a complaint.Answer, department string) {
			housetest.Do(c.House, c.quality, complaint.Consult{ID: a.ID, ConsultForm: complaint.ConsultForm{
				Version: a.Version, Departments: []string{department}, Question: "请判断轴承是否选型不当",
				ReplyBy: c.Clock.Now().Add(48 * time.Hour)}})
		}
		ask(a, c.technicalID)
		ask(b, c.purchasingID)
		t.Run("a department sees what it was asked and nothing else", func(t *testing.T) {
			for _, scope := range []string{"mine", "team"} {
				items := get[todoPage](c, c.technical, "/api/v1/todo?scope="+scope).Items
				if len(items) != 1 || items[0].Subject.ID != a.ID || items[0].Next.Act != "give-view" || items[0].Owner.Name != "技术部" {
					t.Errorf("%s: %+v", scope, items)
				}
			}
		})
		t.Run("its name is told in the reader's language", func(t *testing.T) {
			reader := c.technical
			reader.Language = "en"
			if got := get[todoPage](c, reader, "/api/v1/todo").Items[0].Owner.Name; got != "Engineering" {
				t.Errorf("owner %q", got)
			}
		})
		t.Run("a role that owes it shows it to no stranger of that role alone", func(t *testing.T) {
			stranger := access.Actor{ID: "person-other", DepartmentID: "elsewhere", Roles: []access.Role{access.Technician}}
			if items := get[todoPage](c, stranger, "/api/v1/todo?scope=team").Items; len(items) != 0 {
				t.Errorf("%+v", items)
			}
		})
		t.Run("the quality manager sees all of it", func(t *testing.T) {
			if items := get[todoPage](c, c.manager, "/api/v1/todo?scope=all").Items; len(items) < 4 {
				t.Errorf("%d items", len(items))
			}
		})
		t.Run("the numbers count what the lists show", func(t *testing.T) {
			c.Clock.Add(20 * 24 * time.Hour)
			for _, who := range []access.Actor{c.technical, c.quality, c.reception, c.purchasing} {
				n := get[insight.TodoCounts](c, who, "/api/v1/todo/counts")
				mine := get[todoPage](c, who, "/api/v1/todo?limit=200").Items
				team := get[todoPage](c, who, "/api/v1/todo?scope=team&limit=200").Items
				late := func(items []insight.TodoItem) (n int64) {
					for _, it := range items {
						if it.Overdue {
							n++
						}
					}
					return n
				}
				want := insight.TodoCounts{Mine: int64(len(mine)), MineOverdue: late(mine), Team: int64(len(team)), TeamOverdue: late(team)}
				if n != want {
					t.Errorf("%s: %+v, want %+v", who.ID, n, want)
				}
			}
		})
	})
}

// However a list is cut into pages, the pages together are the list: in order
// of due time, each item once.
func TestTodoPages(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		for i := range 13 {
			c.Clock.Set(housetest.Start.Add(time.Duration(i%5) * 24 * time.Hour)) // several due at the same instant
			a := c.taken()
			if i%3 == 0 {
				housetest.Do(c.House, c.reception, complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{Version: a.Version, Class: complaint.Quality, ReasonCode: "defect_alleged"}})
			}
		}
		for _, scope := range []struct {
			name string
			who  access.Actor
		}{{"mine", c.reception}, {"team", c.reception}, {"all", c.manager}} {
			whole := get[todoPage](c, scope.who, "/api/v1/todo?limit=200&scope="+scope.name).Items
			if len(whole) != 13 {
				t.Fatalf("%s: %d items", scope.name, len(whole))
			}
			if !slices.IsSortedFunc(whole, func(a, b insight.TodoItem) int { return strings.Compare(a.DueAt+a.ID, b.DueAt+b.ID) }) {
				t.Errorf("%s is not in order", scope.name)
			}
			for _, size := range []int{1, 2, 3, 7, 13} {
				var pieces []string
				after := ""
				for {
					page := get[todoPage](c, scope.who, fmt.Sprintf("/api/v1/todo?scope=%s&limit=%d&after=%s", scope.name, size, after))
					for _, it := range page.Items {
						pieces = append(pieces, it.ID)
					}
					if after = page.Next; after == "" {
						break
					}
				}
				ids := make([]string, len(whole))
				for i, it := range whole {
					ids[i] = it.ID
				}
				if !slices.Equal(pieces, ids) {
					t.Errorf("%s in pages of %d: %d items, want %d", scope.name, size, len(pieces), len(ids))
				}
			}
		}
	})
}
