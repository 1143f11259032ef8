package complaint

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// ReceiveForm is the quality department's signature of receipt.
type ReceiveForm struct {
	Version int64 `json:"version"`
}

// Receive signs for the record and its papers (签收); the clock of the
// handling opinion starts.
type Receive struct {
	ID string `json:"complaint_id"`
	ReceiveForm
}

// Action names the act.
func (Receive) Action() access.Action { return "complaint.receive" }

// Scope gives those who take part.
func (a Receive) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run signs.
func (a Receive) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-l", StateWithQuality); err != nil {
		return Answer{}, err
	}
	if c.ReceivedAt != 0 {
		return Answer{}, fault.Against("2.1-l", "complaint.already_received")
	}
	said := c.say(tx, "received", nil, "2.1-l", "2.1-m")
	_, err = tx.Write(ctx, said, `UPDATE handover SET received_by = ?, received_at = ?
		WHERE complaint_id = ? AND received_at IS NULL AND returned_at IS NULL`, tx.Actor().ID, act.Millis(tx.Now()), c.ID)
	if err != nil {
		return Answer{}, err
	}
	c.ReceivedAt = act.Millis(tx.Now())
	if _, _, err := deadline.Meet(ctx, tx, said, stepReceive, tx.Now()); err != nil {
		return Answer{}, err
	}
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return Answer{}, err
	}
	if err := c.startOpinion(ctx, tx, said, rules, tx.Now()); err != nil {
		return Answer{}, err
	}
	if err := involve(ctx, tx, said, person(tx.Actor().ID)); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

// ReturnCodes are why the quality department sends a record back.
var ReturnCodes = []string{"incomplete", "not_quality"}

// ReturnHandoverForm says why the record goes back to reception.
type ReturnHandoverForm struct {
	Version    int64  `json:"version"`
	ReasonCode string `json:"reason_code" doc:"incomplete or not_quality"`
	Reason     string `json:"reason"`
}

// ReturnHandover sends an incomplete record back to reception. The first
// handover still counts for timeliness; the second is timed as well (2.1-l).
// A record that is no quality matter is reclassified, which also returns it.
type ReturnHandover struct {
	ID string `json:"complaint_id"`
	ReturnHandoverForm
}

// Action names the act.
func (ReturnHandover) Action() access.Action { return "complaint.return_handover" }

// Scope gives those who take part.
func (a ReturnHandover) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run returns it.
func (a ReturnHandover) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-l", StateWithQuality); err != nil {
		return Answer{}, err
	}
	var wrong fault.Fields
	oneOf(&wrong, "reason_code", a.ReasonCode, ReturnCodes)
	required(&wrong, "reason", a.Reason, longestText)
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "handover_returned", fault.Args{"reason": word("return", a.ReasonCode)}, "2.1-l")
	_, err = tx.Write(ctx, said, `UPDATE handover SET returned_by = ?, returned_at = ?, return_code = ?, return_reason = ?
		WHERE complaint_id = ? AND returned_at IS NULL AND papers_only_at IS NULL`,
		tx.Actor().ID, act.Millis(tx.Now()), a.ReasonCode, a.Reason, c.ID)
	if err != nil {
		return Answer{}, err
	}
	if err := deadline.Cancel(ctx, tx, said, stepReceive, stepWriteOpinion, stepGiveView); err != nil {
		return Answer{}, err
	}
	c.State, c.ReceivedAt = StateHandoverPending, 0
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return Answer{}, err
	}
	if err := c.startHandover(ctx, tx, said, rules, tx.Now()); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}
