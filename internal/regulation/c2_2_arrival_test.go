package regulation

import (
	"testing"

	"huidan/internal/calendar"
	"huidan/internal/region"

	"pgregory.net/rapid"
)

func TestClause2_2_SpecialHasNoAutomaticLimit(t *testing.T) {
	got := ArrivalDue(ArrivalFacts{TakenAt: at(t, "2026-03-10 09:30"), AssignedAt: at(t, "2026-03-10 09:30"), Class: region.Special}, settings(), calendar.Official())
	if got.Source != SourceNone || got.Due != nil || got.ByRegulation != nil || got.Customer != nil {
		t.Errorf("EC-21: %+v", got)
	}
	if id, ok := ArrivalObligation(region.Special); ok {
		t.Errorf("obligation %s for special", id)
	}
}

func TestClause2_2_b_c_d_LimitsByClass(t *testing.T) {
	for class, want := range map[region.Class]struct{ obligation, calendar, working string }{
		region.HomeProvince:  {"2.2-b", "2026-02-14", "2026-02-14"},
		region.OtherProvince: {"2.2-c", "2026-02-18", "2026-02-25"}, // one week read as 5 working days
		region.Remote:        {"2.2-d", "2026-02-21", "2026-03-03"},
	} {
		facts := ArrivalFacts{TakenAt: at(t, "2026-02-09 10:00"), AssignedAt: at(t, "2026-02-11 10:00"), Class: class} // V3
		got := ArrivalDue(facts, settings(), calendar.Official())
		if got.Source != SourceRegulation || got.Due.LastDay.String() != want.calendar {
			t.Errorf("%s: %+v", class, got.Due)
		}
		if days := got.Customer.LastDay.DaysUntil(got.Due.LastDay); days != 2 {
			t.Errorf("%s: the customer's clock starts at intake, 2 days earlier, not %d", class, days)
		}
		s := settings()
		s.DeadlinePolicy.Count = calendar.PolicyWorking
		if got := ArrivalDue(facts, s, calendar.Official()); got.Due.LastDay.String() != want.working {
			t.Errorf("%s working: %s, want %s", class, got.Due.LastDay, want.working)
		}
		if id, ok := ArrivalObligation(class); !ok || id != want.obligation {
			t.Errorf("%s: obligation %s", class, id)
		}
	}
}

func TestClause2_2_ClockThatHasNotStarted(t *testing.T) {
	got := ArrivalDue(ArrivalFacts{TakenAt: at(t, "2026-03-10 09:30"), Class: region.HomeProvince}, settings(), calendar.Official())
	if got.Source != SourceRegulation || got.Due != nil || got.Customer == nil || got.Customer.LastDay.String() != "2026-03-13" {
		t.Errorf("before assignment only the customer's clock runs: %+v", got)
	}
	s := settings()
	s.Arrival.Start = "taken"
	if got := ArrivalDue(ArrivalFacts{TakenAt: at(t, "2026-03-10 09:30"), Class: region.HomeProvince}, s, calendar.Official()); got.Due == nil {
		t.Error("Q-02 taken: the clock runs from intake")
	}
}

