package server

import (
	"context"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"

	"huidan/internal/act"
	"huidan/internal/route"
)

// watched is a writer that remembers what was answered.
type watched struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader notes the status.
func (w *watched) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write counts.
func (w *watched) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the writer below.
func (w *watched) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// observed gives each request its number, logs and counts it, and turns a panic
// into an internal error. The log names the pattern of the path and never the
// path, a query, an address or a person.
func (s *Server) observed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		began := time.Now()
		meta := &route.Meta{ID: act.NewID(), Language: route.LanguageOf(r)}
		r = route.WithMeta(r, meta)
		seen := &watched{ResponseWriter: w}
		w.Header().Set("X-Request-Id", meta.ID)
		defer func() {
			if cause := recover(); cause != nil && cause != http.ErrAbortHandler {
				s.o.Log.Error("panic", "request", meta.ID, "cause", cause, "stack", string(debug.Stack()))
				if seen.status == 0 {
					s.routes.Refuse(seen, r, errPanic)
				}
			}
			s.note(r.Context(), meta, r.Method, seen, time.Since(began))
		}()
		next.ServeHTTP(seen, r)
	})
}

func (s *Server) note(ctx context.Context, meta *route.Meta, method string, seen *watched, took time.Duration) {
	if seen.status == 0 {
		seen.status = http.StatusOK
	}
	s.figures.request(meta, method, seen.status, took)
	level := slog.LevelDebug
	switch {
	case seen.status >= http.StatusInternalServerError:
		level = slog.LevelWarn
	case meta.Route.Kind == route.KindAct:
		level = slog.LevelInfo
	}
	s.o.Log.LogAttrs(ctx, level, "request",
		slog.String("request", meta.ID), slog.String("method", method), slog.String("route", meta.Route.Path),
		slog.Int("status", seen.status), slog.String("code", meta.Code),
		slog.Int64("bytes", seen.bytes), slog.Duration("took", took.Round(time.Microsecond)))
}
