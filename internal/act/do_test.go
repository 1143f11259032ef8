package act_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
)

// markDeed marks a name and answers with an ID made only once.
func markDeed(name string) deed {
	return deed{Body: name, run: func(ctx context.Context, tx *act.Tx) (string, error) {
		return act.NewID(), mark(ctx, tx, name)
	}}
}

func TestSameKey(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		ctx, db, who := t.Context(), raw(t, h.DSN), h.As(access.Receptionist)
		replica := housetest.New(t, h.DSN).Door
		if !h.Postgres {
			replica = h.Door // SQLite has one server
		}
		call := h.Call(who)

		t.Run("five times at once, on two replicas: one effect, the same answer", func(t *testing.T) {
			var all sync.WaitGroup
			var answers [5]string
			var errs [5]error
			for i := range answers {
				door := []*act.Door{h.Door, replica}[i%2]
				all.Go(func() { answers[i], errs[i] = act.Do(ctx, door, call, markDeed("once")) })
			}
			all.Wait()
			for i := range answers {
				if errs[i] != nil || answers[i] == "" || answers[i] != answers[0] {
					t.Errorf("answer %d: %q, %v", i, answers[i], errs[i])
				}
			}
			if n := number(t, db, "SELECT n FROM act_lock WHERE name = 'once'"); n != 1 {
				t.Errorf("%d effects", n)
			}
			if n := number(t, db, "SELECT COUNT(*) FROM journal"); n != 1 {
				t.Errorf("%d lines", n)
			}
		})
		t.Run("each repetition writes", func(t *testing.T) {
			for want := int64(4); want < 7; want++ {
				if n := number(t, db, "SELECT replays FROM receipt WHERE key = $1", call.Key); n != want {
					t.Errorf("%d replays counted, not %d", n, want)
				}
				if _, err := act.Do(ctx, h.Door, call, markDeed("once")); err != nil {
					t.Error(err)
				}
			}
		})
		t.Run("with another content: refused", func(t *testing.T) {
			before := traces(t, db)
			_, err := act.Do(ctx, h.Door, call, markDeed("twice"))
			wantKind(t, err, fault.KindConflict)
			if after := traces(t, db); after != before {
				t.Errorf("it left %d rows", after-before)
			}
			if n := number(t, db, "SELECT replays FROM receipt WHERE key = $1", call.Key); n != 7 {
				t.Errorf("a refused repetition was counted: %d", n)
			}
		})
		t.Run("for another act: refused", func(t *testing.T) {
			_, err := act.Do(ctx, h.Door, call, otherAct{markDeed("once")})
			wantKind(t, err, fault.KindConflict)
		})
		t.Run("from another person: an act of his own", func(t *testing.T) {
			other := call
			other.Actor = h.As(access.QualityManager)
			if _, err := act.Do(ctx, h.Door, other, markDeed("theirs")); err != nil {
				t.Error(err)
			}
		})
		t.Run("none, too short or too long: refused", func(t *testing.T) {
			for _, key := range []string{"", "1234567", fmt.Sprintf("%0201d", 1)} {
				_, err := act.Do(ctx, h.Door, act.Call{Actor: who, Key: key}, markDeed("keyless"))
				wantKind(t, err, fault.KindInvalid)
			}
		})
	})
}

// otherAct is the same content as another act.
type otherAct struct{ deed }

func (otherAct) Action() access.Action { return "views.change" }

