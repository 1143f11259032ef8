package party

import (
	"context"
	"net/mail"
	"strings"

	"huidan/internal/act"
	"huidan/internal/fault"
)

// ContactFields are what a person types about a contact of a customer:
// personal data, which never enters the journal.
type ContactFields struct {
	Name     string `json:"name,omitempty" maxLength:"60"`
	Phone    string `json:"phone,omitempty" maxLength:"40"`
	Email    string `json:"email,omitempty" maxLength:"120"`
	Position string `json:"position,omitempty" maxLength:"60"`
}

// ContactRecord is a contact as the records hold it.
type ContactRecord struct {
	ID         string `json:"id"`
	Version    int64  `json:"version"`
	CustomerID string `json:"customer_id"`
	ContactFields
	VoidedAt int64 `json:"-"` // ms UTC, 0 when in force
}

const contactColumns = `t.id, t.version, t.customer_id, t.name, t.phone, t.email, t.position, COALESCE(t.voided_at, 0)`

func (r *ContactRecord) places() []any {
	return []any{&r.ID, &r.Version, &r.CustomerID, &r.Name, &r.Phone, &r.Email, &r.Position, &r.VoidedAt}
}

func contactInForce(ctx context.Context, tx *act.Tx, id string) (r ContactRecord, err error) {
	found, err := tx.One(ctx, r.places(), "SELECT "+contactColumns+" FROM contact t WHERE t.id = ?", id)
	if err == nil && (!found || r.VoidedAt != 0) {
		err = fault.NotFound("fault.not_found")
	}
	return r, err
}

func (f ContactFields) tidy() ContactFields {
	for _, s := range []*string{&f.Name, &f.Phone, &f.Email, &f.Position} {
		*s = strings.TrimSpace(*s)
	}
	return f
}

func (f ContactFields) check(path string) error {
	var wrong fault.Fields
	wrong.Add(f.Name == "" && f.Phone == "", path+"name", "fault.required")
	wrong.Add(tooLong(f.Name, 60), path+"name", "fault.too_long", "max", 60)
	wrong.Add(tooLong(f.Phone, 40), path+"phone", "fault.too_long", "max", 40)
	wrong.Add(f.Phone != "" && !phoneLike(f.Phone), path+"phone", "party.phone_malformed")
	wrong.Add(tooLong(f.Email, 120), path+"email", "fault.too_long", "max", 120)
	wrong.Add(f.Email != "" && !emailLike(f.Email), path+"email", "party.email_malformed")
	wrong.Add(tooLong(f.Position, 60), path+"position", "fault.too_long", "max", 60)
	return wrong.Err()
}

const (
	// phoneFewest and phoneMost bound the digits of a phone number with its
	// country and extension.
	phoneFewest = 5
	phoneMost   = 24
)

func phoneLike(phone string) bool {
	digits := 0
	for _, r := range fold(phone) {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case strings.ContainsRune("+-()#*., /;x转", r):
		default:
			return false
		}
	}
	return digits >= phoneFewest && digits <= phoneMost
}

func emailLike(email string) bool {
	a, err := mail.ParseAddress(email)
	return err == nil && a.Address == email
}

// MaskPhone hides the middle of a phone number: 138****3811. Lists show it so.
func MaskPhone(phone string) string {
	var digits []rune
	for _, r := range fold(phone) {
		if r >= '0' && r <= '9' {
			digits = append(digits, r)
		}
	}
	const head, tail = 3, 4
	switch {
	case len(digits) == 0:
		return ""
	case len(digits) < head+tail:
		return "****" + string(digits[max(0, len(digits)-2):])
	}
	if len(digits) == 13 && string(digits[:2]) == "86" {
		digits = digits[2:]
	}
	return string(digits[:head]) + "****" + string(digits[len(digits)-tail:])
}

func contactKeys(f ContactFields) keySet {
	var keys keySet
	keys.phone(f.Phone)
	if f.Name != "" {
		keys.add(f.Name)
		for _, letters := range initials(syllables(fold(f.Name))) {
			keys.add(letters)
		}
	}
	return keys
}

func contactSubject(id string) act.Subject { return act.Subject{Kind: "contact", ID: id} }

// enterContact writes a new contact with its journal line.
func enterContact(ctx context.Context, tx *act.Tx, customerID string, f ContactFields, path, importID string) (string, error) {
	f = f.tidy()
	if err := f.check(path); err != nil {
		return "", err
	}
	id := act.NewID()
	said := tx.Say(act.Line{Subject: contactSubject(id), Version: 1, Say: "journal.party.add_contact",
		Facts: fault.Args{"customer_id": customerID}, New: true})
	err := tx.WriteOne(ctx, said, `
		INSERT INTO contact (id, version, customer_id, name, phone, phone_folded, email, position, import_id, created_at)
		VALUES (?, 1, ?, ?, ?, ?, ?, ?, ?, ?)`,
		id, customerID, f.Name, f.Phone, act.FoldCode(f.Phone), f.Email, f.Position, act.OrNull(importID), act.Millis(tx.Now()))
	if err != nil {
		return "", err
	}
	return id, putKeys(ctx, tx, said, whatCustomer, customerID, id, true, contactKeys(f))
}
