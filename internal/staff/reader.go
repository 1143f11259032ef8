package staff

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/fault"
)

// Reader is what this chapter's questions are asked through: a running act
// (*act.Tx), or Details of what somebody sees.
type Reader interface {
	Query(ctx context.Context, query string, args ...any) (*act.Rows, error)
	One(ctx context.Context, dest []any, query string, args ...any) (bool, error)
}

// Details lets the questions be asked in a Sight that has shown a record.
func Details(s *act.Sight) Reader { return details{s} }

type details struct{ s *act.Sight }

// Query reads rows that belong to the record shown.
func (d details) Query(ctx context.Context, query string, args ...any) (*act.Rows, error) {
	return d.s.Detail(ctx, query, args...)
}

// One reads a row that belongs to the record shown.
func (d details) One(ctx context.Context, dest []any, query string, args ...any) (bool, error) {
	return d.s.DetailOne(ctx, dest, query, args...)
}

// Done is the answer of an act: the record and its version after it.
type Done struct {
	ID      string `json:"id"`
	Version int64  `json:"version"`
}

// current refuses when there is no such record, or when it is not the version
// that its reader had in front of him.
func current(ctx context.Context, tx *act.Tx, subject act.Subject, found bool, have, seen int64) error {
	if !found {
		return fault.NotFound("fault.not_found")
	}
	if have != seen {
		return tx.Stale(ctx, subject, seen)
	}
	return nil
}
