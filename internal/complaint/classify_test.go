package complaint_test

import (
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
)

func (c *firm) reclassify(who access.Actor, a complaint.Answer, to complaint.Class) (complaint.Answer, error) {
	return housetest.Try(c.House, who, complaint.Reclassify{ID: a.ID, ReclassifyForm: complaint.ReclassifyForm{
		Version: a.Version, Class: to, Reason: "复核原始记录后改判", Evidence: "通话录音",
	}})
}

func TestClause2_1_f_QualityOrNot(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		classify := func(a complaint.Answer, f complaint.ClassifyForm) (complaint.Answer, error) {
			f.Version = a.Version
			return housetest.Try(c.House, c.reception, complaint.Classify{ID: a.ID, ClassifyForm: f})
		}
		t.Run("a class needs a reason from the list, and other needs words", func(t *testing.T) {
			a := c.taken()
			_, err := classify(a, complaint.ClassifyForm{Class: "maybe", ReasonCode: "mood"})
			wrongField(t, err, "class", "fault.unknown_value")
			wrongField(t, err, "reason_code", "fault.unknown_value")
			_, err = classify(a, complaint.ClassifyForm{Class: complaint.NonQuality, ReasonCode: "other"})
			wrongField(t, err, "reason", "fault.required")
		})
		t.Run("a draft is not classified", func(t *testing.T) {
			a := housetest.Do(c.House, c.reception, complaint.Register{RegisterForm: complaint.RegisterForm{Draft: true, Record: complaint.Record{Channel: "letter"}}})
			_, err := classify(a, complaint.ClassifyForm{Class: complaint.Quality, ReasonCode: "doubt"})
			refused(t, err, "complaint.wrong_state", "2.1-f")
		})
		t.Run("it is owed the same day, by the responsible officer", func(t *testing.T) {
			a := c.taken()
			k := clockOf(c.page(c.reception, a.ID), "classify")
			if !k.DueAt.Equal(housetest.At("2026-03-11 00:00")) || k.Owner.ID != c.reception.ID || k.Origin != "company" {
				t.Errorf("clock %+v", k)
			}
		})
		t.Run("mixed: the whole is quality, the other part is negotiated beside it (EC-03)", func(t *testing.T) {
			form := c.call()
			form.Lines = append(form.Lines, complaint.Line{ProductName: "说明书", Symptom: "缺页"})
			a := housetest.Do(c.House, c.reception, complaint.Register{RegisterForm: form})
			lines := c.page(c.reception, a.ID).Lines
			a, err := classify(a, complaint.ClassifyForm{Class: complaint.NonQuality, ReasonCode: "doubt", Lines: []complaint.LineClass{
				{ID: lines[0].ID, Class: complaint.Quality}, {ID: lines[1].ID, Class: complaint.NonQuality},
			}})
			if err != nil {
				t.Fatal(err)
			}
			p := c.page(c.reception, a.ID)
			if p.Class != complaint.Quality || p.State != complaint.StateHandoverPending || p.Lines[1].Class != complaint.NonQuality {
				t.Errorf("%s %s %+v", p.Class, p.State, p.Lines)
			}
			if clockOf(p, "hand-over").ID == "" || clockOf(p, "log-contact").ID == "" {
				t.Error("both paths must run")
			}
		})
		t.Run("a line of another complaint cannot be classified", func(t *testing.T) {
			other := c.page(c.reception, c.taken().ID).Lines[0].ID
			_, err := classify(c.taken(), complaint.ClassifyForm{Class: complaint.Quality, ReasonCode: "doubt", Lines: []complaint.LineClass{{ID: other, Class: complaint.Quality}}})
			wrongField(t, err, "lines[0].id", "fault.not_found")
		})
	})
}

func TestClause2_1_l_Reclassified(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		t.Run("EC-01: non-quality becomes quality, the same day starts at the decision", func(t *testing.T) {
			a := c.classed(complaint.NonQuality)
			c.Clock.Set(housetest.At("2026-03-13 15:00"))
			a, err := c.reclassify(c.reception, a, complaint.Quality)
			if err != nil {
				t.Fatal(err)
			}
			p := c.page(c.reception, a.ID)
			k := clockOf(p, "hand-over")
			if !k.StartedAt.Equal(housetest.At("2026-03-13 15:00")) || !k.DueAt.Equal(housetest.At("2026-03-14 00:00")) {
				t.Errorf("clock %+v", k)
			}
			if len(p.Classes) != 2 || p.Classes[0].Class != complaint.NonQuality || p.Classes[1].Evidence == "" {
				t.Errorf("both decisions stay: %+v", p.Classes)
			}
			if k := clockOf(p, "log-contact"); k.CancelledAt.IsZero() {
				t.Errorf("the negotiation's clock runs on: %+v", k)
			}
		})
		t.Run("EC-02: after the handover only the quality department may say it is no quality matter", func(t *testing.T) {
			a := c.received()
			_, err := c.reclassify(c.reception, a, complaint.NonQuality)
			refused(t, err, "complaint.only_quality_may_say_not_quality", "2.1-f")
			a, err = c.reclassify(c.quality, a, complaint.NonQuality)
			if err != nil || a.State != complaint.StateNegotiating {
				t.Fatalf("%+v %v", a, err)
			}
			if p := c.page(c.reception, a.ID); clockOf(p, "write-opinion").CancelledAt.IsZero() || clockOf(p, "log-contact").ID == "" {
				t.Errorf("clocks %+v", p.Clocks)
			}
		})
		t.Run("EC-02: before it reception may correct its own slip, with a reason", func(t *testing.T) {
			a := c.classed(complaint.Quality)
			_, err := housetest.Try(c.House, c.reception, complaint.Reclassify{ID: a.ID, ReclassifyForm: complaint.ReclassifyForm{Version: a.Version, Class: complaint.NonQuality}})
			wrongField(t, err, "reason", "fault.required")
			if a, err = c.reclassify(c.reception, a, complaint.NonQuality); err != nil || a.State != complaint.StateNegotiating {
				t.Fatalf("%+v %v", a, err)
			}
		})
		t.Run("the third change is a manager's", func(t *testing.T) {
			a := c.classed(complaint.Quality)
			a, _ = c.reclassify(c.reception, a, complaint.NonQuality)
			a, err := c.reclassify(c.reception, a, complaint.Quality)
			if err != nil {
				t.Fatal(err)
			}
			_, err = c.reclassify(c.reception, a, complaint.NonQuality)
			refused(t, err, "complaint.third_change_needs_manager", "2.1-f")
			if _, err = c.reclassify(c.manager, a, complaint.NonQuality); err != nil {
				t.Fatal(err)
			}
		})
		t.Run("only the quality department says that intake misclassified it", func(t *testing.T) {
			a := c.classed(complaint.NonQuality)
			f := complaint.ReclassifyForm{Version: a.Version, Class: complaint.Quality, Reason: "一看即知", Misclassified: true}
			_, err := housetest.Try(c.House, c.reception, complaint.Reclassify{ID: a.ID, ReclassifyForm: f})
			refused(t, err, "complaint.only_quality_may_say_misclassified", "2.1-f")
			a = housetest.Do(c.House, c.quality, complaint.Reclassify{ID: a.ID, ReclassifyForm: f})
			if !c.page(c.quality, a.ID).Misclassified {
				t.Error("not flagged")
			}
		})
	})
}

