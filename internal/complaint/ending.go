package complaint

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// VoidForm says why the record never should have been.
type VoidForm struct {
	Version int64  `json:"version"`
	Reason  string `json:"reason"`
}

// Void marks a record void; its number stays used, with the reason (2.1-b).
type Void struct {
	ID string `json:"complaint_id"`
	VoidForm
}

// Action names the act.
func (Void) Action() access.Action { return "complaint.void" }

// Scope gives those who take part.
func (a Void) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run voids it.
func (a Void) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	return end(ctx, tx, a.ID, a.Version, ending{state: StateVoid, sentence: "voided", reason: a.Reason, obligation: "2.1-b"})
}

// WithdrawForm is the customer's statement that he withdraws.
type WithdrawForm struct {
	Version   int64  `json:"version"`
	Statement string `json:"statement"`
	Evidence  string `json:"evidence,omitempty"`
}

// Withdraw ends a complaint that the customer withdrew (撤诉, EC-25).
type Withdraw struct {
	ID string `json:"complaint_id"`
	WithdrawForm
}

// Action names the act.
func (Withdraw) Action() access.Action { return "complaint.withdraw" }

// Scope gives those who take part.
func (a Withdraw) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run withdraws it.
func (a Withdraw) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	reason := a.Statement
	if a.Evidence != "" {
		reason += "\n" + a.Evidence
	}
	return end(ctx, tx, a.ID, a.Version, ending{state: StateWithdrawn, sentence: "withdrawn", reason: reason, obligation: "2.1-b", field: "statement"})
}

// MergeForm names the complaint that goes on.
type MergeForm struct {
	Version int64  `json:"version"`
	IntoID  string `json:"into_id"`
	Reason  string `json:"reason"`
}

// Merge joins a complaint to another about the same matter (并案, EC-15): the
// other goes on, this one points to it.
type Merge struct {
	ID string `json:"complaint_id"`
	MergeForm
}

// Action names the act.
func (Merge) Action() access.Action { return "complaint.merge" }

// Scope gives those who take part.
func (a Merge) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run merges it.
func (a Merge) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	var state State
	found, err := tx.One(ctx, []any{&state}, "SELECT state FROM complaint WHERE id = ?", a.IntoID)
	if err != nil {
		return Answer{}, err
	}
	var wrong fault.Fields
	wrong.Add(!found || a.IntoID == a.ID, "into_id", "fault.not_found")
	wrong.Add(found && (state == StateVoid || state == StateMerged), "into_id", "complaint.wrong_state", "state", stateWord(state))
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	return end(ctx, tx, a.ID, a.Version, ending{state: StateMerged, sentence: "merged", reason: a.Reason, obligation: "2.1-b", into: a.IntoID})
}

type ending struct {
	state                   State
	sentence, reason, field string
	obligation, into        string
}

// end takes a complaint out of handling, with a reason; its clocks stop.
func end(ctx context.Context, tx *act.Tx, id string, version int64, e ending) (Answer, error) {
	c, err := open(ctx, tx, id, version)
	if err != nil {
		return Answer{}, err
	}
	if c.State.Ended() {
		return Answer{}, fault.Against(e.obligation, "complaint.wrong_state", "state", stateWord(c.State))
	}
	if e.field == "" {
		e.field = "reason"
	}
	var wrong fault.Fields
	required(&wrong, e.field, e.reason, longestText)
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	c.State, c.CloseKind, c.CloseSummary, c.MergedInto = e.state, string(e.state), e.reason, e.into
	c.ClosedAt = act.Millis(tx.Now())
	said := c.say(tx, e.sentence, nil, e.obligation)
	if err := deadline.Cancel(ctx, tx, said); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

// ReopenForm says why a closed complaint goes on.
type ReopenForm struct {
	Version int64  `json:"version"`
	Reason  string `json:"reason"`
}

// Reopen takes a closed complaint up again under its number (EC-17): back to
// the step that fits, never to the start. What was on time or late before stays.
type Reopen struct {
	ID string `json:"complaint_id"`
	ReopenForm
}

// Action names the act.
func (Reopen) Action() access.Action { return "complaint.reopen" }

// Scope gives those who take part.
func (a Reopen) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run reopens it.
func (a Reopen) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-h", StateClosed, StateWithdrawn); err != nil {
		return Answer{}, err
	}
	var wrong fault.Fields
	required(&wrong, "reason", a.Reason, longestText)
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return Answer{}, err
	}
	if last := reopenUntil(c, rules); tx.Now().After(last.End()) {
		return Answer{}, fault.Against("2.1-h", "complaint.reopen_too_late", "last", last.String())
	}
	said := c.say(tx, "reopened", nil, "2.1-h")
	c.ReopenCount++
	if err := a.goOn(ctx, tx, c, said, rules); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

// goOn: a quality matter that the quality department had goes back to it, one
// never handed over is handed over, anything else is negotiated.
func (a Reopen) goOn(ctx context.Context, tx *act.Tx, c *Complaint, said *act.Said, rules deadline.Rules) error {
	switch {
	case c.Class == Quality && c.ReceivedAt != 0:
		c.State = StateWithQuality
		return c.startOpinion(ctx, tx, said, rules, tx.Now())
	case c.Class == Quality:
		c.State = StateHandoverPending
		return c.startHandover(ctx, tx, said, rules, tx.Now())
	}
	c.State = StateNegotiating
	return c.startNegotiation(ctx, tx, said, rules, tx.Now())
}
