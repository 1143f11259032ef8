package act_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"huidan/internal/act"
)

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"":            "",
		" ，。—… ":      "",
		"换":           "换",
		"轴承":          "轴 承 轴承",
		"更换轴承":        "更 换 更换 轴 换轴 更换轴 承 轴承 换轴承",
		"SN-02757":    "·s ·sn ·sn0 ·sn02 ·sn027 ·sn0275 sn02757 ·0 ·02 ·027 ·0275 ·02757",
		"ＳＮ０２７５７":     "·s ·sn ·sn0 ·sn02 ·sn027 ·sn0275 sn02757 ·0 ·02 ·027 ·0275 ·02757",
		"5":           "·5",
		"13812345678": "·1 ·13 ·138 ·1381 ·13812 ·138123 13812345678 ·5 ·56 ·567 ·5678",
		"3号泵":         "·3 号 泵 号泵",
		"泵·泵":         "泵",
		"a b":         "·a ·b",
		"12 34":       "·1 ·12 ·123 ·1234 ·3 ·34",
		"𠮷野":          "𠮷 野 𠮷野",
		"é":           "·é",
	} {
		if got := strings.Join(act.TokensOf(text), " "); got != want {
			t.Errorf("%q gives [%s], not [%s]", text, got, want)
		}
	}
}

func TestQueryTerms(t *testing.T) {
	for typed, want := range map[string]string{
		"":              "",
		"换":             "换",
		"轴承":            "轴承",
		"换轴承":           "换轴承",
		"更换轴承":          "更换轴 换轴承 / 更换轴承",
		"主轴轴承损坏":        "主轴轴 承损坏 / 主轴轴承损坏",
		"主轴轴承已损坏":       "主轴轴 承已损 已损坏 / 主轴轴承已损坏",
		"sn":            "·sn",
		"SN-02757":      "sn02757*",
		"轴承 sn":         "轴承 ·sn",
		"138 1234 5678": "13812345678*",
		"138 1234":      "·138 ·1234",
		"02757轴承":       "·02757 轴承",
	} {
		terms, phrases := act.WantedOf(typed)
		got := strings.Join(terms, " ")
		if len(phrases) > 0 {
			got += " / " + strings.Join(phrases, " ")
		}
		if got != want {
			t.Errorf("%q wants [%s], not [%s]", typed, got, want)
		}
	}
	terms, _ := act.WantedOf(strings.Repeat("甲乙丙丁戊己 ab12 ", 500))
	if len(terms) > 24 {
		t.Errorf("%d terms", len(terms))
	}
}

// TestAnyPieceOfATextFindsIt takes a piece out of a text as a person remembers
// it: a stretch of Chinese characters, or a code from the beginning of one of
// its parts on, with or without its hyphens, in any width and case.
func TestAnyPieceOfATextFindsIt(t *testing.T) {
	words := rapid.SampledFrom([]string{"更换轴承", "异响", "泵体渗漏严重", "SN-02757", "ht/2025/088", "pump", "5", "王", "A1B2", "13812345678"})
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(words, 1, 6).Draw(t, "words")
		text := strings.Join(list, rapid.SampledFrom([]string{"，", " / ", "\n"}).Draw(t, "between"))
		word := []rune(rapid.SampledFrom(list).Draw(t, "word"))
		from, to := 0, rapid.IntRange(1, len(word)).Draw(t, "to")
		if word[0] > utf8.RuneSelf {
			from = rapid.IntRange(0, to-1).Draw(t, "from")
		}
		piece := string(word[from:to])
		if rapid.Bool().Draw(t, "plain") {
			piece = strings.NewReplacer("-", "", "/", "").Replace(piece)
		}
		if rapid.Bool().Draw(t, "wide") {
			piece = strings.Map(func(r rune) rune {
				if r > ' ' && r < 127 {
					return r + 0xfee0
				}
				return r
			}, strings.ToUpper(piece))
		}
		if !act.Meets(piece, text) {
			t.Fatalf("%q is not found by %q", text, piece)
		}
	})
}

// FuzzTokens: whatever is written or typed, tokens hold nothing that could mean
// something to a database, none stands twice, and the text is found by its own
// words.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"", "更换轴承 SN-02757", "13812345678", "a\x00b", "\xff\xfe", "´ÖÎ·", "ǅ İ ß ﬁ", "１２３ ４５６", "e\u0301", "\u0e01\u0e33", "·x··", "'\"*()&|"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tokens := act.TokensOf(text)
		for i, token := range tokens {
			if token == "" || strings.ContainsAny(token, " '\"\\*():&|!<>-+\x00\n\t") || strings.Contains(token, "··") || !utf8.ValidString(token) {
				t.Fatalf("%q gives the token %q", text, token)
			}
			if len(tokens) < 2000 && slices.Contains(tokens[i+1:], token) {
				t.Fatalf("%q gives the token %q twice", text, token)
			}
		}
		terms, _ := act.WantedOf(text)
		for _, term := range terms {
			if bare := strings.TrimSuffix(term, "*"); strings.ContainsAny(bare, " '\"\\*():&|!<>-+\x00\n\t") || !utf8.ValidString(bare) || bare == "" {
				t.Fatalf("%q wants %q", text, term)
			}
		}
		if len(terms) > 0 && utf8.RuneCountInString(text) <= 60 && utf8.ValidString(text) && !strings.Contains(text, "\x00") && !act.Meets(text, text) {
			t.Fatalf("%q is not found by itself: tokens %q, wanted %q", text, tokens, terms)
		}
	})
}
