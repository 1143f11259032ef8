package party

import (
	"context"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/deadline"
	"huidan/internal/fault"
)

// UnitPage is the record of an installed unit.
type UnitPage struct {
	UnitRow
	VoidedAt   string        `json:"voided_at,omitempty"`
	VoidReason string        `json:"void_reason,omitempty"`
	SiteSeen   *SiteSeen     `json:"site_record,omitempty" doc:"The site with its region class"`
	Moves      []UnitMove    `json:"moves"`
	Timeline   []JournalLine `json:"timeline"`
}

// UnitMove is one move of a unit.
type UnitMove struct {
	MovedOn      string `json:"moved_on"`
	FromCustomer string `json:"from_customer"`
	FromSite     string `json:"from_site"`
	ToCustomer   string `json:"to_customer"`
	ToSite       string `json:"to_site"`
	Reason       string `json:"reason"`
	ByName       string `json:"by_name"`
}

func seeUnit(ctx context.Context, s *act.Sight, q *PathID) (page UnitPage, err error) {
	rows, err := s.Query(ctx, unitRowFor("''")+"c.id = ?", q.ID)
	units, err := act.Collect(rows, err, unitRowScanner(calendar.DayOf(s.Now())))
	if err != nil {
		return page, err
	}
	if len(units) == 0 {
		return page, fault.NotFound("fault.not_found")
	}
	page.UnitRow = units[0]
	var voided int64
	if _, err := s.One(ctx, []any{&voided, &page.VoidReason},
		"SELECT COALESCE(c.voided_at, 0), COALESCE(c.void_reason, '') FROM unit c WHERE c.id = ? AND {visible}", q.ID); err != nil {
		return page, err
	}
	page.VoidedAt = clock(voided)
	if page.SiteSeen, err = siteSeen(ctx, s, page.Site); err != nil {
		return page, err
	}
	if page.Moves, err = movesOf(ctx, s, q.ID); err != nil {
		return page, err
	}
	page.Timeline, err = timeline(ctx, s, []string{q.ID})
	return page, err
}

func siteSeen(ctx context.Context, s *act.Sight, site *Named) (*SiteSeen, error) {
	if site == nil {
		return nil, nil
	}
	var r SiteRecord
	if _, err := s.DetailOne(ctx, r.places(), "SELECT "+siteColumns+" FROM site s WHERE s.id = ?", site.ID); err != nil {
		return nil, err
	}
	rules, err := deadline.RulesSeen(ctx, s)
	return &SiteSeen{r, divisionName(r.DivisionCode), resolveRegion(rules.Regions(), languageOf(s), r.Region())}, err
}

func movesOf(ctx context.Context, s *act.Sight, unitID string) ([]UnitMove, error) {
	rows, err := s.Detail(ctx, `
		SELECT m.moved_on, a.name, COALESCE(f.name, ''), COALESCE(f.address, ''), b.name, COALESCE(t.name, ''), COALESCE(t.address, ''),
			m.reason, COALESCE(p.name, '')
		FROM unit_move m JOIN customer a ON a.id = m.customer_id JOIN customer b ON b.id = m.to_customer_id
			LEFT JOIN site f ON f.id = m.site_id LEFT JOIN site t ON t.id = m.to_site_id LEFT JOIN person p ON p.id = m.moved_by
		WHERE m.unit_id = ? ORDER BY m.id DESC LIMIT ?`, unitID, rowsMost)
	return act.Collect(rows, err, func(row act.Scanner) (m UnitMove, err error) {
		var fromAddress, toAddress string
		err = row.Scan(&m.MovedOn, &m.FromCustomer, &m.FromSite, &fromAddress, &m.ToCustomer, &m.ToSite, &toAddress, &m.Reason, &m.ByName)
		if m.FromSite == "" {
			m.FromSite = fromAddress
		}
		if m.ToSite == "" {
			m.ToSite = toAddress
		}
		return m, err
	})
}
