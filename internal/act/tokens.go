package act

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The search index holds tokens, made here and nowhere else, so that both
// databases find the same. A text gives
//   - for each run of Han (and other unspaced) characters its single
//     characters, pairs and triples: 更换轴承 gives 更 换 … 更换 换轴 轴承 更换轴 换轴承;
//   - for each word or code its parts at every change between letters and digits
//     and at hyphens, and from each part on all that follows joined: SN-02757
//     gives sn02757 and 02757; each of these is found by its beginning;
//   - for each long run of digits its last four, since people know phones so.
const (
	// edgeLongest is up to which length a beginning has a token of its own;
	// longer ones are rare enough to be found by a walk over the words.
	edgeLongest = 6
	// wordLongest bounds a word, in characters.
	wordLongest = 32
	// tailDigits of a run of at least tailFrom digits are found by themselves.
	tailDigits = 4
	tailFrom   = 8
	// textLongest bounds the indexed text of a record, in characters.
	textLongest = 20_000
	// edgeMark stands before a beginning, kindMark before the kind of record;
	// no word holds either.
	edgeMark = "·"
	kindMark = "··"
)

// unspaced are the scripts written without spaces between words.
var unspaced = []*unicode.RangeTable{
	unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Bopomofo, unicode.Hangul,
	unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar,
}

type class byte

const (
	apart class = iota // separates
	han
	letter
	digit
)

func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case r >= '0' && r <= '9':
			return digit
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
			return letter
		}
		return apart
	case r == utf8.RuneError:
		return apart
	case unicode.In(r, unspaced...):
		return han
	case unicode.IsDigit(r):
		return digit
	case unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r):
		return letter
	}
	return apart
}

// part is a stretch of one class in a folded text.
type part struct {
	class class
	text  string
	// joined says that it belongs to one code with the part before, spaced that
	// only a space stands between them.
	joined, spaced bool
}

// parts cuts a folded text.
func parts(folded string) []part {
	var list []part
	end := 0 // of the last part
	for i := 0; i < len(folded); {
		r, size := utf8.DecodeRuneInString(folded[i:])
		c := classOf(r)
		if c == apart {
			i += size
			continue
		}
		start := i
		for i += size; i < len(folded); i += size {
			if r, size = utf8.DecodeRuneInString(folded[i:]); classOf(r) != c {
				break
			}
		}
		p := part{class: c, text: folded[start:i]}
		if len(list) > 0 {
			p.joined = joins(list[len(list)-1].class, folded[end:start], c)
			p.spaced = folded[end:start] == " "
		}
		list = append(list, p)
		end = i
	}
	return list
}

// joins says whether what stands between two parts leaves them one code.
func joins(before class, between string, after class) bool {
	if before == han || after == han {
		return false
	}
	switch between {
	case "", "-", "/", ".", "_", ")", "+":
		return true
	case " ":
		return before == digit && after == digit // 138 1234 5678
	}
	return false
}

// tokensOf gives the tokens of a folded text, each once.
func tokensOf(folded string) []string {
	t := tokens{seen: map[string]bool{}}
	list := parts(folded)
	for i, p := range list {
		if p.class == han {
			t.grams(p.text)
			continue
		}
		t.word(codeFrom(list[i:]))
		if p.class == digit && len(p.text) >= tailFrom {
			t.word(p.text[len(p.text)-tailDigits:])
		}
	}
	return t.list
}

// codeFrom joins the parts of one code from the first on.
func codeFrom(list []part) string {
	var b strings.Builder
	n := 0
	for i, p := range list {
		if i > 0 && !p.joined {
			break
		}
		for _, r := range p.text {
			if n == wordLongest {
				return b.String()
			}
			b.WriteRune(r)
			n++
		}
	}
	return b.String()
}

type tokens struct {
	seen map[string]bool
	list []string
}

func (t *tokens) add(token string) {
	if !t.seen[token] {
		t.seen[token] = true
		t.list = append(t.list, token)
	}
}

func (t *tokens) grams(run string) {
	var at [3]int // where the last three characters begin
	n := 0
	for i, r := range run {
		at[0], at[1], at[2] = at[1], at[2], i
		n++
		end := i + utf8.RuneLen(r)
		for size := 1; size <= min(n, 3); size++ {
			t.add(run[at[3-size]:end])
		}
	}
}

func (t *tokens) word(w string) {
	n := 0
	for i := range w {
		if n > 0 && n <= edgeLongest {
			t.add(edgeMark + w[:i])
		}
		n++
	}
	if n <= edgeLongest {
		t.add(edgeMark + w)
	} else {
		t.add(w)
	}
}

// cut bounds a text to its first n characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}
