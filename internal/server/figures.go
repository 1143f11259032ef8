package server

import (
	"context"
	"crypto/subtle"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/route"
)

// figures are what /metrics shows.
type figures struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	acts     *prometheus.CounterVec
}

func newFigures(door *act.Door) *figures {
	f := &figures{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "huidan_http_requests_total", Help: "Requests by route and status.",
		}, []string{"method", "route", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "huidan_http_request_seconds", Help: "Time to answer by kind of route.",
			Buckets: []float64{.0005, .001, .002, .005, .01, .02, .05, .1, .2, .5, 1, 2, 5, 10},
		}, []string{"kind"}),
		acts: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "huidan_acts_total", Help: "Acts asked for over HTTP by action and outcome (done, or the code of the refusal).",
		}, []string{"action", "outcome"}),
	}
	f.registry.MustRegister(f.requests, f.seconds, f.acts,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	if door != nil {
		f.ofDoor(door)
	}
	return f
}

// ofDoor adds the figures of the one writer and of the queues behind it.
func (f *figures) ofDoor(door *act.Door) {
	counter := func(name, help string, value func(act.Figures) int64) {
		f.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{Name: name, Help: help},
			func() float64 { return float64(value(door.Figures())) }))
	}
	counter("huidan_commits_total", "Durable commits.", func(n act.Figures) int64 { return n.Commits })
	counter("huidan_changes_total", "Changes in them; changes by commits is the size of a group commit.", func(n act.Figures) int64 { return n.Acts })
	counter("huidan_changes_refused_total", "Changes rolled back.", func(n act.Figures) int64 { return n.Refused })
	counter("huidan_transaction_retries_total", "Transactions run again (PostgreSQL).", func(n act.Figures) int64 { return n.Retries })
	gauge := func(name, help string, value func() float64) {
		f.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, value))
	}
	gauge("huidan_changes_waiting", "Changes that wait for the writer now (SQLite).", func() float64 { return float64(door.Figures().Waiting) })
	gauge("huidan_commit_batch_size", "Changes for each durable commit since the start.", func() float64 {
		n := door.Figures()
		return float64(n.Acts) / float64(max(n.Commits, 1))
	})
	gauge("huidan_journal_queue", "Journal lines that no seal holds yet.", func() float64 { return rowsOf(door, "SELECT COUNT(*) FROM journal_queue") })
	gauge("huidan_search_queue", "Texts that wait for the search index.", func() float64 { return rowsOf(door, "SELECT COUNT(*) FROM search_queue") })
}

// rowsOf counts a queue; -1 when the records cannot be read.
func rowsOf(door *act.Door, query string) float64 {
	ctx, done := context.WithTimeout(context.Background(), time.Second)
	defer done()
	n := int64(-1)
	err := door.LookUp(ctx, func(ctx context.Context, b *act.Books) error {
		_, err := b.One(ctx, []any{&n}, query)
		return err
	})
	if err != nil {
		return -1
	}
	return float64(n)
}

// request counts an answered request.
func (f *figures) request(meta *route.Meta, method string, status int, took time.Duration) {
	path, kind := meta.Route.Path, string(meta.Route.Kind)
	if path == "" {
		path, kind, method = "other", "other", "any" // what strangers type must not become labels
	}
	f.requests.WithLabelValues(method, path, strconv.Itoa(status)).Inc()
	f.seconds.WithLabelValues(kind).Observe(took.Seconds())
	if meta.Route.Kind != route.KindAct {
		return
	}
	outcome := meta.Code
	if outcome == "" {
		outcome = "done"
	}
	f.acts.WithLabelValues(string(meta.Route.Action), outcome).Inc()
}

// metrics shows the figures to this machine or to the holder of the token.
func (s *Server) metrics(c *route.Ctx) error {
	given, _ := strings.CutPrefix(c.R.Header.Get("Authorization"), "Bearer ")
	token := s.o.MetricsToken
	holds := token != "" && subtle.ConstantTimeCompare([]byte(given), []byte(token)) == 1
	here := peer(c.R).IsLoopback() && c.R.Header.Get("X-Forwarded-For") == ""
	if !holds && !here {
		return fault.Forbidden("server.metrics_forbidden")
	}
	s.exposition.ServeHTTP(c.W, c.R)
	return nil
}

func (f *figures) handler() http.Handler {
	return promhttp.HandlerFor(f.registry, promhttp.HandlerOpts{})
}
