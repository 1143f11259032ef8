package complaint

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// complaintColumns is the record's row in the order of fields.
const complaintColumns = `c.id, c.number, c.version, c.state, c.class, c.severity, c.entry_mode, c.entry_reason, COALESCE(c.import_id, ''),
	c.recorded_at, c.recorded_by, c.officer_id, c.region_class, c.region_path, c.headline, c.product_text, c.serial_text,
	COALESCE(c.classified_at, 0), COALESCE(c.handed_over_at, 0), COALESCE(c.received_at, 0), COALESCE(c.opinion_at, 0),
	COALESCE(c.closed_at, 0), COALESCE(c.misclassified_at, 0), COALESCE(c.next_due_at, 0), c.next_step,
	c.close_kind, c.close_summary, COALESCE(c.merged_into, ''), c.reopen_count,
	c.channel, c.channel_note, c.arrived_at, c.taken_at, COALESCE(c.call_started_at, 0), COALESCE(c.call_ended_at, 0),
	c.letter_date, c.fax_sender, c.pages, COALESCE(c.anonymous_at, 0), COALESCE(c.confidential_at, 0),
	COALESCE(c.customer_id, ''), c.customer_name, c.complainant_name, c.complainant_role, c.contact_name, c.phone, c.email, c.address,
	COALESCE(c.site_id, ''), c.division_code, c.contract_no, c.delivered_on, c.account, c.reception_summary, c.demand, c.demand_note, c.unknowns`

// fields gives where to scan complaintColumns to.
func (c *Complaint) fields() []any {
	r := &c.Record
	return []any{
		&c.ID, &c.Number, &c.Version, &c.State, &c.Class, &c.Severity, &c.EntryMode, &c.EntryReason, &c.ImportID,
		&c.RecordedAt, &c.RecordedBy, &c.OfficerID, &c.RegionClass, &c.RegionPath, &c.Headline, &c.ProductText, &c.SerialText,
		&c.ClassifiedAt, &c.HandedOverAt, &c.ReceivedAt, &c.OpinionAt,
		&c.ClosedAt, &c.MisclassifiedAt, &c.NextDueAt, &c.NextStep,
		&c.CloseKind, &c.CloseSummary, &c.MergedInto, &c.ReopenCount,
		&r.Channel, &r.ChannelNote, instant{&r.ArrivedAt}, instant{&r.TakenAt}, instant{&r.CallStartedAt}, instant{&r.CallEndedAt},
		&r.LetterDate, &r.FaxSender, &r.Pages, flag{&r.Anonymous}, flag{&r.Confidential},
		&r.CustomerID, &r.CustomerName, &r.ComplainantName, &r.ComplainantRole, &r.ContactName, &r.Phone, &r.Email, &r.Address,
		&r.SiteID, &r.DivisionCode, &r.ContractNo, &r.DeliveredOn, &r.Account, &r.Summary, words{&r.Demand}, &r.DemandNote, object{&r.Unknowns},
	}
}

// loaded notes how the complaint was when it was read.
func (c *Complaint) loaded() {
	c.before = counted{c.State, c.Class}
	c.Record.Severity = c.Severity
}

