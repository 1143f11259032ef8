package complaint

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// RequestExceptionForm asks to close without satisfaction.
type RequestExceptionForm struct {
	Version      int64  `json:"version"`
	Reason       string `json:"reason"`
	FinalOffer   string `json:"final_offer" doc:"the final offer as given to the customer in writing"`
	RemediesTold string `json:"remedies_told" doc:"which outside remedies the customer was told of"`
}

// RequestException asks the sales manager for closing as "not satisfied, final
// offer given" (2.1-h, Q-14).
type RequestException struct {
	ID string `json:"complaint_id"`
	RequestExceptionForm
}

// Action names the act.
func (RequestException) Action() access.Action { return "complaint.request_exception" }

// Scope gives those who take part.
func (a RequestException) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run asks.
func (a RequestException) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.in("2.1-h", StateNegotiating); err != nil {
		return Answer{}, err
	}
	var wrong fault.Fields
	required(&wrong, "reason", a.Reason, longestText)
	required(&wrong, "final_offer", a.FinalOffer, longestText)
	required(&wrong, "remedies_told", a.RemediesTold, longestText)
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	if err := c.finalOfferGiven(ctx, tx); err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "exception_requested", nil, "2.1-h")
	n, err := tx.Write(ctx, said, `
		INSERT INTO closing_exception (id, complaint_id, reason, final_offer, remedies, asked_by, asked_at, comment)
		SELECT ?, ?, ?, ?, ?, ?, ?, '' WHERE NOT EXISTS
			(SELECT 1 FROM closing_exception e WHERE e.complaint_id = ? AND e.decided_at IS NULL)`,
		act.NewID(), c.ID, a.Reason, a.FinalOffer, a.RemediesTold, tx.Actor().ID, act.Millis(tx.Now()), c.ID)
	if err != nil {
		return Answer{}, err
	}
	if n == 0 {
		return Answer{}, fault.Against("2.1-h", "complaint.exception_pending")
	}
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return Answer{}, err
	}
	due := rules.NextWorkingDay(tx.Now())
	if _, err := deadline.Start(ctx, tx, said, c.clock(rules, "2.1-h", deadline.Company, stepDecide, ownerSalesManager, tx.Now(), due)); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

// finalOfferGiven: the final offer stands in the contact log before anybody
// asks to close without satisfaction.
func (c *Complaint) finalOfferGiven(ctx context.Context, tx *act.Tx) error {
	var n int64
	if _, err := tx.One(ctx, []any{&n}, "SELECT COUNT(*) FROM contact_log WHERE complaint_id = ? AND kind = 'final_offer'", c.ID); err != nil {
		return err
	}
	if n == 0 {
		return fault.Against("2.1-h", "complaint.final_offer_first")
	}
	return nil
}

// DecideExceptionForm is the manager's decision.
type DecideExceptionForm struct {
	Version int64  `json:"version"`
	Approve bool   `json:"approve"`
	Comment string `json:"comment,omitempty"`
}

// DecideException approves or refuses closing without satisfaction; never by
// the one who asked for it (separation of duties).
type DecideException struct {
	ID string `json:"complaint_id"`
	DecideExceptionForm
}

// Action names the act.
func (DecideException) Action() access.Action { return "complaint.decide_exception" }

// Scope gives those who take part.
func (a DecideException) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run decides.
func (a DecideException) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	var id, askedBy string
	found, err := tx.One(ctx, []any{&id, &askedBy},
		"SELECT e.id, e.asked_by FROM closing_exception e WHERE e.complaint_id = ? AND e.decided_at IS NULL", c.ID)
	if err != nil {
		return Answer{}, err
	}
	if !found {
		return Answer{}, fault.Against("2.1-h", "complaint.no_exception_pending")
	}
	if askedBy == tx.Actor().ID {
		return Answer{}, fault.Against("2.1-h", "complaint.exception_by_another")
	}
	var wrong fault.Fields
	wrong.Add(!a.Approve && a.Comment == "", "comment", "fault.required")
	tooLong(&wrong, "comment", a.Comment, longestText)
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	sentence, approved := "exception_refused", any(nil)
	if a.Approve {
		sentence, approved = "exception_approved", act.Millis(tx.Now())
	}
	said := c.say(tx, sentence, nil, "2.1-h")
	_, err = tx.Write(ctx, said, "UPDATE closing_exception SET decided_by = ?, decided_at = ?, approved_at = ?, comment = ? WHERE id = ?",
		tx.Actor().ID, act.Millis(tx.Now()), approved, a.Comment, id)
	if err != nil {
		return Answer{}, err
	}
	if _, _, err := deadline.Meet(ctx, tx, said, stepDecide, tx.Now()); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}
