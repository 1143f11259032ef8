package complaint_test

import (
	"testing"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
)

func (c *firm) contact(a complaint.Answer, kind string) complaint.Answer {
	c.t.Helper()
	return housetest.Do(c.House, c.reception, complaint.LogContact{ID: a.ID, LogContactForm: complaint.LogContactForm{
		Version: a.Version, Kind: kind, Channel: "phone", Said: "补寄附件并承担运费", Reaction: "考虑中",
	}})
}

func (c *firm) tryClose(a complaint.Answer) (complaint.Answer, error) {
	return housetest.Try(c.House, c.reception, complaint.Close{ID: a.ID, CloseForm: complaint.CloseForm{Version: a.Version, Summary: "附件已补寄"}})
}

func TestClause2_1_g_h_NegotiatedUntilSatisfied(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		t.Run("it is not closed without evidence of satisfaction", func(t *testing.T) {
			_, err := c.tryClose(c.contact(c.classed(complaint.NonQuality), "offer"))
			refused(t, err, "complaint.satisfaction_required", "2.1-h")
		})
		t.Run("a quality complaint is not closed by negotiation (Q-28)", func(t *testing.T) {
			_, err := c.tryClose(c.classed(complaint.Quality))
			refused(t, err, "complaint.wrong_state", "2.1-h")
		})
		t.Run("first contact by the next working day, then a review every five", func(t *testing.T) {
			c.Clock.Set(housetest.At("2026-03-13 16:00")) // a Friday
			a := c.classed(complaint.NonQuality)
			if k := clockOf(c.page(c.reception, a.ID), "log-contact"); !k.DueAt.Equal(housetest.At("2026-03-17 00:00")) || k.Obligation != "2.1-g" {
				t.Errorf("first contact %+v", k)
			}
			c.Clock.Set(housetest.At("2026-03-16 09:00"))
			a = c.contact(a, "offer")
			k := clockOf(c.page(c.reception, a.ID), "log-contact")
			if !k.DueAt.Equal(housetest.At("2026-03-24 00:00")) || k.Obligation != "2.1-h" {
				t.Errorf("review %+v", k)
			}
		})
		t.Run("an acknowledgement negotiates nothing", func(t *testing.T) {
			a := c.contact(c.classed(complaint.NonQuality), "acknowledgement")
			if k := clockOf(c.page(c.reception, a.ID), "log-contact"); !k.MetAt.IsZero() {
				t.Errorf("met by an acknowledgement: %+v", k)
			}
		})
		t.Run("a signature as evidence needs the paper", func(t *testing.T) {
			a := c.classed(complaint.NonQuality)
			_, err := housetest.Try(c.House, c.reception, complaint.RecordSatisfaction{ID: a.ID, RecordSatisfactionForm: complaint.RecordSatisfactionForm{
				Version: a.Version, Method: "signature", By: "赵洋", Statement: "满意",
			}})
			wrongField(t, err, "file_id", "complaint.signature_needs_file")
		})
		t.Run("with the customer's statement it is closed as satisfied, and its clocks stop", func(t *testing.T) {
			a := c.satisfied(c.contact(c.classed(complaint.NonQuality), "offer"))
			a, err := c.tryClose(a)
			if err != nil {
				t.Fatal(err)
			}
			p := c.page(c.reception, a.ID)
			if p.State != complaint.StateClosed || p.CloseKind != complaint.ClosedSatisfied {
				t.Errorf("%s %s", p.State, p.CloseKind)
			}
			for _, k := range p.Clocks {
				if k.MetAt.IsZero() && k.CancelledAt.IsZero() {
					t.Errorf("still runs: %+v", k)
				}
			}
		})
	})
}

func (c *firm) satisfied(a complaint.Answer) complaint.Answer {
	c.t.Helper()
	return housetest.Do(c.House, c.reception, complaint.RecordSatisfaction{ID: a.ID, RecordSatisfactionForm: complaint.RecordSatisfactionForm{
		Version: a.Version, Method: "message", By: "赵洋", Statement: "处理及时，满意",
	}})
}

