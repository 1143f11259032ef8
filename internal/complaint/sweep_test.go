package complaint_test

import (
	"strings"
	"testing"

	"huidan/internal/complaint"
	"huidan/internal/deadline"
	"huidan/internal/house/housetest"
)

// What was not done in time is marked, once, with a line of its own; it is not
// blocked, and nobody's open form becomes stale by it.
func TestClause2_1_l_MarkedWhenTheDayIsOver(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		sweep := func() int {
			t.Helper()
			n, err := deadline.Sweep(t.Context(), c.Door)
			if err != nil {
				t.Fatal(err)
			}
			return n
		}
		a := c.classed(complaint.Quality)
		c.Clock.Set(housetest.At("2026-03-10 23:59:59"))
		if n := sweep(); n != 0 {
			t.Fatalf("%d marked before the day is over", n)
		}
		c.Clock.Set(housetest.At("2026-03-11 00:00"))
		if n := sweep(); n != 1 {
			t.Fatalf("%d marked at 24:00", n)
		}
		if n := sweep(); n != 0 {
			t.Errorf("%d marked twice", n)
		}
		p := c.page(c.reception, a.ID)
		line := p.Timeline[0]
		if !clockOf(p, "hand-over").Overdue || line.Obligations[0] != "2.1-l" || !strings.Contains(line.Sentence, "2026-03-10 24:00") {
			t.Errorf("%+v", line)
		}
		if p.Version != a.Version {
			t.Errorf("version %d became %d", a.Version, p.Version)
		}
		housetest.Do(c.House, c.reception, complaint.HandOver{ID: a.ID, HandOverForm: complaint.HandOverForm{Version: a.Version, NoPapers: true, LateReason: "夜班"}})
		if n := sweep(); n != 0 {
			t.Errorf("%d marked after it was handed over", n)
		}
	})
}
