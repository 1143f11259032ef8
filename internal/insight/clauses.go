package insight

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/lang"
	"huidan/internal/regulation"
	"huidan/internal/route"
)

// Clauses are the regulation with what it obliges to.
type Clauses struct {
	Items []ClauseSeen `json:"items"`
}

// ClauseSeen is a clause: its wording in both languages (the Chinese prevails),
// its obligations, and the company's settings where it leaves something open.
type ClauseSeen struct {
	Number      string             `json:"number"`
	Zh          Wording            `json:"zh"`
	En          Wording            `json:"en"`
	Obligations []ObligationInText `json:"obligations"`
	Settings    []Setting          `json:"settings"`
}

// Wording is what the regulation says, in one language.
type Wording struct {
	Heading string `json:"heading"`
	Text    string `json:"text" doc:"Paragraphs apart by an empty line"`
}

// ObligationInText is one duty of a clause.
type ObligationInText struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Actor    string `json:"actor"`
	ActorIs  string `json:"actor_name"`
	Kind     string `json:"kind" enum:"guard,flag,survey,info"`
	KindIs   string `json:"kind_name"`
	Mark     string `json:"mark" enum:"REG,IMPL,MAY"`
	MarkIs   string `json:"mark_name"`
	Measured bool   `json:"measured" doc:"Counted in the figures of timeliness"`
}

// SeeClauses gives the whole regulation.
func SeeClauses(ctx context.Context, s *act.Sight, _ *route.Nothing) (Clauses, error) {
	language := lang.Of(s.Actor().Language)
	rules, err := deadline.RulesSeen(ctx, s)
	if err != nil {
		return Clauses{}, err
	}
	settings, err := settingsIn(language, rules.Settings)
	if err != nil {
		return Clauses{}, err
	}
	var all Clauses
	for _, c := range regulation.Clauses() {
		seen := ClauseSeen{Number: c.Number, Zh: Wording(c.Zh), En: Wording(c.En)}
		for _, o := range c.Obligations {
			seen.Obligations = append(seen.Obligations, obligationIn(language, o))
		}
		for _, setting := range settings {
			if setting.Clause == c.Number {
				seen.Settings = append(seen.Settings, setting)
			}
		}
		all.Items = append(all.Items, seen)
	}
	return all, nil
}

func obligationIn(language lang.Language, o regulation.Obligation) ObligationInText {
	title := o.TitleZh
	if language == lang.EN {
		title = o.TitleEn
	}
	return ObligationInText{
		ID: o.ID, Title: title, Measured: o.KPI,
		Actor: string(o.Actor), ActorIs: lang.T(language, "regulation.actor."+string(o.Actor), nil),
		Kind: string(o.Kind), KindIs: lang.T(language, "regulation.kind."+string(o.Kind), nil),
		Mark: string(o.Mark), MarkIs: lang.T(language, "regulation.mark."+string(o.Mark), nil),
	}
}
