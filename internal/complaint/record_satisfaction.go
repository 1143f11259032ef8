package complaint

import (
	"context"
	"slices"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// SatisfactionMethods are the kinds of evidence that 2.1-h accepts.
var SatisfactionMethods = []string{"signature", "message", "call_reference", "survey"}

// RecordSatisfactionForm is the customer's statement of satisfaction.
type RecordSatisfactionForm struct {
	Version   int64     `json:"version"`
	Method    string    `json:"method" doc:"signature message call_reference survey"`
	By        string    `json:"by" doc:"who said so"`
	At        time.Time `json:"at,omitzero"`
	Statement string    `json:"statement" doc:"the words, or the reference of the recorded call"`
	FileID    string    `json:"file_id,omitempty"`
}

// RecordSatisfaction keeps the evidence that the customer is satisfied (2.1-h).
type RecordSatisfaction struct {
	ID string `json:"complaint_id"`
	RecordSatisfactionForm
}

// Action names the act.
func (RecordSatisfaction) Action() access.Action { return "complaint.record_satisfaction" }

// Scope gives those who take part.
func (a RecordSatisfaction) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run records it.
func (a RecordSatisfaction) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.negotiable(ctx, tx); err != nil {
		return Answer{}, err
	}
	if a.At.IsZero() {
		a.At = tx.Now()
	}
	var wrong fault.Fields
	oneOf(&wrong, "method", a.Method, SatisfactionMethods)
	required(&wrong, "by", a.By, longestShort)
	required(&wrong, "statement", a.Statement, longestText)
	wrong.Add(a.Method == "signature" && a.FileID == "", "file_id", "complaint.signature_needs_file")
	wrong.Add(a.At.After(tx.Now().Add(2*time.Minute)), "at", "fault.in_future")
	wrong.Add(a.At.Before(c.Record.ArrivedAt.Truncate(time.Minute)), "at", "complaint.contact_before_arrival") // people give minutes
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "satisfied", fault.Args{"method": word("method", a.Method)}, "2.1-h")
	_, err = tx.Write(ctx, said, `
		INSERT INTO satisfaction_evidence (id, complaint_id, method, said_by, said_at, statement, file_id, recorded_by, recorded_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		act.NewID(), c.ID, a.Method, a.By, act.Millis(a.At), a.Statement, act.OrNull(a.FileID), tx.Actor().ID, act.Millis(tx.Now()))
	if err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

// negotiable says whether the complaint has a non-quality part in hand: the
// whole, or lines of a mixed one (EC-03).
func (c *Complaint) negotiable(ctx context.Context, tx *act.Tx) error {
	if c.State == StateNegotiating {
		return nil
	}
	if c.State.Ended() || c.Class != Quality {
		return fault.Against("2.1-h", "complaint.wrong_state", "state", stateWord(c.State))
	}
	if err := c.readLines(ctx, tx); err != nil {
		return err
	}
	if !slices.ContainsFunc(c.Record.Lines, func(l Line) bool { return l.Class == NonQuality }) {
		return fault.Against("2.1-h", "complaint.wrong_state", "state", stateWord(c.State))
	}
	return nil
}
