package complaint

import (
	"context"
	"slices"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// Kind is the subject kind of complaints in the journal.
const Kind = "complaint"

// State is where a complaint stands (clauses.md section 5).
type State string

// The states of this chapter.
const (
	StateDraft           State = "draft"            // 草稿, already numbered
	StateRegistered      State = "registered"       // 已受理
	StateNegotiating     State = "negotiating"      // 协商处理
	StateHandoverPending State = "handover_pending" // 待交质检
	StateWithQuality     State = "with_quality"     // 质检分析
	StateOpinionSigned   State = "opinion_signed"   // 已签处理意见
	StateClosed          State = "closed"           // 结案
	StateWithdrawn       State = "withdrawn"        // 撤诉
	StateVoid            State = "void"             // 作废
	StateMerged          State = "merged"           // 并案
)

// Ended says whether nothing more is done on the complaint itself.
func (s State) Ended() bool {
	return slices.Contains([]State{StateClosed, StateWithdrawn, StateVoid, StateMerged}, s)
}

// Class says whether it is a quality matter (2.1-f).
type Class string

// The classes.
const (
	Unclassified Class = "unclassified"
	Quality      Class = "quality"     // 质量问题
	NonQuality   Class = "non_quality" // 非质量问题
)

// The severities; "serious" is decided by rule EC-16 or by hand.
const (
	SeverityMinor   = "minor"
	SeverityMajor   = "major"
	SeveritySerious = "serious"
)

// The entry modes (1-b).
const (
	EntryLive          = "live"
	EntryRetrospective = "retrospective" // written down afterwards, counted apart
)

// Values that a field may hold; screens and imports use the same lists.
var (
	Channels   = []string{"letter", "fax", "phone", "visit", "email", "web", "wechat", "platform", "regulator", "other"}
	Demands    = []string{"return", "replacement", "repair", "compensation", "apology", "other"}
	Roles      = []string{"customer", "dealer", "end_user", "other"}
	Severities = []string{SeverityMinor, SeverityMajor, SeveritySerious}
)

// Complaint is the record's own row. Times are ms UTC; zero means not yet.
type Complaint struct {
	ID, Number                                      string
	Version                                         int64
	State                                           State
	Class                                           Class
	Severity                                        string
	EntryMode, EntryReason, ImportID                string
	RecordedAt                                      int64
	RecordedBy, OfficerID                           string
	Record                                          Record
	RegionClass, RegionPath                         string
	Headline, ProductText, SerialText               string
	ClassifiedAt, HandedOverAt, ReceivedAt          int64
	OpinionAt, ClosedAt, MisclassifiedAt, NextDueAt int64
	CloseKind, CloseSummary, MergedInto, NextStep   string
	ReopenCount                                     int64

	before counted // as it was read, for the counters
}

// counted is the part of a complaint that counters count.
type counted struct {
	State State
	Class Class
}

// Answer is what every act on a complaint gives back.
type Answer struct {
	ID      string `json:"id"`
	Number  string `json:"number"`
	Version int64  `json:"version"`
	State   State  `json:"state"`
}

// Retrospective says whether it is counted apart in timeliness.
func (c *Complaint) Retrospective() bool { return c.EntryMode == EntryRetrospective }

func (c *Complaint) subject() act.Subject { return act.Subject{Kind: Kind, ID: c.ID} }

// takenAt is when a person took it in (受理).
func (c *Complaint) takenAt() time.Time { return c.Record.TakenAt }

// say announces a line about the complaint's next version. The complaint's
// number fills {number} in every sentence.
func (c *Complaint) say(tx *act.Tx, sentence string, facts fault.Args, obligations ...string) *act.Said {
	if facts == nil {
		facts = fault.Args{}
	}
	facts["number"] = c.Number
	return tx.Say(act.Line{
		Subject: c.subject(), Version: c.Version + 1, Obligations: obligations,
		Say: "journal.complaint." + sentence, Facts: facts,
	})
}

// read loads a complaint inside an act.
func read(ctx context.Context, tx *act.Tx, id string) (*Complaint, error) {
	c := &Complaint{}
	found, err := tx.One(ctx, c.fields(), "SELECT "+complaintColumns+" FROM complaint c WHERE c.id = ?", id)
	if err != nil {
		return nil, err
	}
	if !found {
		return nil, fault.NotFound("fault.not_found")
	}
	c.loaded()
	return c, nil
}

// open loads a complaint for an act that was begun on version seen; when
// somebody changed it since, the refusal tells what happened.
func open(ctx context.Context, tx *act.Tx, id string, seen int64) (*Complaint, error) {
	c, err := read(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	if c.Version != seen {
		return nil, tx.Stale(ctx, c.subject(), seen)
	}
	return c, nil
}

// in refuses an act that does not fit the complaint's state.
func (c *Complaint) in(obligation string, states ...State) error {
	if slices.Contains(states, c.State) {
		return nil
	}
	return fault.Against(obligation, "complaint.wrong_state", "state", stateWord(c.State))
}

// scopeOf gives those who take part in a complaint, for the permission check.
func scopeOf(ctx context.Context, tx *act.Tx, id string) (access.Scope, error) {
	rows, err := tx.Query(ctx, "SELECT who FROM involvement WHERE subject_id = ?", id)
	who, err := act.Collect(rows, err, func(r act.Scanner) (k string, err error) { err = r.Scan(&k); return })
	return access.Scope{Involved: who}, err
}

// involve makes people or departments take part ("person:ID", "department:ID").
func involve(ctx context.Context, tx *act.Tx, said *act.Said, who ...string) error {
	for _, w := range who {
		_, err := tx.Write(ctx, said, `INSERT INTO involvement (subject_id, who, since) VALUES (?, ?, ?)
			ON CONFLICT (who, subject_id) DO NOTHING`, said.Subject().ID, w, act.Millis(tx.Now()))
		if err != nil {
			return err
		}
	}
	return nil
}

// headline is what lists show of a text: its first 80 characters on one line.
func headline(text string) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > 80 {
		return string(runes[:80])
	}
	return string(runes)
}
