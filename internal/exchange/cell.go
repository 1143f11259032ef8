package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// State says how far a cell was understood.
type State string

// The states of a cell.
const (
	OK      State = "ok"      // as written
	Assumed State = "assumed" // something was added or chosen; the note says what
	Unknown State = "unknown" // the cell says that the fact is not known
	Failed  State = "error"   // the cell says something that could not be read
	Empty   State = "empty"
)

// Cell is one cell with what was understood. Understood is canonical text:
// dates 2025-11-08, times 16:55, phones 13700003811 or 0510-88006486, serials
// in capitals, satisfaction 1 to 5, choices as the identifiers of the
// glossary; it is empty when nothing could be understood. Raw is never changed.
type Cell struct {
	Column     int     `json:"column"`
	Meaning    Meaning `json:"meaning"`
	Raw        string  `json:"raw"`
	Understood string  `json:"understood"`
	State      State   `json:"state"`
	Formula    bool    `json:"formula,omitempty"`
	Note       *Note   `json:"note,omitempty"`
}

// reading is the answer of one parser.
type reading struct {
	value string
	clock string // time found beside a date
	state State
	note  *Note
}

func understood(value string) reading { return reading{value: value, state: OK} }

func assumed(value, code string, pairs ...any) reading {
	return reading{value: value, state: Assumed, note: note(code, pairs...)}
}

func unknown(code string, pairs ...any) reading {
	return reading{state: Unknown, note: note(code, pairs...)}
}

func failed(code string, pairs ...any) reading {
	return reading{state: Failed, note: note(code, pairs...)}
}

// longestRead is the size in bytes above which a text can only be running text.
const longestRead = 400

// parseText reads one text by the meaning of its column.
func parseText(meaning Meaning, raw string, context calendarContext) reading {
	text := tidy(raw)
	folded := fold(text)
	if folded == "" {
		return emptyReading(meaning)
	}
	kind := meanings[meaning].kind
	if kind != longText && nothing[folded] && meanings[meaning].words.exact[folded] == "" {
		return unknown("exchange.cell.says_unknown", "text", text)
	}
	if kind != longText && kind != nameKind && len(folded) > longestRead {
		return failed("exchange.cell.too_long")
	}
	switch kind {
	case dateKind:
		return dateReading(parseDate(text, context))
	case timeKind:
		return clockReading(text)
	case phoneKind:
		return parsePhone(text)
	case serialKind:
		return parseSerial(text)
	case emailKind:
		return parseEmail(text)
	case quantityKind:
		return parseQuantity(folded)
	case sequenceKind:
		return parseSequence(text)
	case choiceKind:
		return parseChoice(meaning, text, folded)
	case nameKind:
		return understood(strings.Join(strings.Fields(tidy(norm.NFC.String(text))), " "))
	}
	return understood(text)
}

// emptyReading: a complaint without a class is one nobody has classified.
func emptyReading(meaning Meaning) reading {
	if meaning == Class {
		return reading{value: "unclassified", state: Empty}
	}
	return reading{state: Empty}
}

func dateReading(read readDate) reading {
	if read.problem != nil {
		return reading{state: Failed, note: read.problem}
	}
	if read.assumed != nil {
		return reading{value: read.day.String(), clock: read.clock, state: Assumed, note: read.assumed}
	}
	return reading{value: read.day.String(), clock: read.clock, state: OK}
}

// clockReading also takes the time out of a cell that has a date before it.
func clockReading(text string) reading {
	read := parseClock(text)
	if read.problem != nil {
		if whole := parseDate(text, calendarContext{year: 2000, yearFrom: "row"}); whole.problem == nil && whole.clock != "" {
			return understood(whole.clock)
		}
		return reading{state: Failed, note: read.problem}
	}
	if read.assumed != nil {
		return reading{value: read.clock, state: Assumed, note: read.assumed}
	}
	return understood(read.clock)
}

// parseSerial brings a serial or batch number to half width and capitals,
// without blanks. Hyphens stay: they are part of the number on the plate.
func parseSerial(text string) reading {
	plain := compactForm(text, strings.ToUpper)
	if lostDigits.MatchString(strings.ToLower(plain)) {
		return failed("exchange.cell.digits_lost")
	}
	plain = strings.Map(func(r rune) rune {
		switch r {
		case '–', '—', '‐', '‑', '−':
			return '-'
		}
		return r
	}, plain)
	if plain == "" || nothing[fold(plain)] {
		return unknown("exchange.cell.says_unknown", "text", text)
	}
	for word := range nothing {
		if len(word) > 3 && isHan(word) && strings.Contains(plain, word) {
			return unknown("exchange.cell.says_unknown", "text", text)
		}
	}
	if utf8.RuneCountInString(plain) > 100 {
		return failed("exchange.cell.not_a_serial")
	}
	return understood(plain)
}

