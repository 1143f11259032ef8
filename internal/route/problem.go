package route

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"strconv"
	"strings"
	"time"

	"huidan/internal/fault"
	"huidan/internal/lang"
)

// Problem is a refusal as it goes over the wire (RFC 9457), in the reader's language.
type Problem struct {
	Type       string  `json:"type" doc:"urn:huidan: and the kind of the refusal"`
	Title      string  `json:"title"`
	Status     int     `json:"status"`
	Detail     string  `json:"detail"`
	Code       string  `json:"code" doc:"stable name of the refusal"`
	Obligation string  `json:"obligation,omitempty" doc:"the obligation of the regulation that refuses"`
	Ref        string  `json:"ref,omitempty" doc:"reference of an internal error in the log"`
	Errors     []Wrong `json:"errors,omitempty"`
	Stale      *Stale  `json:"stale,omitempty"`
}

// Wrong is one wrong field.
type Wrong struct {
	Location string `json:"location" doc:"body.lines[0].serial_no, query.limit, path.id"`
	Code     string `json:"code"`
	Message  string `json:"message"`
}

// Stale says what happened to the record since it was read.
type Stale struct {
	Version int64    `json:"version"`
	Changes []Change `json:"changes"`
}

// Change is one act that overtook.
type Change struct {
	Act        string `json:"act"`
	Sentence   string `json:"sentence"`
	ActorName  string `json:"actor_name"`
	RecordedAt string `json:"recorded_at" format:"date-time"`
}

var statusOfKind = map[fault.Kind]int{
	fault.KindInvalid:         http.StatusUnprocessableEntity,
	fault.KindAgainst:         http.StatusUnprocessableEntity,
	fault.KindNotFound:        http.StatusNotFound,
	fault.KindStale:           http.StatusConflict,
	fault.KindConflict:        http.StatusConflict,
	fault.KindForbidden:       http.StatusForbidden,
	fault.KindUnauthenticated: http.StatusUnauthorized,
	fault.KindTooLarge:        http.StatusRequestEntityTooLarge,
	fault.KindBusy:            http.StatusServiceUnavailable,
	fault.KindStorageFull:     http.StatusInsufficientStorage,
	fault.KindUnsupported:     http.StatusUnsupportedMediaType,
}

// statusOfCode: where HTTP has a narrower word than the kind.
var statusOfCode = map[string]int{
	"fault.too_many_requests":   http.StatusTooManyRequests,
	"fault.body_malformed":      http.StatusBadRequest,
	"server.method_not_allowed": http.StatusMethodNotAllowed,
}

// StatusOf gives the HTTP status of a refusal.
func StatusOf(f *fault.Fault) int {
	if status, ok := statusOfCode[f.Code]; ok {
		return status
	}
	if status, ok := statusOfKind[f.Kind]; ok {
		return status
	}
	return http.StatusInternalServerError
}

// retryAfter is told to a reader who comes at a busy moment, in seconds.
const retryAfter = 1

// Refuse answers a request with err: a fault as what it says, anything else as
// an internal error whose cause stands in the log only.
func (reg *Registrar) Refuse(w http.ResponseWriter, r *http.Request, err error) {
	meta := metaOf(r)
	f, ok := fault.As(err)
	if !ok {
		f = reg.internal(r, meta, err)
	}
	meta.Code = f.Code
	p := problemOf(meta.Language, f)
	if f.Code == internalCode {
		p.Ref = meta.ID
	}
	h := w.Header()
	h.Del("Content-Disposition")
	h.Del("Etag")
	h.Set("Content-Type", "application/problem+json")
	h.Set("Content-Language", string(meta.Language))
	if p.Status == http.StatusServiceUnavailable || p.Status == http.StatusTooManyRequests {
		h.Set("Retry-After", retryOf(f))
	}
	if err := WriteJSON(w, r, p.Status, p); err != nil {
		reg.Log.Error("problem not written", "request", meta.ID, "error", err)
	}
}

const (
	internalCode              = "fault.internal"
	kindInternal   fault.Kind = "internal"
	kindNotAllowed            = "not_allowed"
)

// internal logs an error nobody foresaw. A request whose time ran out, or whose
// reader went away, is no such error.
func (reg *Registrar) internal(r *http.Request, meta *Meta, err error) *fault.Fault {
	if errors.Is(err, context.DeadlineExceeded) || errors.Is(err, context.Canceled) {
		return fault.New(fault.KindBusy, "fault.busy")
	}
	reg.Log.ErrorContext(r.Context(), "internal error", "request", meta.ID, "route", r.Pattern, "error", err)
	return fault.New(kindInternal, internalCode, "ref", meta.ID)
}

func retryOf(f *fault.Fault) string {
	if seconds, ok := f.Args["seconds"].(int); ok {
		return strconv.Itoa(seconds)
	}
	return strconv.Itoa(retryAfter)
}

// problemOf puts a refusal into the reader's words.
func problemOf(language lang.Language, f *fault.Fault) Problem {
	p := Problem{
		Type: "urn:huidan:" + string(f.Kind), Status: StatusOf(f), Code: f.Code, Obligation: f.Obligation,
		Title:  lang.T(language, "server.title."+titleOf(f), nil),
		Detail: text(language, f.Code, f.Args),
	}
	for _, field := range f.Fields {
		p.Errors = append(p.Errors, Wrong{Location: placeOf(field.Path), Code: field.Code, Message: text(language, field.Code, field.Args)})
	}
	if f.Kind == fault.KindStale {
		p.Stale = staleOf(language, f)
	}
	return p
}

func titleOf(f *fault.Fault) string {
	if statusOfCode[f.Code] == http.StatusMethodNotAllowed {
		return kindNotAllowed
	}
	return string(f.Kind)
}

// placeOf: rules name a field as it stands in the body.
func placeOf(path string) string {
	for _, root := range []string{"body", "query", "path"} {
		if path == root || strings.HasPrefix(path, root+".") || strings.HasPrefix(path, root+"[") {
			return path
		}
	}
	if path == "" {
		return "body"
	}
	return "body." + path
}

func staleOf(language lang.Language, f *fault.Fault) *Stale {
	s := &Stale{Version: f.Version, Changes: []Change{}}
	for _, c := range f.Changes {
		sentence := c.ZH
		if language == lang.EN {
			sentence = c.EN
		}
		at := time.UnixMilli(c.RecordedAt).UTC().Format(time.RFC3339Nano)
		s.Changes = append(s.Changes, Change{Act: c.Act, Sentence: sentence, ActorName: c.ActorName, RecordedAt: at})
	}
	return s
}

// text fills a text of the catalogue; an argument that is itself a key of the
// catalogue is put into words first.
func text(language lang.Language, code string, args fault.Args) string {
	filled := maps.Clone(args)
	for name, v := range filled {
		if key, ok := v.(string); ok && lang.Has(key) {
			filled[name] = lang.T(language, key, nil)
		}
	}
	return lang.T(language, code, filled)
}
