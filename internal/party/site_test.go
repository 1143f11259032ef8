package party

import (
	"context"
	"strings"
	"testing"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/lang"
	"huidan/internal/region"
)

func TestClause2_2_SiteDecidesTheRegionClass(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		id := customer(h, "成都鑫达")
		refused(t, try(h, AddSite{CustomerID: id}), fault.KindInvalid, "division_code", "party.site_nowhere")
		refused(t, try(h, AddSite{CustomerID: id, SiteFields: SiteFields{DivisionCode: "999999"}}), fault.KindInvalid, "division_code", "party.unknown_division")
		refused(t, try(h, AddSite{CustomerID: id, SiteFields: SiteFields{DivisionCode: "51", Place: region.Listed}}), fault.KindInvalid, "place_note", "fault.required")

		for _, site := range []SiteFields{
			{Name: "南京", DivisionCode: "320100"}, {Name: "成都", DivisionCode: "5101"}, {Name: "拉萨", DivisionCode: "540102"},
			{Name: "平台", DivisionCode: "44", Place: region.Offshore}, {Name: "不清", Address: "长安街"},
		} {
			do(h, AddSite{CustomerID: id, SiteFields: site})
		}
		page := see(t, h, func(ctx context.Context, s *act.Sight) (CustomerPage, error) { return seeCustomer(ctx, s, &PathID{id}) })
		classes := map[string]region.Class{}
		for _, site := range page.Sites {
			classes[site.Name] = site.Region.Class
			if site.Region.Class == "" && site.Region.Question == nil {
				t.Errorf("%s: neither a class nor a question", site.Name)
			}
			for _, step := range site.Region.Path {
				if strings.ContainsAny(step.Text, "{}") || !lang.Has("region.step."+step.Code) {
					t.Errorf("%s: step %s has no words: %s", site.Name, step.Code, step.Text)
				}
			}
		}
		for name, want := range map[string]region.Class{"拉萨": region.Remote, "平台": region.Special, "不清": "", "成都": region.OtherProvince} {
			if classes[name] != want {
				t.Errorf("%s: %q, want %q", name, classes[name], want)
			}
		}
	})
}

func TestSiteWithUnitsStays(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		a, b := customer(h, "甲"), customer(h, "乙")
		site := do(h, AddSite{CustomerID: a, SiteFields: SiteFields{DivisionCode: "3201"}}).ID
		p := product(h, "平板", "PD", 0)
		refused(t, try(h, CreateUnit{UnitFields{ProductID: p, CustomerID: b, SiteID: site, SerialNo: "1"}}), fault.KindInvalid, "site_id", "party.site_of_another")
		do(h, CreateUnit{UnitFields{ProductID: p, CustomerID: a, SiteID: site, SerialNo: "1"}})
		refused(t, try(h, VoidSite{ID: site, Version: 1, Reason: "x"}), fault.KindAgainst, "", "party.site_has_units")
		do(h, AmendSite{ID: site, Version: 1, SiteFields: SiteFields{DivisionCode: "3202", Address: "新区"}})
		if _, err := housetest.Try(h, h.As(access.Staff), VoidSite{ID: site, Version: 2, Reason: "x"}); err == nil {
			t.Error("staff voids a site")
		}
	})
}
