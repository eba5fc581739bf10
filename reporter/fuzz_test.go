package reporter

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// FuzzText writes a finding and a related place anywhere in any document, at
// any width. Nothing may panic or be raw, and no line of the document be
// wider than the window. TestMarksStand looks at where the marks stand.
func FuzzText(f *testing.F) {
	f.Add("| 一 | 2 |\r\n\t３ 👨‍👩‍👧 e\u0301\n", uint16(4), uint16(9), uint16(12), uint16(15), uint16(80))
	f.Add("\ufeff## 三\x1b[0m\n\xff", uint16(3), uint16(3), uint16(0), uint16(14), uint16(60))
	f.Add("<table><tr><td rowspan=9>一<td colspan=2>2</tr><tr><td>&nbsp;3</td></table>\n| a | 4 |\n|--|--|\n| b \\| | 5 |", uint16(24), uint16(80), uint16(70), uint16(99), uint16(80))
	f.Add(strings.Repeat("<td>118</td>", 300), uint16(1804), uint16(1807), uint16(4), uint16(7), uint16(64))
	f.Fuzz(func(t *testing.T, src string, a, b, c, d, width uint16) {
		file := report.NewFile("f.md", src)
		finding := rules.Diagnostic{
			Rule: "x", Severity: rules.Error, Span: anySpan(file, a, b), Label: both("标", ""),
			Related: []rules.Related{{Span: anySpan(file, c, d), Message: both("注", "")}},
		}
		o := Options{Layout: Full, Width: 40 + int(width%200)}
		out := render(t, Text, one(finding), o)
		if r, found := hidden(out); found && r < 0x20000 {
			t.Errorf("lets through %U", r)
		}
		for line := range strings.Lines(out) {
			if at := strings.Index(line, " | "); at == 2 && !strings.HasPrefix(line, "   |") && columnsIn(line) > o.Width && !strings.Contains(line, "\t") {
				t.Errorf("%d columns of %d: %q", columnsIn(line), o.Width, line)
			}
		}
		for _, format := range Formats() {
			if err := format.Write(io.Discard, one(finding), o); err != nil {
				t.Error(err)
			}
		}
		page := readPage(t, render(t, HTML, one(finding), o))
		if len(page.all("li", "finding")) != 1 || len(page.all("a", "no")) != 2 && place(&finding) >= 0 {
			t.Error("the finding and its mark are not on the page")
		}
	})
}

// anySpan returns a span of whole characters.
func anySpan(f *report.File, a, b uint16) report.Span {
	start, end := int(a)%(len(f.Src)+1), int(b)%(len(f.Src)+1)
	for start > 0 && start < len(f.Src) && !utf8.RuneStart(f.Src[start]) {
		start--
	}
	for end < len(f.Src) && !utf8.RuneStart(f.Src[end]) {
		end++
	}
	return f.Span(min(start, end), max(start, end))
}
