package complaint

import (
	"context"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// ReclassifyForm is the new class with its reason and what changed the view.
type ReclassifyForm struct {
	Version  int64  `json:"version"`
	Class    Class  `json:"class"`
	Reason   string `json:"reason"`
	Evidence string `json:"evidence,omitempty"`
	// Misclassified: 质检部 finds that the first class was plainly wrong; it
	// then counts against the same-day handover (EC-01).
	Misclassified bool `json:"misclassified,omitempty"`
}

// Reclassify changes the class (EC-01, EC-02). Before the handover reception
// may correct its own slip; after it only the quality department may decide
// that a matter is no quality matter, and the third change is a manager's.
type Reclassify struct {
	ID string `json:"complaint_id"`
	ReclassifyForm
}

// Action names the act.
func (Reclassify) Action() access.Action { return "complaint.reclassify" }

// Scope gives those who take part.
func (a Reclassify) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run reclassifies it.
func (a Reclassify) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-f", StateNegotiating, StateHandoverPending, StateWithQuality, StateOpinionSigned); err != nil {
		return Answer{}, err
	}
	if err := a.check(c, tx.Actor()); err != nil {
		return Answer{}, err
	}
	if err := c.thirdChange(ctx, tx); err != nil {
		return Answer{}, err
	}
	if err := c.readLines(ctx, tx); err != nil {
		return Answer{}, err
	}
	for i := range c.Record.Lines {
		c.Record.Lines[i].Class = a.Class
	}
	said := c.say(tx, "reclassified_"+string(a.Class), nil, "2.1-f", "2.1-g", "2.1-l")
	if a.Misclassified {
		c.MisclassifiedAt = act.Millis(tx.Now())
	}
	if err := a.turn(ctx, tx, c, said); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

func (a Reclassify) check(c *Complaint, actor access.Actor) error {
	var wrong fault.Fields
	oneOf(&wrong, "class", string(a.Class), []string{string(Quality), string(NonQuality)})
	wrong.Add(a.Class == c.Class, "class", "complaint.same_class")
	required(&wrong, "reason", a.Reason, longestText)
	tooLong(&wrong, "evidence", a.Evidence, longestText)
	if err := wrong.Err(); err != nil {
		return err
	}
	fromQuality := actor.Is(access.QualityEngineer) || actor.Is(access.QualityManager)
	if a.Class == NonQuality && c.State != StateHandoverPending && !fromQuality {
		return fault.Against("2.1-f", "complaint.only_quality_may_say_not_quality")
	}
	if a.Class == NonQuality && c.HandedOverAt != 0 && !fromQuality {
		return fault.Against("2.1-f", "complaint.only_quality_may_say_not_quality")
	}
	if a.Misclassified && !fromQuality {
		return fault.Against("2.1-f", "complaint.only_quality_may_say_misclassified")
	}
	return nil
}

// thirdChange: the third change on one complaint goes to a supervisor (EC-02).
func (c *Complaint) thirdChange(ctx context.Context, tx *act.Tx) error {
	var n int64
	if _, err := tx.One(ctx, []any{&n}, "SELECT COUNT(*) FROM classification WHERE complaint_id = ?", c.ID); err != nil {
		return err
	}
	actor := tx.Actor()
	if n >= 3 && !actor.Is(access.QualityManager) && !actor.Is(access.SalesManager) {
		return fault.Against("2.1-f", "complaint.third_change_needs_manager")
	}
	return nil
}

// turn ends the clocks of the old path and opens the new one. A quality matter
// owes the handover from the moment it became one, not from the first call.
func (a Reclassify) turn(ctx context.Context, tx *act.Tx, c *Complaint, said *act.Said) error {
	if err := deadline.Cancel(ctx, tx, said); err != nil {
		return err
	}
	from := tx.Now()
	if a.Class == NonQuality && c.HandedOverAt == 0 {
		from = time.UnixMilli(c.ClassifiedAt)
	}
	return c.decide(ctx, tx, said, decision{class: a.Class, code: "reclassified", reason: a.Reason, evidence: a.Evidence}, from)
}
