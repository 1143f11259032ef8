package insight

import (
	"context"
	"encoding/json"
	"math"
	"strings"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/complaint"
	"huidan/internal/fault"
	"huidan/internal/lang"
	"huidan/internal/route"
)

// The scopes of a to-do list.
const (
	ScopeMine = "mine" // owed by the reader, his roles or his department
	ScopeTeam = "team" // and by everybody of his department
	ScopeAll  = "all"  // by anybody
)

// TodoQuery asks for what is owed.
type TodoQuery struct {
	Scope string `query:"scope" enum:"mine,team,all" doc:"mine when empty"`
	After string `query:"after" maxLength:"200" doc:"Cursor of the page before"`
	Limit int64  `query:"limit" minimum:"1" maximum:"200"`
}

// TodoItem is a running clock: something owed until a time.
type TodoItem struct {
	ID          string      `json:"id"`
	Obligation  string      `json:"obligation"`
	Kind        string      `json:"kind" enum:"regulation,company"`
	DueAt       string      `json:"due_at" format:"date-time"`
	StartedAt   string      `json:"started_at" format:"date-time"`
	Overdue     bool        `json:"overdue"`
	Provisional bool        `json:"provisional" doc:"A calendar year it needs is not loaded"`
	Owner       TodoOwner   `json:"owner"`
	Subject     TodoSubject `json:"subject"`
	Next        NextStep    `json:"next"`
	Explain     []Step      `json:"explain"`

	due int64
}

// TodoOwner owes it.
type TodoOwner struct {
	Kind string `json:"kind" enum:"person,role,department"`
	ID   string `json:"id"`
	Name string `json:"name"`
}

// TodoSubject is the record it is owed on.
type TodoSubject struct {
	Kind         string `json:"kind"`
	ID           string `json:"id"`
	Number       string `json:"number"`
	Title        string `json:"title"`
	CustomerName string `json:"customer_name"`
	State        string `json:"state"`
	Severity     string `json:"severity"`
	Class        string `json:"class"`
}

// NextStep is the act that meets the clock and the page it is done on.
type NextStep struct {
	Act  string `json:"act" doc:"As in the address: hand-over"`
	Path string `json:"path"`
}

// SeeTodo gives a page of what is owed, by due time. Its cost does not depend
// on how much others owe: each owner's running clocks stand together in an
// index by due time, and only a page of each is read.
func SeeTodo(ctx context.Context, s *act.Sight, q *TodoQuery) (route.Page[TodoItem], error) {
	owners, err := ownersOf(ctx, s, q.Scope)
	if err != nil {
		return route.Page[TodoItem]{}, err
	}
	from, err := parseCursor(q.After, cursor{At: math.MinInt64})
	if err != nil {
		return route.Page[TodoItem]{}, err
	}
	limit := pageOf(q.Limit)
	candidates, args := owed(s, owners, from, limit+1)
	rows, err := s.Query(ctx, `
		SELECT k.id, k.obligation, k.origin, k.step, k.owner, k.started_at, k.due_at, k.missing_years, k.explain,
			k.subject_kind, c.id, c.number, c.headline, c.customer_name, c.state, c.severity, c.class,
			COALESCE(p.name, ''), COALESCE(d.name, ''), COALESCE(d.name_en, '')
		FROM (`+candidates+`) o
		JOIN clock k ON k.id = o.id
		JOIN complaint c ON c.id = k.subject_id
		LEFT JOIN person p ON p.id = SUBSTR(k.owner, 8)
		LEFT JOIN department d ON d.id = SUBSTR(k.owner, 12)
		WHERE {visible} ORDER BY k.due_at, k.id LIMIT ?`, append(args, limit+1)...)
	items, err := act.Collect(rows, err, todoScanner(s))
	page := route.Page[TodoItem]{Items: items}
	if len(items) > limit {
		last := items[limit-1]
		page.Items, page.Next = items[:limit], cursor{At: last.due, ID: last.ID}.String()
	}
	return page, err
}

// todoScanner reads a row in the reader's language.
func todoScanner(s *act.Sight) func(act.Scanner) (TodoItem, error) {
	language, now := lang.Of(s.Actor().Language), act.Millis(s.Now())
	return func(row act.Scanner) (t TodoItem, err error) {
		var owner, missing, explain, person, department, departmentEN string
		var started int64
		c := &t.Subject
		err = row.Scan(&t.ID, &t.Obligation, &t.Kind, &t.Next.Act, &owner, &started, &t.due, &missing, &explain,
			&c.Kind, &c.ID, &c.Number, &c.Title, &c.CustomerName, &c.State, &c.Severity, &c.Class,
			&person, &department, &departmentEN)
		if err != nil {
			return t, err
		}
		t.StartedAt, t.DueAt = instant(started), instant(t.due)
		t.Overdue, t.Provisional = now >= t.due, missing != ""
		t.Next.Path = "/complaints/" + c.ID
		if c.State == string(complaint.StateDraft) { // it must be registered before anything else
			t.Next = NextStep{Act: "register", Path: t.Next.Path + "/amend"}
		}
		t.Owner.Kind, t.Owner.ID, _ = strings.Cut(owner, ":")
		switch t.Owner.Kind {
		case "person":
			t.Owner.Name = person
		case "department":
			t.Owner.Name = department
			if language == lang.EN && departmentEN != "" {
				t.Owner.Name = departmentEN
			}
		default:
			t.Owner.Name = lang.T(language, "role."+t.Owner.ID, nil)
		}
		if t.Explain, err = words(language, explain); err != nil {
			return t, err
		}
		return t, nil
	}
}

