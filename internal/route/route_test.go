package route_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/route"
)

// note is an act for the tests: it counts in a bucket named by the path.
type note struct {
	Bucket   string    `json:"-"`
	Version  int64     `json:"version"`
	Text     string    `json:"text" required:"true" maxLength:"5"`
	Severity string    `json:"severity" enum:"minor,major"`
	At       time.Time `json:"at"`
	Day      string    `json:"day" format:"date"`
	Count    int       `json:"count" minimum:"1" maximum:"9"`
	Sure     bool      `json:"sure"`
	Remarks  string    `json:"remarks"`
	Lines    []line    `json:"lines" maxItems:"2"`
}

type line struct {
	SerialNo string `json:"serial_no" maxLength:"3"`
}

type noted struct {
	Bucket string   `json:"bucket"`
	Tags   []string `json:"tags"`
}

func (n note) Action() access.Action { return "me.change" }

func (n note) Scope(_ context.Context, tx *act.Tx) (access.Scope, error) {
	return access.Scope{Person: tx.Actor().ID}, nil
}

func (n note) Run(ctx context.Context, tx *act.Tx) (noted, error) {
	if n.Text == "no" {
		return noted{}, fault.Against("2.1-f", "fault.before_previous", "previous", "x")
	}
	if n.Text == "boom" {
		return noted{}, io.ErrUnexpectedEOF
	}
	said := tx.Say(act.Line{Subject: act.Subject{Kind: "note", ID: n.Bucket}, Version: n.Version + 1, Say: "fault.required", New: true})
	return noted{Bucket: n.Bucket}, tx.Count(ctx, said, "note", n.Bucket, 1)
}

type filter struct {
	Limit  int      `query:"limit" minimum:"1" maximum:"200" default:"50"`
	States []string `query:"state" enum:"open,closed"`
	ID     string   `path:"id"`
	Only   *bool    `query:"only"`
}

type seen struct {
	Limit  int      `json:"limit"`
	States []string `json:"states"`
	ID     string   `json:"id"`
	Only   bool     `json:"only"`
	Long   string   `json:"long,omitempty"`
}

const notes = "/api/v1/notes/a/note"

// open gives the routes of the tests; the header "Who" names the role that calls.
func open(t *testing.T) *route.Registrar {
	t.Helper()
	house := housetest.SQLite(t)
	reg := route.New("test")
	reg.Door = house.Door
	reg.Who = func(r *http.Request) (access.Actor, error) {
		role := r.Header.Get("Who")
		if role == "" {
			return access.Actor{}, fault.New(fault.KindUnauthenticated, "fault.unauthenticated")
		}
		return house.As(access.Role(role)), nil
	}
	route.Act(reg, route.POST, "/api/v1/notes/{id}/note", "me.change", "server.route.me", func(in route.In[note]) act.Act[noted] {
		in.Body.Bucket = in.Path("id")
		return in.Body
	})
	route.Act(reg, route.POST, "/api/v1/calendar", "calendar.import", "server.route.ready", func(in route.In[note]) act.Act[noted] { return in.Body })
	route.Read(reg, "/api/v1/notes/{id}", "me.see", "server.route.me", func(_ context.Context, _ *act.Sight, q *filter) (seen, error) {
		s := seen{Limit: q.Limit, States: q.States, ID: q.ID, Only: q.Only != nil && *q.Only}
		if q.ID == "long" {
			s.Long = strings.Repeat("长", 5000)
		}
		return s, nil
	})
	return reg
}

type call struct {
	method, path, body, who, language, key, contentType string
}

func (c call) to(t *testing.T, reg http.Handler) (*httptest.ResponseRecorder, route.Problem) {
	t.Helper()
	if c.method == "" {
		c.method = "POST"
	}
	r := httptest.NewRequest(c.method, c.path, strings.NewReader(c.body))
	for name, value := range map[string]string{
		"Who": c.who, "Accept-Language": c.language, "Idempotency-Key": c.key,
		"Content-Type": c.contentType,
	} {
		if value != "" {
			r.Header.Set(name, value)
		}
	}
	w := httptest.NewRecorder()
	reg.ServeHTTP(w, r)
	var p route.Problem
	if strings.HasPrefix(w.Header().Get("Content-Type"), "application/problem+json") {
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			t.Fatalf("problem: %v in %s", err, w.Body)
		}
	}
	return w, p
}

func post(body string) call {
	return call{path: notes, body: body, who: "receptionist", key: "key-" + act.NewID(), contentType: "application/json", language: "en"}
}

