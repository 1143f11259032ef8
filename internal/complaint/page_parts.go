package complaint

import (
	"context"
	"strings"
	"time"

	"huidan/internal/act"
)

// AttachmentSeen is a paper that came with the complaint (R2).
type AttachmentSeen struct {
	ID           string    `json:"id"`
	FileID       string    `json:"file_id,omitempty"`
	Name         string    `json:"name"`
	ContentType  string    `json:"content_type,omitempty"`
	Size         int64     `json:"size,omitempty"`
	Kind         string    `json:"kind"`
	Title        string    `json:"title,omitempty"`
	Original     bool      `json:"original"`
	Pages        int64     `json:"pages,omitempty"`
	ArrivedAt    time.Time `json:"arrived_at"`
	HandedOverAt time.Time `json:"handed_over_at,omitzero"`
	Holder       string    `json:"holder,omitempty"`
	Storage      string    `json:"storage,omitempty"`
	AttachedBy   Named     `json:"attached_by"`
	AttachedAt   time.Time `json:"attached_at"`
}

func (p *Page) loadPapers(ctx context.Context, s *act.Sight, n *names) error {
	by := []string{}
	rows, err := s.Detail(ctx, `SELECT a.id, COALESCE(a.file_id, ''), a.name, COALESCE(f.content_type, ''), COALESCE(f.size, 0), a.kind, a.title,
			COALESCE(a.original_at, 0), a.pages, a.arrived_at, COALESCE(a.handed_over_at, 0), a.holder, a.storage, a.attached_by, a.attached_at
		FROM attachment a LEFT JOIN file f ON f.id = a.file_id WHERE a.complaint_id = ? ORDER BY a.attached_at, a.id`, p.ID)
	p.Attachments, err = act.Collect(rows, err, func(r act.Scanner) (a AttachmentSeen, err error) {
		var who string
		err = r.Scan(&a.ID, &a.FileID, &a.Name, &a.ContentType, &a.Size, &a.Kind, &a.Title, flag{&a.Original}, &a.Pages,
			instant{&a.ArrivedAt}, instant{&a.HandedOverAt}, &a.Holder, &a.Storage, &who, instant{&a.AttachedAt})
		by = append(by, who)
		return a, err
	})
	for i, id := range by {
		n.want(&p.Attachments[i].AttachedBy, id)
	}
	return err
}

// ContactSeen is an entry of the contact log.
type ContactSeen struct {
	ID       string    `json:"id"`
	Kind     string    `json:"kind"`
	Channel  string    `json:"channel"`
	At       time.Time `json:"at"`
	Person   string    `json:"person,omitempty"`
	Said     string    `json:"said"`
	Reaction string    `json:"reaction,omitempty"`
	NextStep string    `json:"next_step,omitempty"`
	NextAt   time.Time `json:"next_at,omitzero"`
	By       Named     `json:"by"`
	LoggedAt time.Time `json:"logged_at"`
}

// Satisfaction is evidence that the customer is satisfied (2.1-h).
type Satisfaction struct {
	ID         string    `json:"id"`
	Method     string    `json:"method"`
	By         string    `json:"by"`
	At         time.Time `json:"at"`
	Statement  string    `json:"statement"`
	FileID     string    `json:"file_id,omitempty"`
	RecordedBy Named     `json:"recorded_by"`
}

// ExceptionSeen is a request to close without satisfaction, with its decision.
type ExceptionSeen struct {
	ID         string    `json:"id"`
	Reason     string    `json:"reason"`
	FinalOffer string    `json:"final_offer"`
	Remedies   string    `json:"remedies_told"`
	AskedBy    Named     `json:"asked_by"`
	AskedAt    time.Time `json:"asked_at"`
	DecidedBy  Named     `json:"decided_by"`
	DecidedAt  time.Time `json:"decided_at,omitzero"`
	Approved   bool      `json:"approved"`
	Comment    string    `json:"comment,omitempty"`
}

