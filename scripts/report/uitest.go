package main

import "encoding/json"

// parseVitest reads the file of vitest's JSON reporter.
func parseVitest(text []byte) ([]outcome, error) {
	var report struct {
		TestResults []struct {
			Name             string
			Status           string
			AssertionResults []struct{ FullName, Status string }
		}
	}
	if err := json.Unmarshal(text, &report); err != nil {
		return nil, err
	}
	verdicts := map[string]result{"passed": passed, "failed": failed}
	var found []outcome
	for _, file := range report.TestResults {
		if file.Status == "failed" && len(file.AssertionResults) == 0 {
			found = append(found, outcome{"vitest " + file.Name, failed}) // it could not even be loaded
		}
		for _, test := range file.AssertionResults {
			verdict, known := verdicts[test.Status]
			if !known {
				verdict = skipped
			}
			found = append(found, outcome{"vitest " + test.FullName, verdict})
		}
	}
	return found, nil
}

type playwrightSuite struct {
	Title string
	Specs []struct {
		Title string
		Tests []struct{ ProjectName, Status string }
	}
	Suites []playwrightSuite
}

// parsePlaywright reads the file of Playwright's JSON reporter. An error
// outside the tests, such as a file that does not load, counts as a failure.
func parsePlaywright(text []byte) ([]outcome, error) {
	var report struct {
		Suites []playwrightSuite
		Errors []struct{ Message string }
	}
	if err := json.Unmarshal(text, &report); err != nil {
		return nil, err
	}
	var found []outcome
	for _, e := range report.Errors {
		found = append(found, outcome{"playwright " + e.Message, failed})
	}
	for _, suite := range report.Suites {
		found = append(found, suite.outcomes("playwright")...)
	}
	return found, nil
}

func (s playwrightSuite) outcomes(path string) []outcome {
	path += " " + s.Title
	verdicts := map[string]result{"expected": passed, "flaky": passed, "skipped": skipped}
	var found []outcome
	for _, spec := range s.Specs {
		for _, test := range spec.Tests {
			verdict, known := verdicts[test.Status]
			if !known {
				verdict = failed
			}
			found = append(found, outcome{path + " " + spec.Title + " [" + test.ProjectName + "]", verdict})
		}
	}
	for _, inner := range s.Suites {
		found = append(found, inner.outcomes(path)...)
	}
	return found
}
