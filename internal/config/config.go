// Package config reads gouji.toml: which files are reports, what their paths
// say, how severe each rule is, and which organs there are.
package config

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/bmatcuk/doublestar/v4"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Name is what the configuration file is called.
const Name = "gouji.toml"

// Config is one configuration file. The zero Config is what holds without
// one: every document that looks like a report is checked by all rules.
type Config struct {
	Path string `toml:"-"` // of the file; "" when there is none
	Root string `toml:"-"` // the folder that its patterns start from

	Files     []string          `toml:"files"`   // which files are reports, and what their paths say
	Exclude   []string          `toml:"exclude"` // files and folders never looked at
	Rules     map[string]string `toml:"rules"`   // severities by rule name
	Overrides []Override        `toml:"override"`
	Organs    []report.Organ    `toml:"organ"`

	patterns []pattern
	levels   rules.Levels
	organs   map[string]*report.Organ
}

// Override changes severities for some files.
type Override struct {
	Files []string          `toml:"files"`
	Rules map[string]string `toml:"rules"`

	levels rules.Levels
}

var scopes = []string{"own", "aggregate"}

// Find returns the configuration file that holds for a folder: the nearest
// one upward, not beyond the root of a git work tree.
func Find(dir string) (string, bool) {
	for {
		path := filepath.Join(dir, Name)
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
			return path, true
		}
		_, err := os.Stat(filepath.Join(dir, ".git"))
		up := filepath.Dir(dir)
		if err == nil || up == dir {
			return "", false
		}
		dir = up
	}
}

// Load reads a configuration file strictly.
func Load(path string) (*Config, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: no such file", path)
		}
		return nil, err
	}
	c, err := Parse(path, string(src))
	if err != nil {
		return nil, err
	}
	c.Root = filepath.Dir(path)
	return c, nil
}

// Parse reads the text of a configuration file. Every error names the file
// and, where there is one, the line.
func Parse(path, src string) (*Config, error) {
	c := &Config{Path: path}
	meta, err := toml.Decode(src, c)
	if err != nil {
		return nil, syntaxError(path, err)
	}
	for _, key := range meta.Undecoded() {
		return nil, unknownKey(path, src, key)
	}
	if err := c.compile(path, src); err != nil {
		return nil, err
	}
	return c, nil
}

// compile checks every value and works out what lookups need.
func (c *Config) compile(path, src string) error {
	for _, text := range c.Files {
		p, err := compilePattern(text)
		if err != nil {
			return at(path, src, text, err)
		}
		c.patterns = append(c.patterns, p)
	}
	globs := slices.Clone(c.Exclude)
	for _, o := range c.Overrides {
		globs = append(globs, o.Files...)
	}
	for _, glob := range globs {
		if !doublestar.ValidatePattern(glob) {
			return at(path, src, glob, fmt.Errorf("%q is no valid pattern", glob))
		}
	}
	var err error
	if c.levels, err = levels(path, src, c.Rules); err != nil {
		return err
	}
	for i := range c.Overrides {
		if c.Overrides[i].levels, err = levels(path, src, c.Overrides[i].Rules); err != nil {
			return err
		}
	}
	return c.compileOrgans(path, src)
}

// levels reads severities by rule name.
func levels(path, src string, named map[string]string) (rules.Levels, error) {
	result := rules.Levels{}
	names := make([]string, 0, len(named))
	for name := range named {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(strings.Index(src, a), strings.Index(src, b)) })
	for _, name := range names {
		if !slices.ContainsFunc(rules.All(), func(r *rules.Rule) bool { return r.Name == name }) {
			return nil, at(path, src, name, fmt.Errorf("no rule %q%s", name, suggestion(name, ruleNames())))
		}
		level, ok := rules.ParseSeverity(named[name])
		if !ok {
			return nil, at(path, src, name, fmt.Errorf("%s: %q is none of off, info, warning, error", name, named[name]))
		}
		result[name] = level
	}
	return result, nil
}

func ruleNames() (names []string) {
	for _, r := range rules.All() {
		names = append(names, r.Name)
	}
	return names
}

// compileOrgans checks names, kinds and parents.
func (c *Config) compileOrgans(path, src string) error {
	c.organs = map[string]*report.Organ{}
	for i := range c.Organs {
		o := &c.Organs[i]
		if o.Name == "" {
			return at(path, src, "[[organ]]", fmt.Errorf("an organ needs a name"))
		}
		if kinds := profile.Kinds(); o.Kind != "" && !slices.Contains(kinds, o.Kind) {
			return at(path, src, o.Kind, fmt.Errorf("organ %q: kind %q is none of %s%s", o.Name, o.Kind, strings.Join(kinds, ", "), suggestion(o.Kind, kinds)))
		}
		if o.Scope != "" && !slices.Contains(scopes, o.Scope) {
			return at(path, src, o.Scope, fmt.Errorf("organ %q: scope %q is neither own nor aggregate", o.Name, o.Scope))
		}
		for _, name := range append([]string{o.Name}, o.Aliases...) {
			if c.organs[name] != nil {
				return at(path, src, o.Name, fmt.Errorf("two organs are called %q", name))
			}
			c.organs[name] = o
		}
	}
	for i := range c.Organs {
		if err := c.checkParents(&c.Organs[i]); err != nil {
			return at(path, src, c.Organs[i].Parent, err)
		}
	}
	return nil
}

// checkParents follows the parents of an organ upward.
func (c *Config) checkParents(o *report.Organ) error {
	chain := []string{o.Name}
	for up := o; up.Parent != ""; {
		parent := c.organs[up.Parent]
		if parent == nil {
			return fmt.Errorf("organ %q: no organ is called %q, its parent", up.Name, up.Parent)
		}
		chain = append(chain, parent.Name)
		if parent == o {
			return fmt.Errorf("organs are their own parents: %s", strings.Join(chain, " → "))
		}
		if len(chain) > len(c.Organs) {
			return nil // a cycle further up; its own members report it
		}
		up = parent
	}
	return nil
}

// Organ returns the organ with the name or alias, nil when there is none.
func (c *Config) Organ(name string) *report.Organ { return c.organs[name] }

// Levels returns the severities for a file, named relative to Root.
func (c *Config) Levels(file string) rules.Levels {
	result, own := c.levels, false
	for i := range c.Overrides {
		if !matchAny(c.Overrides[i].Files, file) {
			continue
		}
		if !own {
			result, own = clone(c.levels), true
		}
		for name, level := range c.Overrides[i].levels {
			result[name] = level
		}
	}
	return result
}

func clone(l rules.Levels) rules.Levels {
	c := rules.Levels{}
	for name, level := range l {
		c[name] = level
	}
	return c
}

// Excludes reports whether a file, named relative to Root, is never looked at.
func (c *Config) Excludes(file string) bool { return matchAny(c.Exclude, file) }

// matchAny reports whether a glob matches the file or a folder above it.
func matchAny(globs []string, file string) bool {
	for _, glob := range globs {
		for path := file; path != "." && path != "/"; path = filepath.ToSlash(filepath.Dir(path)) {
			if ok, _ := doublestar.Match(strings.TrimSuffix(glob, "/"), path); ok {
				return true
			}
		}
	}
	return false
}

// Claims reports whether a pattern of files says that the file, named
// relative to Root, is a report, and what its path says.
func (c *Config) Claims(file string) (organ, year string, ok bool) {
	for _, p := range c.patterns {
		if organ, year, ok = p.match(file); ok {
			return organ, year, true
		}
	}
	return "", "", false
}
