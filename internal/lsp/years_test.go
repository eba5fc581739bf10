package lsp_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/testdata"
)

// twoYears are the reports of a bureau: nothing was carried over from one to
// the next. The second one writes its text anew.
func twoYears() (before, after string) {
	after = testdata.Form("disclosure-2021-small")
	before = strings.NewReplacer("2025", "2024", "2026", "2025").Replace(after)
	return before, after
}

// carried makes five of the requests of a report carried over to next year.
func carried(t *testing.T, text string) string {
	t.Helper()
	changed := strings.NewReplacer(
		"| 一、本年新收政府信息公开申请数量 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "| 一、本年新收政府信息公开申请数量 | 8 | 0 | 0 | 0 | 0 | 0 | 8 |",
		"| 四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "| 四、结转下年度继续办理 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |",
	).Replace(text)
	if changed == text {
		t.Fatal("the form has changed")
	}
	return changed
}

// has reports whether a rule is among the findings.
func (p publication) has(code string) bool { return strings.Contains(" "+p.codes()+" ", " "+code+" ") }

// shown returns what was published last, also for a file that is not open.
func (e *editor) shown(u string) publication {
	e.mutex.Lock()
	defer e.mutex.Unlock()
	return e.last(u)
}

// last is shown for whoever holds the mutex: what waits for news.
func (e *editor) last(u string) publication {
	all := e.published[u]
	if len(all) == 0 {
		return publication{}
	}
	return all[len(all)-1]
}

func TestReportsOfOtherYears(t *testing.T) {
	for name, config := range map[string]string{
		"patterns":  `files = ["{organ}/{year}.md"]`,
		"no config": "",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			testOtherYears(t, config)
		})
	}
}

func testOtherYears(t *testing.T, config string) {
	before, after := twoYears()
	files := map[string]string{"示例市教育局/2024.md": before, "示例市教育局/2025.md": after}
	if config != "" {
		files["gouji.toml"] = config
	}
	dir := folder(t, files)
	e := start(t, dir, nil)
	earlier, later := uri(filepath.Join(dir, "示例市教育局/2024.md")), uri(filepath.Join(dir, "示例市教育局/2025.md"))

	// An open text is compared with the file of the year before.
	e.open(later, after)
	if p := e.found(later, 1); p.has("carry-mismatch") {
		t.Fatalf("the reports do not go on: %s", p.codes())
	}
	// A text that is not saved stands in for its file, and a change of it has
	// the other one checked again.
	e.open(earlier, carried(t, before))
	e.await("the finding in the later year", func() bool { return e.last(later).has("carry-mismatch") })
	p := e.shown(later)
	for _, d := range p.Diagnostics {
		if d.Code != "carry-mismatch" {
			continue
		}
		if len(d.RelatedInformation) == 0 || d.RelatedInformation[0].Location.URI != earlier {
			t.Errorf("related to %+v", d.RelatedInformation)
		}
	}
	e.change(earlier, 2, before)
	e.await("the finding gone", func() bool { return !e.last(later).has("carry-mismatch") })
	e.change(earlier, 3, carried(t, before))
	e.await("the finding back", func() bool { return e.last(later).has("carry-mismatch") })
	// When the later one is closed, its finding still rests on the open one.
	e.notify("textDocument/didClose", object{"textDocument": object{"uri": later}})
	e.await("the finding in a file that is not open", func() bool {
		p := e.last(later)
		return p.Version == nil && p.has("carry-mismatch")
	})
	e.close(earlier)
	e.await("nothing left", func() bool {
		return len(e.last(later).Diagnostics) == 0 && len(e.last(earlier).Diagnostics) == 0
	})
}
