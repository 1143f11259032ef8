package house_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"mime/multipart"
	"net"
	"net/http"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
)

// schema is as much of an OpenAPI schema as these tests read.
type schema struct {
	Ref        string `json:"$ref"`
	Type       any
	Format     string
	Properties map[string]schema
	Items      *schema
	MaxLength  *int
}

// registerSchema gives the body of POST /api/v1/complaints, with its parts.
func registerSchema(t *testing.T, o *office) (body schema, resolve func(schema) schema) {
	t.Helper()
	var document struct {
		Paths map[string]map[string]struct {
			RequestBody struct {
				Content map[string]struct{ Schema schema }
			}
		}
		Components struct{ Schemas map[string]schema }
	}
	raw, err := o.server.Document()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, &document); err != nil {
		t.Fatal(err)
	}
	resolve = func(s schema) schema {
		if s.Ref == "" {
			return s
		}
		return document.Components.Schemas[s.Ref[strings.LastIndex(s.Ref, "/")+1:]]
	}
	return resolve(document.Paths[complaints]["post"].RequestBody.Content["application/json"].Schema), resolve
}

func kindOf(s schema) string {
	text := fmt.Sprint(s.Type)
	for _, kind := range []string{"string", "integer", "boolean", "array", "object"} {
		if strings.Contains(text, kind) {
			return kind
		}
	}
	return text
}

// inItem is wrong not in the field but in the first thing of its list.
const inItem = "a list of numbers"

// wrongFor are values that a field of this kind must refuse.
func wrongFor(s schema) map[string]any {
	wrong := map[string]any{"an object": fields{"a": 1}}
	switch kindOf(s) {
	case "string":
		wrong["a number"], wrong["a list"], wrong["a truth"] = 7, []int{1}, true
		wrong["a text beyond every bound"] = strings.Repeat("长", 100_001)
		if s.Format == "date-time" {
			wrong["no time"] = "yesterday"
			wrong["a time without a zone"] = "2026-03-10T09:30:00"
			delete(wrong, "a text beyond every bound")
		}
	case "integer":
		wrong["a text"], wrong["a fraction"], wrong["a number beyond every bound"] = "x", 1.5, json.Number("99999999999999999999")
	case "boolean":
		wrong["a text"], wrong["a number"] = "true", 1
	case "array":
		wrong["a text"], wrong[inItem] = "x", []int{1}
	case "object":
		wrong = map[string]any{"a text": "x", "a list": []int{1}}
	}
	return wrong
}

// named fails unless the refusal names the field, in both languages.
func named(t *testing.T, d *desk, path string, body any, location string) {
	t.Helper()
	said := map[string]string{}
	for _, language := range []string{"zh-CN", "en"} {
		r := d.in(language).post(path, body)
		if r.status != 422 {
			t.Errorf("%s: %d %s", location, r.status, short(r.body))
			return
		}
		for _, e := range r.problem().Errors {
			if e.Location == location {
				said[language] = e.Message
				if e.Message == "" || e.Message == e.Code {
					t.Errorf("%s in %s: no words for %s", location, language, e.Code)
				}
			}
		}
		if said[language] == "" {
			t.Errorf("%s is not named in %s", location, short(r.body))
			return
		}
	}
	if said["zh-CN"] == said["en"] {
		t.Errorf("%s: the same words in both languages: %s", location, said["en"])
	}
}

