package access

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

// The golden file makes every change of a permission visible in review.
func TestTableGolden(t *testing.T) {
	var lines []string
	for _, rule := range Table {
		roles := make([]string, len(rule.Roles))
		for i, r := range rule.Roles {
			roles[i] = string(r)
		}
		slices.Sort(roles)
		lines = append(lines, fmt.Sprintf("%-34s %-15s %s", rule.Action, rule.Where, strings.Join(roles, " ")))
	}
	slices.Sort(lines)
	got := strings.Join(lines, "\n") + "\n"
	const file = "testdata/table.golden"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the permission table changed; if that is meant: go test ./internal/access -update\n%s", got)
	}
}

func TestAuditorChangesNothing(t *testing.T) {
	for _, rule := range Table {
		verb := string(rule.Action)
		if strings.HasSuffix(verb, ".see") || strings.HasPrefix(verb, "me.") || strings.HasPrefix(verb, "views.") ||
			strings.Contains(verb, ".see_") || strings.Contains(verb, ".export") {
			continue
		}
		if slices.Contains(rule.Roles, Auditor) {
			t.Errorf("auditor may %s", rule.Action)
		}
	}
}

func TestReach(t *testing.T) {
	a := Actor{ID: "p1", DepartmentID: "d1", Roles: []Role{Staff}}
	if reaches(a, Involved, Scope{}) {
		t.Error("nobody in particular is not involved")
	}
	if !reaches(a, Involved, Scope{Involved: []string{"department:d1"}}) {
		t.Error("his department takes part")
	}
	if reaches(Actor{ID: "p1"}, OwnDepartment, Scope{Departments: []string{""}}) {
		t.Error("no department is nobody's department")
	}
	if reaches(Actor{}, Self, Scope{}) {
		t.Error("an unnamed person is not everybody")
	}
}
