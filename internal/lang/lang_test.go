package lang

import (
	"regexp"
	"slices"
	"testing"
)

func TestCatalogue(t *testing.T) {
	zh, en := Keys(ZH), Keys(EN)
	t.Run("both languages hold the same keys", func(t *testing.T) {
		for _, k := range zh {
			if !slices.Contains(en, k) {
				t.Errorf("en lacks %s", k)
			}
		}
		for _, k := range en {
			if !slices.Contains(zh, k) {
				t.Errorf("zh lacks %s", k)
			}
		}
	})
	t.Run("both languages fill the same placeholders", func(t *testing.T) {
		hole := regexp.MustCompile(`\{[a-z_0-9]+\}`)
		for _, k := range zh {
			a, b := hole.FindAllString(T(ZH, k, nil), -1), hole.FindAllString(T(EN, k, nil), -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(slices.Compact(a), slices.Compact(b)) {
				t.Errorf("%s: zh %v, en %v", k, a, b)
			}
		}
	})
}

func TestT(t *testing.T) {
	if got := T(EN, "no.such.key", nil); got != "no.such.key" {
		t.Errorf("an unknown key must show itself, got %q", got)
	}
	if got := fill(EN, "a {x} b {y}", map[string]any{"x": 1}); got != "a 1 b {y}" {
		t.Errorf("got %q", got)
	}
}

func TestOf(t *testing.T) {
	for wish, want := range map[string]Language{"": ZH, "zh-CN,zh;q=0.9": ZH, "en-GB,en;q=0.9": EN, "EN": EN, "fr": ZH} {
		if got := Of(wish); got != want {
			t.Errorf("Of(%q) = %s, want %s", wish, got, want)
		}
	}
}
