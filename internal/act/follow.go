package act

import (
	"context"
	"fmt"
	"strings"

	"huidan/internal/act/internal/sqldb"
)

// entryColumns are those of sealed_line l and journal j that make an Entry.
const entryColumns = `l.seq, j.id, j.subject_kind, j.subject_id, j.n, j.subject_version, j.act, j.obligations, j.actor_id,
	j.happened_at, j.recorded_at, j.say, j.zh, j.en, j.facts, j.prev_hash, j.hash`

func scanEntry(r Scanner) (e Entry, err error) {
	var obligations string
	err = r.Scan(&e.Seq, &e.ID, &e.Subject.Kind, &e.Subject.ID, &e.N, &e.Version, &e.Act, &obligations, &e.ActorID,
		&e.HappenedAt, &e.RecordedAt, &e.Say, &e.ZH, &e.EN, &e.Facts, &e.PrevHash, &e.Hash)
	e.Obligations = strings.Fields(obligations)
	return e, err
}

// Since gives up to limit sealed lines after seq in the global order, for live
// screens.
func (d *Door) Since(ctx context.Context, seq int64, limit int) (list []Entry, err error) {
	err = d.db.View(ctx, func(ctx context.Context, s *sqldb.Session) (err error) {
		list, err = since(ctx, s, seq, limit)
		return err
	})
	return list, err
}

func since(ctx context.Context, s *sqldb.Session, seq int64, limit int) ([]Entry, error) {
	rows, err := s.Query(ctx, "SELECT "+entryColumns+` FROM sealed_line l JOIN journal j ON j.id = l.line_id
		WHERE l.seq > ? ORDER BY l.seq LIMIT ?`, seq, limit)
	return Collect(rows, err, scanEntry)
}

// LastSeq is the newest place of the global order, 0 when nothing is sealed.
func (d *Door) LastSeq(ctx context.Context) (seq int64, err error) {
	err = d.db.View(ctx, func(ctx context.Context, s *sqldb.Session) error {
		_, err := s.One(ctx, []any{&seq}, "SELECT last_seq FROM seal ORDER BY no DESC LIMIT 1")
		return err
	})
	return seq, err
}

// Sealed gives a channel that closes when this process learns of a new seal.
// Take it before reading, or a seal in between is missed; and read again after
// a while in any case, since another replica may seal.
func (d *Door) Sealed() <-chan struct{} { return d.sealed.heard() }

// Follow gives the sealed lines in their order to f, in batches, for as long as
// ctx lasts, and remembers under name how far it came. One replica at a time
// follows under a name. A batch whose f succeeded is given again only when the
// program died before that was written down: at least once. The error of f ends
// it; its batch comes again.
func (d *Door) Follow(ctx context.Context, name string, batch int, f func(context.Context, []Entry) error) error {
	turn := d.newLease("follow " + name)
	defer func() { turn.release(context.WithoutCancel(ctx)) }()
	for ctx.Err() == nil {
		sealed := d.sealed.heard()
		mine, err := turn.hold(ctx)
		if err != nil {
			return err
		}
		n := 0
		if mine {
			if n, err = d.followBatch(ctx, name, batch, f); err != nil {
				return err
			}
		}
		if n == 0 {
			pause(ctx, sealed, roundEvery)
		}
	}
	return nil
}

// followBatch gives one batch and moves the cursor; n is its size.
func (d *Door) followBatch(ctx context.Context, name string, batch int, f func(context.Context, []Entry) error) (n int, err error) {
	var from int64
	var list []Entry
	err = d.db.View(ctx, func(ctx context.Context, s *sqldb.Session) (err error) {
		if _, err = s.One(ctx, []any{&from}, "SELECT seq FROM cursor_at WHERE name = ?", name); err != nil {
			return err
		}
		list, err = since(ctx, s, from, batch)
		return err
	})
	if err != nil || len(list) == 0 {
		return 0, err
	}
	// f ends before another replica may take over.
	inner, cancel := context.WithTimeout(ctx, leaseFor/2)
	err = f(inner, list)
	cancel()
	if err != nil {
		return 0, fmt.Errorf("follower %s at %d: %w", name, list[0].Seq, err)
	}
	return len(list), d.moveCursor(ctx, name, from, list[len(list)-1].Seq)
}

// moveCursor moves a cursor on, unless somebody else has moved it meanwhile.
func (d *Door) moveCursor(ctx context.Context, name string, from, to int64) error {
	return d.db.Update(context.WithoutCancel(ctx), func(ctx context.Context, s *sqldb.Session) error {
		_, err := s.Exec(ctx, `
			INSERT INTO cursor_at (name, seq) VALUES (?, ?)
			ON CONFLICT (name) DO UPDATE SET seq = excluded.seq WHERE cursor_at.seq = ?`, name, to, from)
		return err
	})
}
