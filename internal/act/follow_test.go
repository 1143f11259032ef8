package act_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"time"

	"huidan/internal/act"
	"huidan/internal/house/housetest"
)

func TestFollow(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		write(h, 0, 20, 3)
		if _, err := h.Door.Seal(t.Context()); err != nil {
			t.Fatal(err)
		}
		last, err := h.Door.LastSeq(t.Context())
		if err != nil {
			t.Fatal(err)
		}

		t.Run("a batch that failed comes again", func(t *testing.T) {
			failed := errors.New("network")
			var got []int64
			follow := func() error {
				ctx, stop := context.WithCancel(t.Context())
				defer stop()
				return h.Door.Follow(ctx, "mail", 7, func(_ context.Context, list []act.Entry) error {
					if list[0].Seq == 8 && !slices.Contains(got, 8) {
						got = append(got, seqs(list)...)
						return failed
					}
					got = append(got, seqs(list)...)
					if list[len(list)-1].Seq == last {
						stop()
					}
					return nil
				})
			}
			if err := follow(); !errors.Is(err, failed) {
				t.Fatalf("want the follower's error, not %v", err)
			}
			if err := follow(); err != nil {
				t.Fatal(err)
			}
			want := slices.Concat(run(1, 14), run(8, last))
			if !slices.Equal(got, want) {
				t.Errorf("got %v, not %v", got, want)
			}
		})
		t.Run("what was done is not given again", func(t *testing.T) {
			ctx, stop := context.WithTimeout(t.Context(), 300*time.Millisecond)
			defer stop()
			if err := h.Door.Follow(ctx, "mail", 7, func(_ context.Context, list []act.Entry) error {
				t.Errorf("given again: %v", seqs(list))
				return nil
			}); err != nil {
				t.Error(err)
			}
		})
		t.Run("one at a time over all replicas", func(t *testing.T) {
			other := h.Door
			if h.Postgres {
				other = housetest.New(t, h.DSN).Door
			}
			ctx, stop := context.WithTimeout(t.Context(), 30*time.Second)
			defer stop()
			var all sync.WaitGroup
			var mu sync.Mutex
			var got []int64
			for _, door := range []*act.Door{h.Door, other, other} {
				all.Go(func() {
					err := door.Follow(ctx, "feed", 1, func(_ context.Context, list []act.Entry) error {
						if !mu.TryLock() {
							t.Error("two at once")
							return nil
						}
						defer mu.Unlock()
						time.Sleep(time.Millisecond)
						if got = append(got, seqs(list)...); int64(len(got)) == last {
							stop()
						}
						return nil
					})
					if err != nil {
						t.Error(err)
					}
				})
			}
			all.Wait()
			if !slices.Equal(got, run(1, last)) {
				t.Errorf("got %v", got)
			}
		})
		t.Run("the next takes over from one that fell silent", func(t *testing.T) {
			hold := make(chan struct{})
			var silent sync.WaitGroup
			begun := make(chan struct{})
			silent.Go(func() {
				h.Door.Follow(t.Context(), "stuck", 5, func(context.Context, []act.Entry) error { //nolint:errcheck // it fell silent
					close(begun)
					<-hold
					return errors.New("late")
				})
			})
			<-begun
			try := func() (n int) {
				ctx, stop := context.WithTimeout(t.Context(), 5*time.Second)
				defer stop()
				short, end := context.WithTimeout(ctx, 400*time.Millisecond)
				defer end()
				h.Door.Follow(short, "stuck", 5, func(_ context.Context, list []act.Entry) error { n += len(list); return nil }) //nolint:errcheck // n tells
				return n
			}
			if n := try(); n != 0 {
				t.Errorf("%d lines while another holds the lease", n)
			}
			h.Clock.Add(act.LeaseFor + time.Second)
			if n := try(); int64(n) != last {
				t.Errorf("%d lines after the lease has ended, not %d", n, last)
			}
			close(hold)
			silent.Wait()
		})
		t.Run("a clock put back does not hold it up", func(t *testing.T) {
			now := h.Clock.Now()
			defer h.Clock.Set(now)
			first := true
			for range 2 {
				ctx, stop := context.WithCancel(t.Context())
				h.Door.Follow(ctx, "clock", 5, func(context.Context, []act.Entry) error { //nolint:errcheck // first tells
					if first {
						first = false
						stop() // and the lease is released: take it away again below
						return nil
					}
					stop()
					return nil
				})
				stop()
				db := raw(t, h.DSN)
				if _, err := db.Exec("UPDATE lease SET holder = 'dead', until = $1 WHERE name = 'follow clock'", act.Millis(now.Add(act.LeaseFor))); err != nil {
					t.Fatal(err)
				}
				h.Clock.Set(now.Add(-24 * time.Hour))
			}
			if n := number(t, raw(t, h.DSN), "SELECT seq FROM cursor_at WHERE name = 'clock'"); n != 10 {
				t.Errorf("the follower stands at %d", n)
			}
		})
	})
}

func seqs(list []act.Entry) (s []int64) {
	for _, e := range list {
		s = append(s, e.Seq)
	}
	return s
}

func run(from, to int64) (s []int64) {
	for i := from; i <= to; i++ {
		s = append(s, i)
	}
	return s
}
