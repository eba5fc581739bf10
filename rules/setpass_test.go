package rules

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/testdata"
)

// workspace is a few reports as files that may change between the first and
// the second reading.
type workspace struct {
	files   map[string]string
	names   []string
	checker *Checker
	results []*FileResult
}

// years returns a workspace with reports for 2024 and 2025 that do not carry
// on: the first says that four requests go on.
func years(t *testing.T) *workspace {
	w := &workspace{files: map[string]string{}, checker: NewChecker(setRules())}
	now := testdata.Form("disclosure-2021-small")
	before := strings.NewReplacer(
		"2025", "2024", "2026", "2025",
		"| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "| 一、本年新收政府信息公开申请数量 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |",
		"| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "| 四、结转下年度继续办理 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
		"| 行政规范性文件 | 0 | 0 | 0 |", "| 行政规范性文件 | 5 | 0 | 7 |",
	).Replace(now)
	w.add("2024.md", before)
	w.add("2025.md", strings.Replace(now, "| 行政规范性文件 | 0 | 0 | 0 |", "| 行政规范性文件 | 2 | 0 | 2 |", 1))
	return w
}

func (w *workspace) add(name, src string) {
	w.files[name], w.names = src, append(w.names, name)
}

// check runs the rules, with the levels for each file, after the texts of the
// first reading were let go.
func (w *workspace) check(levels map[string]Levels, read Reader) *Result {
	w.results = nil
	for _, name := range w.names {
		form := profile.Standard().Bind(parser.Parse(report.NewFile(name, w.files[name])))
		r := w.checker.Report(form, levels[name])
		r.File = report.NewFile(name, "")
		w.results = append(w.results, r)
	}
	w.checker.Set(w.results, nil, read, nil)
	return w.checker.Finish(w.results)
}

// reread reads a report as it is now.
func (w *workspace) reread(f *report.File) (*profile.Form, error) {
	src, ok := w.files[f.Name]
	if !ok {
		return nil, fmt.Errorf("%s: no such file", f.Name)
	}
	return profile.Standard().Bind(parser.Parse(report.NewFile(f.Name, src))), nil
}

// A finding has its place, the other year's and how it was worked out.
func TestSetFindings(t *testing.T) {
	w := years(t)
	result := w.check(nil, w.reread)
	if len(result.Diagnostics) != 2 || len(result.Skipped) != 0 {
		t.Fatalf("%d findings, skipped %v", len(result.Diagnostics), result.Skipped)
	}
	stock, carry := result.Diagnostics[0], result.Diagnostics[1]
	if stock.Severity != Warning || stock.Span.Text() != "2" || stock.Formula != "7 + 2 - 0 = 9 ≠ 2" ||
		stock.Hint.ZH != "2 与本年的「行政规范性文件」「本年制发件数」相同，可能填成了它" {
		t.Errorf("stock: %+v", stock)
	}
	if carry.Severity != Error || carry.Span.File.Name != "2025.md" || carry.Span.Text() != "0" || carry.Expected != "4" {
		t.Errorf("carry: %+v", carry)
	}
	for _, d := range result.Diagnostics {
		if len(d.Related) != 3 {
			t.Errorf("%s: %d related places", d.Rule, len(d.Related))
		}
		if d.Message.EN == "" || d.Label.ZH == "" || d.Help.ZH == "" || d.Basis == "" || d.Place.ZH == "" {
			t.Errorf("%s: something is not said: %+v", d.Rule, d)
		}
		for _, r := range d.Related {
			if r.Span.Text() != r.Value || !strings.HasSuffix(r.Message.ZH, r.Value) {
				t.Errorf("%s: %q stands at %q", d.Rule, r.Span.Text(), r.Message.ZH)
			}
		}
	}
	if other := carry.Related[0].Span; other.File.Name != "2024.md" || other.Text() != "4" {
		t.Errorf("carry is related to %q in %s", other.Text(), other.File.Name)
	}
}

