package insight_test

import (
	"context"
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/deadline"
	"huidan/internal/house/housetest"
	"huidan/internal/insight"
	"huidan/internal/regulation"
	"huidan/internal/route"
)

func TestClauses(t *testing.T) {
	c := open(t, housetest.SQLite(t))
	for _, language := range []string{"zh-CN", "en"} {
		reader := c.technical
		reader.Language = language
		all := get[insight.Clauses](c, reader, "/api/v1/clauses").Items
		obligations, settings := 0, 0
		for _, clause := range all {
			if clause.Zh.Text == "" || clause.En.Heading == "" {
				t.Errorf("%s has no wording", clause.Number)
			}
			obligations += len(clause.Obligations)
			settings += len(clause.Settings)
			for _, o := range clause.Obligations {
				if o.Title == "" || strings.HasPrefix(o.ActorIs+o.KindIs+o.MarkIs, "regulation.") {
					t.Errorf("%s: %+v", language, o)
				}
			}
			for _, s := range clause.Settings {
				if strings.Contains(s.Title+s.Value, "regulation.") || strings.Contains(s.Value, "map[") || s.Value == "" {
					t.Errorf("%s: %+v", language, s)
				}
			}
		}
		if obligations != len(regulation.All()) || settings != len(regulation.Fields()) {
			t.Errorf("%d obligations, %d settings", obligations, settings)
		}
	}
}

func TestSettings(t *testing.T) {
	c := open(t, housetest.SQLite(t))
	seen := get[insight.SettingsSeen](c, c.reception, "/api/v1/settings")
	for _, s := range seen.Items {
		if s.Path == "region" && s.Shipped {
			t.Error("the home province was chosen at the first run, so the lists are not as shipped")
		}
		if s.Path == "deadline_policy.count" && (s.Value != "自然日" || !s.Shipped || s.Clause != "2.2" || s.Asked == "") {
			t.Errorf("%+v", s)
		}
	}
}

func TestRegions(t *testing.T) {
	c := open(t, housetest.SQLite(t))
	seen := get[insight.Regions](c, c.reception, "/api/v1/regions")
	classes := map[string]string{}
	for _, p := range seen.Provinces {
		classes[p.Code] = p.Class
		if p.Why == "" || strings.Contains(p.Why, "{") {
			t.Errorf("%+v", p)
		}
	}
	for code, want := range map[string]string{"32": "home_province", "33": "other_province", "65": "remote", "71": "special"} {
		if classes[code] != want {
			t.Errorf("%s is %s, want %s", code, classes[code], want)
		}
	}
	if len(classes) != 34 {
		t.Errorf("%d provinces", len(classes))
	}
}

const year2027 = `date,kind,name_zh,name_en
2027-01-01,statutory_holiday,元旦,New Year's Day
2027-01-02,in_lieu_off,元旦,New Year's Day
2027-01-03,in_lieu_off,元旦,New Year's Day
2027-01-04,in_lieu_off,元旦,New Year's Day
`

func importBody(content string) string {
	raw, _ := json.Marshal(map[string]string{"format": "csv", "version": "test 1", "content": content}) //nolint:errcheck // plain texts
	return string(raw)
}

