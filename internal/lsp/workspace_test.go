package lsp_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/testdata"
)

// A buffer without a file is checked like a file in the folder.
func TestBufferWithoutAFile(t *testing.T) {
	e := start(t, folder(t, map[string]string{"gouji.toml": "[rules]\nsum-mismatch = \"warning\"\n"}), nil)
	text, _, _ := wrong(t)
	e.open("untitled:Untitled-1", text)
	if p := e.found("untitled:Untitled-1", 1); p.codes() != "sum-mismatch" || p.Diagnostics[0].Severity != 2 {
		t.Errorf("%+v", p.Diagnostics)
	}
}

// What is no report, or left out by the configuration, has no findings and
// nothing to say about it.
func TestWhatIsNoReport(t *testing.T) {
	text, _, line := wrong(t)
	dir := folder(t, map[string]string{"gouji.toml": "exclude = [\"drafts/**\"]\n"})
	e := start(t, dir, nil)
	draft, note := uri(filepath.Join(dir, "drafts/2025.md")), uri(filepath.Join(dir, "README.md"))
	e.open(draft, text)
	e.open(note, "# 说明\n\n这不是报告。\n")
	for _, u := range []string{draft, note} {
		if p := e.found(u, 1); len(p.Diagnostics) > 0 {
			t.Errorf("%s: %s", u, p.codes())
		}
	}
	if list := e.actions(note, span{}); len(list) > 0 {
		t.Errorf("actions in a note: %+v", list)
	}
	if list := e.actions(draft, span{place{line, 0}, place{line, 60}}); len(list) > 0 {
		t.Errorf("actions in a draft: %+v", list)
	}
}

func TestWorkspaceFolders(t *testing.T) {
	before, after := twoYears()
	one, other := folder(t, nil), folder(t, map[string]string{
		"gouji.toml": "files = [\"{organ}/{year}.md\"]\n", "示例市教育局/2024.md": carried(t, before),
	})
	e := start(t, one, nil)
	e.notify("workspace/didChangeWorkspaceFolders", object{"event": object{
		"added": []object{{"uri": uri(other), "name": "other"}}, "removed": []object{{"uri": uri(one), "name": "one"}},
	}})
	u := uri(filepath.Join(other, "示例市教育局/2025.md"))
	e.open(u, after)
	e.await("a break with the other folder's report", func() bool { return e.last(u).has("carry-mismatch") })
	for _, d := range e.shown(u).Diagnostics {
		if d.Code == "carry-mismatch" && d.RelatedInformation[0].Location.URI != uri(filepath.Join(other, "示例市教育局/2024.md")) {
			t.Errorf("%+v", d.RelatedInformation)
		}
	}
}

// Rules that a configuration defines are found, explained and offered like
// the others; a fault in their file is shown there.
func TestOwnRules(t *testing.T) {
	text := strings.Replace(testdata.Form("disclosure-2021"), "工作平稳有序", "工作圆满完成", 1)
	own := `[[rule]]
name = "own-words"
severity = "warning"
message = "不写空话"
forbid = ["圆满完成"]
`
	dir := folder(t, map[string]string{"gouji.toml": "rule_files = [\"own.toml\"]\n", "own.toml": own})
	e := start(t, dir, nil)
	u := uri(filepath.Join(dir, "2025.md"))
	e.open(u, text)
	p := e.found(u, 1)
	if p.codes() != "own-words" {
		t.Fatalf("found %s", p.codes())
	}
	list := e.actions(u, p.Diagnostics[0].Range)
	pick(t, list, "说明规则 own-words（不写空话）")
	pick(t, list, "屏蔽 own-words")
	var page struct{ Value string }
	e.call("gouji/page", object{"rule": "own-words"}, &page)
	if !strings.HasPrefix(page.Value, "# own-words 不写空话") {
		t.Errorf("page: %s", page.Value)
	}
	if err := os.WriteFile(filepath.Join(dir, "own.toml"), []byte(own+"forbids = []\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	e.notify("workspace/didChangeWatchedFiles", object{"changes": []object{{"uri": uri(filepath.Join(dir, "own.toml")), "type": 2}}})
	e.await("the fault in the file of rules", func() bool {
		return e.last(uri(filepath.Join(dir, "own.toml"))).codes() == "configuration" && e.last(u).codes() == "not-checked"
	})
	if m := e.shown(u).Diagnostics[0].Message; !strings.Contains(m, "own.toml") {
		t.Error(m)
	}
}
