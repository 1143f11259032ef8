package staff

import (
	"net/mail"
	"strings"
	"unicode"
	"unicode/utf8"

	"huidan/internal/act"
	"huidan/internal/calendar"
	"huidan/internal/fault"
)

// The longest texts, in characters.
const (
	longName = 60
	longCode = 40
	longNote = 500
)

// clean trims a typed text and drops control characters except line breaks.
func clean(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, s))
}

func optional(fs *fault.Fields, path, value string, most int) string {
	v := clean(value)
	fs.Add(utf8.RuneCountInString(v) > most, path, "fault.too_long", "max", most)
	return v
}

func required(fs *fault.Fields, path, value string, most int) string {
	v := optional(fs, path, value, most)
	fs.Add(v == "", path, "fault.required")
	return v
}

// oneOf notes a value that is not in the list.
func oneOf[T ~string](fs *fault.Fields, path string, value T, list []T) {
	for _, known := range list {
		if value == known {
			return
		}
	}
	if value == "" {
		fs.Add(true, path, "fault.required")
		return
	}
	fs.Add(true, path, "fault.unknown_value", "value", string(value))
}

// day reads a required day; a wrong one is noted and gives the zero Day.
func day(fs *fault.Fields, path, value string) calendar.Day {
	if value == "" {
		fs.Add(true, path, "fault.required")
		return calendar.Day{}
	}
	d, err := calendar.ParseDay(value)
	fs.Add(err != nil, path, "fault.malformed")
	return d
}

// dayOrNone reads a day that may be left out.
func dayOrNone(fs *fault.Fields, path, value string) calendar.Day {
	if value == "" {
		return calendar.Day{}
	}
	return day(fs, path, value)
}

// span notes a period that ends before it begins; a zero end is open.
func span(fs *fault.Fields, path string, from, to calendar.Day) {
	fs.Add(!from.IsZero() && !to.IsZero() && to.Before(from), path, "staff.ends_before_it_begins")
}

// phoneSigns may stand between digits; the last is the Chinese word for "extension".
const phoneSigns = "+-()#*,;. ext\u8f6c"

// phone takes what people write as phone numbers: at least three digits, signs between.
func phone(fs *fault.Fields, path, value string) string {
	v := optional(fs, path, value, longCode)
	digits := 0
	for _, r := range act.Fold(v) {
		switch {
		case unicode.IsDigit(r):
			digits++
		case strings.ContainsRune(phoneSigns, r):
		default:
			digits = -longCode
		}
	}
	fs.Add(v != "" && digits < 3, path, "fault.malformed")
	return v
}

func email(fs *fault.Fields, path, value string) string {
	v := optional(fs, path, value, 120)
	if v != "" {
		a, err := mail.ParseAddress(v)
		fs.Add(err != nil || a.Address != v, path, "fault.malformed")
	}
	return v
}

// loginName takes letters and digits of any script and . _ - @.
func loginName(fs *fault.Fields, path, value string) string {
	v := required(fs, path, value, longCode)
	bad := strings.ContainsFunc(v, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._-@", r)
	})
	fs.Add(bad, path, "staff.login_characters")
	return v
}
