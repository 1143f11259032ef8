package sqldb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"modernc.org/sqlite"
	sqlitelib "modernc.org/sqlite/lib"

	"huidan/internal/fault"
)

const (
	// batchMost bounds the changes of one commit, so that the first caller of
	// a batch does not wait for ever.
	batchMost = 128
	// batchTime bounds how long a batch may gather.
	batchTime = 20 * time.Millisecond
	// oldestSQLite is the first version without the WAL-reset race, disclosed
	// in March 2026, which can corrupt the file.
	oldestSQLite = 3051003
)

// sqliteEngine has one writer, a goroutine that commits waiting changes in
// batches (group commit), and a pool of readers.
type sqliteEngine struct {
	pool    *sql.DB
	stats   *Stats
	jobs    chan *job
	readers chan *prepared
	done    chan struct{}
	mu      sync.RWMutex // guards closed against sends on jobs
	closed  bool
}

type job struct {
	ctx    context.Context
	f      func(context.Context, *Session) error
	script string // a migration: run this text first
	result chan error
}

// prepared is a connection that keeps its prepared statements.
type prepared struct {
	conn  *sql.Conn
	stmts map[string]*sql.Stmt
}

func openSQLite(ctx context.Context, path string, stats *Stats) (*sqliteEngine, error) {
	if sqlitelib.SQLITE_VERSION_NUMBER < oldestSQLite {
		return nil, fmt.Errorf("linked SQLite %s is older than 3.51.3 and may corrupt its file", sqlitelib.SQLITE_VERSION)
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	// Made here so that only this user may read it; the log beside it follows.
	file, err := os.OpenFile(abs, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	pragmas := url.Values{"_txlock": {"deferred"}, "_pragma": {
		"busy_timeout(10000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(1)",
		"cache_size(-16000)", "mmap_size(268435456)", "temp_store(MEMORY)", "wal_autocheckpoint(4000)",
	}}
	pool, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Opaque: (&url.URL{Path: abs}).EscapedPath(), RawQuery: pragmas.Encode()}).String())
	if err != nil {
		return nil, err
	}
	readers := 2*runtime.GOMAXPROCS(0) + 2
	pool.SetMaxOpenConns(readers + 1)
	pool.SetMaxIdleConns(readers + 1)
	pool.SetConnMaxLifetime(0)
	e := &sqliteEngine{
		pool: pool, stats: stats,
		jobs:    make(chan *job, 1024),
		readers: make(chan *prepared, readers),
		done:    make(chan struct{}),
	}
	writer, err := e.connect(ctx)
	if err != nil {
		pool.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	for range readers {
		r, err := e.connect(ctx)
		if err != nil {
			pool.Close()
			return nil, err
		}
		if _, err := r.exec(ctx, "PRAGMA query_only = 1", nil); err != nil {
			pool.Close()
			return nil, err
		}
		e.readers <- r
	}
	go e.write(writer)
	return e, nil
}

func (e *sqliteEngine) connect(ctx context.Context) (*prepared, error) {
	conn, err := e.pool.Conn(ctx)
	if err != nil {
		return nil, err
	}
	return &prepared{conn, map[string]*sql.Stmt{}}, conn.PingContext(ctx)
}

func (e *sqliteEngine) update(ctx context.Context, f func(context.Context, *Session) error) error {
	return e.submit(&job{ctx: ctx, f: f, result: make(chan error, 1)})
}

func (e *sqliteEngine) script(ctx context.Context, text string, then func(context.Context, *Session) error) error {
	return e.submit(&job{ctx: ctx, f: then, script: text, result: make(chan error, 1)})
}

func (e *sqliteEngine) submit(j *job) error {
	if e.stats.Unhealthy.Load() {
		return fault.New(fault.KindBusy, "fault.busy")
	}
	e.mu.RLock()
	if e.closed {
		e.mu.RUnlock()
		return fault.New(fault.KindBusy, "fault.busy")
	}
	e.stats.Waiting.Add(1)
	e.jobs <- j
	e.mu.RUnlock()
	// Not abandoned when ctx ends: the change may already be on its way to the
	// disk, and its caller must hear what became of it.
	return <-j.result
}

// write is the writer: take what waits, run each change in a savepoint of its
// own, commit once, answer all. Nobody is answered before the commit is durable.
func (e *sqliteEngine) write(w *prepared) {
	defer close(e.done)
	for first := range e.jobs {
		batch := e.gather(first)
		results := make([]error, len(batch))
		err := e.commit(w, batch, results)
		e.stats.Waiting.Add(-int64(len(batch)))
		for i, j := range batch {
			if err != nil {
				j.result <- err
				continue
			}
			j.result <- results[i]
		}
	}
	w.close()
}

func (e *sqliteEngine) gather(first *job) []*job {
	batch := []*job{first}
	for len(batch) < batchMost && first.script == "" {
		select {
		case j, open := <-e.jobs:
			if !open {
				return batch
			}
			batch = append(batch, j)
		default:
			return batch
		}
	}
	return batch
}

