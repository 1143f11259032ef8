package route

import (
	"encoding/json"
	"net/url"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"huidan/internal/fault"
)

// param is one field of a query struct.
type param struct {
	name     string
	index    []int
	inPath   bool
	required bool
	fallback string // of the tag default
	shape    *shape
}

// asker reads and checks path and query parameters of one route.
type asker[Query any] struct {
	doc    []*huma.Param
	params map[string]param
}

func paramsOf[Query any](reg *Registrar) asker[Query] {
	a := asker[Query]{params: map[string]param{}}
	t := reflect.TypeFor[Query]()
	if t.Kind() != reflect.Struct {
		panic("route: the query of a read is a struct, not " + t.String())
	}
	for _, f := range reflect.VisibleFields(t) {
		p := param{name: f.Tag.Get("query"), index: f.Index, required: f.Tag.Get("required") == "true", fallback: f.Tag.Get("default")}
		in := "query"
		if p.name == "" {
			if p.name = f.Tag.Get("path"); p.name == "" {
				continue
			}
			p.inPath, p.required, in = true, true, "path"
		}
		schema := huma.SchemaFromField(reg.bodies, f, p.name)
		p.shape = shapeOf(reg.bodies, schema)
		a.params[p.name] = p
		a.doc = append(a.doc, &huma.Param{Name: p.name, In: in, Required: p.required, Schema: schema, Description: schema.Description})
	}
	return a
}

// read fills the query struct of a request or says what is wrong.
func (a asker[Query]) read(c *Ctx) (*Query, error) {
	given, err := url.ParseQuery(c.R.URL.RawQuery)
	if err != nil {
		return nil, malformed("server.why_query")
	}
	query := new(Query)
	var fs fault.Fields
	for name := range given {
		p, known := a.params[name]
		fs.Add(!known || p.inPath, "query."+name, "fault.unknown_key", "key", name)
	}
	for _, p := range a.params {
		values, at := given[p.name], "query."+p.name
		if p.inPath {
			values, at = []string{c.Path(p.name)}, "path."+p.name
		}
		if len(values) == 0 || blank(values[0]) {
			fs.Add(p.required && p.fallback == "", at, "fault.required")
			if p.fallback == "" {
				continue
			}
			values = []string{p.fallback}
		}
		p.fill(&fs, at, values, reflect.ValueOf(query).Elem().FieldByIndex(p.index))
	}
	return query, fs.Err()
}

// fill checks the values of one parameter and puts them into its field.
func (p param) fill(fs *fault.Fields, at string, values []string, field reflect.Value) {
	for _, v := range values {
		if strings.ToValidUTF8(v, "") != v {
			fs.Add(true, at, "server.bad_character")
			return
		}
	}
	if p.shape.kind != huma.TypeArray {
		p.fillOne(fs, at, p.shape, values[0], field)
		return
	}
	for _, v := range values {
		for one := range strings.SplitSeq(v, ",") {
			item := reflect.New(field.Type().Elem()).Elem()
			p.fillOne(fs, at, p.shape.items, one, item)
			field.Set(reflect.Append(field, item))
		}
	}
}

func (p param) fillOne(fs *fault.Fields, at string, sh *shape, text string, field reflect.Value) {
	before := len(*fs)
	tree, ok := treeOf(sh.kind, text)
	if !ok {
		fs.Add(true, at, wanted[sh.kind])
		return
	}
	sh.check(fs, at, tree)
	if len(*fs) > before {
		return
	}
	if field.Kind() == reflect.Pointer {
		field.Set(reflect.New(field.Type().Elem()))
		field = field.Elem()
	}
	fs.Add(!set(field, text), at, "fault.malformed")
}

var wanted = map[string]string{
	huma.TypeBoolean: "server.want_yes_no",
	huma.TypeInteger: "server.want_whole_number",
	huma.TypeNumber:  "server.want_number",
}

// treeOf gives what JSON would hold in place of the text of a parameter.
func treeOf(kind, text string) (any, bool) {
	switch kind {
	case huma.TypeBoolean:
		v, err := strconv.ParseBool(text)
		return v, err == nil
	case huma.TypeInteger, huma.TypeNumber:
		_, err := strconv.ParseFloat(text, 64)
		return json.Number(text), err == nil
	}
	return text, true
}

// set puts a checked text into a field of a plain kind.
func set(field reflect.Value, text string) bool {
	if field.Type() == reflect.TypeFor[time.Time]() {
		at, err := time.Parse(time.RFC3339, text)
		field.Set(reflect.ValueOf(at))
		return err == nil
	}
	switch field.Kind() {
	case reflect.String:
		field.SetString(text)
	case reflect.Bool:
		v, _ := strconv.ParseBool(text)
		field.SetBool(v)
	case reflect.Int, reflect.Int64, reflect.Int32:
		v, err := strconv.ParseInt(text, 10, 64)
		field.SetInt(v)
		return err == nil
	case reflect.Float64:
		v, err := strconv.ParseFloat(text, 64)
		field.SetFloat(v)
		return err == nil
	default:
		return false
	}
	return true
}
