package demo

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/complaint"
	"huidan/internal/deadline"
)

// channels in the proportion a service desk knows them.
var channels = []string{"phone", "phone", "phone", "phone", "wechat", "wechat", "visit", "letter", "email", "fax", "web", "platform", "regulator"}

// Of the last row, these three stand still, so that the first steps can be
// seen at any hour of the day.
const (
	unclassifiedAt  = complaintCount
	draftAt         = complaintCount + 1
	notHandedOverAt = complaintCount + 2
)

// tale is one complaint as it goes on: the answer of the last act on it.
type tale struct {
	s   *seeder
	n   int
	now complaint.Answer
}

// planComplaints schedules the complaints: one every few days over the last
// year, and a close row of the last days in which each state can be seen.
func (s *seeder) planComplaints() {
	for i := range complaintCount {
		back := time.Duration(float64(complaintCount-i) * float64(365*24*time.Hour) / complaintCount)
		at := s.workingHour(s.end.Add(-back))
		s.planOne(i, at)
	}
	for i, hours := range []int{1, 2, 3, 5, 26, 28, 30, 50, 52, 75} {
		s.planOne(complaintCount+i, s.end.Add(-time.Duration(hours)*time.Hour))
	}
}

// workingHour moves a time into the working day, now and then to the evening.
func (s *seeder) workingHour(t time.Time) time.Time {
	day := calendar.DayOf(t)
	hour := 8 + s.rand.IntN(9)
	if s.rand.IntN(15) == 0 {
		hour = 21
	}
	at := day.Start().Add(time.Duration(hour)*time.Hour + time.Duration(s.rand.IntN(60))*time.Minute)
	if at.After(s.end) {
		return at.AddDate(0, 0, -1)
	}
	return at
}

// planOne schedules one complaint with its whole course; what lies in the
// future has not happened, so the last ones stand in every state.
func (s *seeder) planOne(i int, at time.Time) {
	t := &tale{s: s, n: i}
	switch {
	case i == draftAt || i == unclassifiedAt || i == notHandedOverAt:
		t.planQuality(at, s.data.matters.Quality[i%len(s.data.matters.Quality)])
	case i%3 == 2:
		t.planNonQuality(at, s.data.matters.NonQuality[i/3%len(s.data.matters.NonQuality)])
	default:
		t.planQuality(at, s.data.matters.Quality[(i-i/3)%len(s.data.matters.Quality)])
	}
}

// desk is who takes the call: the officer or her deputy.
func (t *tale) desk() access.Actor {
	if t.n%4 == 3 {
		return t.s.people["reception2"]
	}
	return t.s.people["reception"]
}

// step schedules an act that goes on from the complaint's last answer.
func (t *tale) step(at time.Time, do func(a complaint.Answer) (complaint.Answer, error)) {
	t.s.plan(at, func() error {
		if t.now.ID == "" || t.now.State.Ended() && t.now.State != complaint.StateClosed {
			return nil
		}
		next, err := do(t.now)
		if err == nil {
			t.now = next
		}
		return err
	})
}

func (t *tale) record(u unit, account string, demand []string) complaint.Record {
	c := t.s.customers[u.customer]
	channel := channels[t.n%len(channels)]
	r := complaint.Record{
		Channel: channel, TakenAt: t.s.now, ArrivedAt: t.s.now.Add(-7 * time.Minute), CustomerID: c.id, ComplainantName: c.contact,
		ContactName: c.contact, Phone: c.phone, SiteID: c.site, DivisionCode: c.division, Address: c.address,
		ContractNo: u.contract, DeliveredOn: u.delivered, Account: account, Demand: demand, Severity: complaint.SeverityMinor,
	}
	switch channel {
	case "phone":
		r.CallStartedAt, r.CallEndedAt = r.ArrivedAt, r.TakenAt
	case "letter":
		r.ArrivedAt, r.Pages = t.s.now.Add(-3*time.Hour), 2
		r.LetterDate = calendar.DayOf(t.s.now).AddDays(-4).String()
	case "fax":
		r.FaxSender, r.Pages = c.phone, 1
	}
	return r
}

func (t *tale) planQuality(at time.Time, m qualityData) {
	s := t.s
	first := t.n * 37
	if t.n%11 == 5 { // the same unit complains again
		first = 53
	}
	u := s.unitOf(m.Families, first)
	s.plan(at, func() (err error) {
		r := t.record(u, m.Account, m.Demand)
		r.Severity = m.Severity
		r.Lines = []complaint.Line{{ProductID: s.products[u.product], SerialNo: u.serial, BatchNo: u.batch, Quantity: 1, Defective: 1, Symptom: m.Symptom}}
		t.now, err = do(s, t.desk(), complaint.Register{RegisterForm: complaint.RegisterForm{Record: r, Draft: t.n == draftAt}})
		return err
	})
	if t.n == draftAt || t.n == unclassifiedAt {
		return
	}
	t.step(at.Add(6*time.Minute), func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, t.desk(), complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{Version: a.Version, Class: complaint.Quality, ReasonCode: m.Reason}})
	})
	t.step(at.Add(15*time.Minute), func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, t.desk(), complaint.Plan{ID: a.ID, PlanForm: complaint.PlanForm{Version: a.Version, Text: m.Plan}})
	})
	if t.n%23 == 7 {
		t.planEnd(at.Add(20 * time.Minute))
		return
	}
	if t.n != notHandedOverAt {
		t.planHandover(at, m)
	}
}

