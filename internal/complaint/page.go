package complaint

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/lang"
	"huidan/internal/party"
	"huidan/internal/region"
)

// Page is the whole record as one answer: the form, what hangs on it, its
// clocks with their arithmetic, its journal, and what may be done next.
type Page struct {
	Record
	ID             string           `json:"id"`
	Number         string           `json:"number"`
	Version        int64            `json:"version"`
	State          State            `json:"state"`
	Class          Class            `json:"class"`
	EntryMode      string           `json:"entry_mode"`
	EntryReason    string           `json:"entry_reason,omitempty"`
	Officer        Named            `json:"officer"`
	RecordedBy     Named            `json:"recorded_by"`
	RecordedAt     time.Time        `json:"recorded_at"`
	Region         RegionShown      `json:"region"`
	ClassifiedAt   time.Time        `json:"classified_at,omitzero"`
	HandedOverAt   time.Time        `json:"handed_over_at,omitzero"`
	ReceivedAt     time.Time        `json:"received_at,omitzero"`
	OpinionAt      time.Time        `json:"opinion_at,omitzero"`
	ClosedAt       time.Time        `json:"closed_at,omitzero"`
	CloseKind      string           `json:"close_kind,omitempty"`
	CloseSummary   string           `json:"close_summary,omitempty"`
	MergedInto     string           `json:"merged_into,omitempty"`
	Misclassified  bool             `json:"misclassified,omitempty"`
	ReopenCount    int64            `json:"reopen_count"`
	PersonalHidden bool             `json:"personal_hidden" doc:"personal data is masked for this reader"`
	Attachments    []AttachmentSeen `json:"attachments"`
	Contacts       []ContactSeen    `json:"contacts"`
	Satisfaction   []Satisfaction   `json:"satisfaction"`
	Exceptions     []ExceptionSeen  `json:"exceptions"`
	Plans          []PlanSeen       `json:"plans"`
	Handovers      []HandoverSeen   `json:"handovers"`
	Classes        []ClassSeen      `json:"classifications"`
	Consultations  []Consultation   `json:"consultations"`
	Opinions       []OpinionSeen    `json:"opinions"`
	Clocks         []ClockSeen      `json:"clocks"`
	Timeline       []Event          `json:"timeline"`
	Related        []Row            `json:"related"`
	Nth            Nth              `json:"nth"`
	Next           []Step           `json:"next"`
}

// RegionShown is the region class with the way to it (3.7).
type RegionShown struct {
	Class    string   `json:"class"`
	Division string   `json:"division"`
	Path     []string `json:"path"`
}

// PageQuery names the record.
type PageQuery struct {
	ID string `path:"id"`
}

// See loads the record for somebody; the people it names are given by name.
func See(ctx context.Context, s *act.Sight, q *PageQuery) (*Page, error) {
	c := &Complaint{}
	found, err := s.One(ctx, c.fields(), "SELECT "+complaintColumns+" FROM complaint c WHERE {visible} AND c.id = ?", q.ID)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fault.NotFound("fault.not_found")
	}
	c.loaded()
	p := newPage(c)
	names := &names{}
	language := lang.Of(s.Actor().Language)
	loads := []func() error{
		func() (err error) {
			rows, err := s.Detail(ctx, selectLines, c.ID)
			p.Lines, err = act.Collect(rows, err, scanLine)
			return err
		},
		func() error { return p.loadPapers(ctx, s, names) },
		func() error { return p.loadNegotiation(ctx, s, names) },
		func() error { return p.loadHandling(ctx, s, names) },
		func() error { return p.loadAnalysis(ctx, s, names) },
		func() error { return p.loadClocks(ctx, s, names, language) },
		func() error { return p.loadTimeline(ctx, s, names, language) },
		func() error { return p.loadRelated(ctx, s) },
	}
	for _, load := range loads {
		if err := load(); err != nil {
			return nil, err
		}
	}
	p.showRegion(c, language)
	if err := p.loadNext(ctx, s); err != nil {
		return nil, err
	}
	names.want(&p.Officer, c.OfficerID)
	names.want(&p.RecordedBy, c.RecordedBy)
	p.hide(s.Actor())
	return p, names.fill(ctx, s)
}

