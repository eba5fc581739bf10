package baseline

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

func finding(f *report.File, start int, actual string) rules.Diagnostic {
	return rules.Diagnostic{
		Rule: "sum-mismatch", Item: "row/open", Span: f.Span(start, start+1),
		Message: rules.Message{ZH: "「予以公开」的总计实为 " + actual},
		Ref:     profile.Ref{Table: "applications", Row: "open", Column: "sum"},
		Actual:  actual, Expected: "3",
	}
}

func roundTrip(t *testing.T, b *Baseline) *Baseline {
	t.Helper()
	t.Chdir(t.TempDir())
	path := Name
	if err := os.WriteFile(path, b.Encode(), 0o644); err != nil {
		t.Fatal(err)
	}
	read, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func all(Entry) bool { return true }

func TestFilter(t *testing.T) {
	f := report.NewFile("年报/“教育局” 2023.md", strings.Repeat("一二三四五\n", 20))
	old := finding(f, 15, "2")
	b := roundTrip(t, Of(Name, []rules.Diagnostic{old}))

	moved := finding(f, 96, "2")
	if fresh, stale := b.Filter([]rules.Diagnostic{moved}, all); len(fresh)+len(stale) != 0 {
		t.Errorf("a finding that moved: fresh %v, stale %v", fresh, stale)
	}
	swapped := finding(f, 15, "4")
	fresh, stale := b.Filter([]rules.Diagnostic{swapped}, all)
	if len(fresh) != 1 || len(stale) != 1 {
		t.Errorf("one fault for another: fresh %v, stale %v", fresh, stale)
	}
	if fresh, _ := b.Filter([]rules.Diagnostic{old, old}, all); len(fresh) != 1 {
		t.Errorf("the same fault twice: fresh %v", fresh)
	}
	if _, stale := b.Filter(nil, func(Entry) bool { return false }); len(stale) != 0 {
		t.Errorf("a file that was not looked at: stale %v", stale)
	}
	if at := b.Place(stale[0]).Position(); at.Line != 2 {
		t.Errorf("the entry stands in line %d", at.Line)
	}
	if rest := b.Without(stale); len(rest.Entries) != 0 {
		t.Errorf("after pruning: %v", rest.Entries)
	}
}

// Findings without a figure are told apart by the text they point at.
func TestProse(t *testing.T) {
	f := report.NewFile("a.md", "二零二三年报告\n二零二四年报告\n")
	one := rules.Diagnostic{Rule: "year-stale", Span: f.Span(0, 15), Message: rules.Message{ZH: "去年的年份"}}
	two := one
	two.Span = f.Span(22, 37)
	b := Of(Name, []rules.Diagnostic{one})
	if fresh, _ := b.Filter([]rules.Diagnostic{two}, all); len(fresh) != 1 {
		t.Error("another text is another finding")
	}
}

func TestRead(t *testing.T) {
	path := filepath.Join(t.TempDir(), Name)
	for src, want := range map[string]string{
		"{\"version\":1,\n\"findings\":[{\"fiel\":1}]}": ":2:25: not a baseline",
		`{"version":2,"findings":[]}`:                   "baseline version 2",
	} {
		if err := os.WriteFile(path, []byte(src), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(path); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %s", src, err, want)
		}
	}
	if _, err := Read(path + "x"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("missing file: got %v", err)
	}
}