func TestClause2_1_h_ApprovedException(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		ask := func(who access.Actor, a complaint.Answer) (complaint.Answer, error) {
			return housetest.Try(c.House, who, complaint.RequestException{ID: a.ID, RequestExceptionForm: complaint.RequestExceptionForm{
				Version: a.Version, Reason: "顾客坚持补差价", FinalOffer: "赠送一年延保", RemediesTold: "已告知 12315",
			}})
		}
		decide := func(who access.Actor, a complaint.Answer, yes bool) (complaint.Answer, error) {
			return housetest.Try(c.House, who, complaint.DecideException{ID: a.ID, DecideExceptionForm: complaint.DecideExceptionForm{Version: a.Version, Approve: yes, Comment: "已核实"}})
		}
		t.Run("not before the final offer was given in writing", func(t *testing.T) {
			_, err := ask(c.reception, c.classed(complaint.NonQuality))
			refused(t, err, "complaint.final_offer_first", "2.1-h")
		})
		t.Run("reception does not approve, and nobody approves his own request", func(t *testing.T) {
			a, err := ask(c.sales, c.contact(c.classed(complaint.NonQuality), "final_offer"))
			if err != nil {
				t.Fatal(err)
			}
			_, err = decide(c.reception, a, true)
			refused(t, err, "fault.forbidden", "")
			_, err = decide(c.sales, a, true)
			refused(t, err, "complaint.exception_by_another", "2.1-h")
		})
		t.Run("refused: it goes on", func(t *testing.T) {
			a, err := ask(c.reception, c.contact(c.classed(complaint.NonQuality), "final_offer"))
			if err != nil {
				t.Fatal(err)
			}
			if a, err = decide(c.sales, a, false); err != nil {
				t.Fatal(err)
			}
			_, err = c.tryClose(a)
			refused(t, err, "complaint.satisfaction_required", "2.1-h")
		})
		t.Run("approved: closed, counted apart, never as satisfied", func(t *testing.T) {
			a, err := ask(c.reception, c.contact(c.classed(complaint.NonQuality), "final_offer"))
			if err != nil {
				t.Fatal(err)
			}
			_, err = ask(c.reception, a)
			refused(t, err, "complaint.exception_pending", "2.1-h")
			if a, err = decide(c.sales, a, true); err != nil {
				t.Fatal(err)
			}
			if a, err = c.tryClose(a); err != nil {
				t.Fatal(err)
			}
			if p := c.page(c.reception, a.ID); p.CloseKind != complaint.ClosedException {
				t.Errorf("closed as %s", p.CloseKind)
			}
		})
	})
}

func TestClause2_1_h_Reopened(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		closed := func() complaint.Answer {
			a, err := c.tryClose(c.satisfied(c.classed(complaint.NonQuality)))
			if err != nil {
				t.Fatal(err)
			}
			return a
		}
		reopen := func(a complaint.Answer) (complaint.Answer, error) {
			return housetest.Try(c.House, c.reception, complaint.Reopen{ID: a.ID, ReopenForm: complaint.ReopenForm{Version: a.Version, Reason: "附件规格不对"}})
		}
		t.Run("not more than thirty days later (EC-17)", func(t *testing.T) {
			a := closed()
			c.Clock.Add(32 * 24 * time.Hour)
			_, err := reopen(a)
			refused(t, err, "complaint.reopen_too_late", "2.1-h")
		})
		t.Run("within them under its number; the old satisfaction closes it no more", func(t *testing.T) {
			a := closed()
			c.Clock.Add(24 * time.Hour)
			a, err := reopen(a)
			if err != nil || a.State != complaint.StateNegotiating {
				t.Fatalf("%+v %v", a, err)
			}
			_, err = c.tryClose(a)
			refused(t, err, "complaint.satisfaction_required", "2.1-h")
			c.Clock.Add(time.Hour)
			if _, err = c.tryClose(c.satisfied(a)); err != nil {
				t.Fatal(err)
			}
			if p := c.page(c.reception, a.ID); p.ReopenCount != 1 {
				t.Errorf("reopened %d times", p.ReopenCount)
			}
		})
	})
}

