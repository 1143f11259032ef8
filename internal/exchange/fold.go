package exchange

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// traditional maps the traditional characters that occur in headings and set
// phrases to simplified ones, for registers from Hong Kong and Taiwan.
var traditional = pairs("戶户稱称電电話话號号碼码產产處处結结滿满備备註注聯联繫系絡络單单數数時时間间問问題题質质內内區区責责見见訴诉顧顾編编機机廠厂裝装貨货購购場场達达員员負负類类別别鄉乡縣县傳传郵邮實实劃划術术後后應应狀状態态況况訊讯無无詳详級级維维換换壞坏損损運运輸输費费導导檢检測测師师務务當当環环評评價价歸归檔档簽签複复線线體体發发會会對对復复給给經经銷销終终來来辦办轉转網网現现滿满見见執执過过買买賣卖規规約约條条訪访臺台價价")

func pairs(text string) map[rune]rune {
	out := map[rune]rune{}
	all := []rune(text)
	for i := 0; i+1 < len(all); i += 2 {
		out[all[i]] = all[i+1]
	}
	return out
}

// tidy is the text a person meant: without byte order marks and zero-width
// characters, blanks for control characters, plain line ends, trimmed.
// Nothing else changes.
func tidy(text string) string {
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r == '\u00a0' || r == '\u3000':
			return ' '
		case r == '\ufeff' || r >= '\u200b' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069':
			return -1
		case unicode.IsControl(r) && r != '\r':
			return ' '
		}
		return r
	}, text)
	if strings.ContainsRune(clean, '\r') {
		clean = strings.ReplaceAll(strings.ReplaceAll(clean, "\r\n", "\n"), "\r", "\n")
	}
	return strings.TrimSpace(clean)
}

// fold brings text to the form in which it is compared: half width, lower
// case, simplified, one space between words.
func fold(text string) string {
	text = strings.ToLower(norm.NFKC.String(tidy(text)))
	text = strings.Map(func(r rune) rune {
		if simple, ok := traditional[r]; ok {
			return simple
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// letters is fold without anything but letters and digits.
func letters(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, fold(text))
}

// isHan reports whether text has a Chinese character.
func isHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

var chineseDigits = map[rune]int{'〇': 0, '零': 0, '○': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

// westernNumbers replaces Chinese numerals below one hundred, and years
// written digit by digit, with digits: 二〇二五年八月十一日 → 2025年8月11日.
func westernNumbers(text string) string {
	if !strings.ContainsAny(text, "〇零○一二两三四五六七八九十") {
		return text
	}
	var out strings.Builder
	all := []rune(text)
	for i := 0; i < len(all); {
		end := i
		for end < len(all) && (all[end] == '十' || isChineseDigit(all[end])) {
			end++
		}
		if end == i {
			out.WriteRune(all[i])
			i++
			continue
		}
		out.WriteString(chineseNumber(all[i:end]))
		i = end
	}
	return out.String()
}

func isChineseDigit(r rune) bool {
	_, ok := chineseDigits[r]
	return ok
}

func chineseNumber(numeral []rune) string {
	tens, hasTens := 0, false
	var digits strings.Builder
	ones := 0
	for i, r := range numeral {
		if r == '十' {
			hasTens = true
			tens = 1
			if i > 0 {
				tens = ones
			}
			ones = 0
			continue
		}
		ones = chineseDigits[r]
		digits.WriteByte(byte('0' + ones))
	}
	if !hasTens {
		return digits.String()
	}
	value := tens*10 + ones
	if value >= 10 {
		return string(rune('0'+value/10%10)) + string(rune('0'+value%10))
	}
	return string(rune('0' + value))
}
