package party

import (
	"context"
	"strings"

	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/region"
)

// SiteFields are what a person types about a site of a customer: the place
// where products stand, which decides the region class of clause 2.2.
type SiteFields struct {
	Name         string       `json:"name,omitempty" maxLength:"80"`
	DivisionCode string       `json:"division_code,omitempty" maxLength:"6" doc:"GB/T 2260, 2, 4 or 6 digits"`
	Address      string       `json:"address,omitempty" maxLength:"200"`
	Place        region.Place `json:"place,omitempty" enum:"overseas,ship,offshore,listed" doc:"Empty for the mainland; the others have no limit of clause 2.2"`
	PlaceNote    string       `json:"place_note,omitempty" maxLength:"200" doc:"Why the site is listed as special"`
}

// SiteRecord is a site as the records hold it.
type SiteRecord struct {
	ID         string `json:"id"`
	Version    int64  `json:"version"`
	CustomerID string `json:"customer_id"`
	SiteFields
	VoidedAt int64 `json:"-"` // ms UTC, 0 when in force
}

const siteColumns = `s.id, s.version, s.customer_id, s.name, s.division_code, s.address, s.place, s.place_note, COALESCE(s.voided_at, 0)`

func (r *SiteRecord) places() []any {
	return []any{&r.ID, &r.Version, &r.CustomerID, &r.Name, &r.DivisionCode, &r.Address, &r.Place, &r.PlaceNote, &r.VoidedAt}
}

// Region is the site as package region reads it.
func (f SiteFields) Region() region.Site {
	return region.Site{Division: f.DivisionCode, Address: f.Address, Place: f.Place}
}

// Site reads a site inside an act; found is false when there is none.
func Site(ctx context.Context, tx *act.Tx, id string) (r SiteRecord, found bool, err error) {
	found, err = tx.One(ctx, r.places(), "SELECT "+siteColumns+" FROM site s WHERE s.id = ?", id)
	return r, found, err
}

func siteInForce(ctx context.Context, tx *act.Tx, id string) (SiteRecord, error) {
	r, found, err := Site(ctx, tx, id)
	if err == nil && (!found || r.VoidedAt != 0) {
		err = fault.NotFound("fault.not_found")
	}
	return r, err
}

func (f SiteFields) tidy() SiteFields {
	for _, s := range []*string{&f.Name, &f.DivisionCode, &f.Address, &f.PlaceNote} {
		*s = strings.TrimSpace(*s)
	}
	f.DivisionCode = region.Unpad(f.DivisionCode)
	return f
}

var places = map[region.Place]bool{
	region.Mainland: true, region.Overseas: true, region.Ship: true, region.Offshore: true, region.Listed: true,
}

func (f SiteFields) check(path string) error {
	var wrong fault.Fields
	wrong.Add(f.DivisionCode == "" && f.Address == "" && f.Place == region.Mainland, path+"division_code", "party.site_nowhere")
	wrong.Add(tooLong(f.Name, 80), path+"name", "fault.too_long", "max", 80)
	wrong.Add(tooLong(f.Address, 200), path+"address", "fault.too_long", "max", 200)
	wrong.Add(tooLong(f.PlaceNote, 200), path+"place_note", "fault.too_long", "max", 200)
	wrong.Add(!places[f.Place], path+"place", "fault.unknown_value", "value", string(f.Place))
	wrong.Add(f.Place == region.Listed && f.PlaceNote == "", path+"place_note", "fault.required")
	checkDivision(&wrong, path+"division_code", f.DivisionCode)
	return wrong.Err()
}

func siteSubject(id string) act.Subject { return act.Subject{Kind: "site", ID: id} }

// siteObligations: the region class of where the matter occurred decides the
// limit of clause 2.2 (clauses.md 3.7).
var siteObligations = []string{"2.2-b", "2.2-c", "2.2-d"}

// enterSite writes a new site with its journal line.
func enterSite(ctx context.Context, tx *act.Tx, customerID string, f SiteFields, path, importID string) (string, error) {
	f = f.tidy()
	if err := f.check(path); err != nil {
		return "", err
	}
	id := act.NewID()
	said := tx.Say(act.Line{Subject: siteSubject(id), Version: 1, Say: "journal.party.add_site", Obligations: siteObligations,
		Facts: fault.Args{"customer_id": customerID, "division_code": f.DivisionCode}, New: true})
	err := tx.WriteOne(ctx, said, `
		INSERT INTO site (id, version, customer_id, name, division_code, address, place, place_note, import_id, created_at)
		VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
		id, customerID, f.Name, f.DivisionCode, f.Address, string(f.Place), f.PlaceNote, act.OrNull(importID), act.Millis(tx.Now()))
	return id, err
}
