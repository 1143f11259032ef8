package act

import (
	"strings"
	"unicode/utf8"

	"huidan/internal/act/internal/sqldb"
)

const (
	// queryLongest bounds what is searched for, in characters.
	queryLongest = 100
	// termsMost bounds the terms of a query; what goes beyond narrows little.
	termsMost = 24
)

// searchFor turns what a person typed into terms that must all be met.
func searchFor(typed string) sqldb.Wanted {
	list := parts(cut(clean(Fold(typed)), queryLongest))
	unsplitNumbers(list)
	w := wanted{seen: map[sqldb.Term]bool{}}
	for i, p := range list {
		switch {
		case p.class == han:
			w.han(p.text)
		case !p.joined:
			w.code(codeFrom(list[i:]))
		}
	}
	return w.Wanted
}

// unsplitNumbers takes digits apart that stand together only by a space (two
// numbers, each to be found by itself), unless all of it is digits and long
// enough to be a phone.
func unsplitNumbers(list []part) {
	digits := 0
	for _, p := range list {
		if p.class != digit {
			digits = -1
			break
		}
		digits += len(p.text)
	}
	if digits >= tailFrom {
		return
	}
	for i := range list {
		if i > 0 && list[i].class == digit && list[i-1].class == digit && list[i].spaced {
			list[i].joined = false
		}
	}
}

type wanted struct {
	sqldb.Wanted
	seen map[sqldb.Term]bool
}

func (w *wanted) add(t sqldb.Term) {
	if !w.seen[t] && len(w.Terms) < termsMost {
		w.seen[t] = true
		w.Terms = append(w.Terms, t)
	}
}

// han wants a run: one or two characters as they are, more by the triples that
// cover it; from four on the text itself must be compared, since the triples
// may stand apart.
func (w *wanted) han(run string) {
	r := []rune(run)
	if len(r) <= 3 {
		w.add(sqldb.Term{Text: run})
		return
	}
	for i := 0; i < len(r); i += 3 {
		from := min(i, len(r)-3)
		w.add(sqldb.Term{Text: string(r[from : from+3])})
	}
	w.Phrases = append(w.Phrases, run)
}

// code wants a word or code by its beginning.
func (w *wanted) code(word string) {
	if utf8.RuneCountInString(word) <= edgeLongest {
		w.add(sqldb.Term{Text: edgeMark + word})
		return
	}
	w.add(sqldb.Term{Text: word, Prefix: true})
}

// meets says whether a folded text has what is wanted, as the index would.
func meets(w sqldb.Wanted, folded string) bool {
	for _, phrase := range w.Phrases {
		if !strings.Contains(folded, phrase) {
			return false
		}
	}
	has := map[string]bool{}
	list := tokensOf(folded)
	for _, t := range list {
		has[t] = true
	}
	for _, term := range w.Terms {
		if !has[term.Text] && !(term.Prefix && anyStarts(list, term.Text)) {
			return false
		}
	}
	return true
}

func anyStarts(list []string, prefix string) bool {
	for _, t := range list {
		if strings.HasPrefix(t, prefix) {
			return true
		}
	}
	return false
}

// clean takes out what the databases cannot hold in a text.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\x00", "")
}