// unitOf gives a unit of one of the product families, the search beginning
// somewhere.
func (s *seeder) unitOf(families []string, first int) unit {
	for i := range s.units {
		u := s.units[(first+i)%len(s.units)]
		if slices.Contains(families, s.data.products[u.product].Family) {
			return u
		}
	}
	return s.units[0]
}

func (t *tale) planHandover(at time.Time, m qualityData) {
	s := t.s
	handed := at.Add(time.Duration(30+s.rand.IntN(200)) * time.Minute)
	if t.n%9 == 4 { // late: the next morning
		handed = calendar.DayOf(at).AddDays(1).Start().Add(9*time.Hour + 10*time.Minute)
	}
	t.step(handed, func(a complaint.Answer) (complaint.Answer, error) {
		f := complaint.HandOverForm{Version: a.Version, NoPapers: true}
		if calendar.DayOf(s.now) != calendar.DayOf(at) {
			f.LateReason = s.data.matters.LateReason
		}
		return do(s, t.desk(), complaint.HandOver{ID: a.ID, HandOverForm: f})
	})
	received := handed.Add(time.Duration(40+s.rand.IntN(300)) * time.Minute)
	t.step(received, func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, s.people["quality"], complaint.Receive{ID: a.ID, ReceiveForm: complaint.ReceiveForm{Version: a.Version}})
	})
	t.planOpinion(received, m)
}

func (t *tale) planOpinion(received time.Time, m qualityData) {
	s := t.s
	asked := received.Add(25 * time.Minute)
	department := []string{"technical", "production", "purchasing"}[t.n%3]
	by := map[string]string{"technical": "technician", "production": "production-head", "purchasing": "purchasing-head"}[department]
	t.step(asked, func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, s.people["quality"], complaint.Consult{ID: a.ID, ConsultForm: complaint.ConsultForm{
			Version: a.Version, Departments: []string{s.depart[department]}, Question: m.Question, ReplyBy: s.now.Add(26 * time.Hour),
		}})
	})
	if t.n%8 != 6 { // one department in eight does not answer
		t.step(asked.Add(time.Duration(2+s.rand.IntN(16))*time.Hour), func(a complaint.Answer) (complaint.Answer, error) {
			id, err := s.consultation(a.ID)
			if err != nil {
				return a, err
			}
			return do(s, s.people[by], complaint.GiveView{ID: a.ID, GiveViewForm: complaint.GiveViewForm{
				Version: a.Version, ConsultationID: id, View: m.View, Dissent: t.n%13 == 3,
			}})
		})
	}
	written := asked.Add(time.Duration(20+s.rand.IntN(12)) * time.Hour)
	t.step(written, func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, s.people["quality"], complaint.WriteOpinion{ID: a.ID, WriteOpinionForm: complaint.WriteOpinionForm{
			Version: a.Version, Text: m.Opinion, SuspectedCause: m.Cause, PartsToBring: m.Parts, InterimInstruction: m.Interim,
			Containment: m.Containment, SiteVisit: true,
			Measures: []complaint.Measure{{What: m.Opinion, Owner: s.people["technician"].Name, DueOn: calendar.DayOf(s.now).AddDays(7).String()}},
		}})
	})
	t.step(written.Add(time.Hour), func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, s.people["quality-manager"], complaint.SignOpinion{ID: a.ID, SignOpinionForm: complaint.SignOpinionForm{Version: a.Version, OpinionVersion: 1}})
	})
}

func (s *seeder) consultation(complaintID string) (id string, err error) {
	err = s.door.LookUp(s.ctx, func(ctx context.Context, b *act.Books) error {
		_, err := b.One(ctx, []any{&id}, "SELECT k.id FROM consultation k WHERE k.complaint_id = ? LIMIT 1", complaintID)
		return err
	})
	return id, err
}

// planEnd takes the complaint out of handling in one of the side states.
func (t *tale) planEnd(at time.Time) {
	s, m := t.s, t.s.data.matters
	t.step(at, func(a complaint.Answer) (complaint.Answer, error) {
		switch t.n / 46 % 3 {
		case 0:
			return do(s, t.desk(), complaint.Withdraw{ID: a.ID, WithdrawForm: complaint.WithdrawForm{
				Version: a.Version, Statement: m.Withdrawn, Evidence: strings.Replace(m.WithdrawnEvidence, "{n}", fmt.Sprint(1000+t.n), 1),
			}})
		case 1:
			return do(s, s.people["sales"], complaint.Void{ID: a.ID, VoidForm: complaint.VoidForm{Version: a.Version, Reason: m.VoidReason}})
		}
		into, err := s.before(a.ID)
		if err != nil {
			return a, err
		}
		return do(s, t.desk(), complaint.Merge{ID: a.ID, MergeForm: complaint.MergeForm{Version: a.Version, IntoID: into, Reason: m.MergeReason}})
	})
}

