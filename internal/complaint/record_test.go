package complaint_test

import (
	"strings"
	"testing"
	"time"

	"huidan/internal/complaint"
	"huidan/internal/house/housetest"
)

func TestClause2_1_d_i_j_TheRecord(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		register := func(change func(*complaint.RegisterForm)) (complaint.Answer, error) {
			f := c.call()
			change(&f)
			return housetest.Try(c.House, c.reception, complaint.Register{RegisterForm: f})
		}
		now := c.Clock.Now()
		wrong := map[string]struct {
			path, code string
			change     func(*complaint.RegisterForm)
		}{
			"no channel":              {"channel", "fault.required", func(f *complaint.RegisterForm) { f.Channel = "" }},
			"taken in the future":     {"taken_at", "fault.in_future", func(f *complaint.RegisterForm) { f.TakenAt = now.Add(time.Hour) }},
			"arrived after taken":     {"arrived_at", "complaint.arrived_after_taken", func(f *complaint.RegisterForm) { f.ArrivedAt = now; f.TakenAt = now.Add(-time.Hour) }},
			"a year too early":        {"taken_at", "complaint.too_long_ago", func(f *complaint.RegisterForm) { f.TakenAt = now.AddDate(-90, 0, 0); f.ArrivedAt = f.TakenAt }},
			"delivered tomorrow":      {"delivered_on", "fault.in_future", func(f *complaint.RegisterForm) { f.DeliveredOn = "2026-03-11" }},
			"no such day":             {"letter_date", "fault.malformed", func(f *complaint.RegisterForm) { f.LetterDate = "2026-02-30" }},
			"account too long":        {"account", "fault.too_long", func(f *complaint.RegisterForm) { f.Account = strings.Repeat("异", 8001) }},
			"phone without digits":    {"phone", "fault.malformed", func(f *complaint.RegisterForm) { f.Phone = "电话" }},
			"e-mail without @":        {"email", "fault.malformed", func(f *complaint.RegisterForm) { f.Email = "kefu.example.com" }},
			"unknown without reason":  {"unknowns.serial_no", "complaint.unknown_needs_reason", func(f *complaint.RegisterForm) { f.Unknowns = map[string]string{"serial_no": " "} }},
			"no such division":        {"division_code", "complaint.division_unknown", func(f *complaint.RegisterForm) { f.DivisionCode = "999999" }},
			"no such customer":        {"customer_id", "fault.not_found", func(f *complaint.RegisterForm) { f.CustomerID = "x" }},
			"more defective than any": {"lines[0].defective", "complaint.more_defective_than_quantity", func(f *complaint.RegisterForm) { f.Lines[0].Quantity, f.Lines[0].Defective = 1, 2 }},
			"no demand of this kind":  {"demand[0]", "fault.unknown_value", func(f *complaint.RegisterForm) { f.Demand = []string{"money"} }},
			"nobody to answer to": {"phone", "complaint.contact_or_anonymous", func(f *complaint.RegisterForm) {
				f.Phone, f.Email, f.Address, f.CustomerID = "", "", "", ""
			}},
		}
		for name, w := range wrong {
			t.Run(name, func(t *testing.T) {
				_, err := register(w.change)
				wrongField(t, err, w.path, w.code)
			})
		}
		t.Run("an anonymous caller is taken in (EC-14)", func(t *testing.T) {
			if _, err := register(func(f *complaint.RegisterForm) { f.Phone, f.ContactName, f.Anonymous = "", "", true }); err != nil {
				t.Error(err)
			}
		})
		t.Run("the region class comes from the place, with its way (2.2)", func(t *testing.T) {
			for code, want := range map[string]string{"320100": "home_province", "440300": "other_province", "650100": "remote", "810000": "special"} {
				a, err := register(func(f *complaint.RegisterForm) { f.DivisionCode = code })
				if err != nil {
					t.Fatal(err)
				}
				if r := c.page(c.reception, a.ID).Region; r.Class != want || len(r.Path) == 0 {
					t.Errorf("%s: %+v", code, r)
				}
			}
		})
		t.Run("a record entered two days later is flagged as late, not refused (2.1-d)", func(t *testing.T) {
			a, err := register(func(f *complaint.RegisterForm) { f.TakenAt, f.ArrivedAt = now.AddDate(0, 0, -2), now.AddDate(0, 0, -2) })
			if err != nil {
				t.Fatal(err)
			}
			if k := clockOf(c.page(c.reception, a.ID), "register"); k.Obligation != "2.1-d" || !k.Late {
				t.Errorf("%+v", k)
			}
		})
		t.Run("a letter opened too long after it came is flagged (2.1-b)", func(t *testing.T) {
			a, err := register(func(f *complaint.RegisterForm) { f.Channel, f.ArrivedAt = "letter", now.AddDate(0, 0, -6) })
			if err != nil {
				t.Fatal(err)
			}
			if k := clockOf(c.page(c.reception, a.ID), "register"); k.Obligation != "2.1-b" || !k.Late {
				t.Errorf("%+v", k)
			}
		})
		t.Run("a case handled outside the system is marked and counted apart (1-b)", func(t *testing.T) {
			a, err := register(func(f *complaint.RegisterForm) { f.RetrospectiveReason = "技术员手机直接受理" })
			if err != nil {
				t.Fatal(err)
			}
			p := c.page(c.reception, a.ID)
			if p.EntryMode != complaint.EntryRetrospective || !clockOf(p, "classify").Apart {
				t.Errorf("%s %+v", p.EntryMode, clockOf(p, "classify"))
			}
		})
		t.Run("quality needs the account or a paper that stands for it (2.1-i, -j)", func(t *testing.T) {
			a, err := register(func(f *complaint.RegisterForm) {
				f.Account, f.Unknowns = "", map[string]string{"account": "传真不清"}
			})
			if err != nil {
				t.Fatal(err)
			}
			_, err = housetest.Try(c.House, c.reception, complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{Version: a.Version, Class: complaint.Quality, ReasonCode: "doubt"}})
			refused(t, err, "complaint.account_or_attachment", "2.1-j")
			a = housetest.Do(c.House, c.reception, complaint.Attach{ID: a.ID, AttachForm: complaint.AttachForm{Version: a.Version, Files: []complaint.Paper{{Kind: "fax", Title: "传真原件", Pages: 1, Original: true, Holder: "接待台"}}}})
			housetest.Do(c.House, c.reception, complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{Version: a.Version, Class: complaint.Quality, ReasonCode: "doubt"}})
		})
		t.Run("an amendment keeps lines it names and ends those it leaves out", func(t *testing.T) {
			a, err := register(func(f *complaint.RegisterForm) { f.Lines = append(f.Lines, complaint.Line{ProductName: "第二台"}) })
			if err != nil {
				t.Fatal(err)
			}
			p := c.page(c.reception, a.ID)
			record := p.Record
			record.Lines = record.Lines[:1]
			record.Account = "更正：运行五分钟后异响"
			housetest.Do(c.House, c.reception, complaint.Amend{ID: a.ID, AmendForm: complaint.AmendForm{Version: a.Version, Record: record}})
			after := c.page(c.reception, a.ID)
			if len(after.Lines) != 1 || after.Lines[0].ID != p.Lines[0].ID || after.Account != record.Account {
				t.Errorf("%+v", after.Lines)
			}
			if s := after.Timeline[0].Sentence; !strings.Contains(s, "account") || strings.Contains(s, "五分钟") {
				t.Errorf("the journal names columns, never their content: %s", s)
			}
		})
		t.Run("a line of another complaint cannot be taken over", func(t *testing.T) {
			mine, theirs := c.taken(), c.page(c.reception, c.taken().ID)
			record := c.page(c.reception, mine.ID).Record
			record.Lines[0].ID = theirs.Lines[0].ID
			_, err := housetest.Try(c.House, c.reception, complaint.Amend{ID: mine.ID, AmendForm: complaint.AmendForm{Version: mine.Version, Record: record}})
			wrongField(t, err, "lines[0].id", "fault.not_found")
		})
	})
}