// The sums of the two years tell which of them is wrong.
func TestCarryHint(t *testing.T) {
	for _, c := range []struct{ file, old, new, want string }{
		{"2024.md", "数量 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |", "数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "2024年报告的「结转下年度」「总计」改为 0 后，该列勾稽相平"},
		{"2025.md", "（七）总计 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "（七）总计 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |", "改为 4 后，本列勾稽相平"},
		{"2025.md", "2025", "2025", ""},
	} {
		w := years(t)
		w.files[c.file] = strings.Replace(w.files[c.file], c.old, c.new, 1)
		result := w.check(nil, w.reread)
		if d := result.Diagnostics[len(result.Diagnostics)-1]; d.Rule != "carry-mismatch" || d.Hint.ZH != c.want {
			t.Errorf("%s: %q", d.Rule, d.Hint.ZH)
		}
	}
}

// The severity is that of the file that the finding is in.
func TestSetLevels(t *testing.T) {
	w := years(t)
	quiet := Levels{"carry-mismatch": Info, "stock-mismatch": Off}
	if r := w.check(map[string]Levels{"2024.md": quiet}, w.reread); len(r.Diagnostics) != 2 || r.Diagnostics[1].Severity != Error {
		t.Errorf("levels of last year's report: %v", r.Diagnostics)
	}
	if r := w.check(map[string]Levels{"2025.md": quiet}, w.reread); len(r.Diagnostics) != 1 || r.Diagnostics[0].Severity != Info {
		t.Errorf("levels of this year's report: %v", r.Diagnostics)
	}
	all := Levels{}
	for _, r := range setRules() {
		all[r.Name] = Off
	}
	never := func(*report.File) (*profile.Form, error) {
		t.Error("a report is read again")
		return nil, errors.New("no")
	}
	if r := w.check(map[string]Levels{"2025.md": all}, never); len(r.Diagnostics)+len(r.Skipped) != 0 {
		t.Errorf("all off: %v, %v", r.Diagnostics, r.Skipped)
	}
}

// A report that changed or went away since cannot be quoted. Nothing is
// found in it, and that is said.
func TestSetChangedFile(t *testing.T) {
	for _, name := range []string{"2024.md", "2025.md"} {
		w := years(t)
		src := w.files[name]
		for state, change := range map[string]func(){
			"changed": func() { w.files[name] = src + "\n" },
			"empty":   func() { w.files[name] = "" },
			"gone":    func() { delete(w.files, name) },
		} {
			w.files[name] = src
			result := w.check(nil, func(f *report.File) (*profile.Form, error) { change(); return w.reread(f) })
			if len(result.Diagnostics) != 0 || len(result.Skipped) != 2 {
				t.Errorf("%s %s: %d findings, %d skipped", name, state, len(result.Diagnostics), len(result.Skipped))
				continue
			}
			if s := result.Skipped[0]; s.File.Name != "2025.md" || !strings.Contains(s.Reason.ZH, "改动") || s.Reason.EN == "" {
				t.Errorf("%s %s: %+v", name, state, s)
			}
		}
	}
}

// A comment that allows a finding of these rules is used even when the text
// was read twice; one that may be of use with other reports is not judged.
func TestSetSuppression(t *testing.T) {
	const comment = "<!-- gouji-disable carry-mismatch: 与体育局合并 -->\n\n## 二、"
	w := years(t)
	w.checker = NewChecker(All())
	w.files["2025.md"] = strings.Replace(w.files["2025.md"], "## 二、", comment, 1)
	if r := w.check(nil, w.reread); r.Suppressed != 1 || len(r.Diagnostics) != 1 {
		t.Errorf("suppressed %d, found %v", r.Suppressed, r.Diagnostics)
	}
	w.names = w.names[1:]
	if r := w.check(nil, w.reread); len(r.Diagnostics) != 0 {
		t.Errorf("alone: %v", r.Diagnostics)
	}
	w = years(t)
	w.checker = NewChecker(All())
	w.files["2024.md"] = strings.Replace(w.files["2024.md"], "## 二、", comment, 1)
	if r := w.check(nil, w.reread); len(r.Diagnostics) != 3 || r.Diagnostics[0].Rule != "suppression-unused" {
		t.Errorf("a comment of no use: %v", r.Diagnostics)
	}
}

// Reports come in any order; what is found does not depend on it.
func TestSetOrder(t *testing.T) {
	w := years(t)
	first := w.check(nil, w.reread)
	w.names[0], w.names[1] = w.names[1], w.names[0]
	second := w.check(nil, w.reread)
	if len(first.Diagnostics) != len(second.Diagnostics) {
		t.Fatalf("%d findings, then %d", len(first.Diagnostics), len(second.Diagnostics))
	}
	for i := range first.Diagnostics {
		if a, b := first.Diagnostics[i], second.Diagnostics[i]; a.Message != b.Message || a.Span.Start != b.Span.Start {
			t.Errorf("%v, then %v", a.Message, b.Message)
		}
	}
}
