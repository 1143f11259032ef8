package sqldb

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/stdlib"

	"huidan/internal/fault"
)

// retryMost bounds how often a transaction is run again after a deadlock or a
// serialization failure; nothing of it was acknowledged.
const retryMost = 8

type postgresEngine struct {
	pool  *sql.DB
	stats *Stats
	// unreplicated holds the connections whose last commit was made without
	// waiting for the standby: such a commit is not an acknowledgement.
	unreplicated sync.Map // *pgconn.PgConn → true
}

func openPostgres(ctx context.Context, dsn string, stats *Stats) (*postgresEngine, error) {
	cfg, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, err
	}
	if cfg.ConnectTimeout == 0 {
		cfg.ConnectTimeout = 5 * time.Second
	}
	e := &postgresEngine{stats: stats}
	cfg.OnNotice = func(c *pgconn.PgConn, n *pgconn.Notice) {
		if strings.Contains(n.Message, "synchronous replication") {
			e.unreplicated.Store(c, true)
		}
	}
	e.pool = stdlib.OpenDB(*cfg)
	e.pool.SetMaxOpenConns(8 * runtime.GOMAXPROCS(0))
	e.pool.SetMaxIdleConns(8 * runtime.GOMAXPROCS(0))
	e.pool.SetConnMaxIdleTime(5 * time.Minute)
	if err := e.pool.PingContext(ctx); err != nil {
		e.pool.Close()
		return nil, err
	}
	return e, nil
}

func (e *postgresEngine) update(ctx context.Context, f func(context.Context, *Session) error) error {
	var err error
	for try := range retryMost {
		if err = e.once(ctx, nil, f); !again(err) {
			break
		}
		e.stats.Retries.Add(1)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(time.Duration(rand.IntN(10<<try)+1) * time.Millisecond):
		}
	}
	if err != nil {
		e.stats.Refused.Add(1)
		return err
	}
	e.stats.Commits.Add(1)
	e.stats.Acts.Add(1)
	return nil
}

func (e *postgresEngine) script(ctx context.Context, text string, then func(context.Context, *Session) error) error {
	return e.once(ctx, &text, then)
}

func (e *postgresEngine) once(ctx context.Context, script *string, f func(context.Context, *Session) error) (err error) {
	conn, err := e.pool.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	wire := wireOf(conn)
	e.unreplicated.Delete(wire)
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic in a change: %v\n%s", p, stack())
		}
		if err != nil {
			tx.Rollback() //nolint:errcheck // err tells
		}
	}()
	if script != nil {
		if _, err := tx.ExecContext(ctx, *script); err != nil {
			return err
		}
	}
	if err := f(ctx, &Session{Postgres, &pgTx{tx}}); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	if _, alone := e.unreplicated.LoadAndDelete(wire); alone {
		return fault.New(fault.KindBusy, "fault.busy")
	}
	return nil
}

func (e *postgresEngine) view(ctx context.Context, f func(context.Context, *Session) error) error {
	tx, err := e.pool.BeginTx(ctx, &sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // a read has nothing to lose
	return f(ctx, &Session{Postgres, &pgTx{tx}})
}

func (e *postgresEngine) close() error { return e.pool.Close() }

// wireOf gives the wire connection under a pooled one; notices name it.
func wireOf(conn *sql.Conn) *pgconn.PgConn {
	var wire *pgconn.PgConn
	conn.Raw(func(c any) error { //nolint:errcheck // a dead connection shows at BEGIN
		if std, ok := c.(*stdlib.Conn); ok {
			wire = std.Conn().PgConn()
		}
		return nil
	})
	return wire
}

type pgTx struct{ tx *sql.Tx }

func (t *pgTx) exec(ctx context.Context, query string, args []any) (sql.Result, error) {
	return t.tx.ExecContext(ctx, rebind(query), args...)
}

func (t *pgTx) query(ctx context.Context, query string, args []any) (*sql.Rows, error) {
	return t.tx.QueryContext(ctx, rebind(query), args...)
}

// countedOn ends the names of the constraints that two acts run into when both
// write the next row n of the same record (a journal line, a version of an
// opinion): the second is run again and then sees what the first did.
const countedOn = "_n_key"

// again says whether the whole transaction may be run once more.
func again(err error) bool {
	var pe *pgconn.PgError
	if errors.As(err, &pe) {
		return pe.Code == "40001" || pe.Code == "40P01" || pe.Code == "23505" && strings.HasSuffix(pe.ConstraintName, countedOn)
	}
	return false
}

// postgresFault says what a person can do about an error of PostgreSQL.
func postgresFault(err error) *fault.Fault {
	var pe *pgconn.PgError
	if errors.As(err, &pe) {
		switch {
		case pe.Code == "53100":
			return fault.New(fault.KindStorageFull, "fault.storage_full")
		case again(err), pe.Code == "25006",
			strings.HasPrefix(pe.Code, "08"), strings.HasPrefix(pe.Code, "53"), strings.HasPrefix(pe.Code, "57P"):
			return fault.New(fault.KindBusy, "fault.busy")
		}
		return nil
	}
	var ce *pgconn.ConnectError
	if errors.As(err, &ce) || pgconn.SafeToRetry(err) || broke(err) {
		return fault.New(fault.KindBusy, "fault.busy")
	}
	return nil
}

// broke says whether the connection was lost on the way: the database ended or
// was killed. What was not acknowledged may be sent again with its key.
func broke(err error) bool {
	var lost *net.OpError
	return errors.As(err, &lost) || errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, driver.ErrBadConn) || errors.Is(err, sql.ErrConnDone)
}
