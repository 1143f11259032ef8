package route

import (
	"context"
	"encoding/json"
	"net/http"
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// In is what an act is made from: the checked body and the rest of the request.
type In[Body any] struct {
	Body Body
	c    *Ctx
}

// Path gives the part of the path that {name} stands for.
func (in In[Body]) Path(name string) string { return in.c.Path(name) }

// Actor is the signed-in person.
func (in In[Body]) Actor() access.Actor { return in.c.Actor }

// Language is the reader's language.
func (in In[Body]) Language() string { return string(in.c.Language) }

// KeyHeader carries the idempotency key of an act.
const KeyHeader = "Idempotency-Key"

// Act declares a route that does an act; success is 200.
func Act[Body, R any](reg *Registrar, method, path string, action access.Action, summary string, make func(In[Body]) act.Act[R]) {
	addAct(reg, http.StatusOK, method, path, action, summary, make)
}

// Create declares a route whose act makes a new record; success is 201.
func Create[Body, R any](reg *Registrar, path string, action access.Action, summary string, make func(In[Body]) act.Act[R]) {
	addAct(reg, http.StatusCreated, POST, path, action, summary, make)
}

// Prepared declares a route whose act needs slow work beforehand (hashing a
// password), which has no place in a transaction.
func Prepared[Body, R any](reg *Registrar, method, path string, action access.Action, summary string, make func(context.Context, In[Body]) (act.Act[R], error)) {
	addPrepared(reg, http.StatusOK, method, path, action, summary, make)
}

func addAct[Body, R any](reg *Registrar, status int, method, path string, action access.Action, summary string, make func(In[Body]) act.Act[R]) {
	addPrepared(reg, status, method, path, action, summary, func(_ context.Context, in In[Body]) (act.Act[R], error) { return make(in), nil })
}

func addPrepared[Body, R any](reg *Registrar, status int, method, path string, action access.Action, summary string, make func(context.Context, In[Body]) (act.Act[R], error)) {
	take := bodyOf[Body](reg)
	answer := answerOf[R](reg)
	reg.add(spec{
		Route:  Route{Method: method, Path: path, Action: action, Kind: KindAct, Summary: summary},
		status: status, body: take.doc, answer: answer.doc,
		params: []*huma.Param{{Name: KeyHeader, In: "header", Required: true, Schema: &huma.Schema{Type: huma.TypeString}}},
		handler: func(c *Ctx) error {
			key := c.R.Header.Get(KeyHeader)
			if key == "" {
				return fault.New(fault.KindInvalid, "fault.key_missing")
			}
			body, err := take.read(c)
			if err != nil {
				return err
			}
			asked, err := make(c.R.Context(), In[Body]{Body: body, c: c})
			if err != nil {
				return err
			}
			done, err := act.Do[R](c.R.Context(), c.Door, act.Call{Actor: c.Actor, Key: key}, addressed[R]{asked, c.R.URL.Path})
			if err != nil {
				return err
			}
			return answer.write(c, status, &done)
		},
	})
}

// addressed is an act together with the path it was sent to. The door compares
// the content of a repeated key; the record's id stands in the path and not in
// the body, so without the path one key could answer for two records.
type addressed[R any] struct {
	act.Act[R]
	path string
}

// MarshalJSON gives the content the door compares.
func (a addressed[R]) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Path string     `json:"path"`
		Act  act.Act[R] `json:"act"`
	}{a.path, a.Act})
}

// Read declares a GET route that sees something. The fields of Query are filled
// by their tags query:"name" and path:"name"; an unknown query parameter is refused.
func Read[Query, R any](reg *Registrar, path string, action access.Action, summary string, see func(context.Context, *act.Sight, *Query) (R, error)) {
	take := paramsOf[Query](reg)
	answer := answerOf[R](reg)
	reg.add(spec{
		Route:  Route{Method: GET, Path: path, Action: action, Kind: KindRead, Summary: summary},
		params: take.doc, answer: answer.doc,
		handler: func(c *Ctx) error {
			query, err := take.read(c)
			if err != nil {
				return err
			}
			seen, err := act.See(c.R.Context(), c.Door, c.Actor, action, func(ctx context.Context, s *act.Sight) (R, error) {
				return see(ctx, s, query)
			})
			if err != nil {
				return err
			}
			return answer.write(c, http.StatusOK, &seen)
		},
	})
}