// Every field of the form by which a complaint is taken in, wrong in every way.
func TestEveryFieldOfTheFormWrong(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	d := o.desks[access.Receptionist]
	body, resolve := registerSchema(t, o)
	before := o.rows()
	tried := 0
	try := func(name string, s schema, location string, put func(f fields, v any)) {
		for what, v := range wrongFor(resolve(s)) {
			tried++
			f := asFields(call())
			put(f, v)
			at := location
			if what == inItem {
				at += "[0]"
			}
			t.Run(name+" is "+what, func(t *testing.T) { named(t, d, complaints, f, at) })
		}
	}
	for _, name := range slices.Sorted(maps.Keys(body.Properties)) {
		if name == "unknowns" {
			continue // below: its keys are free
		}
		try(name, body.Properties[name], "body."+name, func(f fields, v any) { f[name] = v })
	}
	line := resolve(*body.Properties["lines"].Items)
	for _, name := range slices.Sorted(maps.Keys(line.Properties)) {
		try("lines."+name, line.Properties[name], "body.lines[0]."+name, func(f fields, v any) {
			f["lines"].([]any)[0].(fields)[name] = v
		})
	}
	for location, f := range wrongForms() {
		tried++
		t.Run(location, func(t *testing.T) { named(t, d, complaints, f, location) })
	}
	if tried < 150 {
		t.Errorf("only %d wrong values were tried", tried)
	}
	if after := o.rows(); !maps.Equal(before, after) {
		t.Errorf("a refused form left something behind: %v, %v", before, after)
	}
}

// wrongForms are forms each of which is wrong in one field, by the rules and
// not by the type.
func wrongForms() map[string]fields {
	with := func(change func(f fields)) fields {
		f := asFields(call())
		change(f)
		return f
	}
	set := func(name string, v any) fields { return with(func(f fields) { f[name] = v }) }
	line := func(name string, v any) fields {
		return with(func(f fields) { f["lines"].([]any)[0].(fields)[name] = v })
	}
	tomorrow := housetest.Start.Add(24 * time.Hour)
	return map[string]fields{
		"body.channel":           with(func(f fields) { delete(f, "channel") }),
		"body.account":           with(func(f fields) { delete(f, "account") }),
		"body.phone":             with(func(f fields) { delete(f, "phone") }),
		"body.no_such_field":     set("no_such_field", "x"),
		"body.lines[0].no_such":  line("no_such", "x"),
		"body.complainant_role":  set("complainant_role", "king"),
		"body.severity":          set("severity", "dire"),
		"body.demand[0]":         set("demand", []string{"everything"}),
		"body.contact_name":      set("contact_name", strings.Repeat("长", 201)),
		"body.customer_name":     set("customer_name", strings.Repeat("长", 201)),
		"body.address":           set("address", strings.Repeat("长", 8001)),
		"body.reception_summary": set("reception_summary", strings.Repeat("长", 8001)),
		"body.email":             set("email", "nobody"),
		"body.pages":             set("pages", -1),
		"body.taken_at":          set("taken_at", tomorrow),
		"body.arrived_at":        with(func(f fields) { f["taken_at"], f["arrived_at"] = housetest.Start, housetest.Start.Add(time.Minute) }),
		"body.letter_date":       set("letter_date", "2026-02-30"),
		"body.delivered_on":      set("delivered_on", "2027-01-01"),
		"body.call_ended_at": with(func(f fields) {
			f["call_started_at"], f["call_ended_at"] = housetest.Start, housetest.Start.Add(-time.Minute)
		}),
		"body.unknowns.account":      set("unknowns", fields{"account": " "}),
		"body.lines[0].quantity":     line("quantity", -1),
		"body.lines[0].defective":    line("defective", 5),
		"body.lines[0].class":        line("class", "odd"),
		"body.lines[0].serial_no":    line("serial_no", strings.Repeat("9", 201)),
		"body.lines[0].symptom":      line("symptom", strings.Repeat("响", 8001)),
		"body.customer_id":           set("customer_id", act.NewID()),
		"body.site_id":               set("site_id", act.NewID()),
		"body.lines[0].product_id":   line("product_id", act.NewID()),
		"body.division_code":         set("division_code", "999999"),
		"body.retrospective_reason":  set("retrospective_reason", 1),
		"body.lines":                 set("lines", slices.Repeat([]fields{{}}, 101)),
		"body.complainant_name":      set("complainant_name", strings.Repeat("长", 201)),
		"body.contract_no":           set("contract_no", strings.Repeat("1", 201)),
		"body.channel_note":          set("channel_note", strings.Repeat("长", 201)),
		"body.fax_sender":            set("fax_sender", strings.Repeat("1", 201)),
		"body.demand_note":           set("demand_note", strings.Repeat("长", 8001)),
		"body.lines[0].product_name": line("product_name", strings.Repeat("长", 201)),
	}
}

