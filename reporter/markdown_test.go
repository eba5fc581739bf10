package reporter

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// TestMarkdownText holds that text of a document is nothing but text: the row
// keeps its four cells, and a forge finds nothing to turn into something else.
func TestMarkdownText(t *testing.T) {
	for _, text := range []string{
		"a|b\\|c", "<b>x</b><script>", "&lt;", "[x](javascript:y) ![z](http://e)", "`c` **d** _e_ ~~f~~", "@mayor and @org/team",
		"#12 owner/repo#3 GH", "!45", "http://example.org www.example.org", "$x$ $$y$$", "a\n| b |\r\n::error::", "x\\", "|",
	} {
		f := report.NewFile(text+".md", "x\n")
		row, found := strings.CutSuffix(render(t, Markdown, one(rules.Diagnostic{Rule: text, Severity: rules.Error, Span: f.Span(0, 1), Message: both(text, text)}), Options{}), "\n")
		row = row[strings.LastIndex(row, "\n")+1:]
		if !found || strings.Count(row, "|") != 5 || strings.Count(row, " | ") != 3 {
			t.Errorf("%q breaks the row: %s", text, row)
		}
		visible := regexp.MustCompile(`\]\([^)]*\)|&#\d+;|&[a-z]+;`).ReplaceAllString(row, " ")
		for _, markup := range []string{"<", ">", "`", "*", "~", "_", "@m", "@o", "#1", "#3", "!4", "://", "www.e", "$", "\\", "]"} {
			if strings.Contains(visible, markup) {
				t.Errorf("%q leaves %q: %s", text, markup, visible)
			}
		}
		if n := strings.Count(visible, "["); n != 1 {
			t.Errorf("%q makes %d links: %s", text, n, visible)
		}
	}
}

// TestMarkdownLinks holds where a row leads.
func TestMarkdownLinks(t *testing.T) {
	d := located().Diagnostics[0]
	for _, c := range []struct{ blob, want string }{
		{"", "](reports/%E6%95%99%E8%82%B2%E5%B1%80/2023.md#L57)"},
		{"https://example.org/o/r/blob/abc/", "](https://example.org/o/r/blob/abc/x/reports/%E6%95%99%E8%82%B2%E5%B1%80/2023.md?plain=1#L57)"},
		{"javascript:alert(1)//", "](reports/%E6%95%99%E8%82%B2%E5%B1%80/2023.md#L57)"},
	} {
		prefix := ""
		if strings.HasPrefix(c.blob, "https") {
			prefix = "x"
		}
		if out := render(t, Markdown, one(d), Options{BlobURL: c.blob, Prefix: prefix}); !strings.Contains(out, c.want) {
			t.Errorf("%q leads elsewhere: %s", c.blob, out)
		}
	}
}

// TestMarkdownLimits holds that neither page gets too long for its forge, that
// the worst are on it, and that it says how many are not.
func TestMarkdownLimits(t *testing.T) {
	r := thousand("\n")
	for len(r.Diagnostics) < 20_000 {
		r.Diagnostics = append(r.Diagnostics, r.Diagnostics...)
	}
	for i := range r.Diagnostics {
		r.Diagnostics[i].Severity = rules.Warning
	}
	r.Diagnostics[len(r.Diagnostics)-1].Severity = rules.Error
	var page strings.Builder
	render(t, GitHub, r, Options{Summary: &page})
	comment := render(t, Markdown, r, Options{})
	for _, c := range []struct {
		text       string
		size, most int
	}{{page.String(), len(page.String()), mostSummary}, {comment, len(utf16.Encode([]rune(comment))), mostComment}} {
		if c.size > c.most || c.size < c.most*9/10 {
			t.Errorf("the page has %d of %d units", c.size, c.most)
		}
		if strings.Count(c.text, "| 错误 |") != 1 {
			t.Error("the worst is left out")
		}
		left := len(r.Diagnostics) - strings.Count(c.text, "| 警告 |") - 1
		if want := fmt.Sprintf("\n\n**另有 %d 处放不下，未列出。**\n", left); !strings.Contains(c.text, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}
