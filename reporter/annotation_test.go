package reporter

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// alone returns n findings that no annotation puts together, five to a file.
func alone(n int, s rules.Severity) (list []rules.Diagnostic) {
	for i := range n {
		f := report.NewFile(fmt.Sprintf("%d.md", i/5), "一\n二\n三\n四\n五\n")
		text, start := f.Line(i%5 + 1)
		list = append(list, rules.Diagnostic{Rule: "x", Severity: s, Span: f.Span(start, start+len(text)), Message: both(fmt.Sprintf("第 %d 个", i), "")})
	}
	return list
}

// annotations returns the workflow commands that stand before the log.
func annotations(t *testing.T, r *rules.Result, o Options) []string {
	t.Helper()
	before, _, found := strings.Cut(render(t, GitHub, r, o), "::group::")
	if !found {
		t.Fatal("there is no log")
	}
	return strings.Split(strings.TrimSuffix(before, "\n"), "\n")
}

// TestAnnotationLimit holds that GitHub drops nothing: of each type there are
// ten at most, and the last of more says how many are left and where.
func TestAnnotationLimit(t *testing.T) {
	for _, c := range []struct{ findings, written int }{{1, 1}, {9, 9}, {10, 10}, {11, 10}, {500, 10}} {
		r := one(append(alone(c.findings, rules.Warning), alone(c.findings, rules.Error)...)...)
		lines := annotations(t, r, Options{})
		if len(lines) != 2*c.written {
			t.Fatalf("%d annotations for %d findings of each type", len(lines), c.findings)
		}
		for i, line := range lines {
			if want := []string{"::error ", "::warning "}[i/c.written]; !strings.HasPrefix(line, want) {
				t.Errorf("annotation %d is no %s: %s", i, want, line)
			}
		}
		if c.findings <= mostAnnotations {
			continue
		}
		properties, message := parseCommand(lines[mostAnnotations-1])
		left := c.findings - mostAnnotations + 1
		if want := fmt.Sprintf("另有 %d 个错误没有批注", left); properties["title"] != want || properties["file"] != "" {
			t.Errorf("the last says %v, not %q", properties, want)
		}
		if c.findings == 11 && message != "1.md：1\n2.md：1\n全部列在本步骤的日志里" {
			t.Errorf("the last says %q", message)
		}
		if n := len(utf16.Encode([]rune(message))); n > longestMessage {
			t.Errorf("the last has %d units", n)
		}
	}
}

// TestAnnotationsTogether holds that findings of one rule in one table make
// one annotation, and others do not.
func TestAnnotationsTogether(t *testing.T) {
	f := doc("2023.md", 1, "| 1 | 2 |\n|---|---|\n| 3 | 4 |\n")
	other := doc("2022.md", 1, f.Src)
	find := func(f *report.File, rule, table string, s rules.Severity, n int) rules.Diagnostic {
		return rules.Diagnostic{Rule: rule, Severity: s, Span: cell(f, 3, n), Ref: profile.Ref{Table: table}, Message: both(fmt.Sprint("格", n), fmt.Sprint("cell ", n)), Formula: "1 + 1 = 2"}
	}
	r := one(find(f, "sum-mismatch", "a", rules.Error, 1), find(f, "sum-mismatch", "a", rules.Error, 2),
		find(f, "sum-mismatch", "b", rules.Error, 1), find(f, "cell-blank", "a", rules.Error, 1),
		find(f, "sum-mismatch", "a", rules.Warning, 1), find(other, "sum-mismatch", "a", rules.Error, 1),
		find(f, "x", "", rules.Error, 1), find(f, "x", "", rules.Error, 2))
	lines := annotations(t, r, Options{Lang: "en"})
	if len(lines) != 7 {
		t.Fatalf("%d annotations:\n%s", len(lines), strings.Join(lines, "\n"))
	}
	properties, message := parseCommand(lines[0])
	if !strings.HasPrefix(properties["title"], "sum-mismatch ") || !strings.HasSuffix(properties["title"], " (2)") {
		t.Errorf("the title is %q", properties["title"])
	}
	if want := "line 3: cell 1 (1 + 1 = 2)\nline 3: cell 2 (1 + 1 = 2)\nmore: gouji explain sum-mismatch"; message != want {
		t.Errorf("the message is %q", message)
	}
}

// TestBundleLimit holds that a long list of cells ends with how many are left
// out, within what GitHub keeps.
func TestBundleLimit(t *testing.T) {
	list := thousand("\n").Diagnostics
	for i := range list {
		list[i].Message = both(strings.Repeat("\U00020000", i%50), "")
	}
	lines := annotations(t, one(list...), Options{})
	if len(lines) != 1 {
		t.Fatalf("%d annotations", len(lines))
	}
	_, message := parseCommand(lines[0])
	n := len(utf16.Encode([]rune(message)))
	if n > longestMessage || n < longestMessage-200 {
		t.Errorf("the message has %d units", n)
	}
	listed := strings.Count(message, "\n") - 1
	if want := fmt.Sprintf("\n另有 %d 行未列出\n详情：gouji explain sum-mismatch", 1000-listed); !strings.HasSuffix(message, want) {
		t.Errorf("the message ends with %q", message[len(message)-100:])
	}
}

// TestSummary holds that the page of the step lists what annotations do not,
// and that the tenth annotation says where to look.
func TestSummary(t *testing.T) {
	var page strings.Builder
	r := one(alone(30, rules.Error)...)
	lines := annotations(t, r, Options{Summary: &page, Prefix: "城市/"})
	if _, message := parseCommand(lines[9]); !strings.Contains(message, "摘要") || !strings.Contains(message, "城市/1.md：1\n") {
		t.Errorf("the tenth annotation says %q", message)
	}
	for i := range 30 {
		if !strings.Contains(page.String(), fmt.Sprintf("| 第 %d 个 |", i)) {
			t.Errorf("finding %d is not on the page", i)
		}
	}
	if strings.Contains(render(t, GitHub, r, Options{}), "###") {
		t.Error("without a page the summary goes to the log")
	}
	broken := errors.New("full")
	if err := GitHub(&strings.Builder{}, r, Options{Summary: failing{broken}}); !errors.Is(err, broken) {
		t.Errorf("a page that cannot be written gives %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

// TestPrefix holds that forges get paths from the root of the repository, and
// people those that they can open.
func TestPrefix(t *testing.T) {
	r := located()
	o := Options{Prefix: "公开/2023", Lang: "zh-CN"}
	encoded := "%E5%85%AC%E5%BC%80/2023/reports/%E6%95%99%E8%82%B2%E5%B1%80/2023.md"
	for _, f := range Formats() {
		out := render(t, f.Write, r, o)
		forge := strings.Contains(out, "公开/2023/reports/教育局/2023.md") || strings.Contains(out, encoded)
		if people := f.Name == "text" || f.Name == "concise" || f.Name == "json" || f.Name == "html"; forge == people {
			t.Errorf("%s: path from the root: %v", f.Name, forge)
		}
	}
	for _, c := range [][3]string{
		{"", "a.md", "a.md"}, {"x", "a.md", "x/a.md"}, {"x/", "b/a.md", "x/b/a.md"}, {"x/y", "../a.md", "x/a.md"},
		{"x", "/srv/a.md", "/srv/a.md"}, {"x", "C:/a.md", "C:/a.md"},
	} {
		if got := (Options{Prefix: c[0]}).path(c[1]); got != c[2] {
			t.Errorf("%s below %q is %s, not %s", c[1], c[0], got, c[2])
		}
	}
}
