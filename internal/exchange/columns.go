package exchange

import (
	"math"
	"sort"
	"strings"
	"sync"
)

// Column is one column of the sheet and what it was taken to mean.
type Column struct {
	Index      int      `json:"index"`
	Letter     string   `json:"letter"`
	Heading    string   `json:"heading"`
	Meaning    Meaning  `json:"meaning"`
	Confidence float64  `json:"confidence"` // 0 to 1
	Reason     *Note    `json:"reason"`
	Samples    []string `json:"samples"`
	Filled     int      `json:"filled"` // filled cells among the rows looked at
}

// synonym is one known heading.
type synonym struct {
	text string
	rank float64 // best known headings first
}

var synonymsOf = sync.OnceValue(func() map[Meaning][]synonym {
	all := map[Meaning][]synonym{}
	for meaning, def := range meanings {
		list := strings.Fields(def.synonyms)
		for i, word := range list {
			rank := 1 - 0.15*float64(i)/float64(len(list))
			all[meaning] = append(all[meaning], synonym{text: headingForm(strings.ReplaceAll(word, "_", " ")), rank: rank})
		}
	}
	return all
})

// headingForm is the form in which headings are compared.
func headingForm(text string) string {
	folded := fold(text)
	if at := strings.IndexAny(folded, "(["); at > 0 {
		folded = folded[:at]
	}
	if plain := letters(folded); plain != "" {
		return plain
	}
	return strings.TrimSpace(folded)
}

// headingMatch says how well a heading names a meaning, 0 to 1.
func headingMatch(heading string, meaning Meaning) float64 {
	if len(heading) > longestRead {
		return 0
	}
	form := headingForm(heading)
	if form == "" {
		return 0
	}
	best := 0.0
	for _, known := range synonymsOf()[meaning] {
		if form == known.text {
			best = math.Max(best, 0.98*known.rank)
			continue
		}
		short, long := known.text, form
		if len(short) > len(long) {
			short, long = long, short
		}
		if len(short) < 4 || !strings.Contains(long, short) {
			continue
		}
		best = math.Max(best, known.rank*(0.45+0.4*float64(len(short))/float64(len(long))))
	}
	return best
}

func bestHeading(heading string, book Book) (Meaning, float64) {
	best, found := 0.0, Ignore
	for _, meaning := range columnsOf[book] {
		if match := headingMatch(heading, meaning); match > best {
			best, found = match, meaning
		}
	}
	return found, best
}

// claim is the wish of one column for one meaning.
type claim struct {
	column  int
	meaning Meaning
	score   float64
	reason  *Note
}

// weigh joins what the heading says with what the cells look like.
func weigh(column int, heading string, meaning Meaning, look *profile) claim {
	match := headingMatch(heading, meaning)
	fit, known := look.fits(meaning)
	switch {
	case match > 0 && known && fit < 0.2 && look.filled >= 3:
		return claim{column, meaning, match * 0.55, note("exchange.column.heading_content_differs", "heading", heading)}
	case match > 0 && known:
		return claim{column, meaning, match * (0.85 + 0.15*fit), note("exchange.column.heading_and_content", "heading", heading)}
	case match > 0:
		return claim{column, meaning, match * 0.95, note("exchange.column.heading", "heading", heading)}
	case meaning == SerialNo && look.codes < 0.6:
		return claim{}
	case known && fit >= 0.6 && look.filled >= 3:
		return claim{column, meaning, 0.55 * fit * distinctive(meaning), note("exchange.column.content")}
	}
	return claim{}
}

// distinctive says how much the look of cells alone tells: a column of
// telephone numbers can hardly be anything else, a column of dates can.
func distinctive(meaning Meaning) float64 {
	switch meaning {
	case Phone, Email:
		return 1
	case Channel, Account, Class:
		return 0.95
	case TakenDate, CustomerName, RegionText, Satisfaction, Result, CustomerKind:
		return 0.9
	case FaultFinding, TakenTime, ContactName:
		return 0.85
	case Seq, SerialNo, DeliveredDate:
		return 0.75
	}
	return 0
}

const leastConfidence = 0.35

// assign gives each column one meaning and each meaning one column: the best
// claim first. The person's own choice stands before all.
func assign(columns []Column, looks []profile, book Book, chosen map[int]Meaning) error {
	allowed := map[Meaning]bool{Ignore: true}
	for _, meaning := range columnsOf[book] {
		allowed[meaning] = true
	}
	taken := map[Meaning]bool{}
	decided := make([]bool, len(columns))
	for i := range columns {
		meaning, ok := chosen[i]
		if !ok {
			continue
		}
		if !allowed[meaning] {
			return refuse("exchange.unknown_meaning", "meaning", meaning)
		}
		if taken[meaning] && meaning != Ignore {
			return refuse("exchange.meaning_twice", "meaning", meaning)
		}
		taken[meaning], decided[i] = true, true
		columns[i].Meaning, columns[i].Confidence, columns[i].Reason = meaning, 1, note("exchange.column.chosen")
	}
	for _, wish := range claims(columns, looks, book) {
		column := &columns[wish.column]
		if decided[wish.column] {
			continue
		}
		if taken[wish.meaning] {
			if column.Reason == nil {
				column.Reason = note("exchange.column.meaning_taken", "meaning", wish.meaning)
			}
			continue
		}
		taken[wish.meaning], decided[wish.column] = true, true
		column.Meaning, column.Confidence, column.Reason = wish.meaning, math.Round(wish.score*100)/100, wish.reason
	}
	for i := range columns {
		if columns[i].Meaning == "" {
			columns[i].Meaning = Ignore
		}
		if columns[i].Reason == nil {
			columns[i].Reason = note("exchange.column.not_understood")
		}
	}
	return nil
}

func claims(columns []Column, looks []profile, book Book) []claim {
	var all []claim
	for i := range columns {
		for _, meaning := range columnsOf[book] {
			if wish := weigh(i, columns[i].Heading, meaning, &looks[i]); wish.score >= leastConfidence {
				all = append(all, wish)
			}
		}
	}
	sort.SliceStable(all, func(a, b int) bool { return all[a].score > all[b].score })
	return all
}
