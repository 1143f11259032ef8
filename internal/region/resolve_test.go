package region

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestClause2_2_ResolverAsksInsteadOfDefaulting(t *testing.T) {
	lists := DefaultLists("32")
	for name, c := range map[string]struct {
		site Site
		code string
	}{
		"nothing known":                    {Site{}, "empty"},
		"address without a province":       {Site{Address: "科技路8号"}, "unknown"},
		"ambiguous address":                {Site{Address: "朝阳区建国路"}, "ambiguous"},
		"code of no province":              {Site{Division: "990101"}, "unknown_code"},
		"code is no code":                  {Site{Division: "32a"}, "unknown_code"},
		"address contradicts the code":     {Site{Division: "320102", Address: "浙江省杭州市西湖区"}, "contradicts"},
		"override without a reason":        {Site{Override: &Override{Class: Remote, Approver: "p1"}}, "incomplete_override"},
		"override without an approver":     {Site{Override: &Override{Class: Remote, Reason: "r"}}, "incomplete_override"},
		"override to a class of no clause": {Site{Override: &Override{Class: "near", Reason: "r", Approver: "p1"}}, "incomplete_override"},
	} {
		class, _, err := Resolve(lists, c.site)
		var q *Question
		if class != "" || !errors.As(err, &q) || q.Code != c.code {
			t.Errorf("%s: %q %v, want question %s", name, class, err, c.code)
		}
	}
}

func TestClause2_2_RegionClass(t *testing.T) {
	sichuan := DefaultLists("51")
	sichuan.Prefectures = map[string]Class{"5132": Remote, "5133": Remote, "5134": Remote}
	sichuan.Counties = map[string]Class{"513401": HomeProvince} // 西昌
	mainlandHK := DefaultLists("44")
	mainlandHK.Special = []string{"71"}
	twoHomes := DefaultLists("32")
	twoHomes.Home = []string{"32", "33"}

	for name, c := range map[string]struct {
		lists Lists
		site  Site
		want  Class
		last  string // code of the last step
	}{
		"home province":                          {DefaultLists("32"), Site{Division: "320106"}, HomeProvince, "home_province"},
		"other province":                         {DefaultLists("32"), Site{Division: "330106"}, OtherProvince, "other_province"},
		"remote province":                        {DefaultLists("32"), Site{Division: "540102"}, Remote, "remote_province"},
		"home beats remote: company in Gansu":    {DefaultLists("62"), Site{Division: "620102"}, HomeProvince, "home_province"},
		"listed prefecture in the home province": {sichuan, Site{Division: "513301"}, Remote, "prefecture_listed"},
		"county beats prefecture":                {sichuan, Site{Division: "513401"}, HomeProvince, "county_listed"},
		"unlisted prefecture":                    {sichuan, Site{Division: "5101"}, HomeProvince, "home_province"},
		"padded code":                            {sichuan, Site{Division: "513300"}, Remote, "prefecture_listed"},
		"only the province known, finer listed":  {sichuan, Site{Address: "四川"}, HomeProvince, "finer_entries_exist"},
		"override wins over everything":          {sichuan, Site{Division: "81", Override: &Override{Remote, "ferry", "p1"}}, Remote, "override"},
		"EC-20 municipality is its own home":     {DefaultLists("11"), Site{Division: "110105"}, HomeProvince, "home_province"},
		"EC-20 30 km off in the next province":   {DefaultLists("11"), Site{Address: "河北省廊坊市广阳区"}, OtherProvince, "other_province"},
		"EC-20 county without a prefecture":      {DefaultLists("41"), Site{Division: "419001"}, HomeProvince, "home_province"},
		"EC-20 Xinjiang Corps city is Xinjiang":  {DefaultLists("32"), Site{Division: "659001"}, Remote, "remote_province"},
		"EC-20 Corps city by its name alone":     {DefaultLists("32"), Site{Address: "石河子"}, Remote, "remote_province"},
		"EC-20 old code stays valid":             {DefaultLists("32"), Site{Division: "320502", Address: "苏州市姑苏区"}, HomeProvince, "home_province"},
		"EC-20 address within the code":          {DefaultLists("32"), Site{Division: "32", Address: "南京市玄武区"}, HomeProvince, "home_province"},
		"EC-21 Hong Kong":                        {DefaultLists("44"), Site{Address: "香港九龙"}, Special, "special_province"},
		"EC-21 Taiwan":                           {DefaultLists("35"), Site{Division: "71"}, Special, "special_province"},
		"EC-21 overseas":                         {DefaultLists("44"), Site{Place: Overseas, Address: "Hanoi"}, Special, "special_site"},
		"EC-21 ship":                             {DefaultLists("44"), Site{Place: Ship}, Special, "special_site"},
		"EC-21 company rules they are 省外":        {mainlandHK, Site{Division: "81"}, OtherProvince, "other_province"},
		"EC-22 only the seat's province":         {DefaultLists("32"), Site{Division: "3301"}, OtherProvince, "other_province"},
		"EC-22 several home provinces listed":    {twoHomes, Site{Division: "3301"}, HomeProvince, "home_province"},
	} {
		class, path, err := Resolve(c.lists, c.site)
		if err != nil || class != c.want || len(path) == 0 || path[len(path)-1].Code != c.last {
			t.Errorf("%s: %s %v %v, want %s by %s", name, class, path, err, c.want, c.last)
		}
	}
}

