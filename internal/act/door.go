// Package act is the one door: everything that changes anything passes Do,
// everything that is read passes See. Do checks permission once, runs the act
// in one transaction, writes the journal lines the act announced, and answers
// only when all of it is on disk. Nothing else can write: the database package
// lies inside this one.
package act

import (
	"context"
	"time"

	"huidan/internal/access"
	"huidan/internal/act/internal/sqldb"
	"huidan/internal/fault"
)

// Door is the way to the records. It is safe for use by many at once.
type Door struct {
	db    *sqldb.DB
	clock func() time.Time
	// woken rings after each change and sealed after each seal, so that the
	// background duties of this process need not wait for their next round.
	woken, sealed bell
	// replica tells this process from others on the same database.
	replica string
}

// Options say how a door is opened.
type Options struct {
	// DSN is the path of a SQLite file or a postgres:// URL.
	DSN string
	// Clock gives the time; nil means the machine's.
	Clock func() time.Time
	// NoMigrate leaves the schema as it is (verify, readiness).
	NoMigrate bool
}

// Open opens the door, bringing the schema up to date.
func Open(ctx context.Context, o Options) (*Door, error) {
	db, err := sqldb.Open(ctx, o.DSN)
	if err != nil {
		return nil, err
	}
	if !o.NoMigrate {
		if _, err := db.Migrate(ctx); err != nil {
			db.Close()
			return nil, err
		}
	}
	clock := o.Clock
	if clock == nil {
		clock = time.Now
	}
	return &Door{db: db, clock: clock, replica: NewID()}, nil
}

// Close waits for running changes and closes the records.
func (d *Door) Close() error { return d.db.Close() }

// Now is the door's time, in whole milliseconds.
func (d *Door) Now() time.Time { return d.clock().Truncate(time.Millisecond) }

// Pending lists the schema steps not yet applied.
func (d *Door) Pending(ctx context.Context) ([]string, error) { return d.db.Pending(ctx) }

// Figures are the writer's running totals, for metrics.
type Figures struct {
	Commits, Acts, Refused, Retries, Waiting int64
	Healthy                                  bool
}

// Figures gives the writer's running totals.
func (d *Door) Figures() Figures {
	s := d.db.Stats()
	return Figures{s.Commits.Load(), s.Acts.Load(), s.Refused.Load(), s.Retries.Load(), s.Waiting.Load(), !s.Unhealthy.Load()}
}

// wake tells the background duties of this process that something was written.
func (d *Door) wake() { d.woken.ring() }

// Call is what is known about an act besides its content.
type Call struct {
	Actor access.Actor
	// Key is the idempotency key the client made for this intention.
	Key string
	// HappenedAt is when it happened in the world, as a person or a device
	// says; zero means now.
	HappenedAt time.Time
}

// keyShortest and keyLongest bound an idempotency key, in bytes.
const (
	keyShortest = 8
	keyLongest  = 200
)

func (c Call) check() error {
	if len(c.Key) < keyShortest || len(c.Key) > keyLongest {
		return fault.Invalid(fault.Wrong("header.Idempotency-Key", "fault.key_missing"))
	}
	if c.Actor.ID == "" {
		return fault.New(fault.KindUnauthenticated, "fault.unauthenticated")
	}
	return nil
}

// BySystem is a call of the program itself; what names the one intention
// behind it, so that doing it twice does it once.
func BySystem(what string) Call {
	return Call{Actor: access.SystemActor, Key: "system:" + what}
}

// Act is a change. Its fields are the body of the request; R is the answer,
// kept as JSON for a repetition of the same key.
type Act[R any] interface {
	// Action names the act's row of the permission table.
	Action() access.Action
	// Scope says whose matter the act touches.
	Scope(ctx context.Context, tx *Tx) (access.Scope, error)
	// Run does it. It may be run again after a deadlock, so it leaves the act
	// itself as it is and touches nothing but tx.
	Run(ctx context.Context, tx *Tx) (R, error)
}
