package complaint

import (
	"context"
	"fmt"
	"slices"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// ReasonCodes are the reasons a class may rest on.
var ReasonCodes = []string{
	"defect_alleged", "performance_below_promise", "safety", "workmanship", "doubt", // quality
	"service_attitude", "delivery", "price_invoice", "consultation", "out_of_scope", "other", // not quality
}

// LineClass is the class of one product line.
type LineClass struct {
	ID    string `json:"id"`
	Class Class  `json:"class"`
}

// ClassifyForm is the decision with its reason.
type ClassifyForm struct {
	Version    int64       `json:"version"`
	Class      Class       `json:"class" doc:"quality or non_quality; doubt means quality"`
	ReasonCode string      `json:"reason_code"`
	Reason     string      `json:"reason,omitempty"`
	Lines      []LineClass `json:"lines,omitempty" doc:"classes of single lines; the whole is quality if any line is"`
}

// Classify decides quality or not (2.1-f). It opens one of the two paths:
// negotiation, or the same-day handover.
type Classify struct {
	ID string `json:"complaint_id"`
	ClassifyForm
}

// Action names the act.
func (Classify) Action() access.Action { return "complaint.classify" }

// Scope gives those who take part.
func (a Classify) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run classifies it.
func (a Classify) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-f", StateRegistered); err != nil {
		return Answer{}, err
	}
	if err := a.check(); err != nil {
		return Answer{}, err
	}
	if err := c.readLines(ctx, tx); err != nil {
		return Answer{}, err
	}
	whole, err := c.classifyLines(a.Class, a.Lines)
	if err != nil {
		return Answer{}, err
	}
	if err := c.complete(ctx, tx, whole); err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "classified_"+string(whole), fault.Args{"reason": word("reason", a.ReasonCode)}, "2.1-f")
	if _, _, err := deadline.Meet(ctx, tx, said, stepClassify, tx.Now()); err != nil {
		return Answer{}, err
	}
	d := decision{class: whole, code: a.ReasonCode, reason: a.Reason}
	if err := c.decide(ctx, tx, said, d, c.takenAt()); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

func (a Classify) check() error {
	var wrong fault.Fields
	oneOf(&wrong, "class", string(a.Class), []string{string(Quality), string(NonQuality)})
	oneOf(&wrong, "reason_code", a.ReasonCode, ReasonCodes)
	wrong.Add(a.ReasonCode == "other" && a.Reason == "", "reason", "fault.required")
	tooLong(&wrong, "reason", a.Reason, longestText)
	return wrong.Err()
}

// classifyLines puts each line into its class (the whole's where none is
// given) and gives the class of the whole: quality if any line is (EC-03).
func (c *Complaint) classifyLines(whole Class, single []LineClass) (Class, error) {
	for i := range c.Record.Lines {
		c.Record.Lines[i].Class = whole
	}
	for i, s := range single {
		at := slices.IndexFunc(c.Record.Lines, func(l Line) bool { return l.ID == s.ID })
		if at < 0 {
			return whole, fault.Invalid(fault.Wrong(fmt.Sprintf("lines[%d].id", i), "fault.not_found"))
		}
		if s.Class != Quality && s.Class != NonQuality {
			return whole, fault.Invalid(fault.Wrong(fmt.Sprintf("lines[%d].class", i), "fault.unknown_value", "value", string(s.Class)))
		}
		c.Record.Lines[at].Class = s.Class
		if s.Class == Quality {
			whole = Quality
		}
	}
	if len(c.Record.Lines) > 0 && whole == Quality && !slices.ContainsFunc(c.Record.Lines, func(l Line) bool { return l.Class == Quality }) {
		return whole, fault.Invalid(fault.Wrong("lines", "complaint.quality_without_quality_line"))
	}
	return whole, nil
}

// complete is the guard of 2.1-i and -j: a quality complaint has the account,
// or an attachment that stands for it; site, product, serial, symptom and
// contact are asked for, but each may be marked unknown with a reason.
func (c *Complaint) complete(ctx context.Context, tx *act.Tx, class Class) error {
	if class != Quality || c.Record.Account != "" || c.Retrospective() {
		return nil
	}
	var n int64
	if _, err := tx.One(ctx, []any{&n}, "SELECT COUNT(*) FROM attachment WHERE complaint_id = ?", c.ID); err != nil {
		return err
	}
	if n == 0 {
		return fault.Against(accountObligation(c.Record.Channel), "complaint.account_or_attachment")
	}
	return nil
}

// accountObligation: reception writes down visits (2.1-i), the designated
// person every other channel (2.1-j).
func accountObligation(channel string) string {
	if channel == "visit" {
		return "2.1-i"
	}
	return "2.1-j"
}

type decision struct {
	class                  Class
	code, reason, evidence string
}

// decide keeps a classification and opens its path; from is when the clock of
// a quality matter starts.
func (c *Complaint) decide(ctx context.Context, tx *act.Tx, said *act.Said, d decision, from time.Time) error {
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return err
	}
	var n int64
	if _, err := tx.One(ctx, []any{&n}, "SELECT COALESCE(MAX(n), 0) FROM classification WHERE complaint_id = ?", c.ID); err != nil {
		return err
	}
	_, err = tx.Write(ctx, said, `
		INSERT INTO classification (id, complaint_id, n, class, reason_code, reason, evidence, decided_by, decided_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		act.NewID(), c.ID, n+1, string(d.class), d.code, d.reason, d.evidence, tx.Actor().ID, act.Millis(tx.Now()))
	if err != nil {
		return err
	}
	for _, l := range c.Record.Lines {
		if _, err := tx.Write(ctx, said, "UPDATE complaint_line SET class = ? WHERE id = ?", string(l.Class), l.ID); err != nil {
			return err
		}
	}
	c.Class, c.ClassifiedAt = d.class, act.Millis(tx.Now())
	mixed := slices.ContainsFunc(c.Record.Lines, func(l Line) bool { return l.Class == NonQuality })
	if d.class == Quality {
		c.State = StateHandoverPending
		if err := c.startHandover(ctx, tx, said, rules, from); err != nil || !mixed {
			return err
		}
		// The non-quality part runs 2.1-g beside it (EC-03).
		return c.startNegotiation(ctx, tx, said, rules, tx.Now())
	}
	c.State = StateNegotiating
	return c.startNegotiation(ctx, tx, said, rules, from)
}
