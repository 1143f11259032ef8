package staff

import (
	"context"
	"slices"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// mostDeputies is how many deputies one designation names at most.
const mostDeputies = 5

// Designate names a person for a function from a day, with at least one deputy
// (2.1-a, 4.1-a, 4.3-a; Q-16). With Replaces it ends an earlier designation of
// the same function the day before, so that no day is left without one.
type Designate struct {
	Function        Function `json:"function" required:"true" enum:"complaint,survey,feedback"`
	PersonID        string   `json:"person_id" required:"true" maxLength:"40"`
	Deputies        []string `json:"deputies" maxItems:"5"`
	FromDay         string   `json:"from_day" required:"true" format:"date"`
	ToDay           string   `json:"to_day" format:"date"`
	Lead            bool     `json:"lead"`
	DesignatedBy    string   `json:"designated_by" maxLength:"40" doc:"Person who decided it; empty: whoever records it"`
	DocumentRef     string   `json:"document_ref" maxLength:"120"`
	Replaces        string   `json:"replaces" maxLength:"40"`
	ReplacesVersion int64    `json:"replaces_version"`
}

// Action is "staff.designate".
func (a Designate) Action() access.Action { return "staff.designate" }

// Scope is nobody's matter in particular.
func (a Designate) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run writes the designation.
func (a Designate) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	var fs fault.Fields
	oneOf(&fs, "function", a.Function, Functions)
	from, to := day(&fs, "from_day", a.FromDay), dayOrNone(&fs, "to_day", a.ToDay)
	span(&fs, "to_day", from, to)
	document := optional(&fs, "document_ref", a.DocumentRef, 120)
	if err := fs.Err(); err != nil {
		return Done{}, err
	}
	done := Done{act.NewID(), 1}
	said := designationSaid(tx, done, a.Function, "designate", fault.Args{"from_day": a.FromDay, "to_day": a.ToDay,
		"person": a.PersonID, "deputies": len(a.Deputies)})
	if err := tx.Lock(ctx, said, "designation:"+string(a.Function)); err != nil {
		return done, err
	}
	if err := a.guardPeople(ctx, tx, &fs); err != nil {
		return done, err
	}
	if err := a.replace(ctx, tx, &fs, from); err != nil {
		return done, err
	}
	if err := a.guardOverlap(ctx, tx, &fs); err != nil {
		return done, err
	}
	if err := fs.Err(); err != nil {
		return done, err
	}
	return done, a.write(ctx, tx, said, done.ID, document)
}

// guardPeople notes people who are not here, and a missing or useless deputy.
func (a Designate) guardPeople(ctx context.Context, tx *act.Tx, fs *fault.Fields) error {
	if _, err := working(ctx, tx, fs, "person_id", a.PersonID); err != nil {
		return err
	}
	fs.Add(len(a.Deputies) == 0, "deputies", "staff.deputy_required")
	fs.Add(len(a.Deputies) > mostDeputies, "deputies", "staff.too_many_deputies", "max", mostDeputies)
	for i, id := range a.Deputies {
		fs.Add(id == a.PersonID, "deputies", "staff.deputy_is_designee")
		fs.Add(slices.Contains(a.Deputies[:i], id), "deputies", "staff.deputy_twice")
		if _, err := working(ctx, tx, fs, "deputies", id); err != nil {
			return err
		}
	}
	if a.DesignatedBy == "" || a.DesignatedBy == tx.Actor().ID {
		return nil
	}
	_, err := working(ctx, tx, fs, "designated_by", a.DesignatedBy)
	return err
}

// replace ends the earlier designation on the day before this one begins.
func (a Designate) replace(ctx context.Context, tx *act.Tx, fs *fault.Fields, from calendar.Day) error {
	if a.Replaces == "" {
		return nil
	}
	old, found, err := designationByID(ctx, tx, a.Replaces)
	if err != nil {
		return err
	}
	done := Done{a.Replaces, a.ReplacesVersion + 1}
	last := from.AddDays(-1).String()
	said := designationSaid(tx, done, a.Function, "hand_on", fault.Args{"to_day": last})
	if err := current(ctx, tx, said.Subject(), found, old.Version, a.ReplacesVersion); err != nil {
		return err
	}
	if old.Function != a.Function || last < old.FromDay || last > old.last() {
		fs.Add(true, "replaces", "staff.replaces_another_time")
		return nil
	}
	return tx.WriteOne(ctx, said, "UPDATE designation SET to_day = ?, version = version + 1 WHERE id = ? AND version = ?",
		last, a.Replaces, a.ReplacesVersion)
}

// guardOverlap notes that the same person holds the function in that time already.
func (a Designate) guardOverlap(ctx context.Context, tx *act.Tx, fs *fault.Fields) error {
	last := Designation{ToDay: a.ToDay}.last()
	var from string
	found, err := tx.One(ctx, []any{&from}, `SELECT g.from_day FROM designation g WHERE g.function = ? AND g.person_id = ?
		AND g.from_day <= ? AND COALESCE(g.to_day, '9999-12-31') >= ? AND COALESCE(g.to_day, '9999-12-31') >= g.from_day`,
		string(a.Function), a.PersonID, last, a.FromDay)
	fs.Add(found, "person_id", "staff.designated_already", "from_day", from)
	return err
}

func (a Designate) write(ctx context.Context, tx *act.Tx, said *act.Said, id, document string) error {
	leadAt, by := any(nil), a.DesignatedBy
	if a.Lead {
		leadAt = act.Millis(tx.Now())
	}
	if by == "" {
		by = tx.Actor().ID
	}
	err := tx.WriteOne(ctx, said, `INSERT INTO designation (id, function, person_id, from_day, to_day, lead_at, designated_by,
		document_ref, end_reason, version, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', 1, ?)`,
		id, string(a.Function), a.PersonID, a.FromDay, act.OrNull(a.ToDay), leadAt, by, document, act.Millis(tx.Now()))
	if err != nil {
		return err
	}
	for i, deputy := range a.Deputies {
		err := tx.WriteOne(ctx, said, "INSERT INTO designation_deputy (designation_id, place, person_id) VALUES (?, ?, ?)", id, i+1, deputy)
		if err != nil {
			return err
		}
	}
	return nil
}

// designationSaid announces a line about a designation; the sentence names the function.
func designationSaid(tx *act.Tx, d Done, function Function, verb string, facts fault.Args) *act.Said {
	return tx.Say(act.Line{Subject: act.Subject{Kind: "designation", ID: d.ID}, Version: d.Version, New: d.Version == 1,
		Obligations: []string{function.Obligation()}, Say: "journal.staff." + verb + "_" + string(function), Facts: facts})
}
