package exchange

import "strings"

// dangerous are the characters with which a spreadsheet program begins a
// formula, in both widths, and the blanks it skips before one.
const dangerous = "=+-@\t\r\n＝＋－＠"

// neutral puts an apostrophe before text that a spreadsheet program would run
// as a formula when it opens separated text. Text that begins with
// apostrophes before such a character gets one more, so that bare can always
// undo it.
func neutral(text string) string {
	if startsFormula(strings.TrimLeft(text, "'")) {
		return "'" + text
	}
	return text
}

// bare takes off the apostrophe that neutral put on.
func bare(text string) (string, bool) {
	if !strings.HasPrefix(text, "'") || !startsFormula(strings.TrimLeft(text, "'")) {
		return text, false
	}
	return text[1:], true
}

func startsFormula(text string) bool {
	for _, first := range strings.TrimLeft(text, " ") {
		return strings.ContainsRune(dangerous, first)
	}
	return false
}
