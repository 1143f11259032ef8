package act

import (
	"context"
	"time"

	"huidan/internal/act/internal/sqldb"
)

// leaseFor is how long a duty stays with a replica that has fallen silent.
const leaseFor = 30 * time.Second

// takeTurn makes the transactions that take the same turn wait for one
// another, over all replicas, until the end of the transaction. The row also
// tells who had the last turn.
func (d *Door) takeTurn(ctx context.Context, s *sqldb.Session, duty string) error {
	_, err := s.Exec(ctx, `
		INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)
		ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until`,
		duty, d.replica, Millis(d.Now()))
	return err
}

// lease keeps a duty with one holder across transactions, by time.
type lease struct {
	door   *Door
	name   string
	holder string
	until  time.Time
}

func (d *Door) newLease(name string) *lease {
	return &lease{door: d, name: name, holder: NewID()}
}

// hold takes or keeps the lease and says whether this holder has it.
func (l *lease) hold(ctx context.Context) (bool, error) {
	now := l.door.Now()
	// A rest longer than the lease itself means that the clock was put back.
	if rest := l.until.Sub(now); rest > leaseFor/2 && rest <= leaseFor {
		return true, nil
	}
	until := now.Add(leaseFor)
	var n int64
	err := l.door.db.Update(ctx, func(ctx context.Context, s *sqldb.Session) (err error) {
		n, err = s.Exec(ctx, `
			INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)
			ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
			WHERE lease.holder = excluded.holder OR lease.until < ? OR lease.until > ?`,
			l.name, l.holder, Millis(until), Millis(now), Millis(now.Add(2*leaseFor)))
		return err
	})
	if err != nil || n == 0 {
		l.until = time.Time{}
		return false, err
	}
	l.until = until
	return true, nil
}

// release gives the lease back, so that another replica need not wait for its end.
func (l *lease) release(ctx context.Context) {
	if l.until.IsZero() {
		return
	}
	l.until = time.Time{}
	// When this fails the lease ends by time.
	l.door.db.Update(ctx, func(ctx context.Context, s *sqldb.Session) error { //nolint:errcheck
		_, err := s.Exec(ctx, "UPDATE lease SET until = 0 WHERE name = ? AND holder = ?", l.name, l.holder)
		return err
	})
}
