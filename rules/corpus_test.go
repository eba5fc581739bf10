package rules_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// TestCorpusYears compares the published figures of three organs over seven
// years, below the folder that GOUJI_CORPUS names, in each shape of table.
// What was carried over always goes on; stocks do not in these places, as a
// separate program found: what follows from last year, and what is printed.
func TestCorpusYears(t *testing.T) {
	root := os.Getenv("GOUJI_CORPUS")
	if root == "" {
		t.Skip("GOUJI_CORPUS is not set")
	}
	want := []string{
		"平潭经济发展局/2020.md stock/normative 16 10",
		"平潭经济发展局/2020.md licensing/licences 17 0",
		"平潭经济发展局/2022.md stock/normative 10 5",
		"平潭经济发展局/2023.md stock/normative 11 6",
		"平潭经济发展局/2024.md stock/normative 6 0",
		"平潭综合实验区/2020.md stock/rules 0 7",
		"平潭综合实验区/2023.md stock/normative 643 470",
		"平潭综合实验区/2024.md stock/normative 499 440",
		"平潭综合实验区/2025.md stock/normative 453 546",
		"平潭财政金融局/2020.md licensing/licences 3 0",
		"平潭财政金融局/2020.md sanctions/penalties 35 0",
		"平潭财政金融局/2022.md stock/normative 11 8",
		"平潭财政金融局/2024.md stock/normative 6 1",
	}
	shapes, err := filepath.Glob(filepath.Join(root, "figures", "*"))
	if err != nil || len(shapes) == 0 {
		t.Fatalf("no shapes below %s: %v", root, err)
	}
	for _, shape := range shapes {
		t.Run(filepath.Base(shape), func(t *testing.T) {
			var got []string
			for _, d := range compareYears(t, shape).Diagnostics {
				if d.Rule != "text-copied" { // the prose of these reports is not theirs
					got = append(got, fmt.Sprintf("%s %s %s %s", d.Span.File.Name, d.Item, d.Expected, d.Actual))
				}
				if d.Rule != "text-copied" && d.Rule != "stock-mismatch" {
					t.Errorf("%s: %s", d.Span.File.Name, d.Message.ZH)
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
}

// compareYears runs the rules that compare reports over the reports in a folder.
func compareYears(t *testing.T, dir string) *rules.Result {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*.md"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no reports in %s: %v", dir, err)
	}
	checker := rules.NewChecker(slices.DeleteFunc(rules.All(), func(r *rules.Rule) bool { return !r.Compares() }))
	read := func(f *report.File) (*profile.Form, error) {
		src, err := os.ReadFile(filepath.Join(dir, f.Name))
		return profile.Standard().Bind(parser.Parse(report.NewFile(f.Name, string(src)))), err
	}
	var results []*rules.FileResult
	for _, path := range paths {
		name, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		form, err := read(report.NewFile(filepath.ToSlash(name), ""))
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, checker.Report(form, nil))
	}
	checker.Set(results, nil, read, nil)
	return checker.Finish(results)
}
