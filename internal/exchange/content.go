package exchange

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// profile is what the cells of a column look like, as shares of the filled
// cells, 0 to 1.
type profile struct {
	filled                                int
	dates, times, phones, emails, numbers float64
	rising, distinct, codes, companies    float64
	people, places, long                  float64
	words                                 map[Meaning]float64
	samples                               []string
}

var (
	codeShape    = regexp.MustCompile(`^[a-z]{0,6}[-_./]?\d[a-z0-9\-_./]{2,}$`)
	companyShape = regexp.MustCompile(`公司|厂$|医院|学校|中学|小学|大学|集团|中心|酒店|宾馆|商贸|物业|经销|商场|超市|局$|银行|有限|\b(?:co|ltd|inc|gmbh|llc|corp|company|hospital|school|hotel|group)\b`)
	personShape  = regexp.MustCompile(`^[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭郎鲁韦昌马苗方任袁柳史唐费薛雷贺倪汤殷罗郝安常于傅康余顾孟黄萧尹姚邵汪毛戴宋庞熊纪项祝董梁杜阮蓝季贾路江童郭梅林钟徐邱骆高夏蔡田胡凌霍万柯卢莫丁邓石崔龚程陆翁侯段武刘叶白赖乔谭温阎曾廖欧][\p{Han}]{1,2}(?:先生|女士|经理|主任|工)?$`)
	placeShape   = regexp.MustCompile(`^(?:中国)?(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙|广西|西藏|宁夏|新疆|香港|澳门)|[省市区县州盟]$`)
)

// choiceMeanings are recognised by their words even without a heading.
var choiceMeanings = []Meaning{Channel, Class, FaultFinding, Result, Satisfaction, CustomerKind}

// look profiles one column of the sample.
func look(cells []Text) profile {
	p := profile{words: map[Meaning]float64{}}
	seen := map[string]bool{}
	previous := -1
	for _, cell := range cells {
		text := fold(cell.Raw)
		if text == "" || nothing[text] {
			continue
		}
		p.filled++
		if len(p.samples) < 3 && !seen[text] {
			p.samples = append(p.samples, cut(tidy(cell.Raw), 40))
		}
		seen[text] = true
		if len(text) > longestRead {
			p.long++
			continue
		}
		p.count(cell, text)
		if value, err := strconv.Atoi(text); err == nil {
			if value > previous {
				p.rising++
			}
			previous = value
		}
	}
	p.average(len(seen))
	return p
}

func (p *profile) count(cell Text, text string) {
	context := calendarContext{year: 2000, yearFrom: "row"}
	serial := serialNumber.MatchString(text)
	if parseDate(text, context).problem == nil && (!serial || cell.Kind == AsDate || plausibleSerial(text)) {
		p.dates++
	}
	if parseClock(text).problem == nil && !serial {
		p.times++
	}
	if read := parsePhone(text); read.value != "" && len(read.value) >= 10 {
		p.phones++
	}
	p.emails += one(emailShape.MatchString(text))
	_, err := strconv.ParseFloat(text, 64)
	p.numbers += one(err == nil)
	p.codes += one(codeShape.MatchString(text) && parsePhone(text).value == "")
	p.companies += one(companyShape.MatchString(text))
	p.people += one(personShape.MatchString(text))
	p.places += one(placeShape.MatchString(text) && utf8.RuneCountInString(text) <= 20)
	p.long += one(utf8.RuneCountInString(text) > 20)
	for _, meaning := range choiceMeanings {
		if value, sure := meanings[meaning].words.find(strings.TrimRight(text, "?")); value != "" && (sure || utf8.RuneCountInString(text) <= 10) {
			p.words[meaning]++
		}
	}
}

// plausibleSerial accepts day numbers from 2000 to 2050.
func plausibleSerial(text string) bool {
	value, err := strconv.ParseFloat(text, 64)
	return err == nil && value >= 36526 && value <= 54789
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

func (p *profile) average(distinct int) {
	if p.filled == 0 {
		return
	}
	n := float64(p.filled)
	for _, value := range []*float64{&p.dates, &p.times, &p.phones, &p.emails, &p.numbers, &p.rising, &p.codes, &p.companies, &p.people, &p.places, &p.long} {
		*value /= n
	}
	for meaning := range p.words {
		p.words[meaning] /= n
	}
	p.distinct = float64(distinct) / n
}

// fits says how well the cells agree with a meaning, 0 to 1; known is false
// when cells of this meaning have no look of their own.
func (p *profile) fits(meaning Meaning) (fit float64, known bool) {
	if p.filled == 0 {
		return 0, false
	}
	switch meaning {
	case Seq:
		return min(p.rising, p.numbers), true
	case RegionText:
		return p.places * (1 - p.companies), true
	case Account:
		return p.long, p.filled >= 5
	case ContactName, Complainant, HandledBy:
		return p.people, p.people > 0.3 || p.dates+p.phones > 0.5
	case CustomerName:
		return p.companies, p.companies > 0.3 || p.dates+p.phones > 0.5
	case SerialNo:
		return max(p.codes, p.numbers), true
	}
	switch meanings[meaning].kind {
	case dateKind:
		return p.dates, true
	case timeKind:
		return max(0, p.times-p.dates), true
	case phoneKind:
		return p.phones, true
	case emailKind:
		return p.emails, true
	case choiceKind:
		return p.words[meaning], true
	case quantityKind:
		return p.numbers, true
	}
	return 0, false
}

// cut shortens text for display.
func cut(text string, runes int) string {
	if utf8.RuneCountInString(text) <= runes {
		return text
	}
	return string([]rune(text)[:runes]) + "…"
}
