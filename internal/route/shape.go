package route

import (
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"huidan/internal/fault"
)

// shape is a schema made ready for checking.
type shape struct {
	kind     string // JSON schema type; empty takes anything
	format   string
	props    map[string]*shape
	required map[string]bool
	extra    *shape // of the values of a map
	open     bool   // takes keys it does not know
	items    *shape
	enum     map[string]bool
	pattern  *regexp.Regexp
	minLen   *int
	maxLen   *int
	minItems *int
	maxItems *int
	min      *float64
	max      *float64
}

// shapeOf resolves the references of a schema; a type that holds itself is fine.
func shapeOf(reg huma.Registry, s *huma.Schema) *shape {
	return resolve(reg, s, map[string]*shape{})
}

func resolve(reg huma.Registry, s *huma.Schema, seen map[string]*shape) *shape {
	if s.Ref != "" {
		if known, ok := seen[s.Ref]; ok {
			return known
		}
		sh := &shape{}
		seen[s.Ref] = sh
		*sh = *resolve(reg, reg.SchemaFromRef(s.Ref), seen)
		return sh
	}
	sh := &shape{
		kind: s.Type, format: s.Format, props: map[string]*shape{}, required: map[string]bool{},
		minLen: s.MinLength, maxLen: s.MaxLength, minItems: s.MinItems, maxItems: s.MaxItems, min: s.Minimum, max: s.Maximum,
	}
	for name, p := range s.Properties {
		sh.props[name] = resolve(reg, p, seen)
	}
	for _, name := range s.Required {
		sh.required[name] = true
	}
	if s.Items != nil {
		sh.items = resolve(reg, s.Items, seen)
	}
	switch extra := s.AdditionalProperties.(type) {
	case bool:
		sh.open = extra
	case *huma.Schema:
		sh.extra = resolve(reg, extra, seen)
	}
	if len(s.Enum) > 0 {
		sh.enum = map[string]bool{}
		for _, e := range s.Enum {
			sh.enum[fmt.Sprint(e)] = true
		}
	}
	if s.Pattern != "" {
		sh.pattern = regexp.MustCompile(s.Pattern)
	}
	return sh
}

// mostFaults is how many wrong fields are named at once.
const mostFaults = 50

// refuse gives an Invalid fault that names every wrong field, or nil.
func (sh *shape) refuse(root string, v any) error {
	var fs fault.Fields
	sh.check(&fs, root, v)
	if len(fs) > mostFaults {
		fs = fs[:mostFaults]
	}
	return fs.Err()
}

// check notes what is wrong with v, which stands at path.
func (sh *shape) check(fs *fault.Fields, path string, v any) {
	if len(*fs) > mostFaults {
		return
	}
	switch sh.kind {
	case huma.TypeObject:
		sh.checkObject(fs, path, v)
	case huma.TypeArray:
		sh.checkList(fs, path, v)
	case huma.TypeString:
		sh.checkText(fs, path, v)
	case huma.TypeInteger, huma.TypeNumber:
		sh.checkNumber(fs, path, v)
	case huma.TypeBoolean:
		_, ok := v.(bool)
		fs.Add(!ok, path, "server.want_yes_no")
	default:
		checkAnything(fs, path, v)
	}
}