// compactForm brings text to half width and one case, without blanks. One
// step can make work for another (a blank between two marks that join), so
// they are repeated until nothing changes.
func compactForm(text string, fit func(string) string) string {
	for range 4 {
		next := fit(strings.Join(strings.Fields(tidy(norm.NFKC.String(text))), ""))
		if next == text {
			break
		}
		text = next
	}
	return text
}

// parseSequence reads a running or case number as it stands, but 3.0 as 3.
func parseSequence(text string) reading {
	plain := tidy(norm.NFKC.String(text))
	if whole, ok := strings.CutSuffix(plain, ".0"); ok && whole != "" && strings.Trim(whole, "0123456789") == "" {
		plain = whole
	}
	return understood(plain)
}

var emailShape = regexp.MustCompile(`^[^\s@<>"',;]+@[^\s@<>"',;]+\.[^\s@<>"',;.]{2,}$`)

func parseEmail(text string) reading {
	plain := compactForm(text, strings.ToLower)
	plain = strings.TrimPrefix(plain, "mailto:")
	if !emailShape.MatchString(plain) {
		return failed("exchange.cell.not_an_email")
	}
	return understood(plain)
}

var quantityShape = regexp.MustCompile(`^(\d{1,7})(?:\.0+)? ?(?:台|件|套|个|只|块|部|箱|批|pcs|pieces?|units?|sets?)?$`)

func parseQuantity(folded string) reading {
	m := quantityShape.FindStringSubmatch(strings.ReplaceAll(westernNumbers(folded), ",", ""))
	if m == nil {
		return failed("exchange.cell.not_a_quantity")
	}
	return understood(strconv.Itoa(number(m[1])))
}

// parseChoice reads a cell with a fixed set of values.
func parseChoice(meaning Meaning, text, folded string) reading {
	if meaning == Satisfaction {
		if read, ok := grade(folded); ok {
			return read
		}
	}
	if meanings[meaning].words.values[folded] {
		return understood(folded)
	}
	doubtful := strings.TrimRight(folded, "? ") != folded || strings.Contains(folded, "疑似") || strings.Contains(folded, "待确认")
	value, sure := meanings[meaning].words.find(strings.Trim(folded, "? .。"))
	switch {
	case value == "" && doubtful && meaning == Class:
		return assumed("quality", "exchange.cell.class_doubt", "text", text)
	case value == "":
		return reading{state: Failed, note: note("exchange.cell.not_a_known_word", "text", text)}
	case doubtful && meaning == Class:
		// Clause 2.1: while in doubt, a complaint counts as one about quality.
		return assumed("quality", "exchange.cell.class_doubt", "text", text)
	case !sure || doubtful:
		return assumed(value, "exchange.cell.word_understood_as", "text", text, "value", value)
	}
	return understood(value)
}

// grade reads satisfaction given as a number from 1 (worst) to 5.
func grade(folded string) (reading, bool) {
	digits := strings.TrimSuffix(strings.TrimSuffix(folded, "分"), "星")
	value, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return reading{}, false
	}
	if value < 1 || value > 5 || value != float64(int(value)) {
		return failed("exchange.cell.grade_out_of_scale", "text", folded), true
	}
	return assumed(strconv.Itoa(int(value)), "exchange.cell.grade_scale_assumed"), true
}

// understand reads one cell of the sheet.
func understand(column int, meaning Meaning, text Text, context calendarContext) (Cell, reading) {
	cell := Cell{Column: column, Meaning: meaning, Raw: text.Raw}
	read := parseAs(meaning, text, context)
	if text.Kind == AsFormula {
		cell.Formula = true
		read = formulaReading(meaning, text, read, context)
	} else if text.Merged && read.state == OK {
		read.state, read.note = Assumed, note("exchange.cell.merged")
	}
	cell.Understood, cell.State, cell.Note = read.value, read.state, read.note
	return cell, read
}

// parseAs writes dates that stand as day numbers in a text column as dates.
func parseAs(meaning Meaning, text Text, context calendarContext) reading {
	if text.Kind == AsDate && meanings[meaning].kind != dateKind && meanings[meaning].kind != timeKind {
		if read := dateReading(parseDate(text.Raw, context)); read.state == OK {
			return assumed(strings.TrimSpace(read.value+" "+read.clock), "exchange.cell.date_in_text")
		}
	}
	return parseText(meaning, text.Raw, context)
}

// formulaReading never computes. In a column of running text the formula's
// own text is the content; elsewhere what it last showed is taken, if the
// workbook kept it.
func formulaReading(meaning Meaning, text Text, read reading, context calendarContext) reading {
	if meanings[meaning].kind == longText {
		return assumed(tidy(text.Raw), "exchange.cell.formula_kept_as_text")
	}
	if text.Shown == "" {
		if meanings[meaning].kind == nameKind && read.state == OK {
			return assumed(read.value, "exchange.cell.formula_kept_as_text")
		}
		return failed("exchange.cell.formula_without_value")
	}
	shown := parseText(meaning, text.Shown, context)
	if shown.state == OK {
		shown.state, shown.note = Assumed, note("exchange.cell.formula_shown_value", "value", text.Shown)
	}
	return shown
}
