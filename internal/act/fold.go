package act

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold makes texts comparable: full-width to half-width (NFKC), lower case,
// runs of space to one, trimmed.
func Fold(s string) string {
	return strings.Join(strings.Fields(strings.ToLower(norm.NFKC.String(s))), " ")
}

// FoldCode makes serial numbers, contract and phone numbers comparable: Fold,
// then only letters and digits ("sn-０2757" is "sn02757"). A leading +86 of a
// Chinese number goes.
func FoldCode(s string) string {
	var b strings.Builder
	folded := Fold(s)
	if rest, ok := strings.CutPrefix(folded, "+86"); ok {
		folded = rest
	}
	for _, r := range folded {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}
