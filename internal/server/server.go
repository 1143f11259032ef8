package server

import (
	"context"
	"crypto/tls"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/attach"
	"huidan/internal/route"
	"huidan/internal/staff"
)

// Server serves one house over HTTP.
type Server struct {
	o          Options
	routes     *route.Registrar
	sessions   *sessions
	addresses  *pace
	persons    *pace
	figures    *figures
	exposition http.Handler
	health     health
	files      *attach.Store
	document   func() ([]byte, error)
	handler    http.Handler
}

// errPanic stands for a panic in the answer; its cause is in the log.
var errPanic = errors.New("panic")

// New makes a Server with the routes of every chapter. A Server without a door
// knows its routes and can print their document.
func New(o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.UploadLimit == 0 {
		o.UploadLimit = DefaultUploadLimit
	}
	s := &Server{
		o: o, routes: route.New(o.Version), sessions: newSessions(o.Door),
		addresses: newPace(o.RequestsPerSecond), persons: newPace(o.RequestsPerSecond), figures: newFigures(o.Door),
	}
	s.exposition = s.figures.handler()
	s.routes.Door, s.routes.Who, s.routes.Log, s.routes.Names = o.Door, s.who, o.Log, s.names
	page, err := newPage(s.routes.Refuse)
	if err != nil {
		return nil, err
	}
	s.routes.Fallback = page
	if o.DataDir != "" {
		if s.files, err = attach.OpenStore(filepath.Join(o.DataDir, "files"), o.UploadLimit); err != nil {
			return nil, err
		}
	}
	s.own()
	chapters(s.routes, s.files)
	s.document = sync.OnceValues(s.routes.Document)
	s.handler = s.observed(s.guarded(s.limited(s.routes)))
	return s, nil
}

// Handler answers requests.
func (s *Server) Handler() http.Handler { return s.handler }

// Routes lists every declared route.
func (s *Server) Routes() []route.Route { return s.routes.Routes() }

// Document gives the OpenAPI document.
func (s *Server) Document() ([]byte, error) { return s.document() }

// own declares the routes that belong to no chapter.
func (s *Server) own() {
	reg := s.routes
	route.Public(reg, route.GET, "/api/v1/boot", "server.route.boot", s.boot)
	route.Public(reg, route.POST, "/api/v1/sign-in", "server.route.sign_in", s.signIn)
	route.Public(reg, route.POST, "/api/v1/sign-out", "server.route.sign_out", s.signOut)
	route.Public(reg, route.POST, "/api/v1/first-run", "server.route.first_run", s.firstRun)
	route.Book(reg, route.GET, "/api/v1/me", "me.see", "server.route.me", s.me)
	route.Book(reg, route.POST, "/api/v1/me/password", "me.change", "server.route.password", s.changePassword)
	route.Book(reg, route.GET, "/api/v1/me/sessions", "me.see", "server.route.sessions", s.mySessions)
	route.Book(reg, route.POST, "/api/v1/me/sessions/{id}/revoke", "me.see", "server.route.revoke", s.revokeSession)
	file := route.Media{Takes: "multipart/form-data", Gives: "application/json", Answer: attach.File{}}
	route.Raw(reg, route.POST, "/api/v1/files", "files.put", "server.route.put_file", file, s.putFile)
	route.Raw(reg, route.GET, "/api/v1/files/{id}", "files.see", "server.route.get_file", route.Media{Gives: "application/octet-stream"}, s.getFile)
	text := route.Media{Gives: "text/plain"}
	route.PublicRaw(reg, route.GET, "/healthz", "server.route.health", text, healthz)
	route.PublicRaw(reg, route.GET, "/readyz", "server.route.ready", route.Media{Gives: "application/json", Answer: Readiness{}}, s.readyz)
	route.PublicRaw(reg, route.GET, "/metrics", "server.route.metrics", text, s.metrics)
	route.PublicRaw(reg, route.GET, "/api/v1/openapi.json", "server.route.document", route.Media{Gives: "application/json"}, s.openapi)
	route.PublicRaw(reg, route.GET, "/docs", "server.route.docs", route.Media{Gives: "text/html"}, s.docs)
}

// healthz says that the process answers, whatever the records do.
func healthz(c *route.Ctx) error {
	c.W.Header().Set("Content-Type", "text/plain; charset=utf-8")
	c.W.Header().Set("Cache-Control", "no-store")
	_, err := c.W.Write([]byte("ok\n"))
	return err
}

// names gives the names of people, for the tale of a stale record.
func (s *Server) names(ctx context.Context, actor access.Actor, ids ...string) (map[string]string, error) {
	return act.See(ctx, s.o.Door, actor, "staff.see", func(ctx context.Context, sight *act.Sight) (map[string]string, error) {
		if _, found, err := staff.SeeCompany(ctx, sight); err != nil || !found {
			return nil, err
		}
		return staff.Names(ctx, staff.Details(sight), ids...)
	})
}

// How long a connection may take, so that slow ones do not fill the house.
// Uploads and downloads extend theirs (see files.go).
const (
	headerWithin = 10 * time.Second
	readWithin   = 60 * time.Second
	writeWithin  = 120 * time.Second
	idleWithin   = 120 * time.Second
	headerLimit  = 64 << 10
	stopWithin   = 30 * time.Second
)

// Serve answers on ln until ctx ends, then takes no more requests and finishes
// those it has. cert is nil for plain HTTP.
func (s *Server) Serve(ctx context.Context, ln net.Listener, cert *tls.Certificate) error {
	h := &http.Server{
		Handler: s.handler, ReadHeaderTimeout: headerWithin, ReadTimeout: readWithin, WriteTimeout: writeWithin,
		IdleTimeout: idleWithin, MaxHeaderBytes: headerLimit, ErrorLog: slog.NewLogLogger(s.o.Log.Handler(), slog.LevelDebug),
	}
	if cert != nil {
		h.TLSConfig = &tls.Config{Certificates: []tls.Certificate{*cert}, MinVersion: tls.VersionTLS12, NextProtos: []string{"h2", "http/1.1"}}
		ln = tls.NewListener(ln, h.TLSConfig)
	}
	ended := make(chan error, 1)
	go func() { ended <- h.Serve(ln) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	s.o.Log.Info("stopping")
	bound, done := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
	defer done()
	return h.Shutdown(bound)
}
