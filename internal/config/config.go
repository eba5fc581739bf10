// Package config reads gouji.toml: which files are reports, what their paths
// say, how severe each rule is, and which organs there are.
package config

import (
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/bmatcuk/doublestar/v4"

	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/internal/ownrule"
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
	Fixable   []string          `toml:"fixable"`   // rules whose findings gouji fix may repair; all when empty
	Unfixable []string          `toml:"unfixable"` // rules whose findings it leaves alone
	Profiles  []string          `toml:"profiles"`  // files of own profiles, relative to Root

	Own       []ownrule.Definition `toml:"rule"`       // rules of one's own
	RuleFiles []string             `toml:"rule_files"` // files with more of them, seen from the folder of this one

	defined  []*ownrule.Source // where rules of one's own are defined
	own      []*rules.Rule     // compiled
	known    []string          // names that rules have
	source   *source
	library  *profile.Library // with the own profiles, nil without any
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

// Find returns the configuration file that holds for a folder: the nearest
// one upward, not beyond the root of a git work tree.
func Find(dir string) (string, bool) {
	for {
		path, up := At(dir)
		if path != "" || up == "" {
			return path, path != ""
		}
		dir = up
	}
}

// At returns the path of the configuration file in dir; and where there is
// none, the folder to look in next, "" at the top.
func At(dir string) (path, up string) {
	path = filepath.Join(dir, Name)
	if _, err := os.Lstat(path); err == nil {
		return path, "" // one that cannot be read is an error of Load
	}
	_, err := os.Stat(filepath.Join(dir, ".git"))
	if up = filepath.Dir(dir); err == nil || up == dir {
		return "", ""
	}
	return "", up
}

// Load reads a configuration file strictly. A program may have more rules than
// those of gouji, which the file can name.
func Load(path string, more ...*rules.Rule) (*Config, error) {
	c, err := parseFile(path, more)
	if err != nil {
		return nil, err
	}
	if err := c.loadProfiles(); err != nil {
		return nil, err
	}
	return c, c.compileOwnRules()
}

// parseFile reads a configuration file without the files that it names.
func parseFile(path string, more []*rules.Rule) (*Config, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	c, err := Parse(path, string(text), more...)
	if err != nil {
		return nil, err
	}
	c.Root = filepath.Dir(path)
	return c, nil
}

// mostBytes is how large a configuration file may be.
const mostBytes = 8 << 20

// Parse reads the text of a configuration file. Every error is a *fault.Fault.
func Parse(path, text string, more ...*rules.Rule) (*Config, error) {
	c := &Config{Path: path, source: newSource(path, text), known: names(slices.Concat(rules.All(), more))}
	if len(text) > mostBytes {
		return nil, c.source.fault(c.source.file.Span(0, 0), "配置文件大于 8 MB", "a configuration file has at most 8 MB")
	}
	if err := c.source.decode(c); err != nil {
		return nil, err
	}
	for _, step := range []func() error{c.compilePatterns, c.readOwnRules, c.compileLevels, c.compileFixable, c.compileOrgans} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// decode reads the file strictly into the struct that a pointer points to.
func (s *source) decode(into any) error {
	text := s.file.Src
	meta, err := toml.Decode(text, into)
	// A value of another kind in place of a table of severities is no error to
	// the reader.
	if err == nil && len(meta.Undecoded()) == 0 && (!meta.IsDefined("rules") || meta.Type("rules") == "Hash") {
		return nil
	}
	var all map[string]any
	if _, err := toml.Decode(text, &all); err != nil {
		return s.syntax(err)
	}
	if misfit := s.misfit(all, reflect.TypeOf(into).Elem(), key{}); misfit != nil || err == nil {
		return misfit // none when the table of severities is written with dots
	}
	return s.syntax(err)
}

// compilePatterns reads the patterns of files and checks the globs.
func (c *Config) compilePatterns() error {
	for i, text := range c.Files {
		p, wrong := compilePattern(text)
		if !wrong.IsZero() {
			return &fault.Fault{Place: c.source.text(item("files", i)), Message: wrong}
		}
		c.patterns = append(c.patterns, p)
	}
	for i, glob := range c.Exclude {
		if err := c.checkGlob(glob, item("exclude", i)); err != nil {
			return err
		}
	}
	for i := range c.Overrides {
		for j, glob := range c.Overrides[i].Files {
			if err := c.checkGlob(glob, item(item("override", i)+".files", j)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Config) checkGlob(glob, path string) error {
	if doublestar.ValidatePattern(glob) {
		return nil
	}
	return c.source.fault(c.source.text(path), "「%s」不是合法的路径模式", "%q is no valid pattern", glob)
}

// compileFixable checks the names of rules whose findings may be repaired.
func (c *Config) compileFixable() error {
	for _, list := range []struct {
		key   string
		names []string
	}{{"fixable", c.Fixable}, {"unfixable", c.Unfixable}} {
		for i, name := range list.names {
			if !slices.Contains(c.known, name) {
				return c.source.noRule(c.source.text(item(list.key, i)), name, c.known)
			}
		}
	}
	return nil
}

// compileLevels reads all severities.
func (c *Config) compileLevels() (err error) {
	if c.levels, err = c.readLevels(c.Rules, "rules"); err != nil {
		return err
	}
	for i := range c.Overrides {
		o, path := &c.Overrides[i], item("override", i)
		if len(o.Files) == 0 {
			return c.source.fault(c.source.key(path), "[[override]] 要用 files 写明适用于哪些文件", "an override needs files that it is for")
		}
		if o.Rules == nil {
			return c.source.fault(c.source.key(path+".rules"), `[[override]] 要用 rules 写明规则的级别，如 rules = { 规则名 = "off" }`, `an override needs rules, such as rules = { name = "off" }`)
		}
		if o.levels, err = c.readLevels(o.Rules, path+".rules"); err != nil {
			return err
		}
	}
	return nil
}

// readLevels reads severities by rule name, in the table at a path.
func (c *Config) readLevels(named map[string]string, table string) (rules.Levels, error) {
	result := rules.Levels{}
	for _, name := range slices.Sorted(maps.Keys(named)) {
		if !slices.Contains(c.known, name) {
			return nil, c.source.noRule(c.source.key(table+"."+name), name, c.known)
		}
		level, ok := rules.ParseSeverity(named[name])
		if !ok {
			return nil, c.source.fault(c.source.text(table+"."+name),
				"%[1]s：「%[2]s」不是级别，级别有 off、info、warning、error", "%[1]s: %[2]q is none of off, info, warning, error", name, named[name])
		}
		result[name] = level
	}
	return result, nil
}

// Fixes reports whether findings of the rule may be repaired.
func (c *Config) Fixes(rule string) bool {
	return (len(c.Fixable) == 0 || slices.Contains(c.Fixable, rule)) && !slices.Contains(c.Unfixable, rule)
}

// Levels returns the severities for a file, named relative to Root.
func (c *Config) Levels(file string) rules.Levels {
	result, own := c.levels, false
	for i := range c.Overrides {
		if !matchAny(c.Overrides[i].Files, file) {
			continue
		}
		if !own {
			result, own = maps.Clone(c.levels), true
		}
		maps.Copy(result, c.Overrides[i].levels)
	}
	return result
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

// PathFor returns the file, named relative to Root, that a report belongs to:
// by the first pattern that leaves nothing open. ok is false without one.
func (c *Config) PathFor(organ string, year int) (file string, ok bool) {
	organ = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\<>:"|?*`, r) {
			return '_'
		}
		return r
	}, organ)
	for _, pattern := range c.Files {
		if strings.Contains(pattern, "{year}") && !strings.ContainsAny(pattern, "*") {
			return strings.NewReplacer("{organ}", organ, "{year}", strconv.Itoa(year)).Replace(pattern), true
		}
	}
	return "", false
}

// Claims reports whether a pattern of files says that the file, named
// relative to Root, is a report, and what its path says.
func (c *Config) Claims(file string) (organ, year string, ok bool) {
	for i := range c.patterns {
		if organ, year, ok = c.patterns[i].match(file); ok {
			return organ, year, true
		}
	}
	return "", "", false
}
