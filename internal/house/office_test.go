package house_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
	"huidan/internal/password"
	"huidan/internal/route"
	"huidan/internal/server"
	"huidan/internal/staff"
)

// secret is everybody's password in these tests.
const secret = "a long enough secret"

// hashedSecret is made once: hashing is slow on purpose.
var hashedSecret = sync.OnceValues(func() (string, error) { return password.Hash(context.Background(), secret) })

// office is a company with somebody in every role, open over HTTP.
type office struct {
	*housetest.House
	t        testing.TB
	folder   string
	server   *server.Server
	url      string
	people   map[access.Role]access.Actor
	desks    map[access.Role]*desk
	quality  string // department IDs
	sales    string
	technics string
}

// openOffice founds the company and signs everybody in.
func openOffice(t testing.TB, h *housetest.House) *office {
	t.Helper()
	return openOfficeIn(t, h, t.TempDir())
}

func openOfficeIn(t testing.TB, h *housetest.House, folder string) *office {
	t.Helper()
	o := &office{House: h, t: t, folder: folder, people: map[access.Role]access.Actor{}, desks: map[access.Role]*desk{}}
	o.found()
	o.server, o.url = serve(t, h.Door, folder)
	for _, role := range access.Roles {
		o.desks[role] = visit(t, o.url)
		o.desks[role].signIn(login(role))
	}
	return o
}

