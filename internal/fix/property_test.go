package fix

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// holds fixes a text and returns what does not hold, "" when all is well:
// fixing changes no figure and brings no finding, fixing twice changes
// nothing.
func (l *looker) holds(data []byte, want Want) (problem string) {
	form, before := l.look(data)
	raw := inOrderOfText(form.Report)
	figures, said, tables, heads := values(form), numbers(form.Report), len(form.Report.Tables), headings(form.Report)
	r, err := Text(data, l.look, Task{Want: want})
	if err != nil {
		return err.Error()
	}
	form, after := l.look(r.Data)
	now := values(form)
	// A table, a row or a heading that could not be read may show its own faults
	// when it can, and its rows may be read otherwise. That no figure changed in
	// it Text has seen to.
	mended := slices.ContainsFunc(r.Changes, isMend)
	if !mended && !slices.Equal(raw, inOrderOfText(form.Report)) {
		return "figures are not what they were"
	}
	readsMore := mended || len(now) > len(figures) || len(form.Report.Tables) != tables || headings(form.Report) > heads
	// Two columns that changed places and lost a character in their labels are
	// told by their places, and by their labels once those are right.
	relabelled := slices.ContainsFunc(r.Changes, func(c Change) bool { return c.Rule == "label-typo" })
	if problem := changed(figures, now); problem != "" && !mended && !relabelled {
		return problem
	}
	if now := numbers(form.Report); !readsMore && !slices.Equal(said, now) {
		return "numbers in the text were " + strings.Join(said, " ") + ", are " + strings.Join(now, " ")
	}
	had := tally(before)
	for what, n := range tally(after) {
		if n > had[what] && !readsMore {
			return "a new finding: " + what
		}
	}
	again, err := Text(r.Data, l.look, Task{Want: want})
	if err != nil {
		return err.Error()
	}
	if !bytes.Equal(again.Data, r.Data) {
		return "fixing twice changes: " + Patch("report.md", r.Data, again.Data)
	}
	return ""
}

// inOrderOfText are the figures of all tables as they stand there.
func inOrderOfText(r *report.Report) (all []string) {
	for _, a := range figures(r) {
		all = append(all, a.value.String())
	}
	return all
}

// isMend reports whether a change made a table readable.
func isMend(c Change) bool { return c.Rule == "table-broken" }

// changed says which figure is not what it was, "" for none.
func changed(before, after map[profile.Ref]string) string {
	for ref, value := range before {
		if after[ref] != value {
			return fmt.Sprintf("figure %v was %s, is %q", ref, value, after[ref])
		}
	}
	return ""
}

func headings(r *report.Report) (n int) {
	for i := range r.Blocks {
		if r.Blocks[i].Kind == report.Heading {
			n++
		}
	}
	return n
}

// tally counts findings by what they are about.
func tally(found []rules.Diagnostic) map[string]int {
	count := map[string]int{}
	for _, d := range found {
		count[d.Rule+"/"+d.Item]++
	}
	return count
}

// explain returns what was done to a text and what came of it.
func (l *looker) explain(data []byte, want Want) string {
	r, err := Text(data, l.look, Task{Want: want})
	if err != nil {
		return err.Error()
	}
	names := map[string]bool{}
	for _, c := range r.Changes {
		names[c.Rule+"/"+c.Item] = true
	}
	return strings.Join(slices.Sorted(maps.Keys(names)), " ") + "\n" + Patch("report.md", data, r.Data)
}

func TestReportsKeepTheirFigures(t *testing.T) {
	l := newLooker()
	list := texts()
	if testing.Short() {
		list = list[:40]
	}
	for _, text := range list {
		if problem := l.holds([]byte(text), safe); problem != "" {
			t.Errorf("%s\n%s", problem, l.explain([]byte(text), safe))
		}
	}
}

func TestSpoiledReportsKeepTheirFigures(t *testing.T) {
	l := newLooker()
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		data := []byte(spoiled(rand.New(rand.NewPCG(seed, 0))))
		if problem := l.holds(data, safe); problem != "" {
			t.Fatalf("%s\n%s", problem, l.explain(data, safe))
		}
	})
}

// Aligned tables have the same cells, and are aligned.
func TestAlignedReportsAreTheSame(t *testing.T) {
	l := newLooker()
	task := Task{Align: true, Want: func(*rules.Diagnostic, *rules.Fix) bool { return false }}
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		data := []byte(spoiled(rand.New(rand.NewPCG(seed, 3))))
		form, found := l.look(data)
		before, said := cellTexts(form.Report), tally(found)
		r, err := Text(data, l.look, task)
		if err != nil {
			t.Fatal(err)
		}
		form, found = l.look(r.Data)
		if after := cellTexts(form.Report); !slices.Equal(before, after) || !maps.Equal(said, tally(found)) {
			t.Fatal(Patch("report.md", data, r.Data))
		}
		if again, err := Text(r.Data, l.look, task); err != nil || !bytes.Equal(again.Data, r.Data) {
			t.Fatalf("aligned twice: %v\n%s", err, Patch("report.md", r.Data, again.Data))
		}
	})
}

// cellTexts are the cells of all tables, in order.
func cellTexts(r *report.Report) (all []string) {
	for _, t := range r.Tables {
		for i := range t.Rows {
			for j := range t.Rows[i].Cells {
				c := &t.Rows[i].Cells[j]
				all = append(all, fmt.Sprint(i, j, c.Kind, c.Text))
			}
		}
	}
	return all
}

// Unsafe fixes state facts, which may bring findings of their own; but they
// change no figure either, and come to an end.
func TestUnsafeFixesKeepFigures(t *testing.T) {
	l := newLooker()
	rapid.Check(t, func(t *rapid.T) {
		seed := rapid.Uint64().Draw(t, "seed")
		data := []byte(spoiled(rand.New(rand.NewPCG(seed, 2))))
		form, _ := l.look(data)
		before := values(form)
		r, err := Text(data, l.look, Task{Want: all})
		if err != nil {
			t.Fatal(err)
		}
		form, found := l.look(r.Data)
		after := values(form)
		if problem := changed(before, after); problem != "" && !slices.ContainsFunc(r.Changes, isMend) {
			t.Fatal(problem)
		}
		if left := pick(form.Report.File, found, all); len(left) > 0 {
			t.Fatalf("after the last round %s is still to be done", left[0].finding.Rule)
		}
	})
}

// TestCorpusKeepsItsFigures fixes the real reports below the folder that
// GOUJI_CORPUS names.
func TestCorpusKeepsItsFigures(t *testing.T) {
	root := os.Getenv("GOUJI_CORPUS")
	if root == "" {
		t.Skip("GOUJI_CORPUS is not set: name a folder of real reports")
	}
	l := newLooker()
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if problem := l.holds(data, safe); problem != "" {
			t.Errorf("%s: %s\n%s", path, problem, l.explain(data, safe))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Whatever the text, fixing keeps its figures and comes to an end.
func FuzzText(f *testing.F) {
	for i := range uint64(20) {
		f.Add([]byte(spoiled(rand.New(rand.NewPCG(i, 4)))), i%2 == 0)
	}
	l := newLooker()
	f.Fuzz(func(t *testing.T, data []byte, align bool) {
		if form, _ := l.look(data); form.Report.Unread() != "" {
			return
		}
		task := Task{Want: safe, Align: align}
		r, err := Text(data, l.look, task)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := Text(r.Data, l.look, task); err != nil || !bytes.Equal(again.Data, r.Data) {
			t.Fatalf("fixing twice: %v\n%s", err, Patch("report.md", r.Data, again.Data))
		}
	})
}
