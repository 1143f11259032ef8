// Package lang gives every text that people read, in Chinese and English.
// Texts live in zh/*.json and en/*.json as flat maps of key to text; a text
// may hold {placeholders}. The catalogue is complete in both languages: tests
// find a key that one of them lacks.
package lang

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"sort"
	"strings"
	"sync"
)

// Language is one of the two languages of the product.
type Language string

// The languages. ZH is the default.
const (
	ZH Language = "zh-CN"
	EN Language = "en"
)

//go:embed zh/*.json en/*.json
var files embed.FS

var load = sync.OnceValues(func() (map[Language]map[string]string, error) {
	all := map[Language]map[string]string{}
	for language, folder := range map[Language]string{ZH: "zh", EN: "en"} {
		texts, err := read(folder)
		if err != nil {
			return nil, err
		}
		all[language] = texts
	}
	return all, nil
})

func read(folder string) (map[string]string, error) {
	texts := map[string]string{}
	entries, err := files.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		raw, err := files.ReadFile(path.Join(folder, e.Name()))
		if err != nil {
			return nil, err
		}
		part := map[string]string{}
		if err := json.Unmarshal(raw, &part); err != nil {
			return nil, fmt.Errorf("%s/%s: %w", folder, e.Name(), err)
		}
		for k, v := range part {
			if _, twice := texts[k]; twice {
				return nil, fmt.Errorf("%s/%s: key %q stands twice", folder, e.Name(), k)
			}
			texts[k] = v
		}
	}
	return texts, nil
}

// Of reads a wish such as an Accept-Language header ("en-GB,en;q=0.9") and
// gives the language to answer in.
func Of(wish string) Language {
	first, _, _ := strings.Cut(strings.TrimSpace(wish), ",")
	if strings.HasPrefix(strings.ToLower(first), "en") {
		return EN
	}
	return ZH
}

// T gives the text of key with its {placeholders} filled; an argument that is
// itself a text key is given in the same language. An unknown key gives
// the key itself, so that a gap is seen and never hides the message.
func T(language Language, key string, args map[string]any) string {
	all, err := load()
	if err != nil {
		panic(err) // the embedded catalogue itself is broken: no build should pass its test
	}
	text, ok := all[language][key]
	if !ok {
		return key
	}
	return fill(language, text, args)
}

// keyed is an argument that is itself a text key, such as fault.Word.
type keyed interface{ TextKey() string }

// Has says whether both languages hold key.
func Has(key string) bool {
	all, err := load()
	if err != nil {
		panic(err)
	}
	_, zh := all[ZH][key]
	_, en := all[EN][key]
	return zh && en
}

// Keys lists the keys of a language, sorted.
func Keys(language Language) []string {
	all, err := load()
	if err != nil {
		panic(err)
	}
	keys := make([]string, 0, len(all[language]))
	for k := range all[language] {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}

func fill(language Language, text string, args map[string]any) string {
	if len(args) == 0 || !strings.Contains(text, "{") {
		return text
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if !closed {
			b.WriteString("{" + rest)
			return b.String()
		}
		switch v, ok := args[name]; {
		case !ok:
			b.WriteString("{" + name + "}")
		default:
			if k, isKey := v.(keyed); isKey {
				v = T(language, k.TextKey(), nil)
			}
			fmt.Fprint(&b, v)
		}
		text = after
	}
}
