package form

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func face10(t interface{ Fatal(...any) }) *face {
	lib, err := fonts()
	if err != nil {
		t.Fatal(err)
	}
	return lib.faces[regular]
}

func TestWrap(t *testing.T) {
	f := face10(t)
	for _, c := range []struct {
		why, text string
		width     float64 // in characters
		want      []string
	}{
		{"nothing gives no line", "", 5, nil},
		{"no mark begins a line", "一二三四五，六", 5, []string{"一二三四", "五，六"}},
		{"no bracket ends a line", "一二三四（五）", 5, []string{"一二三四", "（五）"}},
		{"words stay whole", "abc def", 2, []string{"abc", "def"}},
		{"a word wider than the line is cut", "WWWWWWWW", 2, []string{"WW", "WW", "WW", "WW"}},
		{"a line feed breaks", "一\n\n二", 5, []string{"一", "", "二"}},
		{"an address breaks before @", "wangjianguo@example.cn", 6.5, []string{"wangjianguo", "@example.cn"}},
	} {
		if got := f.wrap(c.text, 10, c.width*10); strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: %q", c.why, got)
		}
	}
	if got := f.wrapEven("各部门意见", 10, 41); strings.Join(got, "|") != "各部门|意见" {
		t.Errorf("labels break evenly: %q", got)
	}
}

func TestWrapKeepsEverything(t *testing.T) {
	f := face10(t)
	text := rapid.StringOfN(rapid.RuneFrom([]rune("设备异响，。（）aZ9-/@ \n℃")), 0, 200, -1)
	rapid.Check(t, func(t *rapid.T) {
		s, w := text.Draw(t, "text"), rapid.Float64Range(12, 200).Draw(t, "width")
		lines := f.wrap(s, 10, w)
		for _, line := range lines {
			if f.width(line, 10) > w && utf8.RuneCountInString(line) > 1 {
				t.Fatalf("%q is %.1f wide, allowed %.1f", line, f.width(line, 10), w)
			}
		}
		bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if bare(strings.Join(lines, "")) != bare(s) {
			t.Fatalf("%q became %q", s, lines)
		}
		n := rapid.IntRange(0, len(lines)).Draw(t, "set")
		if got := bare(strings.Join(lines[:n], "")) + bare(after(s, lines[:n])); got != bare(s) {
			t.Fatalf("after %d lines of %q: %q", n, s, got)
		}
	})
}

func FuzzClean(f *testing.F) {
	for _, s := range []string{"", "𠮷😀", "\xff\xfe", "a\r\nb", "\u202e王", "\U0010FFFF"} {
		f.Add(s)
	}
	lib, err := fonts()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range lib.clean(s) {
			if r != '\n' && !lib.faces[regular].has(r) {
				t.Errorf("%q keeps %U, which the font lacks", s, r)
			}
		}
	})
}
