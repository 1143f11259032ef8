package region

import (
	"encoding/json"
	"os"
	"regexp"
	"testing"
)

// Every step, question, problem, class and place has a text in both languages.
func TestEveryTextKeyHasAText(t *testing.T) {
	keys := map[string]bool{}
	for file, patterns := range map[string]map[string]string{
		"resolve.go": {
			"step.":     `(?:step|named)\("([a-z_]+)"`,
			"question.": `Question\{Code: "([a-z_]+)"`,
			"problem.":  `Problem\{[a-z."]+, "([a-z_]+)"`,
		},
		"parse.go": {"question.": `question\("([a-z_]+)"`},
	} {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for area, pattern := range patterns {
			found := regexp.MustCompile(pattern).FindAllStringSubmatch(string(source), -1)
			if len(found) == 0 {
				t.Errorf("%s: no %s found", file, area)
			}
			for _, m := range found {
				keys[area+m[1]] = true
			}
		}
	}
	for _, c := range Classes {
		keys["class."+string(c)] = true
	}
	for _, p := range []Place{Overseas, Ship, Offshore, Listed} {
		keys["place."+string(p)] = true
	}
	for _, language := range []string{"zh", "en"} {
		raw, err := os.ReadFile("../lang/" + language + "/region.json")
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(err)
		}
		for key := range keys {
			if texts["region."+key] == "" {
				t.Errorf("%s: no text for region.%s", language, key)
			}
		}
		if len(texts) != len(keys) {
			t.Errorf("%s: %d texts for %d keys", language, len(texts), len(keys))
		}
	}
}
