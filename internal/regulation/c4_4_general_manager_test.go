package regulation

import (
	"testing"

	"huidan/internal/calendar"
)

func everySeverityReason() []SeverityReason {
	return SeverityProposal(SeverityFacts{true, true, 1 << 40, 99, 99, true, true, 99}, Defaults())
}

func TestClause4_4_a_SeverityProposal(t *testing.T) {
	if got := SeverityProposal(SeverityFacts{PropertyDamageFen: 1_000_000, BatchFailureUnits: 2, BatchFailureCustomers: 1, NthSameSymptom: 2}, Defaults()); got != nil {
		t.Errorf("nothing at its threshold, yet %v", got)
	}
	for code, facts := range map[string]SeverityFacts{
		"injury_or_health":       {InjuryOrHealth: true},
		"fire_shock_or_pressure": {FireShockOrPressure: true},
		"property_damage":        {PropertyDamageFen: 1_000_001},
		"batch_units":            {BatchFailureUnits: 3},
		"batch_customers":        {BatchFailureCustomers: 2},
		"outside_involved":       {OutsideInvolved: true},
		"production_stopped":     {ProductionStopped: true},
		"repeated":               {NthSameSymptom: 3},
	} {
		if got := SeverityProposal(facts, Defaults()); len(got) != 1 || got[0].Code != code {
			t.Errorf("%s: %v", code, got)
		}
	}
	if got := everySeverityReason(); len(got) != 8 || got[3].Args["count"] != "99" {
		t.Errorf("%v", got)
	}
	if from, to := BatchWindow(at(t, "2026-03-31 09:00"), Defaults()); from.String() != "2025-12-31" || to.String() != "2026-03-31" {
		t.Errorf("%s to %s", from, to)
	}
}

func TestClause4_4_a_ReportToTheGeneralManager(t *testing.T) {
	serious := at(t, "2026-03-10 10:00")
	if got := GMReportDue(serious, false, settings(), calendar.Official()); got.LastDay.String() != "2026-03-10" {
		t.Errorf("same day: %s", got.Due)
	}
	if got := GMReportDue(serious, true, settings(), calendar.Official()); !got.Due.Equal(at(t, "2026-03-10 12:00")) {
		t.Errorf("safety, two hours: %s", got.Due)
	}
	if got := GMReportDue(at(t, "2026-03-10 23:30"), true, settings(), calendar.Official()); !got.Due.Equal(at(t, "2026-03-11 00:00")) {
		t.Errorf("the same day still holds at night: %s", got.Due)
	}
}

func TestRetention(t *testing.T) {
	closed := at(t, "2024-02-29 10:00")
	for _, c := range []struct {
		own, safety bool
		want        string
	}{{false, false, "2029-03-01"}, {true, false, "2034-03-01"}, {false, true, "2034-03-01"}} {
		if got := KeepUntil(closed, c.own, c.safety, settings()); got.String() != c.want {
			t.Errorf("own %v safety %v: %s, want %s", c.own, c.safety, got, c.want)
		}
	}
	s := settings()
	s.Retention.Years = 20
	if got := KeepUntil(closed, true, false, s); got.Year() != 2044 {
		t.Errorf("never shorter than the ordinary time: %s", got)
	}
}
