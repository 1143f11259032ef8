package server

import (
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/house/housetest"
	"huidan/internal/password"
	"huidan/internal/route"
	"huidan/internal/staff"
)

// open serves a house in which nobody has signed in yet.
func open(t testing.TB, h *housetest.House, change ...func(*Options)) *Server {
	t.Helper()
	o := Options{Door: h.Door, Version: "test", Log: slog.New(slog.DiscardHandler)}
	for _, f := range change {
		f(&o)
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

const (
	adminLogin    = "admin"
	adminPassword = "long enough"
)

// opened serves a house with a company and its administrator.
func opened(t testing.TB, h *housetest.House, change ...func(*Options)) *Server {
	t.Helper()
	s := open(t, h, change...)
	hash, err := password.Hash(t.Context(), adminPassword)
	if err != nil {
		t.Fatal(err)
	}
	housetest.Do(h, access.SystemActor, staff.FirstRun{
		CompanyName: "江苏某厂", HomeProvince: "32", AdminName: "管理员", Login: adminLogin, PasswordHash: hash,
	})
	return s
}

// browser keeps cookies between requests.
type browser struct {
	t       testing.TB
	to      http.Handler
	cookies map[string]string
	headers map[string]string
}

func visit(t testing.TB, s *Server) *browser {
	return &browser{t: t, to: s.Handler(), cookies: map[string]string{}, headers: map[string]string{"Accept-Language": "en"}}
}

func (b *browser) send(method, path, body string) *httptest.ResponseRecorder {
	b.t.Helper()
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	if body != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	r.Header.Set("Idempotency-Key", "key-"+act.NewID())
	for name, v := range b.headers {
		r.Header.Set(name, v)
	}
	for name, v := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: v})
	}
	w := httptest.NewRecorder()
	b.to.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		if c.MaxAge < 0 {
			delete(b.cookies, c.Name)
			continue
		}
		b.cookies[c.Name] = c.Value
	}
	return w
}

func (b *browser) get(path string) *httptest.ResponseRecorder {
	b.t.Helper()
	return b.send("GET", path, "")
}

func (b *browser) signIn(login, password string) *httptest.ResponseRecorder {
	b.t.Helper()
	return b.send("POST", "/api/v1/sign-in", `{"login":"`+login+`","password":"`+password+`"}`)
}

// want fails the test when the answer is not as expected; code "" is success.
func want(t testing.TB, w *httptest.ResponseRecorder, status int, code string) {
	t.Helper()
	var p route.Problem
	if code != "" {
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
	}
	if w.Code != status || p.Code != code {
		t.Fatalf("got %d %s, want %d %s: %s", w.Code, p.Code, status, code, w.Body)
	}
}

func read[T any](t testing.TB, w *httptest.ResponseRecorder) (v T) {
	t.Helper()
	if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
		t.Fatalf("%v: %d %s", err, w.Code, w.Body)
	}
	return v
}

func TestFirstRun(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		b := visit(t, open(t, h))
		if boot := read[Boot](t, b.get("/api/v1/boot")); !boot.FirstRun || boot.Demo || len(boot.DemoLogins) != 0 {
			t.Errorf("boot of an empty house: %+v", boot)
		}
		body := `{"company_name":"江苏某厂","home_province":"32","admin_name":"王工","login":"admin","password":"long enough"}`
		want(t, b.send("POST", "/api/v1/first-run", strings.ReplaceAll(body, "long enough", "short")), 422, "fault.invalid")
		want(t, b.send("POST", "/api/v1/first-run", strings.ReplaceAll(body, `"32"`, `"99"`)), 422, "fault.invalid")
		first := b.send("POST", "/api/v1/first-run", body)
		want(t, first, 200, "")
		me := read[Me](t, b.get("/api/v1/me"))
		if me.Person.Name != "王工" || me.Person.Login != "admin" || me.Company.Name != "江苏某厂" ||
			!slices.Contains(me.Permissions, access.Action("staff.create_person")) {
			t.Errorf("me: %+v", me)
		}
		want(t, visit(t, open(t, h)).send("POST", "/api/v1/first-run", body), 409, "server.not_first_run")
		if boot := read[Boot](t, b.get("/api/v1/boot")); boot.FirstRun || boot.CompanyName != "江苏某厂" {
			t.Errorf("boot of an open house: %+v", boot)
		}
	})
}

