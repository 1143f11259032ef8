package complaint

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
	"huidan/internal/party"
)

// Filter is what a reader of the register asks for.
type Filter struct {
	State      string `query:"state" doc:"comma separated states; open: all that are not ended"`
	Class      string `query:"class"`
	Channel    string `query:"channel"`
	Severity   string `query:"severity"`
	CustomerID string `query:"customer_id"`
	Serial     string `query:"serial_no"`
	Region     string `query:"region" doc:"region class"`
	OfficerID  string `query:"officer_id"`
	EntryMode  string `query:"entry_mode"`
	ImportID   string `query:"import_id"`
	TakenFrom  string `query:"taken_from" doc:"YYYY-MM-DD"`
	TakenTo    string `query:"taken_to" doc:"YYYY-MM-DD, included"`
	Overdue    bool   `query:"overdue"`
	Query      string `query:"q" doc:"words in number, names, phone, serial, account"`
	Sort       string `query:"sort" doc:"taken_at (default), number or due_at"`
	Ascending  bool   `query:"asc"`
	After      string `query:"after"`
	Limit      int    `query:"limit"`
}

// Row is a complaint as lists show it: no account, no full phone.
type Row struct {
	ID             string    `json:"id"`
	Number         string    `json:"number"`
	Version        int64     `json:"version"`
	State          State     `json:"state"`
	Class          Class     `json:"class"`
	Severity       string    `json:"severity"`
	Channel        string    `json:"channel"`
	EntryMode      string    `json:"entry_mode"`
	Customer       Named     `json:"customer"`
	PhoneMasked    string    `json:"contact_phone_masked"`
	ProductText    string    `json:"product_text"`
	SerialNo       string    `json:"serial_no"`
	Summary        string    `json:"summary"`
	RegionClass    string    `json:"region_class"`
	TakenAt        time.Time `json:"taken_at"`
	HandedOverAt   time.Time `json:"handed_over_at,omitzero"`
	ClosedAt       time.Time `json:"closed_at,omitzero"`
	NextDueAt      time.Time `json:"next_due_at,omitzero"`
	NextStep       string    `json:"next_step,omitempty"`
	Overdue        bool      `json:"overdue"`
	Officer        Named     `json:"officer"`
	ReopenCount    int64     `json:"reopen_count"`
	MatchedReasons []string  `json:"reasons,omitempty"`
}

// Named is a record by ID and name.
type Named struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// List is a page of the register.
type List struct {
	Items []Row  `json:"items"`
	Next  string `json:"next,omitempty"`
}

const (
	pageUsual = 50
	pageMost  = 200
)

const selectRow = `
	SELECT c.id, c.number, c.version, c.state, c.class, c.severity, c.channel, c.entry_mode, COALESCE(c.customer_id, ''), c.customer_name,
		c.phone, c.product_text, c.serial_text, c.headline, c.region_class, c.taken_at, COALESCE(c.handed_over_at, 0), COALESCE(c.closed_at, 0),
		COALESCE(c.next_due_at, 0), c.next_step, c.officer_id, COALESCE(p.name, ''), c.reopen_count
	FROM complaint c LEFT JOIN person p ON p.id = c.officer_id `

func scanRow(now time.Time) func(act.Scanner) (Row, error) {
	return func(s act.Scanner) (Row, error) {
		var r Row
		var phone string
		err := s.Scan(&r.ID, &r.Number, &r.Version, &r.State, &r.Class, &r.Severity, &r.Channel, &r.EntryMode, &r.Customer.ID, &r.Customer.Name,
			&phone, &r.ProductText, &r.SerialNo, &r.Summary, &r.RegionClass, instant{&r.TakenAt}, instant{&r.HandedOverAt}, instant{&r.ClosedAt},
			instant{&r.NextDueAt}, &r.NextStep, &r.Officer.ID, &r.Officer.Name, &r.ReopenCount)
		r.PhoneMasked = party.MaskPhone(phone)
		r.Overdue = !r.NextDueAt.IsZero() && !now.Before(r.NextDueAt)
		return r, err
	}
}