func TestClause2_2_WhichLimitWins(t *testing.T) {
	contract := func(limit calendar.Limit, approved bool) *Commitment {
		return &Commitment{Reference: "HT-7 §4", Limit: limit, Policy: calendar.PolicyCalendar, Start: "taken", SlowerApproved: approved}
	}
	office := &calendar.WorkingHours{From: 8 * 60, To: 18 * 60}
	for name, c := range map[string]struct {
		class      region.Class
		safety     bool
		commitment *Commitment
		set        func(*Settings)
		source     DueSource
		due        string // instant
		beside     string // day by the regulation, empty for none
	}{
		"regulation":                              {class: region.HomeProvince, source: SourceRegulation, due: "2026-03-14 00:00", beside: "2026-03-13"},
		"faster contract":                         {class: region.HomeProvince, commitment: contract(calendar.Limit{Hours: 24}, false), source: SourceContract, due: "2026-03-10 09:30", beside: "2026-03-13"},
		"service hours":                           {class: region.HomeProvince, commitment: &Commitment{Limit: calendar.Limit{Hours: 12}, ServiceHours: office, Start: "assigned"}, source: SourceContract, due: "2026-03-11 11:30", beside: "2026-03-13"},
		"slower contract not approved (Q-22)":     {class: region.HomeProvince, commitment: contract(calendar.Limit{Days: 20}, false), source: SourceRegulation, due: "2026-03-14 00:00", beside: "2026-03-13"},
		"slower contract approved":                {class: region.HomeProvince, commitment: contract(calendar.Limit{Days: 20}, true), source: SourceContract, due: "2026-03-30 00:00", beside: "2026-03-13"},
		"slower contract approved, never allowed": {class: region.HomeProvince, commitment: contract(calendar.Limit{Days: 20}, true), set: func(s *Settings) { s.Arrival.SlowerContract = "never" }, source: SourceRegulation, due: "2026-03-14 00:00", beside: "2026-03-13"},
		"contract in a place without a class":     {class: region.Special, commitment: contract(calendar.Limit{Days: 20}, false), source: SourceContract, due: "2026-03-30 00:00"},
		"safety, but no company limit":            {class: region.HomeProvince, safety: true, source: SourceRegulation, due: "2026-03-14 00:00", beside: "2026-03-13"},
		"safety beats contract":                   {class: region.Special, safety: true, commitment: contract(calendar.Limit{Hours: 12}, false), set: func(s *Settings) { s.Arrival.SafetyHours = 24 }, source: SourceSafety, due: "2026-03-11 09:30"},
	} {
		s := settings()
		if c.set != nil {
			c.set(&s)
		}
		facts := ArrivalFacts{TakenAt: at(t, "2026-03-09 09:30"), AssignedAt: at(t, "2026-03-10 09:30"), Class: c.class, Safety: c.safety, Commitment: c.commitment}
		got := ArrivalDue(facts, s, calendar.Official())
		if got.Source != c.source || got.Due == nil || !got.Due.Due.Equal(at(t, c.due)) {
			t.Errorf("%s: %s %+v, want %s %s", name, got.Source, got.Due, c.source, c.due)
			continue
		}
		if (got.ByRegulation == nil) != (c.beside == "") || got.ByRegulation != nil && got.ByRegulation.LastDay.String() != c.beside {
			t.Errorf("%s: beside it %+v, want %q", name, got.ByRegulation, c.beside)
		}
		if want := "regulation.step.arrival_" + string(c.source); got.Due.Steps[0].Code != want {
			t.Errorf("%s: first step %v", name, got.Due.Steps[0])
		}
	}
}

func TestClause2_2_CompanyDaysOffNeverExtendIt(t *testing.T) {
	s := settings()
	s.DeadlinePolicy.Count = calendar.PolicyWorking
	facts := ArrivalFacts{TakenAt: at(t, "2026-03-10 09:30"), AssignedAt: at(t, "2026-03-10 09:30"), Class: region.HomeProvince}
	if got := ArrivalDue(facts, s, shutdown(t, "2026-03-12")); got.Due.LastDay.String() != "2026-03-13" {
		t.Errorf("EC-19: %s", got.Due.LastDay)
	}
	s.DeadlinePolicy.CompanyDaysExtend = true
	if got := ArrivalDue(facts, s, shutdown(t, "2026-03-12")); got.Due.LastDay.String() != "2026-03-16" {
		t.Errorf("EC-19, decided in writing: %s", got.Due.LastDay)
	}
}

func TestClause2_2_MissingYearIsProvisional(t *testing.T) {
	s := settings()
	s.DeadlinePolicy.Count = calendar.PolicyCalendarRollover
	facts := ArrivalFacts{TakenAt: at(t, "2026-12-30 10:00"), AssignedAt: at(t, "2026-12-30 10:00"), Class: region.HomeProvince} // V11
	if got := ArrivalDue(facts, s, calendar.Official()); !got.Due.Provisional || got.Due.MissingYears[0] != 2027 {
		t.Errorf("%+v", got.Due)
	}
}

func TestClause2_2_RemoteIsNeverEarlierThanHome(t *testing.T) {
	start := at(t, "2023-01-01 00:00")
	rapid.Check(t, func(t *rapid.T) {
		s := settings()
		s.DeadlinePolicy.Count = rapid.SampledFrom(calendar.Policies).Draw(t, "policy")
		s.DeadlinePolicy.WeekWorkingDays = rapid.SampledFrom([]int{5, 7}).Draw(t, "week")
		facts := ArrivalFacts{AssignedAt: start.AddDate(0, 0, rapid.IntRange(0, 1400).Draw(t, "day"))}
		facts.TakenAt = facts.AssignedAt
		due := map[region.Class]calendar.Result{}
		for _, class := range []region.Class{region.HomeProvince, region.OtherProvince, region.Remote} {
			facts.Class = class
			due[class] = *ArrivalDue(facts, s, calendar.Official()).Due
		}
		if due[region.HomeProvince].Due.After(due[region.OtherProvince].Due) || due[region.OtherProvince].Due.After(due[region.Remote].Due) {
			t.Fatalf("three days, one week and ten days are out of order: %v", due)
		}
	})
}
