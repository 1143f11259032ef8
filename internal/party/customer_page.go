package party

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// CustomerPage is a customer's record.
type CustomerPage struct {
	CustomerRecord
	DivisionName string        `json:"division_name"`
	VoidedAt     string        `json:"voided_at,omitempty"`
	CreatedAt    string        `json:"created_at" format:"date-time"`
	PhonesMasked bool          `json:"phones_masked" doc:"The reader's roles show him masked phone numbers only"`
	Contacts     []ContactSeen `json:"contacts"`
	Sites        []SiteSeen    `json:"sites"`
	Timeline     []JournalLine `json:"timeline"`
}

// ContactSeen is a contact on the customer's record.
type ContactSeen struct {
	ID          string `json:"id"`
	Version     int64  `json:"version"`
	Name        string `json:"name"`
	Phone       string `json:"phone" doc:"Empty for readers who see masked numbers only"`
	PhoneMasked string `json:"phone_masked"`
	Email       string `json:"email"`
	Position    string `json:"position"`
}

// SiteSeen is a site with its region class and the way it was found.
type SiteSeen struct {
	SiteRecord
	DivisionName string     `json:"division_name"`
	Region       RegionSeen `json:"region"`
}

// PathID is the path of a record.
type PathID struct {
	ID string `path:"id"`
}

// seeCustomer gives a customer's record.
func seeCustomer(ctx context.Context, s *act.Sight, q *PathID) (page CustomerPage, err error) {
	var created int64
	found, err := s.One(ctx, append(page.CustomerRecord.places(), &created),
		"SELECT "+customerColumns+", c.created_at FROM customer c WHERE c.id = ? AND {visible}", q.ID)
	if err != nil {
		return page, err
	}
	if !found {
		return page, fault.NotFound("fault.not_found")
	}
	page.DivisionName, page.CreatedAt = divisionName(page.DivisionCode), clock(created)
	page.VoidedAt, page.PhonesMasked = clock(page.CustomerRecord.VoidedAt), !seesPhones(s)
	if page.Contacts, err = contactsOf(ctx, s, q.ID); err != nil {
		return page, err
	}
	if page.Sites, err = sitesOf(ctx, s, q.ID); err != nil {
		return page, err
	}
	subjects := []string{q.ID}
	for _, c := range page.Contacts {
		subjects = append(subjects, c.ID)
	}
	for _, site := range page.Sites {
		subjects = append(subjects, site.ID)
	}
	page.Timeline, err = timeline(ctx, s, subjects)
	return page, err
}

// rowsMost bounds the contacts and sites of one customer on his record.
const rowsMost = 200

func contactsOf(ctx context.Context, s *act.Sight, customerID string) ([]ContactSeen, error) {
	whole := seesPhones(s)
	rows, err := s.Detail(ctx, "SELECT "+contactColumns+` FROM contact t
		WHERE t.customer_id = ? AND t.voided_at IS NULL ORDER BY t.id LIMIT ?`, customerID, rowsMost)
	return act.Collect(rows, err, func(row act.Scanner) (ContactSeen, error) {
		var r ContactRecord
		err := row.Scan(r.places()...)
		seen := ContactSeen{ID: r.ID, Version: r.Version, Name: r.Name, PhoneMasked: MaskPhone(r.Phone), Position: r.Position}
		if whole {
			seen.Phone, seen.Email = r.Phone, r.Email
		}
		return seen, err
	})
}

func sitesOf(ctx context.Context, s *act.Sight, customerID string) ([]SiteSeen, error) {
	rules, err := deadline.RulesSeen(ctx, s)
	if err != nil {
		return nil, err
	}
	lists, language := rules.Regions(), languageOf(s)
	rows, err := s.Query(ctx, "SELECT "+siteColumns+` FROM site s
		WHERE s.customer_id = ? AND s.voided_at IS NULL AND {visible} ORDER BY s.id LIMIT ?`, customerID, rowsMost)
	return act.Collect(rows, err, func(row act.Scanner) (SiteSeen, error) {
		var r SiteRecord
		err := row.Scan(r.places()...)
		return SiteSeen{r, divisionName(r.DivisionCode), resolveRegion(lists, language, r.Region())}, err
	})
}

// SiteQuery asks for the sites of a customer.
type SiteQuery struct {
	CustomerID string `query:"customer_id" maxLength:"40" required:"true"`
}

// Sites are the sites of a customer.
type Sites struct {
	Items []SiteSeen `json:"items"`
}

func listSites(ctx context.Context, s *act.Sight, q *SiteQuery) (Sites, error) {
	items, err := sitesOf(ctx, s, q.CustomerID)
	return Sites{items}, err
}
