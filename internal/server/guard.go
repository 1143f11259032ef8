package server

import (
	"crypto/rand"
	"encoding/base64"
	"net/http"

	"huidan/internal/fault"
)

// policy of a page: nothing but our own files, and the scripts and styles that
// carry the nonce. Style attributes are allowed: charts and tables set them.
func policy(nonce string) string {
	return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "'; style-src 'self' 'nonce-" + nonce + "'; " +
		"style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; " +
		"media-src 'self' blob:; manifest-src 'self'; worker-src 'self'; frame-src 'self' blob:; " +
		"form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'"
}

// policyOfData is for everything that is no page.
const policyOfData = "default-src 'none'; frame-ancestors 'self'"

func newNonce() string {
	raw := make([]byte, 18)
	rand.Read(raw) // never fails: the program ends before it would
	return base64.StdEncoding.EncodeToString(raw)
}

// guarded sets what every answer carries and refuses what other sites send.
func (s *Server) guarded(next http.Handler) http.Handler {
	other := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("X-Frame-Options", "SAMEORIGIN")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(self), microphone=(), geolocation=(self)")
		h.Set("Content-Security-Policy", policyOfData)
		if s.secure(r) {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		if err := other.Check(r); err != nil {
			s.routes.Refuse(w, r, fault.Forbidden("server.cross_origin"))
			return
		}
		next.ServeHTTP(w, r)
	})
}
