package complaint

import (
	"context"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/lang"
)

// Step is something that may be done on the record now.
type Step struct {
	Act        string    `json:"act" doc:"last part of the act's address"`
	Primary    bool      `json:"primary" doc:"the next step of the record's own path"`
	Obligation string    `json:"obligation,omitempty"`
	DueAt      time.Time `json:"due_at,omitzero"`
	Allowed    bool      `json:"allowed"`
	WhyNot     *WhyNot   `json:"why_not,omitempty"`
}

// WhyNot says why a step cannot be done by this reader now.
type WhyNot struct {
	Code       string `json:"code"`
	Text       string `json:"text"`
	Obligation string `json:"obligation,omitempty"`
}

// possible is a step that the record's state knows.
type possible struct {
	act        string
	action     access.Action
	obligation string
	primary    bool
	// guard gives the refusal the act would meet, nil when none is foreseen.
	guard func(p *Page) *fault.Fault
}

// path lists the steps of each state, the next step of the record first.
var path = map[State][]possible{
	StateDraft:      {{"amend", "complaint.amend", "2.1-d", true, nil}},
	StateRegistered: {{stepClassify, "complaint.classify", "2.1-f", true, nil}},
	StateNegotiating: {
		{stepDecide, "complaint.decide_exception", "2.1-h", true, exceptionPending},
		{stepLogContact, "complaint.log_contact", "2.1-g", true, nil},
		{"record-satisfaction", "complaint.record_satisfaction", "2.1-h", true, nil},
		{"request-exception", "complaint.request_exception", "2.1-h", false, offerGiven},
		{"close", "complaint.close", "2.1-h", true, settled},
	},
	StateHandoverPending: {
		{stepHandOver, "complaint.hand_over", "2.1-l", true, nil},
		{"plan", "complaint.plan", "2.1-k", false, nil},
	},
	StateWithQuality: {
		{stepReceive, "complaint.receive", "2.1-l", true, notReceived},
		{"consult", "complaint.consult", "2.1-n", false, receivedFirst},
		{stepWriteOpinion, "complaint.write_opinion", "2.1-p", true, receivedFirst},
		{"sign-opinion", "complaint.sign_opinion", "2.1-p", true, opinionReady},
		{"return-handover", "complaint.return_handover", "2.1-l", false, nil},
		{"hand-over-papers", "complaint.hand_over", "2.1-m", false, laterPapers},
	},
	StateOpinionSigned: {
		{stepWriteOpinion, "complaint.write_opinion", "2.1-p", false, nil},
		{"sign-opinion", "complaint.sign_opinion", "2.1-p", false, opinionReady},
		{"consult", "complaint.consult", "2.1-n", false, nil},
		{"hand-over-papers", "complaint.hand_over", "2.1-m", false, laterPapers},
	},
	StateClosed:    {{"reopen", "complaint.reopen", "2.1-h", false, nil}},
	StateWithdrawn: {{"reopen", "complaint.reopen", "2.1-h", false, nil}},
}

// always lists what may be done in any state that has not ended.
var always = []possible{
	{stepLogContact, "complaint.log_contact", "2.1-e", false, nil},
	{"attach", "complaint.attach", "2.1-m", false, nil},
	{"amend", "complaint.amend", "2.1-d", false, nil},
	{"plan", "complaint.plan", "2.1-k", false, nil},
	{"set-severity", "complaint.set_severity", "4.4-a", false, nil},
	{"reclassify", "complaint.reclassify", "2.1-f", false, classified},
	{"withdraw", "complaint.withdraw", "2.1-b", false, nil},
	{"merge", "complaint.merge", "2.1-b", false, nil},
	{"assign-officer", "complaint.assign_officer", "2.1-a", false, nil},
	{"void", "complaint.void", "2.1-b", false, nil},
}

