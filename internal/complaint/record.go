package complaint

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// Record is what reception writes onto the form (2.1-d, -i, -j), headed as on
// paper. Nearly everything may be missing at first: incomplete is better than
// late.
type Record struct {
	Channel     string    `json:"channel" doc:"letter fax phone visit email web wechat platform regulator other"`
	ChannelNote string    `json:"channel_note,omitempty"`
	ArrivedAt   time.Time `json:"arrived_at,omitzero" doc:"when the message reached the company; default taken_at"`
	TakenAt     time.Time `json:"taken_at,omitzero" doc:"受理: end of the call or talk, or when the letter was opened"`

	CallStartedAt time.Time `json:"call_started_at,omitzero"`
	CallEndedAt   time.Time `json:"call_ended_at,omitzero"`
	LetterDate    string    `json:"letter_date,omitempty" doc:"date on the letter, YYYY-MM-DD"`
	FaxSender     string    `json:"fax_sender,omitempty"`
	Pages         int64     `json:"pages,omitempty"`

	Anonymous    bool `json:"anonymous,omitempty"`
	Confidential bool `json:"confidential,omitempty" doc:"the person asked not to be named (EC-14)"`

	CustomerID      string `json:"customer_id,omitempty"`
	CustomerName    string `json:"customer_name,omitempty"`
	ComplainantName string `json:"complainant_name,omitempty"`
	ComplainantRole string `json:"complainant_role,omitempty" doc:"customer dealer end_user other"`
	ContactName     string `json:"contact_name,omitempty"`
	Phone           string `json:"phone,omitempty"`
	Email           string `json:"email,omitempty"`
	Address         string `json:"address,omitempty"`
	SiteID          string `json:"site_id,omitempty"`
	DivisionCode    string `json:"division_code,omitempty" doc:"GB/T 2260 code of the place where the matter occurred"`

	ContractNo  string   `json:"contract_no,omitempty"`
	DeliveredOn string   `json:"delivered_on,omitempty"`
	Account     string   `json:"account,omitempty" doc:"顾客反映的情况, the customer's own words"`
	Summary     string   `json:"reception_summary,omitempty" doc:"the receptionist's summary, apart from the customer's words"`
	Demand      []string `json:"demand,omitempty" doc:"return replacement repair compensation apology other"`
	DemandNote  string   `json:"demand_note,omitempty"`
	Severity    string   `json:"severity,omitempty" doc:"minor major serious"`

	Unknowns map[string]string `json:"unknowns,omitempty" doc:"field to the reason why it is not known (2.1-i)"`
	Lines    []Line            `json:"lines,omitempty"`
}

// Line is one product of the complaint (EC-12).
type Line struct {
	ID          string `json:"id,omitempty"`
	ProductID   string `json:"product_id,omitempty"`
	ProductName string `json:"product_name,omitempty"`
	Model       string `json:"model,omitempty"`
	SerialNo    string `json:"serial_no,omitempty"`
	BatchNo     string `json:"batch_no,omitempty"`
	Quantity    int64  `json:"quantity,omitempty"`
	Defective   int64  `json:"defective,omitempty"`
	UsedSince   string `json:"used_since,omitempty"`
	Symptom     string `json:"symptom,omitempty"`
	Class       Class  `json:"class,omitempty"`
}

// Longest lengths in characters.
const (
	longestShort = 200
	longestText  = 8000
	mostLines    = 100
)

// defaults fills what follows from the rest.
func (r *Record) defaults(now time.Time) {
	if r.TakenAt.IsZero() {
		r.TakenAt = now
	}
	if r.ArrivedAt.IsZero() {
		r.ArrivedAt = r.TakenAt
	}
	if r.Severity == "" {
		r.Severity = SeverityMinor
	}
	if r.ComplainantRole == "" {
		r.ComplainantRole = "customer"
	}
	for i := range r.Lines {
		if r.Lines[i].Class == "" {
			r.Lines[i].Class = Unclassified
		}
		if r.Lines[i].Quantity == 0 {
			r.Lines[i].Quantity = 1
		}
	}
}

// check names every wrong field. Only a draft may lack the minimum of 2.1-d.
func (r *Record) check(now time.Time, draft bool, path string) error {
	var wrong fault.Fields
	oneOf(&wrong, path+"channel", r.Channel, Channels)
	oneOf(&wrong, path+"complainant_role", r.ComplainantRole, Roles)
	oneOf(&wrong, path+"severity", r.Severity, Severities)
	for i, d := range r.Demand {
		oneOf(&wrong, fmt.Sprintf("%sdemand[%d]", path, i), d, Demands)
	}
	r.checkTimes(&wrong, now, path)
	r.checkLengths(&wrong, path)
	r.checkLines(&wrong, path)
	if !draft {
		r.checkMinimum(&wrong, path)
	}
	return wrong.Err()
}

