package server

import (
	"bytes"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"

	"huidan/internal/fault"
	"huidan/internal/route"
	"huidan/ui"
)

// page serves the embedded interface: files as they are, and index.html for
// every other path, which the interface itself resolves.
type page struct {
	files  fs.FS
	index  []byte
	refuse func(http.ResponseWriter, *http.Request, error)
}

func newPage(refuse func(http.ResponseWriter, *http.Request, error)) (*page, error) {
	files, _ := ui.Desk()
	index, err := fs.ReadFile(files, "index.html")
	if err != nil {
		return nil, err
	}
	return &page{files, index, refuse}, nil
}

// typesOf gives content types by file name; those of the machine differ.
var typesOf = map[string]string{
	".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
	".json": "application/json", ".webmanifest": "application/manifest+json", ".map": "application/json",
	".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon", ".webp": "image/webp", ".jpg": "image/jpeg",
	".woff2": "font/woff2", ".woff": "font/woff", ".txt": "text/plain; charset=utf-8", ".wasm": "application/wasm",
}

// ServeHTTP answers what no route takes.
func (p *page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		p.refuse(w, r, fault.New(fault.KindInvalid, "server.method_not_allowed", "method", r.Method))
		return
	}
	name := strings.TrimPrefix(path.Clean(r.URL.Path), "/")
	if kind, known := typesOf[path.Ext(name)]; known && name != "index.html" {
		p.file(w, r, name, kind)
		return
	}
	nonce := newNonce()
	h := w.Header()
	h.Set("Content-Security-Policy", policy(nonce))
	h.Set("Content-Type", typesOf[".html"])
	h.Set("Cache-Control", "no-store") // the nonce must not come back
	body := bytes.ReplaceAll(p.index, []byte(ui.NonceMark), []byte(nonce))
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.Write(body)
}

// file sends a file, its compressed twin where the reader takes it. Names under
// assets/ carry a hash of the content, so they hold for ever.
func (p *page) file(w http.ResponseWriter, r *http.Request, name, kind string) {
	h := w.Header()
	h.Add("Vary", "Accept-Encoding")
	body, err := fs.ReadFile(p.files, name+".gz")
	if err == nil && route.TakesGzip(r) {
		h.Set("Content-Encoding", "gzip")
	} else if body, err = fs.ReadFile(p.files, name); err != nil {
		p.refuse(w, r, fault.NotFound("server.no_such_path"))
		return
	}
	h.Set("Cache-Control", "no-cache")
	if strings.HasPrefix(name, "assets/") {
		h.Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	h.Set("Content-Type", kind)
	h.Set("Content-Length", strconv.Itoa(len(body)))
	w.Write(body)
}
