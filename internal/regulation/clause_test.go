package regulation

import (
	"encoding/json"
	"os"
	"regexp"
	"strings"
	"testing"
)

func TestClause1_TheRegulationIsComplete(t *testing.T) {
	want := "1 2.1 2.2 2.3 2.4 2.5 2.6 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4"
	var numbers []string
	for _, c := range Clauses() {
		numbers = append(numbers, c.Number)
		for _, w := range []Wording{c.Zh, c.En} {
			if w.Heading == "" || len(w.Text) < 20 || strings.Contains(w.Text, "〔") {
				t.Errorf("clause %s: wording %q", c.Number, w)
			}
		}
		next := 'a'
		for _, o := range c.Obligations {
			if o.ID != c.Number+"-"+string(next) || o.Clause() != c.Number {
				t.Errorf("clause %s: %s where %c is next", c.Number, o.ID, next)
			}
			next++
			if o.TitleZh == "" || o.TitleEn == "" || o.Actor == "" || o.Kind == "" || o.Mark == "" {
				t.Errorf("%s is not complete: %+v", o.ID, o)
			}
		}
	}
	if got := strings.Join(numbers, " "); got != want {
		t.Errorf("clauses %s", got)
	}
	if got := len(All()); got != 65 {
		t.Errorf("%d obligations, clauses.md has 65", got)
	}
}

func TestClause1_a_WordingIsThatOfTheRegulation(t *testing.T) {
	c, ok := ClauseOf("2.2")
	if !ok || !strings.Contains(c.Zh.Text, "十天内到达现场") || !strings.Contains(c.En.Text, "within ten days") || c.Zh.Heading != "到达现场的期限" {
		t.Errorf("%+v", c)
	}
	if o, ok := Find("2.1-l"); !ok || o.Kind != Flag || !o.KPI || o.Actor != Receptionist {
		t.Errorf("%+v", o)
	}
	if _, ok := Find("2.1-z"); ok {
		t.Error("found an obligation that does not exist")
	}
	if _, ok := ClauseOf("5"); ok {
		t.Error("found a clause that does not exist")
	}
	if o, _ := Find("2.1-f"); o.Mark != Implied {
		t.Errorf("2.1-f is implied: %+v", o)
	}
}

// Every text key the package refers to has a text in both languages.
func TestEveryTextKeyHasAText(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		raw, err := os.ReadFile("../lang/" + language + "/regulation.json")
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(raw, &texts); err != nil {
			t.Fatal(err)
		}
		need := func(key string) {
			if texts["regulation."+key] == "" {
				t.Errorf("%s: no text for regulation.%s", language, key)
			}
		}
		for _, f := range Fields() {
			need("setting." + f.Path)
			for _, option := range f.Options {
				need("option." + option)
			}
			for _, q := range strings.Fields(f.Question) {
				if strings.HasPrefix(q, "Q-") {
					need("question." + q)
				}
			}
		}
		for _, o := range All() {
			need("actor." + string(o.Actor))
			need("kind." + string(o.Kind))
			need("mark." + string(o.Mark))
		}
		for _, source := range []DueSource{SourceContract, SourceRegulation, SourceSafety} {
			need("step.arrival_" + string(source))
		}
		for _, r := range everySeverityReason() {
			need("severity." + r.Code)
		}
		for key, text := range texts {
			if regexp.MustCompile(`客户`).MatchString(text) {
				t.Errorf("%s: 顾客 is the word: %s", key, text)
			}
		}
	}
}
