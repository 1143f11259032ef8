package complaint

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// PlanForm is the handling plan: what, who, by when. One line suffices.
type PlanForm struct {
	Version int64  `json:"version"`
	Text    string `json:"text"`
}

// Plan writes a version of the handling plan 处理方案 (2.1-k), apart from the
// handling opinion; the quality department may override it, both remain.
type Plan struct {
	ID string `json:"complaint_id"`
	PlanForm
}

// Action names the act.
func (Plan) Action() access.Action { return "complaint.plan" }

// Scope gives those who take part.
func (a Plan) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run writes it.
func (a Plan) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-k", StateDraft, StateRegistered, StateHandoverPending, StateWithQuality, StateNegotiating); err != nil {
		return Answer{}, err
	}
	var wrong fault.Fields
	required(&wrong, "text", a.Text, longestText)
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	var n int64
	if _, err := tx.One(ctx, []any{&n}, "SELECT COALESCE(MAX(n), 0) FROM handling_plan WHERE complaint_id = ?", c.ID); err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "planned", fault.Args{"n": n + 1}, "2.1-k")
	_, err = tx.Write(ctx, said, "INSERT INTO handling_plan (id, complaint_id, n, body, written_by, written_at) VALUES (?, ?, ?, ?, ?, ?)",
		act.NewID(), c.ID, n+1, a.Text, tx.Actor().ID, act.Millis(tx.Now()))
	if err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}
