package region

import (
	"bytes"
	"embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"sync"
)

// Version names the division data, frozen in records judged by them.
const Version = "china-division 2.7.0 (2023-06-30)"

// Level is how deep a division stands.
type Level int

// The levels.
const (
	Province   Level = 1 // 省级
	Prefecture Level = 2 // 地级
	County     Level = 3 // 县级
)

// Division is an administrative division. Codes have 2, 4 or 6 digits as the
// level goes down. Counties directly under a province (省直辖县级, and those of
// the municipalities) have the province as parent.
type Division struct {
	Code   string `json:"code"`
	Name   string `json:"name"`
	NameEn string `json:"name_en,omitempty"` // provinces only
	Level  Level  `json:"level"`
	Parent string `json:"parent,omitempty"`
}

// Node is a division with those under it, for a cascading choice.
type Node struct {
	Code     string `json:"code"`
	Name     string `json:"name"`
	NameEn   string `json:"name_en,omitempty"`
	Children []Node `json:"children,omitempty"`
}

//go:embed data/*.csv
var data embed.FS

type gazetteer struct {
	byCode   map[string]Division
	children map[string][]string // in order of code; "" holds the provinces
	names    map[string][]alias
	longest  int // of any name, in runes
}

var load = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{byCode: map[string]Division{}, children: map[string][]string{}, names: map[string][]alias{}}
	shorts := map[string]string{}
	for _, row := range table("units.csv", 5) {
		g.add(Division{Code: row[0], Name: row[1], NameEn: row[3], Level: Province})
		shorts[row[0]] = row[2]
	}
	for _, row := range table("cities.csv", 3) {
		if !pseudoPrefecture(row[1]) {
			g.add(Division{Code: row[0], Name: row[1], Level: Prefecture, Parent: row[2]})
		}
	}
	for _, row := range table("areas.csv", 4) {
		parent := row[2]
		if above, real := g.byCode[parent]; !real {
			parent = row[3]
		} else if above.Name == row[1] {
			continue // a placeholder under a prefecture without counties
		}
		g.add(Division{Code: row[0], Name: row[1], Level: County, Parent: parent})
	}
	g.nameAll(shorts)
	return g
})

func table(name string, columns int) [][]string {
	text, err := data.ReadFile("data/" + name)
	if err != nil {
		panic(err)
	}
	r := csv.NewReader(bytes.NewReader(text))
	r.FieldsPerRecord = columns
	rows, err := r.ReadAll()
	if err != nil {
		panic(fmt.Errorf("region: embedded %s: %w", name, err))
	}
	return rows[1:]
}

func pseudoPrefecture(name string) bool {
	return name == "市辖区" || name == "县" || strings.HasSuffix(name, "直辖县级行政区划")
}

func (g *gazetteer) add(d Division) {
	g.byCode[d.Code] = d
	g.children[d.Parent] = append(g.children[d.Parent], d.Code)
}

// Find returns the division of a code of 2, 4 or 6 digits. A code padded with
// zeros to 6 digits (320000, 320100) is understood.
func Find(code string) (Division, bool) {
	d, ok := load().byCode[Unpad(code)]
	return d, ok
}

// Unpad cuts the padding zeros off a 6-digit code: 320000 gives 32, 320100
// gives 3201. Other texts are returned as they are.
func Unpad(code string) string {
	if len(code) == 6 && strings.HasSuffix(code, "0000") {
		return code[:2]
	}
	if len(code) == 6 && strings.HasSuffix(code, "00") {
		return code[:4]
	}
	return code
}

// Provinces returns the 34 province-level units in order of code.
func Provinces() []Division { return Children("") }

// Children returns the divisions directly under the code, in order of code.
func Children(code string) []Division {
	g := load()
	under := g.children[Unpad(code)]
	found := make([]Division, len(under))
	for i, c := range under {
		found[i] = g.byCode[c]
	}
	return found
}

// Path returns the divisions from the province down to the code; nil if the
// code is not known.
func Path(code string) []Division {
	var path []Division
	for d, ok := Find(code); ok; d, ok = Find(d.Parent) {
		path = append(path, d)
	}
	slices.Reverse(path)
	return path
}

// FullName returns the names of Path in one text, such as 四川省甘孜藏族自治州康定市.
func FullName(code string) string {
	var name strings.Builder
	for _, d := range Path(code) {
		name.WriteString(d.Name)
	}
	return name.String()
}

// Tree returns all divisions, provinces at the top.
func Tree() []Node { return nodes("") }

func nodes(parent string) []Node {
	var under []Node
	for _, d := range Children(parent) {
		under = append(under, Node{Code: d.Code, Name: d.Name, NameEn: d.NameEn, Children: nodes(d.Code)})
	}
	return under
}

// Search returns up to limit divisions whose name contains the text, whose
// code begins with it, or (provinces) whose English name begins with it;
// those whose name begins with it first, higher levels before lower ones.
func Search(text string, limit int) []Division {
	text = squeeze(text)
	if text == "" || limit <= 0 {
		return nil
	}
	var found []Division
	for _, d := range load().byCode {
		if strings.Contains(d.Name, text) || strings.HasPrefix(d.Code, text) || strings.HasPrefix(strings.ToLower(d.NameEn), text) {
			found = append(found, d)
		}
	}
	slices.SortFunc(found, func(a, b Division) int {
		if first, second := strings.HasPrefix(a.Name, text), strings.HasPrefix(b.Name, text); first != second {
			if first {
				return -1
			}
			return 1
		}
		if a.Level != b.Level {
			return int(a.Level - b.Level)
		}
		return strings.Compare(a.Code, b.Code)
	})
	return found[:min(limit, len(found))]
}
