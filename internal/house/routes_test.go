package house_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/house/housetest"
	"huidan/internal/route"
)

// may reads the permission table anew, apart from package access: may somebody
// of this role do the action on this matter?
func (o *office) may(role access.Role, action access.Action, m matter) bool {
	who := o.people[role]
	for _, rule := range access.Table {
		if rule.Action != action || !slices.Contains(rule.Roles, role) {
			continue
		}
		switch rule.Where {
		case access.Anywhere:
			return true
		case access.Involved, access.OwnDepartment:
			if m.department != "" && m.department == who.DepartmentID {
				return true
			}
		case access.Self:
			if m.person == who.ID {
				return true
			}
		}
	}
	return false
}

func address(r route.Route, m matter) string { return strings.Replace(r.Path, "{id}", m.id, 1) }

// tables are all tables of the records, with how many rows they have.
func (o *office) rows() map[string]int64 {
	o.t.Helper()
	query := "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
	if o.Postgres {
		query = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
	}
	counts := map[string]int64{}
	for _, name := range texts(o.t, o.Door, query) {
		counts[name] = number(o.t, o.Door, "SELECT COUNT(*) FROM "+name)
	}
	return counts
}

const journalLines = "SELECT COUNT(*) FROM journal"

// Each route that does an act, from the router's own list, succeeds with its
// example on both databases and appends to the journal; a new route without an
// example fails here.
func TestEveryActAppendsALine(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		o := openOffice(t, h)
		driven := map[string]bool{}
		for _, r := range o.server.Routes() {
			if r.Kind != route.KindAct {
				continue
			}
			example, ok := examples[r.Path]
			if !ok {
				t.Errorf("%s %s: there is no example of this act", r.Method, r.Path)
				continue
			}
			driven[r.Path] = true
			m := example(o)
			role := o.roleFor(r.Action, m)
			before := number(t, h.Door, journalLines)
			answer := o.desks[role].post(address(r, m), m.body)
			if answer.status >= 300 {
				t.Errorf("%s as %s: %d %s", r.Path, role, answer.status, short(answer.body))
				continue
			}
			if after := number(t, h.Door, journalLines); after <= before {
				t.Errorf("%s changed something and appended no line", r.Path)
			}
		}
		for path := range examples {
			if !driven[path] {
				t.Errorf("%s: an example without a route", path)
			}
		}
		before := number(t, h.Door, journalLines)
		o.desks[access.Receptionist].post("/api/v1/files", upload(t, "letter.txt", []byte("a letter"))).want(t, 201, "")
		if number(t, h.Door, journalLines) != before+1 {
			t.Error("a file was kept without a line")
		}
		holds(t, h.DSN, "")
	})
}

// roleFor gives a role that may do the action on this matter.
func (o *office) roleFor(action access.Action, m matter) access.Role {
	o.t.Helper()
	for _, role := range access.Roles {
		if o.may(role, action, m) {
			return role
		}
	}
	o.t.Fatalf("nobody may do %s", action)
	return ""
}

// Every act × every role: whoever the table allows succeeds; whoever it does
// not is refused and nothing has changed; without a sign-in nobody gets in.
func TestEveryActByEveryRole(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	cells := 0
	for _, r := range o.server.Routes() {
		example, ok := examples[r.Path]
		if r.Kind != route.KindAct || !ok {
			continue
		}
		shared := example(o)
		before := o.rows()
		visit(t, o.url).post(address(r, shared), shared.body).want(t, http.StatusUnauthorized, "fault.unauthenticated")
		var allowed []access.Role
		for _, role := range access.Roles {
			cells++
			if o.may(role, r.Action, shared) {
				allowed = append(allowed, role)
				continue
			}
			answer := o.desks[role].post(address(r, shared), shared.body)
			if answer.status != http.StatusForbidden && answer.status != http.StatusNotFound && answer.problem().Obligation != "2.1-n" {
				t.Errorf("%s as %s: %d %s", r.Path, role, answer.status, short(answer.body))
			}
		}
		if after := o.rows(); !maps.Equal(before, after) {
			t.Errorf("%s: a refused act left something behind: %v, %v", r.Path, before, after)
		}
		for _, role := range allowed {
			m := example(o)
			if answer := o.desks[role].post(address(r, m), m.body); answer.status >= 300 {
				t.Errorf("%s as %s, who may: %d %s", r.Path, role, answer.status, short(answer.body))
			}
		}
	}
	t.Logf("%d cells", cells)
	if cells < 600 {
		t.Errorf("only %d cells", cells)
	}
}