func (e *sqliteEngine) commit(w *prepared, batch []*job, results []error) error {
	ctx := context.Background()
	if _, err := w.exec(ctx, "BEGIN IMMEDIATE", nil); err != nil {
		return err
	}
	began, done := time.Now(), 0
	for i, j := range batch {
		if i > 0 && time.Since(began) > 50*batchTime {
			// A long change went before: do not hold its caller back.
			results[i] = fault.New(fault.KindBusy, "fault.busy")
			continue
		}
		if results[i] = e.one(ctx, w, j); results[i] == nil {
			done++
		}
	}
	if _, err := w.exec(ctx, "COMMIT", nil); err != nil {
		w.exec(ctx, "ROLLBACK", nil) //nolint:errcheck // the commit's error is the one that tells
		e.judge(err)
		return err
	}
	e.stats.Commits.Add(1)
	e.stats.Acts.Add(int64(done))
	e.stats.Refused.Add(int64(len(batch) - done))
	return nil
}

// one runs a change in a savepoint. An error of the whole transaction (disk
// full can end it) shows at the commit.
func (e *sqliteEngine) one(ctx context.Context, w *prepared, j *job) (err error) {
	if j.ctx.Err() != nil {
		return j.ctx.Err() // the caller has gone and nothing was begun
	}
	if _, err := w.exec(ctx, "SAVEPOINT act", nil); err != nil {
		return err
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in a change: %v\n%s", p, stack())
		}
		if err != nil {
			e.judge(err)
			w.exec(ctx, "ROLLBACK TO act", nil) //nolint:errcheck // err tells
		}
		if _, rerr := w.exec(ctx, "RELEASE act", nil); err == nil {
			err = rerr
		}
	}()
	if j.script != "" {
		if _, err := w.conn.ExecContext(ctx, j.script); err != nil {
			return err
		}
	}
	return j.f(context.WithoutCancel(j.ctx), &Session{SQLite, w})
}

// judge marks the database unhealthy after an I/O error: what the page cache
// holds is unknown then, and only a restart from the WAL makes it known again.
func (e *sqliteEngine) judge(err error) {
	var se *sqlite.Error
	if errors.As(err, &se) && se.Code()&0xff == sqlitelib.SQLITE_IOERR {
		e.stats.Unhealthy.Store(true)
	}
}

func (e *sqliteEngine) view(ctx context.Context, f func(context.Context, *Session) error) error {
	var r *prepared
	select {
	case r = <-e.readers:
	case <-ctx.Done():
		return ctx.Err()
	}
	defer func() { e.readers <- r }()
	// Statements of a read are short; without a cancel channel the driver
	// needs no watching goroutine for each.
	inner := context.WithoutCancel(ctx)
	if _, err := r.exec(inner, "BEGIN", nil); err != nil {
		return err
	}
	defer r.exec(inner, "COMMIT", nil) //nolint:errcheck // a read has nothing to lose
	return f(inner, &Session{SQLite, r})
}

func (e *sqliteEngine) close() error {
	e.mu.Lock()
	if e.closed {
		e.mu.Unlock()
		return nil
	}
	e.closed = true
	close(e.jobs)
	e.mu.Unlock()
	<-e.done
	for range cap(e.readers) {
		(<-e.readers).close()
	}
	return e.pool.Close()
}

// stmt gives the prepared statement of a text, preparing it once per connection.
func (p *prepared) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := p.stmts[query]; ok {
		return s, nil
	}
	if len(p.stmts) >= 512 { // texts with lists of varying length must not pile up
		for k, s := range p.stmts {
			s.Close()
			delete(p.stmts, k)
			if len(p.stmts) < 256 {
				break
			}
		}
	}
	s, err := p.conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	p.stmts[query] = s
	return s, nil
}

func (p *prepared) exec(ctx context.Context, query string, args []any) (sql.Result, error) {
	s, err := p.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

func (p *prepared) query(ctx context.Context, query string, args []any) (*sql.Rows, error) {
	s, err := p.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

func (p *prepared) close() {
	for _, s := range p.stmts {
		s.Close()
	}
	p.conn.Close()
}

// sqliteFault says what a person can do about an error of SQLite.
func sqliteFault(err error) *fault.Fault {
	var se *sqlite.Error
	if !errors.As(err, &se) {
		return nil
	}
	switch se.Code() & 0xff {
	case sqlitelib.SQLITE_FULL:
		return fault.New(fault.KindStorageFull, "fault.storage_full")
	case sqlitelib.SQLITE_BUSY, sqlitelib.SQLITE_LOCKED, sqlitelib.SQLITE_IOERR:
		return fault.New(fault.KindBusy, "fault.busy")
	}
	return nil
}

func stack() string {
	buf := make([]byte, 4096)
	return string(buf[:runtime.Stack(buf, false)])
}
