package ledger

import (
	"context"
	"slices"
	"strings"
	"time"

	"huidan/internal/access"
	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/complaint"
	"huidan/internal/deadline"
	"huidan/internal/exchange"
)

// mark is what of a row is compared with the complaints that are there.
type mark struct {
	row                               int64
	serial, phone, customer, headline string
	taken                             int64 // ms UTC
}

func markOf(row *complaint.ImportedRow) mark {
	m := mark{
		row: row.Row, phone: act.FoldCode(row.Record.Phone), customer: act.Fold(row.Record.CustomerName),
		headline: complaint.Headline(row.Record.Account),
	}
	if len(row.Record.Lines) > 0 {
		m.serial = act.FoldCode(row.Record.Lines[0].SerialNo)
	}
	if day, err := calendar.ParseDay(row.TakenOn); err == nil {
		m.taken = act.Millis(day.Start())
	}
	return m
}

// Other is a complaint that a row may repeat.
type Other struct {
	ID      string    `json:"id"`
	Number  string    `json:"number"`
	TakenAt time.Time `json:"taken_at"`
	Reason  string    `json:"reason" enum:"same_text,same_serial,same_phone"`
}

// shortestPhone is how many digits make a telephone number worth comparing.
const shortestPhone = 7

// comparedRows are looked up at once.
const comparedRows = 100

// there finds, for each row, the complaint that is most likely the same
// matter: the same customer and text, or the same serial or phone within the
// company's window (2.1-b). Complaints of the import itself do not count.
func there(ctx context.Context, door *act.Door, actor access.Actor, importID string, marks []mark) (map[int64]Other, error) {
	found := map[int64]Other{}
	for part := range slices.Chunk(marks, comparedRows) {
		_, err := act.See(ctx, door, actor, "complaint.import", func(ctx context.Context, s *act.Sight) (bool, error) {
			rules, err := deadline.RulesSeen(ctx, s)
			if err != nil {
				return false, err
			}
			window := int64(rules.Settings.Intake.DuplicateWindowDays) * 24 * 3600 * 1000
			return true, compare(ctx, s, importID, part, window, found)
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// look is one way in which a row may repeat a complaint.
type look struct {
	reason, query string
	key           func(mark) string
	windowed      bool
}

var looks = []look{
	{"same_text", `SELECT u.name_folded, c.headline, c.id, c.number, c.taken_at FROM customer u JOIN complaint c ON c.customer_id = u.id
		WHERE {visible} AND c.state <> 'void' AND COALESCE(c.import_id, '') <> ? AND u.name_folded IN (%)`,
		func(m mark) string { return m.customer }, false},
	{"same_serial", `SELECT l.serial_folded, '', c.id, c.number, c.taken_at FROM complaint_line l JOIN complaint c ON c.id = l.complaint_id
		WHERE {visible} AND c.state <> 'void' AND COALESCE(c.import_id, '') <> ? AND l.ended_at IS NULL AND l.serial_folded <> '' AND l.serial_folded IN (%)`,
		func(m mark) string { return m.serial }, true},
	{"same_phone", `SELECT c.phone_folded, '', c.id, c.number, c.taken_at FROM complaint c
		WHERE {visible} AND c.state <> 'void' AND COALESCE(c.import_id, '') <> ? AND c.phone_folded <> '' AND c.phone_folded IN (%)`,
		func(m mark) string {
			if len(m.phone) < shortestPhone {
				return ""
			}
			return m.phone
		}, true},
}

// candidate is a complaint under the key by which it was found.
type candidate struct {
	key, headline string
	Other
	taken int64
}

func compare(ctx context.Context, s *act.Sight, importID string, marks []mark, window int64, found map[int64]Other) error {
	for _, l := range looks {
		candidates, err := l.candidates(ctx, s, importID, marks)
		if err != nil {
			return err
		}
		for _, m := range marks {
			if _, known := found[m.row]; known || l.key(m) == "" {
				continue
			}
			for _, c := range candidates[l.key(m)] {
				near := c.taken-m.taken <= window && m.taken-c.taken <= window
				if l.windowed && near || !l.windowed && m.headline != "" && c.headline == m.headline {
					found[m.row] = c.Other
					break
				}
			}
		}
	}
	return nil
}

func (l look) candidates(ctx context.Context, s *act.Sight, importID string, marks []mark) (map[string][]candidate, error) {
	args := []any{importID}
	for _, m := range marks {
		if key := l.key(m); key != "" && !slices.Contains(args[1:], any(key)) {
			args = append(args, key)
		}
	}
	all := map[string][]candidate{}
	if len(args) == 1 {
		return all, nil
	}
	rows, err := s.Query(ctx, strings.Replace(l.query, "%", act.Marks(len(args)-1), 1), args...)
	list, err := act.Collect(rows, err, func(r act.Scanner) (c candidate, err error) {
		err = r.Scan(&c.key, &c.headline, &c.ID, &c.Number, &c.taken)
		c.TakenAt, c.Reason = act.Time(c.taken), l.reason
		return c, err
	})
	for _, c := range list {
		all[c.key] = append(all[c.key], c)
	}
	return all, err
}

// Twin is a row that may be there already, in the register or further up in the
// file, and what is suggested for it.
type Twin struct {
	Row       int64  `json:"row"`
	Customer  string `json:"customer"`
	TakenOn   string `json:"taken_on"`
	Account   string `json:"account"`
	Other     *Other `json:"other,omitempty" doc:"a complaint of the register"`
	OtherRow  int64  `json:"other_row,omitempty" doc:"a row further up in the file"`
	Reason    string `json:"reason" doc:"in words"`
	Suggested string `json:"suggested" enum:"skip,import"`
}

// twinsOf joins what the file repeats in itself and what is there already. The
// same text from the same customer is suggested to be left out; anything else
// is often a second complaint.
func (b *bearer) twinsOf(rows map[int64]brief, inFile []exchange.Duplicate, others map[int64]Other) []Twin {
	var list []Twin
	for row, other := range others {
		t := Twin{Row: row, Other: &other, Reason: b.text("ledger.twin."+other.Reason, "number", other.Number), Suggested: "import"}
		if other.Reason == "same_text" {
			t.Suggested = "skip"
		}
		list = append(list, t)
	}
	for _, d := range inFile {
		row := int64(d.Number)
		if _, listed := others[row]; listed {
			continue
		}
		if _, taken := rows[row]; taken {
			list = append(list, Twin{Row: row, OtherRow: int64(d.Of), Reason: noteText(b.language, &d.Reason), Suggested: "import"})
		}
	}
	for i := range list {
		about := rows[list[i].Row]
		list[i].Customer, list[i].TakenOn, list[i].Account = about.customer, about.takenOn, about.account
	}
	slices.SortFunc(list, func(a, b Twin) int { return int(a.Row - b.Row) })
	return list
}

// skips says which rows are left out.
func (t Twins) skips(twins []Twin) map[int64]bool {
	out := map[int64]bool{}
	for _, twin := range twins {
		out[twin.Row] = t.Duplicates == "skip" || t.Duplicates != "import" && twin.Suggested == "skip"
	}
	for _, row := range t.Import {
		out[row] = false
	}
	for _, row := range t.Skip {
		out[row] = true
	}
	return out
}
