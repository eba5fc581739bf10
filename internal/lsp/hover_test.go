package lsp_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/gouji-lint/gouji/testdata"
)

// hover asks what stands at a place.
func (e *editor) hover(u string, at place) (text string, where span) {
	e.t.Helper()
	var h struct {
		Contents struct{ Value string }
		Range    span
	}
	e.call("textDocument/hover", object{"textDocument": object{"uri": u}, "position": at}, &h)
	return h.Contents.Value, h.Range
}

func TestHoverOnACell(t *testing.T) {
	before, after := twoYears()
	dir := folder(t, map[string]string{"示例市教育局/2024.md": before, "gouji.toml": `files = ["{organ}/{year}.md"]`})
	e := start(t, dir, nil)
	u := uri(filepath.Join(dir, "示例市教育局/2025.md"))
	e.open(u, after)
	e.found(u, 1)
	row := strings.Count(after[:strings.Index(after, "| （七）总计")], "\n")
	hovered, where := e.hover(u, place{row, len([]rune("| （七）总计 | "))})
	for _, want := range []string{"**表三「（七）总计」「自然人」**　3 件", "上年（2024 年报告）：3", "勾稽关系",
		"- 相符：「（七）总计」3 ＝ 「（一）予以公开」", "（表三「（七）总计」的含义）",
		"- 相符：「总计」3 ＝ 「自然人」3 ＋ ", "「结转下年度」0"} {
		if !strings.Contains(hovered, want) {
			t.Errorf("does not say %q:\n%s", want, hovered)
		}
	}
	if where.Start.Line != row || where.End.Character-where.Start.Character != 1 {
		t.Errorf("at %v", where)
	}
	for _, at := range []place{{0, 0}, {9999, 9999}, {row, 4}} {
		if text, _ := e.hover(u, at); text != "" {
			t.Errorf("over no figure: %s", text)
		}
	}
}

func TestHoverOnAWrongSum(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	text, before, line := wrong(t)
	u := uri("/reports/2024.md")
	e.open(u, text)
	hovered, _ := e.hover(u, place{line, len([]rune(before))})
	if !strings.Contains(hovered, "**不符**，左边 5549，右边 5548，差 1：「总计」5549 ＝ ") {
		t.Error(hovered)
	}
}

func TestHoverOnARule(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	text, _, _ := wrong(t)
	at := strings.Index(text, "| （本列数据的勾稽关系为")
	line := strings.Count(text[:at], "\n")
	text = text[:at] + "<!-- gouji-disable-next-line sum-mismatch: 与台账一致 -->\n" + text[at:]
	u := uri("/reports/2024.md")
	e.open(u, text)
	hovered, where := e.hover(u, place{line, 32})
	if !strings.HasPrefix(hovered, "# sum-mismatch") || where != (span{place{line, 29}, place{line, 41}}) {
		t.Errorf("at %v: %.80s", where, hovered)
	}
	if hovered, _ := e.hover(u, place{line, 45}); hovered != "" {
		t.Errorf("over the reason: %.80s", hovered)
	}
}

type symbol struct {
	Name           string
	Kind           int
	Range          span
	SelectionRange span
	Children       []symbol
}

func (s symbol) String() string {
	if len(s.Children) == 0 {
		return s.Name
	}
	return fmt.Sprint(s.Name, s.Children)
}

func TestSymbols(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	u := uri("/reports/2025.md")
	e.open(u, testdata.Form("disclosure-2021"))
	var list []symbol
	e.call("textDocument/documentSymbol", object{"textDocument": object{"uri": u}}, &list)
	got := fmt.Sprint(list)
	for _, want := range []string{"一、总体情况[（一）主动公开", "二、主动公开政府信息情况[表二]", "三、收到和处理政府信息公开申请情况[表三]", "表四"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in %s", want, got)
		}
	}
	if len(list) != 6 {
		t.Errorf("%d sections at the top: %s", len(list), got)
	}
	for _, s := range list {
		if s.SelectionRange.Start != s.Range.Start || s.Range.End.Line < s.SelectionRange.End.Line {
			t.Errorf("%s: %v %v", s.Name, s.Range, s.SelectionRange)
		}
	}
}

func TestCompletionOfRules(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	u := uri("/reports/2025.md")
	for _, c := range []struct{ line, first, begun string }{
		{"<!-- gouji-disable-next-line sum-m", "sum-mismatch", "sum-m"},
		{"<!-- gouji-disable ", "title-form", ""},
		{"𠮷 <!-- gouji-disable sum-mismatch，title-y", "title-year", "title-y"},
		{"<!-- gouji-disable sum-mismatch, ", "title-form", ""},
		{"<!-- gouji-disable sum-mismatch: 与", "", ""},
		{"<!-- gouji-disable sum-mismatch: x --> sum", "", ""},
		{"sum-m", "", ""},
		{"<!-- gouji-dis", "", ""},
	} {
		e.open(u, c.line+"\n")
		var items []struct {
			Label    string
			TextEdit textEdit
		}
		end := len(utf16.Encode([]rune(c.line)))
		e.call("textDocument/completion", object{"textDocument": object{"uri": u}, "position": place{0, end}}, &items)
		if c.first == "" {
			if len(items) > 0 {
				t.Errorf("%s: offered %s", c.line, items[0].Label)
			}
			continue
		}
		if want := (span{place{0, end - len(c.begun)}, place{0, end}}); len(items) == 0 || items[0].Label != c.first || items[0].TextEdit.Range != want {
			t.Errorf("%s: offered %+v", c.line, items[:min(1, len(items))])
		}
	}
}
