package act

import (
	"context"
	"sync"
	"time"
)

const (
	// roundEvery is how often the background duties look for work that nobody
	// of this process told them of: another replica may have written it.
	roundEvery = time.Second
	// gather lets lines come together before they are sealed, so that a busy
	// second makes some seals and not thousands.
	gather = 100 * time.Millisecond
	// breathe leaves the writer to the acts between two steps of indexing.
	breathe = 5 * time.Millisecond
)

// bell tells many waiters that something has happened. The zero bell works.
type bell struct {
	mu sync.Mutex
	ch chan struct{}
}

// heard gives a channel that closes at the next ring. Take it before looking
// for work, or a ring in between is missed.
func (b *bell) heard() <-chan struct{} {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ch == nil {
		b.ch = make(chan struct{})
	}
	return b.ch
}

func (b *bell) ring() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.ch != nil {
		close(b.ch)
		b.ch = nil
	}
}

// Duties say what Background does besides sealing and indexing.
type Duties struct {
	// Checkpoints is the file outside the database to which each seal is
	// written; empty means none.
	Checkpoints string
	// Followers are fed with the sealed lines.
	Followers []Follower
	// Trouble hears of a failure, once for each run of equal ones. The duty
	// goes on.
	Trouble func(duty string, err error)
}

// Follower is something that happens after a line was sealed.
type Follower struct {
	Name  string
	Batch int
	Do    func(context.Context, []Entry) error
}

// Background seals, writes checkpoints, indexes and feeds the followers until
// ctx ends. Several replicas may run it on one database.
func (d *Door) Background(ctx context.Context, o Duties) {
	if o.Trouble == nil {
		o.Trouble = func(string, error) {}
	}
	var running sync.WaitGroup
	running.Go(func() { d.repeat(ctx, "seal", o, func() error { return d.sealStep(ctx, o.Checkpoints) }) })
	running.Go(func() { d.repeat(ctx, "index", o, func() error { return d.indexStep(ctx) }) })
	for _, f := range o.Followers {
		running.Go(func() { d.repeat(ctx, f.Name, o, func() error { return d.Follow(ctx, f.Name, f.Batch, f.Do) }) })
	}
	running.Wait()
}

// repeat does steps of a duty until ctx ends, each when something was written
// or a round has passed.
func (d *Door) repeat(ctx context.Context, duty string, o Duties, step func() error) {
	last := ""
	for ctx.Err() == nil {
		woken := d.woken.heard()
		err := step()
		if ctx.Err() != nil {
			return
		}
		now := ""
		if err != nil {
			now = err.Error()
			woken = nil // what failed is not tried again faster because others write
		}
		if now != "" && now != last {
			o.Trouble(duty, err)
		}
		last = now
		pause(ctx, woken, roundEvery)
	}
}

// pause waits for a ring, the end of ctx, or the time.
func pause(ctx context.Context, rung <-chan struct{}, longest time.Duration) {
	timer := time.NewTimer(longest)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-rung:
	case <-timer.C:
	}
}
