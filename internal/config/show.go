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
	for _, list := range []struct {
		key    string
		values []string
	}{
		{"files", c.Files}, {"exclude", c.Exclude}, {"fixable", c.Fixable}, {"unfixable", c.Unfixable},
		{"profiles", c.Profiles}, {"rule_files", c.RuleFiles},
	} {
		for i, value := range list.values {
			all = append(all, Setting{list.key, value, c.source.text(item(list.key, i))})
		}
	}
	for i := range c.Organs {
		all = append(all, Setting{"organ", c.Organs[i].Name, c.source.text(item("organ", i) + ".name")})
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
			return Setting{key, level.String(), c.source.key(item("override", i) + ".rules." + r.Name)}
		}
	}
	if level, ok := c.levels[r.Name]; ok {
		return Setting{key, level.String(), c.source.key(key)}
	}
	return Setting{Key: key, Value: r.Severity.String()}
}
