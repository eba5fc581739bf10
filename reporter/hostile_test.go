package reporter

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// hidden returns the first character of output that a terminal would obey
// or not show.
func hidden(out string) (rune, bool) {
	for _, r := range out {
		if r != '\n' && r != '\t' && r != zeroWidthJoiner && !unicode.IsPrint(r) && !unicode.Is(unicode.Zs, r) {
			return r, true
		}
	}
	return 0, false
}

// TestNothingRaw holds that no format lets through what a terminal obeys,
// nor bytes that are no UTF-8.
func TestNothingRaw(t *testing.T) {
	for _, f := range Formats() {
		for _, layout := range []Layout{Full, List} {
			out := render(t, f.Write, hostile(), Options{Layout: layout})
			if r, found := hidden(out); found {
				t.Errorf("%s lets through %U", f.Name, r)
			}
			if strings.ToValidUTF8(out, "") != out {
				t.Errorf("%s lets through bytes that are no UTF-8", f.Name)
			}
		}
	}
}

// TestJSONKeepsHidden holds that the escapes of JSON lose nothing.
func TestJSONKeepsHidden(t *testing.T) {
	r := hostile()
	first := decode(t, render(t, JSON, r, Options{})).(map[string]any)["diagnostics"].([]any)[0].(map[string]any)
	if got, want := first["message"], r.Diagnostics[0].Message.ZH; got != want {
		t.Errorf("the message is %q, was %q", got, want)
	}
	if got, want := first["file"], r.Diagnostics[0].Span.File.Name; got != want {
		t.Errorf("the file is %q, was %q", got, want)
	}
}

// workflowCommand finds what the runner of GitHub takes for a command: "::name" at the
// beginning of a line, or the older "##[name" anywhere.
func workflowCommand() *regexp.Regexp { return regexp.MustCompile(`(?m)^\s*::[a-z-]+|##\[|##vso\[`) }

// TestNoCommands holds that a document cannot speak to the runner: the only
// commands are the annotations and those around the text.
func TestNoCommands(t *testing.T) {
	for _, f := range Formats() {
		if f.Name == "github" {
			continue
		}
		if found := workflowCommand().FindString(render(t, f.Write, hostile(), Options{})); found != "" {
			t.Errorf("%s contains the command %q", f.Name, found)
		}
	}
	out := render(t, GitHub, hostile(), Options{})
	m := regexp.MustCompile(`(?s)^((?:::(?:error|notice) [^\n]*\n)+)::group::gouji\n::stop-commands::([A-Z2-7]{26})\n(.*)\n::([A-Z2-7]{26})::\n::endgroup::\n$`).FindStringSubmatch(out)
	if m == nil {
		t.Fatalf("the output is not annotations, then text between a stop and its token:\n%s", out)
	}
	if m[2] != m[4] || strings.Contains(m[3], m[2]) {
		t.Error("the text is not closed by its own token")
	}
	if n := strings.Count(m[1], "\n"); n != 2 {
		t.Errorf("%d annotations for 2 findings", n)
	}
	if other := render(t, GitHub, hostile(), Options{}); strings.Contains(other, m[2]) {
		t.Error("the token is the same twice")
	}
}

// parseCommand reads a workflow command as the runner does: properties split
// at commas, then at the first equals sign, then unescaped.
func parseCommand(line string) (properties map[string]string, message string) {
	head, data, _ := strings.Cut(strings.TrimPrefix(line, "::"), "::")
	_, list, _ := strings.Cut(head, " ")
	properties = map[string]string{}
	for _, p := range strings.Split(list, ",") {
		key, value, _ := strings.Cut(p, "=")
		properties[key] = unescape(value)
	}
	return properties, unescape(data)
}

func unescape(s string) string {
	return strings.NewReplacer("%2C", ",", "%3A", ":", "%0A", "\n", "%0D", "\r", "%25", "%").Replace(s)
}

// TestAnnotation holds what the runner reads from an annotation.
func TestAnnotation(t *testing.T) {
	f := doc("a,b:100%,c=d.md", 3, "| 1 |\n| 2 |\n")
	d := rules.Diagnostic{Rule: "sum-mismatch", Severity: rules.Error, Span: cell(f, 4, 1), Place: both("表三，第 1 行: a,b", ""), Message: both("50% %0A 应为 1, 实为 2::x", "")}
	line, _, _ := strings.Cut(render(t, GitHub, one(d), Options{}), "\n")
	got, message := parseCommand(line)
	for key, want := range map[string]string{"file": "a,b:100%,c=d.md", "line": "4", "endLine": "4", "col": "3", "endColumn": "4", "title": "sum-mismatch 表三，第 1 行: a,b"} {
		if got[key] != want {
			t.Errorf("%s is %q, not %q", key, got[key], want)
		}
	}
	if want := "50% %0A 应为 1, 实为 2:<U+003A>x\n详情：gouji explain sum-mismatch"; message != want {
		t.Errorf("the message is %q, not %q", message, want)
	}
	d.Span = f.Span(cell(f, 3, 1).Start, cell(f, 4, 1).End)
	line, _, _ = strings.Cut(render(t, GitHub, one(d), Options{}), "\n")
	got, _ = parseCommand(line)
	if got["line"] != "3" || got["endLine"] != "4" || got["col"] != "" || got["endColumn"] != "" {
		t.Errorf("a finding over two lines must have no columns: %v", got)
	}
}

// TestAnnotationLimits holds that nothing is longer than GitHub keeps, in
// its unit, and that characters stay whole.
func TestAnnotationLimits(t *testing.T) {
	long := strings.Repeat("\U00020000", 5000)
	line, _, _ := strings.Cut(render(t, GitHub, one(rules.Diagnostic{Rule: "x", Message: both(long, ""), Place: both(long, "")}), Options{}), "\n")
	properties, message := parseCommand(line)
	for _, c := range []struct {
		text  string
		limit int
	}{{properties["title"], 255}, {message, 4096}} {
		n := len(utf16.Encode([]rune(c.text)))
		if n > c.limit || n < c.limit-1 || !strings.HasSuffix(c.text, "\U00020000..") {
			t.Errorf("cut to %d units, not %d", n, c.limit)
		}
	}
	if got := cut("一二三", 3); got != "一二三" {
		t.Errorf("cut %q without need", got)
	}
}

// TestLocator holds that the short way to a line and column, in any order
// of asking, gives what the long way gives.
func TestLocator(t *testing.T) {
	for _, src := range []string{"", "a", "\n", "一\n二三\r\n\r\n四", "\ufeff一二\n三", "a\n\n"} {
		f := report.NewFile("f", src)
		var l locator
		for step := 1; step < 7; step++ {
			for i := 0; i <= len(src); i++ {
				offset := i * step % (len(src) + 1)
				if !validOffset(f, offset) {
					continue
				}
				if got, want := l.position(f, offset), f.Span(offset, offset).Position(); got != want {
					t.Errorf("%q at %d: %v, not %v", src, offset, got, want)
				}
			}
		}
	}
}

// validOffset reports whether the offset is the beginning of a character
// outside the line ending, or the end of a line.
func validOffset(f *report.File, offset int) bool {
	var l locator
	l.seek(f, offset)
	return offset <= l.end && strings.ToValidUTF8(f.Src[:offset], "") == f.Src[:offset]
}

// TestSimpleWidths holds the widths that are not looked up against the table.
func TestSimpleWidths(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if _, width := simple(string(r)); plainRune(r) && width != widths().Rune(r) {
			t.Errorf("%U is %d wide, not %d", r, widths().Rune(r), width)
		}
	}
}
