package route

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/lang"
)

// The methods routes are declared with.
const (
	GET  = http.MethodGet
	POST = http.MethodPost
)

// Kind says what a route does when it is called.
type Kind string

// The kinds of routes.
const (
	KindAct    Kind = "act"    // changes something through the door; appends a line to the journal
	KindRead   Kind = "read"   // sees something through the door
	KindBook   Kind = "book"   // changes or reads bookkeeping only (sign-ins, saved views)
	KindRaw    Kind = "raw"    // streams: downloads, uploads
	KindPublic Kind = "public" // for everybody, signed in or not
)

// Route is one declared route, as the test of roles and the metrics list it.
type Route struct {
	Method  string
	Path    string
	Action  access.Action // empty only for KindPublic
	Kind    Kind
	Summary string // key of package lang
}

// Registrar gathers the routes of all chapters and answers their requests.
// Register everything before the first request.
type Registrar struct {
	// Door is what acts and reads go through; nil is enough to print the document.
	Door *act.Door
	// Who finds the signed-in person of a request, or refuses with KindUnauthenticated.
	Who func(*http.Request) (access.Actor, error)
	// Names gives the names of people by ID, as the actor may see them.
	Names func(ctx context.Context, actor access.Actor, ids ...string) (map[string]string, error)
	// Log takes internal errors with their reference.
	Log *slog.Logger
	// Fallback answers paths outside /api/ that no route takes (the browser interface).
	Fallback http.Handler
	// BodyLimit is the size of the largest body in bytes.
	BodyLimit int64

	mux     *http.ServeMux
	routes  []Route
	answers huma.Registry
	bodies  huma.Registry
	// demanded names the schemas of bodies whose required keys are settled.
	demanded map[string]bool
	doc      *huma.OpenAPI
}

// DefaultBodyLimit is the size of the largest body of an act, in bytes.
const DefaultBodyLimit = 1 << 20

// New makes an empty Registrar whose document carries the given version.
func New(version string) *Registrar {
	answers := huma.NewMapRegistry(schemaPrefix, nameOf(""))
	return &Registrar{
		Log:       slog.Default(),
		BodyLimit: DefaultBodyLimit,
		mux:       http.NewServeMux(),
		answers:   answers,
		bodies:    huma.NewMapRegistry(schemaPrefix, nameOf("Body")),
		demanded:  map[string]bool{},
		doc: &huma.OpenAPI{
			OpenAPI:    "3.1.0",
			Info:       &huma.Info{Title: lang.T(lang.ZH, "server.api.title", nil), Version: version},
			Components: &huma.Components{Schemas: answers},
		},
	}
}

// Routes lists every declared route in the order of declaration.
func (reg *Registrar) Routes() []Route { return slices.Clone(reg.routes) }

// spec is a route on its way into the Registrar.
type spec struct {
	Route
	status  int           // of success, 200 unless said
	params  []*huma.Param // path, query
	body    *huma.RequestBody
	answer  *huma.Response
	handler func(*Ctx) error
}

// add declares a route. It panics on a programming error, so that no build
// passes its tests with a route that lacks its permission or its summary.
func (reg *Registrar) add(s spec) {
	where := s.Method + " " + s.Path
	switch {
	case s.Kind == KindPublic && s.Action != "":
		panic(fmt.Sprintf("route %s: a public route has no action", where))
	case s.Kind != KindPublic && !access.Known(s.Action):
		panic(fmt.Sprintf("route %s: action %q is not in the permission table", where, s.Action))
	case !lang.Has(s.Summary):
		panic(fmt.Sprintf("route %s: no text %q in both languages", where, s.Summary))
	}
	reg.routes = append(reg.routes, s.Route)
	reg.describe(s)
	declared := s.Route
	reg.mux.HandleFunc(where, func(w http.ResponseWriter, r *http.Request) {
		meta := metaOf(r)
		meta.Route = declared
		c := &Ctx{W: w, R: r, Door: reg.Door, Language: meta.Language, reg: reg, summary: s.Summary}
		if err := reg.serve(c, s); err != nil {
			reg.nameChangers(c, err)
			reg.Refuse(w, r, err)
		}
	})
}

// serve asks who calls and whether he may at all, then runs the handler.
func (reg *Registrar) serve(c *Ctx, s spec) error {
	if s.Kind == KindPublic {
		return s.handler(c)
	}
	actor, err := reg.Who(c.R)
	if err != nil {
		return err
	}
	actor.Language = string(c.Language)
	c.Actor = actor
	if _, ok := access.Reach(actor, s.Action); !ok {
		return fault.Forbidden("fault.forbidden", "action", s.Summary)
	}
	return s.handler(c)
}

// nameChangers puts names to those who changed a record in the meantime.
func (reg *Registrar) nameChangers(c *Ctx, err error) {
	f, ok := fault.As(err)
	if !ok || len(f.Changes) == 0 || reg.Names == nil {
		return
	}
	ids := make([]string, len(f.Changes))
	for i, change := range f.Changes {
		ids[i] = change.ActorID
	}
	names, err := reg.Names(c.R.Context(), c.Actor, ids...)
	if err != nil {
		reg.Log.Warn("names not found", "error", err)
		return
	}
	for i := range f.Changes {
		f.Changes[i].ActorName = names[f.Changes[i].ActorID]
	}
}

// ServeHTTP answers by the declared routes; a path or method that none takes is
// answered as a problem too, or by Fallback outside /api/.
func (reg *Registrar) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	r = withMeta(r)
	m := &miss{ResponseWriter: w, r: r}
	reg.mux.ServeHTTP(m, r)
	switch {
	case m.status == 0:
	case m.status == http.StatusNotFound && reg.Fallback != nil && !strings.HasPrefix(r.URL.Path, "/api/"):
		reg.Fallback.ServeHTTP(w, r)
	case m.status == http.StatusMethodNotAllowed:
		reg.Refuse(w, r, fault.New(fault.KindInvalid, "server.method_not_allowed", "method", r.Method))
	default:
		reg.Refuse(w, r, fault.NotFound("server.no_such_path"))
	}
}

// miss swallows the plain-text 404 and 405 of the mux, which it gives without
// having found a pattern.
type miss struct {
	http.ResponseWriter
	r      *http.Request
	status int
}

// WriteHeader notes a miss and passes on everything else.
func (m *miss) WriteHeader(status int) {
	if m.r.Pattern == "" && (status == http.StatusNotFound || status == http.StatusMethodNotAllowed) {
		m.status = status
		return
	}
	m.ResponseWriter.WriteHeader(status)
}

// Write drops the text of a miss.
func (m *miss) Write(b []byte) (int, error) {
	if m.status != 0 {
		return len(b), nil
	}
	return m.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the writer below.
func (m *miss) Unwrap() http.ResponseWriter { return m.ResponseWriter }
