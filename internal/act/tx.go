package act

import (
	"context"
	"fmt"
	"hash/fnv"
	"time"

	"github.com/google/uuid"

	"huidan/internal/access"
	"huidan/internal/act/internal/sqldb"
	"huidan/internal/fault"
)

// Tx is a running act. Its reads see everything, since permission was asked
// with the act's scope; its writes need a journal line.
type Tx struct {
	s       *sqldb.Session
	door    *Door
	call    Call
	act     access.Action
	now     time.Time
	said    []*Said
	writes  int
	running bool // permission was given
}

// Now is the server's time of this act.
func (tx *Tx) Now() time.Time { return tx.now }

// Actor is who does it.
func (tx *Tx) Actor() access.Actor { return tx.call.Actor }

// HappenedAt is when it happened in the world: what the call says, or now.
func (tx *Tx) HappenedAt() time.Time {
	if tx.call.HappenedAt.IsZero() {
		return tx.now
	}
	return tx.call.HappenedAt
}

// NewID makes an ID that sorts by the time it was made (UUIDv7).
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// Millis is t as the records keep it: milliseconds UTC.
func Millis(t time.Time) int64 { return t.UnixMilli() }

// Time reads what Millis wrote.
func Time(ms int64) time.Time { return time.UnixMilli(ms).UTC() }

// Subject is the record a line tells about.
type Subject struct{ Kind, ID string }

// Line is a sentence of the journal, as an act announces it.
type Line struct {
	Subject Subject
	// Version of the subject after the act.
	Version int64
	// Obligations the act fulfils or touches (IDs of clauses.md).
	Obligations []string
	// Say is the key of the sentence in package lang.
	Say string
	// Facts fill the sentence. IDs and plain values only, no personal data:
	// the journal outlives a person's wish to be forgotten.
	Facts fault.Args
	// HappenedAt; zero means the act's.
	HappenedAt time.Time
	// New marks the first line of a new subject.
	New bool
}

// Said is an announced line; writes hang on it.
type Said struct {
	ID   string
	line Line
	tx   *Tx
}

// Subject the line tells about.
func (s *Said) Subject() Subject { return s.line.Subject }

// Say announces a journal line. It is written, chained and hashed when the act
// has run to its end.
func (tx *Tx) Say(l Line) *Said {
	said := &Said{ID: NewID(), line: l, tx: tx}
	tx.said = append(tx.said, said)
	return said
}

// Write is the only business write: no change without its sentence. It gives
// the number of rows touched.
func (tx *Tx) Write(ctx context.Context, said *Said, query string, args ...any) (int64, error) {
	if said == nil || said.tx != tx {
		return 0, fmt.Errorf("act %s: a write without a journal line", tx.act)
	}
	if !tx.running {
		return 0, fmt.Errorf("act %s: a write before permission was given", tx.act)
	}
	tx.writes++
	return tx.s.Exec(ctx, query, args...)
}

// WriteOne is Write for a change that must touch exactly one row, usually one
// with "AND version = ?"; none means that somebody was faster.
func (tx *Tx) WriteOne(ctx context.Context, said *Said, query string, args ...any) error {
	n, err := tx.Write(ctx, said, query, args...)
	if err != nil {
		return err
	}
	if n != 1 {
		return tx.Stale(ctx, said.line.Subject, said.line.Version-1)
	}
	return nil
}

// Stale makes the refusal that tells what happened to a subject since the
// version its reader had in front of him.
func (tx *Tx) Stale(ctx context.Context, subject Subject, seen int64) error {
	f := fault.New(fault.KindStale, "fault.stale")
	rows, err := tx.s.Query(ctx, `
		SELECT j.act, j.zh, j.en, j.actor_id, j.recorded_at, j.subject_version
		FROM journal j WHERE j.subject_id = ? AND j.subject_version > ? ORDER BY j.n`, subject.ID, seen)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var c fault.Change
		if err := rows.Scan(&c.Act, &c.ZH, &c.EN, &c.ActorID, &c.RecordedAt, &f.Version); err != nil {
			return err
		}
		f.Changes = append(f.Changes, c)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return f
}

// Query reads inside an act.
func (tx *Tx) Query(ctx context.Context, query string, args ...any) (*Rows, error) {
	if err := readsOnly(query); err != nil {
		return nil, err
	}
	return tx.s.Query(ctx, query, args...)
}

// One reads a single row inside an act; found is false when there is none.
func (tx *Tx) One(ctx context.Context, dest []any, query string, args ...any) (found bool, err error) {
	if err := readsOnly(query); err != nil {
		return false, err
	}
	return tx.s.One(ctx, dest, query, args...)
}

// counterShards spreads the row locks of a counter over replicas.
const counterShards = 16

// Count adds by to a counter in the act's transaction, so that a dashboard
// costs the same at any size of the table.
func (tx *Tx) Count(ctx context.Context, said *Said, name, bucket string, by int64) error {
	shard := int64(0)
	if tx.s.Dialect == sqldb.Postgres {
		h := fnv.New32a()
		h.Write([]byte(tx.call.Key))
		shard = int64(h.Sum32() % counterShards)
	}
	_, err := tx.Write(ctx, said, `
		INSERT INTO counter (name, bucket, shard, n) VALUES (?, ?, ?, ?)
		ON CONFLICT (name, bucket, shard) DO UPDATE SET n = counter.n + excluded.n`, name, bucket, shard, by)
	return err
}

// Number takes the next number of a series and year: gapless, since it is
// given back when the act fails. Take it late: on PostgreSQL others wait for it.
func (tx *Tx) Number(ctx context.Context, said *Said, series string, year int) (int64, error) {
	if said == nil || said.tx != tx || !tx.running {
		return 0, fmt.Errorf("act %s: a number without a journal line", tx.act)
	}
	tx.writes++
	var n int64
	_, err := tx.s.One(ctx, []any{&n}, `
		INSERT INTO number_series (series, year, last) VALUES (?, ?, 1)
		ON CONFLICT (series, year) DO UPDATE SET last = number_series.last + 1
		RETURNING last`, series, year)
	return n, err
}

// Lock makes acts that take the same name wait for one another, for guards
// that look at several rows.
func (tx *Tx) Lock(ctx context.Context, said *Said, name string) error {
	_, err := tx.Write(ctx, said, `
		INSERT INTO act_lock (name, n) VALUES (?, 1)
		ON CONFLICT (name) DO UPDATE SET n = act_lock.n + 1`, name)
	return err
}

// Index queues a record's text for the search index. The index is written in
// the background, in small batches: inside the act it would grow with the
// table. An empty title and text take the record out of the index.
func (tx *Tx) Index(ctx context.Context, said *Said, kind, id, title, text string) error {
	_, err := tx.Write(ctx, said, `
		INSERT INTO search_queue (subject_id, kind, title, body, queued_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (subject_id) DO UPDATE SET title = excluded.title, body = excluded.body, queued_at = excluded.queued_at`,
		id, kind, title, text, Millis(tx.now))
	return err
}