// ListComplaints gives a page of the register 投诉台账 (2.1-b). Its cost does not
// grow with the table: it walks one index from the cursor on.
func ListComplaints(ctx context.Context, s *act.Sight, f *Filter) (List, error) {
	if err := f.check(); err != nil {
		return List{}, err
	}
	w := &where{}
	if err := f.conditions(w, s.Now()); err != nil {
		return List{}, err
	}
	if f.Query != "" {
		return f.search(ctx, s, w)
	}
	column := map[string]string{"taken_at": "c.taken_at", "number": "c.number", "due_at": "c.next_due_at"}[f.Sort]
	if f.Sort == "due_at" {
		w.add("c.next_due_at IS NOT NULL")
	}
	if f.After != "" {
		if err := f.from(w, column); err != nil {
			return List{}, err
		}
	}
	direction := " DESC"
	if f.Ascending {
		direction = ""
	}
	query := selectRow + "WHERE {visible} AND " + w.text() + " ORDER BY " + column + direction + ", c.id" + direction + " LIMIT ?"
	rows, err := s.Query(ctx, query, append(w.args, f.Limit+1)...)
	items, err := act.Collect(rows, err, scanRow(s.Now()))
	if err != nil {
		return List{}, err
	}
	list := List{Items: items}
	if len(items) > f.Limit {
		list.Items = items[:f.Limit]
		list.Next = f.cursor(list.Items[f.Limit-1])
	}
	return list, nil
}

func (f *Filter) check() error {
	var wrong fault.Fields
	if f.Sort == "" {
		f.Sort = "taken_at"
	}
	oneOf(&wrong, "query.sort", f.Sort, []string{"taken_at", "number", "due_at"})
	if f.Limit == 0 {
		f.Limit = pageUsual
	}
	wrong.Add(f.Limit < 1 || f.Limit > pageMost, "query.limit", "fault.malformed")
	for path, day := range map[string]string{"query.taken_from": f.TakenFrom, "query.taken_to": f.TakenTo} {
		if day != "" {
			_, err := calendar.ParseDay(day)
			wrong.Add(err != nil, path, "fault.malformed")
		}
	}
	return wrong.Err()
}

// where gathers conditions and their arguments.
type where struct {
	parts []string
	args  []any
}

func (w *where) add(condition string, args ...any) {
	w.parts = append(w.parts, condition)
	w.args = append(w.args, args...)
}

func (w *where) text() string {
	if len(w.parts) == 0 {
		return "1 = 1"
	}
	return strings.Join(w.parts, " AND ")
}

func (f *Filter) conditions(w *where, now time.Time) error {
	f.states(w)
	for column, value := range map[string]string{"c.class": f.Class, "c.channel": f.Channel, "c.severity": f.Severity,
		"c.region_class": f.Region, "c.entry_mode": f.EntryMode} {
		if value != "" {
			// Few values, each in many rows: the walk by time filters them, an index
			// of them would have to sort.
			w.add(column+" || '' = ?", value)
		}
	}
	if f.CustomerID != "" {
		w.add("c.customer_id = ?", f.CustomerID)
	}
	if f.OfficerID != "" {
		w.add("c.officer_id = ?", f.OfficerID)
	}
	if f.ImportID != "" {
		w.add("c.import_id = ?", f.ImportID)
	}
	if f.Serial != "" {
		w.add("c.id IN (SELECT l.complaint_id FROM complaint_line l WHERE l.serial_folded = ? AND l.serial_folded <> '')", act.FoldCode(f.Serial))
	}
	if f.Overdue {
		w.add("c.next_due_at <= ?", act.Millis(now))
	}
	return f.days(w)
}

// states: one state has its own index by time; several are filtered on the walk.
func (f *Filter) states(w *where) {
	if f.State == "" {
		return
	}
	wanted := strings.Split(f.State, ",")
	if f.State == "open" {
		w.add("c.state || '' NOT IN ('closed', 'withdrawn', 'void', 'merged')")
		return
	}
	if len(wanted) == 1 && f.Sort == "taken_at" {
		w.add("c.state = ?", wanted[0])
		return
	}
	args := make([]any, len(wanted))
	for i, s := range wanted {
		args[i] = s
	}
	w.add("c.state || '' IN ("+act.Marks(len(wanted))+")", args...)
}

