package server

import (
	"context"
	"math"
	"time"

	"huidan/internal/act"
	"huidan/internal/fault"
)

// Failed sign-ins are bounded for each login and for each address, over all
// replicas, since they are counted in a table.
const (
	triesAllowed = 10
	triesWithin  = 15 * time.Minute
)

// try counts an attempt under each name beforehand, so that many at once cannot
// pass together; it refuses when a name has used up its tries.
func (s *Server) try(ctx context.Context, names ...string) error {
	now := act.Millis(s.o.Door.Now())
	begun := now - triesWithin.Milliseconds()
	var refusal error
	err := s.o.Door.Book(ctx, "login_throttle", func(ctx context.Context, b *act.Books) error {
		refusal = nil
		if _, err := b.Exec(ctx, "DELETE FROM login_throttle WHERE since <= ?", begun); err != nil {
			return err
		}
		for _, name := range names {
			var tries, since int64
			if _, err := b.Exec(ctx, `INSERT INTO login_throttle (name, tries, since) VALUES (?, 1, ?)
				ON CONFLICT (name) DO UPDATE SET tries = login_throttle.tries + 1`, name, now); err != nil {
				return err
			}
			if _, err := b.One(ctx, []any{&tries, &since}, "SELECT tries, since FROM login_throttle WHERE name = ?", name); err != nil {
				return err
			}
			if tries > triesAllowed && refusal == nil {
				wait := float64(since-begun) / 1000
				refusal = fault.New(fault.KindBusy, "fault.too_many_requests", "seconds", int(math.Ceil(wait)))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return refusal
}

// succeeded gives the tries back: all of the login, this one of the address,
// behind which a whole office may sit.
func (s *Server) succeeded(ctx context.Context, login, address string) error {
	return s.o.Door.Book(ctx, "login_throttle", func(ctx context.Context, b *act.Books) error {
		if _, err := b.Exec(ctx, "DELETE FROM login_throttle WHERE name = ?", login); err != nil {
			return err
		}
		_, err := b.Exec(ctx, "UPDATE login_throttle SET tries = tries - 1 WHERE name = ? AND tries > 0", address)
		return err
	})
}