// insert writes a new complaint with its lines.
func (c *Complaint) insert(ctx context.Context, tx *act.Tx, said *act.Said) error {
	c.Version = 1
	r := &c.Record
	c.summarise()
	unknowns, err := json.Marshal(r.Unknowns)
	if err != nil {
		return err
	}
	_, err = tx.Write(ctx, said, `
		INSERT INTO complaint (id, number, version, state, class, severity, channel, channel_note, entry_mode, entry_reason, import_id,
			arrived_at, taken_at, recorded_at, recorded_by, officer_id, call_started_at, call_ended_at, letter_date, fax_sender, pages,
			anonymous_at, confidential_at, customer_id, customer_name, complainant_name, complainant_role, contact_name,
			phone, phone_folded, email, address, site_id, division_code, region_class, region_path, contract_no, contract_folded,
			delivered_on, account, reception_summary, demand, demand_note, unknowns, headline, product_text, serial_text,
			classified_at, closed_at, close_kind, close_summary, reopen_count, next_due_at, next_step)
		VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
			?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
		c.ID, c.Number, string(c.State), string(c.Class), c.Severity, r.Channel, r.ChannelNote, c.EntryMode, c.EntryReason, act.OrNull(c.ImportID),
		act.Millis(r.ArrivedAt), act.Millis(r.TakenAt), act.Millis(tx.Now()), tx.Actor().ID, c.OfficerID, at(r.CallStartedAt), at(r.CallEndedAt),
		r.LetterDate, r.FaxSender, r.Pages, mark(r.Anonymous, tx), mark(r.Confidential, tx),
		act.OrNull(r.CustomerID), r.CustomerName, r.ComplainantName, r.ComplainantRole, r.ContactName,
		r.Phone, act.FoldCode(r.Phone), r.Email, r.Address, act.OrNull(r.SiteID), r.DivisionCode, c.RegionClass, c.RegionPath,
		r.ContractNo, act.FoldCode(r.ContractNo), r.DeliveredOn, r.Account, r.Summary, strings.Join(r.Demand, " "), r.DemandNote,
		string(unknowns), c.Headline, c.ProductText, c.SerialText, ms(c.ClassifiedAt), ms(c.ClosedAt), c.CloseKind, c.CloseSummary,
		ms(c.NextDueAt), c.NextStep)
	if err != nil {
		return err
	}
	if err := c.writeLines(ctx, tx, said); err != nil {
		return err
	}
	if err := c.countNew(ctx, tx, said); err != nil {
		return err
	}
	return c.index(ctx, tx, said)
}

// save writes the complaint's next version. It is refused when somebody wrote
// one in the meantime.
func (c *Complaint) save(ctx context.Context, tx *act.Tx, said *act.Said) (Answer, error) {
	if err := c.nextDue(ctx, tx); err != nil {
		return Answer{}, err
	}
	err := tx.WriteOne(ctx, said, `
		UPDATE complaint SET version = version + 1, state = ?, class = ?, severity = ?, officer_id = ?,
			classified_at = ?, handed_over_at = ?, received_at = ?, opinion_at = ?, closed_at = ?, close_kind = ?, close_summary = ?,
			misclassified_at = ?, reopen_count = ?, merged_into = ?, next_due_at = ?, next_step = ?
		WHERE id = ? AND version = ?`,
		string(c.State), string(c.Class), c.Severity, c.OfficerID,
		ms(c.ClassifiedAt), ms(c.HandedOverAt), ms(c.ReceivedAt), ms(c.OpinionAt), ms(c.ClosedAt), c.CloseKind, c.CloseSummary,
		ms(c.MisclassifiedAt), c.ReopenCount, act.OrNull(c.MergedInto), ms(c.NextDueAt), c.NextStep,
		c.ID, c.Version)
	if err != nil {
		return Answer{}, err
	}
	if err := c.countMoved(ctx, tx, said); err != nil {
		return Answer{}, err
	}
	c.Version++
	return c.answer(), nil
}

// saveRecord writes the form's own columns; save follows it.
func (c *Complaint) saveRecord(ctx context.Context, tx *act.Tx, said *act.Said) error {
	r := &c.Record
	c.summarise()
	unknowns, err := json.Marshal(r.Unknowns)
	if err != nil {
		return err
	}
	_, err = tx.Write(ctx, said, `
		UPDATE complaint SET channel = ?, channel_note = ?, arrived_at = ?, taken_at = ?, call_started_at = ?, call_ended_at = ?,
			letter_date = ?, fax_sender = ?, pages = ?, anonymous_at = ?, confidential_at = ?, customer_id = ?, customer_name = ?,
			complainant_name = ?, complainant_role = ?, contact_name = ?, phone = ?, phone_folded = ?, email = ?, address = ?,
			site_id = ?, division_code = ?, region_class = ?, region_path = ?, contract_no = ?, contract_folded = ?, delivered_on = ?,
			account = ?, reception_summary = ?, demand = ?, demand_note = ?, unknowns = ?, headline = ?, product_text = ?, serial_text = ?
		WHERE id = ?`,
		r.Channel, r.ChannelNote, act.Millis(r.ArrivedAt), act.Millis(r.TakenAt), at(r.CallStartedAt), at(r.CallEndedAt),
		r.LetterDate, r.FaxSender, r.Pages, mark(r.Anonymous, tx), mark(r.Confidential, tx), act.OrNull(r.CustomerID), r.CustomerName,
		r.ComplainantName, r.ComplainantRole, r.ContactName, r.Phone, act.FoldCode(r.Phone), r.Email, r.Address,
		act.OrNull(r.SiteID), r.DivisionCode, c.RegionClass, c.RegionPath, r.ContractNo, act.FoldCode(r.ContractNo), r.DeliveredOn,
		r.Account, r.Summary, strings.Join(r.Demand, " "), r.DemandNote, string(unknowns), c.Headline, c.ProductText, c.SerialText, c.ID)
	if err != nil {
		return err
	}
	if _, err := tx.Write(ctx, said, "UPDATE complaint_line SET ended_at = ? WHERE complaint_id = ? AND ended_at IS NULL",
		act.Millis(tx.Now()), c.ID); err != nil {
		return err
	}
	if err := c.writeLines(ctx, tx, said); err != nil {
		return err
	}
	return c.index(ctx, tx, said)
}

// writeLines writes the product lines: new ones are added, known ones changed.
// Those no longer listed were ended before, never deleted.
func (c *Complaint) writeLines(ctx context.Context, tx *act.Tx, said *act.Said) error {
	for i := range c.Record.Lines {
		l := &c.Record.Lines[i]
		if l.ID == "" {
			l.ID = act.NewID()
		}
		n, err := tx.Write(ctx, said, `
			INSERT INTO complaint_line (id, complaint_id, place, product_id, product_name, model, serial_no, serial_folded, batch_no,
				quantity, defective, used_since, symptom, class) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET place = excluded.place, product_id = excluded.product_id, product_name = excluded.product_name,
				model = excluded.model, serial_no = excluded.serial_no, serial_folded = excluded.serial_folded, batch_no = excluded.batch_no,
				quantity = excluded.quantity, defective = excluded.defective, used_since = excluded.used_since, symptom = excluded.symptom,
				class = excluded.class, ended_at = NULL
			WHERE complaint_line.complaint_id = excluded.complaint_id`,
			l.ID, c.ID, i+1, act.OrNull(l.ProductID), l.ProductName, l.Model, l.SerialNo, act.FoldCode(l.SerialNo), l.BatchNo,
			l.Quantity, l.Defective, l.UsedSince, l.Symptom, string(l.Class))
		if err != nil {
			return err
		}
		if n != 1 { // the ID of another complaint's line
			return fault.Invalid(fault.Wrong(fmt.Sprintf("lines[%d].id", i), "fault.not_found"))
		}
	}
	return nil
}

const selectLines = `
	SELECT l.id, COALESCE(l.product_id, ''), l.product_name, l.model, l.serial_no, l.batch_no, l.quantity, l.defective,
		l.used_since, l.symptom, l.class
	FROM complaint_line l WHERE l.complaint_id = ? AND l.ended_at IS NULL ORDER BY l.place`

func scanLine(r act.Scanner) (l Line, err error) {
	err = r.Scan(&l.ID, &l.ProductID, &l.ProductName, &l.Model, &l.SerialNo, &l.BatchNo, &l.Quantity, &l.Defective, &l.UsedSince, &l.Symptom, &l.Class)
	return l, err
}

func (c *Complaint) readLines(ctx context.Context, tx *act.Tx) error {
	rows, err := tx.Query(ctx, selectLines, c.ID)
	c.Record.Lines, err = act.Collect(rows, err, scanLine)
	return err
}

// summarise fills what lists show.
func (c *Complaint) summarise() {
	r := &c.Record
	c.Headline = headline(r.Account)
	c.ProductText, c.SerialText = "", ""
	for _, l := range r.Lines {
		if c.ProductText == "" {
			c.ProductText = strings.TrimSpace(l.ProductName + " " + l.Model)
		}
		if c.SerialText == "" {
			c.SerialText = l.SerialNo
		}
	}
	if c.Headline == "" && len(r.Lines) > 0 {
		c.Headline = headline(r.Lines[0].Symptom)
	}
}

// index queues the record's text for search: number, names, phone, contract,
// products and serials, account.
func (c *Complaint) index(ctx context.Context, tx *act.Tx, said *act.Said) error {
	r := &c.Record
	parts := []string{c.Number, r.CustomerName, r.ContactName, r.Phone, r.ContractNo, r.Address}
	if r.ComplainantName != r.ContactName && !r.Confidential {
		parts = append(parts, r.ComplainantName)
	}
	for _, l := range r.Lines {
		parts = append(parts, l.ProductName, l.Model, l.SerialNo, l.BatchNo, l.Symptom)
	}
	parts = append(parts, r.Account, r.Summary)
	return tx.Index(ctx, said, Kind, c.ID, c.Number, strings.Join(parts, "\n"))
}

// nextDue finds the earliest running clock, which lists sort and filter by.
func (c *Complaint) nextDue(ctx context.Context, tx *act.Tx) error {
	c.NextDueAt, c.NextStep = 0, ""
	_, err := tx.One(ctx, []any{&c.NextDueAt, &c.NextStep}, `
		SELECT k.due_at, k.step FROM clock k WHERE k.subject_id = ? AND k.met_at IS NULL AND k.cancelled_at IS NULL
		ORDER BY k.due_at, k.id LIMIT 1`, c.ID)
	return err
}

// month is the bucket of a complaint in monthly counts: the month of taking in.
func (c *Complaint) month() string { return calendar.DayOf(c.takenAt()).String()[:7] }

func (c *Complaint) countNew(ctx context.Context, tx *act.Tx, said *act.Said) error {
	buckets := [][2]string{
		{"complaint.state", string(c.State)}, {"complaint.class", string(c.Class)},
		{"complaint.channel", c.Record.Channel}, {"complaint.month", c.month()}, {"complaint.entry", c.EntryMode},
	}
	for _, b := range buckets {
		if err := tx.Count(ctx, said, b[0], b[1], 1); err != nil {
			return err
		}
	}
	return nil
}

// countMoved moves the complaint from its old buckets to its new ones.
func (c *Complaint) countMoved(ctx context.Context, tx *act.Tx, said *act.Said) error {
	moves := []struct{ name, from, to string }{
		{"complaint.state", string(c.before.State), string(c.State)},
		{"complaint.class", string(c.before.Class), string(c.Class)},
	}
	for _, m := range moves {
		if m.from == m.to {
			continue
		}
		if err := tx.Count(ctx, said, m.name, m.from, -1); err != nil {
			return err
		}
		if err := tx.Count(ctx, said, m.name, m.to, 1); err != nil {
			return err
		}
	}
	return nil
}

func (c *Complaint) answer() Answer { return Answer{c.ID, c.Number, c.Version, c.State} }

func ms(n int64) any {
	if n == 0 {
		return nil
	}
	return n
}

func at(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	return act.Millis(t)
}

func mark(set bool, tx *act.Tx) any {
	if !set {
		return nil
	}
	return act.Millis(tx.Now())
}
