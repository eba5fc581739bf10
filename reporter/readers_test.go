package reporter

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gouji-lint/gouji/rules"
)

// needs returns the path that a variable gives of a tool. Without one the
// test is skipped, unless it must not be.
func needs(t *testing.T, variable, tool string) string {
	t.Helper()
	path := os.Getenv(variable)
	if path != "" {
		return path
	}
	how := variable + " does not name " + tool
	if os.Getenv("GOUJI_REQUIRE_TOOLS") == "1" {
		t.Fatal(how)
	}
	t.Skip(how)
	return ""
}

// everything returns the findings of all cases.
func everything() *rules.Result {
	all := &rules.Result{Rules: rules.All()}
	for _, g := range goldens() {
		all.Diagnostics = append(all.Diagnostics, g.result.Diagnostics...)
		all.Skipped = append(all.Skipped, g.result.Skipped...)
	}
	return all
}

// read has a program read text and returns what it prints.
func read(t *testing.T, dir, text, program string, args ...string) string {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Stdin = strings.NewReader(text)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", program, strings.Join(args, " "), err, &errs)
	}
	return string(out)
}

// TestReviewdog has the parsers of reviewdog read what is written for it, for
// build servers and for code scanning: each finding is where it was.
func TestReviewdog(t *testing.T) {
	program := needs(t, "GOUJI_REVIEWDOG", "a build of the module in reporter/testdata/reviewdog")
	var r rules.Result
	for _, d := range everything().Diagnostics {
		if _, ok := home(&d); ok {
			r.Diagnostics = append(r.Diagnostics, d)
		}
	}
	whole := func(path string) string { return path }
	for _, c := range []struct {
		name, prefix string
		path         func(string) string
	}{{"rdjson", "", whole}, {"sarif", "", whole}, {"checkstyle", "gouji.", clean}} { // XML cannot hold control characters
		format := Formats()[slices.IndexFunc(Formats(), func(f Format) bool { return f.Name == c.name })]
		o := Options{Prefix: "市/公开"}
		var got, want []string
		for line := range strings.Lines(read(t, "", render(t, format.Write, &r, o), program, c.name)) {
			var d struct {
				Path, Severity, Rule string
				Line                 int
			}
			if err := json.Unmarshal([]byte(line), &d); err != nil {
				t.Fatal(err)
			}
			got = append(got, fmt.Sprintf("%s:%d %s %s", d.Path, d.Line, d.Severity, d.Rule))
		}
		at := &teller{Options: o}
		for i := range r.Diagnostics {
			d := &r.Diagnostics[i]
			s, _ := home(d)
			want = append(want, fmt.Sprintf("%s:%d %s %s", c.path(at.path(s.File.Name)), at.region(s).from.Line, strings.ToUpper(d.Severity.String()), c.prefix+d.Rule))
		}
		slices.Sort(got)
		slices.Sort(want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: reviewdog reads something else:\n%s", c.name, diff)
		}
	}
}

// TestJUnitReader has a reader of JUnit reports find a failed test for each
// finding, a skipped one for each skipped rule, and no name twice.
func TestJUnitReader(t *testing.T) {
	modules := needs(t, "GOUJI_NODE_MODULES", "a folder with junit2json of npm in its node_modules")
	script, err := filepath.Abs("testdata/junit.mjs")
	if err != nil {
		t.Fatal(err)
	}
	all := everything()
	found := map[string]int{}
	seen := map[string]bool{}
	for line := range strings.Lines(read(t, modules, render(t, JUnit, all, Options{}), "node", script)) {
		var test [3]string
		if err := json.Unmarshal([]byte(line), &test); err != nil {
			t.Fatal(err)
		}
		found[test[2]]++
		if seen[line] {
			t.Errorf("there are two tests %s", line)
		}
		seen[line] = true
	}
	if found["failed"] != len(all.Diagnostics) || found["skipped"] != len(all.Skipped) {
		t.Errorf("read %v of %d findings and %d skipped rules", found, len(all.Diagnostics), len(all.Skipped))
	}
}

// TestPageInBrowser opens pages in a browser; testdata/page.mjs says what it
// looks at. That it sees anything is shown by a page with grey text on grey.
func TestPageInBrowser(t *testing.T) {
	modules := needs(t, "GOUJI_NODE_MODULES", "a folder with playwright-core and axe-core of npm in its node_modules")
	needs(t, "GOUJI_CHROMIUM", "Chromium")
	script, err := filepath.Abs("testdata/page.mjs")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	page := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	read(t, modules, "", "node", script,
		page("all.html", render(t, HTML, everything(), Options{Version: "0.1.0"})),
		page("all.en.html", render(t, HTML, everything(), Options{Lang: "en", BlobURL: "https://example.org/blob/1/"})),
		page("organs.html", render(t, HTML, organs(), Options{})),
		page("clear.html", render(t, HTML, clear(), Options{})))
	grey := page("grey.html", strings.Replace(render(t, HTML, organs(), Options{}), "<h1>", `<h1><font color="#bbbbbb">看不清的字</font>`, 1))
	cmd := exec.Command("node", script, grey)
	cmd.Dir = modules
	if out, err := cmd.CombinedOutput(); err == nil || !strings.Contains(string(out), "color-contrast") {
		t.Errorf("nobody sees that text cannot be read: %v\n%s", err, out)
	}
}
