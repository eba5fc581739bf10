package rules_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/gouji-lint/gouji/internal/ruletest"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// A safe fix removes its finding and brings no new one.
func TestSafeFixesRemoveTheirFinding(t *testing.T) {
	paths, err := filepath.Glob("../testdata/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			result, err := ruletest.Check(&txtar.Archive{Files: []txtar.File{f}})
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range result.Diagnostics {
				for _, fix := range d.Fixes {
					if fix.Safe {
						tried++
						testFix(t, path+" "+f.Name, result, d, fix)
					}
				}
			}
		}
	}
	if tried == 0 {
		t.Error("no case has a safe fix")
	}
}

// A page says what fix its rule has, and whether a person must confirm it.
func TestPagesTellOfFixes(t *testing.T) {
	safe, unsafe := map[string]bool{}, map[string]bool{}
	note := func(a *txtar.Archive) {
		result, err := ruletest.Check(a)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range result.Diagnostics {
			for _, f := range d.Fixes {
				if f.Safe {
					safe[d.Rule] = true
				} else {
					unsafe[d.Rule] = true
				}
			}
		}
	}
	paths, err := filepath.Glob("../testdata/*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if a, err := txtar.ParseFile(path); err == nil && !strings.HasPrefix(filepath.ToSlash(path), "../testdata/cli/") {
			note(a)
		}
	}
	for _, r := range rules.All() {
		_, fix, _ := strings.Cut(r.Page, "\n修正：")
		fix, _, _ = strings.Cut(fix, "\n\n")
		confirm := strings.Contains(fix, "--unsafe")
		if safe[r.Name] || unsafe[r.Name] {
			if fix == "" || confirm != unsafe[r.Name] || safe[r.Name] != strings.Contains(strings.ReplaceAll(fix, "`gouji fix --unsafe`", ""), "`gouji fix`") {
				t.Errorf("%s: safe fixes %t, to be confirmed %t; the page says %q", r.Name, safe[r.Name], unsafe[r.Name], fix)
			}
		} else if fix != "" {
			t.Errorf("%s: the page tells of a fix that no case has: %s", r.Name, fix)
		}
	}
}

func testFix(t *testing.T, where string, before *rules.Result, d rules.Diagnostic, fix rules.Fix) {
	after := check(apply(d.Span.File.Src, fix.Edits))
	if count(after, d) >= count(before, d) && !isPartial(after, d) && isSame(after, d) {
		t.Errorf("%s: %s/%s is still there after its fix:\n%s", where, d.Rule, d.Item, ruletest.List(after))
	}
	for _, found := range after.Diagnostics {
		if count(before, found) == 0 {
			t.Errorf("%s: the fix of %s/%s brings %s/%s", where, d.Rule, d.Item, found.Rule, found.Item)
		}
	}
}

// isSame reports whether the finding is still there, and not another one of
// its kind in the same place that was hidden behind it.
func isSame(r *rules.Result, d rules.Diagnostic) bool {
	return slices.ContainsFunc(r.Diagnostics, func(other rules.Diagnostic) bool { return other.Identity() == d.Identity() })
}

// isPartial reports whether the finding is still there for another place: a
// fix leaves alone what is not certain.
func isPartial(r *rules.Result, d rules.Diagnostic) bool {
	return !slices.ContainsFunc(r.Diagnostics, func(other rules.Diagnostic) bool {
		return other.Rule == d.Rule && other.Item == d.Item && other.Span.Start <= d.Span.Start
	})
}

func count(r *rules.Result, d rules.Diagnostic) (n int) {
	for _, other := range r.Diagnostics {
		if other.Rule == d.Rule && other.Item == d.Item {
			n++
		}
	}
	return n
}

func check(src string) *rules.Result {
	checker := rules.NewChecker(rules.All())
	form := profile.Standard().Bind(parser.Parse(report.NewFile("fixed.md", src)))
	return checker.Finish([]*rules.FileResult{checker.Report(form, nil)})
}

// apply makes the edits, which do not overlap.
func apply(src string, edits []rules.Edit) string {
	edits = slices.Clone(edits)
	slices.SortFunc(edits, func(a, b rules.Edit) int { return a.Span.Start - b.Span.Start })
	var b strings.Builder
	at := 0
	for _, e := range edits {
		b.WriteString(src[at:e.Span.Start])
		b.WriteString(e.New)
		at = e.Span.End
	}
	b.WriteString(src[at:])
	return b.String()
}
