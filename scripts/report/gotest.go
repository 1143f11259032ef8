package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// event is one line of `go test -json`.
type event struct {
	Action      string
	Package     string
	ImportPath  string // of a build that failed
	Test        string
	Output      string
	FailedBuild string
}

// goRun is a test run as far as it has been read.
type goRun struct {
	tests    map[testKey]string   // the last action: run, pass, fail, skip
	order    []testKey            // in which tests began
	output   map[testKey][]string // of tests that have not passed
	tail     map[string][]string  // what a package printed outside its tests
	fails    map[string]bool      // packages that failed
	packages []string             // "ok …", "FAIL …", "? …" lines in order
}

type testKey struct{ pkg, test string }

func newGoRun() *goRun {
	return &goRun{
		tests:  map[testKey]string{},
		output: map[testKey][]string{},
		tail:   map[string][]string{},
		fails:  map[string]bool{},
	}
}

// follow copies the stream to file and prints it as plain `go test` does: a
// line for each package, and the output of tests that failed.
func follow(stream io.Reader, w io.Writer, file string) error {
	kept, err := os.Create(file)
	if err != nil {
		return err
	}
	defer kept.Close()
	run := newGoRun()
	if err := run.readAll(io.TeeReader(stream, kept), w); err != nil {
		return err
	}
	if n := len(run.fails); n > 0 {
		return fmt.Errorf("%d packages failed", n)
	}
	return kept.Close()
}

// readAll reads events to the end; with w it prints while it reads.
func (r *goRun) readAll(stream io.Reader, w io.Writer) error {
	lines := bufio.NewReader(stream)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			var e event
			if json.Unmarshal(line, &e) != nil {
				e = event{Action: "build-output", Output: string(line)} // the go command itself speaking
			}
			r.take(e, w)
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func (r *goRun) take(e event, w io.Writer) {
	key := testKey{e.Package, e.Test}
	switch e.Action {
	case "build-output":
		show(w, e.Output)
	case "output":
		if e.Test != "" {
			r.output[key] = append(r.output[key], e.Output)
			return
		}
		r.tail[e.Package] = append(r.tail[e.Package], e.Output)
	case "run":
		r.order = append(r.order, key)
		r.tests[key] = e.Action
	case "pass", "fail", "skip":
		if e.Test == "" {
			r.endPackage(e, w)
			return
		}
		r.tests[key] = e.Action
		if e.Action == "pass" {
			delete(r.output, key)
		}
	}
}

// endPackage prints a package as `go test` without -v does.
func (r *goRun) endPackage(e event, w io.Writer) {
	if e.Action == "fail" {
		r.fails[e.Package] = true
		for _, key := range r.order {
			if key.pkg == e.Package && r.tests[key] != "pass" && r.tests[key] != "skip" {
				r.showTest(key, w)
			}
		}
	}
	for _, line := range r.tail[e.Package] {
		if line == "PASS\n" {
			continue
		}
		show(w, line)
		for _, start := range []string{"ok  \t", "FAIL\t", "?   \t"} {
			if strings.HasPrefix(line, start) {
				r.packages = append(r.packages, line)
			}
		}
	}
}

func (r *goRun) showTest(key testKey, w io.Writer) {
	for _, line := range r.output[key] {
		if !strings.HasPrefix(strings.TrimSpace(line), "=== ") {
			show(w, line)
		}
	}
}

func show(w io.Writer, text string) {
	if w != nil {
		_, _ = io.WriteString(w, text)
	}
}

// outcomes lists the tests that have no subtests, and each package which
// failed although none of its tests did: it did not build, panicked or hung.
func (r *goRun) outcomes() []outcome {
	parents := map[testKey]bool{}
	blamed := map[string]bool{}
	for _, key := range r.order {
		for i, c := range key.test {
			if c == '/' {
				parents[testKey{key.pkg, key.test[:i]}] = true
			}
		}
	}
	var found []outcome
	for _, key := range r.order {
		verdict := failed // also of a test that began and never ended
		switch r.tests[key] {
		case "pass":
			verdict = passed
		case "skip":
			verdict = skipped
		}
		if parents[key] && verdict != failed {
			continue
		}
		if parents[key] && r.childFailed(key) {
			continue
		}
		blamed[key.pkg] = blamed[key.pkg] || verdict == failed
		found = append(found, outcome{key.pkg + " " + key.test, verdict})
	}
	for _, pkg := range sorted(r.fails) {
		if !blamed[pkg] {
			found = append(found, outcome{pkg, failed})
		}
	}
	return found
}

func (r *goRun) childFailed(parent testKey) bool {
	return slices.ContainsFunc(r.order, func(key testKey) bool {
		state := r.tests[key]
		return key.pkg == parent.pkg && strings.HasPrefix(key.test, parent.test+"/") && state != "pass" && state != "skip"
	})
}

func sorted(set map[string]bool) []string {
	var keys []string
	for key := range set {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
