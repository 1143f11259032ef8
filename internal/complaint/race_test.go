package complaint_test

import (
	"sync"
	"testing"

	"huidan/internal/complaint"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
)

// Several people classify one complaint at the same moment: one does, the
// others are told that it happened.
func TestClause2_1_f_ClassifiedByManyAtOnce(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		for range 5 {
			a := c.taken()
			var all sync.WaitGroup
			results := make([]error, 8)
			for i := range results {
				all.Go(func() {
					_, results[i] = housetest.Try(c.House, c.reception, complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{
						Version: a.Version, Class: complaint.Quality, ReasonCode: "doubt",
					}})
				})
			}
			all.Wait()
			done := 0
			for _, err := range results {
				if err == nil {
					done++
				} else if f, ok := fault.As(err); !ok || f.Kind != fault.KindStale || len(f.Changes) == 0 {
					t.Errorf("not told what happened: %v", err)
				}
			}
			if done != 1 {
				t.Errorf("%d of 8 classified it", done)
			}
			if p := c.page(c.reception, a.ID); len(p.Classes) != 1 || p.Version != 2 {
				t.Errorf("version %d, %d classifications", p.Version, len(p.Classes))
			}
		}
	})
}