func TestSignInIsThrottled(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		s := opened(t, h)
		b := visit(t, s)
		for range triesAllowed {
			want(t, b.signIn(adminLogin, "wrong password"), 401, "server.sign_in_refused")
		}
		again := b.signIn(adminLogin, adminPassword)
		want(t, again, 429, "fault.too_many_requests")
		if again.Header().Get("Retry-After") != "900" {
			t.Errorf("Retry-After %q", again.Header().Get("Retry-After"))
		}
		t.Run("another replica counts the same tries", func(t *testing.T) {
			want(t, visit(t, open(t, h)).signIn(adminLogin, adminPassword), 429, "fault.too_many_requests")
		})
		h.Clock.Add(triesWithin + time.Second)
		want(t, b.signIn(adminLogin, adminPassword), 200, "")
	})
}

func TestSuccessGivesTheTriesBack(t *testing.T) {
	h := housetest.SQLite(t)
	b := visit(t, opened(t, h))
	for range 3 {
		for range triesAllowed/3 - 1 {
			want(t, b.signIn(adminLogin, "wrong password"), 401, "server.sign_in_refused")
		}
		want(t, b.signIn(adminLogin, adminPassword), 200, "")
	}
}

func TestUnknownPeopleGetTheSameAnswer(t *testing.T) {
	h := housetest.SQLite(t)
	b := visit(t, opened(t, h))
	known, unknown := b.signIn(adminLogin, "wrong password"), b.signIn("nobody", "wrong password")
	if known.Code != unknown.Code || known.Body.String() != unknown.Body.String() {
		t.Errorf("%s differs from %s", known.Body, unknown.Body)
	}
	// Hashing takes a hundred times as long as looking a name up, so the best of
	// a few tells on any machine whether an unknown name is hashed too.
	best := [2]time.Duration{time.Hour, time.Hour}
	for i, login := range []string{adminLogin, "nobody2"} {
		for range 4 {
			began := time.Now()
			b.signIn(login, "wrong password")
			best[i] = min(best[i], time.Since(began))
		}
	}
	if best[1] < best[0]/10 {
		t.Errorf("known %v, unknown %v: the time tells who exists", best[0], best[1])
	}
}

func TestCookie(t *testing.T) {
	h := housetest.SQLite(t)
	proxied := func(o *Options) { o.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("192.0.2.0/24")} }
	s := opened(t, h, proxied)
	cookieOf := func(b *browser) *http.Cookie {
		w := b.signIn(adminLogin, adminPassword)
		want(t, w, 200, "")
		return w.Result().Cookies()[0]
	}
	plain := cookieOf(visit(t, s))
	if plain.Name != "huidan_session" || !plain.HttpOnly || plain.SameSite != http.SameSiteLaxMode || plain.Secure || plain.Path != "/" {
		t.Errorf("plain: %+v", plain)
	}
	if len(plain.Value) != 43 {
		t.Errorf("a token has 256 bits: %d characters", len(plain.Value))
	}
	behind := visit(t, s)
	behind.headers["X-Forwarded-Proto"] = "https"
	tls := cookieOf(behind)
	if tls.Name != "__Host-huidan_session" || !tls.Secure || !tls.HttpOnly || tls.Domain != "" || tls.Path != "/" {
		t.Errorf("behind TLS: %+v", tls)
	}
	t.Run("only the hash is kept", func(t *testing.T) {
		var n int64
		err := h.Door.LookUp(t.Context(), func(ctx context.Context, b *act.Books) error {
			_, err := b.One(ctx, []any{&n}, "SELECT COUNT(*) FROM session WHERE token_hash = ? OR id = ?", plain.Value, plain.Value)
			return err
		})
		if err != nil || n != 0 {
			t.Errorf("%d rows hold the token itself, %v", n, err)
		}
	})
	t.Run("a cookie from plain HTTP is not taken behind TLS", func(t *testing.T) {
		b := visit(t, s)
		b.cookies["huidan_session"] = plain.Value
		b.headers["X-Forwarded-Proto"] = "https"
		want(t, b.get("/api/v1/me"), 401, "fault.unauthenticated")
	})
}

