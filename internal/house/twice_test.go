package house_test

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
)

// secondDoor opens the records a second time, as another replica does.
func secondDoor(t testing.TB, h *housetest.House) *act.Door {
	t.Helper()
	door, err := act.Open(context.Background(), act.Options{DSN: h.DSN, Clock: h.Clock.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { door.Close() })
	return door
}

const replaysOf = "SELECT COALESCE(MAX(replays), -1) FROM receipt WHERE key = ?"

// The same key sent five times, at once, to two servers on one database.
func TestSameKeyFiveTimesAtOnce(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		o := openOffice(t, h)
		urls := []string{o.url, o.url}
		if h.Postgres {
			_, urls[1] = serve(t, secondDoor(t, h), o.folder)
		}
		reception := o.desks[access.Receptionist]
		for round := range 10 {
			key := "five-" + act.NewID()
			answers := atOnce(5, func(i int) reply { return reception.at(urls[i%2]).send("POST", "/api/v1/complaints", key, call()) })
			for _, a := range answers {
				a.want(t, 201, "")
				if !bytes.Equal(a.body, answers[0].body) {
					t.Errorf("two answers to one key: %s and %s", answers[0].body, a.body)
				}
			}
			if n := number(t, h.Door, "SELECT COUNT(*) FROM complaint"); n != int64(round+1) {
				t.Fatalf("%d complaints after %d intentions", n, round+1)
			}
			if n := number(t, h.Door, replaysOf, key); n != 4 {
				t.Errorf("%d replays were written, not 4", n)
			}
		}
		isWhole(t, h.Door)
		holds(t, h.DSN, "")
	})
}

func atOnce(times int, do func(i int) reply) []reply {
	answers := make([]reply, times)
	start := make(chan struct{})
	var all sync.WaitGroup
	for i := range times {
		all.Go(func() {
			<-start
			answers[i] = do(i)
		})
	}
	close(start)
	all.Wait()
	return answers
}

func TestKeyOfAnotherIntention(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		o := openOffice(t, h)
		reception, sales := o.desks[access.Receptionist], o.desks[access.Salesperson]
		const path, key = "/api/v1/complaints", "one intention"
		first := reception.send("POST", path, key, call())
		first.want(t, 201, "")
		a := into[complaint.Answer](t, first)
		t.Run("same key with another body is refused", func(t *testing.T) {
			other := call()
			other.Account = "另一件事"
			for _, language := range []string{"zh-CN", "en"} {
				r := reception.in(language).send("POST", path, key, other).want(t, 409, "fault.key_reused")
				if r.problem().Detail == "" || r.problem().Detail == "fault.key_reused" {
					t.Errorf("no words: %s", r.body)
				}
			}
		})
		t.Run("same key with another act is refused", func(t *testing.T) {
			body := map[string]any{"version": a.Version, "text": "x"}
			reception.send("POST", path+"/"+a.ID+"/plan", key, body).want(t, 409, "fault.key_reused")
		})
		t.Run("same key and body on another record is refused", func(t *testing.T) {
			b := into[complaint.Answer](t, reception.post(path, call()))
			body := map[string]any{"version": 1, "text": "先电话指导"}
			reception.send("POST", path+"/"+a.ID+"/plan", "plan of two", body).want(t, 200, "")
			reception.send("POST", path+"/"+b.ID+"/plan", "plan of two", body).want(t, 409, "fault.key_reused")
		})
		t.Run("the key of another person is another key", func(t *testing.T) {
			other := into[complaint.Answer](t, sales.send("POST", path, key, call()).want(t, 201, ""))
			if other.ID == a.ID {
				t.Error("one person got the other's answer")
			}
		})
		t.Run("a refused act leaves its key free", func(t *testing.T) {
			empty := call()
			empty.Account = ""
			reception.send("POST", path, "mended later", empty).want(t, 422, "fault.invalid")
			reception.send("POST", path, "mended later", call()).want(t, 201, "")
		})
		t.Run("the first answer again after ten years", func(t *testing.T) {
			h.Clock.Set(h.Clock.Now().AddDate(10, 0, 0))
			reception := visit(t, o.url)
			reception.signIn(login(access.Receptionist))
			again := reception.send("POST", path, key, call())
			if !bytes.Equal(again.body, first.body) {
				t.Errorf("%s and then %s", first.body, again.body)
			}
		})
		isWhole(t, h.Door)
	})
}

// repeats sends an intention again and says whether that wrote anything.
func repeats(t testing.TB, h *housetest.House, key string, again func() error) bool {
	t.Helper()
	before := number(t, h.Door, replaysOf, key)
	if err := again(); err != nil {
		t.Fatal(err)
	}
	return number(t, h.Door, replaysOf, key) > before
}

// readOnlyReplay is the mistake: it finds the receipt and answers, writing nothing.
func readOnlyReplay(ctx context.Context, door *act.Door, key string) error {
	return door.LookUp(ctx, func(ctx context.Context, b *act.Books) error {
		var answer string
		found, err := b.One(ctx, []any{&answer}, "SELECT r.answer FROM receipt r WHERE r.key = ?", key)
		if err == nil && (!found || answer == "") {
			err = errors.New("no receipt")
		}
		return err
	})
}

