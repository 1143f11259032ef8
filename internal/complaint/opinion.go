package complaint

import (
	"context"
	"encoding/json"
	"fmt"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// Measure is one measure of the handling opinion, with its owner (2.1-o).
type Measure struct {
	What  string `json:"what"`
	Owner string `json:"owner"`
	DueOn string `json:"due_on,omitempty"`
}

// WriteOpinionForm is the column 处理意见 and what stands beside it.
type WriteOpinionForm struct {
	Version              int64     `json:"version"`
	Text                 string    `json:"text"`
	Measures             []Measure `json:"measures,omitempty"`
	SuspectedCause       string    `json:"suspected_cause,omitempty"`
	PartsToBring         string    `json:"parts_to_bring,omitempty"`
	InterimInstruction   string    `json:"interim_instruction,omitempty" doc:"to the customer until then, such as: stop using it"`
	Containment          string    `json:"containment,omitempty" doc:"stock and other units of the same batch"`
	ExpectedDisposition  string    `json:"expected_disposition,omitempty"`
	SiteVisit            bool      `json:"site_visit"`
	NoVisitReason        string    `json:"no_visit_reason,omitempty"`
	NoVisitConsent       string    `json:"no_visit_consent,omitempty" doc:"how the customer agreed that nobody comes (EC-08)"`
	NoConsultationReason string    `json:"no_consultation_reason,omitempty" doc:"why no department was asked (2.1-n)"`
}

// WriteOpinion writes a version of the handling opinion (2.1-o, -p). Earlier
// versions stay.
type WriteOpinion struct {
	ID string `json:"complaint_id"`
	WriteOpinionForm
}

// Action names the act.
func (WriteOpinion) Action() access.Action { return "complaint.write_opinion" }

// Scope gives those who take part.
func (a WriteOpinion) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run writes it.
func (a WriteOpinion) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.withQuality("2.1-p"); err != nil {
		return Answer{}, err
	}
	if err := a.check(); err != nil {
		return Answer{}, err
	}
	var n int64
	if _, err := tx.One(ctx, []any{&n}, "SELECT COALESCE(MAX(n), 0) FROM handling_opinion WHERE complaint_id = ?", c.ID); err != nil {
		return Answer{}, err
	}
	measures, err := json.Marshal(a.Measures)
	if err != nil {
		return Answer{}, err
	}
	visit := "no"
	if a.SiteVisit {
		visit = "yes"
	}
	said := c.say(tx, "opinion_written", fault.Args{"n": n + 1}, "2.1-o", "2.1-p")
	_, err = tx.Write(ctx, said, `
		INSERT INTO handling_opinion (id, complaint_id, n, body, measures, suspected_cause, parts_to_bring, interim, containment, disposition,
			site_visit, no_visit_reason, no_visit_consent, alone_reason, written_by, written_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		act.NewID(), c.ID, n+1, a.Text, string(measures), a.SuspectedCause, a.PartsToBring, a.InterimInstruction, a.Containment,
		a.ExpectedDisposition, visit, a.NoVisitReason, a.NoVisitConsent, a.NoConsultationReason, tx.Actor().ID, act.Millis(tx.Now()))
	if err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

func (a WriteOpinion) check() error {
	var wrong fault.Fields
	required(&wrong, "text", a.Text, longestText)
	for field, text := range map[string]string{
		"suspected_cause": a.SuspectedCause, "parts_to_bring": a.PartsToBring, "interim_instruction": a.InterimInstruction,
		"containment": a.Containment, "expected_disposition": a.ExpectedDisposition, "no_visit_reason": a.NoVisitReason,
		"no_visit_consent": a.NoVisitConsent, "no_consultation_reason": a.NoConsultationReason,
	} {
		tooLong(&wrong, field, text, longestText)
	}
	wrong.Add(!a.SiteVisit && a.NoVisitReason == "", "no_visit_reason", "complaint.no_visit_needs_reason")
	wrong.Add(!a.SiteVisit && a.NoVisitConsent == "", "no_visit_consent", "complaint.no_visit_needs_consent")
	wrong.Add(len(a.Measures) > mostLines, "measures", "complaint.too_many_lines", "max", mostLines)
	for i, m := range a.Measures {
		at := fmt.Sprintf("measures[%d].", i)
		required(&wrong, at+"what", m.What, longestText)
		required(&wrong, at+"owner", m.Owner, longestShort)
		if m.DueOn != "" {
			_, err := calendar.ParseDay(m.DueOn)
			wrong.Add(err != nil, at+"due_on", "fault.malformed")
		}
	}
	return wrong.Err()
}

// SignOpinionForm names the version that is signed.
type SignOpinionForm struct {
	Version        int64 `json:"version"`
	OpinionVersion int64 `json:"opinion_version"`
}

// SignOpinion signs the newest handling opinion (2.1-p). No department asked
// needs a reason (2.1-n); a serious case is signed by the quality manager.
type SignOpinion struct {
	ID string `json:"complaint_id"`
	SignOpinionForm
}

// Action names the act.
func (SignOpinion) Action() access.Action { return "complaint.sign_opinion" }

// Scope gives those who take part.
func (a SignOpinion) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run signs it.
func (a SignOpinion) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.withQuality("2.1-p"); err != nil {
		return Answer{}, err
	}
	id, err := a.maySign(ctx, tx, c)
	if err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "opinion_signed", fault.Args{"n": a.OpinionVersion}, "2.1-n", "2.1-o", "2.1-p")
	_, err = tx.Write(ctx, said, "UPDATE handling_opinion SET signed_by = ?, signed_at = ? WHERE id = ?",
		tx.Actor().ID, act.Millis(tx.Now()), id)
	if err != nil {
		return Answer{}, err
	}
	c.State = StateOpinionSigned
	if c.OpinionAt == 0 {
		c.OpinionAt = act.Millis(tx.Now())
	}
	if _, _, err := deadline.Meet(ctx, tx, said, stepWriteOpinion, tx.Now()); err != nil {
		return Answer{}, err
	}
	// Whoever was asked and did not answer stands on the record as "asked, no
	// answer"; the opinion does not wait (2.1-n).
	if err := deadline.Cancel(ctx, tx, said, stepGiveView); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

func (a SignOpinion) maySign(ctx context.Context, tx *act.Tx, c *Complaint) (id string, err error) {
	var newest, signed, asked int64
	var alone string
	found, err := tx.One(ctx, []any{&id, &newest, &alone, &signed, &asked}, `
		SELECT o.id, o.n, o.alone_reason, COALESCE(o.signed_at, 0), (SELECT COUNT(*) FROM consultation k WHERE k.complaint_id = o.complaint_id)
		FROM handling_opinion o WHERE o.complaint_id = ? ORDER BY o.n DESC LIMIT 1`, c.ID)
	switch {
	case err != nil:
		return "", err
	case !found:
		return "", fault.Against("2.1-p", "complaint.opinion_first")
	case a.OpinionVersion != newest:
		return "", fault.Invalid(fault.Wrong("opinion_version", "complaint.not_newest_opinion", "n", newest))
	case signed != 0:
		return "", fault.Against("2.1-p", "complaint.already_signed")
	case asked == 0 && alone == "":
		return "", fault.Against("2.1-n", "complaint.consult_or_reason")
	case c.Severity == SeveritySerious && !tx.Actor().Is(access.QualityManager):
		return "", fault.Against("2.1-p", "complaint.serious_signed_by_manager")
	}
	return id, nil
}
