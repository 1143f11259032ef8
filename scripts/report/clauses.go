package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// regulationFolder holds the clauses as program, relative to the project root.
const regulationFolder = "internal/regulation"

var (
	// obligationID is an ID as the regulation's breakdown writes it: 1-a, 2.1-l.
	obligationID = regexp.MustCompile(`^[1-9](\.[1-9])?-[a-z]$`)
	// inGoName finds TestClause2_1_l_HandOver and, for two obligations at once, TestClause2_1_g_h_Negotiate.
	inGoName = regexp.MustCompile(`Clause([1-9](?:_[1-9])?)((?:_[a-z])+)(?:_|/|$| )`)
	// inTitle finds "2.1-l" and "2.1-g, -h" in the titles of subtests and walks.
	inTitle = regexp.MustCompile(`(?:^|[^0-9A-Za-z.])([1-9](?:\.[1-9])?)-([a-z](?:, -[a-z])*)\b`)
)

// obligationsOf lists the obligations a test's name says it is about.
func obligationsOf(test string) []string {
	var ids []string
	for _, m := range inGoName.FindAllStringSubmatch(test, -1) {
		for letter := range strings.SplitSeq(strings.Trim(m[2], "_"), "_") {
			ids = append(ids, strings.Replace(m[1], "_", ".", 1)+"-"+letter)
		}
	}
	title := strings.ReplaceAll(test, "_", " ") // as it was before Go made it a name
	for _, m := range inTitle.FindAllStringSubmatch(title, -1) {
		for letter := range strings.SplitSeq(m[2], ",") {
			ids = append(ids, m[1]+"-"+letter[len(letter)-1:])
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// declared lists the obligations which the regulation's own source names.
func declared(folder string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		return nil, err
	}
	var ids []string
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			if text, err := strconv.Unquote(literal.Value); err == nil && obligationID.MatchString(text) {
				ids = append(ids, text)
			}
			return true
		})
	}
	return ids, nil
}

// printClauses writes one line for each obligation: a tick when tests name it
// and all of them passed, a cross when one failed, a dot when none names it.
func printClauses(w io.Writer, outcomes []outcome) {
	ids, err := declared(regulationFolder)
	if err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
	}
	count := map[string]*[3]int{}
	for _, o := range outcomes {
		for _, id := range obligationsOf(o.name) {
			if count[id] == nil {
				count[id] = new([3]int)
				ids = append(ids, id)
			}
			count[id][o.result]++
		}
	}
	slices.Sort(ids)
	ids = slices.Compact(ids)
	ticked := 0
	for _, id := range ids {
		n := count[id]
		switch {
		case n == nil || n[passed]+n[failed] == 0:
			fmt.Fprintf(w, "%-7s ·  no test\n", id)
		case n[failed] > 0:
			fmt.Fprintf(w, "%-7s ✗  %d of %d tests failed\n", id, n[failed], n[passed]+n[failed])
		default:
			ticked++
			fmt.Fprintf(w, "%-7s ✓  %d tests\n", id, n[passed])
		}
	}
	fmt.Fprintf(w, "%d of %d obligations hold by test\n", ticked, len(ids))
}
