package insight

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/lang"
	"huidan/internal/regulation"
	"huidan/internal/route"
)

// SettingsSeen are the company's settings in force.
type SettingsSeen struct {
	Edition string    `json:"edition" doc:"shipped until the company published its own"`
	Items   []Setting `json:"items"`
}

// Setting is one answer of the company to what the regulation leaves open.
type Setting struct {
	Path      string `json:"path" doc:"same_day.cutoff"`
	Clause    string `json:"clause" doc:"Clause it stands beside"`
	Questions string `json:"questions" doc:"Q-04: open question of the regulation; or the obligation or edge case it belongs to"`
	Asked     string `json:"asked" doc:"The question in words, empty when none is listed"`
	Title     string `json:"title"`
	Value     string `json:"value" doc:"In words"`
	Origin    string `json:"origin" enum:"company"`
	Shipped   bool   `json:"shipped" doc:"The value as shipped"`
}

// clauseOf says beside which clause a setting stands. A name of a single
// setting goes before that of its group.
var clauseOf = map[string]string{
	"deadline_policy": "2.2", "arrival": "2.2", "arrival.acceptance_hours": "2.1", "same_day": "2.1", "intake": "2.1",
	"negotiation": "2.1", "analysis": "2.1", "analysis.disputed_finding_by": "2.4", "analysis.third_party_test": "2.4",
	"promptly": "2.6", "promptly.slip_working_days": "4.1", "promptly.summary_working_days": "4.3",
	"promptly.safety_report_hours": "4.4", "promptly.digest_weekday": "4.4", "promptly.reminder_hours": "4.4",
	"serious": "4.4", "disposition": "2.4", "disposition.notice_for_own_fault": "2.6", "disposition.non_quality_feedback": "4.3",
	"closing": "2.1", "closing.refused_signature_days": "2.5", "closing.substitute_approval": "2.5",
	"organisation": "2.1", "voice": "4.2", "voice.expectations": "4.4", "retention": "2.6", "region": "2.2",
}

func clauseOfSetting(path string) string {
	if clause, ok := clauseOf[path]; ok {
		return clause
	}
	group, _, _ := strings.Cut(path, ".")
	return clauseOf[group]
}

// SeeSettings gives the settings in force.
func SeeSettings(ctx context.Context, s *act.Sight, _ *route.Nothing) (SettingsSeen, error) {
	rules, err := deadline.RulesSeen(ctx, s)
	if err != nil {
		return SettingsSeen{}, err
	}
	items, err := settingsIn(lang.Of(s.Actor().Language), rules.Settings)
	return SettingsSeen{Edition: rules.Edition, Items: items}, err
}

func settingsIn(language lang.Language, settings regulation.Settings) ([]Setting, error) {
	now, err := tree(settings)
	if err != nil {
		return nil, err
	}
	shipped, err := tree(regulation.Defaults())
	if err != nil {
		return nil, err
	}
	items := []Setting{}
	for _, f := range regulation.Fields() {
		value := at(now, f.Path)
		items = append(items, Setting{
			Path: f.Path, Clause: clauseOfSetting(f.Path), Questions: f.Question, Asked: asked(language, f.Question),
			Title: lang.T(language, "regulation.setting."+f.Path, nil), Value: valueWords(language, f, value),
			Origin: string(deadline.Company), Shipped: same(value, at(shipped, f.Path)),
		})
	}
	return items, nil
}

// tree is the JSON form of settings, numbers as they are written.
func tree(settings regulation.Settings) (map[string]any, error) {
	raw, err := json.Marshal(settings)
	if err != nil {
		return nil, err
	}
	values := map[string]any{}
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	return values, d.Decode(&values)
}

func at(values map[string]any, path string) any {
	group, name, nested := strings.Cut(path, ".")
	if !nested {
		return values[group]
	}
	inner, _ := values[group].(map[string]any)
	return inner[name]
}

func same(a, b any) bool {
	x, errX := json.Marshal(a)
	y, errY := json.Marshal(b)
	return errX == nil && errY == nil && bytes.Equal(x, y)
}

// asked gives the questions of the list in words.
func asked(language lang.Language, questions string) string {
	var texts []string
	for _, q := range strings.Fields(questions) {
		if key := "regulation.question." + q; lang.Has(key) {
			texts = append(texts, lang.T(language, key, nil))
		}
	}
	return strings.Join(texts, " ")
}

func valueWords(language lang.Language, f regulation.Field, value any) string {
	text := fmt.Sprint(value)
	switch {
	case f.Type == "region":
		return lang.T(language, "insight.value.region", nil)
	case value == nil:
		return lang.T(language, "insight.value.none", nil)
	case f.Type == "option":
		return lang.T(language, "regulation.option."+text, nil)
	case f.Type == "yes_no":
		return lang.T(language, "insight.value."+text, nil)
	case f.Type == "hours":
		hours, _ := value.(map[string]any)
		return lang.T(language, "insight.value.hours", map[string]any{"from": hours["from"], "to": hours["to"]})
	}
	return text
}
