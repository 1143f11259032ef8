package route

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/danielgtaylor/huma/v2"
)

// Page is one page of a list; Next and Prev are cursors, empty at the ends.
type Page[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty"`
	Prev  string `json:"prev,omitempty"`
}

// Nothing is the answer of a route that has nothing to say, and the body of one
// that needs nothing.
type Nothing struct{}

// giver writes the answers of one route.
type giver[R any] struct {
	doc     *huma.Response
	fillNil func(reflect.Value)
}

func answerOf[R any](reg *Registrar) giver[R] {
	t := reflect.TypeFor[R]()
	schema := reg.answers.Schema(t, true, t.Name())
	return giver[R]{
		doc:     &huma.Response{Content: map[string]*huma.MediaType{jsonType: {Schema: schema}}},
		fillNil: nilFiller(t, map[reflect.Type]*func(reflect.Value){}),
	}
}

// write sends the answer. Lists that are nil go out as empty lists, so that the
// document may promise a list.
func (g giver[R]) write(c *Ctx, status int, answer *R) error {
	if g.fillNil != nil {
		g.fillNil(reflect.ValueOf(answer).Elem())
	}
	return WriteJSON(c.W, c.R, status, answer)
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

var zippers = sync.Pool{New: func() any {
	z, err := gzip.NewWriterLevel(io.Discard, gzip.BestSpeed)
	if err != nil {
		panic(err) // the level is a constant of the same package
	}
	return z
}}

// compressFrom is the size in bytes from which an answer is worth compressing.
const compressFrom = 4096

// WriteJSON sends a value as JSON, compressed when it is big and the reader takes it.
func WriteJSON(w http.ResponseWriter, r *http.Request, status int, value any) error {
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	e := json.NewEncoder(buf)
	e.SetEscapeHTML(false)
	if err := e.Encode(value); err != nil {
		return err
	}
	h := w.Header()
	if h.Get("Content-Type") == "" {
		h.Set("Content-Type", jsonType)
	}
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept-Encoding")
	if buf.Len() < compressFrom || !TakesGzip(r) {
		h.Set("Content-Length", strconv.Itoa(buf.Len()))
		w.WriteHeader(status)
		w.Write(buf.Bytes()) // a reader that has gone cannot be told so
		return nil
	}
	h.Set("Content-Encoding", "gzip")
	w.WriteHeader(status)
	z := zippers.Get().(*gzip.Writer)
	defer zippers.Put(z)
	z.Reset(w)
	z.Write(buf.Bytes())
	z.Close()
	return nil
}

// TakesGzip says whether the reader takes gzip.
func TakesGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		name, quality, _ := strings.Cut(strings.TrimSpace(part), ";")
		if strings.EqualFold(name, "gzip") {
			return strings.ReplaceAll(quality, " ", "") != "q=0"
		}
	}
	return false
}

// nilFiller gives a function that replaces the nil lists inside a value of type
// t by empty ones, or nil when t holds no list. It is made once per route.
func nilFiller(t reflect.Type, making map[reflect.Type]*func(reflect.Value)) func(reflect.Value) {
	if known, ok := making[t]; ok {
		return func(v reflect.Value) {
			if *known != nil {
				(*known)(v)
			}
		}
	}
	if t.Implements(reflect.TypeFor[json.Marshaler]()) {
		return nil
	}
	var fill func(reflect.Value)
	making[t] = &fill
	switch t.Kind() {
	case reflect.Pointer:
		if inner := nilFiller(t.Elem(), making); inner != nil {
			fill = func(v reflect.Value) {
				if !v.IsNil() {
					inner(v.Elem())
				}
			}
		}
	case reflect.Slice:
		fill = fillSlice(t, nilFiller(t.Elem(), making))
	case reflect.Struct:
		fill = fillStruct(t, making)
	}
	return fill
}

func fillSlice(t reflect.Type, inner func(reflect.Value)) func(reflect.Value) {
	if t.Elem().Kind() == reflect.Uint8 {
		return nil
	}
	empty := reflect.MakeSlice(t, 0, 0)
	return func(v reflect.Value) {
		if v.IsNil() {
			v.Set(empty)
			return
		}
		for i := 0; inner != nil && i < v.Len(); i++ {
			inner(v.Index(i))
		}
	}
}

func fillStruct(t reflect.Type, making map[reflect.Type]*func(reflect.Value)) func(reflect.Value) {
	type part struct {
		i    int
		fill func(reflect.Value)
	}
	var parts []part
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || name == "-" || strings.Contains(options, "omit") && f.Type.Kind() == reflect.Slice {
			continue
		}
		if fill := nilFiller(f.Type, making); fill != nil {
			parts = append(parts, part{i, fill})
		}
	}
	if len(parts) == 0 {
		return nil
	}
	return func(v reflect.Value) {
		for _, p := range parts {
			p.fill(v.Field(p.i))
		}
	}
}
