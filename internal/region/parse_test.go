package region

import (
	"encoding/csv"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParseAsksWhereItIsNotClear(t *testing.T) {
	for text, want := range map[string]struct{ code, first string }{
		"":                {"empty", ""},
		" ，":              {"empty", ""},
		"外星基地":            {"unknown", ""},
		"朝阳区":             {"ambiguous", "110105"},
		"通州":              {"ambiguous", "110112"},
		"平安保险公司":          {"ambiguous", "630203"},
		"江苏省杭州市西湖区":       {"contradicts", "32"},
		"新疆维吾尔自治区石家庄市":    {"contradicts", "65"},
		"南京西路1266号":       {"unknown", ""},
		"Room 5, Main St": {"unknown", ""},
	} {
		_, err := Parse(text)
		var q *Question
		if !errors.As(err, &q) || q.Code != want.code {
			t.Errorf("%q: %v, want %s", text, err, want.code)
			continue
		}
		if want.first != "" && (len(q.Candidates) == 0 || q.Candidates[0].Code != want.first) {
			t.Errorf("%q: candidates %v, want %s first", text, q.Candidates, want.first)
		}
	}
}

func TestParse(t *testing.T) {
	for text, want := range map[string]struct {
		code, rest string
		confidence Confidence
	}{
		"四川省甘孜州康定市炉城街道5号":    {"513301", "炉城街道5号", Full},
		"四川省甘孜藏族自治州":         {"5133", "", Full},
		"内蒙呼和浩特":             {"1501", "", Short},
		"石河子":                {"659001", "", Short},
		"新疆生产建设兵团第八师石河子市北三路": {"659001", "北三路", Short},
		"江苏 南京":              {"3201", "", Short},
		"香港九龙":               {"81", "九龙", Short},
		"澳门特别行政区":            {"82", "", Full},
		"台灣台北":               {"71", "台北", Short},
		"海南三沙市":              {"4603", "", Short},
		"海南州共和县":             {"632521", "", Full},
		"广东省佛山市顺德区":          {"440606", "", Full},
		"广东顺德":               {"440606", "", Short},
		"苏州工业园区":             {"320576", "", Full},
		"苏州市工业园区星湖街":         {"320576", "星湖街", Full},
		"上海":                 {"31", "", Short},
		"沪":                  {"31", "", Short},
		"上海市上海市浦东新区":         {"310115", "", Full},
		"上海市南京西路1266号":       {"31", "南京西路1266号", Full},
		"北京市市辖区朝阳区":          {"110105", "", Full},
		"北京朝阳":               {"110105", "", Short},
		"吉林市船营区":             {"220204", "", Full},
		"吉林":                 {"22", "", Short},
		"吉林市":                {"2202", "", Full},
		"河南":                 {"41", "", Short},
		"河南县":                {"632324", "", Full},
		"江西南昌":               {"3601", "", Short},
		"广西省南宁市":             {"4501", "", Short},
		"浙江义乌市":              {"330782", "", Short},
		"河南省济源市":             {"419001", "", Full},
		"湖北省省直辖县级行政区划仙桃市":      {"429004", "", Full},
		"东莞市长安镇":               {"4419", "长安镇", Full},
		"甘肃临夏州东乡县":             {"622926", "", Short},
		"中国（四川）成都":             {"5101", "", Short},
		"收货地址：江苏省无锡市锡山区东亭":     {"320205", "东亭", Inside},
		"重庆市渝北区":               {"500112", "", Full},
		"重庆市城口县":               {"500229", "", Full},
		"陕西西安":                 {"6101", "", Short},
		"山西省太原市":               {"1401", "", Full},
		"新疆维吾尔自治区和田地区和安县和安路１号": {"6532", "和安县和安路1号", Full}, // newer than the data
	} {
		got, err := Parse(text)
		if err != nil || got.Division.Code != want.code || got.Rest != want.rest || got.Confidence != want.confidence {
			t.Errorf("%q: %s %s rest %q %s, %v; want %s rest %q %s", text, got.Division.Code, got.Division.Name, got.Rest, got.Confidence, err, want.code, want.rest, want.confidence)
		}
	}
}

func TestParseReadsEveryFullName(t *testing.T) {
	for code := range load().byCode {
		got, err := Parse(FullName(code))
		if err != nil || got.Division.Code != code || got.Rest != "" || got.Confidence != Full {
			t.Errorf("%s %s: read as %s %v", code, FullName(code), got.Division.Code, err)
		}
	}
}

func TestParseOfTheRestNeverChangesTheDivision(t *testing.T) {
	all := Search("市", 1000)
	rapid.Check(t, func(t *rapid.T) {
		d := rapid.SampledFrom(all).Draw(t, "division")
		street := rapid.StringMatching(`[0-9]{1,4}号[0-9]{1,3}室`).Draw(t, "street")
		got, err := Parse(FullName(d.Code) + street)
		if err != nil || got.Division.Code != d.Code || got.Rest != street {
			t.Fatalf("%s%s: %+v %v", FullName(d.Code), street, got, err)
		}
	})
}

func TestParseReadsTheLedger(t *testing.T) {
	const path = "../../../shared/data/ledger-2025-gb18030.csv"
	raw, err := exec.Command("iconv", "-f", "gb18030", "-t", "utf-8", path).Output()
	if err != nil {
		if _, missing := os.Stat(path); os.Getenv("CI") == "true" || missing == nil {
			t.Fatalf("the ledger ../shared/data/ledger-2025-gb18030.csv cannot be read: %v", err)
		}
		t.Skip("no ledger beside the project")
	}
	want := map[string]string{
		"石河子": "659001", "浙江省宁波市": "3302", "青海西宁": "6301", "重庆市渝北区": "500112", "四川省甘孜州": "5133",
		"香港九龙": "81", "湖北武汉": "4201", "四川成都": "5101", "山西省太原市": "1401", "江苏省无锡市锡山区": "320205",
		"广东省佛山市顺德区": "440606", "内蒙呼和浩特": "1501", "西藏拉萨市": "5401", "上海": "31", "新疆乌鲁木齐": "6501",
		"江苏 南京": "3201", "甘肃兰州": "6201", "黑龙江哈尔滨": "2301", "北京市朝阳区": "110105", "陕西西安": "6101",
		"海南三沙市": "4603", "苏州工业园区": "320576",
	}
	r := csv.NewReader(strings.NewReader(string(raw)))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, row := range rows[2:] {
		place := row[6]
		if place == "" || seen[place] {
			continue
		}
		seen[place] = true
		got, err := Parse(place)
		if err != nil || got.Division.Code != want[place] {
			t.Errorf("%q: %s %v, want %q", place, got.Division.Code, err, want[place])
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d places found", len(seen))
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"四川省甘孜州康定市", "江苏 南京", "新疆生产建设兵团第八师", "吉林吉林吉林", "北京北京市市辖区"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := Parse(text)
		var q *Question
		if err != nil {
			if !errors.As(err, &q) || q.Code == "" {
				t.Fatalf("not a question: %v", err)
			}
			return
		}
		if _, known := Find(got.Division.Code); !known {
			t.Fatalf("unknown division %q", got.Division.Code)
		}
		if len([]rune(text)) <= maxAddress && !strings.HasSuffix(squeeze(text), got.Rest) {
			t.Fatalf("rest %q is not the end of %q", got.Rest, text)
		}
	})
}