func TestClause2_1_m_PapersGoWithTheRecord(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		attach := func(a complaint.Answer) complaint.Answer {
			return housetest.Do(c.House, c.reception, complaint.Attach{ID: a.ID, AttachForm: complaint.AttachForm{Version: a.Version, Files: []complaint.Paper{
				{Kind: "letter", Title: "投诉函", Pages: 2, Original: true, Holder: "接待台", Storage: "A-03"},
			}}})
		}
		t.Run("either papers or the tick that there are none", func(t *testing.T) {
			a := c.classed(complaint.Quality)
			_, err := housetest.Try(c.House, c.reception, complaint.HandOver{ID: a.ID, HandOverForm: complaint.HandOverForm{Version: a.Version}})
			refused(t, err, "complaint.papers_or_none", "2.1-m")
		})
		t.Run("the list is frozen at the handover; later papers have their own time", func(t *testing.T) {
			a := attach(c.classed(complaint.Quality))
			first := c.page(c.reception, a.ID).Attachments[0].ID
			a = housetest.Do(c.House, c.reception, complaint.HandOver{ID: a.ID, HandOverForm: complaint.HandOverForm{Version: a.Version, Papers: []string{first}}})
			handed := c.Clock.Now()
			c.Clock.Add(25 * time.Hour)
			a = attach(a)
			p := c.page(c.reception, a.ID)
			if len(p.Handovers[0].Papers) != 1 || p.Handovers[0].Papers[0].Name != "投诉函" || !p.Attachments[0].HandedOverAt.Equal(handed) {
				t.Errorf("%+v", p.Handovers)
			}
			a = housetest.Do(c.House, c.reception, complaint.HandOverPapers{ID: a.ID, HandOverPapersForm: complaint.HandOverPapersForm{Version: a.Version, Papers: []string{p.Attachments[1].ID}}})
			if p = c.page(c.quality, a.ID); len(p.Handovers) != 2 || !p.Handovers[1].PapersOnly || !p.Attachments[1].HandedOverAt.Equal(c.Clock.Now()) {
				t.Errorf("%+v", p.Handovers)
			}
		})
	})
}

