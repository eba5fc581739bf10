package lsp_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/testdata"
)

type codeAction struct {
	Title, Kind string
	IsPreferred bool
	Edit        struct {
		Changes         map[string][]textEdit
		DocumentChanges []struct {
			TextDocument struct {
				URI     string
				Version int
			}
			Edits []textEdit
		}
	}
	Command *struct {
		Command   string
		Arguments []string
	}
}

type textEdit struct {
	Range   span
	NewText string
	Snippet struct{ Kind, Value string }
}

// actions asks what can be done at a place.
func (e *editor) actions(u string, at span, only ...string) (list []codeAction) {
	e.t.Helper()
	context := object{"diagnostics": []any{}}
	if only != nil {
		context["only"] = only
	}
	e.call("textDocument/codeAction", object{"textDocument": object{"uri": u}, "range": at, "context": context}, &list)
	return list
}

// pick returns the action whose title has the words.
func pick(t *testing.T, list []codeAction, words string) codeAction {
	t.Helper()
	i := slices.IndexFunc(list, func(a codeAction) bool { return strings.Contains(a.Title, words) })
	if i < 0 {
		t.Fatalf("no action %s in %+v", words, list)
	}
	return list[i]
}

// edited makes edits, the last first, counting as UTF-16 does.
func edited(text string, edits []textEdit) string {
	lines := strings.SplitAfter(text, "\n")
	offset := func(p place) int {
		n := 0
		for _, l := range lines[:p.Line] {
			n += len(l)
		}
		units := 0
		for i, r := range lines[p.Line] {
			if units >= p.Character {
				return n + i
			}
			units++
			if r > 0xffff {
				units++
			}
		}
		return n + len(lines[p.Line])
	}
	for i := len(edits) - 1; i >= 0; i-- {
		text = text[:offset(edits[i].Range.Start)] + edits[i].NewText + text[offset(edits[i].Range.End):]
	}
	return text
}

func TestSuppressionCoversTheTable(t *testing.T) {
	for name, newline := range map[string]string{"LF": "\n", "CRLF": "\r\n"} {
		t.Run(name, func(t *testing.T) {
			e := start(t, t.TempDir(), object{"workspace": object{"workspaceEdit": object{"documentChanges": true}}})
			text, _, _ := wrong(t)
			text = strings.ReplaceAll(text, "\n", newline)
			u := uri("/reports/2024.md")
			e.open(u, text)
			found := e.found(u, 1).Diagnostics[0]
			a := pick(t, e.actions(u, found.Range), "屏蔽")
			if len(a.Edit.DocumentChanges) != 1 || a.Edit.DocumentChanges[0].TextDocument.Version != 1 {
				t.Fatalf("%+v", a.Edit)
			}
			next := edited(text, a.Edit.DocumentChanges[0].Edits)
			want := "<!-- gouji-disable-next-line sum-mismatch: 理由 -->" + newline + "| （本列数据的勾稽关系为"
			if !strings.Contains(next, want) {
				t.Errorf("the comment stands elsewhere: %+v", a.Edit.DocumentChanges[0].Edits)
			}
			e.change(u, 2, next)
			if p := e.found(u, 2); len(p.Diagnostics) > 0 {
				t.Errorf("with the comment: %s", p.codes())
			}
		})
	}
}

// An editor with snippets has the reason written at once.
func TestSuppressionAsASnippet(t *testing.T) {
	e := start(t, t.TempDir(), object{"workspace": object{"workspaceEdit": object{"documentChanges": true, "snippetEditSupport": true}}})
	text, _, _ := wrong(t)
	u := uri("/reports/2024.md")
	e.open(u, text)
	a := pick(t, e.actions(u, e.found(u, 1).Diagnostics[0].Range), "屏蔽")
	want := "<!-- gouji-disable-next-line sum-mismatch: ${1:理由} -->\n"
	if got := a.Edit.DocumentChanges[0].Edits[0].Snippet; got.Kind != "snippet" || got.Value != want {
		t.Errorf("%+v", got)
	}
}

// Wherever a finding stands, the comment that is offered allows it and brings
// no other finding.
func TestEverySuppressionWorks(t *testing.T) {
	form := testdata.Form("disclosure-2021")
	for rule, change := range map[string][2]string{
		"title-year":      {"# 示例市人民政府2025年政府", "# 示例市人民政府2024年政府"},
		"section-missing": {"## 一、总体情况", "**说明**"},
		"date-invalid":    {"\n2026年3月20日", "\n2026年2月30日"},
		"prose-mismatch":  {"新收政府信息公开申请14069件", "新收政府信息公开申请14068件"},
		"section-number":  {"## 五、", "## 六、"},
	} {
		t.Run(rule, func(t *testing.T) {
			t.Parallel()
			text := strings.Replace(form, change[0], change[1], 1)
			if text == form {
				t.Fatal("the form has changed")
			}
			e := start(t, t.TempDir(), nil)
			u := uri("/reports/2025.md")
			e.open(u, text)
			p := e.found(u, 1)
			i := slices.IndexFunc(p.Diagnostics, func(d diagnostic) bool { return d.Code == rule })
			if i < 0 {
				t.Fatalf("found %s", p.codes())
			}
			a := pick(t, e.actions(u, p.Diagnostics[i].Range), "屏蔽 "+rule)
			e.change(u, 2, edited(text, a.Edit.Changes[u]))
			rest := slices.DeleteFunc(strings.Fields(p.codes()), func(c string) bool { return c == rule })
			if after := e.found(u, 2); after.codes() != strings.Join(rest, " ") {
				t.Errorf("found %s before, %s after", p.codes(), after.codes())
			}
		})
	}
}

