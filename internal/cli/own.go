package cli

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/rules"
)

// rules returns the rules that hold in every folder: those of gouji, and those
// of the program.
func (t *tool) rules() []*rules.Rule { return slices.Concat(rules.All(), t.own) }

// rulesHere returns all rules of the current folder: its configuration may
// define some.
func (t *tool) rulesHere() ([]*rules.Rule, error) {
	c, err := t.configHere()
	if err != nil {
		return nil, err
	}
	return slices.Concat(t.rules(), c.OwnRules()), nil
}

// configHere returns the configuration that holds in the current folder.
func (t *tool) configHere() (*config.Config, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	c, _, err := workspace.NewProject(dir, t.own...).Of(filepath.Join(dir, "*"))
	return c, err
}

// mustKnowHere returns an error about the first name that no rule of the current
// folder has.
func (t *tool) mustKnowHere(names []string) error {
	list, err := t.rulesHere()
	if err != nil {
		return err
	}
	return t.mustKnow(list, names)
}

// mustKnow returns an error about the first name that none of the rules has.
func (t *tool) mustKnow(list []*rules.Rule, names []string) error {
	for _, name := range names {
		if !slices.Contains(namesOf(list), name) {
			return t.noRule(name, list)
		}
	}
	return nil
}

// project returns the configurations around the current folder.
func (t *tool) project() (*workspace.Project, error) {
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	return workspace.NewProject(dir, t.own...), nil
}

// checkOwn holds that the program's rules can be told from those of gouji and
// can do something.
func (t *tool) checkOwn() error {
	seen := namesOf(rules.All())
	for _, r := range t.own {
		switch {
		case slices.Contains(seen, r.Name):
			return t.problem("有两条规则叫 %s", "two rules are called %s", r.Name)
		case r.Name == "" || r.Title.IsZero():
			return t.problem("规则 %q 要有名称和标题", "rule %q needs a name and a title", r.Name)
		case (r.Check == nil) != r.Compares(), r.CheckYears != nil && r.CheckSet != nil:
			return t.problem("规则 %s 要有 Check、CheckYears 或 CheckSet，只能有一个", "rule %s needs one of Check, CheckYears and CheckSet", r.Name)
		}
		seen = append(seen, r.Name)
	}
	return nil
}

func namesOf(list []*rules.Rule) (names []string) {
	for _, r := range list {
		names = append(names, r.Name)
	}
	return names
}
