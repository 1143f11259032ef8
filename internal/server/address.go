package server

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// addressOf gives the address a request came from. What a proxy says is taken
// only from a trusted one, and only as far as trusted ones pass it on: the
// rightmost address that is no trusted proxy.
func (s *Server) addressOf(r *http.Request) netip.Addr {
	from := peer(r)
	if !s.trusts(from) {
		return from
	}
	said := strings.Split(strings.Join(r.Header.Values("X-Forwarded-For"), ","), ",")
	for _, one := range slices.Backward(said) {
		a, err := netip.ParseAddr(strings.TrimSpace(one))
		if err != nil {
			return from
		}
		if from = a.Unmap(); !s.trusts(from) {
			return from
		}
	}
	return from
}

// peer is the address at the other end of the connection.
func peer(r *http.Request) netip.Addr {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		host = r.RemoteAddr
	}
	a, err := netip.ParseAddr(host)
	if err != nil {
		return netip.Addr{}
	}
	return a.Unmap()
}

func (s *Server) trusts(a netip.Addr) bool {
	return slices.ContainsFunc(s.o.TrustedProxies, func(p netip.Prefix) bool { return p.Contains(a) })
}

// secure says whether the browser speaks TLS, to us or to a trusted proxy.
func (s *Server) secure(r *http.Request) bool {
	return r.TLS != nil || s.trusts(peer(r)) && r.Header.Get("X-Forwarded-Proto") == "https"
}