// Bodies that are no JSON, or too much of it.
func TestBodiesThatAreNoForm(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	d := o.desks[access.Receptionist]
	deep := func(open, close string) string { return strings.Repeat(open, 200_000) + strings.Repeat(close, 200_000) }
	for _, c := range []struct {
		what   string
		body   any
		status int
		code   string
	}{
		{"nothing", "", 422, "fault.invalid"},
		{"half a form", `{"channel":"phone"`, 400, "fault.body_malformed"},
		{"two forms", `{"channel":"phone"}{}`, 400, "fault.body_malformed"},
		{"broken UTF-8", "{\"channel\":\"phone\",\"account\":\"\xff\xfe\"}", 400, "fault.body_malformed"},
		{"GB18030", []byte("{\"channel\":\"phone\",\"account\":\"\xd6\xe1\xb3\xd0\"}"), 400, "fault.body_malformed"},
		{"half of a pair of surrogates", `{"channel":"phone","phone":"12345","account":"\ud83d"}`, 0, ""},
		{"a NUL", `{"channel":"phone","phone":"12345","account":"a\u0000b"}`, 422, "fault.invalid"},
		{"a list", `[1,2]`, 422, "fault.invalid"},
		{"a number", `7`, 422, "fault.invalid"},
		{"lists in lists", deep("[", "]"), 400, "fault.body_malformed"},
		{"lists in a field", `{"lines":` + deep("[", "]") + `}`, 400, "fault.body_malformed"},
		{"objects in objects", strings.Repeat(`{"a":`, 100_000) + "1" + strings.Repeat("}", 100_000), 400, "fault.body_malformed"},
		{"two megabytes", `{"account":"` + strings.Repeat("a", 2<<20) + `"}`, 413, "fault.too_large"},
	} {
		t.Run(c.what, func(t *testing.T) {
			for _, language := range []string{"zh-CN", "en"} {
				r := d.in(language).post(complaints, c.body)
				if c.status == 0 { // JSON has a meaning for it: the sign for an unknown character
					if r.status >= 500 {
						t.Errorf("%d %s", r.status, r.body)
					}
					continue
				}
				r.want(t, c.status, c.code)
				if p := r.problem(); p.Detail == "" || p.Detail == p.Code {
					t.Errorf("no words in %s: %s", language, r.body)
				}
			}
		})
	}
	t.Run("another type of content", func(t *testing.T) {
		d.send("POST", complaints, "form "+act.NewID(), form{"application/x-www-form-urlencoded", []byte("channel=phone")}).want(t, 415, "server.want_json")
	})
	t.Run("no key", func(t *testing.T) {
		d.send("POST", complaints, "", call()).want(t, 422, "fault.key_missing")
	})
}

// zeros gives that many bytes and counts those that were taken.
type zeros struct {
	left  int64
	taken atomic.Int64 // also asked while the request is still being sent
}

func (z *zeros) Read(p []byte) (int, error) {
	if z.left == 0 {
		return 0, io.EOF
	}
	n := min(int64(len(p)), z.left)
	clear(p[:n])
	z.left -= n
	z.taken.Add(n)
	return int(n), nil
}

const hugeUpload = 300 << 20

