package regulation

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Problem is one thing wrong with settings. Field is the path in the JSON form
// (same_day.start); Code is the end of a text key regulation.problem.<code>.
type Problem struct {
	Field string
	Code  string // not_json, not_an_option, out_of_range, bad_time, region, one of region.problem
	Value string
}

// Problems is everything wrong with settings, in the order of the fields.
type Problems []Problem

// Error returns a message for logs.
func (p Problems) Error() string {
	texts := make([]string, len(p))
	for i, one := range p {
		texts[i] = fmt.Sprintf("%s %q: %s", one.Field, one.Value, one.Code)
	}
	return "regulation: settings: " + strings.Join(texts, "; ")
}

// TextKey returns the key of the problem's text.
func (p Problem) TextKey() string {
	if strings.HasPrefix(p.Field, "region.") {
		return "region.problem." + p.Code
	}
	return "regulation.problem." + p.Code
}

// Field describes one setting for a screen.
type Field struct {
	Path     string   `json:"path"` // same_day.start; its text has the key regulation.setting.<Path>
	Question string   `json:"question"`
	Type     string   `json:"type"`              // option, number, yes_no, time, hours, region
	Options  []string `json:"options,omitempty"` // texts: regulation.option.<option>
	Min      int64    `json:"min,omitempty"`
	Max      int64    `json:"max,omitempty"`
}

// ParseSettings reads settings from JSON. A key that is not known is refused;
// a key left out has the shipped default. The error is Problems.
func ParseSettings(raw []byte) (Settings, error) {
	s := Defaults()
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&s); err != nil {
		return Settings{}, Problems{{Code: "not_json", Value: err.Error()}}
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return Settings{}, Problems{{Code: "not_json", Value: "more than one value"}}
	}
	if problems := s.Validate(); len(problems) > 0 {
		return Settings{}, problems
	}
	return s, nil
}

// Validate returns everything wrong with the settings; nil if nothing is.
func (s Settings) Validate() Problems {
	var wrong Problems
	s.each(func(f Field, v reflect.Value) {
		if p := check(f, v); p.Code != "" {
			wrong = append(wrong, p)
		}
	})
	if s.SameDay.RemindAt < 0 || s.SameDay.RemindAt > 24*60 {
		wrong = append(wrong, Problem{"same_day.remind_at", "bad_time", s.SameDay.RemindAt.String()})
	}
	if c := s.SameDay.Cutoff; c != nil && (*c < 0 || *c > 24*60) {
		wrong = append(wrong, Problem{"same_day.cutoff", "bad_time", c.String()})
	}
	if w := s.Organisation.WorkingHours; !w.Valid() {
		wrong = append(wrong, Problem{"organisation.working_hours", "bad_time", w.From.String() + " " + w.To.String()})
	}
	for _, p := range s.Region.Validate() {
		wrong = append(wrong, Problem{"region." + p.Field, p.Code, p.Value})
	}
	return wrong
}

// Fields describes every setting, in order.
func Fields() []Field {
	var fields []Field
	Defaults().each(func(f Field, _ reflect.Value) { fields = append(fields, f) })
	return fields
}

// each calls the function for every setting with its value.
func (s Settings) each(call func(Field, reflect.Value)) {
	groups := reflect.ValueOf(s)
	for i := range groups.NumField() {
		group := groups.Type().Field(i)
		name := group.Tag.Get("json")
		if q := group.Tag.Get("q"); q != "" {
			call(Field{Path: name, Question: q, Type: name}, groups.Field(i))
			continue
		}
		for j := range group.Type.NumField() {
			call(describe(name, group.Type.Field(j)), groups.Field(i).Field(j))
		}
	}
}

func describe(group string, field reflect.StructField) Field {
	f := Field{Path: group + "." + field.Tag.Get("json"), Question: field.Tag.Get("q")}
	switch {
	case field.Tag.Get("options") != "":
		f.Type, f.Options = "option", strings.Fields(field.Tag.Get("options"))
	case field.Tag.Get("max") != "":
		f.Type, f.Min, f.Max = "number", number(field.Tag.Get("min")), number(field.Tag.Get("max"))
	case field.Type.Kind() == reflect.Bool:
		f.Type = "yes_no"
	case field.Type.Kind() == reflect.Struct:
		f.Type = "hours"
	default:
		f.Type = "time"
	}
	return f
}

func number(text string) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		panic("regulation: tag of a setting: " + err.Error())
	}
	return n
}

func check(f Field, v reflect.Value) Problem {
	switch f.Type {
	case "option":
		if value := fmt.Sprint(v.Interface()); !slices.Contains(f.Options, value) {
			return Problem{f.Path, "not_an_option", value}
		}
	case "number":
		if n := v.Int(); n < f.Min || n > f.Max {
			return Problem{f.Path, "out_of_range", strconv.FormatInt(n, 10)}
		}
	}
	return Problem{}
}
