package party

import (
	"context"
	"testing"

	"pgregory.net/rapid"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
)

func day(text string) calendar.Day {
	d, err := calendar.ParseDay(text)
	if err != nil {
		panic(err)
	}
	return d
}

// Civil Code arts. 201 and 202.
func TestWarrantyEnd(t *testing.T) {
	for _, c := range []struct {
		delivered string
		months    int64
		want      string
	}{
		{"2025-03-15", 12, "2026-03-15"}, {"2025-01-31", 1, "2025-02-28"}, {"2024-01-31", 1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"}, {"2024-02-29", 48, "2028-02-29"}, {"2025-12-31", 2, "2026-02-28"}, {"2025-11-30", 1, "2025-12-30"},
	} {
		if got := WarrantyEnd(day(c.delivered), c.months).String(); got != c.want {
			t.Errorf("%s + %d months = %s, want %s", c.delivered, c.months, got, c.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		from := calendar.Date(2000, 1, 1).AddDays(rapid.IntRange(0, 20000).Draw(t, "day"))
		months := rapid.Int64Range(1, 120).Draw(t, "months")
		end := WarrantyEnd(from, months)
		if !WarrantyEnd(from, months+1).After(end) || !end.After(from) {
			t.Fatalf("%s + %d months = %s", from, months, end)
		}
		if end.DayOfMonth() > from.DayOfMonth() || end.DayOfMonth() < min(from.DayOfMonth(), 28) {
			t.Fatalf("%s + %d months = %s", from, months, end)
		}
	})
}

func TestWarrantyOnBoundaryDays(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		c, p := customer(h, "甲"), product(h, "平板", "PD8s", 12)
		counted := do(h, CreateUnit{UnitFields{ProductID: p, CustomerID: c, SerialNo: "1", DeliveredOn: "2025-03-10"}}).ID
		do(h, CreateUnit{UnitFields{ProductID: p, CustomerID: c, SerialNo: "2"}})
		for at, want := range map[string]struct {
			in   bool
			left int64
		}{
			"2026-03-10 00:00": {true, 0}, "2026-03-10 23:59:59": {true, 0}, "2026-03-11 00:00": {false, -1}, "2026-03-09 23:59": {true, 1},
		} {
			h.Clock.Set(housetest.At(at))
			row := units(t, h, UnitQuery{Listing: Listing{Q: "1"}})[0]
			if row.To != "2026-03-10" || row.In == nil || *row.In != want.in || *row.DaysLeft != want.left {
				t.Errorf("at %s: to %s, in %v, %d days left", at, row.To, *row.In, *row.DaysLeft)
			}
			in := units(t, h, UnitQuery{Warranty: "in"})
			if (len(in) == 1) != want.in {
				t.Errorf("at %s the list in warranty has %d", at, len(in))
			}
		}
		if row := units(t, h, UnitQuery{Warranty: "unknown"}); len(row) != 1 || row[0].In != nil {
			t.Errorf("without a delivery day nothing is claimed: %+v", row)
		}
		page := see(t, h, func(ctx context.Context, s *act.Sight) (UnitPage, error) { return seeUnit(ctx, s, &PathID{counted}) })
		if page.SerialNo != "1" || len(page.Timeline) != 1 {
			t.Errorf("page %+v", page)
		}
	})
}

func TestCreateUnit(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		c, p := customer(h, "甲"), product(h, "平板", "PD8s", 12)
		unit := func(change func(*UnitFields)) CreateUnit {
			f := UnitFields{ProductID: p, CustomerID: c, SerialNo: "SN-002887"}
			change(&f)
			return CreateUnit{f}
		}
		refused(t, try(h, unit(func(f *UnitFields) { f.SerialNo = " － " })), fault.KindInvalid, "serial_no", "fault.required")
		refused(t, try(h, unit(func(f *UnitFields) { f.ProductID = "" })), fault.KindInvalid, "product_id", "fault.required")
		refused(t, try(h, unit(func(f *UnitFields) { f.CustomerID = act.NewID() })), fault.KindInvalid, "customer_id", "fault.not_found")
		refused(t, try(h, unit(func(f *UnitFields) { f.DeliveredOn = "2026-03-11" })), fault.KindInvalid, "delivered_on", "fault.in_future")
		refused(t, try(h, unit(func(f *UnitFields) { f.DeliveredOn = "2026-02-30" })), fault.KindInvalid, "delivered_on", "party.not_a_day")
		refused(t, try(h, unit(func(f *UnitFields) { f.DeliveredOn, f.WarrantyTo = "2026-03-10", "2026-03-09" })), fault.KindInvalid, "warranty_to", "party.warranty_before_delivery")
		id := do(h, unit(func(*UnitFields) {})).ID
		refused(t, try(h, unit(func(f *UnitFields) { f.SerialNo = "ｓｎ００２８８７" })), fault.KindInvalid, "serial_no", "party.serial_taken")
		do(h, VoidUnit{ID: id, Version: 1, Reason: "录错"})
		do(h, unit(func(*UnitFields) {})) // the number is free again
		other := product(h, "电脑", "NB14", 0)
		do(h, unit(func(f *UnitFields) { f.ProductID = other })) // and may stand on another product

	})
}

func TestMoveUnit(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		a, b := customer(h, "甲"), customer(h, "乙")
		site := do(h, AddSite{CustomerID: b, SiteFields: SiteFields{Name: "二厂", DivisionCode: "5101"}}).ID
		p := product(h, "平板", "PD8s", 12)
		id := do(h, CreateUnit{UnitFields{ProductID: p, CustomerID: a, SerialNo: "1", DeliveredOn: "2026-01-10"}}).ID
		refused(t, try(h, MoveUnit{ID: id, Version: 1, MovedOn: "2026-03-01"}), fault.KindInvalid, "site_id", "party.not_moved")
		refused(t, try(h, MoveUnit{ID: id, Version: 1, MovedOn: "2026-03-11", SiteID: site, CustomerID: b}), fault.KindInvalid, "moved_on", "fault.in_future")
		refused(t, try(h, MoveUnit{ID: id, Version: 1, MovedOn: "2026-01-09", SiteID: site, CustomerID: b}), fault.KindInvalid, "moved_on", "party.moved_before_delivery")
		refused(t, try(h, MoveUnit{ID: id, Version: 1, MovedOn: "2026-03-01", SiteID: site}), fault.KindInvalid, "site_id", "party.site_of_another")
		do(h, MoveUnit{ID: id, Version: 1, MovedOn: "2026-03-01", SiteID: site, CustomerID: b, Reason: "转卖"})
		page := see(t, h, func(ctx context.Context, s *act.Sight) (UnitPage, error) { return seeUnit(ctx, s, &PathID{id}) })
		if page.Customer.Name != "乙" || page.Site.Name != "二厂" || len(page.Moves) != 1 || page.Moves[0].FromCustomer != "甲" || page.Moves[0].ToSite != "二厂" {
			t.Errorf("after the move: %+v", page)
		}
		if page.SiteSeen == nil || page.SiteSeen.Region.Class == "" {
			t.Errorf("the site has no region class: %+v", page.SiteSeen)
		}
		if to := page.To; to != "2027-01-10" {
			t.Errorf("the move changed the warranty: %s", to)
		}
	})
}