func newPage(c *Complaint) *Page {
	return &Page{
		Record: c.Record, ID: c.ID, Number: c.Number, Version: c.Version, State: c.State, Class: c.Class,
		EntryMode: c.EntryMode, EntryReason: c.EntryReason, RecordedAt: act.Time(c.RecordedAt),
		ClassifiedAt: act.TimeOrZero(c.ClassifiedAt), HandedOverAt: act.TimeOrZero(c.HandedOverAt), ReceivedAt: act.TimeOrZero(c.ReceivedAt),
		OpinionAt: act.TimeOrZero(c.OpinionAt), ClosedAt: act.TimeOrZero(c.ClosedAt), CloseKind: c.CloseKind, CloseSummary: c.CloseSummary,
		MergedInto: c.MergedInto, Misclassified: c.MisclassifiedAt != 0, ReopenCount: c.ReopenCount,
	}
}

// hide masks personal data from readers who do not need it, and the identity
// of somebody who asked not to be named (EC-14).
func (p *Page) hide(reader access.Actor) {
	_, personal := access.Reach(reader, "complaint.see_personal")
	_, confidential := access.Reach(reader, "complaint.see_confidential")
	if personal && (!p.Confidential || confidential) {
		return
	}
	p.PersonalHidden = true
	p.Phone, p.Email = party.MaskPhone(p.Phone), ""
	p.FaxSender = party.MaskPhone(p.FaxSender)
	if p.Confidential && !confidential {
		p.ComplainantName, p.ContactName, p.Phone, p.Address = "", "", "", ""
	}
}

func (p *Page) showRegion(c *Complaint, language lang.Language) {
	p.Region = RegionShown{Class: c.RegionClass, Division: region.FullName(p.DivisionCode), Path: []string{}}
	var steps []region.Step
	if json.Unmarshal([]byte(c.RegionPath), &steps) != nil {
		return
	}
	for _, st := range steps {
		p.Region.Path = append(p.Region.Path, stepText(language, calendar.Step{Code: st.Code, Args: st.Args}, st.TextKey()))
	}
}

// stepText gives a step of an explanation in words.
func stepText(language lang.Language, s calendar.Step, key string) string {
	short := "zh"
	if language == lang.EN {
		short = "en"
	}
	return lang.T(language, key, s.Values(short, func(k string) string { return lang.T(language, k, nil) }))
}

// ClockSeen is a clock as a person reads it.
type ClockSeen struct {
	ID          string    `json:"id"`
	Obligation  string    `json:"obligation"`
	Origin      string    `json:"kind" doc:"regulation or company"`
	Step        string    `json:"step"`
	Owner       Owner     `json:"owner"`
	StartedAt   time.Time `json:"started_at"`
	DueAt       time.Time `json:"due_at"`
	StrictDueAt time.Time `json:"strict_due_at,omitzero" doc:"without the company's cut-off"`
	MetAt       time.Time `json:"met_at,omitzero"`
	CancelledAt time.Time `json:"cancelled_at,omitzero"`
	Late        bool      `json:"late" doc:"met too late"`
	Overdue     bool      `json:"overdue" doc:"owed and past its time"`
	Apart       bool      `json:"apart" doc:"counted apart: retrospective"`
	Provisional bool      `json:"provisional" doc:"a calendar it needs is not loaded"`
	Explain     []string  `json:"explain"`
}

// Owner is who owes something: a person, a role or a department.
type Owner struct {
	Kind string `json:"kind"`
	Named
}

