package exchange

import (
	"fmt"
	"sort"
	"strings"
)

// Note is a sentence for a person: a code whose wording is in the language
// files, and the values that fill its placeholders.
type Note struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"`
}

// Refusal says why a file as a whole cannot be read. It is an error.
type Refusal struct {
	Code string
	Args map[string]string
}

// Error gives the code and its arguments for logs; people are shown the
// wording of the code.
func (r *Refusal) Error() string {
	keys := make([]string, 0, len(r.Args))
	for key := range r.Args {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	var text strings.Builder
	text.WriteString(r.Code)
	for _, key := range keys {
		fmt.Fprintf(&text, " %s=%q", key, r.Args[key])
	}
	return text.String()
}

func note(code string, pairs ...any) *Note {
	return &Note{Code: code, Args: arguments(pairs)}
}

func refuse(code string, pairs ...any) *Refusal {
	return &Refusal{Code: code, Args: arguments(pairs)}
}

func arguments(pairs []any) map[string]string {
	if len(pairs) == 0 {
		return nil
	}
	args := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args[fmt.Sprint(pairs[i])] = fmt.Sprint(pairs[i+1])
	}
	return args
}

// Limits bound what one file may cost.
type Limits struct {
	Bytes     int64 // size of the file as handed over
	Rows      int   // rows with content
	Columns   int   // columns with content
	CellRunes int   // characters in one cell
	Unpacked  int64 // bytes of a workbook once unzipped
	Ratio     int64 // unzipped bytes for one byte of the file, checked above 16 MB
}

// DefaultLimits are wide enough for ten years of a busy register.
func DefaultLimits() Limits {
	return Limits{Bytes: 50 << 20, Rows: 200_000, Columns: 200, CellRunes: 32_767, Unpacked: 512 << 20, Ratio: 100}
}
