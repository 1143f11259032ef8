package ledger

import (
	"huidan/internal/exchange"
	"huidan/internal/lang"
)

// wordOf gives the text of a value in a list, or the value itself.
func wordOf(language lang.Language, list, value string) string {
	if lang.Has(list + value) {
		return lang.T(language, list+value, nil)
	}
	return value
}

// noteText puts a note into the reader's language; arguments that name a meaning
// or a value are put into words first.
func noteText(language lang.Language, note *exchange.Note) string {
	if note == nil {
		return ""
	}
	args := map[string]any{}
	for name, value := range note.Args {
		switch name {
		case "meaning":
			args[name] = wordOf(language, "exchange.meaning.", value)
		case "value":
			args[name] = anyWord(language, value)
		default:
			args[name] = value
		}
	}
	return lang.T(language, note.Code, args)
}

// valueLists hold the words of the values that cells with a fixed set of values
// are read as.
var valueLists = map[exchange.Meaning]string{
	exchange.Channel: "complaint.channel.", exchange.Class: "complaint.class.",
	exchange.Result: "ledger.result.", exchange.FaultFinding: "ledger.finding.",
}

func anyWord(language lang.Language, value string) string {
	for _, list := range valueLists {
		if lang.Has(list + value) {
			return lang.T(language, list+value, nil)
		}
	}
	return value
}