func (p *Page) loadClocks(ctx context.Context, s *act.Sight, n *names, language lang.Language) error {
	clocks, err := deadline.Of(ctx, s, p.ID)
	p.Clocks = make([]ClockSeen, len(clocks))
	for i, k := range clocks {
		late := k.Late(s.Now())
		p.Clocks[i] = ClockSeen{
			ID: k.ID, Obligation: k.Obligation, Origin: string(k.Origin), Step: k.Step, StartedAt: k.StartedAt, DueAt: k.DueAt,
			StrictDueAt: k.StrictDueAt, MetAt: k.MetAt, CancelledAt: k.Cancelled, Late: late && !k.MetAt.IsZero(),
			Overdue: late && k.Open(), Apart: k.Apart, Provisional: k.Provisional, Explain: ExplainClock(k, language),
		}
		p.Clocks[i].Owner.Kind, p.Clocks[i].Owner.ID, _ = strings.Cut(k.Owner, ":")
		n.wantOwner(&p.Clocks[i].Owner, language)
	}
	return err
}

// ExplainClock gives the arithmetic of a clock in words, step by step.
func ExplainClock(k deadline.Clock, language lang.Language) []string {
	steps := []string{}
	for _, st := range k.Explain {
		steps = append(steps, stepText(language, st, st.TextKey()))
	}
	for _, y := range k.MissingYears {
		steps = append(steps, lang.T(language, "deadline.calendar_year_missing", map[string]any{"year": y}))
	}
	return steps
}

// Event is a line of the journal as a person reads it.
type Event struct {
	ID          string    `json:"id"`
	Act         string    `json:"act"`
	Sentence    string    `json:"sentence"`
	Obligations []string  `json:"obligations"`
	Actor       Named     `json:"actor"`
	HappenedAt  time.Time `json:"happened_at"`
	RecordedAt  time.Time `json:"recorded_at"`
	Hash        string    `json:"hash"`
}

// timelineMost bounds the timeline of one answer; the newest are shown.
const timelineMost = 300

func (p *Page) loadTimeline(ctx context.Context, s *act.Sight, n *names, language lang.Language) error {
	rows, err := s.Detail(ctx, `SELECT j.id, j.act, j.zh, j.en, j.obligations, j.actor_id, j.happened_at, j.recorded_at, j.hash
		FROM journal j WHERE j.subject_id = ? ORDER BY j.n DESC LIMIT ?`, p.ID, timelineMost)
	actors := []string{}
	p.Timeline, err = act.Collect(rows, err, func(r act.Scanner) (e Event, err error) {
		var zh, en, obligations, actor string
		err = r.Scan(&e.ID, &e.Act, &zh, &en, &obligations, &actor, instant{&e.HappenedAt}, instant{&e.RecordedAt}, &e.Hash)
		e.Sentence, e.Obligations = zh, strings.Fields(obligations)
		if language == lang.EN {
			e.Sentence = en
		}
		actors = append(actors, actor)
		return e, err
	})
	for i, id := range actors {
		n.want(&p.Timeline[i].Actor, id)
	}
	return err
}

// loadRelated lists the other complaints on the same serials, and those merged
// into this one.
func (p *Page) loadRelated(ctx context.Context, s *act.Sight) (err error) {
	serial, symptom := "", ""
	for _, l := range p.Lines {
		if serial == "" {
			serial, symptom = act.FoldCode(l.SerialNo), act.Fold(l.Symptom)
		}
	}
	rows, err := s.Query(ctx, selectRow+`WHERE {visible} AND c.id <> ? AND c.id IN (
		SELECT m.id FROM complaint m WHERE m.merged_into = ? UNION
		SELECT o.complaint_id FROM complaint_line o WHERE o.serial_folded = ? AND o.serial_folded <> '')
		ORDER BY c.taken_at DESC, c.id DESC LIMIT ?`, p.ID, p.ID, serial, duplicateMost)
	if p.Related, err = act.Collect(rows, err, scanRow(s.Now())); err != nil {
		return err
	}
	p.Nth, err = countNth(ctx, s, serial, act.FoldCode(p.ContractNo), symptom, p.ID, p.TakenAt)
	return err
}