func (p *Page) loadNegotiation(ctx context.Context, s *act.Sight, n *names) error {
	by := []string{}
	rows, err := s.Detail(ctx, `SELECT l.id, l.kind, l.channel, l.happened_at, l.person, l.said, l.reaction, l.next_step, COALESCE(l.next_at, 0), l.logged_by, l.logged_at
		FROM contact_log l WHERE l.complaint_id = ? ORDER BY l.happened_at, l.id`, p.ID)
	p.Contacts, err = act.Collect(rows, err, func(r act.Scanner) (c ContactSeen, err error) {
		var who string
		err = r.Scan(&c.ID, &c.Kind, &c.Channel, instant{&c.At}, &c.Person, &c.Said, &c.Reaction, &c.NextStep, instant{&c.NextAt}, &who, instant{&c.LoggedAt})
		by = append(by, who)
		return c, err
	})
	if err != nil {
		return err
	}
	for i, id := range by {
		n.want(&p.Contacts[i].By, id)
	}
	if p.Class == Quality && len(p.Contacts) == 0 {
		p.Satisfaction, p.Exceptions = []Satisfaction{}, []ExceptionSeen{}
		return nil // nothing was negotiated, so nothing was settled
	}
	return p.loadSettlement(ctx, s, n)
}

func (p *Page) loadSettlement(ctx context.Context, s *act.Sight, n *names) error {
	by := []string{}
	rows, err := s.Detail(ctx, `SELECT e.id, e.method, e.said_by, e.said_at, e.statement, COALESCE(e.file_id, ''), e.recorded_by
		FROM satisfaction_evidence e WHERE e.complaint_id = ? ORDER BY e.recorded_at, e.id`, p.ID)
	p.Satisfaction, err = act.Collect(rows, err, func(r act.Scanner) (e Satisfaction, err error) {
		var who string
		err = r.Scan(&e.ID, &e.Method, &e.By, instant{&e.At}, &e.Statement, &e.FileID, &who)
		by = append(by, who)
		return e, err
	})
	if err != nil {
		return err
	}
	for i, id := range by {
		n.want(&p.Satisfaction[i].RecordedBy, id)
	}
	pairs := [][2]string{}
	rows, err = s.Detail(ctx, `SELECT e.id, e.reason, e.final_offer, e.remedies, e.asked_by, e.asked_at, COALESCE(e.decided_by, ''),
		COALESCE(e.decided_at, 0), COALESCE(e.approved_at, 0), e.comment FROM closing_exception e WHERE e.complaint_id = ? ORDER BY e.asked_at, e.id`, p.ID)
	p.Exceptions, err = act.Collect(rows, err, func(r act.Scanner) (e ExceptionSeen, err error) {
		var asked, decided string
		err = r.Scan(&e.ID, &e.Reason, &e.FinalOffer, &e.Remedies, &asked, instant{&e.AskedAt}, &decided, instant{&e.DecidedAt}, flag{&e.Approved}, &e.Comment)
		pairs = append(pairs, [2]string{asked, decided})
		return e, err
	})
	for i, w := range pairs {
		n.want(&p.Exceptions[i].AskedBy, w[0])
		n.want(&p.Exceptions[i].DecidedBy, w[1])
	}
	return err
}

// PlanSeen is a version of the handling plan.
type PlanSeen struct {
	Version int64     `json:"version"`
	Text    string    `json:"text"`
	By      Named     `json:"by"`
	At      time.Time `json:"at"`
}

// HandoverSeen is one delivery to the quality department.
type HandoverSeen struct {
	N            int64       `json:"n"`
	PapersOnly   bool        `json:"papers_only"`
	NoPapers     bool        `json:"no_papers"`
	Papers       []paperItem `json:"papers"`
	DueAt        time.Time   `json:"due_at,omitzero"`
	Late         bool        `json:"late"`
	LateReason   string      `json:"late_reason,omitempty"`
	PlanMissing  bool        `json:"plan_missing"`
	By           Named       `json:"by"`
	At           time.Time   `json:"at"`
	ReceivedBy   Named       `json:"received_by"`
	ReceivedAt   time.Time   `json:"received_at,omitzero"`
	ReturnedBy   Named       `json:"returned_by"`
	ReturnedAt   time.Time   `json:"returned_at,omitzero"`
	ReturnCode   string      `json:"return_code,omitempty"`
	ReturnReason string      `json:"returned_reason,omitempty"`
}

