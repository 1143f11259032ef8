package server

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http/httptest"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/attach"
	"huidan/internal/house/housetest"
	"huidan/internal/password"
	"huidan/internal/staff"
)

// png is the smallest picture.
const png = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"

func (b *browser) upload(part, name, content string) *httptest.ResponseRecorder {
	b.t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	w, err := form.CreateFormFile(part, name)
	if err == nil {
		_, err = io.WriteString(w, content)
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		b.t.Fatal(err)
	}
	b.headers["Content-Type"] = form.FormDataContentType()
	defer delete(b.headers, "Content-Type")
	return b.send("POST", "/api/v1/files", body.String())
}

func withFiles(t *testing.T) func(*Options) {
	folder := t.TempDir()
	return func(o *Options) { o.DataDir, o.UploadLimit = folder, 1<<20 }
}

func TestUploads(t *testing.T) {
	h := housetest.SQLite(t)
	b := visit(t, opened(t, h, withFiles(t)))
	want(t, b.upload("file", "来函.png", png), 401, "fault.unauthenticated")
	want(t, b.signIn(adminLogin, adminPassword), 200, "")
	want(t, b.upload("picture", "来函.png", png), 422, "fault.invalid")
	want(t, b.upload("file", "来函.pdf", png), 422, "fault.invalid")
	want(t, b.upload("file", "来函.png", ""), 415, "fault.unsupported_type")
	want(t, b.upload("file", "setup.exe", "MZ\x90\x00"+strings.Repeat("\x00", 100)), 415, "fault.unsupported_type")
	want(t, b.upload("file", "来函.png", png+strings.Repeat("x", 2<<20)), 413, "fault.too_large")
	want(t, b.send("POST", "/api/v1/files", `{"file":"x"}`), 400, "fault.body_malformed")
	t.Run("300 MB are refused unread", func(t *testing.T) {
		r := httptest.NewRequest("POST", "/api/v1/files", neverRead{t})
		r.ContentLength = 300 << 20
		r.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		for name, v := range b.cookies {
			r.Header.Add("Cookie", name+"="+v)
		}
		w := httptest.NewRecorder()
		b.to.ServeHTTP(w, r)
		want(t, w, 413, "fault.too_large")
		if w.Header().Get("Connection") != "close" {
			t.Error("the rest of the body would be read to reuse the connection")
		}
	})
	t.Run("cut off on the way", func(t *testing.T) {
		b.headers["Content-Type"] = "multipart/form-data; boundary=x"
		defer delete(b.headers, "Content-Type")
		body := "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n" + png
		want(t, b.send("POST", "/api/v1/files", body), 400, "fault.body_malformed")
	})
	t.Run("stored and sent back", func(t *testing.T) {
		w := b.upload("file", `C:\桌面\来函 1.png`, png)
		want(t, w, 201, "")
		f := read[attach.File](t, w)
		if f.Name != "来函 1.png" || f.ContentType != "image/png" || f.Size != int64(len(png)) || len(f.ID) != 64 {
			t.Errorf("%+v", f)
		}
		got := b.get("/api/v1/files/" + f.ID)
		want(t, got, 200, "")
		if got.Body.String() != png || got.Header().Get("Content-Type") != "image/png" ||
			!strings.HasPrefix(got.Header().Get("Content-Disposition"), "inline; filename*=utf-8''") ||
			!strings.Contains(got.Header().Get("Content-Security-Policy"), "sandbox") {
			t.Errorf("%v", got.Header())
		}
		b.headers["If-None-Match"] = `"` + f.ID + `"`
		if again := b.get("/api/v1/files/" + f.ID); again.Code != 304 {
			t.Errorf("unchanged bytes travel again: %d", again.Code)
		}
		delete(b.headers, "If-None-Match")
		want(t, b.get("/api/v1/files/"+strings.Repeat("0", 64)), 404, "fault.not_found")
		want(t, b.get("/api/v1/files/..%2f..%2fhuidan.db"), 404, "fault.not_found")
	})
}

type neverRead struct{ t *testing.T }

func (n neverRead) Read([]byte) (int, error) {
	n.t.Error("read")
	return 0, io.EOF
}

func TestFileIsOpenToWhoSeesTheRecord(t *testing.T) {
	h := housetest.SQLite(t)
	s := opened(t, h, withFiles(t))
	hash, err := password.Hash(t.Context(), "long enough too")
	if err != nil {
		t.Fatal(err)
	}
	housetest.Do(h, h.As(access.Admin), staff.CreatePerson{Login: "auditor", Name: "李审", Roles: []access.Role{access.Auditor}, PasswordHash: hash})
	admin, auditor := visit(t, s), visit(t, s)
	want(t, admin.signIn(adminLogin, adminPassword), 200, "")
	me := read[Me](t, admin.get("/api/v1/me"))
	want(t, auditor.signIn("auditor", "long enough too"), 200, "")
	want(t, auditor.upload("file", "a.png", png), 403, "fault.forbidden")
	f := read[attach.File](t, admin.upload("file", "证书.png", png))
	want(t, auditor.get("/api/v1/files/"+f.ID), 404, "fault.not_found")
	_, err = act.Do(t.Context(), h.Door, h.Call(h.As(access.Admin)), staff.AddQualification{
		PersonID: me.Person.ID, Family: "泵", Skill: "维修", CertificateNo: "1", Issuer: "某局", ValidFrom: "2026-01-01", ValidTo: "2027-01-01", FileID: f.ID,
	})
	if err != nil {
		t.Fatal(err)
	}
	want(t, auditor.get("/api/v1/files/"+f.ID), 200, "")
}
