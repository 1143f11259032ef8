package region

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// alias is a way to write the name of a division.
type alias struct {
	code  string
	whole bool // the official name or one with its kind of division (甘孜州); else a stem (甘孜)
	// under: understood only after the name of the division above (the 工业园区
	// of 苏州工业园区).
	under bool
	// alone: understood only as the whole text (the 沪 of 上海市).
	alone bool
}

// ethnicNames stand between the stem and the kind of an autonomous division.
var ethnicNames = []string{
	"各族", "蒙古族", "蒙古", "回族", "藏族", "维吾尔", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族",
	"土家族", "哈尼族", "哈萨克族", "哈萨克", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族",
	"景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯", "普米族",
	"塔吉克", "怒族", "保安族", "裕固族", "独龙族",
}

var (
	provinceKinds   = []string{"特别行政区", "自治区", "省", "市"}
	prefectureKinds = []string{"自治州", "地区", "盟", "市"}
	countyKinds     = []string{"自治县", "自治旗", "特区", "林区", "县", "区", "市", "旗"}
)

func (g *gazetteer) nameAll(shorts map[string]string) {
	for _, d := range g.byCode {
		g.name(d.Name, alias{code: d.Code, whole: true})
		stem, kind := split(d.Name, kindsOf(d.Level))
		if stem != "" && stem != d.Name {
			g.name(stem, alias{code: d.Code})
		}
		if short, ok := shortKind[kind]; ok && stem != "" {
			g.name(stem+short, alias{code: d.Code, whole: true})
		}
		for short := range strings.SplitSeq(shorts[d.Code], "/") {
			g.name(short, alias{code: d.Code, alone: utf8.RuneCountInString(short) == 1})
		}
		g.nameUnderParent(d)
	}
}

// shortKind is how people shorten the kind of an autonomous division.
var shortKind = map[string]string{"自治州": "州", "自治县": "县", "自治旗": "旗"}

// nameUnderParent lets the 工业园区 of 苏州工业园区 stand after 苏州市.
func (g *gazetteer) nameUnderParent(d Division) {
	above, ok := g.byCode[d.Parent]
	if !ok || d.Level != County {
		return
	}
	stem, _ := split(above.Name, kindsOf(above.Level))
	rest, found := strings.CutPrefix(d.Name, stem)
	if found && stem != "" && utf8.RuneCountInString(rest) >= 3 {
		g.name(rest, alias{code: d.Code, whole: true, under: true})
	}
}

func (g *gazetteer) name(name string, a alias) {
	if name == "" || slices.ContainsFunc(g.names[name], func(b alias) bool { return b.code == a.code }) {
		return
	}
	g.names[name] = append(g.names[name], a)
	g.longest = max(g.longest, utf8.RuneCountInString(name))
}

func kindsOf(level Level) []string {
	switch level {
	case Province:
		return provinceKinds
	case Prefecture:
		return prefectureKinds
	default:
		return countyKinds
	}
}

// split takes the kind of division off a name, and for autonomous divisions
// the ethnic names too. The stem is empty if less than two characters remain.
func split(name string, kinds []string) (stem, kind string) {
	stem = name
	for _, k := range kinds {
		if rest, found := strings.CutSuffix(name, k); found {
			stem, kind = rest, k
			break
		}
	}
	if strings.HasPrefix(kind, "自治") {
		stem = withoutEthnicNames(stem)
	}
	if utf8.RuneCountInString(stem) < 2 {
		return "", kind
	}
	return stem, kind
}

func withoutEthnicNames(stem string) string {
	for {
		before := stem
		for _, ethnic := range ethnicNames {
			if rest, found := strings.CutSuffix(stem, ethnic); found && utf8.RuneCountInString(rest) >= 2 {
				stem = rest
			}
		}
		if stem == before {
			// A division named after the people alone: 东乡族自治县 is called 东乡.
			if rest, found := strings.CutSuffix(stem, "族"); found && utf8.RuneCountInString(rest) >= 2 {
				return rest
			}
			return stem
		}
	}
}