// ClassSeen is one classification.
type ClassSeen struct {
	Class      Class     `json:"class"`
	ReasonCode string    `json:"reason_code"`
	Reason     string    `json:"reason,omitempty"`
	Evidence   string    `json:"evidence,omitempty"`
	By         Named     `json:"by"`
	At         time.Time `json:"at"`
}

func (p *Page) loadHandling(ctx context.Context, s *act.Sight, n *names) error {
	by := []string{}
	rows, err := s.Detail(ctx, `SELECT h.n, h.body, h.written_by, h.written_at FROM handling_plan h WHERE h.complaint_id = ? ORDER BY h.n`, p.ID)
	p.Plans, err = act.Collect(rows, err, func(r act.Scanner) (v PlanSeen, err error) {
		var who string
		err = r.Scan(&v.Version, &v.Text, &who, instant{&v.At})
		by = append(by, who)
		return v, err
	})
	if err != nil {
		return err
	}
	for i, id := range by {
		n.want(&p.Plans[i].By, id)
	}
	by = by[:0]
	rows, err = s.Detail(ctx, `SELECT k.class, k.reason_code, k.reason, k.evidence, k.decided_by, k.decided_at
		FROM classification k WHERE k.complaint_id = ? ORDER BY k.n`, p.ID)
	p.Classes, err = act.Collect(rows, err, func(r act.Scanner) (v ClassSeen, err error) {
		var who string
		err = r.Scan(&v.Class, &v.ReasonCode, &v.Reason, &v.Evidence, &who, instant{&v.At})
		by = append(by, who)
		return v, err
	})
	for i, id := range by {
		n.want(&p.Classes[i].By, id)
	}
	if err != nil {
		return err
	}
	return p.loadHandovers(ctx, s, n)
}

func (p *Page) loadHandovers(ctx context.Context, s *act.Sight, n *names) error {
	who := [][3]string{}
	rows, err := s.Detail(ctx, `SELECT h.n, COALESCE(h.papers_only_at, 0), COALESCE(h.no_papers_at, 0), h.papers, COALESCE(h.due_at, 0), h.late_reason,
			COALESCE(h.plan_missing_at, 0), h.handed_by, h.handed_at, COALESCE(h.received_by, ''), COALESCE(h.received_at, 0),
			COALESCE(h.returned_by, ''), COALESCE(h.returned_at, 0), h.return_code, h.return_reason
		FROM handover h WHERE h.complaint_id = ? ORDER BY h.n`, p.ID)
	p.Handovers, err = act.Collect(rows, err, func(r act.Scanner) (h HandoverSeen, err error) {
		var w [3]string
		err = r.Scan(&h.N, flag{&h.PapersOnly}, flag{&h.NoPapers}, object{&h.Papers}, instant{&h.DueAt}, &h.LateReason, flag{&h.PlanMissing},
			&w[0], instant{&h.At}, &w[1], instant{&h.ReceivedAt}, &w[2], instant{&h.ReturnedAt}, &h.ReturnCode, &h.ReturnReason)
		h.Late = !h.DueAt.IsZero() && !h.At.Before(h.DueAt)
		who = append(who, w)
		return h, err
	})
	for i, w := range who {
		n.want(&p.Handovers[i].By, w[0])
		n.want(&p.Handovers[i].ReceivedBy, w[1])
		n.want(&p.Handovers[i].ReturnedBy, w[2])
	}
	return err
}

