package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// CreateUnit enters an installed unit.
type CreateUnit struct {
	UnitFields
}

// Action names the row of the permission table.
func (CreateUnit) Action() access.Action { return "party.create_unit" }

// Scope is nobody's in particular.
func (CreateUnit) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run enters the unit; its serial number must be new for its product.
func (a CreateUnit) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	f := a.UnitFields.tidy()
	if err := f.check(today(tx)); err != nil {
		return Changed{}, err
	}
	f, _, err := f.settle(ctx, tx)
	if err != nil {
		return Changed{}, err
	}
	id := act.NewID()
	free, err := insertUnit(ctx, tx, sayUnit(tx, id, f), id, f, "")
	if err != nil {
		return Changed{}, err
	}
	if !free {
		return Changed{}, fault.Invalid(fault.Wrong("serial_no", "party.serial_taken", "serial_no", f.SerialNo))
	}
	return Changed{ID: id, Version: 1}, nil
}
