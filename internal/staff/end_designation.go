package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// EndDesignation ends a designation after a day. It is refused when that would
// leave a day without a designated person: the last one needs a successor
// (2.1-a, 4.1-a, 4.3-a). A designation that has not begun is taken back by
// ending it the day before its first.
type EndDesignation struct {
	ID      string `json:"id" hidden:"true"`
	Version int64  `json:"version"`
	ToDay   string `json:"to_day" required:"true" format:"date" doc:"Last day in force"`
	Reason  string `json:"reason" required:"true" maxLength:"500"`
}

// Action is "staff.end_designation".
func (a EndDesignation) Action() access.Action { return "staff.end_designation" }

// Scope is nobody's matter in particular.
func (a EndDesignation) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run writes the end.
func (a EndDesignation) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	done := Done{a.ID, a.Version + 1}
	d, found, err := designationByID(ctx, tx, a.ID)
	if err != nil {
		return done, err
	}
	if !found {
		return done, fault.NotFound("fault.not_found")
	}
	said := designationSaid(tx, done, d.Function, "end", fault.Args{"to_day": a.ToDay})
	if err := tx.Lock(ctx, said, "designation:"+string(d.Function)); err != nil {
		return done, err
	}
	if err := current(ctx, tx, said.Subject(), found, d.Version, a.Version); err != nil {
		return done, err
	}
	var fs fault.Fields
	to := day(&fs, "to_day", a.ToDay)
	reason := required(&fs, "reason", a.Reason, longNote)
	if err := fs.Err(); err != nil {
		return done, err
	}
	first, err := calendar.ParseDay(d.FromDay)
	if err != nil {
		return done, err
	}
	fs.Add(to.Before(first.AddDays(-1)), "to_day", "staff.ends_before_it_begins")
	fs.Add(a.ToDay > d.last(), "to_day", "staff.ended_already", "to_day", d.ToDay)
	if err := fs.Err(); err != nil {
		return done, err
	}
	if err := a.guard(ctx, tx, d, to); err != nil {
		return done, err
	}
	return done, tx.WriteOne(ctx, said, "UPDATE designation SET to_day = ?, end_reason = ?, version = version + 1 WHERE id = ? AND version = ?",
		a.ToDay, reason, a.ID, a.Version)
}

// guard refuses a gap: on the day after the end, and on every day from there to
// today when the end lies in the past, somebody else must be designated.
func (a EndDesignation) guard(ctx context.Context, tx *act.Tx, d Designation, to calendar.Day) error {
	if a.ToDay == d.last() {
		return nil
	}
	others, err := designations(ctx, tx, "WHERE g.function = ? AND g.id <> ?", string(d.Function), d.ID)
	if err != nil {
		return err
	}
	from, until := to.AddDays(1), calendar.DayOf(tx.Now())
	if until.Before(from) {
		until = from
	}
	if until.String() > d.last() {
		until, err = calendar.ParseDay(d.last())
		if err != nil {
			return err
		}
	}
	missing, found := gap(others, from, until)
	if found {
		return fault.Against(d.Function.Obligation(), "staff.successor_required", "day", missing.String())
	}
	return nil
}
