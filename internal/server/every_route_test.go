package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/house/housetest"
	"huidan/internal/route"
)

// openAs serves an open house to whoever the header Who names.
func openAs(t *testing.T, h *housetest.House) *Server {
	s := opened(t, h, withFiles(t))
	s.routes.Who = func(r *http.Request) (access.Actor, error) {
		return h.As(access.Role(r.Header.Get("Who"))), nil
	}
	return s
}

func sendAs(s *Server, role access.Role, r route.Route, body string) *httptest.ResponseRecorder {
	path := strings.NewReplacer("{id}", act.NewID(), "{", "", "}", "").Replace(r.Path)
	request := httptest.NewRequest(r.Method, path, strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Idempotency-Key", "key-"+act.NewID())
	request.Header.Set("Who", string(role))
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, request)
	return w
}

// Every route × every role, from the router's own list: who has no row of the
// table is refused before anything else is looked at, and nobody gets an
// internal error for an empty body or an unknown record.
func TestEveryRouteAsksThePermissionTable(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		s := openAs(t, h)
		for _, r := range s.Routes() {
			if r.Kind == route.KindPublic {
				continue
			}
			for _, role := range access.Roles {
				w := sendAs(s, role, r, "")
				reach, may := access.Reach(h.As(role), r.Action)
				forbidden := w.Code == http.StatusForbidden
				if !may && !forbidden || forbidden && reach == access.Anywhere {
					t.Errorf("%s %s as %s: %d %s", r.Method, r.Path, role, w.Code, w.Body)
				}
				if w.Code >= http.StatusInternalServerError {
					t.Errorf("%s %s as %s: %d %s", r.Method, r.Path, role, w.Code, w.Body)
				}
			}
		}
	})
}

// document is as much of the OpenAPI document as the tests below read.
type document struct {
	Paths map[string]map[string]struct {
		RequestBody struct {
			Content map[string]struct{ Schema schema }
		}
	}
	Components struct{ Schemas map[string]schema }
}

type schema struct {
	Ref        string `json:"$ref"`
	Type       any
	Properties map[string]schema
}

func (d *document) resolve(s schema) schema {
	if s.Ref == "" {
		return s
	}
	return d.Components.Schemas[strings.TrimPrefix(s.Ref, "#/components/schemas/")]
}

func documentOf(t *testing.T, s *Server) *document {
	raw, err := s.Document()
	if err != nil {
		t.Fatal(err)
	}
	d := &document{}
	if err := json.Unmarshal(raw, d); err != nil {
		t.Fatal(err)
	}
	return d
}

// bodyOf gives the JSON shape a POST takes.
func (d *document) bodyOf(r route.Route) (schema, bool) {
	media, ok := d.Paths[r.Path][strings.ToLower(r.Method)].RequestBody.Content["application/json"]
	return d.resolve(media.Schema), ok
}

// Every field of every body in a wrong type, all at once: each is named.
func TestEveryFieldOfEveryBodyIsChecked(t *testing.T) {
	h := housetest.SQLite(t)
	s := openAs(t, h)
	d := documentOf(t, s)
	checked := 0
	for _, r := range s.Routes() {
		body, ok := d.bodyOf(r)
		if !ok || r.Kind == route.KindPublic {
			continue
		}
		wrong := map[string]any{"no_such_field": 1}
		for name, p := range body.Properties {
			if v, ok := wrongFor(p); ok {
				wrong[name] = v
			}
		}
		raw, err := json.Marshal(wrong)
		if err != nil {
			t.Fatal(err)
		}
		w := sendAs(s, roleFor(t, r), r, string(raw))
		p := read[route.Problem](t, w)
		if w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d %s", r.Path, w.Code, w.Body)
			continue
		}
		for name := range wrong {
			checked++
			if !strings.Contains(w.Body.String(), `"body.`+name+`"`) {
				t.Errorf("%s: %s is not named in %v", r.Path, name, p.Errors)
			}
		}
	}
	if checked < 50 {
		t.Errorf("only %d fields were looked at", checked)
	}
}

// wrongFor gives a value of another type than the field's.
func wrongFor(s schema) (any, bool) {
	switch fmt.Sprint(s.Type) {
	case "string", "[string null]":
		return 1, true
	case "<nil>":
		if s.Ref == "" {
			return nil, false // takes anything
		}
		return "x", true
	}
	return "x", true
}

// roleFor gives a role that may use the route.
func roleFor(t *testing.T, r route.Route) access.Role {
	for _, role := range access.Roles {
		if _, ok := access.Reach(access.Actor{Roles: []access.Role{role}}, r.Action); ok {
			return role
		}
	}
	t.Fatalf("nobody may use %s", r.Path)
	return ""
}
