package complaint_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/deadline"
	"huidan/internal/house/housetest"
)

type ctx = context.Context

func clockOf(p *complaint.Page, step string) complaint.ClockSeen {
	for i := len(p.Clocks) - 1; i >= 0; i-- {
		if p.Clocks[i].Step == step {
			return p.Clocks[i]
		}
	}
	return complaint.ClockSeen{}
}

func TestClause2_1_l_SameDayHandover(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		hand := func(a complaint.Answer, late string) (complaint.Answer, error) {
			return housetest.Try(c.House, c.reception, complaint.HandOver{ID: a.ID, HandOverForm: complaint.HandOverForm{Version: a.Version, NoPapers: true, LateReason: late}})
		}
		t.Run("an unclassified complaint cannot be handed over", func(t *testing.T) {
			_, err := hand(c.taken(), "")
			refused(t, err, "complaint.wrong_state", "2.1-l")
		})
		t.Run("a call at 16:55 is due at 24:00 and handed over in time", func(t *testing.T) {
			c.Clock.Set(housetest.At("2026-03-10 16:55"))
			a := c.classed(complaint.Quality)
			c.Clock.Set(housetest.At("2026-03-10 23:59:59"))
			a, err := hand(a, "")
			if err != nil {
				t.Fatal(err)
			}
			k := clockOf(c.page(c.reception, a.ID), "hand-over")
			if !k.DueAt.Equal(housetest.At("2026-03-11 00:00")) || k.Late || k.MetAt.IsZero() {
				t.Errorf("clock %+v", k)
			}
			if len(k.Explain) == 0 || k.Origin != "regulation" {
				t.Errorf("the clock does not explain itself: %+v", k)
			}
		})
		t.Run("that the day passed is said by the system, in the reader's language", func(t *testing.T) {
			c.Clock.Set(housetest.At("2026-03-10 10:00"))
			a := c.classed(complaint.Quality)
			c.Clock.Set(housetest.At("2026-03-11 00:00"))
			if _, err := deadline.Sweep(t.Context(), c.Door); err != nil {
				t.Fatal(err)
			}
			for language, name := range map[string]string{"zh-CN": "系统", "en": "system"} {
				reader := c.reception
				reader.Language = language
				if last := c.page(reader, a.ID).Timeline[0]; last.Act != "clock.sweep" || last.Actor.Name != name {
					t.Errorf("%+v", last)
				}
			}
		})
		t.Run("at 24:00 it is late, needs a reason, and is not blocked", func(t *testing.T) {
			c.Clock.Set(housetest.At("2026-03-11 10:00"))
			a := c.classed(complaint.Quality)
			c.Clock.Set(housetest.At("2026-03-12 00:00"))
			_, err := hand(a, "")
			refused(t, err, "complaint.late_reason_required", "2.1-l")
			a, err = hand(a, "夜班登记，次日交接")
			if err != nil {
				t.Fatal(err)
			}
			p := c.page(c.reception, a.ID)
			if !clockOf(p, "hand-over").Late || !p.Handovers[0].Late || p.Handovers[0].LateReason == "" {
				t.Errorf("not marked late: %+v", p.Handovers[0])
			}
		})
		t.Run("a call across midnight is taken, and due, on the second day (EC-18)", func(t *testing.T) {
			c.Clock.Set(housetest.At("2026-03-14 00:12"))
			form := c.call()
			form.CallStartedAt, form.CallEndedAt = housetest.At("2026-03-13 23:50"), housetest.At("2026-03-14 00:10")
			form.ArrivedAt, form.TakenAt = form.CallStartedAt, form.CallEndedAt
			a := housetest.Do(c.House, c.reception, complaint.Register{RegisterForm: form})
			a = housetest.Do(c.House, c.reception, complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{Version: a.Version, Class: complaint.Quality, ReasonCode: "doubt"}})
			if k := clockOf(c.page(c.reception, a.ID), "hand-over"); !k.DueAt.Equal(housetest.At("2026-03-15 00:00")) {
				t.Errorf("due %v", k.DueAt)
			}
		})
		t.Run("returned as incomplete: the first handover still counts, the second is timed", func(t *testing.T) {
			c.Clock.Set(housetest.At("2026-03-16 09:00"))
			a := c.delivered()
			a = housetest.Do(c.House, c.quality, complaint.ReturnHandover{ID: a.ID, ReturnHandoverForm: complaint.ReturnHandoverForm{Version: a.Version, ReasonCode: "incomplete", Reason: "缺少序列号照片"}})
			c.Clock.Add(time.Hour)
			if a, err := hand(a, ""); err != nil || a.State != complaint.StateWithQuality {
				t.Fatalf("%v %v", a, err)
			}
			p := c.page(c.quality, a.ID)
			if !p.HandedOverAt.Equal(housetest.At("2026-03-16 09:00")) || len(p.Handovers) != 2 || p.Handovers[0].ReturnedAt.IsZero() {
				t.Errorf("handovers %+v", p.Handovers)
			}
			if k := clockOf(p, "hand-over"); !k.StartedAt.Equal(housetest.At("2026-03-16 09:00")) || k.MetAt.IsZero() {
				t.Errorf("second clock %+v", k)
			}
		})
	})
}

