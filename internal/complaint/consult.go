package complaint

import (
	"context"
	"fmt"
	"slices"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/staff"
)

// ConsultForm asks departments for their views.
type ConsultForm struct {
	Version     int64     `json:"version"`
	Departments []string  `json:"departments" doc:"department IDs"`
	Question    string    `json:"question"`
	ReplyBy     time.Time `json:"reply_by"`
}

// Consult asks other departments to take part in the analysis (会同分析, 2.1-n).
type Consult struct {
	ID string `json:"complaint_id"`
	ConsultForm
}

// Action names the act.
func (Consult) Action() access.Action { return "complaint.consult" }

// Scope gives those who take part.
func (a Consult) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run asks them.
func (a Consult) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.withQuality("2.1-n"); err != nil {
		return Answer{}, err
	}
	if err := a.check(ctx, tx); err != nil {
		return Answer{}, err
	}
	rules, err := deadline.RulesNow(ctx, tx)
	if err != nil {
		return Answer{}, err
	}
	said := c.say(tx, "consulted", fault.Args{"departments": len(a.Departments)}, "2.1-n")
	for _, d := range a.Departments {
		if err := a.ask(ctx, tx, c, said, rules, d); err != nil {
			return Answer{}, err
		}
	}
	return c.save(ctx, tx, said)
}

// withQuality: the quality department works on what it has signed for.
func (c *Complaint) withQuality(obligation string) error {
	if err := c.in(obligation, StateWithQuality, StateOpinionSigned); err != nil {
		return err
	}
	if c.ReceivedAt == 0 {
		return fault.Against(obligation, "complaint.receive_first")
	}
	return nil
}

func (a Consult) check(ctx context.Context, tx *act.Tx) error {
	var wrong fault.Fields
	wrong.Add(len(a.Departments) == 0, "departments", "fault.required")
	required(&wrong, "question", a.Question, longestText)
	wrong.Add(!a.ReplyBy.After(tx.Now()), "reply_by", "complaint.reply_by_in_past")
	for i, id := range a.Departments {
		d, found, err := staff.DepartmentByID(ctx, tx, id)
		if err != nil {
			return err
		}
		at := fmt.Sprintf("departments[%d]", i)
		wrong.Add(!found, at, "fault.not_found")
		wrong.Add(found && d.Kind == staff.KindQuality, at, "complaint.quality_asks_others")
		wrong.Add(slices.Contains(a.Departments[:i], id), at, "complaint.named_twice")
	}
	return wrong.Err()
}

func (a Consult) ask(ctx context.Context, tx *act.Tx, c *Complaint, said *act.Said, rules deadline.Rules, departmentID string) error {
	var pending int64
	if _, err := tx.One(ctx, []any{&pending}, `SELECT COUNT(*) FROM consultation
		WHERE complaint_id = ? AND department_id = ? AND answered_at IS NULL`, c.ID, departmentID); err != nil {
		return err
	}
	if pending > 0 {
		return fault.Against("2.1-n", "complaint.already_asked")
	}
	due := calendar.SetByPerson(a.ReplyBy)
	clockID, err := deadline.Begin(ctx, tx, said, c.clock(rules, "2.1-n", deadline.Company, stepGiveView, department(departmentID), tx.Now(), due))
	if err != nil {
		return err
	}
	_, err = tx.Write(ctx, said, `
		INSERT INTO consultation (id, complaint_id, department_id, question, reply_by, clock_id, asked_by, asked_at, view, measures)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '')`,
		act.NewID(), c.ID, departmentID, a.Question, act.Millis(a.ReplyBy), clockID, tx.Actor().ID, act.Millis(tx.Now()))
	if err != nil {
		return err
	}
	return involve(ctx, tx, said, department(departmentID))
}

// GiveViewForm is a department's answer.
type GiveViewForm struct {
	Version        int64  `json:"version"`
	ConsultationID string `json:"consultation_id"`
	View           string `json:"view"`
	Measures       string `json:"measures,omitempty"`
	Dissent        bool   `json:"dissent,omitempty" doc:"the department disagrees; both views stay on the record"`
}

// GiveView signs a department's input to the analysis (2.1-n, -o). Only the
// department that was asked answers.
type GiveView struct {
	ID string `json:"complaint_id"`
	GiveViewForm
}

// Action names the act.
func (GiveView) Action() access.Action { return "complaint.give_view" }

// Scope gives those who take part.
func (a GiveView) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.ID)
}

// Run answers.
func (a GiveView) Run(ctx context.Context, tx *act.Tx) (Answer, error) {
	c, err := open(ctx, tx, a.ID, a.Version)
	if err != nil {
		return Answer{}, err
	}
	var departmentID, clockID string
	var answered int64
	found, err := tx.One(ctx, []any{&departmentID, &clockID, &answered},
		"SELECT department_id, clock_id, COALESCE(answered_at, 0) FROM consultation WHERE id = ? AND complaint_id = ?", a.ConsultationID, c.ID)
	if err != nil {
		return Answer{}, err
	}
	var wrong fault.Fields
	wrong.Add(!found, "consultation_id", "fault.not_found")
	required(&wrong, "view", a.View, longestText)
	tooLong(&wrong, "measures", a.Measures, longestText)
	if err := wrong.Err(); err != nil {
		return Answer{}, err
	}
	if departmentID != tx.Actor().DepartmentID {
		return Answer{}, fault.Against("2.1-n", "complaint.only_asked_department")
	}
	if answered != 0 {
		return Answer{}, fault.Against("2.1-n", "complaint.already_answered")
	}
	sentence := "view_given"
	if a.Dissent {
		sentence = "view_dissent"
	}
	said := c.say(tx, sentence, nil, "2.1-n", "2.1-o")
	_, err = tx.Write(ctx, said, "UPDATE consultation SET view = ?, measures = ?, dissent_at = ?, answered_by = ?, answered_at = ? WHERE id = ?",
		a.View, a.Measures, mark(a.Dissent, tx), tx.Actor().ID, act.Millis(tx.Now()), a.ConsultationID)
	if err != nil {
		return Answer{}, err
	}
	if err := deadline.MeetOne(ctx, tx, said, clockID, tx.Now()); err != nil {
		return Answer{}, err
	}
	return c.save(ctx, tx, said)
}
