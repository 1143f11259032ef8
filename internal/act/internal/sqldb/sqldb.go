// Package sqldb is the only place that talks to a database: embedded SQLite or
// PostgreSQL behind one SQL text. It lies inside act, so that the compiler
// refuses any write that goes around the door.
//
// The text is written with ? and in the part of SQL that both databases read;
// rebind turns ? into $1 for PostgreSQL. What must differ (full-text search,
// triggers) stands in this package or in migrations named for one database.
package sqldb

import (
	"context"
	"database/sql"
	"strings"
	"sync"

	"huidan/internal/fault"
)

// Dialect tells the two databases apart where they must be.
type Dialect string

// The dialects.
const (
	SQLite   Dialect = "sqlite"
	Postgres Dialect = "postgres"
)

// DB is an open database.
type DB struct {
	Dialect Dialect
	engine  engine
	stats   *Stats
}

// engine is what differs between the two: how a durable change and a
// consistent read are run.
type engine interface {
	update(ctx context.Context, f func(context.Context, *Session) error) error
	view(ctx context.Context, f func(context.Context, *Session) error) error
	// script runs a migration text of several statements in one transaction.
	script(ctx context.Context, text string, then func(context.Context, *Session) error) error
	close() error
}

// Open opens the database that dsn names: a postgres:// URL, or the path of a
// SQLite file (created when absent).
func Open(ctx context.Context, dsn string) (*DB, error) {
	stats := &Stats{}
	if IsPostgres(dsn) {
		e, err := openPostgres(ctx, dsn, stats)
		if err != nil {
			return nil, err
		}
		return &DB{Dialect: Postgres, engine: e, stats: stats}, nil
	}
	e, err := openSQLite(ctx, dsn, stats)
	if err != nil {
		return nil, err
	}
	return &DB{Dialect: SQLite, engine: e, stats: stats}, nil
}

// IsPostgres says whether dsn names a PostgreSQL database.
func IsPostgres(dsn string) bool {
	return strings.HasPrefix(dsn, "postgres://") || strings.HasPrefix(dsn, "postgresql://")
}

// Update runs f as one durable change: all of it or nothing. It returns nil
// only after the commit is on disk (on PostgreSQL with synchronous
// replication: on the standby too). f may run more than once and must not
// touch anything outside the database.
func (db *DB) Update(ctx context.Context, f func(context.Context, *Session) error) error {
	return db.translate(db.engine.update(ctx, f))
}

// View runs f on one consistent picture of the database.
func (db *DB) View(ctx context.Context, f func(context.Context, *Session) error) error {
	return db.translate(db.engine.view(ctx, f))
}

// Stats gives the running figures of the writer.
func (db *DB) Stats() *Stats { return db.stats }

// Close waits for running changes and closes the database.
func (db *DB) Close() error { return db.engine.close() }

// runner is what a transaction of either database can do.
type runner interface {
	exec(ctx context.Context, query string, args []any) (sql.Result, error)
	query(ctx context.Context, query string, args []any) (*sql.Rows, error)
}

// Session is one running transaction.
type Session struct {
	Dialect Dialect
	run     runner
}

// Exec runs a change and gives the number of rows it touched.
func (s *Session) Exec(ctx context.Context, query string, args ...any) (int64, error) {
	res, err := s.run.exec(ctx, query, args)
	if err != nil {
		return 0, describe(err, query)
	}
	n, err := res.RowsAffected()
	return n, err
}

// Query runs a read; the caller closes the rows.
func (s *Session) Query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	rows, err := s.run.query(ctx, query, args)
	if err != nil {
		return nil, describe(err, query)
	}
	return rows, nil
}

// One reads a single row into dest; found is false when there is none.
func (s *Session) One(ctx context.Context, dest []any, query string, args ...any) (found bool, err error) {
	rows, err := s.Query(ctx, query, args...)
	if err != nil {
		return false, err
	}
	defer rows.Close()
	if !rows.Next() {
		return false, rows.Err()
	}
	if err := rows.Scan(dest...); err != nil {
		return false, describe(err, query)
	}
	return true, rows.Close()
}

// rebound caches texts turned from ? to $n.
var rebound sync.Map

// rebind turns each ? outside quotes into $1, $2 …
func rebind(query string) string {
	if done, ok := rebound.Load(query); ok {
		return done.(string)
	}
	var b strings.Builder
	n, quoted := 0, false
	for _, r := range query {
		switch {
		case r == '\'':
			quoted = !quoted
			b.WriteRune(r)
		case r == '?' && !quoted:
			n++
			b.WriteByte('$')
			b.WriteString(itoa(n))
		default:
			b.WriteRune(r)
		}
	}
	rebound.Store(query, b.String())
	return b.String()
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// queryError names the statement that failed, for the log.
type queryError struct {
	err   error
	query string
}

func (e *queryError) Error() string {
	text := strings.Join(strings.Fields(e.query), " ")
	if len(text) > 160 {
		text = text[:160] + "…"
	}
	return e.err.Error() + " in " + text
}

func (e *queryError) Unwrap() error { return e.err }

func describe(err error, query string) error { return &queryError{err, query} }

// translate turns the database's own errors that a person can act on into
// faults, and leaves the rest.
func (db *DB) translate(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := fault.As(err); ok {
		return err
	}
	meant := sqliteFault
	if db.Dialect == Postgres {
		meant = postgresFault
	}
	if f := meant(err); f != nil {
		return &wrapped{f, err}
	}
	return err
}

// wrapped is a fault for the person with the database's words for the log.
type wrapped struct {
	fault *fault.Fault
	cause error
}

func (w *wrapped) Error() string   { return w.fault.Error() + ": " + w.cause.Error() }
func (w *wrapped) Unwrap() []error { return []error{w.fault, w.cause} }
