package form

import (
	"strings"
	"unicode"
)

// clean makes text printable: line ends become \n, tabs become spaces, marks
// without ink (joiners, variation selectors, other controls) go, and every
// character that the regular face lacks becomes 〓.
func (l *library) clean(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	return strings.TrimRightFunc(strings.Map(l.printable, text), unicode.IsSpace)
}

func (l *library) printable(r rune) rune {
	switch {
	case r == '\n':
		return r
	case r == '\r' || r == '\u2028' || r == '\u2029':
		return '\n'
	case r == '\t':
		return ' '
	case inkless(r):
		return -1
	case l.faces[regular].has(r):
		return r
	}
	return geta
}

// inkless reports characters that never leave a mark on paper.
func inkless(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector)
}

// pick gives the face in which text can be set: bold lacks rare characters,
// and a name half in bold and half in 〓 helps nobody.
func (l *library) pick(font, text string) string {
	if font == regular {
		return regular
	}
	for _, r := range text {
		if r != '\n' && !l.faces[font].has(r) {
			return regular
		}
	}
	return font
}
