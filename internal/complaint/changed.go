package complaint

import (
	"encoding/json"
	"reflect"
	"sort"
	"strings"
)

// changed names the columns in which two records differ, for the journal:
// names only, since the values may be personal.
func changed(before, after Record) string {
	a, b := asMap(before), asMap(after)
	var names []string
	for k, v := range b {
		if !reflect.DeepEqual(a[k], v) {
			names = append(names, k)
		}
	}
	for k := range a {
		if _, still := b[k]; !still {
			names = append(names, k)
		}
	}
	sort.Strings(names)
	if len(names) == 0 {
		return "–"
	}
	return strings.Join(names, ", ")
}

func asMap(r Record) map[string]any {
	r.TakenAt, r.ArrivedAt = r.TakenAt.UTC(), r.ArrivedAt.UTC()
	raw, err := json.Marshal(r)
	if err != nil {
		return nil
	}
	m := map[string]any{}
	if json.Unmarshal(raw, &m) != nil {
		return nil
	}
	return m
}
