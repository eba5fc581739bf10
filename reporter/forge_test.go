package reporter

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// TestNoNull holds that programs find lists where there are none to list.
func TestNoNull(t *testing.T) {
	for _, format := range []Format{{Name: "json", Write: JSON}, {Name: "sarif", Write: SARIF}, {Name: "gitlab", Write: GitLab}, {Name: "rdjson", Write: RDJSON}} {
		for _, r := range []*rules.Result{{}, one(rules.Diagnostic{Rule: "x"}), located()} {
			out := render(t, format.Write, r, Options{})
			if decode(t, out); strings.Contains(out, "null") {
				t.Errorf("%s writes null: %s", format.Name, out)
			}
		}
	}
}

// TestRDJSONBytes holds that a range is the bytes of the line, whatever comes
// before them, and that only changes of form that are safe are suggested.
func TestRDJSONBytes(t *testing.T) {
	f := report.NewFile("2023.md", "\ufeff𠀀：１２\r\n| é | ３ |\n")
	fix := func(s report.Span, safe bool, n int) rules.Diagnostic {
		edits := []rules.Edit{{Span: s, New: "新"}, {Span: f.Span(len(f.Src), len(f.Src)), New: "又"}}
		return rules.Diagnostic{Rule: "x", Severity: rules.Info, Span: s, Fixes: []rules.Fix{{Safe: safe, Edits: edits[:n]}}}
	}
	r := one(fix(at(f, 1, "１２", 1), true, 1), fix(at(f, 2, "３", 1), true, 1), fix(at(f, 2, "３", 1), false, 1), fix(at(f, 2, "３", 1), true, 2))
	var out struct{ Diagnostics []rdFinding }
	if err := json.Unmarshal([]byte(render(t, RDJSON, r, Options{})), &out); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(f.Src, "\n")
	for i, d := range out.Diagnostics {
		at := d.Location.Range
		if got, want := lines[at.Start.Line-1][at.Start.Column-1:at.End.Column-1], r.Diagnostics[i].Span.Text(); got != want {
			t.Errorf("finding %d is %q, not %q", i, got, want)
		}
		if want := i < 2; (len(d.Suggestions) == 1) != want {
			t.Errorf("finding %d has %d suggestions", i, len(d.Suggestions))
		}
		for _, s := range d.Suggestions {
			if s.Range != at || s.Text != "新" {
				t.Errorf("finding %d suggests %v", i, s)
			}
		}
	}
	encoded := fixable().Diagnostics[0]
	if suggestible(&encoded, encoded.Fixes[0]) {
		t.Error("a suggestion goes into a file that is not UTF-8")
	}
}

// TestUnits holds what columns count, before and behind characters that each
// unit counts differently. A byte order mark is bytes, but no column.
func TestUnits(t *testing.T) {
	f := report.NewFile("f", "\ufeffa𠀀é二\n一𠀀𠀀三\r\n")
	for _, c := range []struct {
		text                   string
		points, units16, bytes int
	}{{"a", 1, 1, 4}, {"𠀀", 2, 2, 5}, {"é", 3, 4, 9}, {"二", 4, 5, 11}, {"一", 1, 1, 1}, {"三", 4, 6, 12}} {
		i := strings.Index(f.Src, c.text)
		for u, want := range map[unit]int{codePoints: c.points, utf16Units: c.units16, utf8Bytes: c.bytes} {
			l := locator{unit: u}
			l.position(f, len(f.Src)) // from behind
			for range 2 {
				if got := l.position(f, i).Column; got != want {
					t.Errorf("unit %d: %q is in column %d, not %d", u, c.text, got, want)
				}
				l.position(f, 3) // from the front
			}
		}
	}
}