// A form of 300 MB is refused early, and never held in memory.
func TestHugeUpload(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	var head bytes.Buffer
	w := multipart.NewWriter(&head)
	if _, err := w.CreateFormFile("file", "video.mp4"); err != nil {
		t.Fatal(err)
	}
	head.WriteString("\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom")
	request := func(path string, length int64) (status int, body []byte, content *zeros) {
		content = &zeros{left: hugeUpload}
		r, err := http.NewRequest("POST", o.url+path, io.MultiReader(bytes.NewReader(head.Bytes()), content))
		if err != nil {
			t.Fatal(err)
		}
		r.ContentLength = length
		r.Header.Set("Content-Type", w.FormDataContentType())
		r.Header.Set("Idempotency-Key", "huge "+act.NewID())
		r.Header.Set("Cookie", o.desks[access.Admin].cookie)
		answer, err := http.DefaultClient.Do(r)
		if err != nil {
			return 0, nil, content // cut off while sending, which net/http reports instead of the answer
		}
		defer answer.Body.Close()
		body, _ = io.ReadAll(answer.Body)
		return answer.StatusCode, body, content
	}
	for _, path := range []string{"/api/v1/files", "/api/v1/imports", "/api/v1/customers/import/preview"} {
		t.Run("announced to "+path, func(t *testing.T) {
			status, body, content := request(path, int64(head.Len())+hugeUpload)
			if status != 413 && status != 0 {
				t.Errorf("%d %s", status, short(body))
			}
			if content.taken.Load() > 16<<20 {
				t.Errorf("%d MB were taken in before the refusal", content.taken.Load()>>20)
			}
			if status == 0 {
				announced(t, o, path, int64(head.Len())+hugeUpload, w.FormDataContentType())
			}
		})
		t.Run("in pieces to "+path, func(t *testing.T) {
			grown := peakOf(func() {
				status, body, content := request(path, -1)
				if status != 413 && status != 0 {
					t.Errorf("%d %s", status, short(body))
				}
				if content.taken.Load() > 140<<20 {
					t.Errorf("%d MB were taken in before the refusal", content.taken.Load()>>20)
				}
			})
			if grown > 128<<20 {
				t.Errorf("memory grew by %d MB", grown>>20)
			}
		})
	}
	if n := number(t, o.Door, "SELECT COUNT(*) FROM file"); n != 0 {
		t.Errorf("%d files were kept", n)
	}
	o.desks[access.Admin].get("/api/v1/me").want(t, 200, "")
}

// announced sends only the head of a request and expects the refusal at once.
func announced(t *testing.T, o *office, path string, length int64, kind string) {
	t.Helper()
	u, err := url.Parse(o.url)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := net.Dial("tcp", u.Host)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	_ = conn.SetDeadline(time.Now().Add(20 * time.Second))
	fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nIdempotency-Key: announced\r\nCookie: %s\r\n\r\n",
		path, u.Host, kind, length, o.desks[access.Admin].cookie)
	answer := make([]byte, 4096)
	n, err := conn.Read(answer)
	if err != nil || !bytes.Contains(answer[:n], []byte(" 413 ")) {
		t.Errorf("%v %s", err, answer[:n])
	}
}

// peakOf gives by how much the heap in use grew while f ran, at most.
func peakOf(f func()) (grown uint64) {
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	done := make(chan struct{})
	go func() { defer close(done); f() }()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return grown
		case <-tick.C:
			var now runtime.MemStats
			runtime.ReadMemStats(&now)
			if now.HeapAlloc > before.HeapAlloc {
				grown = max(grown, now.HeapAlloc-before.HeapAlloc)
			}
		}
	}
}

