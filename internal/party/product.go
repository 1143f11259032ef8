package party

import (
	"context"
	"strings"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// ProductFields are what a person types about a product.
type ProductFields struct {
	Code           string `json:"code,omitempty" maxLength:"40" doc:"The company's product number; given by the program when empty"`
	NameZH         string `json:"name_zh" maxLength:"120"`
	NameEN         string `json:"name_en,omitempty" maxLength:"120"`
	Family         string `json:"family,omitempty" maxLength:"60" doc:"Product family, such as 平板"`
	Model          string `json:"model,omitempty" maxLength:"60"`
	WarrantyMonths int64  `json:"warranty_months,omitempty" minimum:"0" maximum:"600" doc:"Months of warranty from delivery; 0: none set"`
	DiscontinuedOn string `json:"discontinued_on,omitempty" maxLength:"10" doc:"Last day of production, YYYY-MM-DD"`
}

// ProductRecord is a product as the records hold it.
type ProductRecord struct {
	ID      string `json:"id"`
	Version int64  `json:"version"`
	ProductFields
	VoidedAt   int64  `json:"-"` // ms UTC, 0 when in force
	VoidReason string `json:"void_reason,omitempty"`
}

const productColumns = `c.id, c.version, c.code, c.name_zh, c.name_en, c.family, c.model, c.warranty_months,
	COALESCE(c.discontinued_on, ''), COALESCE(c.voided_at, 0), COALESCE(c.void_reason, '')`

func (r *ProductRecord) places() []any {
	return []any{
		&r.ID, &r.Version, &r.Code, &r.NameZH, &r.NameEN, &r.Family, &r.Model, &r.WarrantyMonths, &r.DiscontinuedOn,
		&r.VoidedAt, &r.VoidReason,
	}
}

// Product reads a product inside an act; found is false when there is none.
func Product(ctx context.Context, tx *act.Tx, id string) (r ProductRecord, found bool, err error) {
	found, err = tx.One(ctx, r.places(), "SELECT "+productColumns+" FROM product c WHERE c.id = ?", id)
	return r, found, err
}

func productInForce(ctx context.Context, tx *act.Tx, id string) (ProductRecord, error) {
	r, found, err := Product(ctx, tx, id)
	switch {
	case err != nil:
		return r, err
	case !found:
		return r, fault.NotFound("fault.not_found")
	case r.VoidedAt != 0:
		return r, fault.Against("", "party.product_void", "code", r.Code)
	}
	return r, nil
}

func (f ProductFields) tidy() ProductFields {
	for _, s := range []*string{&f.Code, &f.NameZH, &f.NameEN, &f.Family, &f.Model, &f.DiscontinuedOn} {
		*s = strings.TrimSpace(*s)
	}
	return f
}

// warrantyLongest bounds a warranty, in months.
const warrantyLongest = 600

func (f ProductFields) check() error {
	var wrong fault.Fields
	wrong.Add(f.NameZH == "", "name_zh", "fault.required")
	wrong.Add(tooLong(f.NameZH, 120), "name_zh", "fault.too_long", "max", 120)
	wrong.Add(tooLong(f.NameEN, 120), "name_en", "fault.too_long", "max", 120)
	wrong.Add(tooLong(f.Code, 40), "code", "fault.too_long", "max", 40)
	wrong.Add(f.Code != "" && act.FoldCode(f.Code) == "", "code", "fault.malformed")
	wrong.Add(tooLong(f.Family, 60), "family", "fault.too_long", "max", 60)
	wrong.Add(tooLong(f.Model, 60), "model", "fault.too_long", "max", 60)
	wrong.Add(f.WarrantyMonths < 0 || f.WarrantyMonths > warrantyLongest, "warranty_months", "party.warranty_out_of_range", "max", warrantyLongest)
	checkDay(&wrong, "discontinued_on", f.DiscontinuedOn)
	return wrong.Err()
}

// checkDay notes a text that is neither empty nor a day.
func checkDay(wrong *fault.Fields, path, day string) {
	_, err := calendar.ParseDay(day)
	wrong.Add(day != "" && err != nil, path, "party.not_a_day", "value", day)
}

func productKeys(f ProductFields) keySet {
	var keys keySet
	keys.name(f.NameZH)
	keys.name(f.NameEN)
	keys.name(f.Model)
	keys.name(f.Family)
	keys.code(f.Code)
	return keys
}

func productSubject(id string) act.Subject { return act.Subject{Kind: "product", ID: id} }

// insertProduct writes a new product and its keys; false when its code is taken.
func insertProduct(ctx context.Context, tx *act.Tx, said *act.Said, id string, f ProductFields, importID string) (bool, error) {
	n, err := tx.Write(ctx, said, `
		INSERT INTO product (id, version, code, code_folded, name_zh, name_en, pinyin, family, model, model_folded,
			warranty_months, discontinued_on, import_id, created_at)
		VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (code_folded) DO NOTHING`,
		id, f.Code, act.FoldCode(f.Code), f.NameZH, f.NameEN, Pinyin(f.NameZH), f.Family, f.Model, act.FoldCode(f.Model),
		f.WarrantyMonths, act.OrNull(f.DiscontinuedOn), act.OrNull(importID), act.Millis(tx.Now()))
	if err != nil || n == 0 {
		return false, err
	}
	return true, putKeys(ctx, tx, said, whatProduct, id, id, true, productKeys(f))
}

// enterProduct writes a new product with its journal line.
func enterProduct(ctx context.Context, tx *act.Tx, f ProductFields, importID string) (id, code string, err error) {
	id = act.NewID()
	facts := fault.Args{"code": f.Code, "name_zh": f.NameZH}
	said := tx.Say(act.Line{Subject: productSubject(id), Version: 1, Say: "journal.party.create_product", Facts: facts, New: true})
	given := f.Code != ""
	for {
		if !given {
			if f.Code, err = nextCode(ctx, tx, said, "product", "P"); err != nil {
				return "", "", err
			}
			facts["code"] = f.Code
		}
		free, err := insertProduct(ctx, tx, said, id, f, importID)
		if err != nil {
			return "", "", err
		}
		if free {
			return id, f.Code, nil
		}
		if given {
			return "", "", fault.Invalid(fault.Wrong("code", "party.code_taken", "code", f.Code))
		}
	}
}
