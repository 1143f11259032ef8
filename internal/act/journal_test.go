package act_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
)

func TestLine(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		taken := h.Clock.Now().Add(-45 * time.Minute)
		call := h.Call(h.As(access.Receptionist))
		call.HappenedAt = taken
		var lineID string
		_, err := act.Do(t.Context(), h.Door, call, deed{run: func(ctx context.Context, tx *act.Tx) (string, error) {
			said := sayOf(tx, "thing-1", 7)
			lineID = said.ID
			return "", tx.Lock(ctx, said, "x")
		}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := h.Door.Seal(t.Context()); err != nil {
			t.Fatal(err)
		}
		lines, err := h.Door.Since(t.Context(), 0, 10)
		if err != nil || len(lines) != 1 {
			t.Fatalf("%d lines, %v", len(lines), err)
		}
		got := lines[0]
		got.Hash = ""
		want := act.Entry{
			Seq: 1, ID: lineID, Subject: act.Subject{Kind: "thing", ID: "thing-1"}, N: 1, Version: 7, Act: "files.put",
			Obligations: []string{"1-a", "2.1-q"}, ActorID: "person-receptionist",
			HappenedAt: act.Millis(taken), RecordedAt: act.Millis(h.Clock.Now()),
			Say: "fault.too_long", ZH: "最多 7 个字", EN: got.EN, Facts: `{"max":7}`,
		}
		if fmt.Sprint(got) != fmt.Sprint(want) || !strings.Contains(got.EN, "7") || len(lines[0].Hash) != 64 {
			t.Errorf("got  %+v\nwant %+v", got, want)
		}
	})
}

func TestJournalIsAppendOnly(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		housetest.Do(h, h.As(access.Receptionist), markDeed("kept"))
		if n, err := h.Door.Seal(t.Context()); n != 1 || err != nil {
			t.Fatalf("sealed %d, %v", n, err)
		}
		db := raw(t, h.DSN)
		for _, change := range []string{
			"UPDATE journal SET zh = 'x'", "DELETE FROM journal", "UPDATE sealed_line SET seq = 5", "DELETE FROM sealed_line",
			"UPDATE seal SET root = 'x'", "DELETE FROM seal", "DELETE FROM receipt",
		} {
			if _, err := db.Exec(change); err == nil || !strings.Contains(err.Error(), "receipts live") && !strings.Contains(err.Error(), "append-only") {
				t.Errorf("%s: %v", change, err)
			}
		}
		if h.Postgres {
			for _, table := range []string{"journal", "sealed_line", "seal", "receipt"} {
				if _, err := db.Exec("TRUNCATE " + table); err == nil {
					t.Errorf("%s was emptied", table)
				}
			}
		}
		verified(t, h)
	})
}

// TestCounters does random acts, some refused, some repeated, and compares the
// counters with a count of the rows.
func TestCounters(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		db := raw(t, h.DSN)
		serial := 0
		rapid.Check(t, func(rt *rapid.T) {
			var calls []act.Call
			var deeds []deed
			for range rapid.IntRange(1, 12).Draw(rt, "acts") {
				if len(calls) > 0 && rapid.IntRange(0, 3).Draw(rt, "again") == 0 {
					i := rapid.IntRange(0, len(calls)-1).Draw(rt, "which")
					act.Do(t.Context(), h.Door, calls[i], deeds[i]) //nolint:errcheck // refused ones are refused again
					continue
				}
				serial++
				calls = append(calls, h.Call(h.As(access.Receptionist)))
				deeds = append(deeds, countDeed(
					fmt.Sprint("row", serial),
					rapid.SampledFrom([]string{"a", "b", "c"}).Draw(rt, "bucket"),
					rapid.SampledFrom([]string{"a", "b", "c"}).Draw(rt, "moved to"),
					rapid.Bool().Draw(rt, "refused")))
				act.Do(t.Context(), h.Door, calls[len(calls)-1], deeds[len(deeds)-1]) //nolint:errcheck // some are refused
			}
			counts, err := act.See(t.Context(), h.Door, h.As(access.Auditor), "journal.see",
				func(ctx context.Context, s *act.Sight) (map[string]int64, error) { return s.Counts(ctx, "rows") })
			if err != nil {
				rt.Fatal(err)
			}
			for _, bucket := range []string{"a", "b", "c"} {
				if n := number(t, db, "SELECT COUNT(*) FROM act_lock WHERE name LIKE $1", bucket+"/%"); n != counts[bucket] {
					rt.Fatalf("bucket %s: %d rows, counter %d", bucket, n, counts[bucket])
				}
			}
		})
		verified(t, h)
	})
}

// countDeed makes a row in a bucket and moves it to another.
func countDeed(name, from, to string, refused bool) deed {
	return deed{Body: name, run: func(ctx context.Context, tx *act.Tx) (string, error) {
		said := sayOf(tx, name, 1)
		if err := tx.Lock(ctx, said, from+"/"+name); err != nil {
			return "", err
		}
		if err := tx.Count(ctx, said, "rows", from, 1); err != nil {
			return "", err
		}
		if refused {
			return "", fault.Against("2.1-f", "fault.busy")
		}
		if from == to {
			return "", nil
		}
		if err := tx.WriteOne(ctx, said, "UPDATE act_lock SET name = ? WHERE name = ?", to+"/"+name, from+"/"+name); err != nil {
			return "", err
		}
		if err := tx.Count(ctx, said, "rows", from, -1); err != nil {
			return "", err
		}
		return "", tx.Count(ctx, said, "rows", to, 1)
	}}
}
