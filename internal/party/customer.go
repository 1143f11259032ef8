package party

import (
	"context"
	"slices"
	"strings"

	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/region"
)

// The kinds of customers.
const (
	KindDirect  = "direct"   // buys from the company
	KindDealer  = "dealer"   // sells on
	KindEndUser = "end_user" // bought from a dealer
	KindOther   = "other"
)

// The levels of customers.
const (
	LevelStandard = "standard"
	LevelKey      = "key" // 重点顾客
)

var (
	kinds  = []string{KindDirect, KindDealer, KindEndUser, KindOther}
	levels = []string{LevelStandard, LevelKey}
)

// CustomerFields are what a person types about a customer.
type CustomerFields struct {
	Code         string `json:"code,omitempty" maxLength:"40" doc:"The company's number of the customer; given by the program when empty"`
	Name         string `json:"name" maxLength:"120"`
	Kind         string `json:"kind,omitempty" enum:"direct,dealer,end_user,other" doc:"direct when empty"`
	Level        string `json:"level,omitempty" enum:"standard,key" doc:"standard when empty"`
	Address      string `json:"address,omitempty" maxLength:"200"`
	DivisionCode string `json:"division_code,omitempty" maxLength:"6" doc:"GB/T 2260, 2, 4 or 6 digits"`
	Remarks      string `json:"remarks,omitempty" maxLength:"500"`
}

// CustomerRecord is a customer as the records hold it.
type CustomerRecord struct {
	ID      string `json:"id"`
	Version int64  `json:"version"`
	CustomerFields
	VoidedAt   int64  `json:"-"` // ms UTC, 0 when in force
	VoidReason string `json:"void_reason,omitempty"`
}

const customerColumns = `c.id, c.version, c.code, c.name, c.kind, c.level, c.address, c.division_code, c.remarks,
	COALESCE(c.voided_at, 0), COALESCE(c.void_reason, '')`

func (r *CustomerRecord) places() []any {
	return []any{
		&r.ID, &r.Version, &r.Code, &r.Name, &r.Kind, &r.Level, &r.Address, &r.DivisionCode, &r.Remarks, &r.VoidedAt, &r.VoidReason,
	}
}

// Customer reads a customer inside an act; found is false when there is none.
func Customer(ctx context.Context, tx *act.Tx, id string) (r CustomerRecord, found bool, err error) {
	found, err = tx.One(ctx, r.places(), "SELECT "+customerColumns+" FROM customer c WHERE c.id = ?", id)
	return r, found, err
}

// customerInForce reads a customer that may be changed or referred to.
func customerInForce(ctx context.Context, tx *act.Tx, id string) (CustomerRecord, error) {
	r, found, err := Customer(ctx, tx, id)
	switch {
	case err != nil:
		return r, err
	case !found:
		return r, fault.NotFound("fault.not_found")
	case r.VoidedAt != 0:
		return r, fault.Against("", "party.customer_void", "code", r.Code)
	}
	return r, nil
}

// tidy trims what was typed and fills what is taken for granted.
func (f CustomerFields) tidy() CustomerFields {
	for _, s := range []*string{&f.Code, &f.Name, &f.Address, &f.DivisionCode, &f.Remarks} {
		*s = strings.TrimSpace(*s)
	}
	if f.Kind == "" {
		f.Kind = KindDirect
	}
	if f.Level == "" {
		f.Level = LevelStandard
	}
	f.DivisionCode = region.Unpad(f.DivisionCode)
	return f
}

func (f CustomerFields) check() error {
	var wrong fault.Fields
	wrong.Add(f.Name == "", "name", "fault.required")
	wrong.Add(tooLong(f.Name, 120), "name", "fault.too_long", "max", 120)
	wrong.Add(tooLong(f.Code, 40), "code", "fault.too_long", "max", 40)
	wrong.Add(f.Code != "" && act.FoldCode(f.Code) == "", "code", "fault.malformed")
	wrong.Add(tooLong(f.Address, 200), "address", "fault.too_long", "max", 200)
	wrong.Add(tooLong(f.Remarks, 500), "remarks", "fault.too_long", "max", 500)
	wrong.Add(!slices.Contains(kinds, f.Kind), "kind", "fault.unknown_value", "value", f.Kind)
	wrong.Add(!slices.Contains(levels, f.Level), "level", "fault.unknown_value", "value", f.Level)
	checkDivision(&wrong, "division_code", f.DivisionCode)
	return wrong.Err()
}

func checkDivision(wrong *fault.Fields, path, code string) {
	if code == "" {
		return
	}
	_, known := region.Find(code)
	wrong.Add(!known, path, "party.unknown_division", "code", code)
}

func tooLong(s string, most int) bool { return len([]rune(s)) > most }

func customerKeys(f CustomerFields) keySet {
	var keys keySet
	keys.name(f.Name)
	keys.code(f.Code)
	return keys
}

// customerSubject names a customer in the journal.
func customerSubject(id string) act.Subject { return act.Subject{Kind: "customer", ID: id} }

// insertCustomer writes a new customer and its keys; false when its code is taken.
func insertCustomer(ctx context.Context, tx *act.Tx, said *act.Said, id string, f CustomerFields, importID string) (bool, error) {
	n, err := tx.Write(ctx, said, `
		INSERT INTO customer (id, version, code, code_folded, name, name_folded, pinyin, kind, level, address,
			division_code, remarks, import_id, created_at)
		VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (code_folded) DO NOTHING`,
		id, f.Code, act.FoldCode(f.Code), f.Name, fold(f.Name), Pinyin(f.Name), f.Kind, f.Level, f.Address,
		f.DivisionCode, f.Remarks, act.OrNull(importID), act.Millis(tx.Now()))
	if err != nil || n == 0 {
		return false, err
	}
	if err := putKeys(ctx, tx, said, whatCustomer, id, id, true, customerKeys(f)); err != nil {
		return false, err
	}
	return true, indexCustomer(ctx, tx, said, id, f)
}

func indexCustomer(ctx context.Context, tx *act.Tx, said *act.Said, id string, f CustomerFields) error {
	return tx.Index(ctx, said, "customer", id, f.Name, strings.Join([]string{f.Name, f.Code, f.Address, f.Remarks}, "\n"))
}

// nextCode gives the program's own number for a customer, product or import.
func nextCode(ctx context.Context, tx *act.Tx, said *act.Said, series, prefix string) (string, error) {
	n, err := tx.Number(ctx, said, series, 0)
	if err != nil {
		return "", err
	}
	return prefix + pad(n), nil
}

// withSameName finds a customer in force of the same folded name.
func withSameName(ctx context.Context, tx *act.Tx, name, except string) (id, code string, found bool, err error) {
	found, err = tx.One(ctx, []any{&id, &code}, `
		SELECT c.id, c.code FROM customer c
		WHERE c.name_folded = ? AND c.id <> ? AND c.voided_at IS NULL ORDER BY c.id LIMIT 1`, fold(name), except)
	return id, code, found, err
}

func pad(n int64) string {
	const width = 6
	text := ""
	for ; n > 0 || len(text) < width; n /= 10 {
		text = string(rune('0'+n%10)) + text
	}
	return text
}