// before gives the complaint taken in before this one.
func (s *seeder) before(id string) (other string, err error) {
	err = s.door.LookUp(s.ctx, func(ctx context.Context, b *act.Books) error {
		_, err := b.One(ctx, []any{&other}, "SELECT c.id FROM complaint c WHERE c.id <> ? AND c.state = 'opinion_signed' ORDER BY c.taken_at DESC LIMIT 1", id)
		return err
	})
	return other, err
}

func (t *tale) planNonQuality(at time.Time, m otherData) {
	s, texts := t.s, t.s.data.matters
	u := s.units[(t.n*29)%len(s.units)]
	s.plan(at, func() (err error) {
		r := t.record(u, m.Account, m.Demand)
		r.Lines = []complaint.Line{{ProductID: s.products[u.product], SerialNo: u.serial}}
		t.now, err = do(s, t.desk(), complaint.Register{RegisterForm: complaint.RegisterForm{Record: r}})
		return err
	})
	t.step(at.Add(9*time.Minute), func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, t.desk(), complaint.Classify{ID: a.ID, ClassifyForm: complaint.ClassifyForm{Version: a.Version, Class: complaint.NonQuality, ReasonCode: m.Reason}})
	})
	t.contact(at.Add(3*time.Hour), "acknowledgement", texts.Acknowledgement, "")
	t.contact(at.Add(20*time.Hour), "offer", m.Offer, m.Reaction)
	if m.Statement == "" {
		t.planException(at.Add(70 * time.Hour))
		return
	}
	t.step(at.Add(72*time.Hour), func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, t.desk(), complaint.RecordSatisfaction{ID: a.ID, RecordSatisfactionForm: complaint.RecordSatisfactionForm{
			Version: a.Version, Method: "message", By: s.customers[u.customer].contact, Statement: m.Statement,
		}})
	})
	t.close(at.Add(73 * time.Hour))
	if t.n%5 == 2 { // reopened, and settled again
		t.step(at.Add(200*time.Hour), func(a complaint.Answer) (complaint.Answer, error) {
			return do(s, t.desk(), complaint.Reopen{ID: a.ID, ReopenForm: complaint.ReopenForm{Version: a.Version, Reason: texts.ReopenReason}})
		})
		t.contact(at.Add(204*time.Hour), "offer", m.Offer, m.Reaction)
		t.step(at.Add(260*time.Hour), func(a complaint.Answer) (complaint.Answer, error) {
			return do(s, t.desk(), complaint.RecordSatisfaction{ID: a.ID, RecordSatisfactionForm: complaint.RecordSatisfactionForm{
				Version: a.Version, Method: "call_reference", By: s.customers[u.customer].contact, Statement: m.Statement,
			}})
		})
		t.close(at.Add(261 * time.Hour))
	}
}

func (t *tale) contact(at time.Time, kind, said, reaction string) {
	t.step(at, func(a complaint.Answer) (complaint.Answer, error) {
		return do(t.s, t.desk(), complaint.LogContact{ID: a.ID, LogContactForm: complaint.LogContactForm{
			Version: a.Version, Kind: kind, Channel: "phone", Said: said, Reaction: reaction,
		}})
	})
}

func (t *tale) close(at time.Time) {
	t.step(at, func(a complaint.Answer) (complaint.Answer, error) {
		return do(t.s, t.desk(), complaint.Close{ID: a.ID, CloseForm: complaint.CloseForm{Version: a.Version, Summary: t.s.data.matters.CloseSummary}})
	})
}

// planException closes without satisfaction: final offer, request, approval.
func (t *tale) planException(at time.Time) {
	s, m := t.s, t.s.data.matters
	t.contact(at, "final_offer", m.FinalOffer, "")
	t.step(at.Add(5*time.Hour), func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, t.desk(), complaint.RequestException{ID: a.ID, RequestExceptionForm: complaint.RequestExceptionForm{
			Version: a.Version, Reason: m.ExceptionReason, FinalOffer: m.FinalOffer, RemediesTold: m.Remedies,
		}})
	})
	t.step(at.Add(24*time.Hour), func(a complaint.Answer) (complaint.Answer, error) {
		return do(s, s.people["sales"], complaint.DecideException{ID: a.ID, DecideExceptionForm: complaint.DecideExceptionForm{
			Version: a.Version, Approve: true, Comment: m.ExceptionComment,
		}})
	})
	t.close(at.Add(25 * time.Hour))
}

func (s *seeder) sweep(ctx context.Context) (int, error) { return deadline.Sweep(ctx, s.door) }