func TestClause2_1_b_MergedAndWithdrawn(t *testing.T) {
	each(t, func(t *testing.T, c *firm) {
		t.Run("a complaint is not merged into itself or into a void one", func(t *testing.T) {
			a, void := c.taken(), c.taken()
			housetest.Do(c.House, c.manager, complaint.Void{ID: void.ID, VoidForm: complaint.VoidForm{Version: void.Version, Reason: "重复"}})
			for _, into := range []string{a.ID, void.ID, "nothing"} {
				_, err := housetest.Try(c.House, c.reception, complaint.Merge{ID: a.ID, MergeForm: complaint.MergeForm{Version: a.Version, IntoID: into, Reason: "同一事项"}})
				if err == nil {
					t.Errorf("merged into %s", into)
				}
			}
		})
		t.Run("merged: it points to the other and shows there (EC-15)", func(t *testing.T) {
			a, b := c.taken(), c.taken()
			housetest.Do(c.House, c.reception, complaint.Merge{ID: a.ID, MergeForm: complaint.MergeForm{Version: a.Version, IntoID: b.ID, Reason: "同一事项"}})
			if p := c.page(c.reception, a.ID); p.State != complaint.StateMerged || p.MergedInto != b.ID {
				t.Errorf("%s %s", p.State, p.MergedInto)
			}
		})
		t.Run("withdrawn: the statement is kept and nothing is owed (EC-25)", func(t *testing.T) {
			a := c.classed(complaint.Quality)
			_, err := housetest.Try(c.House, c.reception, complaint.Withdraw{ID: a.ID, WithdrawForm: complaint.WithdrawForm{Version: a.Version}})
			wrongField(t, err, "statement", "fault.required")
			a = housetest.Do(c.House, c.reception, complaint.Withdraw{ID: a.ID, WithdrawForm: complaint.WithdrawForm{Version: a.Version, Statement: "接线错误，撤回", Evidence: "录音 1001"}})
			if p := c.page(c.reception, a.ID); p.State != complaint.StateWithdrawn || !strings.Contains(p.CloseSummary, "录音") || clockOf(p, "hand-over").CancelledAt.IsZero() {
				t.Errorf("%+v", p.State)
			}
		})
	})
}
