package region

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// Confidence says how clearly an address names its division.
type Confidence string

// The degrees of confidence.
const (
	Full   Confidence = "full"   // by whole names (四川省甘孜州)
	Short  Confidence = "short"  // by names without their kind (四川成都)
	Inside Confidence = "inside" // found after other text
)

// Match is what an address was read as.
type Match struct {
	Division   Division
	Rest       string // what follows the division, without spaces and punctuation
	Confidence Confidence
}

// Question is the answer where a person has to decide. Code is the end of a
// text key region.question.<code>: empty, unknown, ambiguous, contradicts,
// unknown_code or incomplete_override.
type Question struct {
	Code       string
	Text       string
	Candidates []Division
}

// Error returns a message for logs.
func (q *Question) Error() string {
	codes := make([]string, len(q.Candidates))
	for i, d := range q.Candidates {
		codes[i] = d.Code
	}
	return fmt.Sprintf("region: %s: %q %s", q.Code, q.Text, strings.Join(codes, " "))
}

// maxAddress is how many characters of an address are read; no name of a
// division stands behind them.
const maxAddress = 200

// maxCandidates bounds what a person is asked to choose from.
const maxCandidates = 20

// Parse reads a free-text address such as 四川省甘孜州康定市, 内蒙呼和浩特 or
// 江苏 南京 into the most specific division it names. The error is a *Question:
// empty, unknown, ambiguous, or contradicts (the text names a place that does
// not lie in the one before it).
func Parse(text string) (Match, error) {
	reader := reading{g: load(), text: []rune(squeeze(text)), asked: text}
	if len(reader.text) == 0 {
		return Match{}, reader.question("empty")
	}
	if len(reader.text) > maxAddress {
		reader.text = reader.text[:maxAddress]
	}
	reader.from(0)
	if len(reader.chains) > 0 {
		return reader.answer(false)
	}
	for pos := 1; pos < len(reader.text); pos++ {
		reader.onlyWhole = true
		reader.from(pos)
		if len(reader.chains) > 0 {
			return reader.answer(true)
		}
	}
	return Match{}, reader.question("unknown")
}

// chain is one way to read a text as a division within a division.
type chain struct {
	code  string
	first alias
	names int // how many divisions were named
	taken int // characters that belong to names
	end   int // position after the last name
	whole bool
}

type reading struct {
	g         *gazetteer
	text      []rune
	asked     string
	onlyWhole bool // begin with the whole name of a province or prefecture
	chains    []chain
}

func (r *reading) from(pos int) {
	r.extend(chain{end: pos, whole: true})
}

// extend tries every name that begins where the chain ends, or after fillers,
// and lies under its last division; it keeps the chains that go no further.
func (r *reading) extend(c chain) {
	ends := []int{c.end}
	if c.names > 0 {
		if skipped := r.skipFillers(c); skipped > c.end {
			ends = append(ends, skipped)
		}
	}
	extended := false
	for _, end := range ends {
		from := c
		from.end = end
		for length := 1; length <= r.g.longest && end+length <= len(r.text); length++ {
			for _, a := range r.g.names[string(r.text[end:end+length])] {
				if r.fits(from, a, length) {
					extended = true
					r.extend(from.with(a, length))
				}
			}
		}
	}
	if !extended && c.names > 0 {
		c.end = ends[len(ends)-1]
		r.chains = append(r.chains, c)
	}
}

// clarity orders chains: more characters in names, then whole names.
func (c chain) clarity() int {
	if c.whole {
		return 2*c.taken + 1
	}
	return 2 * c.taken
}

func (c chain) with(a alias, length int) chain {
	if c.names == 0 {
		c.first = a
	}
	c.code, c.whole = a.code, c.whole && a.whole
	c.names, c.taken, c.end = c.names+1, c.taken+length, c.end+length
	return c
}

func (r *reading) fits(c chain, a alias, length int) bool {
	d := r.g.byCode[a.code]
	if a.alone && (c.names > 0 || length != len(r.text)) {
		return false
	}
	if c.names > 0 && !r.g.isUnder(a.code, c.code) || c.names == 0 && a.under {
		return false
	}
	if c.names == 0 && r.onlyWhole && (!a.whole || d.Level == County) {
		return false
	}
	return a.whole || !streetFollows(r.text[c.end+length:])
}

// isUnder tells whether code lies below above.
func (g *gazetteer) isUnder(code, above string) bool {
	for d := g.byCode[code]; d.Parent != ""; d = g.byCode[d.Parent] {
		if d.Parent == above {
			return true
		}
	}
	return false
}

// streetFollows tells whether what follows makes the name a street: the 南京 of
// 南京西路 is not the city.
func streetFollows(rest []rune) bool {
	for i, c := range rest {
		if i > 2 {
			return false
		}
		if strings.ContainsRune("路街巷弄", c) || c == '大' && i+1 < len(rest) && strings.ContainsRune("道街", rest[i+1]) {
			return true
		}
		if !strings.ContainsRune("东西南北中环一二三四五六七八九十", c) {
			return false
		}
	}
	return false
}

