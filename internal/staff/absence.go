package staff

import (
	"context"
	"time"

	"huidan/internal/act"
)

// Reason says why somebody is away.
type Reason string

// The reasons of absence.
const (
	OnLeave        Reason = "leave"
	Sick           Reason = "sick"
	OnBusinessTrip Reason = "business_trip"
	InTraining     Reason = "training"
	AwayOther      Reason = "other"
)

// Reasons lists the reasons in the order screens show them.
var Reasons = []Reason{OnLeave, Sick, OnBusinessTrip, InTraining, AwayOther}

// Absence is a time a person is away, whole days, both ends included.
type Absence struct {
	ID, PersonID   string
	FromDay, ToDay string
	Reason         Reason
	Note           string
	CancelledAt    time.Time // zero: stands
	CancelReason   string
	Version        int64
}

const absenceColumns = "b.id, b.person_id, b.from_day, b.to_day, b.reason, b.note, COALESCE(b.cancelled_at, 0), b.cancel_reason, b.version"

func scanAbsence(s act.Scanner) (b Absence, err error) {
	var cancelled int64
	err = s.Scan(&b.ID, &b.PersonID, &b.FromDay, &b.ToDay, &b.Reason, &b.Note, &cancelled, &b.CancelReason, &b.Version)
	if cancelled > 0 {
		b.CancelledAt = act.Time(cancelled)
	}
	return b, err
}

func absenceByID(ctx context.Context, r Reader, id string) (b Absence, found bool, err error) {
	rows, err := r.Query(ctx, "SELECT "+absenceColumns+" FROM absence b WHERE b.id = ?", id)
	list, err := act.Collect(rows, err, scanAbsence)
	if err != nil || len(list) == 0 {
		return b, false, err
	}
	return list[0], true, nil
}
