package act_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/house/housetest"
)

// rfc6962 is the root as the definition in RFC 6962, 2.1 reads.
func rfc6962(leaves [][]byte) [32]byte {
	switch len(leaves) {
	case 0:
		return sha256.Sum256(nil)
	case 1:
		return sha256.Sum256(append([]byte{0}, leaves[0]...))
	}
	k := 1
	for 2*k < len(leaves) {
		k *= 2
	}
	left, right := rfc6962(leaves[:k]), rfc6962(leaves[k:])
	return sha256.Sum256(slices.Concat([]byte{1}, left[:], right[:]))
}

func TestMerkleRoot(t *testing.T) {
	var leaves [][]byte
	var hashes []string
	for n := range 70 {
		want := rfc6962(leaves)
		got, err := act.RootOf(hashes)
		if err != nil || got != hex.EncodeToString(want[:]) {
			t.Fatalf("%d leaves: %s, %v", n, got, err)
		}
		h := sha256.Sum256(fmt.Append(nil, n))
		leaves = append(leaves, h[:])
		hashes = append(hashes, hex.EncodeToString(h[:]))
	}
	for _, bad := range []string{"", "00", strings.Repeat("g", 64), strings.Repeat("0", 66)} {
		if _, err := act.RootOf([]string{bad}); err == nil {
			t.Errorf("%q was taken as a hash", bad)
		}
	}
}

// write does n acts over subjects, each with a line or two.
func write(h *housetest.House, from, n int, subjects int) {
	for i := from; i < from+n; i++ {
		housetest.Do(h, h.As(access.Receptionist), deed{Body: fmt.Sprint(i), run: func(ctx context.Context, tx *act.Tx) (string, error) {
			said := sayOf(tx, fmt.Sprint("subject", i%subjects), int64(i))
			if i%4 == 0 {
				tx.Say(act.Line{Subject: act.Subject{Kind: "note", ID: fmt.Sprint("note", i)}, Say: "fault.busy", New: true})
			}
			return "", tx.Lock(ctx, said, fmt.Sprint("row", i%subjects))
		}})
		h.Clock.Add(time.Second)
	}
}

func TestSeal(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		if n, err := h.Door.Seal(t.Context()); n != 0 || err != nil {
			t.Fatalf("sealed %d of nothing, %v", n, err)
		}
		write(h, 0, 30, 4)
		if r := verified(t, h); r.Waiting != 38 || r.Sealed != 0 {
			t.Errorf("before: %+v", r)
		}
		for i, want := range []int{38, 0} {
			if n, err := h.Door.Seal(t.Context()); n != want || err != nil {
				t.Errorf("round %d sealed %d, not %d: %v", i, n, want, err)
			}
		}
		write(h, 30, 5, 4)
		if n, err := h.Door.Seal(t.Context()); n != 6 || err != nil {
			t.Errorf("sealed %d, %v", n, err)
		}
		if r := verified(t, h); r != (act.Report{Lines: 44, Sealed: 44, Seals: 2}) {
			t.Errorf("after: %+v", r)
		}
		if seq, err := h.Door.LastSeq(t.Context()); seq != 44 || err != nil {
			t.Errorf("last seq %d, %v", seq, err)
		}
	})
}

// A replica whose clock is ahead writes the first line of a subject, another
// the second: the IDs then stand in the wrong order.
func TestSealKeepsTheOrderOfASubject(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		write(h, 0, 3, 1) // subject0: n 1, 2, 3
		db := raw(t, h.DSN)
		lift(t, db, h)
		var ids []string
		for n := 1; n <= 3; n++ {
			var id string
			if err := db.QueryRow("SELECT id FROM journal WHERE subject_id = 'subject0' AND n = $1", n).Scan(&id); err != nil {
				t.Fatal(err)
			}
			ids = append(ids, id)
		}
		// Give each line an ID that sorts the other way round, with its own hash.
		for i, id := range ids {
			rename(t, db, id, fmt.Sprintf("ffffffff-%d", 9-i))
		}
		rechain(t, db, "subject0")
		if _, err := h.Door.Seal(t.Context()); err != nil {
			t.Fatal(err)
		}
		lines, err := h.Door.Since(t.Context(), 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		var order []int64
		for _, l := range lines {
			if l.Subject.ID == "subject0" {
				order = append(order, l.N)
			}
		}
		if !slices.Equal(order, []int64{1, 2, 3}) {
			t.Errorf("sealed in the order %v", order)
		}
		verified(t, h)
	})
}

