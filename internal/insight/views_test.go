package insight_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"huidan/internal/insight"
	"huidan/internal/route"
)

func TestViews(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		t.Run("an unknown list, a missing name and a filter that is too long are refused", func(t *testing.T) {
			for _, body := range []string{
				`{"list":"secrets","name":"x"}`, `{"list":"complaints","name":" "}`,
				`{"list":"complaints","name":"x","filter":{"q":"` + strings.Repeat("长", 201) + `"}}`,
				`{"list":"complaints","name":"x","filter":{"q":1}}`,
			} {
				if status := c.call(c.reception, "POST", "/api/v1/views", body, nil); status != http.StatusUnprocessableEntity {
					t.Errorf("%s: %d", body, status)
				}
			}
		})
		var own, shared insight.View
		c.call(c.reception, "POST", "/api/v1/views", `{"list":"complaints","name":"本月严重","filter":{"severity":"serious"}}`, &own)
		c.call(c.quality, "POST", "/api/v1/views", `{"list":"complaints","name":"逾期","filter":{"overdue":"1"},"shared":true}`, &shared)
		t.Run("one sees one's own and the shared ones", func(t *testing.T) {
			items := get[route.Page[insight.View]](c, c.reception, "/api/v1/views?list=complaints").Items
			if len(items) != 2 || items[0].Mine == items[1].Mine {
				t.Fatalf("%+v", items)
			}
			for _, v := range items {
				if v.Mine != (v.ID == own.ID) || v.ID == own.ID && v.Filter["severity"] != "serious" {
					t.Errorf("%+v", v)
				}
			}
			if items := get[route.Page[insight.View]](c, c.manager, "/api/v1/views?list=complaints").Items; len(items) != 1 || items[0].ID != shared.ID {
				t.Errorf("%+v", items)
			}
			if items := get[route.Page[insight.View]](c, c.reception, "/api/v1/views?list=units").Items; len(items) != 0 {
				t.Errorf("%+v", items)
			}
		})
		t.Run("another's view is not removed", func(t *testing.T) {
			if status := c.call(c.reception, "POST", "/api/v1/views/"+shared.ID+"/remove", "{}", nil); status != http.StatusForbidden {
				t.Errorf("status %d", status)
			}
		})
		t.Run("one's own is, and twice is no error", func(t *testing.T) {
			for range 2 {
				if status := c.call(c.reception, "POST", "/api/v1/views/"+own.ID+"/remove", "{}", nil); status != http.StatusOK {
					t.Errorf("status %d", status)
				}
			}
		})
		t.Run("the same key saves once", func(t *testing.T) {
			c.calling = c.reception
			for range 3 {
				r := httptest.NewRequest("POST", "/api/v1/views", strings.NewReader(`{"list":"complaints","name":"一次"}`))
				r.Header.Set("Content-Type", "application/json")
				r.Header.Set(route.KeyHeader, "the-same-key")
				c.reg.ServeHTTP(httptest.NewRecorder(), r)
			}
			if items := get[route.Page[insight.View]](c, c.reception, "/api/v1/views?list=complaints").Items; len(items) != 2 {
				t.Errorf("%+v", items)
			}
		})
	})
}