func (sh *shape) checkObject(fs *fault.Fields, path string, v any) {
	object, ok := v.(map[string]any)
	if !ok {
		fs.Add(true, path, "server.want_object")
		return
	}
	for _, key := range slices.Sorted(maps.Keys(object)) {
		value, at := object[key], path+"."+key
		child, known := sh.props[key]
		switch {
		case known && blank(value):
		case known:
			child.check(fs, at, value)
		case sh.extra != nil:
			fs.Add(strings.ContainsRune(key, 0), at, "server.bad_character")
			sh.extra.check(fs, at, value)
		default:
			fs.Add(!sh.open, at, "fault.unknown_key", "key", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(sh.required)) {
		fs.Add(blank(object[key]), path+"."+key, "fault.required")
	}
}

// blank: null, absent and a text without a visible character are not given.
func blank(v any) bool {
	text, ok := v.(string)
	return v == nil || ok && strings.TrimSpace(text) == ""
}

func (sh *shape) checkList(fs *fault.Fields, path string, v any) {
	list, ok := v.([]any)
	if !ok {
		fs.Add(true, path, "server.want_list")
		return
	}
	if sh.minItems != nil {
		fs.Add(len(list) < *sh.minItems, path, "server.too_few", "min", *sh.minItems)
	}
	if sh.maxItems != nil && len(list) > *sh.maxItems {
		fs.Add(true, path, "server.too_many", "max", *sh.maxItems)
		return
	}
	for i, item := range list {
		sh.items.check(fs, path+"["+strconv.Itoa(i)+"]", item)
	}
}

func (sh *shape) checkText(fs *fault.Fields, path string, v any) {
	text, ok := v.(string)
	if !ok {
		fs.Add(true, path, "server.want_text")
		return
	}
	length := utf8.RuneCountInString(text)
	switch {
	case strings.ContainsRune(text, 0):
		fs.Add(true, path, "server.bad_character")
	case sh.maxLen != nil && length > *sh.maxLen:
		fs.Add(true, path, "fault.too_long", "max", *sh.maxLen)
	case sh.minLen != nil && length < *sh.minLen:
		fs.Add(true, path, "server.too_short", "min", *sh.minLen)
	case sh.enum != nil && !sh.enum[text]:
		fs.Add(true, path, "fault.unknown_value", "value", text)
	case sh.pattern != nil && !sh.pattern.MatchString(text):
		fs.Add(true, path, "fault.malformed")
	case sh.format == "date-time":
		_, err := time.Parse(time.RFC3339, text)
		fs.Add(err != nil, path, "server.want_time")
	case sh.format == "date":
		_, err := time.Parse(time.DateOnly, text)
		fs.Add(err != nil, path, "server.want_day")
	}
}

func (sh *shape) checkNumber(fs *fault.Fields, path string, v any) {
	number, ok := v.(json.Number)
	if !ok {
		fs.Add(true, path, "server.want_number")
		return
	}
	value, err := number.Float64()
	if err != nil {
		fs.Add(true, path, "server.number_too_large")
		return
	}
	if sh.kind == huma.TypeInteger && !sh.whole(fs, path, number) {
		return
	}
	if sh.min != nil {
		fs.Add(value < *sh.min, path, "server.too_small", "min", *sh.min)
	}
	if sh.max != nil {
		fs.Add(value > *sh.max, path, "server.too_big", "max", *sh.max)
	}
	fs.Add(sh.enum != nil && !sh.enum[number.String()], path, "fault.unknown_value", "value", number.String())
}

// whole says whether number fits the integer the field is kept in.
func (sh *shape) whole(fs *fault.Fields, path string, number json.Number) bool {
	bits := 64
	if sh.format == "int32" {
		bits = 32
	}
	_, err := strconv.ParseInt(number.String(), 10, bits)
	if err == nil {
		return true
	}
	code := "server.want_whole_number"
	if strings.Contains(err.Error(), strconv.ErrRange.Error()) {
		code = "server.number_too_large"
	}
	fs.Add(true, path, code)
	return false
}

// checkAnything looks through a free value for characters no database keeps.
func checkAnything(fs *fault.Fields, path string, v any) {
	switch v := v.(type) {
	case string:
		fs.Add(strings.ContainsRune(v, 0), path, "server.bad_character")
	case []any:
		for i, item := range v {
			checkAnything(fs, path+"["+strconv.Itoa(i)+"]", item)
		}
	case map[string]any:
		for key, item := range v {
			fs.Add(strings.ContainsRune(key, 0), path, "server.bad_character")
			checkAnything(fs, path+"."+key, item)
		}
	}
}

// demand makes the fields of new bodies optional unless tagged required:"true",
// and the version of the record at the top of this body required.
func (reg *Registrar) demand(top *huma.Schema) {
	for name, schema := range reg.bodies.Map() {
		if reg.demanded[name] {
			continue
		}
		reg.demanded[name] = true
		schema.Required = tagged(reg.bodies.TypeFromRef(schemaPrefix+name), schema)
		for _, p := range schema.Properties {
			bound(p)
		}
	}
	s := reg.bodies.SchemaFromRef(top.Ref)
	if s != nil && s.Properties["version"] != nil && !slices.Contains(s.Required, "version") {
		s.Required = append(s.Required, "version")
	}
}

// longestText bounds a text that its chapter has not bounded, in characters.
const longestText = 100_000

func bound(s *huma.Schema) {
	if s.Items != nil {
		bound(s.Items)
	}
	if s.Type == huma.TypeString && s.MaxLength == nil && s.Enum == nil {
		longest := longestText
		s.MaxLength = &longest
	}
}

// tagged lists the keys of the fields tagged required:"true".
func tagged(t reflect.Type, schema *huma.Schema) (keys []string) {
	if t == nil || t.Kind() != reflect.Struct {
		return nil
	}
	for _, f := range reflect.VisibleFields(t) {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Tag.Get("required") == "true" && schema.Properties[key] != nil && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}
