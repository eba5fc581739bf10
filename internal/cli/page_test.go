package cli

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/displaywidth"
	"github.com/google/go-cmp/cmp"

	"github.com/gouji-lint/gouji/rules"
)

// render returns a page as it is printed.
func render(t *testing.T, width int, colour bool, src string) string {
	t.Helper()
	var b strings.Builder
	p := &page{out: &b, width: width, ink: newInk(colour), bad: "错例", good: "正例"}
	p.markdown(src)
	if err := p.flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPage(t *testing.T) {
	src := strings.Join([]string{
		"第一段的文字", "接着写，`cell-blank` 和 **重点**，", "end of line", "next line。", "",
		"- 一项很长很长很长很长很长；", "- 第二项", "  接着；",
		"12. 第三项", "", "## 表", "",
		"| 名称 | n |", "| --- | ---: |", "| 自然人 | 3 |", "| x | 10 |", "",
		"```diff bad disclosure-2019", "-旧", "+新", "```", "", "```", "原样  的", "```",
	}, "\n")
	want := strings.Join([]string{
		"第一段的文字接着写，",
		"cell-blank 和 重点，",
		"end of line next",
		"line。",
		"",
		"- 一项很长很长很长很",
		"  长很长；",
		"- 第二项接着；",
		"12. 第三项",
		"",
		"表",
		"",
		"名称    n",
		"自然人  3",
		"x       10",
		"",
		"错例（disclosure-2019）",
		"  -旧",
		"  +新",
		"",
		"  原样  的",
		"",
	}, "\n")
	if diff := cmp.Diff(want, render(t, 20, false, src)); diff != "" {
		t.Error(diff)
	}
}

// However narrow the terminal, no line of any page is wider, none begins with
// a mark that closes, and nothing is lost but marks and blanks.
func TestPagesFit(t *testing.T) {
	for _, r := range rules.All() {
		for _, width := range []int{30, 57, 80} {
			text := render(t, width, false, r.Page)
			for _, line := range strings.Split(text, "\n") {
				if strings.HasPrefix(line, "  ") || strings.Contains(r.Page, "# "+line+"\n") {
					continue // examples and headings are not wrapped
				}
				first, _ := utf8.DecodeRuneInString(line)
				if strings.ContainsRune("，。、；：）」", first) {
					t.Errorf("%s at %d: a line begins with %c", r.Name, width, first)
				}
				// A long word, or a mark kept with the word before it, may stick out.
				if w := displaywidth.String(line); w > width+2 && strings.ContainsAny(line, " ") {
					t.Errorf("%s at %d: %d columns: %s", r.Name, width, w, line)
				}
			}
			if got, want := letters(text), letters(strings.ReplaceAll(r.Page, "```diff ", "")); len(got) < len(want)*9/10 {
				t.Errorf("%s at %d: %d of %d letters are left", r.Name, width, len(got), len(want))
			}
		}
	}
}

func letters(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \n`*#|-", r) }), "")
}

func TestColouredPage(t *testing.T) {
	got := render(t, 40, true, "# 标题\n\n```diff good\n-旧\n+新\n -- 不变\n```\n")
	want := "\x1b[1m标题\x1b[0m\n\n\x1b[32m\x1b[1m正例\x1b[0m\n  \x1b[2m-旧\x1b[0m\n  \x1b[32m+新\x1b[0m\n   -- 不变\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
