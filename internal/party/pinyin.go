package party

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// readings gives words whose reading as a name differs from that of their
// characters alone.
var readings = map[string]string{
	"重庆": "chong qing", "长沙": "chang sha", "长春": "chang chun", "长治": "chang zhi", "长江": "chang jiang",
	"长城": "chang cheng", "长安": "chang an", "长兴": "chang xing", "长虹": "chang hong", "厦门": "xia men",
	"六安": "lu an", "台州": "tai zhou", "蚌埠": "beng bu", "番禺": "pan yu", "乐清": "yue qing", "乐山": "le shan",
	"朝阳": "chao yang", "东阿": "dong e", "单县": "shan xian", "涡阳": "guo yang", "铅山": "yan shan",
	"尉氏": "wei shi", "尉犁": "yu li", "都江堰": "du jiang yan", "成都": "cheng du", "都匀": "du yun", "佛山": "fo shan",
	"银行": "yin hang", "商行": "shang hang", "车行": "che hang", "行业": "hang ye", "音乐": "yin yue", "会计": "kuai ji",
	"重工": "zhong gong", "传动": "chuan dong", "空调": "kong tiao", "调压": "tiao ya", "都会": "du hui", "首都": "shou du",
}

// longestReading is the length of the longest word of readings, in characters.
const longestReading = 3

// surnames gives single characters their reading at the beginning of a
// person's name.
var surnames = map[rune]string{
	'曾': "zeng", '单': "shan", '解': "xie", '仇': "qiu", '查': "zha", '区': "ou", '朴': "piao", '尉': "wei", '覃': "qin", '盖': "ge",
}

// otherInitials gives the second initial of characters that are often read in
// two ways, so that either is found.
var otherInitials = map[rune]byte{
	'重': 'c', '长': 'c', '行': 'h', '乐': 'y', '厦': 's', '朝': 'z', '曾': 'z', '单': 's', '盛': 'c', '会': 'k',
	'覃': 'q', '解': 'x', '传': 'z', '调': 'd', '区': 'o', '仇': 'q', '查': 'z', '番': 'p', '石': 'd', '尉': 'y', '车': 'j', '六': 'l',
}

var pinyinArgs = pinyin.NewArgs()

// syllable is one readable piece of a name: a character with its pinyin, or a
// run of letters and digits as it stands.
type syllable struct {
	text  string
	char  rune // the character, 0 for a run of letters and digits
	start int  // place in the folded name, in bytes
}

// syllables reads a folded name: 重庆abc机电 gives chong, qing, abc, ji, dian.
func syllables(folded string) []syllable {
	var list []syllable
	runes := []rune(folded)
	at := 0
	for i := 0; i < len(runes); {
		word, spoken := readingAt(runes[i:])
		if word > 0 {
			for n, text := range spoken {
				list = append(list, syllable{text, runes[i+n], at})
				at += len(string(runes[i+n]))
			}
			i += word
			continue
		}
		r := runes[i]
		switch {
		case unicode.Is(unicode.Han, r):
			if text := spell(r, i == 0 && len(runes) <= 4); text != "" {
				list = append(list, syllable{text, r, at})
			}
			i++
			at += len(string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			n := wordLength(runes[i:])
			text := string(runes[i : i+n])
			list = append(list, syllable{text, 0, at})
			i += n
			at += len(text)
		default:
			i++
			at += len(string(r))
		}
	}
	return list
}

func readingAt(runes []rune) (length int, spoken []string) {
	for n := min(longestReading, len(runes)); n >= 2; n-- {
		if text, ok := readings[string(runes[:n])]; ok {
			return n, strings.Fields(text)
		}
	}
	return 0, nil
}

func spell(r rune, beginsPersonName bool) string {
	if text, ok := surnames[r]; ok && beginsPersonName {
		return text
	}
	all := pinyin.SinglePinyin(r, pinyinArgs)
	if len(all) == 0 {
		return ""
	}
	return all[0]
}

func wordLength(runes []rune) int {
	n := 0
	for n < len(runes) && !unicode.Is(unicode.Han, runes[n]) && (unicode.IsLetter(runes[n]) || unicode.IsDigit(runes[n])) {
		n++
	}
	return n
}

// Pinyin gives the whole name in pinyin without spaces, for the order of lists.
func Pinyin(name string) string {
	var b strings.Builder
	for _, s := range syllables(fold(name)) {
		b.WriteString(s.text)
	}
	return b.String()
}

// mostInitials bounds how many ways of reading one name are kept.
const mostInitials = 4

// initials gives the first letters of syllables, in each usual way of reading:
// 重庆 gives cq and zq.
func initials(list []syllable) []string {
	all := [][]byte{nil}
	for _, s := range list {
		letter := s.text[0]
		other, two := otherInitials[s.char]
		two = two && other != letter && len(all)*2 <= mostInitials
		n := len(all)
		for i := range n {
			if two {
				all = append(all, append(append([]byte(nil), all[i]...), other))
			}
			all[i] = append(all[i], letter)
		}
	}
	texts := make([]string, len(all))
	for i, b := range all {
		texts[i] = string(b)
	}
	return texts
}
