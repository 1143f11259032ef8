package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// VoidUnit takes a unit that was entered wrongly out of force; its serial
// number is free again.
type VoidUnit struct {
	ID      string `json:"id,omitempty" doc:"Taken from the path"`
	Version int64  `json:"version"`
	Reason  string `json:"reason" maxLength:"200"`
}

// Action names the row of the permission table.
func (VoidUnit) Action() access.Action { return "party.void_unit" }

// Scope is nobody's in particular.
func (VoidUnit) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run voids the unit.
func (a VoidUnit) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := unitInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	if err := needReason(a.Reason); err != nil {
		return Changed{}, err
	}
	said := tx.Say(act.Line{Subject: unitSubject(a.ID), Version: a.Version + 1, Say: "journal.party.void_unit",
		Facts: fault.Args{"serial_no": was.SerialNo}})
	if err := voidRow(ctx, tx, said, "unit", a.ID, a.Version, a.Reason); err != nil {
		return Changed{}, err
	}
	_, err = tx.Write(ctx, said, "DELETE FROM party_key WHERE subject_id = ?", a.ID)
	return Changed{ID: a.ID, Version: a.Version + 1}, err
}