func TestRefusedActLeavesNothing(t *testing.T) {
	refusal := fault.Against("2.1-f", "fault.busy")
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		ctx, db, who := t.Context(), raw(t, h.DSN), h.As(access.Receptionist)
		var foreign *act.Said
		housetest.Do(h, who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
			foreign = sayOf(tx, "foreign", 1)
			return "", tx.Lock(ctx, foreign, "foreign")
		}})
		before := traces(t, db)
		write := "INSERT INTO act_lock (name, n) VALUES ('bare', 1)"
		cases := []struct {
			name  string
			actor access.Actor
			deed  deed
			kind  fault.Kind // or
			text  string
		}{
			{"by a rule, after it has written", who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
				if err := mark(ctx, tx, "refused"); err != nil {
					return "", err
				}
				return "", refusal
			}}, fault.KindAgainst, ""},
			{"by a failing statement", who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
				if err := mark(ctx, tx, "broken"); err != nil {
					return "", err
				}
				_, err := tx.Write(ctx, sayOf(tx, "broken", 1), "INSERT INTO act_lock (name, n) VALUES ('broken', NULL)")
				return "", err
			}}, "", "act_lock"},
			{"by a panic", who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
				if err := mark(ctx, tx, "panic"); err != nil {
					return "", err
				}
				panic("a bug")
			}}, "", "a bug"},
			{"by the permission table", h.As(access.Auditor), markDeed("auditor"), fault.KindForbidden, ""},
			{"of nobody", access.Actor{}, markDeed("nobody"), fault.KindUnauthenticated, ""},
			{"that changes nothing", who, deed{run: func(context.Context, *act.Tx) (string, error) { return "", nil }}, "", "changed nothing"},
			{"that says and does not do", who, deed{run: func(_ context.Context, tx *act.Tx) (string, error) {
				sayOf(tx, "said", 1)
				return "", nil
			}}, "", "changed nothing"},
			{"writing without a line", who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
				_, err := tx.Write(ctx, nil, write)
				return "", err
			}}, "", "without a journal line"},
			{"writing with another act's line", who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
				_, err := tx.Write(ctx, foreign, write)
				return "", err
			}}, "", "without a journal line"},
			{"numbering without a line", who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
				_, err := tx.Number(ctx, nil, "N", 2026)
				return "", err
			}}, "", "without a journal line"},
			{"writing before permission", who, deed{scope: func(ctx context.Context, tx *act.Tx) error {
				_, err := tx.Write(ctx, sayOf(tx, "early", 1), write)
				return err
			}, run: markDeed("early").run}, "", "before permission"},
			{"numbering before permission", who, deed{scope: func(ctx context.Context, tx *act.Tx) error {
				_, err := tx.Number(ctx, sayOf(tx, "early", 1), "N", 2026)
				return err
			}, run: markDeed("early").run}, "", "without a journal line"},
			{"writing through a read", who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
				var n int64
				_, err := tx.One(ctx, []any{&n}, write+" RETURNING n")
				return "", err
			}}, "", "not a read"},
			{"about nothing", who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
				_, err := tx.Write(ctx, sayOf(tx, "", 1), write)
				return "", err
			}}, "", "about nothing"},
			{"with a sentence nobody can read", who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
				said := tx.Say(act.Line{Subject: act.Subject{Kind: "thing", ID: "x"}, Say: "journal.no.such"})
				_, err := tx.Write(ctx, said, write)
				return "", err
			}}, "", "no sentence"},
		}
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				_, err := housetest.Try(h, c.actor, c.deed)
				if c.kind != "" {
					wantKind(t, err, c.kind)
				} else {
					wantError(t, err, c.text)
				}
				if after := traces(t, db); after != before {
					t.Errorf("it left %d rows", after-before)
				}
			})
		}
		t.Run("its key can be used again", func(t *testing.T) {
			call := h.Call(who)
			fails := true
			again := deed{Body: "again", run: func(ctx context.Context, tx *act.Tx) (string, error) {
				if err := mark(ctx, tx, "again"); err != nil {
					return "", err
				}
				if fails {
					return "", refusal
				}
				return "done", nil
			}}
			_, err := act.Do(ctx, h.Door, call, again)
			wantKind(t, err, fault.KindAgainst)
			fails = false
			if answer, err := act.Do(ctx, h.Door, call, again); err != nil || answer != "done" {
				t.Errorf("%q, %v", answer, err)
			}
		})
	})
}

func TestFailuresLeaveTheOthersAlone(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		const callers = 32
		rounds := 12
		if long() {
			rounds = 200
		}
		who := h.As(access.Receptionist)
		var all sync.WaitGroup
		var mu sync.Mutex
		var taken []int64
		var refused atomic.Int64
		for c := range callers {
			all.Go(func() {
				for i := range rounds {
					var n int64
					_, err := housetest.Try(h, who, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
						said := tx.Say(act.Line{Subject: act.Subject{Kind: "thing", ID: act.NewID()}, Say: "fault.busy", New: true})
						var err error
						if n, err = tx.Number(ctx, said, "TS", 2026); err != nil {
							return "", err
						}
						switch (c + i) % 5 {
						case 0:
							return "", fault.Against("2.1-f", "fault.busy")
						case 1:
							panic("a bug")
						}
						return "", nil
					}})
					if (c+i)%5 < 2 {
						if err == nil {
							t.Error("a failing act was answered")
						}
						refused.Add(1)
						continue
					}
					if err != nil {
						t.Error(err)
						return
					}
					mu.Lock()
					taken = append(taken, n)
					mu.Unlock()
				}
			})
		}
		all.Wait()
		slices.Sort(taken)
		for i, n := range taken {
			if n != int64(i+1) {
				t.Fatalf("number %d stands at place %d of %d: not gapless", n, i+1, len(taken))
			}
		}
		if want := callers*rounds - int(refused.Load()); len(taken) != want || refused.Load() == 0 {
			t.Errorf("%d numbers, not %d", len(taken), want)
		}
		if n := number(t, raw(t, h.DSN), "SELECT COUNT(*) FROM journal"); n != int64(len(taken)) {
			t.Errorf("%d lines for %d acts", n, len(taken))
		}
		verified(t, h)
		if f := h.Door.Figures(); !h.Postgres && f.Commits >= f.Acts {
			t.Errorf("%d commits for %d acts: no group commit", f.Commits, f.Acts)
		}
	})
}

