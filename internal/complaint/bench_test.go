package complaint_test

import (
	"testing"

	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
)

func BenchmarkRegister(b *testing.B) {
	h := housetest.SQLite(b)
	c := found(b, h)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := housetest.Try(c.House, c.reception, complaint.Register{RegisterForm: c.call()}); err != nil {
				b.Error(err)
			}
		}
	})
}

func BenchmarkPage(b *testing.B) {
	h := housetest.SQLite(b)
	c := found(b, h)
	a := housetest.Do(h, c.reception, complaint.Register{RegisterForm: c.call()})
	b.ResetTimer()
	for b.Loop() {
		if _, err := act.See(b.Context(), c.Door, c.reception, "complaint.see", func(ctx ctx, s *act.Sight) (*complaint.Page, error) {
			return complaint.See(ctx, s, &complaint.PageQuery{ID: a.ID})
		}); err != nil {
			b.Fatal(err)
		}
	}
}