func TestClause2_1_k_HandlingPlan(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		t.Run("an empty plan is refused", func(t *testing.T) {
			a := c.classed(complaint.Quality)
			_, err := housetest.Try(c.House, c.reception, complaint.Plan{ID: a.ID, PlanForm: complaint.PlanForm{Version: a.Version, Text: " "}})
			wrongField(t, err, "text", "fault.required")
		})
		t.Run("a handover without a plan is marked, not blocked", func(t *testing.T) {
			if p := c.page(c.quality, c.delivered().ID); !p.Handovers[0].PlanMissing {
				t.Error("the missing plan is not marked")
			}
		})
		t.Run("each version stays", func(t *testing.T) {
			a := c.classed(complaint.Quality)
			for _, text := range []string{"当天交质检部", "当天交质检部，先请顾客停机"} {
				a = housetest.Do(c.House, c.reception, complaint.Plan{ID: a.ID, PlanForm: complaint.PlanForm{Version: a.Version, Text: text}})
			}
			if p := c.page(c.reception, a.ID); len(p.Plans) != 2 || p.Plans[0].Text != "当天交质检部" {
				t.Errorf("%+v", p.Plans)
			}
		})
	})
}

func TestClause2_1_a_EveryComplaintHasAnOfficer(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		a := c.taken()
		t.Run("only to somebody who is in the company", func(t *testing.T) {
			_, err := housetest.Try(c.House, c.sales, complaint.AssignOfficer{ID: a.ID, AssignOfficerForm: complaint.AssignOfficerForm{Version: a.Version, PersonID: "nobody"}})
			wrongField(t, err, "person_id", "fault.not_found")
		})
		t.Run("stale versions are refused and told what happened", func(t *testing.T) {
			b := housetest.Do(c.House, c.reception, complaint.SetSeverity{ID: a.ID, SetSeverityForm: complaint.SetSeverityForm{Version: a.Version, Severity: "major", Reason: "停产"}})
			_, err := housetest.Try(c.House, c.reception, complaint.SetSeverity{ID: a.ID, SetSeverityForm: complaint.SetSeverityForm{Version: a.Version, Severity: "minor", Reason: "误填"}})
			refused(t, err, "fault.stale", "")
			if b.Version != a.Version+1 {
				t.Errorf("version %d", b.Version)
			}
		})
	})
}

func TestClause2_1_p_SeriousCase(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		a := c.received()
		c.Clock.Add(time.Hour)
		a = housetest.Do(c.House, c.reception, complaint.SetSeverity{ID: a.ID, SetSeverityForm: complaint.SetSeverityForm{Version: a.Version, Severity: "serious", Reason: "有人触电"}})
		t.Run("has two hours for its opinion, from when it became serious", func(t *testing.T) {
			k := clockOf(c.page(c.quality, a.ID), "write-opinion")
			if !k.DueAt.Equal(c.Clock.Now().Add(2 * time.Hour)) {
				t.Errorf("due %v", k.DueAt)
			}
		})
		a = housetest.Do(c.House, c.quality, complaint.WriteOpinion{ID: a.ID, WriteOpinionForm: complaint.WriteOpinionForm{Version: a.Version, Text: "换机", SiteVisit: true, NoConsultationReason: "紧急"}})
		sign := complaint.SignOpinion{ID: a.ID, SignOpinionForm: complaint.SignOpinionForm{Version: a.Version, OpinionVersion: 1}}
		t.Run("is not signed by an engineer", func(t *testing.T) {
			_, err := housetest.Try(c.House, c.quality, sign)
			refused(t, err, "complaint.serious_signed_by_manager", "2.1-p")
		})
		t.Run("is signed by the quality manager", func(t *testing.T) {
			housetest.Do(c.House, c.manager, sign)
		})
	})
}