func TestSessionsEnd(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		s := opened(t, h)
		here, there := visit(t, s), visit(t, s)
		want(t, here.signIn(adminLogin, adminPassword), 200, "")
		want(t, there.signIn(adminLogin, adminPassword), 200, "")
		t.Run("signing in again ends the old token", func(t *testing.T) {
			old := maps.Clone(here.cookies)
			want(t, here.signIn(adminLogin, adminPassword), 200, "")
			stale := visit(t, s)
			stale.cookies = old
			want(t, stale.get("/api/v1/me"), 401, "fault.unauthenticated")
		})
		t.Run("revoked from another browser", func(t *testing.T) {
			list := read[route.Page[SignIn]](t, here.get("/api/v1/me/sessions"))
			if len(list.Items) != 2 {
				t.Fatalf("two browsers: %+v", list.Items)
			}
			for _, one := range list.Items {
				if !one.Current {
					want(t, here.send("POST", "/api/v1/me/sessions/"+one.ID+"/revoke", ""), 200, "")
					want(t, here.send("POST", "/api/v1/me/sessions/"+one.ID+"/revoke", ""), 404, "server.no_session")
				}
			}
			want(t, there.get("/api/v1/me"), 401, "fault.unauthenticated")
			want(t, here.get("/api/v1/me"), 200, "")
		})
		t.Run("changing the password ends all others and keeps this one", func(t *testing.T) {
			want(t, there.signIn(adminLogin, adminPassword), 200, "")
			h.Clock.Add(time.Second)
			change := func(old, fresh string) *httptest.ResponseRecorder {
				return here.send("POST", "/api/v1/me/password", `{"old":"`+old+`","new":"`+fresh+`"}`)
			}
			want(t, change("wrong password", "even longer"), 422, "fault.invalid")
			want(t, change(adminPassword, adminPassword), 422, "fault.invalid")
			want(t, change(adminPassword, "even longer"), 200, "")
			want(t, there.get("/api/v1/me"), 401, "fault.unauthenticated")
			want(t, here.get("/api/v1/me"), 200, "")
			want(t, visit(t, s).signIn(adminLogin, adminPassword), 401, "server.sign_in_refused")
			want(t, there.signIn(adminLogin, "even longer"), 200, "")
		})
		t.Run("unused for half a day", func(t *testing.T) {
			h.Clock.Add(idleFor - time.Minute)
			want(t, here.get("/api/v1/me"), 200, "")
			s.sessions.forgetPerson(read[Me](t, here.get("/api/v1/me")).Person.ID)
			want(t, here.get("/api/v1/me"), 200, "")
			h.Clock.Add(2 * time.Minute)
			want(t, there.get("/api/v1/me"), 401, "fault.unauthenticated")
			want(t, here.get("/api/v1/me"), 200, "")
		})
		t.Run("after a week, used or not", func(t *testing.T) {
			for range 15 {
				h.Clock.Add(idleFor - time.Minute)
				s.sessions.seen = map[string]signedIn{}
				if here.get("/api/v1/me").Code != 200 {
					break
				}
			}
			want(t, here.get("/api/v1/me"), 401, "fault.unauthenticated")
		})
	})
}

func TestRevocationReachesAnotherReplicaWithinASecond(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		one, other := opened(t, h), open(t, h)
		b := visit(t, one)
		want(t, b.signIn(adminLogin, adminPassword), 200, "")
		elsewhere := visit(t, other)
		elsewhere.cookies = maps.Clone(b.cookies)
		want(t, elsewhere.get("/api/v1/me"), 200, "")
		want(t, b.send("POST", "/api/v1/sign-out", ""), 200, "")
		want(t, b.get("/api/v1/me"), 401, "fault.unauthenticated")
		time.Sleep(time.Second)
		want(t, elsewhere.get("/api/v1/me"), 401, "fault.unauthenticated")
	})
}

func TestClosedAccount(t *testing.T) {
	h := housetest.SQLite(t)
	s := opened(t, h)
	hash, err := password.Hash(t.Context(), "long enough too")
	if err != nil {
		t.Fatal(err)
	}
	done := housetest.Do(h, h.As(access.Admin), staff.CreatePerson{Login: "auditor", Name: "李审", Roles: []access.Role{access.Auditor}, PasswordHash: hash})
	b := visit(t, s)
	want(t, b.signIn("Auditor", "long enough too"), 200, "")
	housetest.Do(h, h.As(access.Admin), staff.DisablePerson{ID: done.ID, Version: done.Version, Reason: "离职"})
	time.Sleep(trustFor + 50*time.Millisecond)
	want(t, b.get("/api/v1/me"), 401, "fault.unauthenticated")
	want(t, b.signIn("auditor", "long enough too"), 401, "server.sign_in_refused")
}

func TestOtherSitesAreRefused(t *testing.T) {
	s := opened(t, housetest.SQLite(t))
	for name, headers := range map[string]map[string]string{
		"cross-site":     {"Sec-Fetch-Site": "cross-site"},
		"same-site":      {"Sec-Fetch-Site": "same-site"},
		"foreign origin": {"Origin": "https://evil.example"},
	} {
		t.Run(name, func(t *testing.T) {
			b := visit(t, s)
			maps.Copy(b.headers, headers)
			want(t, b.signIn(adminLogin, adminPassword), 403, "server.cross_origin")
			want(t, b.get("/api/v1/boot"), 200, "")
		})
	}
	b := visit(t, s)
	b.headers["Sec-Fetch-Site"] = "same-origin"
	want(t, b.signIn(adminLogin, adminPassword), 200, "")
}