// Consultation is a department's part in the analysis.
type Consultation struct {
	ID         string    `json:"id"`
	Department Named     `json:"department"`
	Question   string    `json:"question"`
	ReplyBy    time.Time `json:"reply_by"`
	AskedBy    Named     `json:"asked_by"`
	AskedAt    time.Time `json:"asked_at"`
	View       string    `json:"view,omitempty"`
	Measures   string    `json:"measures,omitempty"`
	Dissent    bool      `json:"dissent"`
	AnsweredBy Named     `json:"by"`
	AnsweredAt time.Time `json:"answered_at,omitzero"`
}

// OpinionSeen is a version of the handling opinion 处理意见.
type OpinionSeen struct {
	WriteOpinionForm
	OpinionVersion int64     `json:"opinion_version"`
	WrittenBy      Named     `json:"written_by"`
	WrittenAt      time.Time `json:"written_at"`
	SignedBy       Named     `json:"signed_by"`
	SignedAt       time.Time `json:"signed_at,omitzero"`
}

func (p *Page) loadAnalysis(ctx context.Context, s *act.Sight, n *names) error {
	p.Consultations, p.Opinions = []Consultation{}, []OpinionSeen{}
	if p.HandedOverAt.IsZero() {
		return nil // the quality department has not had it
	}
	who := [][3]string{}
	rows, err := s.Detail(ctx, `SELECT k.id, k.department_id, k.question, k.reply_by, k.asked_by, k.asked_at, k.view, k.measures,
		COALESCE(k.dissent_at, 0), COALESCE(k.answered_by, ''), COALESCE(k.answered_at, 0)
		FROM consultation k WHERE k.complaint_id = ? ORDER BY k.asked_at, k.id`, p.ID)
	p.Consultations, err = act.Collect(rows, err, func(r act.Scanner) (k Consultation, err error) {
		var w [3]string
		err = r.Scan(&k.ID, &w[0], &k.Question, instant{&k.ReplyBy}, &w[1], instant{&k.AskedAt}, &k.View, &k.Measures, flag{&k.Dissent}, &w[2], instant{&k.AnsweredAt})
		who = append(who, w)
		return k, err
	})
	if err != nil {
		return err
	}
	for i, w := range who {
		n.wantDepartment(&p.Consultations[i].Department, w[0])
		n.want(&p.Consultations[i].AskedBy, w[1])
		n.want(&p.Consultations[i].AnsweredBy, w[2])
	}
	return p.loadOpinions(ctx, s, n)
}

func (p *Page) loadOpinions(ctx context.Context, s *act.Sight, n *names) error {
	who := [][2]string{}
	rows, err := s.Detail(ctx, `SELECT o.n, o.body, o.measures, o.suspected_cause, o.parts_to_bring, o.interim, o.containment, o.disposition,
			o.site_visit, o.no_visit_reason, o.no_visit_consent, o.alone_reason, o.written_by, o.written_at, COALESCE(o.signed_by, ''), COALESCE(o.signed_at, 0)
		FROM handling_opinion o WHERE o.complaint_id = ? ORDER BY o.n`, p.ID)
	p.Opinions, err = act.Collect(rows, err, func(r act.Scanner) (o OpinionSeen, err error) {
		var w [2]string
		var visit string
		err = r.Scan(&o.OpinionVersion, &o.Text, object{&o.Measures}, &o.SuspectedCause, &o.PartsToBring, &o.InterimInstruction, &o.Containment,
			&o.ExpectedDisposition, &visit, &o.NoVisitReason, &o.NoVisitConsent, &o.NoConsultationReason, &w[0], instant{&o.WrittenAt}, &w[1], instant{&o.SignedAt})
		o.SiteVisit = strings.EqualFold(visit, "yes")
		o.Version = p.Version
		who = append(who, w)
		return o, err
	})
	for i, w := range who {
		n.want(&p.Opinions[i].WrittenBy, w[0])
		n.want(&p.Opinions[i].SignedBy, w[1])
	}
	return err
}
