package rules_test

import (
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/gouji-lint/gouji/internal/ruletest"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
	"github.com/gouji-lint/gouji/testdata"
)

func TestPages(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) { ruletest.Page(t, r) })
	}
}

// Whatever the configuration says of a rule holds for all that it finds.
func TestSeverities(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) { ruletest.Switch(t, r) })
	}
}

func TestCases(t *testing.T) { ruletest.Cases(t, "../testdata") }

// The filled-in forms are clean: no rule, at any severity, finds anything.
func TestFormsAreClean(t *testing.T) {
	for _, p := range profile.Standard().All() {
		for _, id := range []string{p.ID, p.ID + "-small"} {
			src := testdata.Form(id)
			if src == "" {
				continue
			}
			result, err := ruletest.Check(&txtar.Archive{Files: []txtar.File{{Name: id + ".md", Data: []byte(src)}}})
			if err != nil {
				t.Fatal(err)
			}
			note := id + ".md: skipped[format-year] " + p.Note.ZH + "\n" // what is not checked of the format
			if list := strings.Replace(ruletest.List(result), note, "", 1); list != "" {
				t.Errorf("%s:\n%s", id, list)
			}
		}
	}
}

// A rule is complete when everything that people see of it is there.
func TestRulesAreComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules.All() {
		switch {
		case seen[r.Name]:
			t.Errorf("%s stands twice in All", r.Name)
		case r.Title.ZH == "" || r.Title.EN == "":
			t.Errorf("%s: needs a title in both languages", r.Name)
		case r.Family == "" || r.Since == "" || r.Severity == rules.Off:
			t.Errorf("%s: needs a family, a severity and the version that brings it", r.Name)
		case r.Check != nil && r.Compares(), r.CheckYears != nil && r.CheckSet != nil:
			t.Errorf("%s: has more than one of Check, CheckYears and CheckSet", r.Name)
		case !strings.HasPrefix(r.Page, "# "+r.Name+" "):
			t.Errorf("%s: its page must begin with \"# %s \" and the title", r.Name, r.Name)
		}
		for _, w := range r.Words {
			if len([]rune(w)) < 2 {
				t.Errorf("%s: the word %q has fewer than two characters", r.Name, w)
			}
		}
		seen[r.Name] = true
	}
}