func TestClause2_1_b_FoundInTheRegister(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		for range 5 {
			c.taken()
			c.Clock.Add(time.Minute)
		}
		list := func(f complaint.Filter) complaint.List {
			t.Helper()
			l, err := act.See(t.Context(), c.Door, c.reception, "complaint.see", func(ctx ctx, s *act.Sight) (complaint.List, error) {
				return complaint.ListComplaints(ctx, s, &f)
			})
			if err != nil {
				t.Fatal(err)
			}
			return l
		}
		t.Run("page by page, each complaint once, newest first", func(t *testing.T) {
			seen := map[string]bool{}
			for _, order := range []string{"taken_at", "number", "due_at"} {
				clear(seen)
				f := complaint.Filter{Limit: 2, Sort: order}
				for pages := 0; ; pages++ {
					l := list(f)
					for _, r := range l.Items {
						if seen[r.ID] {
							t.Fatalf("%s twice by %s", r.Number, order)
						}
						seen[r.ID] = true
					}
					if f.After = l.Next; f.After == "" {
						break
					}
				}
				if len(seen) != 5 {
					t.Errorf("%d complaints by %s", len(seen), order)
				}
			}
		})
		t.Run("by a word of two characters, by a serial typed in half width, by the end of the phone", func(t *testing.T) {
			for _, q := range []string{"轴承", "异响", "SN-00087", "sn00087", "3811", "TS2026-00003"} {
				if l := list(complaint.Filter{Query: q}); len(l.Items) == 0 {
					t.Errorf("%q finds nothing", q)
				}
			}
			if l := list(complaint.Filter{Query: "漏油"}); len(l.Items) != 0 {
				t.Errorf("found %d with 漏油", len(l.Items))
			}
		})
		t.Run("the phone is masked in lists", func(t *testing.T) {
			if r := list(complaint.Filter{}).Items[0]; r.PhoneMasked == "" || r.PhoneMasked == "137 0000 3811" {
				t.Errorf("phone %q", r.PhoneMasked)
			}
		})
		t.Run("counters equal the register", func(t *testing.T) {
			counts, err := act.See(t.Context(), c.Door, c.reception, "complaint.see", func(ctx ctx, s *act.Sight) (complaint.Counts, error) {
				return complaint.CountComplaints(ctx, s, nil)
			})
			if err != nil || counts.ByState["registered"] != 5 || counts.ByMonth["2026-03"] != 5 {
				t.Errorf("%+v %v", counts, err)
			}
		})
		t.Run("likely duplicates and the nth complaint on the unit (EC-13)", func(t *testing.T) {
			d, err := act.See(t.Context(), c.Door, c.reception, "complaint.see", func(ctx ctx, s *act.Sight) (complaint.Duplicates, error) {
				return complaint.LikelyDuplicates(ctx, s, &complaint.DuplicateQuery{SerialNo: "sn 00087", Phone: "13700003811", Symptom: "轴承异响"})
			})
			if err != nil || len(d.Items) != 5 || len(d.Items[0].MatchedReasons) != 2 || d.Nth.Unit != 6 || d.Nth.Failure != 6 {
				t.Errorf("%+v %v", d, err)
			}
		})
	})
}

func TestClause2_1_b_ConfidentialComplainant(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		form := c.call()
		form.Confidential = true
		a := housetest.Do(c.House, c.reception, complaint.Register{RegisterForm: form})
		if p := c.page(c.quality, a.ID); p.Phone != "" || p.ContactName != "" || !p.PersonalHidden {
			t.Errorf("EC-14: the engineer sees %q %q", p.ContactName, p.Phone)
		}
		if p := c.page(c.reception, a.ID); p.Phone == "" {
			t.Error("reception must see whom to call")
		}
	})
}