// loadNext lists what may be done: a view that the reader's department owes
// first, then the state's own steps, then what is always possible.
func (p *Page) loadNext(ctx context.Context, s *act.Sight) error {
	rows, err := s.Detail(ctx, "SELECT who FROM involvement WHERE subject_id = ?", p.ID)
	who, err := act.Collect(rows, err, func(r act.Scanner) (k string, err error) { err = r.Scan(&k); return })
	if err != nil {
		return err
	}
	reader, scope := s.Actor(), access.Scope{Involved: who}
	candidates := path[p.State]
	if p.owesView(reader) {
		candidates = append([]possible{{stepGiveView, "complaint.give_view", "2.1-n", true, nil}}, candidates...)
	}
	if !p.State.Ended() {
		candidates = append(candidates[:len(candidates):len(candidates)], always...)
	}
	p.Next = []Step{}
	seen := map[string]bool{}
	for _, k := range candidates {
		if seen[k.act] {
			continue
		}
		seen[k.act] = true
		if step, shown := p.step(k, reader, scope); shown {
			p.Next = append(p.Next, step)
		}
	}
	return nil
}

// step judges one candidate. What the role never allows is shown only when it
// is the record's own next step, so that the reader sees whom it waits for.
func (p *Page) step(k possible, reader access.Actor, scope access.Scope) (Step, bool) {
	st := Step{Act: k.act, Primary: k.primary, Obligation: k.obligation, Allowed: true}
	for _, clock := range p.Clocks {
		if clock.Step == k.act && clock.MetAt.IsZero() && clock.CancelledAt.IsZero() {
			st.DueAt = clock.DueAt
		}
	}
	language := lang.Of(reader.Language)
	if !access.Allowed(reader, k.action, scope) {
		st.Allowed = false
		st.WhyNot = &WhyNot{Code: "complaint.next.forbidden", Text: lang.T(language, "complaint.next.forbidden", nil)}
		return st, k.primary && !st.DueAt.IsZero()
	}
	if k.guard == nil {
		return st, true
	}
	if f := k.guard(p); f != nil {
		if f.Code == hidden.Code {
			return st, false
		}
		st.Allowed = false
		st.WhyNot = &WhyNot{Code: f.Code, Text: lang.T(language, f.Code, f.Args), Obligation: f.Obligation}
	}
	return st, true
}

// owesView says whether the reader's department was asked and has not answered.
func (p *Page) owesView(reader access.Actor) bool {
	for _, k := range p.Consultations {
		if k.Department.ID == reader.DepartmentID && k.AnsweredAt.IsZero() {
			return true
		}
	}
	return false
}

// hidden marks a step that makes no sense now and is not offered at all.
var hidden = &fault.Fault{Code: "hidden"}

func exceptionPending(p *Page) *fault.Fault {
	for _, e := range p.Exceptions {
		if e.DecidedAt.IsZero() {
			return nil
		}
	}
	return hidden
}

func offerGiven(p *Page) *fault.Fault {
	if exceptionPending(p) == nil {
		return fault.Against("2.1-h", "complaint.exception_pending")
	}
	for _, c := range p.Contacts {
		if c.Kind == "final_offer" {
			return nil
		}
	}
	return fault.Against("2.1-h", "complaint.final_offer_first")
}

func settled(p *Page) *fault.Fault {
	for _, e := range p.Exceptions {
		if e.Approved && e.DecidedAt.After(p.ClosedAt) {
			return nil
		}
	}
	for _, e := range p.Satisfaction {
		if e.At.After(p.ClosedAt) || p.ClosedAt.IsZero() {
			return nil
		}
	}
	return fault.Against("2.1-h", "complaint.satisfaction_required")
}

func notReceived(p *Page) *fault.Fault {
	if !p.ReceivedAt.IsZero() {
		return hidden
	}
	return nil
}

func receivedFirst(p *Page) *fault.Fault {
	if p.ReceivedAt.IsZero() {
		return fault.Against("2.1-p", "complaint.receive_first")
	}
	return nil
}

func opinionReady(p *Page) *fault.Fault {
	if f := receivedFirst(p); f != nil {
		return f
	}
	if len(p.Opinions) == 0 {
		return fault.Against("2.1-p", "complaint.opinion_first")
	}
	last := p.Opinions[len(p.Opinions)-1]
	switch {
	case !last.SignedAt.IsZero():
		return hidden
	case len(p.Consultations) == 0 && last.NoConsultationReason == "":
		return fault.Against("2.1-n", "complaint.consult_or_reason")
	}
	return nil
}

func laterPapers(p *Page) *fault.Fault {
	for _, a := range p.Attachments {
		if a.HandedOverAt.IsZero() {
			return nil
		}
	}
	return hidden
}

func classified(p *Page) *fault.Fault {
	if p.Class == Unclassified {
		return hidden
	}
	return nil
}
