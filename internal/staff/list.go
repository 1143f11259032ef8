package staff

import (
	"context"
	"encoding/base64"
	"encoding/json"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// Ref names a person or a department.
type Ref struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Paging is the part of a query that every list has.
type Paging struct {
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
	After string `query:"after" maxLength:"400"`
}

// start reads the cursor: the values of the last row's order, or these first ones.
func (p Paging) start(first ...string) ([]any, error) {
	if p.After == "" {
		return act.Anys(first), nil
	}
	var values []string
	raw, err := base64.RawURLEncoding.DecodeString(p.After)
	if err == nil {
		err = json.Unmarshal(raw, &values)
	}
	if err != nil || len(values) != len(first) {
		return nil, fault.Invalid(fault.Wrong("query.after", "fault.malformed"))
	}
	return act.Anys(values), nil
}

// cut drops the one row read too many and gives the cursor of the next page.
func cut[T any](list []T, limit int, order func(T) []string) ([]T, string) {
	if len(list) <= limit {
		return list, ""
	}
	list = list[:limit]
	raw, err := json.Marshal(order(list[limit-1]))
	if err != nil {
		panic(err) // texts are always JSON
	}
	return list, base64.RawURLEncoding.EncodeToString(raw)
}

// condition gathers the parts of a WHERE with their arguments.
type condition struct {
	text string
	args []any
}

func (c *condition) and(wanted bool, text string, args ...any) {
	if wanted {
		c.text += " AND " + text
		c.args = append(c.args, args...)
	}
}

// house shows the company and gives the way to ask about its people, who are
// known to everybody in it.
func house(ctx context.Context, s *act.Sight) (Reader, error) {
	_, _, err := SeeCompany(ctx, s)
	return Details(s), err
}

func today(s *act.Sight) string { return calendar.DayOf(s.Now()).String() }

// allowed says whether the reader may do something in a person's matter.
func allowed(s *act.Sight, action access.Action, personID, departmentID string) bool {
	scope := access.Scope{Person: personID}
	if departmentID != "" {
		scope.Departments = []string{departmentID}
	}
	return access.Allowed(s.Actor(), action, scope)
}
