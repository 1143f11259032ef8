package ui

import (
	"io/fs"
	"path"
	"strings"
	"testing"
)

func TestDeskAlwaysHasAPage(t *testing.T) {
	files, built := Desk()
	page, err := fs.ReadFile(files, "index.html")
	if err != nil {
		t.Fatalf("index.html: %v", err)
	}
	if !strings.Contains(string(page), `nonce="`+NonceMark+`"`) {
		t.Errorf("index.html has no %q for the server to replace", NonceMark)
	}
	if !built {
		return
	}
	assets, err := fs.ReadDir(files, "assets")
	if err != nil {
		t.Fatalf("assets: %v", err)
	}
	for _, asset := range assets {
		name := asset.Name()
		if ext := path.Ext(name); ext != ".js" && ext != ".css" {
			continue
		}
		if _, err := fs.Stat(files, "assets/"+name+".gz"); err != nil {
			t.Errorf("no gzip twin of %s", name)
		}
	}
}