// A file is what its content is, whatever its name says.
func TestFilesThatAreSomethingElse(t *testing.T) {
	o := openOffice(t, housetest.SQLite(t))
	d := o.desks[access.Receptionist]
	png := []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00")
	for _, c := range []struct {
		name    string
		content []byte
		status  int
		code    string
	}{
		{"photo.jpg", []byte("<html><script>alert(1)</script></html>"), 415, "fault.unsupported_type"},
		{"letter.pdf", png, 422, "fault.invalid"},
		{"photo.png", []byte("%PDF-1.7\n"), 422, "fault.invalid"},
		{"drawing.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>`), 422, "fault.invalid"},
		{"tool.exe", append([]byte("MZ"), make([]byte, 100)...), 415, "fault.unsupported_type"},
		{"photo.png.html", png, 422, "fault.invalid"},
		{"empty.txt", nil, 415, "fault.unsupported_type"},
		{"photo.PNG", png, 201, ""},
		{"../../etc/passwd.png", png, 201, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			said := map[string]bool{}
			for _, language := range []string{"zh-CN", "en"} {
				r := d.in(language).post("/api/v1/files", upload(t, c.name, c.content)).want(t, c.status, c.code)
				if c.status < 300 {
					if got := into[struct{ Name string }](t, r).Name; strings.Contains(got, "/") {
						t.Errorf("kept as %q", got)
					}
					continue
				}
				said[r.problem().Detail] = true
			}
			if c.status >= 300 && len(said) != 2 {
				t.Errorf("words %v", said)
			}
		})
	}
}

// A serial number typed in full width is found in half width, and the other
// way round; spaces and hyphens do not matter.
func TestSerialInFullWidth(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		o := openOffice(t, h)
		d := o.desks[access.Receptionist]
		f := call()
		f.Lines[0].SerialNo = "ＳＮ－２６０７ａ"
		wide := into[complaint.Answer](t, d.post(complaints, f))
		f = call()
		f.Lines[0].SerialNo = "sn 2607-A"
		narrow := into[complaint.Answer](t, d.post(complaints, f))
		for _, typed := range []string{"SN-2607A", "ＳＮ２６０７Ａ", "sn2607a", "ｓｎ－２６０７Ａ"} {
			page := into[struct{ Items []struct{ ID string } }](t, d.get(complaints+"?serial_no="+url.QueryEscape(typed)))
			var found []string
			for _, item := range page.Items {
				found = append(found, item.ID)
			}
			for _, id := range []string{wide.ID, narrow.ID} {
				if !slices.Contains(found, id) {
					t.Errorf("%s does not find %s", typed, id)
				}
			}
		}
		if got := o.page(access.Receptionist, wide.ID).Lines[0].SerialNo; got != "ＳＮ－２６０７ａ" {
			t.Errorf("kept as %s, not as it was typed", got)
		}
	})
}

// A call that begins before midnight and ends after it belongs to the day on
// which it ended; so does its number at the turn of the year.
func TestCallAcrossMidnight(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		h.Clock.Set(housetest.At("2026-12-31 23:30"))
		o := openOffice(t, h)
		d := o.desks[access.Receptionist]
		across := func(start, end string) complaint.RegisterForm {
			f := call()
			f.CallStartedAt, f.CallEndedAt = housetest.At(start), housetest.At(end)
			f.ArrivedAt, f.TakenAt = housetest.At(start), housetest.At(end)
			return f
		}
		t.Run("that has not ended yet is refused", func(t *testing.T) {
			d.post(complaints, across("2026-12-31 23:20", "2027-01-01 00:10")).want(t, 422, "fault.invalid")
		})
		h.Clock.Set(housetest.At("2027-01-01 00:20"))
		a := into[complaint.Answer](t, d.post(complaints, across("2026-12-31 23:50", "2027-01-01 00:10")))
		if a.Number != "TS2027-00001" {
			t.Errorf("number %s of a call that ended in 2027", a.Number)
		}
		before := into[complaint.Answer](t, d.post(complaints, across("2026-12-31 23:30", "2026-12-31 23:59:59")))
		if before.Number != "TS2026-00001" {
			t.Errorf("number %s of a call that ended in 2026", before.Number)
		}
		a = o.onRecord(access.Receptionist, a, "classify", map[string]any{"class": "quality", "reason_code": "defect_alleged"})
		due := number(t, h.Door, "SELECT due_at FROM clock WHERE subject_id = ? AND obligation = '2.1-l'", a.ID)
		if want := act.Millis(housetest.At("2027-01-02")); due != want {
			t.Errorf("due %s, not at the end of the day on which the call ended", act.Time(due).In(housetest.Shanghai))
		}
		isWhole(t, h.Door)
	})
}
