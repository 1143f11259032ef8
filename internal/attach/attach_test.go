package attach_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/attach"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
)

const png = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"

// Papers that come with a complaint are kept by their content (2.1-m, R2).
func TestClause2_1_m_PapersAreKept(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		dir := t.TempDir()
		store, err := attach.OpenStore(dir, 1000)
		if err != nil {
			t.Fatal(err)
		}
		put := func(name, content string) (attach.File, error) {
			return attach.Put(t.Context(), h.Door, store, h.Call(h.As(access.Receptionist)), name, strings.NewReader(content))
		}
		refused := map[string]struct{ name, content, code string }{
			"nothing in it":              {"a.txt", "", "fault.unsupported_type"},
			"a program":                  {"a.exe", "MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff", "fault.unsupported_type"},
			"a page that would run":      {"a.html", "<html><script>1</script>", "fault.unsupported_type"},
			"a drawing that would run":   {"a.svg", `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`, "fault.unsupported_type"},
			"a picture named a document": {"letter.pdf", png, "attach.content_not_name"},
			"beyond the limit":           {"a.txt", strings.Repeat("信", 400), "attach.too_large"},
		}
		for name, x := range refused {
			t.Run(name+" is refused and leaves nothing behind", func(t *testing.T) {
				_, err := put(x.name, x.content)
				f, ok := fault.As(err)
				if !ok || f.Code != x.code && (len(f.Fields) == 0 || f.Fields[0].Code != x.code) {
					t.Fatalf("want %s, got %v", x.code, err)
				}
				left, err := filepath.Glob(filepath.Join(dir, "*", "*"))
				if err != nil || len(left) > 0 {
					t.Errorf("left behind: %v %v", left, err)
				}
			})
		}
		t.Run("the same content is one file, under the name it first had", func(t *testing.T) {
			first, err := put(`C:\photos\现场.png`, png)
			if err != nil {
				t.Fatal(err)
			}
			second, err := put("again.png", png)
			if err != nil || second != first || first.Name != "现场.png" || first.ContentType != "image/png" {
				t.Errorf("%+v %+v %v", first, second, err)
			}
			f, err := store.Open(first.ID)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if got, err := io.ReadAll(f); err != nil || !bytes.Equal(got, []byte(png)) {
				t.Errorf("%q %v", got, err)
			}
		})
		t.Run("no name leads out of the folder", func(t *testing.T) {
			secret := filepath.Join(filepath.Dir(dir), "secret")
			if err := os.WriteFile(secret, []byte("x"), 0o600); err != nil {
				t.Fatal(err)
			}
			for _, id := range []string{"../secret", "", strings.Repeat("a", 63), "..%2fsecret"} {
				if _, err := store.Open(id); err == nil {
					t.Errorf("%q opened", id)
				}
			}
		})
	})
}
