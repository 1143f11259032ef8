package staff

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// longestAbsence is the longest time one absence may last, in days.
const longestAbsence = 366

// RecordAbsence notes that a person is away from day to day. Absences of one
// person do not overlap.
type RecordAbsence struct {
	PersonID string `json:"person_id" required:"true" maxLength:"40"`
	FromDay  string `json:"from_day" required:"true" format:"date"`
	ToDay    string `json:"to_day" required:"true" format:"date"`
	Reason   Reason `json:"reason" required:"true" enum:"leave,sick,business_trip,training,other"`
	Note     string `json:"note" maxLength:"500"`
}

// Action is "staff.record_absence".
func (a RecordAbsence) Action() access.Action { return "staff.record_absence" }

// Scope is the person's own matter and his department's.
func (a RecordAbsence) Scope(ctx context.Context, tx *act.Tx) (access.Scope, error) {
	return scopeOf(ctx, tx, a.PersonID)
}

// Run writes the absence.
func (a RecordAbsence) Run(ctx context.Context, tx *act.Tx) (Done, error) {
	var fs fault.Fields
	from, to := day(&fs, "from_day", a.FromDay), day(&fs, "to_day", a.ToDay)
	span(&fs, "to_day", from, to)
	fs.Add(tooLong(from, to), "to_day", "staff.absence_too_long", "max", longestAbsence)
	oneOf(&fs, "reason", a.Reason, Reasons)
	note := optional(&fs, "note", a.Note, longNote)
	if _, err := working(ctx, tx, &fs, "person_id", a.PersonID); err != nil {
		return Done{}, err
	}
	if err := fs.Err(); err != nil {
		return Done{}, err
	}
	done := Done{act.NewID(), 1}
	said := tx.Say(act.Line{Subject: act.Subject{Kind: "absence", ID: done.ID}, Version: 1, New: true,
		Say: "journal.staff.record_absence", Facts: fault.Args{"person": a.PersonID, "from_day": a.FromDay, "to_day": a.ToDay}})
	if err := tx.Lock(ctx, said, "absence:"+a.PersonID); err != nil {
		return done, err
	}
	var otherFrom, otherTo string
	overlaps, err := tx.One(ctx, []any{&otherFrom, &otherTo}, `SELECT from_day, to_day FROM absence
		WHERE person_id = ? AND cancelled_at IS NULL AND from_day <= ? AND to_day >= ? ORDER BY from_day LIMIT 1`, a.PersonID, a.ToDay, a.FromDay)
	if err != nil {
		return done, err
	}
	fs.Add(overlaps, "from_day", "staff.absence_overlaps", "from_day", otherFrom, "to_day", otherTo)
	if err := fs.Err(); err != nil {
		return done, err
	}
	return done, tx.WriteOne(ctx, said, `INSERT INTO absence (id, person_id, from_day, to_day, reason, note, cancel_reason, version, recorded_at)
		VALUES (?, ?, ?, ?, ?, ?, '', 1, ?)`, done.ID, a.PersonID, a.FromDay, a.ToDay, string(a.Reason), note, act.Millis(tx.Now()))
}

func tooLong(from, to calendar.Day) bool {
	return !from.IsZero() && !to.IsZero() && from.DaysUntil(to) >= longestAbsence
}
