package region

import (
	"slices"
	"strings"
)

// Class is the region class of a site, which decides the limit of clause 2.2.
type Class string

// The region classes.
const (
	HomeProvince  Class = "home_province"  // 省内
	OtherProvince Class = "other_province" // 省外
	Remote        Class = "remote"         // 边远地区
	Special       Class = "special"        // none of the three: no automatic limit
)

// Classes lists every class.
var Classes = []Class{HomeProvince, OtherProvince, Remote, Special}

// Lists are the company's lists behind the region class.
// Codes are those of Division.
type Lists struct {
	Version string `json:"version"`
	// Home are the provinces called 省内; by default the one of the registered
	// seat alone.
	Home []string `json:"home"`
	// Remote are the provinces called 边远地区.
	Remote []string `json:"remote"`
	// Special are the provinces without a class of clause 2.2.
	Special []string `json:"special"`
	// Prefectures and Counties are exceptions, by code; the more specific wins.
	Prefectures map[string]Class `json:"prefectures"`
	Counties    map[string]Class `json:"counties"`
}

// DefaultLists returns the lists as shipped for a company whose registered
// seat lies in the province: remote are Xinjiang, Tibet, Qinghai, Gansu, Inner
// Mongolia and Ningxia; Taiwan, Hong Kong and Macao are special. A company
// list, not law.
func DefaultLists(home string) Lists {
	return Lists{
		Version:     "shipped 1",
		Home:        []string{home},
		Remote:      []string{"65", "54", "63", "62", "15", "64"},
		Special:     []string{"71", "81", "82"},
		Prefectures: map[string]Class{},
		Counties:    map[string]Class{},
	}
}

// Place says where a site is, if not simply at an address in China.
type Place string

// The places. All but Mainland are special whatever the division.
const (
	Mainland Place = ""
	Overseas Place = "overseas"
	Ship     Place = "ship"
	Offshore Place = "offshore"
	Listed   Place = "listed" // the company lists this site as special
)

// Override is a class set by hand; it needs a reason and an approver.
type Override struct {
	Class    Class
	Reason   string
	Approver string
}

// Site is where the matter occurred.
type Site struct {
	Division string // code; empty if only an address is known
	Address  string // free text; empty if not known
	Place    Place
	Override *Override
}

// Step is one sentence of the way to a class, as data; TextKey names its text.
// The arguments follow the same two conventions as those of calendar.Step:
// name_zh and name_en fill {name}, and a value that is a text key is translated.
type Step struct {
	Code string            `json:"code"`
	Args map[string]string `json:"args,omitempty"`
}

// TextKey returns region.step.<Code>.
func (s Step) TextKey() string { return "region.step." + s.Code }

// Resolve returns the region class of a site with the way it was found: the
// first match of manual override, special site, county list, prefecture list,
// home province, remote province, everything else (clauses.md 3.7).
//
// The error is a *Question: a site without a province, with an ambiguous
// address, with an address that contradicts its code, or with an override
// without reason or approver is never given a class.
func Resolve(lists Lists, site Site) (Class, []Step, error) {
	if site.Override != nil {
		return override(*site.Override)
	}
	if site.Place != Mainland {
		return Special, []Step{step("special_site", "place", "region.place."+string(site.Place))}, nil
	}
	code, path, err := locate(site)
	if err != nil {
		return "", nil, err
	}
	class, found := lists.match(code)
	return class, append(path, found...), nil
}

func override(o Override) (Class, []Step, error) {
	if !slices.Contains(Classes, o.Class) || strings.TrimSpace(o.Reason) == "" || strings.TrimSpace(o.Approver) == "" {
		return "", nil, &Question{Code: "incomplete_override", Text: string(o.Class)}
	}
	return o.Class, []Step{step("override", "class", o.Class.key(), "reason", o.Reason, "approver", o.Approver)}, nil
}

// locate finds the code of a site from its division, its address, or both.
func locate(site Site) (code string, path []Step, err error) {
	read, readErr := Parse(site.Address)
	if site.Division == "" {
		if readErr != nil {
			return "", nil, readErr
		}
		return read.Division.Code, []Step{named("address_read", read.Division.Code)}, nil
	}
	code = Unpad(site.Division)
	if !wellFormed(code) {
		return "", nil, &Question{Code: "unknown_code", Text: site.Division}
	}
	if readErr == nil && contradicts(code, read.Division.Code) {
		return "", nil, &Question{Code: "contradicts", Text: site.Address, Candidates: slices.Concat(last(code), last(read.Division.Code))}
	}
	path = []Step{named("division", code)}
	if _, known := Find(code); !known {
		// Divisions come and go; old codes stay valid in old records (EC-20).
		path = append(path, step("code_not_in_list", "code", code, "version", Version))
	}
	return code, path, nil
}

// wellFormed tells whether the code is 2, 4 or 6 digits in a known province.
func wellFormed(code string) bool {
	if len(code) != 2 && len(code) != 4 && len(code) != 6 || strings.Trim(code, "0123456789") != "" {
		return false
	}
	_, known := Find(code[:2])
	return known
}

