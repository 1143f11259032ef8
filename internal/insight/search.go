package insight

import (
	"context"
	"slices"
	"strings"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/fault"
	"huidan/internal/party"
	"huidan/internal/route"
)

const (
	foundUsual = 20 // hits of one answer
	foundMost  = 50
	// findRounds bounds how often a search looks further when the reader may
	// not see what was found.
	findRounds = 5
	// partiesMost is how many customers, and how many units, stand in one answer.
	partiesMost = 6
)

// SearchQuery is what was typed into the one box.
type SearchQuery struct {
	Q     string `query:"q" maxLength:"100"`
	Limit int64  `query:"limit" minimum:"1" maximum:"50"`
}

// Found is what a search gives, complaints first.
type Found struct {
	Items []Hit `json:"items"`
}

// Hit is a record that was found.
type Hit struct {
	Kind    string   `json:"kind" enum:"complaint,customer,unit"`
	ID      string   `json:"id"`
	Number  string   `json:"number" doc:"Number, code or serial number"`
	Title   string   `json:"title"`
	Snippet string   `json:"snippet" doc:"The passage around what was found"`
	Matched []string `json:"matched" doc:"What was found, as it stands in the number, title or snippet"`
	State   string   `json:"state,omitempty" doc:"Of a complaint"`
}

// search finds complaints, customers and units. Each kind is read with the
// permission of its own, so nobody finds what he could not open.
func search(c *route.Ctx, q SearchQuery) (Found, error) {
	limit := foundUsual
	if q.Limit > 0 {
		limit = min(int(q.Limit), foundMost)
	}
	if strings.TrimSpace(q.Q) == "" {
		return Found{Items: []Hit{}}, nil
	}
	ctx := c.R.Context()
	hits, err := act.See(ctx, c.Door, c.Actor, "search.see", func(ctx context.Context, s *act.Sight) ([]Hit, error) {
		return findComplaints(ctx, s, q.Q, limit)
	})
	if err != nil {
		return Found{}, err
	}
	parties, err := act.See(ctx, c.Door, c.Actor, "party.see", func(ctx context.Context, s *act.Sight) ([]Hit, error) {
		return findParties(ctx, s, q.Q)
	})
	if f, ok := fault.As(err); ok && f.Kind == fault.KindForbidden {
		return Found{Items: hits}, nil
	}
	return Found{Items: append(hits, parties...)}, err
}

// findComplaints gives the newest complaints that have everything that was
// typed and that the reader may see.
func findComplaints(ctx context.Context, s *act.Sight, typed string, limit int) ([]Hit, error) {
	hits, before := []Hit{}, int64(0)
	for range findRounds {
		found, err := s.Find(ctx, []string{"complaint"}, typed, limit, before)
		if err != nil || len(found) == 0 {
			return hits, err
		}
		ids := make([]string, len(found))
		for i, f := range found {
			ids[i] = f.SubjectID
		}
		seen, err := loadComplaints(ctx, s, ids, typed)
		if err != nil {
			return hits, err
		}
		hits = append(hits, seen...)
		before = found[len(found)-1].Doc
		if len(hits) >= limit || len(found) < limit {
			break
		}
	}
	return hits[:min(len(hits), limit)], nil
}

func loadComplaints(ctx context.Context, s *act.Sight, ids []string, typed string) ([]Hit, error) {
	_, personal := access.Reach(s.Actor(), "complaint.see_personal")
	_, confidential := access.Reach(s.Actor(), "complaint.see_confidential")
	rows, err := s.Query(ctx, `
		SELECT c.id, c.number, c.state, c.headline, c.customer_name, c.product_text, c.serial_text, c.contract_no, c.account,
			c.reception_summary, c.contact_name, c.phone, c.address, COALESCE(c.confidential_at, 0),
			COALESCE((SELECT l.symptom FROM complaint_line l WHERE l.complaint_id = c.id AND l.ended_at IS NULL ORDER BY l.place LIMIT 1), '')
		FROM complaint c WHERE {visible} AND c.id IN (`+act.Marks(len(ids))+")", act.Anys(ids)...)
	hits, err := act.Collect(rows, err, func(row act.Scanner) (h Hit, err error) {
		var headline, customer, product, serial, contract, account, summary, contact, phone, address, symptom string
		var asked int64 // not to be named (EC-14)
		h.Kind = "complaint"
		err = row.Scan(&h.ID, &h.Number, &h.State, &headline, &customer, &product, &serial, &contract, &account,
			&summary, &contact, &phone, &address, &asked, &symptom)
		h.Title = join(" · ", customer, product)
		passages := []string{account, symptom, serial, contract, summary, customer, product}
		if personal && (asked == 0 || confidential) {
			passages = append(passages, contact, phone, address)
		}
		h.Snippet, h.Matched = passage(typed, passages)
		if h.Snippet == "" {
			h.Snippet = headline
		}
		return h, err
	})
	slices.SortFunc(hits, func(a, b Hit) int { return slices.Index(ids, a.ID) - slices.Index(ids, b.ID) })
	return hits, err
}

// findParties gives customers and units by name, code, phone, serial or
// contract number, as their own pickers do.
func findParties(ctx context.Context, s *act.Sight, typed string) ([]Hit, error) {
	hits := []Hit{}
	customers, err := party.ListCustomers(ctx, s, &party.CustomerQuery{Listing: party.Listing{Q: typed, Limit: partiesMost}})
	if err != nil {
		return hits, err
	}
	for _, c := range customers.Items {
		h := Hit{Kind: "customer", ID: c.ID, Number: c.Code, Title: c.Name}
		h.Snippet, h.Matched = passage(typed, []string{c.Name, c.Code, c.MatchedSerial, c.Address})
		if h.Snippet == c.Name || h.Snippet == c.Code || h.Snippet == "" {
			h.Snippet = join(" · ", c.DivisionName, c.ContactName)
		}
		hits = append(hits, h)
	}
	units, err := party.ListUnits(ctx, s, &party.UnitQuery{Listing: party.Listing{Q: typed, Limit: partiesMost}})
	if err != nil {
		return hits, err
	}
	for _, u := range units.Items {
		h := Hit{Kind: "unit", ID: u.ID, Number: u.SerialNo, Title: join(" ", u.Product.Name, u.Model), Snippet: join(" · ", u.Customer.Name, u.ContractNo)}
		_, h.Matched = passage(typed, []string{u.SerialNo, u.ContractNo, u.BatchNo})
		hits = append(hits, h)
	}
	return hits, nil
}

func join(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), by)
}
