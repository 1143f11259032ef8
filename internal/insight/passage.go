package insight

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	passageBefore = 16 // characters shown before what was found
	passageLength = 72 // characters of a passage
)

// passage gives the part of a text in which all of what was typed is found, or
// of the first in which a word of it is, and what was found as it stands there.
// Width, case, spaces and hyphens do not matter: "sn02757" finds "SN-０2757".
func passage(typed string, texts []string) (shown string, matched []string) {
	matched = []string{}
	wanted := append([]string{typed}, strings.Fields(typed)...)
	for _, text := range texts {
		runes := []rune(text)
		first := -1
		for i, want := range wanted {
			from, to, found := locate(runes, bare([]rune(want)))
			if !found {
				continue
			}
			if i == 0 {
				return around(runes, from), []string{string(runes[from:to])}
			}
			if first < 0 || from < first {
				first = from
			}
			if word := string(runes[from:to]); !slices.Contains(matched, word) {
				matched = append(matched, word)
			}
		}
		if first >= 0 && shown == "" {
			shown = around(runes, first)
		}
	}
	return shown, matched
}

// around cuts the passage about a place out of a text.
func around(runes []rune, at int) string {
	from := max(0, at-passageBefore)
	to := min(len(runes), from+passageLength)
	text := strings.Join(strings.Fields(string(runes[from:to])), " ")
	if from > 0 {
		text = "…" + text
	}
	if to < len(runes) {
		text += "…"
	}
	return text
}

// place is a character that counts, and where it stands in the text.
type place struct {
	r  rune
	at int
}

// bare keeps the letters and digits of a text in one width and case.
func bare(runes []rune) []place {
	list := make([]place, 0, len(runes))
	for i, r := range runes {
		for _, folded := range norm.NFKC.String(string(r)) {
			if unicode.IsLetter(folded) || unicode.IsDigit(folded) {
				list = append(list, place{unicode.ToLower(folded), i})
			}
		}
	}
	return list
}

// locate finds the wanted characters in a text and gives from where to where
// they stand.
func locate(runes []rune, wanted []place) (from, to int, found bool) {
	text := bare(runes)
	if len(wanted) == 0 || len(wanted) > len(text) {
		return 0, 0, false
	}
	for i := range len(text) - len(wanted) + 1 {
		n := 0
		for n < len(wanted) && text[i+n].r == wanted[n].r {
			n++
		}
		if n == len(wanted) {
			return text[i].at, text[i+n-1].at + 1, true
		}
	}
	return 0, 0, false
}
