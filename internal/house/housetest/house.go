package housetest

import (
	"context"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
)

// Clock is a clock that stands until a test moves it.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// Now gives the time it stands at.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Set puts the clock to t, forwards or backwards.
func (c *Clock) Set(t time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = t
}

// Add moves the clock on by d.
func (c *Clock) Add(d time.Duration) { c.Set(c.Now().Add(d)) }

// Shanghai is the zone of every date rule of the regulation.
var Shanghai = time.FixedZone("Asia/Shanghai", 8*3600)

// At reads "2026-03-10 09:30" as Shanghai time.
func At(text string) time.Time {
	for _, layout := range []string{"2006-01-02 15:04", "2006-01-02 15:04:05", "2006-01-02"} {
		if t, err := time.ParseInLocation(layout, text, Shanghai); err == nil {
			return t
		}
	}
	panic("housetest: not a time: " + text)
}

// House is an empty company on one database.
type House struct {
	tb    testing.TB
	Door  *act.Door
	Clock *Clock
	// DSN names the database, to open it a second time.
	DSN string
	// Postgres says which database it is.
	Postgres bool
}

// Start is the time at which a house opens: V1 of the test vectors.
var Start = At("2026-03-10 09:30")

// New opens a house on dsn, closed at the end of the test.
func New(tb testing.TB, dsn string) *House {
	tb.Helper()
	clock := &Clock{now: Start}
	door, err := act.Open(context.Background(), act.Options{DSN: dsn, Clock: clock.Now})
	if err != nil {
		tb.Fatalf("open %s: %v", dsn, err)
	}
	tb.Cleanup(func() { door.Close() })
	return &House{tb: tb, Door: door, Clock: clock, DSN: dsn}
}

// SQLite opens a house on a new SQLite file.
func SQLite(tb testing.TB) *House {
	tb.Helper()
	return New(tb, filepath.Join(tb.TempDir(), "huidan.db"))
}

// OnPostgres opens a house on a new PostgreSQL database.
func OnPostgres(tb testing.TB) *House {
	tb.Helper()
	h := New(tb, Postgres(tb))
	h.Postgres = true
	return h
}

// Each runs a test on both databases.
func Each(t *testing.T, f func(t *testing.T, h *House)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { f(t, SQLite(t)) })
	t.Run("postgres", func(t *testing.T) { f(t, OnPostgres(t)) })
}

// As gives somebody with these roles, the same person for the same first role.
func (h *House) As(roles ...access.Role) access.Actor {
	return access.Actor{ID: "person-" + string(roles[0]), Name: string(roles[0]), Roles: roles}
}

// Call makes a call with a fresh idempotency key.
func (h *House) Call(actor access.Actor) act.Call {
	return act.Call{Actor: actor, Key: "test-" + act.NewID()}
}

// Do does an act as actor and fails the test when it is refused.
func Do[R any](h *House, actor access.Actor, a act.Act[R]) R {
	h.tb.Helper()
	answer, err := act.Do(context.Background(), h.Door, h.Call(actor), a)
	if err != nil {
		h.tb.Fatalf("%s: %v", a.Action(), err)
	}
	return answer
}

// Try does an act as actor and gives its refusal.
func Try[R any](h *House, actor access.Actor, a act.Act[R]) (R, error) {
	return act.Do(context.Background(), h.Door, h.Call(actor), a)
}
