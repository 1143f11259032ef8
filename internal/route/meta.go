package route

import (
	"context"
	"net/http"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/lang"
)

// Meta travels with a request: what the server found out before the route, and
// what the route tells the server for logs and metrics.
type Meta struct {
	ID       string        // request id, also the reference of an internal error
	Language lang.Language // of the reader
	Route    Route         // filled by the route that answers
	Code     string        // code of the refusal, empty for success
}

type metaKey struct{}

// WithMeta gives the request its Meta.
func WithMeta(r *http.Request, m *Meta) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), metaKey{}, m))
}

// withMeta gives a request that came without Meta one of its own.
func withMeta(r *http.Request) *http.Request {
	if _, ok := r.Context().Value(metaKey{}).(*Meta); ok {
		return r
	}
	return WithMeta(r, &Meta{ID: act.NewID(), Language: LanguageOf(r)})
}

func metaOf(r *http.Request) *Meta {
	if m, ok := r.Context().Value(metaKey{}).(*Meta); ok {
		return m
	}
	return &Meta{Language: LanguageOf(r)}
}

// LanguageCookie names the cookie in which the interface keeps the chosen language.
const LanguageCookie = "huidan_lang"

// LanguageOf gives the reader's language: the chosen one, else what the browser
// asks for, else Chinese.
func LanguageOf(r *http.Request) lang.Language {
	if c, err := r.Cookie(LanguageCookie); err == nil && c.Value != "" {
		return lang.Of(c.Value)
	}
	return lang.Of(r.Header.Get("Accept-Language"))
}

// Ctx is one request as a raw or bookkeeping route sees it.
type Ctx struct {
	W        http.ResponseWriter
	R        *http.Request
	Door     *act.Door
	Actor    access.Actor // zero in public routes
	Language lang.Language

	reg     *Registrar
	summary string
}

// Path gives the part of the path that {name} stands for.
func (c *Ctx) Path(name string) string { return c.R.PathValue(name) }