func (f *Filter) days(w *where) error {
	if f.TakenFrom != "" {
		day, err := calendar.ParseDay(f.TakenFrom)
		if err != nil {
			return err
		}
		w.add("c.taken_at >= ?", act.Millis(day.Start()))
	}
	if f.TakenTo != "" {
		day, err := calendar.ParseDay(f.TakenTo)
		if err != nil {
			return err
		}
		w.add("c.taken_at < ?", act.Millis(day.End()))
	}
	return nil
}

// cursor is where the next page starts: the last row's place in the order.
func (f *Filter) cursor(last Row) string {
	place := any(act.Millis(last.TakenAt))
	switch f.Sort {
	case "number":
		place = last.Number
	case "due_at":
		place = act.Millis(last.NextDueAt)
	}
	raw, _ := json.Marshal([]any{place, last.ID}) //nolint:errcheck // a number or text and a text
	return base64.RawURLEncoding.EncodeToString(raw)
}

func (f *Filter) from(w *where, column string) error {
	malformed := fault.Invalid(fault.Wrong("query.after", "fault.malformed"))
	raw, err := base64.RawURLEncoding.DecodeString(f.After)
	if err != nil {
		return malformed
	}
	var place json.RawMessage
	var id string
	if json.Unmarshal(raw, &[]any{&place, &id}) != nil {
		return malformed
	}
	var text string
	var number int64
	var value any
	if f.Sort == "number" {
		err = json.Unmarshal(place, &text)
		value = text
	} else {
		err = json.Unmarshal(place, &number)
		value = number
	}
	if err != nil {
		return malformed
	}
	than := " < (?, ?)"
	if f.Ascending {
		than = " > (?, ?)"
	}
	w.add("("+column+", c.id)"+than, value, id)
	return nil
}

// search lists complaints whose text holds the words, newest entry first; the
// other filters hold too.
func (f *Filter) search(ctx context.Context, s *act.Sight, w *where) (List, error) {
	hits, next, err := findPage(ctx, s, f.Query, f.After, f.Limit)
	if err != nil || len(hits) == 0 {
		return List{Items: []Row{}}, err
	}
	args := make([]any, 0, len(hits))
	order := map[string]int{}
	for i, id := range hits {
		args = append(args, id)
		order[id] = i
	}
	query := selectRow + "WHERE {visible} AND " + w.text() + " AND c.id IN (" + act.Marks(len(args)) + ")"
	rows, err := s.Query(ctx, query, append(w.args, args...)...)
	items, err := act.Collect(rows, err, scanRow(s.Now()))
	if err != nil {
		return List{}, err
	}
	slices.SortFunc(items, func(a, b Row) int { return order[a.ID] - order[b.ID] })
	return List{Items: items, Next: next}, nil
}

// Counts are the figures of the register, from counters kept with every act.
type Counts struct {
	ByState   map[string]int64 `json:"by_state"`
	ByClass   map[string]int64 `json:"by_class"`
	ByChannel map[string]int64 `json:"by_channel"`
	ByMonth   map[string]int64 `json:"by_month" doc:"month of taking in, YYYY-MM"`
	ByEntry   map[string]int64 `json:"by_entry"`
	Overdue   int64            `json:"overdue" doc:"complaints with a clock run out; at most 1000 are counted"`
}

// CountComplaints gives the figures; it costs the same at any size. Only those
// who may see the whole register get them.
func CountComplaints(ctx context.Context, s *act.Sight, _ *struct{}) (Counts, error) {
	var c Counts
	if s.Reach() != access.Anywhere {
		return c, fault.Forbidden("fault.forbidden", "action", "complaint.see")
	}
	for name, into := range map[string]*map[string]int64{
		"complaint.state": &c.ByState, "complaint.class": &c.ByClass, "complaint.channel": &c.ByChannel,
		"complaint.month": &c.ByMonth, "complaint.entry": &c.ByEntry,
	} {
		counts, err := s.Counts(ctx, name)
		if err != nil {
			return c, err
		}
		*into = counts
	}
	_, err := s.One(ctx, []any{&c.Overdue}, `SELECT COUNT(*) FROM
		(SELECT 1 AS one FROM complaint c WHERE {visible} AND c.next_due_at <= ? ORDER BY c.next_due_at, c.id LIMIT 1000) o`, act.Millis(s.Now()))
	return c, err
}