func TestBodyIsStrict(t *testing.T) {
	reg := open(t)
	for name, x := range map[string]struct {
		body           string
		status         int
		location, code string
	}{
		"unknown key":              {`{"version":1,"text":"a","colour":"red"}`, 422, "body.colour", "fault.unknown_key"},
		"unknown key in a line":    {`{"version":1,"text":"a","lines":[{"serial_no":"1"},{"serail":"1"}]}`, 422, "body.lines[1].serail", "fault.unknown_key"},
		"key in other letters":     {`{"version":1,"Text":"a"}`, 422, "body.Text", "fault.unknown_key"},
		"required absent":          {`{"version":1}`, 422, "body.text", "fault.required"},
		"required blank":           {`{"version":1,"text":"  "}`, 422, "body.text", "fault.required"},
		"required null":            {`{"version":1,"text":null}`, 422, "body.text", "fault.required"},
		"version absent":           {`{"text":"a"}`, 422, "body.version", "fault.required"},
		"version not whole":        {`{"version":1.5,"text":"a"}`, 422, "body.version", "server.want_whole_number"},
		"version too large":        {`{"version":9223372036854775808,"text":"a"}`, 422, "body.version", "server.number_too_large"},
		"text too long":            {`{"version":1,"text":"六个汉字太长"}`, 422, "body.text", "fault.too_long"},
		"text without a bound":     {`{"version":1,"text":"a","remarks":"` + strings.Repeat("长", 100_001) + `"}`, 422, "body.remarks", "fault.too_long"},
		"text is a number":         {`{"version":1,"text":5}`, 422, "body.text", "server.want_text"},
		"text holds NUL":           {`{"version":1,"text":"a\u0000"}`, 422, "body.text", "server.bad_character"},
		"value not in the list":    {`{"version":1,"text":"a","severity":"huge"}`, 422, "body.severity", "fault.unknown_value"},
		"not a time":               {`{"version":1,"text":"a","at":"yesterday"}`, 422, "body.at", "server.want_time"},
		"no such day":              {`{"version":1,"text":"a","day":"2026-02-30"}`, 422, "body.day", "server.want_day"},
		"too small":                {`{"version":1,"text":"a","count":0}`, 422, "body.count", "server.too_small"},
		"too big":                  {`{"version":1,"text":"a","count":10}`, 422, "body.count", "server.too_big"},
		"yes as text":              {`{"version":1,"text":"a","sure":"yes"}`, 422, "body.sure", "server.want_yes_no"},
		"too many lines":           {`{"version":1,"text":"a","lines":[{},{},{}]}`, 422, "body.lines", "server.too_many"},
		"line is a list":           {`{"version":1,"text":"a","lines":[[]]}`, 422, "body.lines[0]", "server.want_object"},
		"serial in a line":         {`{"version":1,"text":"a","lines":[{"serial_no":"1234"}]}`, 422, "body.lines[0].serial_no", "fault.too_long"},
		"a list for an object":     {`[]`, 422, "body", "server.want_object"},
		"cut off":                  {`{"version":1`, 400, "", "fault.body_malformed"},
		"two values":               {`{"version":1,"text":"a"}{}`, 400, "", "fault.body_malformed"},
		"invalid UTF-8":            {"{\"version\":1,\"text\":\"\xff\"}", 400, "", "fault.body_malformed"},
		"larger than the limit":    {`{"text":"` + strings.Repeat("a", route.DefaultBodyLimit) + `"}`, 413, "", "fault.too_large"},
		"nothing at all":           {``, 422, "body.text", "fault.required"},
		"refused by an obligation": {`{"version":1,"text":"no"}`, 422, "", "fault.before_previous"},
	} {
		t.Run(name, func(t *testing.T) {
			w, p := post(x.body).to(t, reg)
			if w.Code != x.status || p.Status != x.status {
				t.Fatalf("status %d, want %d: %s", w.Code, x.status, w.Body)
			}
			if x.location == "" {
				if p.Code != x.code {
					t.Errorf("code %s, want %s", p.Code, x.code)
				}
				return
			}
			for _, e := range p.Errors {
				if e.Location == x.location && e.Code == x.code {
					if e.Message == e.Code || strings.Contains(e.Message, "{") {
						t.Errorf("no words for %s: %q", e.Code, e.Message)
					}
					return
				}
			}
			t.Errorf("no %s at %s in %s", x.code, x.location, w.Body)
		})
	}
	t.Run("what is left blank is not given", func(t *testing.T) {
		w, _ := post(`{"version":1,"text":"a","severity":"","at":null,"day":"","lines":null}`).to(t, reg)
		if w.Code != 200 {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		if got := strings.TrimSpace(w.Body.String()); got != `{"bucket":"a","tags":[]}` {
			t.Errorf("a nil list must go out as an empty one: %s", got)
		}
	})
}

func TestLyingLengthIsRefusedUnread(t *testing.T) {
	reg := open(t)
	r := httptest.NewRequest("POST", notes, unread{t})
	r.ContentLength = 300 << 20
	r.Header.Set("Who", "receptionist")
	r.Header.Set("Idempotency-Key", "12345678")
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	reg.ServeHTTP(w, r)
	if w.Code != 413 {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
}

type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("a body that says it is too large was read")
	return 0, io.EOF
}

func TestRefusals(t *testing.T) {
	reg := open(t)
	good := `{"version":1,"text":"a"}`
	for name, x := range map[string]struct {
		call   call
		status int
		code   string
	}{
		"nobody signed in":      {call{path: notes, body: good, key: "12345678", contentType: "application/json"}, 401, "fault.unauthenticated"},
		"a role without permit": {call{path: "/api/v1/calendar", who: "receptionist", body: "nonsense", key: "12345678"}, 403, "fault.forbidden"},
		"no idempotency key":    {call{path: notes, who: "receptionist", body: good, contentType: "application/json"}, 422, "fault.key_missing"},
		"a form for JSON":       {call{path: notes, who: "receptionist", body: "a=b", key: "12345678", contentType: "application/x-www-form-urlencoded"}, 415, "server.want_json"},
		"no such path":          {call{method: "GET", path: "/api/v1/nothing"}, 404, "server.no_such_path"},
		"no such method":        {call{method: "DELETE", path: notes}, 405, "server.method_not_allowed"},
		"unknown query":         {call{method: "GET", path: "/api/v1/notes/a?colour=red", who: "auditor"}, 422, "fault.invalid"},
		"query not a number":    {call{method: "GET", path: "/api/v1/notes/a?limit=many", who: "auditor"}, 422, "fault.invalid"},
		"query out of range":    {call{method: "GET", path: "/api/v1/notes/a?limit=201", who: "auditor"}, 422, "fault.invalid"},
		"query not in the list": {call{method: "GET", path: "/api/v1/notes/a?state=open,shut", who: "auditor"}, 422, "fault.invalid"},
		"query not UTF-8":       {call{method: "GET", path: "/api/v1/notes/a?state=%ff", who: "auditor"}, 422, "fault.invalid"},
		"query badly escaped":   {call{method: "GET", path: "/api/v1/notes/a?state=%zz", who: "auditor"}, 400, "fault.body_malformed"},
	} {
		t.Run(name, func(t *testing.T) {
			w, p := x.call.to(t, reg)
			if w.Code != x.status || p.Code != x.code {
				t.Fatalf("%d %s, want %d %s: %s", w.Code, p.Code, x.status, x.code, w.Body)
			}
		})
	}
	t.Run("405 names what is allowed", func(t *testing.T) {
		w, _ := call{method: "DELETE", path: notes}.to(t, reg)
		if got := w.Header().Get("Allow"); got != "POST" {
			t.Errorf("Allow: %q", got)
		}
	})
	t.Run("an error nobody foresaw gives a reference and no cause", func(t *testing.T) {
		c := post(`{"version":1,"text":"boom"}`)
		w, p := c.to(t, reg)
		if w.Code != 500 || p.Ref == "" || strings.Contains(w.Body.String(), "EOF") {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	})
}

func TestErrorsSpeakTheReadersLanguage(t *testing.T) {
	reg := open(t)
	c := post(`{"version":1,"text":"a","colour":"red"}`)
	_, en := c.to(t, reg)
	c.language = "zh-CN,zh;q=0.9"
	_, zh := c.to(t, reg)
	if en.Errors[0].Message != "Unknown field: colour" || zh.Errors[0].Message != "不认识的字段：colour" {
		t.Errorf("en %q, zh %q", en.Errors[0].Message, zh.Errors[0].Message)
	}
	forbidden := call{path: "/api/v1/calendar", who: "receptionist", language: "en"}
	if _, p := forbidden.to(t, reg); p.Detail != "Your roles do not allow this step (Ready to serve)" {
		t.Errorf("an action is named by its words: %q", p.Detail)
	}
	r := httptest.NewRequest("GET", "/api/v1/nothing", nil)
	r.Header.Set("Accept-Language", "zh-CN")
	r.AddCookie(&http.Cookie{Name: route.LanguageCookie, Value: "en"})
	w := httptest.NewRecorder()
	reg.ServeHTTP(w, r)
	if got := w.Header().Get("Content-Language"); got != "en" {
		t.Errorf("the chosen language wins over the browser's: %q", got)
	}
}

func TestSameKey(t *testing.T) {
	reg := open(t)
	c := post(`{"version":1,"text":"a"}`)
	first, _ := c.to(t, reg)
	again, _ := c.to(t, reg)
	if first.Code != 200 || first.Body.String() != again.Body.String() {
		t.Fatalf("the same request answers the same: %s then %s", first.Body, again.Body)
	}
	other := c
	other.body = `{"version":1,"text":"b"}`
	if w, p := other.to(t, reg); w.Code != 409 || p.Code != "fault.key_reused" {
		t.Errorf("another body: %d %s", w.Code, w.Body)
	}
	elsewhere := c
	elsewhere.path = "/api/v1/notes/b/note"
	if w, p := elsewhere.to(t, reg); w.Code != 409 || p.Code != "fault.key_reused" {
		t.Errorf("the same body for another record: %d %s", w.Code, w.Body)
	}
}

func TestRead(t *testing.T) {
	reg := open(t)
	w, _ := call{method: "GET", path: "/api/v1/notes/n1?state=open&state=closed&only=1", who: "auditor"}.to(t, reg)
	if got := strings.TrimSpace(w.Body.String()); got != `{"limit":50,"states":["open","closed"],"id":"n1","only":true}` {
		t.Errorf("%d %s", w.Code, got)
	}
	r := httptest.NewRequest("GET", "/api/v1/notes/long", nil)
	r.Header.Set("Who", "auditor")
	r.Header.Set("Accept-Encoding", "br, gzip")
	zipped := httptest.NewRecorder()
	reg.ServeHTTP(zipped, r)
	z, err := gzip.NewReader(bytes.NewReader(zipped.Body.Bytes()))
	if err != nil {
		t.Fatalf("a big answer goes out compressed: %v", err)
	}
	plain, err := io.ReadAll(z)
	if err != nil || len(plain) < 15000 {
		t.Errorf("%d bytes, %v", len(plain), err)
	}
}

func TestRoutesThatCannotBeDeclared(t *testing.T) {
	refuse := func(name string, declare func(reg *route.Registrar)) {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("was accepted")
				}
			}()
			declare(route.New("test"))
		})
	}
	nothing := func(*route.Ctx, route.Nothing) (route.Nothing, error) { return route.Nothing{}, nil }
	refuse("without an action", func(reg *route.Registrar) {
		route.Book(reg, route.POST, "/api/v1/x", "", "server.route.me", nothing)
	})
	refuse("with an action the table lacks", func(reg *route.Registrar) {
		route.Book(reg, route.POST, "/api/v1/x", "x.y", "server.route.me", nothing)
	})
	refuse("without words", func(reg *route.Registrar) {
		route.Book(reg, route.POST, "/api/v1/x", "me.see", "no.such.text", nothing)
	})
	refuse("twice", func(reg *route.Registrar) {
		route.Public(reg, route.POST, "/api/v1/x", "server.route.me", nothing)
		route.Public(reg, route.POST, "/api/v1/x", "server.route.me", nothing)
	})
}

