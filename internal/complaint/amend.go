package complaint

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// AmendForm is the whole record as it should be now.
type AmendForm struct {
	Version int64 `json:"version"`
	Record
	// Complete turns a draft into a registered complaint.
	Complete bool `json:"complete,omitempty" doc:"the draft is finished: register it"`
}

// Amend corrects or completes what reception wrote. The journal keeps that it
// happened and which columns changed; a draft may be registered with it.
type Amend struct {
	ID string `json:"complaint_id"`
	AmendForm
}

// Action names the act.
func (Amend) Action() access.Action { return "complaint.amend" }

// Scope gives those who take part.
func (a Amend) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run amends it.
func (a Amend) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if c.State.Ended() {
		return Answer{}, fault.Against("2.1-b", "complaint.wrong_state", "state", stateWord(c.State))
	}
	if err := c.readLines(ctx, tx); err != nil {
		return Answer{}, err
	}
	before := c.Record
	c.Record = a.Record
	c.Record.keepTimes(before)
	c.Record.defaults(tx.Now())
	c.keepClasses(before.Lines)
	draft := c.State == StateDraft && !a.Complete
	if err := c.Record.check(tx.Now(), draft, ""); err != nil {
		return Answer{}, err
	}
	// Severity has an act of its own, with a reason; a draft may still set it.
	if c.State == StateDraft {
		c.Severity = c.Record.Severity
	}
	return a.write(ctx, tx, c, before)
}

func (a Amend) write(ctx context.Context, tx *act.Tx, c *Complaint, before Record) (Answer, error) {
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return Answer{}, err
	}
	if err := c.fitParties(ctx, tx, rules); err != nil {
		return Answer{}, err
	}
	sentence := "amended"
	if c.State == StateDraft && a.Complete {
		c.State, sentence = StateRegistered, "registered"
	}
	said := c.say(tx, sentence, fault.Args{"columns": changed(before, c.Record), "channel": channelWord(c.Record.Channel)}, "2.1-d", "2.1-i", "2.1-j")
	if err := c.saveRecord(ctx, tx, said); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}

// keepTimes keeps the times of intake when the form leaves them out.
func (r *Record) keepTimes(before Record) {
	if r.TakenAt.IsZero() {
		r.TakenAt = before.TakenAt
	}
	if r.ArrivedAt.IsZero() {
		r.ArrivedAt = before.ArrivedAt
	}
}

// keepClasses keeps each line's class: classify and reclassify decide it.
func (c *Complaint) keepClasses(before []Line) {
	class := map[string]Class{}
	for _, l := range before {
		class[l.ID] = l.Class
	}
	for i := range c.Record.Lines {
		c.Record.Lines[i].Class = Unclassified
		if k, known := class[c.Record.Lines[i].ID]; known {
			c.Record.Lines[i].Class = k
		} else if c.Class != Unclassified {
			c.Record.Lines[i].Class = c.Class
		}
	}
}
