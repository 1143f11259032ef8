package main

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func TestObligationsOf(t *testing.T) {
	for name, want := range map[string][]string{
		"huidan/internal/calendar TestWeekend":                     nil,
		"vitest date 2026-11-23 is shown":                          nil,
		"x TestClause2_1_late":                                     nil,
		"x TestClause1_a_Purpose":                                  {"1-a"},
		"x TestClause2_1_l_HandOver/late_at_midnight":              {"2.1-l"},
		"x TestClause2_1_g_h_Negotiate":                            {"2.1-g", "2.1-h"},
		"x TestHandOver/2.1-l_needs_a_reason":                      {"2.1-l"},
		"x TestBoth/2.1-l_2.1-m_together":                          {"2.1-l", "2.1-m"},
		"playwright e2e 2.1-g, -h: offers [desk]":                  {"2.1-g", "2.1-h"},
		"x TestClause2_1_l_HandOver/papers_too_(2.1-m)":            {"2.1-l", "2.1-m"},
		"playwright story.spec.ts hand over, 2.1-l, then 2.1-n [d": {"2.1-l", "2.1-n"},
	} {
		if got := obligationsOf(name); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

const stream = `{"Action":"start","Package":"a"}
{"Action":"run","Package":"a","Test":"TestBad"}
{"Action":"output","Package":"a","Test":"TestBad","Output":"=== RUN   TestBad\n"}
{"Action":"run","Package":"a","Test":"TestBad/one"}
{"Action":"output","Package":"a","Test":"TestBad/one","Output":"    a_test.go:7: wrong\n"}
{"Action":"fail","Package":"a","Test":"TestBad/one"}
{"Action":"run","Package":"a","Test":"TestBad/two"}
{"Action":"output","Package":"a","Test":"TestBad/two","Output":"    a_test.go:9: chatter\n"}
{"Action":"pass","Package":"a","Test":"TestBad/two"}
{"Action":"fail","Package":"a","Test":"TestBad"}
{"Action":"output","Package":"a","Output":"FAIL\ta\t0.1s\n"}
{"Action":"fail","Package":"a"}
{"ImportPath":"b","Action":"build-output","Output":"b.go:1: syntax error\n"}
{"Action":"output","Package":"b","Output":"FAIL\tb [build failed]\n"}
{"Action":"fail","Package":"b","FailedBuild":"b"}
{"Action":"run","Package":"c","Test":"TestHangs"}
{"Action":"output","Package":"c","Test":"TestHangs","Output":"panic: test timed out\n"}
{"Action":"output","Package":"c","Output":"FAIL\tc\t9s\n"}
{"Action":"fail","Package":"c"}
{"Action":"run","Package":"d","Test":"TestGood"}
{"Action":"output","Package":"d","Test":"TestGood","Output":"all is well\n"}
{"Action":"pass","Package":"d","Test":"TestGood"}
{"Action":"run","Package":"d","Test":"TestLater"}
{"Action":"skip","Package":"d","Test":"TestLater"}
{"Action":"output","Package":"d","Output":"PASS\n"}
{"Action":"output","Package":"d","Output":"ok  \td\t0.2s\n"}
{"Action":"pass","Package":"d"}
`

func TestGoRun(t *testing.T) {
	run := newGoRun()
	var printed strings.Builder
	if err := run.readAll(strings.NewReader(stream), &printed); err != nil {
		t.Fatal(err)
	}
	want := []outcome{
		{"a TestBad/one", failed}, {"a TestBad/two", passed}, {"c TestHangs", failed},
		{"d TestGood", passed}, {"d TestLater", skipped}, {"b", failed},
	}
	if got := run.outcomes(); !slices.Equal(got, want) {
		t.Errorf("outcomes %v, want %v", got, want)
	}
	wantText := "    a_test.go:7: wrong\nFAIL\ta\t0.1s\nb.go:1: syntax error\nFAIL\tb [build failed]\n" +
		"panic: test timed out\nFAIL\tc\t9s\nok  \td\t0.2s\n"
	if printed.String() != wantText {
		t.Errorf("printed\n%s\nwant\n%s", printed.String(), wantText)
	}
	if len(run.packages) != 4 {
		t.Errorf("package lines %q, want four", run.packages)
	}
}

func TestFollowFails(t *testing.T) {
	if err := follow(strings.NewReader(stream), &strings.Builder{}, t.TempDir()+"/go.json"); err == nil {
		t.Error("a run with failed packages ends well")
	}
}

func TestParseVitest(t *testing.T) {
	got, err := parseVitest([]byte(`{"testResults":[
		{"name":"broken.test.ts","status":"failed","assertionResults":[]},
		{"name":"a.test.ts","status":"failed","assertionResults":[
			{"fullName":"adds","status":"passed"},{"fullName":"divides","status":"failed"},{"fullName":"later","status":"todo"}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := []outcome{{"vitest broken.test.ts", failed}, {"vitest adds", passed}, {"vitest divides", failed}, {"vitest later", skipped}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestParsePlaywright(t *testing.T) {
	got, err := parsePlaywright([]byte(`{"errors":[{"message":"no file"}],"suites":[{"title":"a.spec.ts","suites":[{"title":"desk","specs":[
		{"title":"signs in","tests":[{"projectName":"zh","status":"expected"},{"projectName":"en","status":"unexpected"}]}]}]}]}`))
	if err != nil {
		t.Fatal(err)
	}
	want := []outcome{
		{"playwright no file", failed},
		{"playwright a.spec.ts desk signs in [zh]", passed},
		{"playwright a.spec.ts desk signs in [en]", failed},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestPrintClauses(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.MkdirAll(regulationFolder, 0o755); err != nil {
		t.Fatal(err)
	}
	source := "package regulation\n\nvar c = []string{\"2.1-l\", \"2.1-m\", \"1-a\", \"2.1\", \"see 2.2-a\"}\n"
	if err := os.WriteFile(regulationFolder+"/c2_1.go", []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	var printed strings.Builder
	printClauses(&printed, []outcome{
		{"x TestClause2_1_l/one", passed}, {"x TestClause2_1_l/two", failed},
		{"x TestClause2_1_m", passed}, {"x TestClause2_1_m_again", passed}, {"x TestClause2_1_n", skipped},
	})
	want := "1-a     ·  no test\n2.1-l   ✗  1 of 2 tests failed\n2.1-m   ✓  2 tests\n2.1-n   ·  no test\n1 of 4 obligations hold by test\n"
	if printed.String() != want {
		t.Errorf("printed\n%s\nwant\n%s", printed.String(), want)
	}
}
