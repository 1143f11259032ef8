package complaint

import (
	"context"

	"huidan/internal/act"
)

// FollowClocks brings a complaint's earliest due time, by which lists sort, in
// line with its clocks after these were counted again. The record keeps its
// version: nothing on it changed.
func FollowClocks(ctx context.Context, tx *act.Tx, said *act.Said, id string) error {
	c := Complaint{ID: id}
	if err := c.nextDue(ctx, tx); err != nil {
		return err
	}
	_, err := tx.Write(ctx, said, "UPDATE complaint SET next_due_at = ?, next_step = ? WHERE id = ?", ms(c.NextDueAt), c.NextStep, id)
	return err
}