// contradicts tells whether neither of the two lies in the other. A code that
// is not in the list any more is compared by its prefecture only.
func contradicts(code, read string) bool {
	if _, known := Find(code); !known && len(code) == 6 {
		code = code[:4]
	}
	return !strings.HasPrefix(code, read) && !strings.HasPrefix(read, code)
}

func (lists Lists) match(code string) (Class, []Step) {
	province := code[:2]
	if slices.Contains(lists.Special, province) {
		return Special, []Step{named("special_province", province)}
	}
	if class, listed := lists.Counties[code]; listed {
		return class, []Step{named("county_listed", code, "class", class.key(), "version", lists.Version)}
	}
	if len(code) >= 4 {
		if class, listed := lists.Prefectures[code[:4]]; listed {
			return class, lists.warnFiner(code, named("prefecture_listed", code[:4], "class", class.key(), "version", lists.Version))
		}
	}
	if slices.Contains(lists.Home, province) {
		return HomeProvince, lists.warnFiner(code, named("home_province", province))
	}
	if slices.Contains(lists.Remote, province) {
		return Remote, lists.warnFiner(code, named("remote_province", province, "version", lists.Version))
	}
	return OtherProvince, lists.warnFiner(code, named("other_province", province))
}

// warnFiner adds a sentence if the code is so coarse that an exception inside
// it may apply: a site known only as 四川省, with 甘孜州 listed as remote.
func (lists Lists) warnFiner(code string, found Step) []Step {
	for _, listed := range []map[string]Class{lists.Prefectures, lists.Counties} {
		for finer := range listed {
			if len(finer) > len(code) && strings.HasPrefix(finer, code) {
				return []Step{found, named("finer_entries_exist", code)}
			}
		}
	}
	return []Step{found}
}

// Problem is one thing wrong with Lists. Code is the end of a text key
// region.problem.<code>.
type Problem struct {
	Field string // json name: home, remote, special, prefectures, counties, version
	Code  string // missing, unknown_code, wrong_level, listed_twice, bad_class
	Value string
}

// Validate returns everything wrong with the lists, in a fixed order.
func (lists Lists) Validate() []Problem {
	var wrong []Problem
	if strings.TrimSpace(lists.Version) == "" {
		wrong = append(wrong, Problem{"version", "missing", ""})
	}
	if len(lists.Home) == 0 {
		wrong = append(wrong, Problem{"home", "missing", ""})
	}
	for _, list := range []struct {
		field string
		codes []string
	}{{"home", lists.Home}, {"remote", lists.Remote}, {"special", lists.Special}} {
		for i, code := range list.codes {
			if problem := checkLevel(list.field, code, Province); problem.Code != "" {
				wrong = append(wrong, problem)
			} else if slices.Contains(list.codes[:i], code) {
				wrong = append(wrong, Problem{list.field, "listed_twice", code})
			}
		}
	}
	// Home may stand in remote too (it wins), but special leaves no class.
	for _, code := range lists.Special {
		if slices.Contains(lists.Home, code) || slices.Contains(lists.Remote, code) {
			wrong = append(wrong, Problem{"special", "listed_twice", code})
		}
	}
	wrong = append(wrong, checkExceptions("prefectures", lists.Prefectures, Prefecture)...)
	return append(wrong, checkExceptions("counties", lists.Counties, County)...)
}

func checkExceptions(field string, listed map[string]Class, level Level) []Problem {
	var wrong []Problem
	for code, class := range listed {
		if problem := checkLevel(field, code, level); problem.Code != "" {
			wrong = append(wrong, problem)
		}
		if !slices.Contains(Classes, class) {
			wrong = append(wrong, Problem{field, "bad_class", string(class)})
		}
	}
	slices.SortFunc(wrong, func(a, b Problem) int { return strings.Compare(a.Code+a.Value, b.Code+b.Value) })
	return wrong
}

func checkLevel(field, code string, level Level) Problem {
	d, known := load().byCode[code]
	switch {
	case !known:
		return Problem{field, "unknown_code", code}
	case d.Level != level:
		return Problem{field, "wrong_level", code}
	}
	return Problem{}
}

func (c Class) key() string { return "region.class." + string(c) }

// named makes a step about a division, with its full name in both languages as
// far as there is one.
func named(code, division string, pairs ...string) Step {
	zh := FullName(division)
	en := zh
	if d, ok := Find(division[:2]); ok {
		if zh == "" {
			zh = d.Name
			en = zh
		}
		en = strings.Replace(en, d.Name, d.NameEn+" ", 1)
	}
	return step(code, append(pairs, "code", division, "name_zh", zh, "name_en", strings.TrimSpace(en))...)
}

func step(code string, pairs ...string) Step {
	args := make(map[string]string, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		args[pairs[i]] = pairs[i+1]
	}
	return Step{Code: code, Args: args}
}

func last(code string) []Division {
	d, ok := Find(code)
	if !ok {
		return nil
	}
	return []Division{d}
}