// The trap of the read-only replay (decision 3): an answer to a repeated key
// must itself be a durable write.
func TestReplayWrites(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		o := openOffice(t, h)
		reception := act.Call{Actor: o.people[access.Receptionist], Key: "replayed intention"}
		register := func() error {
			_, err := act.Do(t.Context(), h.Door, reception, complaint.Register{RegisterForm: call()})
			return err
		}
		if err := register(); err != nil {
			t.Fatal(err)
		}
		if !repeats(t, h, reception.Key, register) {
			t.Error("a replay was answered without a write")
		}
		if repeats(t, h, reception.Key, func() error { return readOnlyReplay(t.Context(), h.Door, reception.Key) }) {
			t.Error("the mistake passes for the right thing: this test cannot fail")
		}
	})
}

// With synchronous replication and no standby, nothing may be acknowledged,
// least of all the replay of a change that only this machine holds.
func TestReplayWaitsForTheStandby(t *testing.T) {
	pg := housetest.Server(t)
	h := housetest.New(t, pg.Database(t))
	h.Postgres = true
	o := openOffice(t, h)
	pg.Set(t, "synchronous_standby_names", "one_that_is_away")
	t.Cleanup(func() { pg.Set(t, "synchronous_standby_names", "") }) // or dropping the database waits for ever
	within := func(do func(ctx context.Context) error) error {
		ctx, done := context.WithTimeout(t.Context(), 1500*time.Millisecond)
		defer done()
		return do(ctx)
	}
	key := act.Call{Actor: o.people[access.Receptionist], Key: "kept on one machine"}
	register := func(ctx context.Context) error {
		_, err := act.Do(ctx, h.Door, key, complaint.Register{RegisterForm: call()})
		return err
	}
	waitForSetting(t, h)
	if err := within(register); err == nil {
		t.Fatal("acknowledged though no standby has it")
	}
	if err := within(register); err == nil {
		t.Error("the replay was acknowledged though no standby has the change")
	}
	if n := number(t, h.Door, "SELECT COUNT(*) FROM complaint"); n != 1 {
		t.Errorf("%d complaints: the change should lie on this machine only, unacknowledged", n)
	}
	if err := within(func(ctx context.Context) error { return readOnlyReplay(ctx, h.Door, key.Key) }); err != nil {
		t.Errorf("the mistake does not show: %v", err)
	}
	pg.Set(t, "synchronous_standby_names", "")
	if err := register(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := number(t, h.Door, "SELECT COUNT(*) FROM complaint"); n != 1 {
		t.Errorf("%d complaints for one intention", n)
	}
	isWhole(t, h.Door)
}

// waitForSetting returns when commits wait for the standby. It is PostgreSQL's
// checkpointer that makes them wait, some time after the setting was taken.
func waitForSetting(t testing.TB, h *housetest.House) {
	t.Helper()
	held := 0
	for range 200 {
		ctx, done := context.WithTimeout(t.Context(), 300*time.Millisecond)
		err := h.Door.Book(ctx, "lease", func(ctx context.Context, b *act.Books) error {
			_, err := b.Exec(ctx, "INSERT INTO lease (name, holder, until) VALUES ('test', 'test', 0) ON CONFLICT (name) DO UPDATE SET until = lease.until + 1")
			return err
		})
		done()
		if err == nil {
			held = 0
			time.Sleep(10 * time.Millisecond)
		} else if held++; held == 3 {
			return
		}
	}
	t.Fatal("PostgreSQL did not take the setting")
}

// Thousands of changes race on one record: each that succeeds is there, and
// none was written over.
func TestRacesOnOneRecord(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		o := openOffice(t, h)
		doors := []*act.Door{h.Door, h.Door}
		if h.Postgres {
			doors[1] = secondDoor(t, h)
		}
		who := o.people[access.Receptionist]
		first := housetest.Do(h, who, complaint.Register{RegisterForm: call()})
		var seen, won, lostRaces atomic.Int64
		seen.Store(first.Version)
		const racers = 8
		var all sync.WaitGroup
		for racer := range racers {
			all.Go(func() {
				for range long(600, 10_000) / racers {
					version := seen.Load()
					a, err := act.Do(context.Background(), doors[racer%2], h.Call(who), complaint.LogContact{
						ID: first.ID, LogContactForm: complaint.LogContactForm{Version: version, Kind: "contact", Channel: "phone", Said: "再次来电"},
					})
					f, refused := fault.As(err)
					switch {
					case err == nil:
						won.Add(1)
						raise(&seen, a.Version)
					case refused && f.Kind == fault.KindStale:
						lostRaces.Add(1)
						if f.Version <= version || len(f.Changes) == 0 {
							t.Errorf("stale without a tale: seen %d, now %d, %d changes", version, f.Version, len(f.Changes))
						}
						raise(&seen, f.Version)
					case refused && f.Kind == fault.KindBusy:
						time.Sleep(time.Duration(rand.IntN(20)) * time.Millisecond)
					default:
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		t.Logf("%d won, %d came too late", won.Load(), lostRaces.Load())
		if won.Load() == 0 || lostRaces.Load() == 0 {
			t.Error("nobody raced")
		}
		version := number(t, h.Door, "SELECT version FROM complaint WHERE id = ?", first.ID)
		contacts := number(t, h.Door, "SELECT COUNT(*) FROM contact_log WHERE complaint_id = ?", first.ID)
		lines := number(t, h.Door, "SELECT COUNT(*) FROM journal WHERE subject_id = ?", first.ID)
		if version != 1+won.Load() || contacts != won.Load() || lines != version {
			t.Errorf("%d successes, but version %d, %d contacts, %d lines", won.Load(), version, contacts, lines)
		}
		isWhole(t, h.Door)
		holds(t, h.DSN, "")
	})
}

// raise lifts n to at least v.
func raise(n *atomic.Int64, v int64) {
	for {
		now := n.Load()
		if v <= now || n.CompareAndSwap(now, v) {
			return
		}
	}
}
