package route

import (
	"encoding/json"
	"maps"
	"path"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"huidan/internal/lang"
)

const schemaPrefix = "#/components/schemas/"

// nameOf names schemas by package and type, so that two chapters may both have
// a Create: party.Create is PartyCreate, complaint.ComplaintRow is ComplaintRow.
func nameOf(suffix string) func(reflect.Type, string) string {
	return func(t reflect.Type, hint string) string {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		name := huma.DefaultSchemaNamer(t, hint)
		if chapter := path.Base(t.PkgPath()); t.Name() != "" && t.PkgPath() != "" && chapter != "route" {
			chapter = strings.ToUpper(chapter[:1]) + chapter[1:]
			if !strings.HasPrefix(name, chapter) {
				name = chapter + name
			}
		}
		if strings.HasSuffix(name, suffix) {
			return name
		}
		return name + suffix
	}
}

// describe puts a route into the document.
func (reg *Registrar) describe(s spec) {
	status := s.status
	if status == 0 {
		status = 200
	}
	s.answer.Description = "OK"
	problem := reg.answers.Schema(reflect.TypeFor[Problem](), true, "Problem")
	op := &huma.Operation{
		Method: s.Method, Path: s.Path, OperationID: operationID(s.Method, s.Path),
		Summary:     lang.T(lang.ZH, s.Summary, nil),
		Tags:        []string{tagOf(s.Path)},
		RequestBody: s.body,
		Parameters:  append(pathParams(s), s.params...),
		Responses: map[string]*huma.Response{
			strconv.Itoa(status): s.answer,
			"default": {Description: "Problem", Content: map[string]*huma.MediaType{
				"application/problem+json": {Schema: problem},
			}},
		},
		Extensions: map[string]any{
			"x-summary": map[string]string{string(lang.ZH): lang.T(lang.ZH, s.Summary, nil), string(lang.EN): lang.T(lang.EN, s.Summary, nil)},
			"x-kind":    s.Kind,
		},
	}
	if s.Action != "" {
		op.Extensions["x-action"] = s.Action
	}
	reg.doc.AddOperation(op)
}

var placeholder = regexp.MustCompile(`\{([a-z_]+)(?:\.\.\.)?\}`)

// pathParams describes the placeholders of the path that the route itself does not.
func pathParams(s spec) (params []*huma.Param) {
	for _, m := range placeholder.FindAllStringSubmatch(s.Path, -1) {
		described := false
		for _, p := range s.params {
			described = described || p.In == "path" && p.Name == m[1]
		}
		if !described {
			params = append(params, &huma.Param{Name: m[1], In: "path", Required: true, Schema: &huma.Schema{Type: huma.TypeString}})
		}
	}
	return params
}

// operationID: POST /api/v1/complaints/{id}/hand-over is post-complaints-id-hand-over.
func operationID(method, path string) string {
	path = strings.TrimPrefix(strings.TrimPrefix(path, "/"), "api/v1/")
	return strings.ToLower(method) + "-" + strings.NewReplacer("/", "-", "{", "", "}", "", ".", "-").Replace(path)
}

// tagOf groups the paths of one noun.
func tagOf(path string) string {
	rest, ok := strings.CutPrefix(path, "/api/v1/")
	if !ok {
		return "server"
	}
	noun, _, _ := strings.Cut(rest, "/")
	return noun
}

// schemas joins the shapes of answers and of bodies in one document.
type schemas struct {
	huma.Registry
	all map[string]*huma.Schema
}

// MarshalJSON gives the schemas by name.
func (s schemas) MarshalJSON() ([]byte, error) { return json.Marshal(s.all) }

// Document gives the OpenAPI 3.1 document of every declared route as JSON.
func (reg *Registrar) Document() ([]byte, error) {
	all := maps.Clone(reg.answers.Map())
	maps.Copy(all, reg.bodies.Map())
	for _, s := range all {
		listsAreLists(s)
	}
	doc := *reg.doc
	doc.Components = &huma.Components{Schemas: schemas{reg.answers, all}}
	return json.MarshalIndent(&doc, "", " ")
}

// listsAreLists: a list is never null on the wire (see giver.write and blank).
func listsAreLists(s *huma.Schema) {
	if s == nil {
		return
	}
	if s.Type == huma.TypeArray {
		s.Nullable = false
	}
	listsAreLists(s.Items)
	for _, p := range s.Properties {
		listsAreLists(p)
	}
	if extra, ok := s.AdditionalProperties.(*huma.Schema); ok {
		listsAreLists(extra)
	}
}