// teamMost bounds the people of a department whose duties a board gathers.
const teamMost = 300

// ownersOf gives the owners of a scope's duties; nil means everybody's.
func ownersOf(ctx context.Context, s *act.Sight, scope string) ([]string, error) {
	actor := s.Actor()
	switch scope {
	case "", ScopeMine:
		return actor.Keys(), nil
	case ScopeAll:
		if _, ok := access.Reach(actor, "todo.see_all"); !ok {
			return nil, fault.Forbidden("fault.forbidden", "action", "insight.todo_all.summary")
		}
		return nil, nil
	}
	owners := actor.Keys()
	if actor.DepartmentID == "" {
		return owners, nil
	}
	rows, err := s.Published(ctx, "SELECT p.id FROM person p WHERE p.department_id = ? AND p.id <> ? ORDER BY p.id LIMIT ?",
		actor.DepartmentID, actor.ID, teamMost)
	people, err := act.Collect(rows, err, func(row act.Scanner) (key string, err error) {
		err = row.Scan(&key)
		return "person:" + key, err
	})
	return append(owners, people...), err
}

// openClock narrows clock k to what is still owed, as the indexes by owner and
// by due time hold it.
const openClock = "k.met_at IS NULL AND k.cancelled_at IS NULL"

// owed makes the query for the first running clocks of each owner after a
// place. A reader who sees only what he takes part in has each owner's clocks
// filtered before they are counted, else a page could come out empty.
func owed(s *act.Sight, owners []string, from cursor, most int) (query string, args []any) {
	source, visible := "clock k WHERE ", ""
	if s.Reach() != access.Anywhere {
		// CROSS JOIN: begin with the clock.
		source, visible = "clock k CROSS JOIN complaint c WHERE c.id = k.subject_id AND ", " AND {visible}"
	}
	tail := openClock + " AND (k.due_at, k.id) > (?, ?)" + visible + " ORDER BY k.due_at, k.id LIMIT ?"
	if owners == nil {
		return "SELECT k.id, k.due_at FROM " + source + tail, []any{from.At, from.ID, most}
	}
	branches := make([]string, len(owners))
	for i, owner := range owners {
		branches[i] = "SELECT * FROM (SELECT k.id, k.due_at FROM " + source + "k.owner = ? AND " + tail + ") AS owed_by"
		args = append(args, owner, from.At, from.ID, most)
	}
	return strings.Join(branches, " UNION ALL "), args
}

// countMost bounds what is counted: beyond it a number means "many".
const countMost = 1000

// TodoCounts are the numbers beside the navigation, each at most 1000.
type TodoCounts struct {
	Mine        int64 `json:"mine"`
	MineOverdue int64 `json:"mine_overdue"`
	Team        int64 `json:"team"`
	TeamOverdue int64 `json:"team_overdue"`
}

// SeeTodoCounts counts what is owed.
func SeeTodoCounts(ctx context.Context, s *act.Sight, _ *route.Nothing) (n TodoCounts, err error) {
	if n.Mine, n.MineOverdue, err = countOwed(ctx, s, ScopeMine); err != nil {
		return n, err
	}
	n.Team, n.TeamOverdue, err = countOwed(ctx, s, ScopeTeam)
	return n, err
}

func countOwed(ctx context.Context, s *act.Sight, scope string) (all, overdue int64, err error) {
	owners, err := ownersOf(ctx, s, scope)
	if err != nil {
		return 0, 0, err
	}
	candidates, args := owed(s, owners, cursor{At: math.MinInt64}, countMost)
	query := `SELECT CAST(COUNT(*) AS BIGINT), CAST(COALESCE(SUM(CASE WHEN o.due_at <= ? THEN 1 ELSE 0 END), 0) AS BIGINT) FROM (` + candidates + `) o`
	if s.Reach() == access.Anywhere {
		query += " WHERE {visible}"
	}
	_, err = s.One(ctx, []any{&all, &overdue}, query, append([]any{act.Millis(s.Now())}, args...)...)
	return min(all, countMost), min(overdue, countMost), err
}

// Step is one sentence of the arithmetic behind a date.
type Step struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args"`
	Text string            `json:"text"`
}

// words puts the stored steps of a clock into a language.
func words(language lang.Language, explain string) ([]Step, error) {
	var steps []storedStep
	if err := json.Unmarshal([]byte(explain), &steps); err != nil {
		return nil, err
	}
	said := make([]Step, len(steps))
	for i, step := range steps {
		said[i] = Step{Code: step.Code, Args: step.Args, Text: step.text(language)}
	}
	return said, nil
}
