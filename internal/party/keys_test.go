package party

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"huidan/internal/act"
)

func TestPinyin(t *testing.T) {
	for name, want := range map[string]string{
		"重庆恒远机电有限公司": "chongqinghengyuanjidianyouxiangongsi",
		"长沙银行":       "changshayinhang",
		"厦门ABC-2号店":  "xiamenabc2haodian",
		"曾国强":        "zengguoqiang",
		"":           "",
	} {
		if got := Pinyin(name); got != want {
			t.Errorf("Pinyin(%s) = %s, want %s", name, got, want)
		}
	}
}

func TestNameKeys(t *testing.T) {
	var keys keySet
	keys.name("重庆恒远（ＡＢＣ）重工")
	for _, want := range []string{"重庆恒远abc重工", "恒远abc重工", "cq", "cqhy", "hy", "abc", "zg", "chongqingheng"} {
		if !slices.ContainsFunc(keys, func(k string) bool { return strings.HasPrefix(k, want) }) {
			t.Errorf("no key begins with %s: %v", want, keys)
		}
	}
}

func TestMaskPhone(t *testing.T) {
	for phone, want := range map[string]string{
		"13812343811":       "138****3811",
		"+86 138-1234-3811": "138****3811",
		"１３８１２３４３８１１":       "138****3811",
		"0510-88006486":     "051****6486",
		"12315":             "****15",
		"":                  "",
		"无":                 "",
	} {
		if got := MaskPhone(phone); got != want {
			t.Errorf("MaskPhone(%s) = %s, want %s", phone, got, want)
		}
	}
}

// However a serial number is written, it folds to one text, and folding again
// changes nothing.
func TestFoldingOfCodes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		serial := rapid.StringMatching(`[A-Za-z]{0,4}[0-9]{3,10}`).Draw(t, "serial")
		want := act.FoldCode(serial)
		written := rewrite(t, serial)
		if got := act.FoldCode(written); got != want {
			t.Fatalf("%q folds to %q, %q to %q", serial, want, written, got)
		}
		if act.FoldCode(want) != want {
			t.Fatalf("%q does not stay as it is", want)
		}
	})
}

// rewrite writes a code as people do: full width, other case, signs between.
func rewrite(t *rapid.T, code string) string {
	var b strings.Builder
	for i, r := range code {
		if i > 0 {
			b.WriteString(rapid.SampledFrom([]string{"", "", "-", " ", "．", "－", "　"}).Draw(t, "sign"))
		}
		switch rapid.IntRange(0, 2).Draw(t, "form") {
		case 1:
			r = unicode.ToUpper(r)
		case 2:
			r = r - 0x21 + 0xff01
		}
		b.WriteRune(r)
	}
	return b.String()
}

// Every key of a name is found again by every beginning of what it was made from.
func TestKeysAreFoundByWhatIsTyped(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.StringOfN(rapid.SampledFrom([]rune("重庆长沙恒远机电公司ABc12 ()（－é")), 1, 14, -1).Draw(t, "name")
		var keys keySet
		keys.name(name)
		for _, w := range queryWords(name) {
			if !slices.ContainsFunc(keys, func(k string) bool { return strings.HasPrefix(k, w) || strings.HasPrefix(w, k) }) {
				t.Fatalf("%q is not found by %q: %v", name, w, keys)
			}
		}
		for _, k := range keys {
			if k == "" || strings.ContainsRune(k, '\U0010FFFF') || len([]rune(k)) > keyLongest {
				t.Fatalf("key %q", k)
			}
		}
	})
}