// Routes that are no acts: whoever has no row of the table is refused, and
// without a sign-in nobody gets in.
func TestEveryOtherRouteByEveryRole(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	for _, r := range o.server.Routes() {
		if r.Kind == route.KindPublic || r.Kind == route.KindAct {
			continue
		}
		path := strings.Replace(r.Path, "{id}", act.NewID(), 1)
		visit(t, o.url).send(r.Method, path, "key-"+act.NewID(), nil).want(t, http.StatusUnauthorized, "fault.unauthenticated")
		for _, role := range access.Roles {
			row, anywhere := false, false
			for _, rule := range access.Table {
				if rule.Action == r.Action && slices.Contains(rule.Roles, role) {
					row, anywhere = true, anywhere || rule.Where == access.Anywhere
				}
			}
			answer := o.desks[role].send(r.Method, path, "key-"+act.NewID(), nil)
			refused := answer.status == http.StatusForbidden
			// Totals of the whole company are not for those who see their own matters only.
			if !row && !refused || anywhere && refused || answer.status >= 500 {
				t.Errorf("%s %s as %s: %d %s", r.Method, r.Path, role, answer.status, short(answer.body))
			}
		}
	}
}

// A GET changes nothing, whoever asks and whatever is found.
func TestReadingChangesNothing(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	file := into[struct{ ID string }](t, o.desks[access.Admin].post("/api/v1/files", upload(t, "a.txt", []byte("a letter"))))
	ids := map[string]string{
		"/api/v1/complaints/": o.opined().ID, "/api/v1/customers/": o.customer().ID, "/api/v1/products/": o.product().ID,
		"/api/v1/units/": o.unit().ID, "/api/v1/people/": o.person().ID, "/api/v1/files/": file.ID, "/api/v1/imports/": act.NewID(),
	}
	o.desks[access.Admin].get("/readyz") // tries a write of bookkeeping on purpose: its row is there from now on
	asked, found := 0, 0
	for _, r := range o.server.Routes() {
		if r.Method != route.GET {
			continue
		}
		path := r.Path
		if before, after, has := strings.Cut(path, "{id}"); has {
			if ids[before] == "" {
				t.Errorf("%s: no record to look at", r.Path)
			}
			path = before + ids[before] + after
		}
		if path == "/api/v1/search" {
			path += "?q=%E8%BD%B4%E6%89%BF"
		}
		before := o.rows()
		for _, role := range access.Roles {
			answer := o.desks[role].get(path)
			asked++
			if answer.status < 300 {
				found++
			}
			if answer.status >= 500 {
				t.Errorf("%s as %s: %d %s", path, role, answer.status, short(answer.body))
			}
		}
		if after := o.rows(); !maps.Equal(before, after) {
			t.Errorf("GET %s changed something: %v, %v", path, before, after)
		}
	}
	t.Logf("%d of %d reads found something", found, asked)
	if found < asked/2 {
		t.Errorf("only %d of %d reads found something", found, asked)
	}
}

// without are the actions that no route is declared with, and where they count.
var without = map[access.Action]string{
	"clock.sweep":                "done by the program",
	"staff.first_run":            "done by the program before anybody is signed in",
	"staff.sign_in":              "read by the program before anybody is signed in",
	"complaint.see_personal":     "decides about fields of the record page and lists",
	"complaint.see_confidential": "decides about fields of the record page and lists",
	"party.see_phone":            "decides about fields of customers",
	"staff.see_absence_reasons":  "decides about fields of absences",
	"todo.see_all":               "decides about the scope of the board",
	"journal.see":                "decides about fields of the timeline",
}

func TestEveryActionIsUsed(t *testing.T) {
	used := map[access.Action]bool{}
	o := openOffice(t, housetest.SQLite(t))
	for _, r := range o.server.Routes() {
		used[r.Action] = true
	}
	named := map[string]bool{}
	eachSource(t, func(s source) {
		if !s.test && s.room != "access" {
			for _, word := range stringsOf(s) {
				named[word] = true
			}
		}
	})
	for _, rule := range access.Table {
		_, listed := without[rule.Action]
		switch {
		case !used[rule.Action] && !listed:
			t.Errorf("%s stands in the table, and no route asks for it", rule.Action)
		case used[rule.Action] && listed:
			t.Errorf("%s is listed as without a route, and has one", rule.Action)
			t.Errorf("%s stands in the table, and nothing asks for it", rule.Action)
		}
	}
}
