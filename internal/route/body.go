package route

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"reflect"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
	"github.com/dustin/go-humanize"

	"huidan/internal/fault"
)

const jsonType = "application/json"

// taker reads and checks the bodies of one route.
type taker[Body any] struct {
	doc   *huma.RequestBody
	shape *shape
}

func bodyOf[Body any](reg *Registrar) taker[Body] {
	t := reflect.TypeFor[Body]()
	schema := reg.bodies.Schema(t, true, t.Name())
	reg.demand(schema)
	shape := shapeOf(reg.bodies, schema)
	return taker[Body]{
		doc:   &huma.RequestBody{Required: len(shape.props) > 0, Content: map[string]*huma.MediaType{jsonType: {Schema: schema}}},
		shape: shape,
	}
}

// read gives the body of a request or says what is wrong with it.
func (t taker[Body]) read(c *Ctx) (Body, error) {
	var body Body
	raw, err := ReadAll(c.W, c.R, c.reg.BodyLimit)
	if err != nil {
		return body, err
	}
	if len(bytes.TrimSpace(raw)) == 0 {
		raw = []byte("{}")
	} else if err := wantJSON(c.R); err != nil {
		return body, err
	}
	tree, err := parse(raw)
	if err != nil {
		return body, err
	}
	if err := t.shape.refuse("body", tree); err != nil {
		return body, err
	}
	if err := json.Unmarshal(raw, &body); err != nil {
		return body, malformed("server.why_value")
	}
	return body, nil
}

func wantJSON(r *http.Request) error {
	given, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || given != jsonType || r.Header.Get("Content-Encoding") != "" {
		return fault.New(fault.KindUnsupported, "server.want_json", "type", r.Header.Get("Content-Type"))
	}
	return nil
}

// parse reads one JSON value, exactly one, in valid UTF-8.
func parse(raw []byte) (any, error) {
	if !utf8.Valid(raw) {
		return nil, malformed("server.why_utf8")
	}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var tree any
	if err := d.Decode(&tree); err != nil {
		return nil, malformed("server.why_json")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, malformed("server.why_json")
	}
	return tree, nil
}

func malformed(why string) error {
	return fault.New(fault.KindInvalid, "fault.body_malformed", "why", why)
}

// ReadAll reads a body of at most limit bytes. One that says beforehand that it
// is larger is refused before a byte of it is read.
func ReadAll(w http.ResponseWriter, r *http.Request, limit int64) ([]byte, error) {
	body, err := Limit(w, r, limit)
	if err != nil {
		return nil, err
	}
	raw, err := io.ReadAll(body)
	if err != nil {
		return nil, Unreadable(err, limit)
	}
	return raw, nil
}

// Limit gives a reader of the body that stops after limit bytes.
func Limit(w http.ResponseWriter, r *http.Request, limit int64) (io.ReadCloser, error) {
	if r.ContentLength > limit {
		w.Header().Set("Connection", "close")
		return nil, tooLarge(limit)
	}
	return http.MaxBytesReader(w, r.Body, limit), nil
}

// Unreadable turns an error of reading a limited body into a refusal.
func Unreadable(err error, limit int64) error {
	var over *http.MaxBytesError
	if errors.As(err, &over) {
		return tooLarge(limit)
	}
	return malformed("server.why_cut")
}

func tooLarge(limit int64) error {
	return fault.New(fault.KindTooLarge, "fault.too_large", "max", humanize.IBytes(uint64(limit)))
}