// fillers are texts between two names that say nothing.
var fillers = []string{"市辖区", "省直辖县级行政区划", "省直辖县级行政单位", "自治区直辖县级行政区划", "省直辖", "生产建设兵团"}

// skipFillers returns the position after fillers, a name written twice (上海
// 上海市) and a kind that the stem was given by habit (广西省).
func (r *reading) skipFillers(c chain) int {
	pos := c.end
	own, _ := split(r.g.byCode[c.code].Name, kindsOf(r.g.byCode[c.code].Level))
	words := append([]string{r.g.byCode[c.code].Name, own}, fillers...)
	if !c.whole {
		words = append(words, kindsOf(r.g.byCode[c.code].Level)...)
	}
	for moved := true; moved; {
		moved = false
		for _, word := range words {
			w := []rune(word)
			if len(w) > 0 && pos+len(w) <= len(r.text) && string(r.text[pos:pos+len(w)]) == word && !(word == own && streetFollows(r.text[pos+len(w):])) {
				pos, moved = pos+len(w), true
			}
		}
		if n := corpsDivision(r.text[pos:]); n > 0 {
			pos, moved = pos+n, true
		}
	}
	return pos
}

func (r *reading) answer(inside bool) (Match, error) {
	// Whole names first, so that of two ways to the same division the clearer stays.
	slices.SortStableFunc(r.chains, func(a, b chain) int { return cmp.Compare(b.clarity(), a.clarity()) })
	best := r.chains[0]
	var equal []chain
	for _, c := range r.chains {
		if c.taken == best.taken && !slices.ContainsFunc(equal, func(e chain) bool { return e.code == c.code }) {
			equal = append(equal, c)
		}
	}
	one, found := r.choose(equal)
	if !found {
		return Match{}, r.question("ambiguous", codes(equal)...)
	}
	rest := r.text[one.end:]
	if one.names == 1 && !one.first.whole && r.g.byCode[one.code].Level == County && len(rest) > 0 {
		// 平安 is a district, but 平安保险公司 is no address.
		return Match{}, r.question("ambiguous", one.code)
	}
	if other := r.elsewhere(one); len(other) > 0 {
		return Match{}, r.question("contradicts", append([]string{one.code}, other...)...)
	}
	m := Match{Division: r.g.byCode[one.code], Rest: string(rest), Confidence: Short}
	if one.whole {
		m.Confidence = Full
	}
	if inside {
		m.Confidence = Inside
	}
	return m, nil
}

// choose picks the one chain that cannot mislead: the only one; the one that
// contains all the others (南昌 is the city, not 南昌县 in it); a province
// named by its stem (河南 is not 河南蒙古族自治县).
func (r *reading) choose(equal []chain) (chain, bool) {
	for _, c := range equal {
		if r.g.byCode[c.code].Level == Province {
			return c, true
		}
	}
	for _, c := range equal {
		if !slices.ContainsFunc(equal, func(o chain) bool { return o.code != c.code && !r.g.isUnder(o.code, c.code) }) {
			return c, true
		}
	}
	return chain{}, false
}

// elsewhere returns the divisions of whole name that follow the chain but lie
// outside its division: 江苏省杭州市.
func (r *reading) elsewhere(c chain) []string {
	var other []string
	for length := 2; length <= r.g.longest && c.end+length <= len(r.text); length++ {
		for _, a := range r.g.names[string(r.text[c.end:c.end+length])] {
			if a.whole && !a.under && !r.g.isUnder(a.code, c.code) && !r.g.isUnder(c.code, a.code) && a.code != c.code {
				other = append(other, a.code)
			}
		}
	}
	slices.Sort(other)
	return other
}

func (r *reading) question(code string, candidates ...string) *Question {
	q := &Question{Code: code, Text: r.asked}
	if code != "contradicts" {
		slices.Sort(candidates)
	}
	for _, c := range candidates[:min(len(candidates), maxCandidates)] {
		q.Candidates = append(q.Candidates, r.g.byCode[c])
	}
	return q
}

func codes(chains []chain) []string {
	found := make([]string, len(chains))
	for i, c := range chains {
		found[i] = c.code
	}
	return found
}

// corpsDivision returns the length of a division of the Xinjiang Corps such as
// 第八师 at the beginning of the text.
func corpsDivision(text []rune) int {
	pos := 0
	if pos < len(text) && text[pos] == '第' {
		pos++
	}
	digits := pos
	for pos < len(text) && strings.ContainsRune("一二三四五六七八九十0123456789", text[pos]) {
		pos++
	}
	if pos == digits || pos == len(text) || text[pos] != '师' {
		return 0
	}
	return pos + 1
}

// squeeze removes spaces, punctuation and a leading 中国, and folds full-width
// letters and digits.
func squeeze(text string) string {
	text = strings.Map(func(c rune) rune {
		if c >= '！' && c <= '～' {
			c -= '！' - '!'
		}
		if unicode.IsSpace(c) || unicode.IsPunct(c) || unicode.IsSymbol(c) || unicode.IsControl(c) {
			return -1
		}
		return unicode.ToLower(c)
	}, text)
	text = strings.TrimPrefix(text, "中华人民共和国")
	return strings.TrimPrefix(text, "中国")
}
