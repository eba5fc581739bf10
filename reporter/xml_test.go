package reporter

import (
	"encoding/xml"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

type junitSuites struct {
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string `xml:"name,attr"`
	Tests    int    `xml:"tests,attr"`
	Failures int    `xml:"failures,attr"`
	Skipped  int    `xml:"skipped,attr"`
	Cases    []struct {
		Name    string `xml:"name,attr"`
		Class   string `xml:"classname,attr"`
		Failure *struct {
			Type    string `xml:"type,attr"`
			Message string `xml:"message,attr"`
			Text    string `xml:",chardata"`
		} `xml:"failure"`
		Skipped *struct {
			Message string `xml:"message,attr"`
		} `xml:"skipped"`
	} `xml:"testcase"`
}

// TestJUnit holds that the counts are those of what is there, that no two
// tests of a suite have one name, and that a clean file is a test that passed.
func TestJUnit(t *testing.T) {
	for _, g := range goldens() {
		var all junitSuites
		if err := xml.Unmarshal([]byte(render(t, JUnit, g.result, Options{})), &all); err != nil {
			t.Fatal(g.name, err)
		}
		tests, failures, skipped := 0, 0, 0
		for _, s := range all.Suites {
			seen := map[string]bool{}
			failed, left := 0, 0
			for _, c := range s.Cases {
				if seen[c.Name] || c.Name == "" || c.Class == "" {
					t.Errorf("%s: two tests are called %q", g.name, c.Name)
				}
				seen[c.Name] = true
				if c.Failure != nil {
					failed++
					if c.Failure.Message == "" || !strings.Contains(c.Failure.Text, c.Failure.Message) {
						t.Errorf("%s: %q says %q", g.name, c.Failure.Message, c.Failure.Text)
					}
				}
				if c.Skipped != nil {
					left++
				}
			}
			if s.Tests != len(s.Cases) || s.Failures != failed || s.Skipped != left || s.Tests == 0 {
				t.Errorf("%s: suite %s miscounts", g.name, s.Name)
			}
			tests, failures, skipped = tests+s.Tests, failures+s.Failures, skipped+s.Skipped
		}
		if all.Tests != tests || all.Failures != failures || all.Skipped != skipped || failures != len(g.result.Diagnostics) || skipped != len(g.result.Skipped) {
			t.Errorf("%s: %d tests, %d failures, %d skipped", g.name, all.Tests, all.Failures, all.Skipped)
		}
	}
	var all junitSuites
	clean := &rules.Result{Reports: 1, Files: []rules.FileSummary{{File: report.NewFile("2023.md", "")}}}
	if err := xml.Unmarshal([]byte(render(t, JUnit, clean, Options{})), &all); err != nil || all.Tests != 1 || all.Failures != 0 || all.Suites[0].Cases[0].Class != "2023" {
		t.Errorf("a clean report is %+v, %v", all, err)
	}
}

// TestCheckstyle holds that every finding is there once, with its text.
func TestCheckstyle(t *testing.T) {
	for _, g := range goldens() {
		var all struct {
			Files []struct {
				Name   string `xml:"name,attr"`
				Errors []struct {
					Line, Column int    `xml:",attr"`
					Severity     string `xml:"severity,attr"`
					Message      string `xml:"message,attr"`
					Source       string `xml:"source,attr"`
				} `xml:"error"`
			} `xml:"file"`
		}
		if err := xml.Unmarshal([]byte(render(t, Checkstyle, g.result, Options{})), &all); err != nil {
			t.Fatal(g.name, err)
		}
		n := 0
		for _, f := range all.Files {
			for _, e := range f.Errors {
				n++
				if e.Message == "" || !strings.HasPrefix(e.Source, "gouji.") || !strings.Contains("error warning info", e.Severity) {
					t.Errorf("%s: %+v", g.name, e)
				}
			}
		}
		if n != len(g.result.Diagnostics) {
			t.Errorf("%s: %d of %d findings", g.name, n, len(g.result.Diagnostics))
		}
	}
}
