package insight

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestPassage(t *testing.T) {
	for _, c := range []struct{ typed, text, shown, matched string }{
		{"没有", "轴承异响", "", ""},
		{"异响", "轴承异响，停机", "轴承异响，停机", "异响"},
		{"ＳＮ02757", "序列号 sn-02757 的泵", "序列号 sn-02757 的泵", "sn-02757"},
		{"异响 停机", "轴承异响，停机", "轴承异响，停机", "异响，停机"},
		{"停机 轴承", "轴承异响，停机", "轴承异响，停机", "停机|轴承"},
		{"泵", strings.Repeat("甲", 40) + "泵" + strings.Repeat("乙", 100), "…" + strings.Repeat("甲", 16) + "泵" + strings.Repeat("乙", 55) + "…", "泵"},
	} {
		shown, matched := passage(c.typed, []string{"", c.text})
		if shown != c.shown || strings.Join(matched, "|") != c.matched {
			t.Errorf("%s in %s: %q %q", c.typed, c.text, shown, matched)
		}
	}
}

// Whatever is cut out of a text is found in it again, and what is marked stands
// in the text.
func TestPassageFindsWhatStandsThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOfN(rapid.SampledFrom([]rune("轴承异响泵SNsnＳ０09-/ 。,é①")), 1, 120).Draw(t, "text")
		from := rapid.IntRange(0, len(runes)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(runes)).Draw(t, "to")
		typed := string(runes[from:to])
		_, matched := passage(typed, []string{string(runes)})
		if len(bare(runes[from:to])) > 0 && len(matched) == 0 {
			t.Fatalf("%q not found in %q", typed, string(runes))
		}
		for _, m := range matched {
			if !strings.Contains(string(runes), m) {
				t.Fatalf("%q does not stand in %q", m, string(runes))
			}
		}
	})
}
