package party

import (
	"context"
	"strings"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// MoveUnit says that a unit stands at another site, or with another customer,
// since a day. Where it stood before is kept.
type MoveUnit struct {
	ID         string `json:"id,omitempty" doc:"Taken from the path"`
	Version    int64  `json:"version"`
	CustomerID string `json:"customer_id,omitempty" maxLength:"40" doc:"The same customer when empty"`
	SiteID     string `json:"site_id,omitempty" maxLength:"40" doc:"Empty when the new site is not known"`
	MovedOn    string `json:"moved_on" maxLength:"10" doc:"YYYY-MM-DD"`
	Reason     string `json:"reason,omitempty" maxLength:"200"`
}

// Action names the row of the permission table.
func (MoveUnit) Action() access.Action { return "party.move_unit" }

// Scope is nobody's in particular.
func (MoveUnit) Scope(context.Context, *act.Tx) (access.Scope, error) { return access.Scope{}, nil }

// Run writes the new place and keeps the former.
func (a MoveUnit) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	was, err := unitInForce(ctx, tx, a.ID)
	if err != nil {
		return Changed{}, err
	}
	to := a.CustomerID
	if to == "" {
		to = was.CustomerID
	}
	if err := a.check(ctx, tx, was, to); err != nil {
		return Changed{}, err
	}
	said := tx.Say(act.Line{Subject: unitSubject(a.ID), Version: a.Version + 1, Say: "journal.party.move_unit",
		Facts: fault.Args{"serial_no": was.SerialNo, "moved_on": a.MovedOn, "customer_id": to, "site_id": a.SiteID}})
	err = tx.WriteOne(ctx, said, `
		UPDATE unit SET customer_id = ?, site_id = ?, version = version + 1 WHERE id = ? AND version = ? AND voided_at IS NULL`,
		to, act.OrNull(a.SiteID), a.ID, a.Version)
	if err != nil {
		return Changed{}, err
	}
	err = tx.WriteOne(ctx, said, `
		INSERT INTO unit_move (id, unit_id, customer_id, site_id, to_customer_id, to_site_id, moved_on, reason, moved_by, recorded_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		act.NewID(), a.ID, was.CustomerID, act.OrNull(was.SiteID), to, act.OrNull(a.SiteID), a.MovedOn, strings.TrimSpace(a.Reason),
		tx.Actor().ID, act.Millis(tx.Now()))
	return Changed{ID: a.ID, Version: a.Version + 1}, err
}

func (a MoveUnit) check(ctx context.Context, tx *act.Tx, was UnitRecord, to string) error {
	var wrong fault.Fields
	wrong.Add(a.MovedOn == "", "moved_on", "fault.required")
	checkDay(&wrong, "moved_on", a.MovedOn)
	wrong.Add(a.MovedOn > today(tx).String(), "moved_on", "fault.in_future")
	wrong.Add(a.MovedOn != "" && a.MovedOn < was.DeliveredOn, "moved_on", "party.moved_before_delivery", "delivered_on", was.DeliveredOn)
	wrong.Add(to == was.CustomerID && a.SiteID == was.SiteID, "site_id", "party.not_moved")
	wrong.Add(tooLong(a.Reason, reasonLongest), "reason", "fault.too_long", "max", reasonLongest)
	if err := wrong.Err(); err != nil {
		return err
	}
	if _, err := customerInForce(ctx, tx, to); err != nil {
		return atField(err, "customer_id")
	}
	return siteOf(ctx, tx, a.SiteID, to)
}
