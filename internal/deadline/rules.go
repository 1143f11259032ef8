package deadline

import (
	"context"
	"encoding/json"
	"time"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
	"huidan/internal/region"
	"huidan/internal/regulation"
)

// Zone is the zone of every date rule.
var Zone = calendar.Zone

// Rules are what a case is judged by: the company's settings and the calendar
// in force. Edition names both; a clock keeps it.
type Rules struct {
	Settings regulation.Settings
	Calendar calendar.Calendar
	Edition  string
}

// shipped is the edition of a company that has published none.
const shipped = "shipped"

// The kinds of editions.
const (
	KindSettings = "settings"
	KindCalendar = "calendar"
)

// reader is a running act or read.
type reader interface {
	Query(ctx context.Context, query string, args ...any) (*act.Rows, error)
}

// RulesNow gives the rules in force at the time of an act.
func RulesNow(ctx context.Context, tx *act.Tx) (Rules, error) { return rulesAt(ctx, tx, tx.Now()) }

// RulesSeen gives the rules in force for somebody who looks.
func RulesSeen(ctx context.Context, s *act.Sight) (Rules, error) {
	return rulesAt(ctx, sighted{s}, s.Now())
}

// sighted reads the editions for anybody who may look at all: they are the
// company's published rules.
type sighted struct{ s *act.Sight }

// Query reads the editions.
func (v sighted) Query(ctx context.Context, query string, args ...any) (*act.Rows, error) {
	return v.s.Published(ctx, query, args...)
}

func rulesAt(ctx context.Context, r reader, now time.Time) (Rules, error) {
	rules := Rules{Edition: shipped}
	rows, err := r.Query(ctx, `SELECT e.id, e.kind, e.body FROM rule_edition e WHERE e.valid_from <= ? ORDER BY e.valid_from, e.id`, act.Millis(now))
	if err != nil {
		return rules, err
	}
	defer rows.Close()
	rules.Settings, rules.Calendar = regulation.Defaults(), calendar.Official()
	for rows.Next() {
		var id, kind, body string
		if err := rows.Scan(&id, &kind, &body); err != nil {
			return rules, err
		}
		if err := rules.apply(id, kind, body); err != nil {
			return rules, err
		}
	}
	return rules, rows.Err()
}

func (r *Rules) apply(id, kind, body string) error {
	p, err := parsed(id, kind, body)
	if err != nil {
		return err
	}
	r.Edition = id
	if kind == KindSettings {
		r.Settings = p.settings
		return nil
	}
	r.Calendar = r.Calendar.WithYear(p.year)
	return nil
}

// Regions are the company's lists behind the region class.
func (r Rules) Regions() region.Lists { return r.Settings.Region }

// NextWorkingDay is the company's usual limit where it set none.
func (r Rules) NextWorkingDay(from time.Time) calendar.Result {
	return calendar.EndOfNextWorkingDay(from, r.Calendar)
}

// Publish publishes an edition of the settings (JSON of regulation.Settings)
// or of one calendar year (JSON as calendar.ParseYear reads), valid from an
// instant. What was judged before keeps its own edition.
func Publish(ctx context.Context, tx *act.Tx, said *act.Said, kind string, body []byte, from time.Time) (id string, err error) {
	id = act.NewID()
	if _, err := parsed(id, kind, string(body)); err != nil {
		return "", fault.Invalid(fault.Wrong("body", "fault.body_malformed", "why", err.Error()))
	}
	_, err = tx.Write(ctx, said, `INSERT INTO rule_edition (id, kind, valid_from, body, published_at, published_by) VALUES (?, ?, ?, ?, ?, ?)`,
		id, kind, act.Millis(from), string(body), act.Millis(tx.Now()), tx.Actor().ID)
	return id, err
}

// PublishHome publishes the shipped settings with the company's home provinces
// or the settings in force with other ones.
func PublishHome(ctx context.Context, tx *act.Tx, said *act.Said, provinces []string) error {
	rules, err := RulesNow(ctx, tx)
	if err != nil {
		return err
	}
	settings := rules.Settings
	if len(provinces) > 0 {
		settings = settings.WithHome(provinces[0])
		settings.Region.Home = provinces
	}
	body, err := json.Marshal(settings)
	if err != nil {
		return err
	}
	_, err = Publish(ctx, tx, said, KindSettings, body, tx.Now())
	return err
}
