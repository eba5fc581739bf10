package workspace_test

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

// mentions finds the word 错 in every cell, and skips reports without it.
var mentions = rules.Rule{
	Name:     "mentions",
	Severity: rules.Error,
	Check: func(p *rules.Pass) {
		found := 0
		for _, table := range p.Report.Tables {
			for _, row := range table.Rows {
				for _, c := range row.Cells {
					if strings.HasPrefix(c.Text, "错") {
						p.Flag(rules.Diagnostic{Span: c.Span, Message: rules.Message{ZH: c.Text, EN: c.Text}})
						found++
					}
				}
			}
		}
		if found == 0 {
			p.Skip(rules.Message{ZH: "没有错", EN: "none"})
		}
	},
}

func newRun(jobs int, list ...*rules.Rule) *workspace.Run {
	return &workspace.Run{Rules: list, Library: profile.Standard(), Least: rules.Warning, Jobs: jobs}
}

// reports writes n reports; each names its number in one cell, every third
// report has no such cell, and every fifth file is no report.
func reports(t *testing.T, n int) []workspace.File {
	t.Helper()
	dir := t.TempDir()
	for i := range n {
		text := testdata.Form("disclosure-2021")
		if i%3 != 0 {
			text = strings.Replace(text, "| 13 |", fmt.Sprintf("| 错%d |", i), 1)
		}
		if i%5 == 4 {
			text = "# 说明\n\n这不是报告。\n"
		}
		write(t, filepath.Join(dir, fmt.Sprintf("%03d.md", i)), text)
	}
	files, err := workspace.Find(dir, []string{"."})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func list(o *workspace.Outcome) (lines []string) {
	for _, d := range o.Diagnostics {
		lines = append(lines, fmt.Sprint(d.Span.File.Name, d.Span.Position(), d.Span.Text(), d.Message.ZH))
	}
	for _, s := range o.Skipped {
		lines = append(lines, s.File.Name+" "+s.Reason.ZH)
	}
	for _, f := range o.Passed {
		lines = append(lines, f.Name+" passed over")
	}
	return lines
}

// However many workers there are, and whatever a worker read before, the
// outcome is what one reading of each file alone gives.
func TestCheckIsStable(t *testing.T) {
	files := reports(t, 60)
	var alone []string
	for i := range files {
		o, err := newRun(1, &mentions).Check(files[i : i+1])
		if err != nil {
			t.Fatal(err)
		}
		alone = append(alone, list(o)...)
	}
	for _, jobs := range []int{1, 2, 7, 100} {
		o, err := newRun(jobs, &mentions).Check(files)
		if err != nil {
			t.Fatal(err)
		}
		if o.Reports != 48 || o.PassedOver != 12 || len(o.Passed) != 12 {
			t.Errorf("%d jobs: %d reports, %d passed over", jobs, o.Reports, o.PassedOver)
		}
		if diff := cmp.Diff(sorted(alone), sorted(list(o))); diff != "" {
			t.Errorf("%d jobs: %s", jobs, diff)
		}
		for i := 1; i < len(o.Diagnostics); i++ {
			if o.Diagnostics[i-1].Span.File.Name > o.Diagnostics[i].Span.File.Name {
				t.Errorf("%d jobs: findings are not in the order of files", jobs)
			}
		}
	}
}

func sorted(lines []string) map[string]int {
	count := map[string]int{}
	for _, l := range lines {
		count[l]++
	}
	return count
}

// The text of a report that nothing quotes is let go.
func TestCheckForgetsCleanReports(t *testing.T) {
	o, err := newRun(1, &mentions).Check(reports(t, 6))
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Skipped) != 2 || len(o.Diagnostics) != 3 {
		t.Fatalf("%d skipped, %d found", len(o.Skipped), len(o.Diagnostics))
	}
	for _, s := range o.Skipped {
		if s.File.Src != "" {
			t.Errorf("%s is still held", s.File.Name)
		}
	}
	run := newRun(1, &mentions)
	run.Levels = rules.Levels{"mentions": rules.Info}
	o, err = run.Check(reports(t, 6))
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Diagnostics) != 0 {
		t.Errorf("findings milder than asked for are kept: %v", list(o))
	}
}

