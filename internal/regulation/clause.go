package regulation

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
)

// Clause is one clause of the regulation.
type Clause struct {
	Number      string // "2.1"; the file of each clause is named after it
	Zh, En      Wording
	Obligations []Obligation
}

// Wording is what the regulation says, in one language. The Chinese prevails.
type Wording struct {
	Heading string
	Text    string // paragraphs apart by an empty line
}

// Obligation is one duty of a clause (clauses.md section 4).
type Obligation struct {
	ID      string // "2.1-m"; never renumbered
	Actor   Actor
	Kind    Kind
	Mark    Mark
	KPI     bool // counted in the figures of timeliness
	TitleZh string
	TitleEn string
}

// Clause returns the number of the clause the obligation belongs to.
func (o Obligation) Clause() string {
	number, _, _ := strings.Cut(o.ID, "-")
	return number
}

// Kind says how an obligation is enforced.
type Kind string

// The kinds: a guard refuses the act, a flag marks it and tells someone, a
// survey finds out afterwards, info needs no act.
const (
	Guard  Kind = "guard"
	Flag   Kind = "flag"
	Survey Kind = "survey"
	Info   Kind = "info"
)

// Mark says where an obligation comes from.
type Mark string

// The marks. Permitted is a "may" of the regulation.
const (
	Regulation Mark = "REG"
	Implied    Mark = "IMPL"
	Permitted  Mark = "MAY"
)

// Actor is who owes an obligation (clauses.md section 1).
type Actor string

// The actors.
const (
	Company          Actor = "company"
	ComplaintOfficer Actor = "complaint_officer"
	Receptionist     Actor = "receptionist"
	QualityDept      Actor = "quality_dept"
	Technician       Actor = "technician" // or inspector
	ResponsibleDept  Actor = "responsible_dept"
	Salesperson      Actor = "salesperson"
	SalesDept        Actor = "sales_dept"
	SurveyOfficer    Actor = "survey_officer"
	FeedbackOfficer  Actor = "feedback_officer"
	Customer         Actor = "customer"
)

// outline is every clause in the order of the regulation.
var outline = []Clause{
	clause1,
	clause2_1, clause2_2, clause2_3, clause2_4, clause2_5, clause2_6,
	clause3_1, clause3_2, clause3_3, clause3_4,
	clause4_1, clause4_2, clause4_3, clause4_4,
}

//go:embed text
var text embed.FS

var written = sync.OnceValue(func() []Clause {
	var titles map[string]struct{ Zh, En string }
	if err := json.Unmarshal(mustRead("obligations.json"), &titles); err != nil {
		panic(err)
	}
	clauses := make([]Clause, len(outline))
	for i, c := range outline {
		c.Zh, c.En = wording(c.Number+".zh.md"), wording(c.Number+".en.md")
		obligations := make([]Obligation, len(c.Obligations))
		for j, o := range c.Obligations {
			o.TitleZh, o.TitleEn = titles[o.ID].Zh, titles[o.ID].En
			obligations[j] = o
		}
		c.Obligations = obligations
		clauses[i] = c
	}
	return clauses
})

func wording(file string) Wording {
	heading, body, _ := strings.Cut(string(mustRead(file)), "\n")
	return Wording{Heading: strings.TrimPrefix(heading, "# "), Text: strings.TrimSpace(body)}
}

func mustRead(file string) []byte {
	raw, err := text.ReadFile("text/" + file)
	if err != nil {
		panic(fmt.Errorf("regulation: embedded text: %w", err))
	}
	return raw
}

// Clauses returns every clause in order, with wording and obligations.
func Clauses() []Clause {
	clauses := make([]Clause, len(written()))
	for i, c := range written() {
		c.Obligations = append([]Obligation(nil), c.Obligations...)
		clauses[i] = c
	}
	return clauses
}

// ClauseOf returns the clause of a number such as "2.1".
func ClauseOf(number string) (Clause, bool) {
	for _, c := range Clauses() {
		if c.Number == number {
			return c, true
		}
	}
	return Clause{}, false
}

// All returns every obligation in order, 1-a to 4.4-b.
func All() []Obligation {
	var all []Obligation
	for _, c := range written() {
		all = append(all, c.Obligations...)
	}
	return all
}

// Find returns the obligation of an ID such as "2.1-m".
func Find(id string) (Obligation, bool) {
	for _, c := range written() {
		for _, o := range c.Obligations {
			if o.ID == id {
				return o, true
			}
		}
	}
	return Obligation{}, false
}