func TestClause2_2_ThePathNamesDivisionAndList(t *testing.T) {
	lists := DefaultLists("51")
	lists.Prefectures["5133"] = Remote
	_, path, err := Resolve(lists, Site{Division: "513301"})
	if err != nil || len(path) != 2 {
		t.Fatal(path, err)
	}
	if got := path[0].Args["name_zh"]; got != "四川省甘孜藏族自治州康定市" {
		t.Error(got)
	}
	if got := path[1].Args; got["class"] != "region.class.remote" || got["version"] != "shipped 1" {
		t.Error(got)
	}
}

func TestListsValidate(t *testing.T) {
	if wrong := DefaultLists("32").Validate(); wrong != nil {
		t.Errorf("shipped lists: %v", wrong)
	}
	bad := DefaultLists("99")
	bad.Version = ""
	bad.Remote = []string{"65", "65", "6501"}
	bad.Special = []string{"71", "65"}
	bad.Prefectures = map[string]Class{"513301": Remote}
	bad.Counties = map[string]Class{"513301": "near"}
	want := []Problem{
		{"version", "missing", ""}, {"home", "unknown_code", "99"}, {"remote", "listed_twice", "65"}, {"remote", "wrong_level", "6501"},
		{"special", "listed_twice", "65"}, {"prefectures", "wrong_level", "513301"}, {"counties", "bad_class", "near"},
	}
	if got := bad.Validate(); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	if got := (Lists{Version: "v"}).Validate(); !slices.Equal(got, []Problem{{"home", "missing", ""}}) {
		t.Errorf("%v", got)
	}
}

func TestResolveProperties(t *testing.T) {
	var all []string
	for code := range load().byCode {
		all = append(all, code)
	}
	slices.Sort(all)
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.SampledFrom(all).Draw(t, "code")
		home := rapid.SampledFrom(all).Draw(t, "home")[:2]
		lists := DefaultLists(home)
		if slices.Contains(lists.Special, home) {
			t.Skip("a home without a class")
		}
		class, path, err := Resolve(lists, Site{Division: code})
		if err != nil || len(path) < 2 {
			t.Fatal(path, err)
		}
		byAddress, _, err := Resolve(lists, Site{Address: FullName(code)})
		if err != nil || byAddress != class {
			t.Fatalf("%s by code %s, by address %s, %v", code, class, byAddress, err)
		}
		if (class == HomeProvince) != (code[:2] == home) {
			t.Fatalf("%s of home %s is %s", code, home, class)
		}
		// Listing the very county decides, whatever else is listed.
		if d, _ := Find(code); d.Level == County && class != Special {
			lists.Counties = map[string]Class{code: Remote}
			if got, _, _ := Resolve(lists, Site{Division: code}); got != Remote {
				t.Fatalf("listed county is %s", got)
			}
		}
	})
}

func TestDivisions(t *testing.T) {
	if got := len(Provinces()); got != 34 {
		t.Errorf("%d provinces", got)
	}
	for code, want := range map[string]string{"110105": "北京市朝阳区", "419001": "河南省济源市", "659001": "新疆维吾尔自治区石河子市", "4419": "广东省东莞市", "320000": "江苏省"} {
		if got := FullName(code); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
	for _, pseudo := range []string{"1101", "5002", "6590", "441900x", "620201", "99", ""} {
		if d, ok := Find(pseudo); ok {
			t.Errorf("%q found as %s", pseudo, d.Name)
		}
	}
	if d, _ := Find("61"); d.NameEn != "Shaanxi" || d.Level != Province {
		t.Errorf("%+v", d)
	}
	for code, d := range load().byCode {
		if above, ok := Find(d.Parent); d.Level != Province && (!ok || above.Level >= d.Level || !strings.HasPrefix(code, d.Parent)) {
			t.Errorf("%s %s stands under %q", code, d.Name, d.Parent)
		}
	}
	tree := Tree()
	if len(tree) != 34 || len(tree[0].Children) != 16 || tree[0].Children[0].Name != "东城区" {
		t.Errorf("tree: %d, Beijing %v", len(tree), tree[0].Children)
	}
}

func TestSearch(t *testing.T) {
	for text, want := range map[string]string{"苏州": "3205", "3205": "3205", "shaanxi": "61", "顺德": "440606"} {
		if got := Search(text, 5); len(got) == 0 || got[0].Code != want {
			t.Errorf("%q: %v, want %s first", text, got, want)
		}
	}
	if got := Search("区", 7); len(got) != 7 {
		t.Errorf("limit: %d", len(got))
	}
	if Search("  ", 5) != nil || Search("苏州", 0) != nil {
		t.Error("nothing asked, something found")
	}
}
