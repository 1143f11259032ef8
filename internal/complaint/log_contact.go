package complaint

import (
	"context"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// ContactKinds: a talk, an offer, the final offer in writing, the
// acknowledgement to the complainant (F03).
var ContactKinds = []string{"contact", "offer", "final_offer", "acknowledgement"}

// LogContactForm is one entry of the contact log (2.1-e, -g).
type LogContactForm struct {
	Version  int64     `json:"version"`
	Kind     string    `json:"kind" doc:"contact offer final_offer acknowledgement"`
	Channel  string    `json:"channel"`
	At       time.Time `json:"at,omitzero"`
	Person   string    `json:"person,omitempty" doc:"with whom"`
	Said     string    `json:"said" doc:"what was said or offered"`
	Reaction string    `json:"reaction,omitempty"`
	NextStep string    `json:"next_step,omitempty"`
	NextAt   time.Time `json:"next_at,omitzero"`
}

// LogContact writes down a contact with the customer: what was said or
// offered, how he reacted, what comes next.
type LogContact struct {
	ID string `json:"complaint_id"`
	LogContactForm
}

// Action names the act.
func (LogContact) Action() access.Action { return "complaint.log_contact" }

// Scope gives those who take part.
func (a LogContact) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run logs it.
func (a LogContact) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if c.State == StateVoid || c.State == StateMerged {
		return Answer{}, fault.Against("2.1-g", "complaint.wrong_state", "state", stateWord(c.State))
	}
	if a.At.IsZero() {
		a.At = tx.Now()
	}
	if err := a.check(c, tx.Now()); err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "contact_"+a.Kind, fault.Args{"channel": channelWord(a.Channel)}, "2.1-e", "2.1-g")
	_, err = tx.Write(ctx, said, `
		INSERT INTO contact_log (id, complaint_id, kind, channel, happened_at, person, said, reaction, next_step, next_at, logged_by, logged_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		act.NewID(), c.ID, a.Kind, a.Channel, act.Millis(a.At), a.Person, a.Said, a.Reaction, a.NextStep, at(a.NextAt),
		tx.Actor().ID, act.Millis(tx.Now()))
	if err != nil {
		return Answer{}, err
	}
	if err := a.moveClocks(ctx, tx, c, said); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

func (a LogContact) check(c *Complaint, now time.Time) error {
	var wrong fault.Fields
	oneOf(&wrong, "kind", a.Kind, ContactKinds)
	oneOf(&wrong, "channel", a.Channel, Channels)
	required(&wrong, "said", a.Said, longestText)
	tooLong(&wrong, "reaction", a.Reaction, longestText)
	tooLong(&wrong, "next_step", a.NextStep, longestText)
	tooLong(&wrong, "person", a.Person, longestShort)
	wrong.Add(a.At.After(now.Add(2*time.Minute)), "at", "fault.in_future")
	wrong.Add(a.At.Before(c.Record.ArrivedAt.Truncate(time.Minute)), "at", "complaint.contact_before_arrival") // people give minutes
	return wrong.Err()
}

// moveClocks: each contact meets what was owed and sets the next review, as
// long as the negotiation goes on. Acknowledging alone negotiates nothing.
func (a LogContact) moveClocks(ctx context.Context, tx *act.Tx, c *Complaint, said *act.Said) error {
	if a.Kind == "acknowledgement" {
		return nil
	}
	_, met, err := deadline.Meet(ctx, tx, said, stepLogContact, a.At)
	if err != nil || !met || c.State.Ended() {
		return err
	}
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return err
	}
	return c.startReview(ctx, tx, said, rules, a.At)
}
