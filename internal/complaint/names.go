package complaint

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/lang"
)

// names gathers the people and departments a page names and reads their names
// in two queries.
type names struct {
	people, departments map[string][]*Named
}

func (n *names) want(into *Named, personID string) {
	into.ID = personID
	if personID == "" {
		return
	}
	if n.people == nil {
		n.people = map[string][]*Named{}
	}
	n.people[personID] = append(n.people[personID], into)
}

func (n *names) wantDepartment(into *Named, id string) {
	into.ID = id
	if n.departments == nil {
		n.departments = map[string][]*Named{}
	}
	n.departments[id] = append(n.departments[id], into)
}

func (n *names) wantOwner(o *Owner, language lang.Language) {
	switch o.Kind {
	case "person":
		n.want(&o.Named, o.ID)
	case "department":
		n.wantDepartment(&o.Named, o.ID)
	case "role":
		o.Name = lang.T(language, "role."+o.ID, nil)
	}
}

func (n *names) fill(ctx context.Context, s *act.Sight) error {
	for _, into := range n.people[access.SystemActor.ID] {
		into.Name = lang.T(lang.Of(s.Actor().Language), "role."+string(access.System), nil)
	}
	if err := readNames(ctx, s, "person", n.people); err != nil {
		return err
	}
	return readNames(ctx, s, "department", n.departments)
}

// readNames reads names by ID. The number of placeholders is rounded up, so
// that few texts are prepared.
func readNames(ctx context.Context, s *act.Sight, table string, wanted map[string][]*Named) error {
	if len(wanted) == 0 {
		return nil
	}
	args := make([]any, 0, len(wanted))
	for id := range wanted {
		args = append(args, id)
	}
	for len(args)&(len(args)-1) != 0 {
		args = append(args, args[0])
	}
	rows, err := s.Published(ctx, "SELECT id, name FROM "+table+" WHERE id IN ("+act.Marks(len(args))+")", args...)
	found, err := act.Collect(rows, err, func(r act.Scanner) (n Named, err error) {
		err = r.Scan(&n.ID, &n.Name)
		return n, err
	})
	for _, f := range found {
		for _, into := range wanted[f.ID] {
			into.Name = f.Name
		}
	}
	return err
}