// serve opens a door over HTTP.
func serve(t testing.TB, door *act.Door, folder string) (*server.Server, string) {
	t.Helper()
	s, err := server.New(server.Options{Door: door, DataDir: folder, Version: "test", Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	web := httptest.NewServer(s.Handler())
	t.Cleanup(web.Close)
	return s, web.URL
}

func login(role access.Role) string { return strings.ReplaceAll(string(role), "_", "-") }

// found makes departments and people by acts.
func (o *office) found() {
	hash, err := hashedSecret()
	if err != nil {
		o.t.Fatal(err)
	}
	first := housetest.Do(o.House, access.SystemActor, staff.FirstRun{
		CompanyName: "示例机电", HomeProvince: "32", AdminName: "管理员", Login: login(access.Admin), PasswordHash: hash,
	})
	admin := access.Actor{ID: first.PersonID, Name: "管理员", Roles: []access.Role{access.Admin}}
	o.people[access.Admin] = admin
	o.quality, o.sales = first.QualityDepartmentID, first.SalesDepartmentID
	reception := housetest.Do(o.House, admin, staff.CreateDepartment{Code: "JD", Name: "接待", Kind: "reception"}).ID
	o.technics = housetest.Do(o.House, admin, staff.CreateDepartment{Code: "JS", Name: "技术部", Kind: "technical"}).ID
	place := map[access.Role]string{
		access.Receptionist: reception, access.QualityEngineer: o.quality, access.QualityManager: o.quality, access.Inspector: o.quality,
		access.Technician: o.technics, access.DepartmentHead: o.technics, access.Staff: o.technics,
		access.Salesperson: o.sales, access.SalesManager: o.sales,
	}
	for _, role := range access.Roles {
		if role == access.Admin {
			continue
		}
		made := housetest.Do(o.House, admin, staff.CreatePerson{
			Login: login(role), Name: string(role), DepartmentID: place[role], Roles: []access.Role{role}, PasswordHash: hash,
		})
		o.people[role] = access.Actor{ID: made.ID, Name: string(role), DepartmentID: place[role], Roles: []access.Role{role}}
	}
}

// call is a phone call about a faulty unit, as reception writes it down.
func call() complaint.RegisterForm {
	return complaint.RegisterForm{Record: complaint.Record{
		Channel: "phone", CustomerName: "江苏康宁医院", ContactName: "赵洋", Phone: "137 0000 3811", DivisionCode: "320100",
		Account: "设备运行十分钟后轴承异响，停机", Lines: []complaint.Line{{ProductName: "离心机", Model: "LX-5", SerialNo: "SN-0087", Symptom: "轴承异响"}},
	}}
}

// desk is somebody's browser at one server.
type desk struct {
	t        testing.TB
	url      string
	cookie   string
	language string
}

func visit(t testing.TB, url string) *desk { return &desk{t: t, url: url, language: "en"} }

// at is the same browser at another replica.
func (d *desk) at(url string) *desk {
	other := *d
	other.url = url
	return &other
}

func (d *desk) in(language string) *desk {
	other := *d
	other.language = language
	return &other
}

// reply is what came back.
type reply struct {
	status int
	header http.Header
	body   []byte
}

// client keeps its connections to many servers at once.
var client = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}

// ask sends a request; an error means that nobody answered.
func (d *desk) ask(method, path, key string, body any) (reply, error) {
	var content io.Reader
	kind := "application/json"
	switch b := body.(type) {
	case nil:
	case form:
		content, kind = bytes.NewReader(b.body), b.kind
	case []byte:
		content = bytes.NewReader(b)
	case string:
		content = strings.NewReader(b)
	default:
		raw, err := json.Marshal(b)
		if err != nil {
			d.t.Fatal(err)
		}
		content = bytes.NewReader(raw)
	}
	r, err := http.NewRequest(method, d.url+path, content)
	if err != nil {
		d.t.Fatal(err)
	}
	if content != nil {
		r.Header.Set("Content-Type", kind)
	}
	r.Header.Set("Accept-Language", d.language)
	if key != "" {
		r.Header.Set(route.KeyHeader, key)
	}
	if d.cookie != "" {
		r.Header.Set("Cookie", d.cookie)
	}
	answer, err := client.Do(r)
	if err != nil {
		return reply{}, err
	}
	defer answer.Body.Close()
	raw, err := io.ReadAll(answer.Body)
	for _, c := range answer.Cookies() {
		d.cookie = c.Name + "=" + c.Value
	}
	return reply{answer.StatusCode, answer.Header, raw}, err
}

func (d *desk) send(method, path, key string, body any) reply {
	d.t.Helper()
	r, err := d.ask(method, path, key, body)
	if err != nil {
		d.t.Fatalf("%s %s: %v", method, path, err)
	}
	return r
}

// post sends an act with a key of its own.
func (d *desk) post(path string, body any) reply {
	d.t.Helper()
	return d.send("POST", path, "test-"+act.NewID(), body)
}

func (d *desk) get(path string) reply {
	d.t.Helper()
	return d.send("GET", path, "", nil)
}

func (d *desk) signIn(login string) {
	d.t.Helper()
	d.send("POST", "/api/v1/sign-in", "", map[string]string{"login": login, "password": secret}).want(d.t, 200, "")
}

// want fails the test when the answer is another; code "" is success.
func (r reply) want(t testing.TB, status int, code string) reply {
	t.Helper()
	if r.status != status || code != r.problem().Code {
		t.Fatalf("got %d %s, want %d %s: %s", r.status, r.problem().Code, status, code, short(r.body))
	}
	return r
}

// problem is the refusal in an answer, empty when it is none.
func (r reply) problem() (p route.Problem) {
	if r.status >= 400 {
		_ = json.Unmarshal(r.body, &p)
	}
	return p
}

// into reads the answer of a success.
func into[T any](t testing.TB, r reply) (v T) {
	t.Helper()
	if r.status >= 300 {
		t.Fatalf("%d %s", r.status, short(r.body))
	}
	if err := json.Unmarshal(r.body, &v); err != nil {
		t.Fatalf("%v: %s", err, short(r.body))
	}
	return v
}

func short(b []byte) string {
	if len(b) > 600 {
		return string(b[:600]) + "…"
	}
	return string(b)
}

// number reads one number from the records, past the door's permissions.
func number(t testing.TB, door *act.Door, query string, args ...any) (n int64) {
	t.Helper()
	err := door.LookUp(context.Background(), func(ctx context.Context, b *act.Books) error {
		_, err := b.One(ctx, []any{&n}, query, args...)
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return n
}

// texts reads a column of texts.
func texts(t testing.TB, door *act.Door, query string, args ...any) (list []string) {
	t.Helper()
	err := door.LookUp(context.Background(), func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, query, args...)
		list, err = act.Collect(rows, err, func(r act.Scanner) (s string, err error) { err = r.Scan(&s); return })
		return err
	})
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return list
}

// holds fails unless the journal is whole.
func holds(t testing.TB, dsn, checkpoints string) act.Report {
	t.Helper()
	report, err := act.Verify(context.Background(), dsn, checkpoints, nil)
	if err != nil {
		t.Fatal(err)
	}
	if report.Broken != nil {
		t.Fatalf("the journal is broken: %v", report.Broken)
	}
	return report
}

// form is a multipart body.
type form struct {
	kind string
	body []byte
}

// upload makes a form that carries a file.
func upload(t testing.TB, name string, content []byte) form {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	part, err := w.CreateFormFile("file", name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return form{w.FormDataContentType(), b.Bytes()}
}
