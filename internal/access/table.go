package access

import "slices"

// Table is THE permission table. Each chapter's rows stand in a file of their
// own; the golden file in testdata shows the whole as action × role.
var Table = slices.Concat(spineRules, staffRules, partyRules, complaintRules)

var byAction = index(Table)

func index(table []Rule) map[Action][]Rule {
	m := map[Action][]Rule{}
	for _, r := range table {
		m[r.Action] = append(m[r.Action], r)
	}
	return m
}

func rulesOf(action Action) []Rule { return byAction[action] }

// Everybody is every role a person can hold; Writers is everybody but the
// auditor, who changes nothing.
var (
	Everybody = Roles
	Writers   = slices.DeleteFunc(slices.Clone(Roles), func(r Role) bool { return r == Auditor })
)
