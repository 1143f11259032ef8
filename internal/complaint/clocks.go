package complaint

import (
	"context"
	"time"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/regulation"
)

// The steps that clocks of this chapter wait for; each is the act's name in
// the address, so that the next step can be a button.
const (
	stepClassify     = "classify"
	stepLogContact   = "log-contact"
	stepHandOver     = "hand-over"
	stepReceive      = "receive"
	stepGiveView     = "give-view"
	stepWriteOpinion = "write-opinion"
	stepDecide       = "decide-exception"
)

// Owners that are roles: whoever of them comes first.
const (
	ownerQuality      = "role:quality_engineer"
	ownerSalesManager = "role:sales_manager"
)

func person(id string) string     { return "person:" + id }
func department(id string) string { return "department:" + id }

// clock is a clock of this complaint about to start.
func (c *Complaint) clock(rules deadline.Rules, obligation string, origin deadline.Origin, step, owner string, from time.Time, due calendar.Result) deadline.New {
	return deadline.New{
		Subject: c.subject(), Obligation: obligation, Origin: origin, Step: step, Owner: owner,
		StartedAt: from, Due: due, Edition: rules.Edition, Apart: c.Retrospective(),
	}
}

// startClassify: quality or not is decided the same day, since 2.1-l may hang on it.
func (c *Complaint) startClassify(ctx context.Context, tx *act.Tx, said *act.Said, rules deadline.Rules) error {
	from := c.clockStart(tx, c.takenAt())
	due := regulation.ClassifyDue(from, rules.Settings, rules.Calendar)
	_, err := deadline.Begin(ctx, tx, said, c.clock(rules, "2.1-f", deadline.Company, stepClassify, person(c.OfficerID), from, due))
	return err
}

// startHandover: a quality matter reaches the quality department on the same
// day. It is the regulation's own limit; from is when it was taken in, or when
// it first became a quality matter (EC-01).
func (c *Complaint) startHandover(ctx context.Context, tx *act.Tx, said *act.Said, rules deadline.Rules, from time.Time) error {
	from = c.clockStart(tx, from)
	h := regulation.Handover{TakenAt: from, ArrivedAt: from}
	if from.Equal(c.takenAt()) {
		h.ArrivedAt = c.Record.ArrivedAt
	}
	due := regulation.SameDayHandover(h, rules.Settings, rules.Calendar)
	_, err := deadline.Start(ctx, tx, said, c.clock(rules, "2.1-l", deadline.Regulation, stepHandOver, person(c.OfficerID), from, due))
	return err
}

// startNegotiation: first contact in a non-quality matter.
func (c *Complaint) startNegotiation(ctx context.Context, tx *act.Tx, said *act.Said, rules deadline.Rules, from time.Time) error {
	from = c.clockStart(tx, from)
	due := regulation.FirstContactDue(from, rules.Settings, rules.Calendar)
	_, err := deadline.Start(ctx, tx, said, c.clock(rules, "2.1-g", deadline.Company, stepLogContact, person(c.OfficerID), from, due))
	return err
}

// startReview: the next look at a negotiation that goes on.
func (c *Complaint) startReview(ctx context.Context, tx *act.Tx, said *act.Said, rules deadline.Rules, from time.Time) error {
	due := regulation.NegotiationReviewDue(from, rules.Settings, rules.Calendar)
	_, err := deadline.Start(ctx, tx, said, c.clock(rules, "2.1-h", deadline.Company, stepLogContact, person(c.OfficerID), from, due))
	return err
}

// startReceive: the quality department signs for the record.
func (c *Complaint) startReceive(ctx context.Context, tx *act.Tx, said *act.Said, rules deadline.Rules, from time.Time) error {
	due := rules.NextWorkingDay(from)
	_, err := deadline.Start(ctx, tx, said, c.clock(rules, "2.1-n", deadline.Company, stepReceive, ownerQuality, from, due))
	return err
}

// startOpinion: the handling opinion; no limit in the regulation.
func (c *Complaint) startOpinion(ctx context.Context, tx *act.Tx, said *act.Said, rules deadline.Rules, from time.Time) error {
	due := regulation.OpinionDue(from, c.Severity == SeveritySerious, rules.Settings, rules.Calendar)
	_, err := deadline.Start(ctx, tx, said, c.clock(rules, "2.1-p", deadline.Company, stepWriteOpinion, ownerQuality, from, due))
	return err
}

// clockStart is from when a clock of the complaint runs: a retrospective entry
// owes what is still to be done from the day it was entered.
func (c *Complaint) clockStart(tx *act.Tx, from time.Time) time.Time {
	if c.Retrospective() && from.Before(tx.Now()) {
		return tx.Now()
	}
	return from
}
