package form

import (
	"strings"
	"unicode"
)

// Marks that may not begin a line, and marks that may not end one, as Chinese
// typesetting keeps them (避头尾).
const (
	noBegin = "，。、；：！？）》」』】〉”’…—～·％,.;:!?)]}%℃°"
	noEnd   = "（《「『【〈“‘([{¥￥$#"
)

// wrap breaks text into lines no wider than width points at size. Chinese
// breaks between any two characters, Latin words and numbers stay whole
// unless one alone is wider than the line. A line feed always breaks.
func (f *face) wrap(text string, size, width float64) []string {
	if text == "" {
		return nil
	}
	var lines []string
	for _, paragraph := range strings.Split(text, "\n") {
		lines = append(lines, f.wrapParagraph(pieces(paragraph), size, width)...)
	}
	return lines
}

func (f *face) wrapParagraph(parts []string, size, width float64) []string {
	var lines []string
	var line string
	for _, part := range parts {
		if f.width(line+strings.TrimRight(part, " "), size) <= width {
			line += part
			continue
		}
		if line != "" {
			lines = append(lines, strings.TrimRight(line, " "))
		}
		line = strings.TrimLeft(part, " ")
		for f.width(strings.TrimRight(line, " "), size) > width {
			head := f.cut(line, size, width)
			lines, line = append(lines, line[:head]), strings.TrimLeft(line[head:], " ")
		}
	}
	return append(lines, strings.TrimRight(line, " "))
}

// cut gives the number of bytes of the longest head of word that fits, at
// least one character, so that wrapping always ends.
func (f *face) cut(word string, size, width float64) int {
	var sum float64
	for i, r := range word {
		sum += f.em(r) * size
		if sum > width && i > 0 {
			return i
		}
	}
	return len(word)
}

// pieces splits a paragraph into the parts between which a line may break.
func pieces(paragraph string) []string {
	var parts []string
	var part []rune
	runes := []rune(paragraph)
	for i, r := range runes {
		part = append(part, r)
		if i+1 < len(runes) && breakable(r, runes[i+1]) {
			parts, part = append(parts, string(part)), nil
		}
	}
	if len(part) > 0 {
		parts = append(parts, string(part))
	}
	return parts
}

func breakable(a, b rune) bool {
	if strings.ContainsRune(noBegin, b) || strings.ContainsRune(noEnd, a) || b == ' ' {
		return false
	}
	return a == ' ' || b == '@' || wide(a) || wide(b) || a == '/' && unicode.IsLetter(b)
}

// wide reports characters set in a full square, between which lines break.
func wide(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x2E80 && r <= 0x9FFF || r >= 0xFF00 && r <= 0xFFEF || r >= 0x20000 ||
		strings.ContainsRune("“”‘’…—·", r)
}

// longestPiece gives the width of the longest part of text that may not break.
func (f *face) longestPiece(text string, size float64) float64 {
	var longest float64
	for _, paragraph := range strings.Split(text, "\n") {
		for _, part := range pieces(paragraph) {
			longest = max(longest, f.width(strings.TrimRight(part, " "), size))
		}
	}
	return longest
}

// wrapEven breaks text into as few lines as fit and then evens them out, so
// that 各部门意见 does not leave one character alone on its second line.
func (f *face) wrapEven(text string, size, width float64) []string {
	lines := f.wrap(text, size, width)
	if len(lines) < 2 || strings.Contains(text, "\n") {
		return lines
	}
	for narrow := width - 1; narrow > max(width/3, f.longestPiece(text, size)); narrow-- {
		tighter := f.wrap(text, size, narrow)
		if len(tighter) > len(lines) {
			break
		}
		lines = tighter
	}
	return lines
}

// after gives what is left of text once its first lines are set, as running
// text again, so that it can be set in another width.
func after(text string, lines []string) string {
	for _, line := range lines {
		if !strings.HasPrefix(text, line) {
			text = strings.TrimLeft(text, " ")
		}
		text = strings.TrimLeft(strings.TrimPrefix(text, line), " ")
		text = strings.TrimPrefix(text, "\n")
	}
	return text
}
