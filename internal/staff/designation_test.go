package staff_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"huidan/internal/access"
	"huidan/internal/calendar"
	"huidan/internal/fault"
	"huidan/internal/house/housetest"
	"huidan/internal/staff"
)

func (f *firm) attendance(at time.Time) staff.Attendance {
	return see(f, func(ctx context.Context, r staff.Reader) (staff.Attendance, error) {
		return staff.AttendanceAt(ctx, r, staff.ForComplaints, at)
	})
}

func TestClause2_1_a_TheLastDesignationNeedsASuccessor(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		a, b := f.person("陈静", "chenjing"), f.person("赵磊", "zhaolei")
		if got := f.attendance(f.Clock.Now()); got.State != staff.Vacant {
			t.Fatalf("before anybody is named: %+v", got)
		}
		first := housetest.Do(f.House, f.admin, staff.Designate{Function: staff.ForComplaints, PersonID: a, Deputies: []string{b}, FromDay: "2026-01-01"})
		t.Run("ending it without a successor is refused and cites the clause", func(t *testing.T) {
			refusal := refused(f, f.admin, "staff.successor_required", staff.EndDesignation{ID: first.ID, Version: 1, ToDay: "2026-03-31", Reason: "调岗"})
			if refusal.Obligation != "2.1-a" || refusal.Args["day"] != "2026-04-01" {
				t.Errorf("%+v", refusal)
			}
		})
		t.Run("a designation for another function is no successor", func(t *testing.T) {
			housetest.Do(f.House, f.admin, staff.Designate{Function: staff.ForSurveys, PersonID: b, Deputies: []string{a}, FromDay: "2026-01-01"})
			refused(f, f.admin, "staff.successor_required", staff.EndDesignation{ID: first.ID, Version: 1, ToDay: "2026-03-31", Reason: "调岗"})
		})
		second := housetest.Do(f.House, f.admin, staff.Designate{Function: staff.ForComplaints, PersonID: b, Deputies: []string{a}, FromDay: "2026-04-02"})
		t.Run("a successor who begins a day too late is none", func(t *testing.T) {
			refused(f, f.admin, "staff.successor_required", staff.EndDesignation{ID: first.ID, Version: 1, ToDay: "2026-03-31", Reason: "调岗"})
		})
		t.Run("an end in the past that leaves a day uncovered is refused", func(t *testing.T) {
			refused(f, f.admin, "staff.successor_required", staff.EndDesignation{ID: first.ID, Version: 1, ToDay: "2026-03-01", Reason: "补记"})
		})
		t.Run("with a successor from the next day it ends", func(t *testing.T) {
			housetest.Do(f.House, f.admin, staff.EndDesignation{ID: first.ID, Version: 1, ToDay: "2026-04-01", Reason: "调岗"})
			for at, want := range map[string]string{"2026-04-01 23:59": a, "2026-04-02 00:00": b} {
				if got := f.attendance(housetest.At(at)); got.LeadID != want {
					t.Errorf("%s: %+v", at, got)
				}
			}
		})
		t.Run("handing on ends one and begins the next in one act", func(t *testing.T) {
			housetest.Do(f.House, f.admin, staff.Designate{Function: staff.ForComplaints, PersonID: a, Deputies: []string{b}, FromDay: "2026-06-01", Replaces: second.ID, ReplacesVersion: 1})
			for at, want := range map[string]string{"2026-05-31 12:00": b, "2026-06-01 12:00": a} {
				if got := f.attendance(housetest.At(at)); got.LeadID != want || got.Until != "" {
					t.Errorf("%s: %+v", at, got)
				}
			}
		})
	})
}

func TestClause4_1_a_TheSurveyOfficerNeedsASuccessor(t *testing.T) {
	lastOfFunction(t, staff.ForSurveys, "4.1-a")
}

func TestClause4_3_a_TheFeedbackOfficerNeedsASuccessor(t *testing.T) {
	lastOfFunction(t, staff.ForFeedback, "4.3-a")
}

func lastOfFunction(t *testing.T, function staff.Function, obligation string) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		a, b := f.person("陈静", "chenjing"), f.person("赵磊", "zhaolei")
		first := housetest.Do(f.House, f.admin, staff.Designate{Function: function, PersonID: a, Deputies: []string{b}, FromDay: "2026-01-01"})
		refusal := refused(f, f.admin, "staff.successor_required", staff.EndDesignation{ID: first.ID, Version: 1, ToDay: "2026-03-31", Reason: "调岗"})
		if refusal.Obligation != obligation {
			t.Errorf("cites %s", refusal.Obligation)
		}
		housetest.Do(f.House, f.admin, staff.Designate{Function: function, PersonID: b, Deputies: []string{a}, FromDay: "2026-04-01"})
		housetest.Do(f.House, f.admin, staff.EndDesignation{ID: first.ID, Version: 1, ToDay: "2026-03-31", Reason: "调岗"})
	})
}

