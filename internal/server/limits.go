package server

import (
	"math"
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"huidan/internal/fault"
)

// pace bounds how often one name (an address, a person) may ask, in this process.
type pace struct {
	perSecond int
	mu        sync.Mutex
	names     map[string]*pacer
}

type pacer struct {
	bucket *rate.Limiter
	used   time.Time
}

// mostNames is how many names are remembered before the idle ones are forgotten.
const mostNames = 20_000

// idleName is how long a name must be silent to be forgotten; its bucket is
// full again long before.
const idleName = time.Minute

func newPace(perSecond int) *pace { return &pace{perSecond: perSecond, names: map[string]*pacer{}} }

// allow takes one request of name or refuses it, saying when to come back.
func (p *pace) allow(name string) error {
	if p.perSecond <= 0 {
		return nil
	}
	now := time.Now()
	taken := p.bucket(name, now).ReserveN(now, 1)
	wait := taken.DelayFrom(now)
	if wait == 0 {
		return nil
	}
	taken.CancelAt(now)
	return fault.New(fault.KindBusy, "fault.too_many_requests", "seconds", int(math.Ceil(wait.Seconds())))
}

// bucket gives the bucket of a name: one second's requests flow in each second,
// two seconds' fit.
func (p *pace) bucket(name string, now time.Time) *rate.Limiter {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.names) >= mostNames {
		for n, one := range p.names {
			if now.Sub(one.used) > idleName {
				delete(p.names, n)
			}
		}
	}
	one, ok := p.names[name]
	if !ok {
		one = &pacer{bucket: rate.NewLimiter(rate.Limit(p.perSecond), 2*p.perSecond)}
		p.names[name] = one
	}
	one.used = now
	return one.bucket
}

// mostAtOnce is how many requests are worked on at once; more are told to come
// back, which costs less than letting all of them wait.
const mostAtOnce = 512

// limited refuses what is too often or too much at once.
func (s *Server) limited(next http.Handler) http.Handler {
	places := make(chan struct{}, mostAtOnce)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/healthz" || r.URL.Path == "/readyz" {
			next.ServeHTTP(w, r)
			return
		}
		if err := s.addresses.allow(s.addressOf(r).String()); err != nil {
			s.routes.Refuse(w, r, err)
			return
		}
		select {
		case places <- struct{}{}:
			defer func() { <-places }()
			next.ServeHTTP(w, r)
		default:
			s.routes.Refuse(w, r, fault.New(fault.KindBusy, "fault.busy"))
		}
	})
}
