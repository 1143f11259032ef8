// Command report turns what the test tools wrote into what people read.
//
//	go test -json ./... | report go FILE   plain go test output; the stream is kept in FILE
//	report clauses FOLDER                  obligations of the regulation with the tests that name them
//	report total FOLDER                    Go results by package, then "N passed, N failed"
//
// FOLDER holds go.json, vitest.json and playwright.json, as far as they ran.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// outcome is one test that ran: a Go test without subtests, one vitest test,
// one Playwright walk in one project.
type outcome struct {
	name   string
	result result
}

type result int

const (
	passed result = iota
	failed
	skipped
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf("usage: report go FILE | clauses FOLDER | total FOLDER")
	}
	switch args[0] {
	case "go":
		return follow(os.Stdin, os.Stdout, args[1])
	case "clauses":
		outcomes, _, err := read(args[1])
		if err != nil {
			return err
		}
		printClauses(os.Stdout, outcomes)
		return nil
	case "total":
		outcomes, packages, err := read(args[1])
		if err != nil {
			return err
		}
		return printTotal(os.Stdout, outcomes, packages)
	}
	return fmt.Errorf("unknown report %q", args[0])
}

// read collects the outcomes of all tools that wrote into folder, and the
// result lines of the Go packages. A tool that did not run is not an error
// here: the step that should have run it has failed by itself.
func read(folder string) (outcomes []outcome, packages []string, err error) {
	for name, parse := range map[string]func([]byte) ([]outcome, error){
		"vitest.json":     parseVitest,
		"playwright.json": parsePlaywright,
	} {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if os.IsNotExist(err) {
			continue
		}
		if err != nil {
			return nil, nil, err
		}
		found, err := parse(text)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", name, err)
		}
		outcomes = append(outcomes, found...)
	}
	stream, err := os.Open(filepath.Join(folder, "go.json"))
	if os.IsNotExist(err) {
		return outcomes, nil, nil
	}
	if err != nil {
		return nil, nil, err
	}
	defer stream.Close()
	run := newGoRun()
	if err := run.readAll(stream, nil); err != nil {
		return nil, nil, err
	}
	return append(outcomes, run.outcomes()...), run.packages, nil
}

func printTotal(w *os.File, outcomes []outcome, packages []string) error {
	for _, line := range packages {
		fmt.Fprint(w, line)
	}
	var count [3]int
	for _, o := range outcomes {
		count[o.result]++
		switch o.result {
		case failed:
			fmt.Fprintln(w, "failed: ", o.name)
		case skipped:
			fmt.Fprintln(w, "skipped:", o.name)
		}
	}
	fmt.Fprintf(w, "%d passed, %d failed\n", count[passed], count[failed])
	if count[failed] > 0 {
		return fmt.Errorf("%d tests failed", count[failed])
	}
	if count[passed] == 0 {
		return fmt.Errorf("no test ran")
	}
	return nil
}
