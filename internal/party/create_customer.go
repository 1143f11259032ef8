package party

import (
	"context"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
)

// Changed is the answer of the acts on records of this chapter.
type Changed struct {
	ID      string `json:"id"`
	Version int64  `json:"version"`
	Code    string `json:"code,omitempty"`
}

// CreateCustomer enters a customer. A second customer of the same name needs
// SameNameOK, since it is usually the same one typed twice.
type CreateCustomer struct {
	CustomerFields
	SameNameOK bool `json:"same_name_ok,omitempty" doc:"There is another customer of this name and it is not this one"`
	// Contact and Site are entered with the customer when given.
	Contact *ContactFields `json:"contact,omitempty"`
	Site    *SiteFields    `json:"site,omitempty"`
}

// Action names the row of the permission table.
func (CreateCustomer) Action() access.Action { return "party.create_customer" }

// Scope is nobody's in particular.
func (CreateCustomer) Scope(context.Context, *act.Tx) (access.Scope, error) {
	return access.Scope{}, nil
}

// Run enters the customer, and its first contact and site.
func (a CreateCustomer) Run(ctx context.Context, tx *act.Tx) (Changed, error) {
	f := a.CustomerFields.tidy()
	if err := f.check(); err != nil {
		return Changed{}, err
	}
	if !a.SameNameOK {
		_, code, found, err := withSameName(ctx, tx, f.Name, "")
		if err != nil {
			return Changed{}, err
		}
		if found {
			return Changed{}, fault.Invalid(fault.Wrong("name", "party.same_name", "code", code))
		}
	}
	id, code, err := enterCustomer(ctx, tx, f, "journal.party.create_customer", "")
	if err != nil {
		return Changed{}, err
	}
	if a.Contact != nil {
		if _, err := enterContact(ctx, tx, id, *a.Contact, "contact.", ""); err != nil {
			return Changed{}, err
		}
	}
	if a.Site != nil {
		if _, err := enterSite(ctx, tx, id, *a.Site, "site.", ""); err != nil {
			return Changed{}, err
		}
	}
	return Changed{ID: id, Version: 1, Code: code}, nil
}

// enterCustomer writes a new customer with its journal line. The sentence
// names the code only: a customer may be a person.
func enterCustomer(ctx context.Context, tx *act.Tx, f CustomerFields, say, importID string) (id, code string, err error) {
	id = act.NewID()
	facts := fault.Args{"code": f.Code, "kind": f.Kind}
	said := tx.Say(act.Line{Subject: customerSubject(id), Version: 1, Say: say, Facts: facts, New: true})
	given := f.Code != ""
	for {
		if !given {
			if f.Code, err = nextCode(ctx, tx, said, "customer", "C"); err != nil {
				return "", "", err
			}
			facts["code"] = f.Code
		}
		free, err := insertCustomer(ctx, tx, said, id, f, importID)
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

// FindOrCreateCustomer gives the customer in force of exactly this name
// (folded), or enters a new one with its own journal line. For complaints taken
// from somebody who is not in the records yet.
func FindOrCreateCustomer(ctx context.Context, tx *act.Tx, f CustomerFields) (r CustomerRecord, created bool, err error) {
	f = f.tidy()
	if err := f.check(); err != nil {
		return r, false, err
	}
	id, _, found, err := withSameName(ctx, tx, f.Name, "")
	if err != nil {
		return r, false, err
	}
	if !found {
		if id, _, err = enterCustomer(ctx, tx, f, "journal.party.create_customer", ""); err != nil {
			return r, false, err
		}
	}
	r, _, err = Customer(ctx, tx, id)
	return r, !found, err
}