func TestSealInTwoReplicasUnderLoad(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		doors := []*act.Door{h.Door, h.Door}
		if h.Postgres {
			doors[1] = housetest.New(t, h.DSN).Door
		}
		rounds := 40
		if long() {
			rounds = 1000
		}
		who := h.As(access.Receptionist)
		var writers, sealers sync.WaitGroup
		done := make(chan struct{})
		for _, door := range doors {
			for w := range 4 {
				writers.Go(func() {
					for range rounds {
						if _, err := act.Do(t.Context(), door, h.Call(who), markDeed(fmt.Sprint("subject", w))); err != nil {
							t.Error(err)
						}
					}
				})
			}
			sealers.Go(func() {
				for {
					if _, err := door.Seal(t.Context()); err != nil {
						t.Error(err)
					}
					select {
					case <-done:
						return
					case <-time.After(3 * time.Millisecond):
					}
				}
			})
		}
		writers.Wait()
		close(done)
		sealers.Wait()
		if _, err := h.Door.Seal(t.Context()); err != nil {
			t.Error(err)
		}
		if r := verified(t, h); r.Sealed != int64(8*rounds) || r.Waiting != 0 || r.Seals < 2 {
			t.Errorf("%+v", r)
		}
	})
}

func TestCheckpoint(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		path := filepath.Join(t.TempDir(), "seals.log")
		step := func(want int) {
			t.Helper()
			if n, err := h.Door.Checkpoint(t.Context(), path); n != want || err != nil {
				t.Fatalf("%d checkpoints, not %d: %v", n, want, err)
			}
		}
		step(0)
		for i := range 3 {
			write(h, i*5, 5, 2)
			if _, err := h.Door.Seal(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		step(3)
		step(0)
		text, err := os.ReadFile(path)
		if err != nil || strings.Count(string(text), "\n") != 3 || !strings.HasPrefix(string(text), "1 1 7 ") {
			t.Fatalf("%s, %v", text, err)
		}
		t.Run("a line torn by a crash is written again", func(t *testing.T) {
			if err := os.WriteFile(path, text[:len(text)-10], 0o600); err != nil {
				t.Fatal(err)
			}
			step(1)
			if again, err := os.ReadFile(path); err != nil || string(again) != string(text) {
				t.Errorf("%s, %v", again, err)
			}
		})
		t.Run("nothing is written behind a seal that the database lacks", func(t *testing.T) {
			ahead := string(text) + "4 20 21 " + strings.Repeat("0", 64) + " " + strings.Repeat("1", 64) + "\n"
			if err := os.WriteFile(path, []byte(ahead), 0o600); err != nil {
				t.Fatal(err)
			}
			_, err := h.Door.Checkpoint(t.Context(), path)
			wantError(t, err, "seal 4")
		})
		t.Run("a file of something else is left alone", func(t *testing.T) {
			other := []byte("Dear Sir,\nthis is a letter\n")
			if err := os.WriteFile(path, other, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, err := h.Door.Checkpoint(t.Context(), path); err == nil {
				t.Error("a letter was taken for checkpoints")
			}
			if now, _ := os.ReadFile(path); string(now) != string(other) {
				t.Error("it was changed")
			}
		})
	})
}

func TestBackground(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		path := filepath.Join(t.TempDir(), "seals.log")
		ctx, stop := context.WithCancel(t.Context())
		fed := make(chan int64, 1000)
		var running sync.WaitGroup
		running.Go(func() {
			h.Door.Background(ctx, act.Duties{
				Checkpoints: path,
				Followers: []act.Follower{{Name: "feed", Batch: 10, Do: func(_ context.Context, list []act.Entry) error {
					for _, e := range list {
						fed <- e.Seq
					}
					return nil
				}}},
				Trouble: func(duty string, err error) { t.Errorf("%s: %v", duty, err) },
			})
		})
		write(h, 0, 12, 3)
		housetest.Do(h, h.As(access.Receptionist), searchTexts[0])
		for want := int64(1); want <= 16; want++ {
			select {
			case got := <-fed:
				if got != want {
					t.Errorf("line %d was fed as %d", want, got)
				}
			case <-time.After(20 * time.Second):
				t.Fatalf("line %d was not fed", want)
			}
		}
		db := raw(t, h.DSN)
		until(t, "the index", func() bool { return number(t, db, "SELECT COUNT(*) FROM search_queue") == 0 })
		until(t, "the checkpoints", func() bool {
			r, err := act.Verify(t.Context(), h.DSN, path, nil)
			return err == nil && r.Broken == nil && r.Seals > 0 && r.Checkpoints == r.Seals
		})
		stop()
		running.Wait()
		if got := find(t, h, "轴承"); len(got) != 1 {
			t.Errorf("found %v", got)
		}
	})
}

// until waits for something that happens in the background.
func until(t *testing.T, what string, happened func() bool) {
	t.Helper()
	for range 400 {
		if happened() {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("%s: not after 20 seconds", what)
}

func TestTroubleIsToldOnce(t *testing.T) {
	h := housetest.SQLite(t)
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Second)
	defer stop()
	var mu sync.Mutex
	told := map[string]int{}
	h.Door.Background(ctx, act.Duties{
		Checkpoints: filepath.Join(t.TempDir(), "no", "such", "folder"),
		Trouble: func(duty string, err error) {
			mu.Lock()
			defer mu.Unlock()
			told[duty]++
		},
	})
	if told["seal"] != 1 || len(told) != 1 {
		t.Errorf("told %v", told)
	}
}