// Fixes are offered one by one and all at once; what a person must confirm
// says so and is not among those made at once.
func TestFixes(t *testing.T) {
	form := testdata.Form("disclosure-2021")
	text := strings.NewReplacer("| 13612 |", "| 13,612 |", "| 4.保护第三方合法权益 |", "| 4.保护第三方合法权溢 |", "| 1.属于国家秘密 | 13 | 0 |", "| 1.属于国家秘密 | 13 | |").Replace(form)
	text = strings.ReplaceAll(text, "\n", "\r\n")
	e := start(t, t.TempDir(), nil)
	e.notify("workspace/didChangeConfiguration", object{"settings": object{"gouji": object{"level": "info"}}})
	u := uri("/reports/2025.md")
	e.open(u, text)
	p := e.found(u, 1)
	if p.codes() != "cell-form cell-blank label-typo" {
		t.Fatalf("found %s", p.codes())
	}
	one := e.actions(u, p.Diagnostics[0].Range, "quickfix")
	if !one[0].IsPreferred || len(one[0].Edit.Changes[u]) != 1 {
		t.Errorf("%+v", one[0])
	}
	e.change(u, 2, edited(text, one[0].Edit.Changes[u]))
	if p := e.found(u, 2); p.codes() != "cell-blank label-typo" {
		t.Errorf("after one fix: %s", p.codes())
	}
	unsafe := e.actions(u, p.Diagnostics[1].Range, "quickfix")[0]
	if unsafe.IsPreferred || !strings.Contains(unsafe.Title, "请先核实") {
		t.Errorf("%+v", unsafe)
	}
	e.change(u, 3, text)
	all := e.actions(u, span{}, "source.fixAll")
	if len(all) != 1 || all[0].Kind != "source.fixAll.gouji" {
		t.Fatalf("%+v", all)
	}
	e.change(u, 4, edited(text, all[0].Edit.Changes[u]))
	if p := e.found(u, 4); p.codes() != "cell-blank" {
		t.Errorf("after all fixes: %s", p.codes())
	}
	if again := e.actions(u, span{}, "source"); len(again) > 0 {
		t.Errorf("there is still something to fix: %+v", again)
	}
}

// Formatting aligns tables and brings no finding.
func TestFormatting(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	text := strings.ReplaceAll(testdata.Form("disclosure-2021"), "\n", "\r\n")
	u := uri("/reports/2025.md")
	e.open(u, text)
	e.found(u, 1)
	format := func() (edits []textEdit) {
		e.call("textDocument/formatting", object{"textDocument": object{"uri": u}, "options": object{"tabSize": 4, "insertSpaces": true}}, &edits)
		return edits
	}
	aligned := edited(text, format())
	if aligned == text || strings.Count(aligned, "\r\n") != strings.Count(text, "\r\n") {
		t.Error("nothing was aligned, or lines were lost")
	}
	e.change(u, 2, aligned)
	if p := e.found(u, 2); len(p.Diagnostics) > 0 {
		t.Errorf("found %s", p.codes())
	}
	if again := format(); len(again) > 0 {
		t.Errorf("it changes again: %+v", again[:1])
	}
}

func TestExplain(t *testing.T) {
	e := start(t, t.TempDir(), nil)
	text, _, _ := wrong(t)
	u := uri("/reports/2024.md")
	e.open(u, text)
	a := pick(t, e.actions(u, e.found(u, 1).Diagnostics[0].Range), "说明")
	e.call("workspace/executeCommand", object{"command": a.Command.Command, "arguments": a.Command.Arguments}, nil)
	e.await("the page", func() bool {
		return slices.ContainsFunc(e.messages, func(m string) bool { return strings.Contains(m, "怎样定位") })
	})
	var page struct{ Value string }
	e.call("gouji/page", object{"rule": "sum-mismatch"}, &page)
	if !strings.HasPrefix(page.Value, "# sum-mismatch ") {
		t.Errorf("page: %.60q", page.Value)
	}
	if err := e.try("gouji/page", object{"rule": "none"}, nil); err == nil {
		t.Error("there is a page of no rule")
	}
	if err := e.try("workspace/executeCommand", object{"command": "rm", "arguments": []string{"x"}}, nil); err == nil {
		t.Error("there is a command rm")
	}
}
