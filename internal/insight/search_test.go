package insight_test

import (
	"net/url"
	"testing"

	"huidan/internal/access"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
	"huidan/internal/insight"
	"huidan/internal/party"
)

func (c *firm) find(as access.Actor, q string) []insight.Hit {
	c.t.Helper()
	return get[insight.Found](c, as, "/api/v1/search?q="+url.QueryEscape(q)).Items
}

func TestSearch(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		a := c.taken()
		housetest.Do(c.House, c.reception, party.CreateCustomer{CustomerFields: party.CustomerFields{Name: "杭州轴承厂"}})
		c.taken(func(r *complaint.Record) {
			r.Account, r.ContactName, r.Phone, r.Confidential = "电气柜冒烟", "钱进", "13900001111", true
			r.Lines = nil
		})
		for _, done := range []string{"waiting for the index", "indexed"} {
			t.Run(done, func(t *testing.T) {
				for _, q := range []string{"轴承", "轴承异响", "sn00087", "ＳＮ－00087", a.Number, "康宁医院 轴承", "13700003811"} {
					hits := c.find(c.reception, q)
					if len(hits) == 0 || hits[0].ID != a.ID && (len(hits) < 2 || hits[1].ID != a.ID) {
						t.Errorf("%q finds %+v", q, hits)
					}
				}
				if hits := c.find(c.reception, "没有的词"); len(hits) != 0 {
					t.Errorf("found %+v", hits)
				}
				if hits := c.find(c.reception, "  "); len(hits) != 0 {
					t.Errorf("nothing typed finds %+v", hits)
				}
			})
			c.indexed()
		}
		t.Run("what was found is marked as it is written there", func(t *testing.T) {
			hit := c.find(c.reception, "sn00087")[0]
			if len(hit.Matched) == 0 || hit.Matched[0] != "SN-０0087" {
				t.Errorf("%+v", hit)
			}
			if hit := c.find(c.reception, "异响")[0]; hit.Snippet != "设备运行十分钟后轴承异响，停机" || hit.Matched[0] != "异响" {
				t.Errorf("%+v", hit)
			}
		})
		t.Run("customers are found beside complaints", func(t *testing.T) {
			hits := c.find(c.reception, "杭州轴承")
			if len(hits) != 1 || hits[0].Kind != "customer" || hits[0].Title != "杭州轴承厂" {
				t.Errorf("%+v", hits)
			}
		})
		t.Run("a department finds no complaint it takes no part in", func(t *testing.T) {
			for _, q := range []string{"异响", "sn00087", a.Number} {
				for _, hit := range c.find(c.technical, q) {
					if hit.Kind == "complaint" {
						t.Errorf("%q shows %+v", q, hit)
					}
				}
			}
		})
		t.Run("who asked not to be named is not shown by his phone (EC-14)", func(t *testing.T) {
			for _, hit := range c.find(c.quality, "13900001111") {
				if hit.Snippet == "13900001111" || len(hit.Matched) > 0 {
					t.Errorf("%+v", hit)
				}
			}
		})
	})
}