// Book declares a route that touches bookkeeping only: In is the query of a GET
// and the body of a POST.
func Book[I, R any](reg *Registrar, method, path string, action access.Action, summary string, do func(*Ctx, I) (R, error)) {
	addTyped(reg, Route{Method: method, Path: path, Action: action, Kind: KindBook, Summary: summary}, do)
}

// Public declares a route for everybody, signed in or not.
func Public[I, R any](reg *Registrar, method, path, summary string, do func(*Ctx, I) (R, error)) {
	addTyped(reg, Route{Method: method, Path: path, Kind: KindPublic, Summary: summary}, do)
}

func addTyped[I, R any](reg *Registrar, declared Route, do func(*Ctx, I) (R, error)) {
	answer := answerOf[R](reg)
	s := spec{Route: declared, answer: answer.doc}
	var read func(*Ctx) (I, error)
	if declared.Method == GET {
		take := paramsOf[I](reg)
		s.params = take.doc
		read = func(c *Ctx) (I, error) {
			in, err := take.read(c)
			if err != nil {
				return *new(I), err
			}
			return *in, nil
		}
	} else {
		take := bodyOf[I](reg)
		s.body = take.doc
		read = take.read
	}
	s.handler = func(c *Ctx) error {
		in, err := read(c)
		if err != nil {
			return err
		}
		done, err := do(c, in)
		if err != nil {
			return err
		}
		return answer.write(c, http.StatusOK, &done)
	}
	reg.add(s)
}

// Media says which content types a raw route takes and gives, for the document.
type Media struct {
	Takes string // e.g. "multipart/form-data"; empty for none
	Gives string // e.g. "application/pdf"
	// Answer is a value of the type given when Gives is "application/json".
	Answer any
}

// Raw declares a route that reads or writes the bodies itself: downloads,
// uploads, streams. What it shows must still come through act.See.
func Raw(reg *Registrar, method, path string, action access.Action, summary string, media Media, do func(*Ctx) error) {
	addRaw(reg, Route{Method: method, Path: path, Action: action, Kind: KindRaw, Summary: summary}, media, do)
}

// PublicRaw declares a raw route for everybody: health, the document itself.
func PublicRaw(reg *Registrar, method, path, summary string, media Media, do func(*Ctx) error) {
	addRaw(reg, Route{Method: method, Path: path, Kind: KindPublic, Summary: summary}, media, do)
}

func addRaw(reg *Registrar, declared Route, media Media, do func(*Ctx) error) {
	s := spec{Route: declared, handler: do}
	s.answer = &huma.Response{Content: map[string]*huma.MediaType{}}
	if media.Gives != "" {
		schema := &huma.Schema{Type: huma.TypeString, Format: "binary"}
		if media.Answer != nil {
			schema = reg.answers.Schema(reflect.TypeOf(media.Answer), true, "Answer")
		}
		s.answer.Content[media.Gives] = &huma.MediaType{Schema: schema}
	}
	if media.Takes != "" {
		s.body = &huma.RequestBody{Content: map[string]*huma.MediaType{media.Takes: {Schema: uploadSchema(media.Takes)}}}
	}
	reg.add(s)
}

// uploadSchema: a form carries its file in the part "file".
func uploadSchema(takes string) *huma.Schema {
	file := &huma.Schema{Type: huma.TypeString, Format: "binary"}
	if takes != "multipart/form-data" {
		return file
	}
	return &huma.Schema{Type: huma.TypeObject, Required: []string{"file"}, Properties: map[string]*huma.Schema{"file": file}}
}
