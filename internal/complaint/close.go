package complaint

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// How a complaint was closed; each is counted apart.
const (
	ClosedSatisfied = "satisfied"
	ClosedException = "exception" // not satisfied, final offer given, approved
	ClosedImported  = "imported"  // the old ledger said so
)

// CloseForm ends the negotiation.
type CloseForm struct {
	Version int64  `json:"version"`
	Summary string `json:"summary" doc:"how it was settled"`
}

// Close closes a non-quality complaint: with evidence of satisfaction, or by
// the approved exception (2.1-h). A quality complaint is closed by what follows
// the handling opinion.
type Close struct {
	ID string `json:"complaint_id"`
	CloseForm
}

// Action names the act.
func (Close) Action() access.Action { return "complaint.close" }

// Scope gives those who take part.
func (a Close) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run closes it.
func (a Close) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-h", StateNegotiating); err != nil {
		return Answer{}, err
	}
	var wrong fault.Fields
	required(&wrong, "summary", a.Summary, longestText)
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	kind, err := c.mayClose(ctx, tx)
	if err != nil {
		return Answer{}, err
	}
	c.State, c.CloseKind, c.CloseSummary, c.ClosedAt = StateClosed, kind, a.Summary, act.Millis(tx.Now())
	said := c.say(tx, "closed_"+kind, nil, "2.1-h")
	if err := deadline.Cancel(ctx, tx, said); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

// mayClose is the guard of 2.1-h. What was said before the last reopening
// proves nothing about the matter as it stands now.
func (c *Complaint) mayClose(ctx context.Context, tx *act.Tx) (kind string, err error) {
	var satisfied, approved int64
	since := c.ClosedAt
	_, err = tx.One(ctx, []any{&satisfied, &approved}, `SELECT
		(SELECT COUNT(*) FROM satisfaction_evidence s WHERE s.complaint_id = ? AND s.recorded_at > ?),
		(SELECT COUNT(*) FROM closing_exception e WHERE e.complaint_id = ? AND e.approved_at > ?)`, c.ID, since, c.ID, since)
	if err != nil {
		return "", err
	}
	switch {
	case satisfied > 0:
		return ClosedSatisfied, nil
	case approved > 0:
		return ClosedException, nil
	}
	return "", fault.Against("2.1-h", "complaint.satisfaction_required")
}