func TestDocument(t *testing.T) {
	raw, err := open(t).Document()
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		OpenAPI    string
		Paths      map[string]map[string]json.RawMessage
		Components struct {
			Schemas map[string]struct {
				Required   []string
				Properties map[string]struct {
					Type json.RawMessage
				}
			}
		}
	}
	if err := json.Unmarshal(raw, &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Paths["/api/v1/notes/{id}/note"]["post"] == nil || doc.Paths["/api/v1/notes/{id}"]["get"] == nil {
		t.Errorf("paths: %v", doc.Paths)
	}
	body := doc.Components.Schemas["Route_testNoteBody"]
	if strings.Join(body.Required, " ") != "text version" {
		t.Errorf("a body requires %v", body.Required)
	}
	answer := doc.Components.Schemas["Route_testNoted"]
	if strings.Join(answer.Required, " ") != "bucket tags" || string(answer.Properties["tags"].Type) != `"array"` {
		t.Errorf("an answer promises %+v", answer)
	}
}

func FuzzBody(f *testing.F) {
	for _, seed := range []string{`{}`, `{"version":1,"text":"a","lines":[{}]}`, `[`, `{"version":1e400}`, "\xff", `"\ud800"`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		reg := route.New("test")
		route.Public(reg, route.POST, "/x", "server.route.me", func(_ *route.Ctx, n note) (note, error) { return n, nil })
		r := httptest.NewRequest("POST", "/x", bytes.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		reg.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatalf("%q: %d %s", body, w.Code, w.Body)
		}
		if w.Code == 200 && !json.Valid(w.Body.Bytes()) {
			t.Fatalf("%q gave %s", body, w.Body)
		}
	})
}