func TestBadRequests(t *testing.T) {
	b := visit(t, opened(t, housetest.SQLite(t)))
	want(t, b.send("POST", "/api/v1/sign-in", `{"login":"a","password":"b","remember":true}`), 422, "fault.invalid")
	want(t, b.send("POST", "/api/v1/sign-in", `{"login":1,"password":"b"}`), 422, "fault.invalid")
	want(t, b.send("POST", "/api/v1/sign-in", "{\"login\":\"\xff\"}"), 400, "fault.body_malformed")
	want(t, b.send("POST", "/api/v1/sign-in", strings.Repeat(" ", 2<<20)), 413, "fault.too_large")
	want(t, b.send("PUT", "/api/v1/sign-in", "{}"), 405, "server.method_not_allowed")
	want(t, b.send("POST", "/", "{}"), 405, "server.method_not_allowed")
	want(t, b.get("/api/v1/nothing"), 404, "server.no_such_path")
	want(t, b.get("/assets/none-12345678.js"), 404, "server.no_such_path")
	b.headers["Accept-Language"] = "zh-CN"
	if p := read[route.Problem](t, b.get("/api/v1/me")); p.Detail != "请先登录" {
		t.Errorf("in Chinese: %+v", p)
	}
}

func TestInterface(t *testing.T) {
	b := visit(t, open(t, housetest.SQLite(t)))
	seen := map[string]bool{}
	for _, path := range []string{"/", "/complaints/0198", "/index.html"} {
		w := b.get(path)
		want(t, w, 200, "")
		csp := w.Header().Get("Content-Security-Policy")
		_, rest, _ := strings.Cut(csp, "'nonce-")
		nonce, _, _ := strings.Cut(rest, "'")
		if len(nonce) < 20 || seen[nonce] || !strings.Contains(w.Body.String(), `nonce="`+nonce+`"`) || strings.Contains(w.Body.String(), "__CSP_NONCE__") {
			t.Errorf("%s: nonce %q", path, nonce)
		}
		seen[nonce] = true
		script, _, _ := strings.Cut(csp, "style-src-attr")
		if strings.Contains(script, "unsafe") || !strings.HasPrefix(csp, "default-src 'none'") {
			t.Errorf("policy: %s", csp)
		}
	}
	for name, value := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "X-Frame-Options": "SAMEORIGIN"} {
		if got := b.get("/api/v1/boot").Header().Get(name); got != value {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestDocsNeedNoOtherMachine(t *testing.T) {
	b := visit(t, open(t, housetest.SQLite(t)))
	w := b.get("/docs")
	want(t, w, 200, "")
	page := w.Body.String()
	for _, foreign := range []string{"http://", "https://", "src=\"//"} {
		if strings.Contains(page, foreign) {
			t.Errorf("the page names another place: %s", foreign)
		}
	}
	for _, text := range []string{"查找路径", "Find a path", "/api/v1/openapi.json"} {
		if !strings.Contains(page, text) {
			t.Errorf("the page lacks %s", text)
		}
	}
	var doc struct{ Paths map[string]any }
	if err := json.Unmarshal(b.get("/api/v1/openapi.json").Body.Bytes(), &doc); err != nil || len(doc.Paths) < 10 {
		t.Errorf("%d paths, %v", len(doc.Paths), err)
	}
}

func TestEveryRouteHasItsAction(t *testing.T) {
	s, err := New(Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	var public []string
	for _, r := range s.Routes() {
		if r.Kind == route.KindPublic {
			public = append(public, r.Method+" "+r.Path)
			continue
		}
		if !access.Known(r.Action) {
			t.Errorf("%s %s: action %q", r.Method, r.Path, r.Action)
		}
	}
	slices.Sort(public)
	expected := []string{
		"GET /api/v1/boot", "GET /api/v1/openapi.json", "GET /docs", "GET /healthz", "GET /metrics", "GET /readyz",
		"POST /api/v1/first-run", "POST /api/v1/sign-in", "POST /api/v1/sign-out",
	}
	if !slices.Equal(public, expected) {
		t.Errorf("open to everybody: %q", public)
	}
	t.Run("nobody who is not signed in gets in", func(t *testing.T) {
		s := open(t, housetest.SQLite(t))
		for _, r := range s.Routes() {
			if r.Kind == route.KindPublic {
				continue
			}
			path := strings.NewReplacer("{", "", "}", "").Replace(r.Path)
			want(t, visit(t, s).send(r.Method, path, ""), 401, "fault.unauthenticated")
		}
	})
}

func TestHealth(t *testing.T) {
	h := housetest.SQLite(t)
	folder := t.TempDir()
	s := open(t, h, func(o *Options) { o.DataDir = folder })
	b := visit(t, s)
	if w := b.get("/healthz"); w.Code != 200 || w.Body.String() != "ok\n" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	if r := read[Readiness](t, b.get("/readyz")); r.Status != degraded || r.Disk.Ballast || !r.Writes || !r.Schema {
		t.Errorf("without ballast: %+v", r)
	}
	if err := LayBallast(folder); err != nil {
		t.Fatal(err)
	}
	s.health.at = time.Time{}
	if r := read[Readiness](t, b.get("/readyz")); !r.Disk.Ballast || (r.Status != ready && !r.Disk.Low) {
		t.Errorf("with ballast: %+v", r)
	}
	h.Door.Close()
	s.health.at = time.Time{}
	w := b.get("/readyz")
	if r := read[Readiness](t, w); w.Code != 503 || r.Status != notReady || r.Database {
		t.Errorf("without records: %d %+v", w.Code, r)
	}
	if b.get("/healthz").Code != 200 {
		t.Error("the process lives on")
	}
}

func TestMetrics(t *testing.T) {
	s := opened(t, housetest.SQLite(t), func(o *Options) { o.MetricsToken = "secret-token" })
	b := visit(t, s)
	want(t, b.get("/metrics"), 403, "server.metrics_forbidden")
	b.headers["Authorization"] = "Bearer wrong"
	want(t, b.get("/metrics"), 403, "server.metrics_forbidden")
	b.headers["Authorization"] = "Bearer secret-token"
	w := b.get("/metrics")
	want(t, w, 200, "")
	for _, name := range []string{"huidan_http_requests_total", "huidan_commits_total", "huidan_commit_batch_size", "huidan_journal_queue", "go_goroutines"} {
		if !strings.Contains(w.Body.String(), name) {
			t.Errorf("no %s", name)
		}
	}
}

func TestLogHoldsNoPersonalData(t *testing.T) {
	var log strings.Builder
	s := opened(t, housetest.SQLite(t), func(o *Options) {
		o.Log = slog.New(slog.NewJSONHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	})
	b := visit(t, s)
	want(t, b.signIn("wang.wei", "wrong password"), 401, "server.sign_in_refused")
	b.get("/complaints/0198?q=13812345678")
	if !strings.Contains(log.String(), `"code":"server.sign_in_refused"`) {
		t.Errorf("log: %s", log.String())
	}
	for _, secret := range []string{"wang.wei", "13812345678", "wrong password", "192.0.2.1", "0198?"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log holds %s", secret)
		}
	}
}

func TestPace(t *testing.T) {
	b := visit(t, open(t, housetest.SQLite(t), func(o *Options) { o.RequestsPerSecond = 5 }))
	refused := 0
	for range 30 {
		if w := b.get("/api/v1/nothing"); w.Code == 429 && w.Header().Get("Retry-After") == "1" {
			refused++
		}
	}
	if refused < 15 {
		t.Errorf("refused %d of 30", refused)
	}
	if b.get("/healthz").Code != 200 {
		t.Error("health is asked at any time")
	}
}

func TestAddressBehindProxies(t *testing.T) {
	s := &Server{o: Options{TrustedProxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")}}}
	for _, x := range []struct{ from, said, want string }{
		{"203.0.113.9:1", "198.51.100.1", "203.0.113.9"},
		{"10.0.0.1:1", "", "10.0.0.1"},
		{"10.0.0.1:1", "198.51.100.1", "198.51.100.1"},
		{"10.0.0.1:1", "1.2.3.4, 198.51.100.1, 10.0.0.2", "198.51.100.1"},
		{"10.0.0.1:1", "198.51.100.1, nonsense", "10.0.0.1"},
		{"[::ffff:10.0.0.1]:1", "198.51.100.1", "198.51.100.1"},
	} {
		r := httptest.NewRequest("GET", "/", nil)
		r.RemoteAddr = x.from
		if x.said != "" {
			r.Header.Set("X-Forwarded-For", x.said)
		}
		if got := s.addressOf(r).String(); got != x.want {
			t.Errorf("%s said %q: %s, want %s", x.from, x.said, got, x.want)
		}
	}
}

func TestPanicIsAnInternalError(t *testing.T) {
	s := open(t, housetest.SQLite(t))
	h := s.observed(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic(io.EOF) }))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/", nil))
	want(t, w, 500, "fault.internal")
}