// amend changes the record of a name from the version its reader had.
func amend(name string, version int64) deed {
	return deed{Body: fmt.Sprint(name, version), run: func(ctx context.Context, tx *act.Tx) (string, error) {
		said := sayOf(tx, name, version+1)
		return "", tx.WriteOne(ctx, said, "UPDATE act_lock SET n = n + 1 WHERE name = ? AND n = ?", name, version)
	}}
}

func TestStale(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		housetest.Do(h, h.As(access.Receptionist), markDeed("record"))
		housetest.Do(h, h.As(access.QualityManager), amend("record", 1))
		h.Clock.Add(60e9)
		housetest.Do(h, h.As(access.Inspector), amend("record", 2))
		before := traces(t, raw(t, h.DSN))
		_, err := housetest.Try(h, h.As(access.Receptionist), amend("record", 1))
		f := wantKind(t, err, fault.KindStale)
		if f.Version != 3 || len(f.Changes) != 2 {
			t.Fatalf("version %d with %d changes, not 3 with 2", f.Version, len(f.Changes))
		}
		for i, want := range []struct {
			actor string
			at    int64
			max   int
		}{{"person-quality_manager", act.Millis(housetest.Start), 2}, {"person-inspector", act.Millis(h.Clock.Now()), 3}} {
			c := f.Changes[i]
			if c.ActorID != want.actor || c.RecordedAt != want.at || c.Act != "files.put" || c.ZH != fmt.Sprintf("最多 %d 个字", want.max) || c.EN == "" || c.EN == c.ZH {
				t.Errorf("change %d: %+v", i, c)
			}
		}
		if after := traces(t, raw(t, h.DSN)); after != before {
			t.Error("a stale act left something")
		}
	})
}

func TestRacesOnOneRecord(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		races := int64(1000)
		if long() {
			races = 10_000
		}
		doors := []*act.Door{h.Door}
		if h.Postgres {
			doors = append(doors, housetest.New(t, h.DSN).Door)
		}
		who := h.As(access.Receptionist)
		housetest.Do(h, who, markDeed("record"))
		var won, lost atomic.Int64
		var all sync.WaitGroup
		for i := range 16 {
			all.Go(func() {
				version := int64(1)
				for won.Load()+lost.Load() < races {
					_, err := act.Do(t.Context(), doors[i%len(doors)], h.Call(who), amend("record", version))
					if err == nil {
						won.Add(1)
						version++
						continue
					}
					f, ok := fault.As(err)
					if !ok || f.Kind != fault.KindStale {
						t.Error(err)
						return
					}
					if f.Version < version {
						t.Errorf("version %d was refused as stale at %d", version, f.Version)
						return
					}
					lost.Add(1)
					version = f.Version
				}
			})
		}
		all.Wait()
		db := raw(t, h.DSN)
		if n := number(t, db, "SELECT n FROM act_lock WHERE name = 'record'"); n != won.Load()+1 {
			t.Errorf("version %d after %d changes: an update was lost", n, won.Load())
		}
		if n := number(t, db, "SELECT COUNT(*) FROM journal"); n != won.Load()+1 {
			t.Errorf("%d lines after %d changes", n, won.Load())
		}
		if lost.Load() == 0 {
			t.Error("nobody was ever too late: no race was run")
		}
		verified(t, h)
	})
}

func TestLinesOfOneSubjectAtOnce(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		doors := []*act.Door{h.Door, h.Door}
		if h.Postgres {
			doors[1] = housetest.New(t, h.DSN).Door
		}
		who := h.As(access.Receptionist)
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				for k := range 10 {
					// Different rows, the same subject: nothing but the chain makes them wait.
					_, err := act.Do(t.Context(), doors[i%2], h.Call(who), deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
						return "", tx.Lock(ctx, sayOf(tx, "shared", 1), fmt.Sprint("row", i, k))
					}})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		if n := number(t, raw(t, h.DSN), "SELECT MAX(n) FROM journal WHERE subject_id = 'shared'"); n != 80 {
			t.Errorf("%d lines in the chain, not 80", n)
		}
		verified(t, h)
	})
}

func TestAnsweredMeansVisibleToOthers(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		db := raw(t, h.DSN)
		for i := range 50 {
			name := fmt.Sprint("seen", i)
			housetest.Do(h, h.As(access.Receptionist), markDeed(name))
			if n := number(t, db, "SELECT COUNT(*) FROM act_lock WHERE name = $1", name); n != 1 {
				t.Fatal("answered before it was committed")
			}
		}
	})
}
