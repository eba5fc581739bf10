package config

import (
	"slices"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Setting is one value that holds and where it comes from.
type Setting struct {
	Key, Value string
	Origin     report.Span // nowhere for a default
}

// Settings returns what holds for a file, named relative to Root; for the
// whole folder when file is empty. more are the rules that hold beside those of
// gouji and of the file itself.
func (c *Config) Settings(file string, more ...*rules.Rule) (all []Setting) {
	for _, f := range c.Files {
		all = append(all, Setting{"files", f, c.source.place("", 0, "files", f)})
	}
	for _, e := range c.Exclude {
		all = append(all, Setting{"exclude", e, c.source.place("", 0, "exclude", e)})
	}
	for _, name := range c.Fixable {
		all = append(all, Setting{"fixable", name, c.source.place("", 0, "fixable", name)})
	}
	for _, name := range c.Unfixable {
		all = append(all, Setting{"unfixable", name, c.source.place("", 0, "unfixable", name)})
	}
	for _, p := range c.Profiles {
		all = append(all, Setting{"profiles", p, c.source.place("", 0, "profiles", p)})
	}
	for _, f := range c.RuleFiles {
		all = append(all, Setting{"rule_files", f, c.source.place("", 0, "rule_files", f)})
	}
	for i := range c.Organs {
		all = append(all, Setting{"organ", c.Organs[i].Name, c.source.place("organ", i, "name", c.Organs[i].Name)})
	}
	for _, r := range slices.Concat(rules.All(), more, c.own) {
		all = append(all, c.level(r, file))
	}
	return all
}

// level returns the severity of a rule for a file: that of the last override
// that speaks of it, else that of the table of all rules.
func (c *Config) level(r *rules.Rule, file string) Setting {
	key := "rules." + r.Name
	for i := len(c.Overrides) - 1; i >= 0; i-- {
		o := &c.Overrides[i]
		if level, ok := o.levels[r.Name]; ok && matchAny(o.Files, file) {
			return Setting{key, level.String(), c.source.place("override", i, r.Name)}
		}
	}
	if level, ok := c.levels[r.Name]; ok {
		return Setting{key, level.String(), c.source.place("rules", 0, r.Name)}
	}
	return Setting{Key: key, Value: r.Severity.String()}
}
