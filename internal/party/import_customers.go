package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/region"
)

// CustomerImport is one row of a list of customers.
type CustomerImport struct {
	Row         int64  `json:"row" doc:"Row of the file, from 1"`
	Code        string `json:"code,omitempty" maxLength:"200"`
	Name        string `json:"name,omitempty" maxLength:"400"`
	Kind        string `json:"kind,omitempty" maxLength:"40"`
	Region      string `json:"region,omitempty" maxLength:"400" doc:"Region in words, such as 四川成都"`
	Address     string `json:"address,omitempty" maxLength:"400"`
	ContactName string `json:"contact_name,omitempty" maxLength:"400"`
	Phone       string `json:"phone,omitempty" maxLength:"200"`
	Email       string `json:"email,omitempty" maxLength:"400"`
	Remarks     string `json:"remarks,omitempty" maxLength:"2000"`
}

// ImportCustomers takes a batch of customers from a list. A row whose code, or
// whose name, is there already adds its contact to that customer; a row that
// cannot be taken is reported and does not hinder the others.
type ImportCustomers struct {
	ImportHead
	Rows []CustomerImport `json:"rows" maxItems:"200"`
}

// Action names the row of the permission table.
func (ImportCustomers) Action() access.Action { return "party.import" }

// Scope is nobody's in particular.
func (ImportCustomers) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run takes the rows.
func (a ImportCustomers) Run(ctx context.Context, tx *act.Tx) (ImportAnswer, error) {
	return takeRows(ctx, tx, a.ImportHead, ImportOfCustomers, a.Rows)
}

func (r CustomerImport) place() int64 { return r.Row }

// fields reads the row; everything is checked before anything is written, so
// that a refused row leaves nothing behind.
func (r CustomerImport) fields() (CustomerFields, ContactFields, error) {
	f := CustomerFields{Code: r.Code, Name: r.Name, Kind: r.Kind, Address: r.Address, Remarks: r.Remarks}.tidy()
	f.DivisionCode = divisionOf(r.Region, r.Address)
	if f.Address == "" {
		f.Address = r.Region
	}
	if err := f.check(); err != nil {
		return f, ContactFields{}, err
	}
	c := ContactFields{Name: r.ContactName, Phone: r.Phone, Email: r.Email}.tidy()
	if c == (ContactFields{}) {
		return f, c, nil
	}
	return f, c, c.check("")
}

// divisionOf reads the division from region and address where they say it
// clearly; where they do not, it stays open.
func divisionOf(regionText, address string) string {
	for _, text := range []string{regionText + address, regionText, address} {
		if match, err := region.Parse(text); err == nil {
			return match.Division.Code
		}
	}
	return ""
}

func (r CustomerImport) take(ctx context.Context, tx *act.Tx, importID string) (created bool, err error) {
	f, contact, err := r.fields()
	if err != nil {
		return false, err
	}
	id, err := customerOfRow(ctx, tx, f)
	if err != nil {
		return false, err
	}
	if id == "" {
		id, _, err = enterCustomer(ctx, tx, f, "journal.party.create_customer", importID)
		if _, taken := fault.As(err); taken {
			return false, fault.New(fault.KindBusy, "fault.busy") // another replica entered the code just now
		}
		if err != nil {
			return false, err
		}
		created = true
	}
	if contact != (ContactFields{}) {
		_, err = addContactOnce(ctx, tx, id, contact, importID)
	}
	return created, err
}

// customerOfRow finds the customer a row is about, by code or else by name;
// "" when he is new.
func customerOfRow(ctx context.Context, tx *act.Tx, f CustomerFields) (id string, err error) {
	if f.Code == "" {
		id, _, _, err = withSameName(ctx, tx, f.Name, "")
		return id, err
	}
	var voidedAt int64
	found, err := tx.One(ctx, []any{&id, &voidedAt},
		"SELECT c.id, COALESCE(c.voided_at, 0) FROM customer c WHERE c.code_folded = ?", act.FoldCode(f.Code))
	if err == nil && found && voidedAt != 0 {
		err = fault.Invalid(fault.Wrong("code", "party.customer_void", "code", f.Code))
	}
	return id, err
}
