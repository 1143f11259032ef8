package calendar

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// Every step, error, kind, policy and weekday has a text in both languages.
func TestEveryTextKeyHasAText(t *testing.T) {
	keys := map[string]bool{"step.skipped": true, "step.skipped_weekend": true}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	code := regexp.MustCompile(`(?:\.step|\.stepDay)\("([a-z_0-9]+)"|Code: "([a-z_0-9]+)"`)
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range code.FindAllStringSubmatch(string(source), -1) {
			if m[1] != "" {
				keys["step."+m[1]] = true
			} else {
				keys["error."+m[2]] = true
			}
		}
	}
	for _, k := range Kinds {
		keys["kind."+string(k)] = true
	}
	for _, p := range Policies {
		keys["policy."+string(p)] = true
	}
	for day := range 7 {
		keys["weekday."+strconv.Itoa(day)] = true
	}
	for _, language := range []string{"zh", "en"} {
		raw, err := os.ReadFile("../lang/" + language + "/calendar.json")
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(err)
		}
		for key := range keys {
			if texts["calendar."+key] == "" {
				t.Errorf("%s: no text for calendar.%s", language, key)
			}
		}
		if len(texts) != len(keys) {
			t.Errorf("%s: %d texts for %d keys", language, len(texts), len(keys))
		}
	}
}
