package ledger

import (
	"bytes"
	"encoding/json"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/route"
)

// web is the desk over HTTP, used by somebody of a role.
func (c *firm) web(role access.Role) *route.Registrar {
	reg := route.New("test")
	reg.Door = c.Door
	reg.Who = func(*http.Request) (access.Actor, error) { return c.As(role), nil }
	c.desk.Routes(reg)
	return reg
}

// upload sends a form with a file under a key.
func upload(t *testing.T, reg *route.Registrar, key, part string, content []byte) *httptest.ResponseRecorder {
	t.Helper()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	p, err := w.CreateFormFile(part, "台账.csv")
	if err == nil {
		_, err = p.Write(content)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	r := httptest.NewRequest(http.MethodPost, "/api/v1/imports", &form)
	r.Header.Set("Content-Type", w.FormDataContentType())
	r.Header.Set(route.KeyHeader, key)
	return answer(reg, r)
}

func answer(reg *route.Registrar, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	reg.ServeHTTP(w, r)
	return w
}

func ask(reg *route.Registrar, method, path, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set(route.KeyHeader, "key-"+act.NewID())
	return answer(reg, r)
}

func TestClause1_b_ImportOverHTTP(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		if w := upload(t, c.web(access.Receptionist), "key-of-reception", "file", []byte(fewRows)); w.Code != http.StatusForbidden {
			t.Errorf("reception: %d", w.Code)
		}
		reg := c.web(access.SalesManager)
		if w := upload(t, reg, "", "file", []byte(fewRows)); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("without a key: %d", w.Code)
		}
		if w := upload(t, reg, "key-of-nothing", "other", []byte(fewRows)); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), `"body.file"`) {
			t.Errorf("without a file: %d %s", w.Code, w.Body)
		}
		// A form that says beforehand that it is too large is refused unread.
		huge := httptest.NewRequest(http.MethodPost, "/api/v1/imports", strings.NewReader(""))
		huge.ContentLength = 300 << 20
		huge.Header.Set("Content-Type", "multipart/form-data; boundary=x")
		huge.Header.Set(route.KeyHeader, "key-of-huge")
		if w := answer(reg, huge); w.Code != http.StatusRequestEntityTooLarge {
			t.Errorf("300 MB: %d %s", w.Code, w.Body)
		}
		first, second := upload(t, reg, "key-of-ledger", "file", []byte(fewRows)), upload(t, reg, "key-of-ledger", "file", []byte(fewRows))
		var j, again Job
		if json.Unmarshal(first.Body.Bytes(), &j) != nil || json.Unmarshal(second.Body.Bytes(), &again) != nil || first.Code != http.StatusCreated || j.ID == "" || j.ID != again.ID {
			t.Fatalf("the same key twice: %d %s, %d %s", first.Code, first.Body, second.Code, second.Body)
		}
		base := "/api/v1/imports/" + j.ID
		if w := ask(reg, http.MethodPost, base+"/preview", `{"year": 2024}`); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"2024-08-17"`) {
			t.Errorf("another year: %d", w.Code)
		}
		if w := ask(reg, http.MethodGet, base+"/rejected.csv", ""); w.Code != http.StatusOK || !strings.Contains(w.Body.String(), "哪天") {
			t.Errorf("rejected rows: %d %s", w.Code, w.Body)
		}
		if w := ask(reg, http.MethodPost, base+"/commit", `{"duplicates": "perhaps"}`); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("a choice there is not: %d", w.Code)
		}
		if w := ask(reg, http.MethodPost, base+"/undo", `{"reason": "too early"}`); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("undone before it was done: %d", w.Code)
		}
		if w := ask(reg, http.MethodPost, base+"/commit", `{}`); w.Code != http.StatusOK {
			t.Fatalf("commit: %d %s", w.Code, w.Body)
		}
		c.finish(j.ID)
		if w := ask(reg, http.MethodPost, base+"/preview", `{}`); w.Code != http.StatusUnprocessableEntity {
			t.Errorf("corrected after it was taken in: %d", w.Code)
		}
		if w := ask(reg, http.MethodGet, "/api/v1/imports", ""); !strings.Contains(w.Body.String(), `"status":"done"`) || !strings.Contains(w.Body.String(), "TS2024-00002") {
			t.Errorf("list %s", w.Body)
		}
	})
}

// A job that a refusal stopped says so, and goes on once it may.
func TestClause1_b_ImportStoppedGoesOn(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		j := c.handIn("a.csv", fewRows)
		if _, err := c.desk.Begin(t.Context(), c.Door, c.As(access.Receptionist), j.ID, Twins{}); err != nil {
			t.Fatal(err)
		}
		if stopped := c.finish(j.ID); stopped.Status != Failed || stopped.Said("zh-CN") == "" {
			t.Errorf("not stopped: %+v", stopped)
		}
		if done := c.commit(j, Twins{}); done.Status != Done || done.RowsDone != 4 {
			t.Errorf("does not go on: %+v", done)
		}
	})
}
