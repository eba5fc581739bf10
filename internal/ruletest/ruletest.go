package ruletest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

var update = flag.Bool("update", false, "rewrite what cases want; read the diff")

// Check runs all rules, at every severity, over the reports of an archive. An
// archive with folders or a gouji.toml is a workspace, and the rules that look
// at all reports run too; of gouji.toml the organs and severities count.
func Check(a *txtar.Archive) (*rules.Result, error) {
	checker := rules.NewChecker(rules.All())
	var files []*rules.FileResult
	c, err := configOf(a)
	if err != nil {
		return nil, err
	}
	workspace := c.Path != ""
	read := func(f *report.File) (*profile.Form, error) {
		return profile.Standard().Bind(parser.Parse(report.NewFile(f.Name, f.Src))), nil
	}
	for _, f := range a.Files {
		name, src := f.Name, string(f.Data)
		switch {
		case strings.HasSuffix(name, ".diff"):
			patched, err := Write(src)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			name, src = strings.TrimSuffix(name, ".diff")+".md", patched
		case !strings.HasSuffix(name, ".md"):
			continue
		}
		form, _ := read(report.NewFile(name, src))
		files = append(files, checker.Report(form, c.Levels(name)))
		workspace = workspace || strings.Contains(name, "/")
	}
	if workspace {
		checker.Set(files, c.Organs, read, nil)
	}
	return checker.Finish(files), nil
}

// configOf returns the configuration in an archive, the zero one if there is
// none.
func configOf(a *txtar.Archive) (*config.Config, error) {
	for _, f := range a.Files {
		if f.Name == config.Name {
			return config.Parse(f.Name, string(f.Data))
		}
	}
	return &config.Config{}, nil
}

// List writes findings one a line: place, severity, rule, message.
func List(r *rules.Result) string {
	var b strings.Builder
	for _, d := range r.Diagnostics {
		at := d.Span.Position()
		name := d.Rule
		if d.Item != "" {
			name += "/" + d.Item
		}
		file := ""
		if d.Span.File != nil {
			file = d.Span.File.Name
		}
		fmt.Fprintf(&b, "%s:%d:%d: %s[%s] %s\n", file, at.Line, at.Column, d.Severity, name, d.Message.ZH)
	}
	for _, s := range r.Skipped {
		fmt.Fprintf(&b, "%s: skipped[%s] %s\n", s.File.Name, s.Rule, s.Reason.ZH)
	}
	return b.String()
}

// Cases runs every txtar file below dir: its reports must give the findings
// that its section "want" lists, no more and no less. Where there is a section
// "fixed", or "unsafe", safe fixes, or all, must change the lines in it.
func Cases(t *testing.T, dir string) {
	paths, err := filepath.Glob(filepath.Join(dir, "*", "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases in %s: %v", dir, err)
	}
	for _, path := range paths {
		t.Run(filepath.ToSlash(strings.TrimSuffix(path, ".txtar")), func(t *testing.T) {
			t.Parallel()
			runCase(t, path)
		})
	}
}

func runCase(t *testing.T, path string) {
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	result, err := Check(a)
	if err != nil {
		t.Fatal(err)
	}
	has := false
	for i := range a.Files {
		var got string
		switch f := &a.Files[i]; f.Name {
		case "want":
			got, has = List(result), true
		case "fixed", "unsafe":
			got = Fixed(result, f.Name == "unsafe")
		default:
			continue
		}
		if want := string(a.Files[i].Data); got != want && !*update {
			t.Errorf("%s: got\n%swant\n%s", a.Files[i].Name, got, want)
		}
		a.Files[i].Data = []byte(got)
	}
	if !has {
		t.Error("the case has no section \"want\"")
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// Page runs the examples of a rule's page: each "bad" one gives findings of
// this rule and no other, each "good" one none at all.
func Page(t *testing.T, rule *rules.Rule) {
	examples := Examples(rule.Page)
	kinds := map[string]int{}
	for i, e := range examples {
		kinds[e.Kind]++
		result, err := Check(e.archive())
		if err != nil {
			t.Errorf("example %d: %v", i+1, err)
			continue
		}
		own := 0
		for _, d := range result.Diagnostics {
			if d.Rule == rule.Name {
				own++
			}
		}
		others := len(result.Diagnostics) - own
		if others > 0 || (e.Kind == "bad") != (own > 0) {
			t.Errorf("example %d (%s) gives\n%s", i+1, e.Kind, List(result))
		}
	}
	if kinds["bad"] == 0 || kinds["good"] == 0 {
		t.Errorf("page of %s: need a ```diff bad block and a ```diff good block, have %d and %d", rule.Name, kinds["bad"], kinds["good"])
	}
}

// Switch runs the "bad" examples of a rule's page with the rule at other
// severities: off is off, also for what it could not check, and a finding is
// never more severe than asked for.
func Switch(t *testing.T, rule *rules.Rule) {
	for i, e := range Examples(rule.Page) {
		if e.Kind != "bad" {
			continue
		}
		for _, level := range []rules.Severity{rules.Off, rules.Info} {
			result, err := Check(e.with("[rules]\n" + rule.Name + " = \"" + level.String() + "\"\n"))
			if err != nil {
				t.Fatal(err)
			}
			found := 0
			for _, d := range result.Diagnostics {
				if d.Rule == rule.Name {
					found++
					if d.Severity != level {
						t.Errorf("example %d: at level %v it gives\n%s", i+1, level, List(result))
					}
				}
			}
			if (found > 0) != (level > rules.Off) {
				t.Errorf("example %d: at level %v it gives\n%s", i+1, level, List(result))
			}
			for _, s := range result.Skipped {
				if s.Rule == rule.Name && level == rules.Off {
					t.Errorf("example %d: off, it says what it could not check: %s", i+1, s.Reason.EN)
				}
			}
		}
	}
}

// Example is one example on a page.
type Example struct {
	Kind string // bad, good
	Form string // the form that it changes
	Text string
}

// Examples returns the blocks fenced by ```diff bad and ```diff good.
func Examples(page string) (all []Example) {
	for {
		_, rest, found := strings.Cut(page, "\n```diff ")
		if !found {
			return all
		}
		info, rest, _ := strings.Cut(rest, "\n")
		text, after, _ := strings.Cut(rest, "\n```")
		e := Example{Form: DefaultForm, Text: text + "\n"}
		e.Kind, info, _ = strings.Cut(info, " ")
		if info != "" {
			e.Form = info
		}
		all = append(all, e)
		page = after
	}
}

// with returns the example as files, with more text in its configuration.
func (e Example) with(text string) *txtar.Archive {
	a := e.archive()
	for i := range a.Files {
		if a.Files[i].Name == config.Name {
			a.Files[i].Data = []byte(string(a.Files[i].Data) + text)
			return a
		}
	}
	a.Files = append(a.Files, txtar.File{Name: config.Name, Data: []byte(text)})
	return a
}

// archive returns the example as files: itself an archive, or one diff.
func (e Example) archive() *txtar.Archive {
	if strings.HasPrefix(e.Text, "-- ") {
		return txtar.Parse([]byte(e.Text))
	}
	return &txtar.Archive{Files: []txtar.File{{Name: "report.diff", Data: []byte("form: " + e.Form + "\n" + e.Text)}}}
}
