package party

import (
	"context"
	"errors"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/lang"
	"huidan/internal/region"
)

// RegionSeen is a region class with the way it was found (clauses.md 3.7).
type RegionSeen struct {
	Class        region.Class   `json:"class,omitempty" doc:"Absent when a person has to decide"`
	Path         []RegionStep   `json:"path"`
	DivisionPath string         `json:"division_path,omitempty"`
	Question     *RegionStep    `json:"question,omitempty" doc:"Why no class was found"`
	Candidates   []DivisionSeen `json:"candidates,omitempty"`
	ListVersion  string         `json:"list_version,omitempty"`
}

// RegionStep is one sentence of the way, in the reader's language.
type RegionStep struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"`
	Text string            `json:"text"`
}

// DivisionSeen is one division a person may choose.
type DivisionSeen struct {
	Code string `json:"code"`
	Name string `json:"name" doc:"With the divisions above it"`
}

// resolveRegion gives the class of a site by the company's lists in force. A
// question is an answer too: it is shown, never guessed over.
func resolveRegion(lists region.Lists, language lang.Language, site region.Site) RegionSeen {
	seen := RegionSeen{Path: []RegionStep{}, DivisionPath: divisionName(site.Division), ListVersion: lists.Version}
	class, path, err := region.Resolve(lists, site)
	var question *region.Question
	if errors.As(err, &question) {
		seen.Question = &RegionStep{Code: question.Code, Text: lang.T(language, "region.question."+question.Code, fault.Args{"text": question.Text})}
		for _, d := range question.Candidates {
			seen.Candidates = append(seen.Candidates, DivisionSeen{d.Code, region.FullName(d.Code)})
		}
		return seen
	}
	seen.Class = class
	for _, step := range path {
		seen.Path = append(seen.Path, RegionStep{step.Code, step.Args, stepText(language, step)})
	}
	return seen
}

// stepText puts a step into words.
func stepText(language lang.Language, step region.Step) string {
	short := "zh"
	if language == lang.EN {
		short = "en"
	}
	values := calendar.Step{Code: step.Code, Args: step.Args}.Values(short, func(key string) string { return lang.T(language, key, nil) })
	return lang.T(language, step.TextKey(), values)
}

// RegionQuery names a site, or says where one would be.
type RegionQuery struct {
	DivisionCode string       `query:"division_code" maxLength:"6"`
	SiteID       string       `query:"site_id" maxLength:"40"`
	Address      string       `query:"address" maxLength:"200"`
	Place        region.Place `query:"place" enum:"overseas,ship,offshore,listed"`
}

// seeRegion resolves the region class of a site of the records, or of a place
// that is being typed.
func seeRegion(ctx context.Context, s *act.Sight, q *RegionQuery) (RegionSeen, error) {
	where := region.Site{Division: q.DivisionCode, Address: q.Address, Place: q.Place}
	if q.SiteID != "" {
		var site SiteRecord
		found, err := s.One(ctx, site.places(), "SELECT "+siteColumns+" FROM site s WHERE s.id = ? AND {visible}", q.SiteID)
		if err != nil {
			return RegionSeen{}, err
		}
		if !found {
			return RegionSeen{}, fault.NotFound("fault.not_found")
		}
		where = site.Region()
	}
	rules, err := deadline.RulesSeen(ctx, s)
	if err != nil {
		return RegionSeen{}, err
	}
	return resolveRegion(rules.Regions(), languageOf(s), where), nil
}

// DivisionTree is the administrative divisions for a cascading choice.
type DivisionTree struct {
	Version string         `json:"version"`
	Items   []DivisionNode `json:"items"`
}

// DivisionNode is a division with those under it.
type DivisionNode struct {
	Code     string         `json:"code"`
	Name     string         `json:"name"`
	NameEN   string         `json:"name_en,omitempty"`
	Children []DivisionNode `json:"children,omitempty"`
}

func divisionTree() DivisionTree {
	return DivisionTree{Version: region.Version, Items: divisionNodes(region.Tree())}
}

func divisionNodes(nodes []region.Node) []DivisionNode {
	list := make([]DivisionNode, len(nodes))
	for i, n := range nodes {
		list[i] = DivisionNode{Code: n.Code, Name: n.Name, NameEN: n.NameEn, Children: divisionNodes(n.Children)}
	}
	return list
}