func TestClause2_1_b_EveryComplaintHasAGaplessNumber(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		t.Run("a draft without account or contact is kept and numbered", func(t *testing.T) {
			a := housetest.Do(c.House, c.reception, complaint.Register{RegisterForm: complaint.RegisterForm{Draft: true, Record: complaint.Record{Channel: "fax"}}})
			if a.Number != "TS2026-00001" || a.State != complaint.StateDraft {
				t.Errorf("got %+v", a)
			}
		})
		t.Run("a refused intake uses no number", func(t *testing.T) {
			_, err := housetest.Try(c.House, c.reception, complaint.Register{RegisterForm: complaint.RegisterForm{Record: complaint.Record{Channel: "smoke"}}})
			wrongField(t, err, "channel", "fault.unknown_value")
			wrongField(t, err, "account", "complaint.account_required")
			wrongField(t, err, "phone", "complaint.contact_or_anonymous")
			if a := c.taken(); a.Number != "TS2026-00002" {
				t.Errorf("got %s", a.Number)
			}
		})
		t.Run("the number belongs to the year of taking in (EC-18)", func(t *testing.T) {
			c.Clock.Set(housetest.At("2027-01-01 00:20"))
			form := c.call()
			form.TakenAt = housetest.At("2026-12-31 23:58")
			a := housetest.Do(c.House, c.reception, complaint.Register{RegisterForm: form})
			if !strings.HasPrefix(a.Number, "TS2026-") {
				t.Errorf("got %s", a.Number)
			}
			if a = c.taken(); a.Number != "TS2027-00001" {
				t.Errorf("got %s", a.Number)
			}
		})
		t.Run("a void complaint keeps its number with the reason", func(t *testing.T) {
			a := c.taken()
			_, err := housetest.Try(c.House, c.manager, complaint.Void{ID: a.ID, VoidForm: complaint.VoidForm{Version: a.Version}})
			wrongField(t, err, "reason", "fault.required")
			a = housetest.Do(c.House, c.manager, complaint.Void{ID: a.ID, VoidForm: complaint.VoidForm{Version: a.Version, Reason: "重复登记"}})
			if p := c.page(c.reception, a.ID); p.State != complaint.StateVoid || p.CloseSummary != "重复登记" {
				t.Errorf("got %+v", p.State)
			}
		})
	})
}

func TestClause2_1_p_HandlingOpinion(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		write := func(a complaint.Answer, alone string) (complaint.Answer, error) {
			return housetest.Try(c.House, c.quality, complaint.WriteOpinion{ID: a.ID, WriteOpinionForm: complaint.WriteOpinionForm{
				Version: a.Version, Text: "更换轴承并复检", SiteVisit: true, NoConsultationReason: alone,
				Measures: []complaint.Measure{{What: "更换轴承", Owner: "技术部", DueOn: "2026-03-12"}},
			}})
		}
		sign := func(a complaint.Answer, n int64) (complaint.Answer, error) {
			return housetest.Try(c.House, c.quality, complaint.SignOpinion{ID: a.ID, SignOpinionForm: complaint.SignOpinionForm{Version: a.Version, OpinionVersion: n}})
		}
		t.Run("not before the quality department has signed for the record", func(t *testing.T) {
			_, err := write(c.delivered(), "")
			refused(t, err, "complaint.receive_first", "2.1-p")
		})
		t.Run("without asking any department it needs a reason (2.1-n)", func(t *testing.T) {
			a, err := write(c.received(), "")
			if err != nil {
				t.Fatal(err)
			}
			_, err = sign(a, 1)
			refused(t, err, "complaint.consult_or_reason", "2.1-n")
			if a, err = write(a, "同类问题已有结论"); err != nil {
				t.Fatal(err)
			}
			_, err = sign(a, 1)
			wrongField(t, err, "opinion_version", "complaint.not_newest_opinion")
			if a, err = sign(a, 2); err != nil || a.State != complaint.StateOpinionSigned {
				t.Fatalf("%+v %v", a, err)
			}
			if p := c.page(c.quality, a.ID); len(p.Opinions) != 2 || p.Opinions[0].SignedAt.IsZero() == false {
				t.Errorf("versions %+v", p.Opinions)
			}
		})
		t.Run("a department that was asked answers, with dissent kept; others may not answer for it", func(t *testing.T) {
			a := c.received()
			a = housetest.Do(c.House, c.quality, complaint.Consult{ID: a.ID, ConsultForm: complaint.ConsultForm{
				Version: a.Version, Departments: []string{c.technicalDepartment}, Question: "轴承批次是否有异常？", ReplyBy: c.Clock.Now().Add(24 * time.Hour),
			}})
			p := c.page(c.technical, a.ID)
			if len(p.Next) == 0 || p.Next[0].Act != "give-view" || !p.Next[0].Allowed {
				t.Fatalf("next %+v", p.Next)
			}
			view := complaint.GiveViewForm{Version: a.Version, ConsultationID: p.Consultations[0].ID, View: "批次无异常", Measures: "建议检查安装", Dissent: true}
			_, err := housetest.Try(c.House, c.reception, complaint.GiveView{ID: a.ID, GiveViewForm: view})
			if err == nil {
				t.Fatal("reception answered for the technical department")
			}
			a = housetest.Do(c.House, c.technical, complaint.GiveView{ID: a.ID, GiveViewForm: view})
			if p = c.page(c.quality, a.ID); !p.Consultations[0].Dissent || p.Consultations[0].View != "批次无异常" || clockOf(p, "give-view").MetAt.IsZero() {
				t.Errorf("%+v", p.Consultations)
			}
		})
		t.Run("a department sees no complaint in which it takes no part", func(t *testing.T) {
			a := c.received()
			_, err := act.See(t.Context(), c.Door, c.technical, "complaint.see", func(ctx ctx, s *act.Sight) (*complaint.Page, error) {
				return complaint.See(ctx, s, &complaint.PageQuery{ID: a.ID})
			})
			refused(t, err, "fault.not_found", "")
		})
	})
}