func TestCalendarImport(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		t.Run("only the administrator imports", func(t *testing.T) {
			if status := c.call(c.manager, "POST", "/api/v1/calendars", importBody(year2027), nil); status != http.StatusForbidden {
				t.Errorf("status %d", status)
			}
		})
		t.Run("what is wrong is named day by day", func(t *testing.T) {
			var p route.Problem
			status := c.call(c.admin, "POST", "/api/v1/calendars", importBody(year2027+"2027-02-30,statutory_holiday,春节,x\n2027-02-06,holiday,春节,x\n"), &p)
			if status != http.StatusUnprocessableEntity || len(p.Errors) != 2 || p.Errors[0].Location != "body.days[4].date" || p.Errors[1].Location != "body.days[5].kind" {
				t.Errorf("%d %+v", status, p)
			}
			if !strings.Contains(p.Errors[0].Message, "5") || strings.Contains(p.Errors[0].Message, "{") {
				t.Errorf("%q", p.Errors[0].Message)
			}
		})
		t.Run("from November on the coming year is missed", func(t *testing.T) {
			c.Clock.Set(housetest.At("2026-10-31 23:59"))
			if m := get[insight.Calendars](c, c.reception, "/api/v1/calendars").Missing; m != nil {
				t.Errorf("%+v", m)
			}
			c.Clock.Set(housetest.At("2026-11-01 00:00"))
			if m := get[insight.Calendars](c, c.reception, "/api/v1/calendars").Missing; m == nil || m.Year != 2027 || !strings.Contains(m.Text, "2027") {
				t.Errorf("%+v", m)
			}
		})
		c.Clock.Set(housetest.At("2026-12-31 10:00"))
		a := c.received()
		before := c.opinionClock(a.ID)
		if !before.Provisional || !before.DueAt.Equal(housetest.At("2027-01-02 00:00")) {
			t.Fatalf("without the calendar of 2027: %+v", before)
		}
		t.Run("an import counts provisional clocks again and says so on the record", func(t *testing.T) {
			var done deadline.Imported
			if status := c.call(c.admin, "POST", "/api/v1/calendars", importBody(year2027), &done); status != http.StatusOK || done.Year != 2027 || done.Recounted != 1 {
				t.Fatalf("%d %+v", status, done)
			}
			k := c.opinionClock(a.ID)
			if k.Provisional || !k.DueAt.Equal(housetest.At("2027-01-06 00:00")) {
				t.Errorf("%+v", k)
			}
			row := get[todoPage](c, c.quality, "/api/v1/todo").Items[0]
			if row.DueAt != "2027-01-05T16:00:00Z" || row.Provisional {
				t.Errorf("%+v", row)
			}
			page := c.page(a.ID)
			last := page.Timeline[0]
			if last.RecordedAt.Before(page.Timeline[len(page.Timeline)-1].RecordedAt) {
				last = page.Timeline[len(page.Timeline)-1]
			}
			found := false
			for _, line := range page.Timeline {
				found = found || line.Act == "calendar.import"
			}
			if !found || page.Version != a.Version {
				t.Errorf("no line, or another version (%d, was %d): %+v", page.Version, a.Version, last)
			}
		})
		t.Run("the same year again changes nothing", func(t *testing.T) {
			var p route.Problem
			if status := c.call(c.admin, "POST", "/api/v1/calendars", importBody(year2027), &p); status != http.StatusUnprocessableEntity || p.Code != "deadline.calendar_same" {
				t.Errorf("%d %+v", status, p)
			}
		})
		t.Run("it is among the years in force and missed no more", func(t *testing.T) {
			seen := get[insight.Calendars](c, c.reception, "/api/v1/calendars")
			last := seen.Years[len(seen.Years)-1]
			if seen.Missing != nil || last.Year != 2027 || len(last.Days) != 4 || last.Days[1].KindIs != "调休放假" {
				t.Errorf("%+v %+v", seen.Missing, last)
			}
		})
	})
}

func (c *firm) page(id string) *complaint.Page {
	c.t.Helper()
	p, err := act.See(context.Background(), c.Door, c.reception, "complaint.see", func(ctx context.Context, s *act.Sight) (*complaint.Page, error) {
		return complaint.See(ctx, s, &complaint.PageQuery{ID: id})
	})
	if err != nil {
		c.t.Fatal(err)
	}
	return p
}

func (c *firm) opinionClock(id string) complaint.ClockSeen {
	c.t.Helper()
	for _, k := range c.page(id).Clocks {
		if k.Step == "write-opinion" {
			return k
		}
	}
	c.t.Fatal("no clock for the opinion")
	return complaint.ClockSeen{}
}