// What cannot be read as a report is one all the same, when it looks like one
// as far as it can be read, or when nobody can tell.
func TestCheckUnreadText(t *testing.T) {
	long := strings.Repeat("再说一遍。\n\n", 100_000)
	for _, c := range []struct {
		name, text string
		reports    int
	}{
		{"too-large report", testdata.Form("disclosure-2021") + long, 1},
		{"too-large other", "# 说明\n\n" + long, 0},
		{"no text", "\xff\xfe\x00\x01\x80\x81", 1},
		{"empty", "", 0},
		{"other", "# 说明\n", 0},
	} {
		o, err := checkText(c.name, c.text)
		if err != nil {
			t.Fatal(err)
		}
		if o.Reports != c.reports || o.PassedOver != 1-c.reports {
			t.Errorf("%s: %d reports, %d passed over", c.name, o.Reports, o.PassedOver)
		}
	}
}

// checkText checks a text that is in no file.
func checkText(name, text string) (*workspace.Outcome, error) {
	run, f := newRun(1, &mentions), workspace.Named("/nowhere", name)
	run.Texts = map[string]string{f.Path: text}
	return run.Check([]workspace.File{f})
}

func TestReadText(t *testing.T) {
	text, err := workspace.ReadText(iotest.OneByteReader(strings.NewReader("甲乙")))
	if err != nil || text != "甲乙" {
		t.Errorf("got %q, %v", text, err)
	}
	broken := errors.New("broken")
	if _, err := workspace.ReadText(io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))); !errors.Is(err, broken) {
		t.Errorf("a broken stream gives %v", err)
	}
}

// A fault of gouji names the file, the rule and the place in the source.
func TestCheckCrash(t *testing.T) {
	fault := rules.Rule{
		Name:     "fault",
		Severity: rules.Error,
		Check: func(p *rules.Pass) {
			if strings.HasSuffix(p.Report.File.Name, "007.md") {
				var none *rules.Diagnostic
				none.Rule = "nil"
			}
		},
	}
	_, err := newRun(3, &mentions, &fault).Check(reports(t, 12))
	var crash *workspace.Crash
	if !errors.As(err, &crash) {
		t.Fatalf("got %v", err)
	}
	if crash.File != "007.md" || crash.Rule != "fault" || !strings.HasPrefix(crash.Where, "check_test.go:") ||
		!strings.Contains(fmt.Sprint(crash.Value), "nil pointer") {
		t.Errorf("got %+v", crash)
	}
}

// Where no rule compares reports, findings are told part by part, in the order
// of files, and are those of a run that tells them at the end.
func TestCheckInParts(t *testing.T) {
	run, files := newRun(3, &mentions), []workspace.File(nil)
	run.Texts = map[string]string{}
	for i := range 2500 {
		f := workspace.Named("/nowhere", fmt.Sprintf("%04d.md", i))
		files, run.Texts[f.Path] = append(files, f), "# 说明\n"
		if i%400 == 0 {
			run.Texts[f.Path] = strings.Replace(testdata.Form("disclosure-2021"), "| 13 |", "| 错 |", 1)
		}
	}
	whole, err := run.Check(files)
	if err != nil {
		t.Fatal(err)
	}
	parts, sum := 0, &workspace.Outcome{Result: &rules.Result{}}
	err = run.CheckInParts(files, func(o *workspace.Outcome) error {
		parts++
		sum.Result.Add(o.Result)
		sum.Passed = append(sum.Passed, o.Passed...)
		return nil
	})
	if err != nil || parts != 3 {
		t.Errorf("%d parts, %v", parts, err)
	}
	if diff := cmp.Diff(list(whole), list(sum)); diff != "" || len(whole.Diagnostics) != 7 || sum.Reports != whole.Reports || sum.PassedOver != whole.PassedOver {
		t.Errorf("%d findings, %d of %d reports, %s", len(whole.Diagnostics), sum.Reports, whole.Reports, diff)
	}
	delete(run.Texts, files[1500].Path)
	told := 0
	err = run.CheckInParts(files, func(o *workspace.Outcome) error { told += o.Reports + o.PassedOver; return nil })
	var unread *workspace.ReadError
	if !errors.As(err, &unread) || unread.After != told || told == 0 || unread.First.Path != "1500.md" {
		t.Errorf("a file that is gone: told of %d, %v", told, err)
	}
}
