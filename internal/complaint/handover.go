package complaint

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// HandOverForm is the handover list: the papers that go with the record, or
// the tick that there are none.
type HandOverForm struct {
	Version    int64    `json:"version"`
	NoPapers   bool     `json:"no_papers,omitempty"`
	Papers     []string `json:"papers,omitempty" doc:"attachment IDs"`
	LateReason string   `json:"late_reason,omitempty" doc:"required when the day is over"`
}

// HandOver delivers the record and the customer's papers to the quality
// department (2.1-l, -m). It counts when it lies in their queue; their receipt
// is their own act. Late is marked and explained, never blocked.
type HandOver struct {
	ID string `json:"complaint_id"`
	HandOverForm
}

// Action names the act.
func (HandOver) Action() access.Action { return "complaint.hand_over" }

// Scope gives those who take part.
func (a HandOver) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run hands over.
func (a HandOver) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-l", StateHandoverPending); err != nil {
		return Answer{}, err
	}
	papers, err := c.papers(ctx, tx, a.Papers)
	if err != nil {
		return Answer{}, err
	}
	if err := a.checkList(); err != nil {
		return Answer{}, err
	}
	clock, running, err := deadline.Running(ctx, tx, c.ID, stepHandOver)
	if err != nil {
		return Answer{}, err
	}
	late := running && !c.Retrospective() && clock.Late(tx.Now())
	if late && a.LateReason == "" {
		f := fault.Against("2.1-l", "complaint.late_reason_required", "due", calendar.SayDue(clock.DueAt))
		f.Fields = []fault.Field{fault.Wrong("late_reason", "fault.required")}
		return Answer{}, f
	}
	return a.deliver(ctx, tx, c, papers, late)
}

func (a HandOver) checkList() error {
	var wrong fault.Fields
	wrong.Add(!a.NoPapers && len(a.Papers) == 0, "papers", "complaint.papers_or_none")
	wrong.Add(a.NoPapers && len(a.Papers) > 0, "no_papers", "complaint.papers_or_none")
	tooLong(&wrong, "late_reason", a.LateReason, longestText)
	if err := wrong.Err(); err != nil {
		f, _ := fault.As(err)
		f.Obligation = "2.1-m"
		return f
	}
	return nil
}

func (a HandOver) deliver(ctx context.Context, tx *act.Tx, c *Complaint, papers []paperItem, late bool) (Answer, error) {
	sentence := "handed_over"
	if late {
		sentence = "handed_over_late"
	}
	said := c.say(tx, sentence, fault.Args{"papers": len(papers)}, "2.1-l", "2.1-m")
	clock, _, err := deadline.Meet(ctx, tx, said, stepHandOver, tx.Now())
	if err != nil {
		return Answer{}, err
	}
	h := handover{papers: papers, noPapers: a.NoPapers, lateReason: a.LateReason, due: clock.DueAt}
	if err := c.keepHandover(ctx, tx, said, h); err != nil {
		return Answer{}, err
	}
	c.State = StateWithQuality
	if c.HandedOverAt == 0 {
		// The first handover counts for timeliness, also when it is returned.
		c.HandedOverAt = act.Millis(tx.Now())
	}
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return Answer{}, err
	}
	if err := c.startReceive(ctx, tx, said, rules, tx.Now()); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

// handover is one delivery as it is frozen.
type handover struct {
	papers     []paperItem
	noPapers   bool
	papersOnly bool
	lateReason string
	due        time.Time
}

// keepHandover freezes the list and marks its papers as handed over.
func (c *Complaint) keepHandover(ctx context.Context, tx *act.Tx, said *act.Said, h handover) error {
	var n, plans int64
	if _, err := tx.One(ctx, []any{&n, &plans}, `SELECT
		(SELECT COALESCE(MAX(n), 0) FROM handover WHERE complaint_id = ?),
		(SELECT COUNT(*) FROM handling_plan WHERE complaint_id = ?)`, c.ID, c.ID); err != nil {
		return err
	}
	frozen, err := json.Marshal(h.papers)
	if err != nil {
		return err
	}
	id := act.NewID()
	_, err = tx.Write(ctx, said, `
		INSERT INTO handover (id, complaint_id, n, papers_only_at, no_papers_at, papers, due_at, late_reason, plan_missing_at,
			handed_by, handed_at, return_code, return_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')`,
		id, c.ID, n+1, mark(h.papersOnly, tx), mark(h.noPapers, tx), string(frozen), at(h.due), h.lateReason,
		mark(plans == 0 && !h.papersOnly, tx), tx.Actor().ID, act.Millis(tx.Now()))
	if err != nil {
		return err
	}
	for _, p := range h.papers {
		if _, err := tx.Write(ctx, said, "UPDATE attachment SET handed_over_at = ?, handover_id = ? WHERE id = ?",
			act.Millis(tx.Now()), id, p.ID); err != nil {
			return err
		}
	}
	return nil
}

// paperItem is one entry of a frozen handover list.
type paperItem struct {
	ID       string `json:"id"`
	Kind     string `json:"kind"`
	Name     string `json:"name"`
	Pages    int64  `json:"pages"`
	Original bool   `json:"original"`
	Holder   string `json:"holder"`
}

// papers reads the attachments that a list names; each must be the complaint's.
func (c *Complaint) papers(ctx context.Context, tx *act.Tx, ids []string) ([]paperItem, error) {
	rows, err := tx.Query(ctx, `SELECT a.id, a.kind, CASE WHEN a.title = '' THEN a.name ELSE a.title END, a.pages, COALESCE(a.original_at, 0), a.holder
		FROM attachment a WHERE a.complaint_id = ? ORDER BY a.attached_at, a.id`, c.ID)
	all, err := act.Collect(rows, err, func(r act.Scanner) (p paperItem, err error) {
		err = r.Scan(&p.ID, &p.Kind, &p.Name, &p.Pages, flag{&p.Original}, &p.Holder)
		return p, err
	})
	if err != nil {
		return nil, err
	}
	list := []paperItem{}
	for i, id := range ids {
		at := slices.IndexFunc(all, func(p paperItem) bool { return p.ID == id })
		if at < 0 {
			return nil, fault.Invalid(fault.Wrong(fmt.Sprintf("papers[%d]", i), "fault.not_found"))
		}
		list = append(list, all[at])
	}
	return list, nil
}

// HandOverPapersForm lists papers that came after the handover.
type HandOverPapersForm struct {
	Version int64    `json:"version"`
	Papers  []string `json:"papers"`
}

// HandOverPapers delivers papers that came later, each with its own times (2.1-m).
type HandOverPapers struct {
	ID string `json:"complaint_id"`
	HandOverPapersForm
}

// Action names the act.
func (HandOverPapers) Action() access.Action { return "complaint.hand_over" }

// Scope gives those who take part.
func (a HandOverPapers) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run hands them over.
func (a HandOverPapers) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-m", StateWithQuality, StateOpinionSigned); err != nil {
		return Answer{}, err
	}
	papers, err := c.papers(ctx, tx, a.Papers)
	if err != nil {
		return Answer{}, err
	}
	if len(papers) == 0 {
		return Answer{}, fault.Invalid(fault.Wrong("papers", "fault.required"))
	}
	said := c.say(tx, "papers_handed_over", fault.Args{"papers": len(papers)}, "2.1-m")
	if err := c.keepHandover(ctx, tx, said, handover{papers: papers, papersOnly: true}); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}
