package demo_test

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"huidan/internal/act"
	"huidan/internal/demo"
	"huidan/internal/house/housetest"
)

// The demo company shows every state of clause 2.1, and a second start leaves
// it as it is.
func TestDemoShowsEveryState(t *testing.T) {
	o := act.Options{DSN: filepath.Join(t.TempDir(), "demo.db")}
	now := housetest.At("2026-11-23 16:40")
	began := time.Now()
	done, err := demo.Seed(t.Context(), o, "huidan-demo", now)
	if err != nil || !done {
		t.Fatalf("seeded %v: %v", done, err)
	}
	t.Logf("seeded in %s", time.Since(began))
	if again, err := demo.Seed(t.Context(), o, "huidan-demo", now); err != nil || again {
		t.Fatalf("second start seeded again: %v %v", again, err)
	}
	door, err := act.Open(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	defer door.Close()
	counts := map[string]int64{}
	err = door.LookUp(t.Context(), func(ctx context.Context, b *act.Books) error {
		rows, err := b.Query(ctx, "SELECT state, COUNT(*) FROM complaint GROUP BY state")
		_, err = act.Collect(rows, err, func(r act.Scanner) (int, error) {
			var state string
			var n int64
			err := r.Scan(&state, &n)
			counts[state] = n
			return 0, err
		})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(counts)
	for _, state := range []string{"draft", "registered", "negotiating", "handover_pending", "with_quality", "opinion_signed", "closed", "withdrawn", "void", "merged"} {
		if counts[state] == 0 {
			t.Errorf("no complaint is %s", state)
		}
	}
	report, err := act.Verify(t.Context(), o.DSN, "", nil)
	if err != nil || report.Broken != nil {
		t.Errorf("journal of the demo: %+v %v", report, err)
	}
}
