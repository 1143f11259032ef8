package complaint

import (
	"context"
	"strconv"
	"strings"
	"time"

	"huidan/internal/act"
	"huidan/internal/deadline"
	"huidan/internal/fault"
	"huidan/internal/regulation"
)

// findPage gives the IDs of one page of hits and where the next one begins.
func findPage(ctx context.Context, s *act.Sight, query, after string, limit int) (ids []string, next string, err error) {
	var before int64
	if after != "" {
		if before, err = strconv.ParseInt(after, 10, 64); err != nil {
			return nil, "", fault.Invalid(fault.Wrong("query.after", "fault.malformed"))
		}
	}
	hits, err := s.Find(ctx, []string{Kind}, query, limit, before)
	if err != nil {
		return nil, "", err
	}
	for _, h := range hits {
		ids = append(ids, h.SubjectID)
	}
	if len(hits) == limit && hits[len(hits)-1].Doc > 0 {
		next = strconv.FormatInt(hits[len(hits)-1].Doc, 10)
	}
	return ids, next, nil
}

// DuplicateQuery is what is known of a complaint being taken in.
type DuplicateQuery struct {
	Phone      string `query:"phone"`
	SerialNo   string `query:"serial_no"`
	CustomerID string `query:"customer_id"`
	ContractNo string `query:"contract_no"`
	Symptom    string `query:"symptom"`
	Except     string `query:"except" doc:"the complaint itself"`
}

// Duplicates are complaints that may be about the same matter, and which
// complaint this would be.
type Duplicates struct {
	Items []Row `json:"items"`
	Nth   Nth   `json:"nth"`
}

// Nth counts which complaint this is, itself included (form 2.2, EC-13).
type Nth struct {
	Contract int64 `json:"contract"`
	Unit     int64 `json:"unit"`
	Failure  int64 `json:"failure"`
}

// duplicateMost bounds the list for each reason.
const duplicateMost = 20

// LikelyDuplicates finds complaints on the same serial, phone, contract or
// customer within the company's window (2.1-b: 90 days; the serial's whole
// history is shown, EC-13).
func LikelyDuplicates(ctx context.Context, s *act.Sight, q *DuplicateQuery) (Duplicates, error) {
	rules, err := deadline.RulesSeen(ctx, s)
	if err != nil {
		return Duplicates{}, err
	}
	since, _ := regulation.DuplicateWindow(s.Now(), rules.Settings)
	from := act.Millis(since.Start())
	d := Duplicates{Items: []Row{}}
	serial, phone, contract := act.FoldCode(q.SerialNo), act.FoldCode(q.Phone), act.FoldCode(q.ContractNo)
	looks := []struct {
		reason, condition string
		args              []any
		skip              bool
	}{
		{"same_serial", "c.id IN (SELECT l.complaint_id FROM complaint_line l WHERE l.serial_folded = ? AND l.serial_folded <> '')", []any{serial}, serial == ""},
		{"same_phone", "c.phone_folded = ? AND c.phone_folded <> '' AND c.taken_at >= ?", []any{phone, from}, len(phone) < 7},
		{"same_contract", "c.contract_folded = ? AND c.contract_folded <> '' AND c.taken_at >= ?", []any{contract, from}, contract == ""},
		{"same_customer", "c.customer_id = ? AND c.taken_at >= ?", []any{q.CustomerID, from}, q.CustomerID == ""},
	}
	for _, l := range looks {
		if l.skip {
			continue
		}
		rows, err := s.Query(ctx, selectRow+"WHERE {visible} AND c.state <> 'void' AND c.id <> ? AND "+l.condition+
			" ORDER BY c.taken_at DESC, c.id DESC LIMIT ?", append(append([]any{q.Except}, l.args...), duplicateMost)...)
		found, err := act.Collect(rows, err, scanRow(s.Now()))
		if err != nil {
			return d, err
		}
		d.add(found, l.reason)
	}
	d.Nth, err = countNth(ctx, s, serial, contract, act.Fold(q.Symptom), q.Except, s.Now())
	return d, err
}

func (d *Duplicates) add(found []Row, reason string) {
	for _, r := range found {
		known := false
		for i := range d.Items {
			if d.Items[i].ID == r.ID {
				d.Items[i].MatchedReasons = append(d.Items[i].MatchedReasons, reason)
				known = true
			}
		}
		if !known {
			r.MatchedReasons = []string{reason}
			d.Items = append(d.Items, r)
		}
	}
}

// countNth counts earlier complaints on the contract, the unit and the same
// failure of the unit, and adds the one at hand.
func countNth(ctx context.Context, s *act.Sight, serial, contract, symptom, except string, until time.Time) (Nth, error) {
	var n Nth
	if contract != "" {
		if _, err := s.One(ctx, []any{&n.Contract}, `SELECT COUNT(*) FROM complaint c WHERE {visible}
			AND c.contract_folded = ? AND c.contract_folded <> '' AND c.state <> 'void' AND c.id <> ? AND c.taken_at <= ?`,
			contract, except, act.Millis(until)); err != nil {
			return n, err
		}
		n.Contract++
	}
	if serial == "" {
		return n, nil
	}
	rows, err := s.Query(ctx, `SELECT l.symptom, c.headline FROM complaint_line l JOIN complaint c ON c.id = l.complaint_id
		WHERE {visible} AND l.serial_folded = ? AND l.serial_folded <> '' AND l.ended_at IS NULL AND c.state <> 'void' AND c.id <> ? AND c.taken_at <= ?
		ORDER BY c.taken_at DESC LIMIT 500`, serial, except, act.Millis(until))
	earlier, err := act.Collect(rows, err, func(r act.Scanner) (same bool, err error) {
		var was, head string
		err = r.Scan(&was, &head)
		return symptom != "" && strings.Contains(act.Fold(was+" "+head), symptom), err
	})
	if err != nil {
		return n, err
	}
	n.Unit = int64(len(earlier)) + 1
	for _, same := range earlier {
		if same {
			n.Failure++
		}
	}
	if symptom != "" {
		n.Failure++
	}
	return n, nil
}
