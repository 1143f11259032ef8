// Package fault holds the refusals a person can act on. Every refusal has a
// kind (which decides the HTTP status), a code (a key of package lang, so that
// the reader sees it in his own language), and, where a rule of the regulation
// refuses, the obligation ID it stands on.
package fault

import (
	"errors"
	"strings"
)

// Kind says what sort of refusal it is.
type Kind string

// The kinds of refusal.
const (
	KindInvalid         Kind = "invalid"          // what was typed cannot be taken as it is
	KindAgainst         Kind = "against"          // a guard of the regulation or of the company refuses
	KindNotFound        Kind = "not_found"        // there is no such record, or not for this person
	KindStale           Kind = "stale"            // somebody changed the record in the meantime
	KindForbidden       Kind = "forbidden"        // the person's roles do not allow it
	KindUnauthenticated Kind = "unauthenticated"  // nobody is signed in
	KindConflict        Kind = "conflict"         // an idempotency key was used for something else
	KindTooLarge        Kind = "too_large"        // body or file beyond its limit
	KindBusy            Kind = "busy"             // try again later
	KindStorageFull     Kind = "storage_full"     // the disk has no room; reads go on
	KindUnsupported     Kind = "unsupported_type" // this kind of file or body is not taken
)

// Args fill the {placeholders} of a text.
type Args map[string]any

// Word is an argument that is itself a text key: each reader gets it in his
// language ("complaint.channel.phone" is 来电 or phone).
type Word string

// TextKey names the text of the word.
func (w Word) TextKey() string { return string(w) }

// Field is one wrong field: Path as in the JSON body ("lines[0].serial_no").
type Field struct {
	Path string
	Code string
	Args Args
}

// Fault is a refusal. It is an error; its text is for logs only, people read
// the text of Code in their language.
type Fault struct {
	Kind       Kind
	Code       string
	Obligation string
	Args       Args
	Fields     []Field
	// Changes is filled for KindStale: what happened since the version the
	// person had in front of him, newest last.
	Changes []Change
	// Version is the current version of the record for KindStale.
	Version int64
}

// Change is one act that overtook a stale one.
type Change struct {
	Act        string
	ZH, EN     string
	ActorID    string
	ActorName  string
	RecordedAt int64 // ms UTC
}

// Error gives kind, code, obligation and field paths for logs.
func (f *Fault) Error() string {
	var b strings.Builder
	b.WriteString(string(f.Kind))
	b.WriteString(": ")
	b.WriteString(f.Code)
	if f.Obligation != "" {
		b.WriteString(" (" + f.Obligation + ")")
	}
	for _, x := range f.Fields {
		b.WriteString(" " + x.Path + "=" + x.Code)
	}
	return b.String()
}

// Is lets errors.Is(err, fault.NotFound("")) compare by kind.
func (f *Fault) Is(target error) bool {
	t, ok := target.(*Fault)
	return ok && t.Kind == f.Kind && (t.Code == "" || t.Code == f.Code)
}

// Invalid refuses what was typed, naming each wrong field.
func Invalid(fields ...Field) *Fault {
	return &Fault{Kind: KindInvalid, Code: "fault.invalid", Fields: fields}
}

// Wrong makes one Field; args come in pairs: name, value, name, value.
func Wrong(path, code string, args ...any) Field {
	return Field{Path: path, Code: code, Args: pairs(args)}
}

// Against refuses because of an obligation ("2.1-f"); args in pairs.
func Against(obligation, code string, args ...any) *Fault {
	return &Fault{Kind: KindAgainst, Code: code, Obligation: obligation, Args: pairs(args)}
}

// NotFound says there is no such record for this person.
func NotFound(code string, args ...any) *Fault {
	return &Fault{Kind: KindNotFound, Code: code, Args: pairs(args)}
}

// Forbidden says the person's roles do not allow the action.
func Forbidden(code string, args ...any) *Fault {
	return &Fault{Kind: KindForbidden, Code: code, Args: pairs(args)}
}

// New makes a fault of any kind; args in pairs.
func New(kind Kind, code string, args ...any) *Fault {
	return &Fault{Kind: kind, Code: code, Args: pairs(args)}
}

// As finds the Fault in an error chain.
func As(err error) (*Fault, bool) {
	var f *Fault
	ok := errors.As(err, &f)
	return f, ok
}

// Fields gathers wrong fields and gives one Invalid fault, or nil.
type Fields []Field

// Add notes a wrong field when bad is true.
func (fs *Fields) Add(bad bool, path, code string, args ...any) {
	if bad {
		*fs = append(*fs, Wrong(path, code, args...))
	}
}

// Err gives the gathered fault or nil.
func (fs Fields) Err() error {
	if len(fs) == 0 {
		return nil
	}
	return Invalid(fs...)
}

func pairs(args []any) Args {
	if len(args) == 0 {
		return nil
	}
	m := Args{}
	for i := 0; i+1 < len(args); i += 2 {
		m[args[i].(string)] = args[i+1]
	}
	return m
}