func TestClause2_1_a_WhoMayBeNamed(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		a, b := f.person("陈静", "chenjing"), f.person("赵磊", "zhaolei")
		name := staff.Designate{Function: staff.ForComplaints, PersonID: a, Deputies: []string{b}, FromDay: "2026-03-01"}
		with := func(change func(*staff.Designate)) staff.Designate {
			d := name
			change(&d)
			return d
		}
		refused(f, f.admin, "staff.deputy_required", with(func(d *staff.Designate) { d.Deputies = nil }))
		refused(f, f.admin, "staff.deputy_is_designee", with(func(d *staff.Designate) { d.Deputies = []string{a} }))
		refused(f, f.admin, "staff.deputy_twice", with(func(d *staff.Designate) { d.Deputies = []string{b, b} }))
		refused(f, f.admin, "staff.no_such_person", with(func(d *staff.Designate) { d.PersonID = "nobody" }))
		refused(f, f.admin, "fault.unknown_value", with(func(d *staff.Designate) { d.Function = "king" }))
		refused(f, f.admin, "staff.ends_before_it_begins", with(func(d *staff.Designate) { d.ToDay = "2026-02-01" }))
		_, err := housetest.Try(f.House, h.As(access.Receptionist), name)
		if !isKind(err, fault.KindForbidden) {
			t.Errorf("reception designates nobody: %v", err)
		}
		housetest.Do(f.House, f.admin, name)
		refused(f, f.admin, "staff.designated_already", with(func(d *staff.Designate) { d.FromDay = "2026-05-01" }))
	})
}

func TestClause2_1_a_WhoAttends(t *testing.T) {
	housetest.Each(t, func(t *testing.T, h *housetest.House) {
		f := open(t, h)
		lead, deputy, other := f.person("陈静", "chenjing"), f.person("赵磊", "zhaolei"), f.person("孙悦", "sunyue")
		housetest.Do(f.House, f.admin, staff.Designate{Function: staff.ForComplaints, PersonID: other, Deputies: []string{deputy}, FromDay: "2025-06-01"})
		housetest.Do(f.House, f.admin, staff.Designate{Function: staff.ForComplaints, PersonID: lead, Deputies: []string{deputy}, FromDay: "2026-01-01", ToDay: "2026-12-31", Lead: true})
		at := housetest.At("2026-03-16 10:00")
		check := func(what string, state staff.State, acting string) {
			t.Helper()
			got := f.attendance(at)
			if got.State != state || got.ActingID != acting || got.LeadID != lead {
				t.Errorf("%s: %+v", what, got)
			}
			p := see(f, func(ctx context.Context, r staff.Reader) (staff.Person, error) {
				p, _, err := staff.OfficerAt(ctx, r, staff.ForComplaints, at)
				return p, err
			})
			if p.ID != acting {
				t.Errorf("%s: the officer is %s", what, p.Name)
			}
		}
		away := func(id string) {
			t.Helper()
			housetest.Do(f.House, f.admin, staff.RecordAbsence{PersonID: id, FromDay: "2026-03-16", ToDay: "2026-03-16", Reason: staff.Sick})
		}
		check("the one made lead leads, though another is longer in office", staff.Attended, lead)
		away(lead)
		check("the lead is ill: his deputy", staff.Deputised, deputy)
		housetest.Do(f.House, f.admin, staff.DisablePerson{ID: deputy, Version: 1, Reason: "离职"})
		check("the deputy has left: the other designee", staff.Deputised, other)
		away(other)
		check("nobody is there: flagged, and still the lead's", staff.Unattended, lead)
		at = housetest.At("2026-03-17 00:00")
		check("the day after", staff.Attended, lead)
	})
}

// Whatever is designated, handed on and ended in whatever order: from the first
// designation on no day is left out, unless an end was set from the beginning.
func TestClause2_1_a_NoGapWhateverHappens(t *testing.T) {
	h := housetest.SQLite(t)
	f := open(t, h)
	var ids []string
	for i := range 4 {
		ids = append(ids, f.person(fmt.Sprintf("专人%d", i), fmt.Sprintf("p%d", i)))
	}
	housetest.Do(h, f.admin, staff.Designate{Function: staff.ForComplaints, PersonID: ids[0], Deputies: ids[1:2], FromDay: "2026-03-01"})
	versions := map[string]int64{}
	var known []string
	rapid.Check(t, func(rt *rapid.T) {
		day := func() string {
			return calendar.Date(2026, time.March, 1).AddDays(rapid.IntRange(0, 120).Draw(rt, "day")).String()
		}
		if len(known) == 0 || rapid.Bool().Draw(rt, "designate") {
			i := rapid.IntRange(0, 3).Draw(rt, "person")
			d := staff.Designate{Function: staff.ForComplaints, PersonID: ids[i], Deputies: []string{ids[(i+1)%4]}, FromDay: day()}
			if done, err := housetest.Try(h, f.admin, d); err == nil {
				known = append(known, done.ID)
				versions[done.ID] = 1
			}
		} else {
			id := rapid.SampledFrom(known).Draw(rt, "designation")
			if _, err := housetest.Try(h, f.admin, staff.EndDesignation{ID: id, Version: versions[id], ToDay: day(), Reason: "变动"}); err == nil {
				versions[id]++
			}
		}
		vacant := see(f, func(ctx context.Context, r staff.Reader) (calendar.Day, error) {
			for d := calendar.Date(2026, time.March, 10); d.Before(calendar.Date(2026, time.August, 1)); d = d.AddDays(1) {
				if got, err := staff.AttendanceAt(ctx, r, staff.ForComplaints, d.Start()); err != nil || got.State == staff.Vacant {
					return d, err
				}
			}
			return calendar.Day{}, nil
		})
		if !vacant.IsZero() {
			rt.Fatalf("nobody on %s", vacant)
		}
	})
}
