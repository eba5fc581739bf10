package config

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// Setting is one value that holds and where it comes from.
type Setting struct {
	Key, Value string
	Origin     string // "gouji.toml:12", or "default"
}

// Settings returns what holds for a file, named relative to Root; for the
// whole folder when file is empty. src is the text of the configuration.
func (c *Config) Settings(src, file string) []Setting {
	origin := func(text string) string {
		if i := strings.Index(src, text); i >= 0 && c.Path != "" {
			return fmt.Sprintf("%s:%d", c.Path, 1+strings.Count(src[:i], "\n"))
		}
		return c.Path
	}
	var all []Setting
	for _, f := range c.Files {
		all = append(all, Setting{"files", f, origin(f)})
	}
	for _, e := range c.Exclude {
		all = append(all, Setting{"exclude", e, origin(e)})
	}
	for i := range c.Organs {
		all = append(all, Setting{"organ", c.Organs[i].Name, origin(c.Organs[i].Name)})
	}
	levels := c.Levels(file)
	for _, r := range rules.All() {
		s := Setting{"rules." + r.Name, r.Severity.String(), "default"}
		if level, ok := levels[r.Name]; ok {
			s.Value, s.Origin = level.String(), origin(r.Name)
		}
		all = append(all, s)
	}
	return all
}