// checkMinimum is the guard of 2.1-b and 2.1-d: channel, taken time, account,
// and one contact or the mark "anonymous". Attachments may stand for the account
// of a letter, which the act knows.
func (r *Record) checkMinimum(wrong *fault.Fields, path string) {
	wrong.Add(strings.TrimSpace(r.Account) == "" && r.Unknowns["account"] == "", path+"account", "complaint.account_required")
	nobody := !r.Anonymous && r.Phone == "" && r.Email == "" && r.Address == "" && r.CustomerID == ""
	wrong.Add(nobody, path+"phone", "complaint.contact_or_anonymous")
}

func (r *Record) checkTimes(wrong *fault.Fields, now time.Time, path string) {
	// Two minutes are allowed for clocks of devices that run fast.
	limit := now.Add(2 * time.Minute)
	wrong.Add(r.TakenAt.After(limit), path+"taken_at", "fault.in_future")
	wrong.Add(r.ArrivedAt.After(limit), path+"arrived_at", "fault.in_future")
	wrong.Add(r.ArrivedAt.After(r.TakenAt), path+"arrived_at", "complaint.arrived_after_taken")
	wrong.Add(r.TakenAt.Year() < 2000, path+"taken_at", "complaint.too_long_ago")
	wrong.Add(!r.CallEndedAt.IsZero() && r.CallEndedAt.Before(r.CallStartedAt), path+"call_ended_at", "complaint.call_ends_before_start")
	for field, day := range map[string]string{"letter_date": r.LetterDate, "delivered_on": r.DeliveredOn} {
		if day == "" {
			continue
		}
		d, err := calendar.ParseDay(day)
		wrong.Add(err != nil, path+field, "fault.malformed")
		wrong.Add(err == nil && d.After(calendar.DayOf(limit)), path+field, "fault.in_future")
	}
}

func (r *Record) checkLengths(wrong *fault.Fields, path string) {
	short := map[string]string{
		"channel_note": r.ChannelNote, "fax_sender": r.FaxSender, "customer_name": r.CustomerName,
		"complainant_name": r.ComplainantName, "contact_name": r.ContactName, "phone": r.Phone, "email": r.Email,
		"contract_no": r.ContractNo,
	}
	for field, text := range short {
		tooLong(wrong, path+field, text, longestShort)
	}
	long := map[string]string{"account": r.Account, "reception_summary": r.Summary, "address": r.Address, "demand_note": r.DemandNote}
	for field, text := range long {
		tooLong(wrong, path+field, text, longestText)
	}
	wrong.Add(r.Email != "" && !strings.Contains(r.Email, "@"), path+"email", "fault.malformed")
	wrong.Add(r.Phone != "" && countDigits(r.Phone) < 3, path+"phone", "fault.malformed")
	wrong.Add(r.Pages < 0 || r.Pages > 10000, path+"pages", "fault.malformed")
	for field, why := range r.Unknowns {
		wrong.Add(strings.TrimSpace(why) == "", path+"unknowns."+field, "complaint.unknown_needs_reason")
		tooLong(wrong, path+"unknowns."+field, why, longestShort)
	}
}

func (r *Record) checkLines(wrong *fault.Fields, path string) {
	wrong.Add(len(r.Lines) > mostLines, path+"lines", "complaint.too_many_lines", "max", mostLines)
	for i, l := range r.Lines {
		at := fmt.Sprintf("%slines[%d].", path, i)
		wrong.Add(l.Quantity < 0 || l.Quantity > 1e9, at+"quantity", "fault.malformed")
		wrong.Add(l.Defective < 0 || l.Defective > l.Quantity, at+"defective", "complaint.more_defective_than_quantity")
		oneOf(wrong, at+"class", string(l.Class), []string{string(Unclassified), string(Quality), string(NonQuality)})
		for field, text := range map[string]string{
			"product_name": l.ProductName, "model": l.Model, "serial_no": l.SerialNo, "batch_no": l.BatchNo, "used_since": l.UsedSince,
		} {
			tooLong(wrong, at+field, text, longestShort)
		}
		tooLong(wrong, at+"symptom", l.Symptom, longestText)
	}
}

func oneOf(wrong *fault.Fields, path, value string, allowed []string) {
	if value == "" {
		wrong.Add(true, path, "fault.required")
		return
	}
	wrong.Add(!slices.Contains(allowed, value), path, "fault.unknown_value", "value", value)
}

func tooLong(wrong *fault.Fields, path, text string, most int) {
	wrong.Add(utf8.RuneCountInString(text) > most, path, "fault.too_long", "max", most)
}

// required refuses an empty text and one beyond the longest.
func required(wrong *fault.Fields, path, text string, most int) {
	wrong.Add(strings.TrimSpace(text) == "", path, "fault.required")
	tooLong(wrong, path, text, most)
}

func countDigits(s string) int {
	n := 0
	for _, r := range s {
		if r >= '0' && r <= '9' || r >= '０' && r <= '９' {
			n++
		}
	}
	return n
}
