package config

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gouji-lint/gouji/internal/ownrule"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// OwnRules returns the rules that the configuration defines, in the file and
// in those that it names.
func (c *Config) OwnRules() []*rules.Rule { return c.own }

// readOwnRules reads the rules of the file itself and of the files that it
// names.
func (c *Config) readOwnRules() error {
	if len(c.Own)+len(c.RuleFiles) == 0 {
		return nil
	}
	c.defined = []*ownrule.Source{ownrule.NewSource(c.source.file, c.Own)}
	for i := range c.RuleFiles {
		s, err := c.readRules(i)
		if err != nil {
			return err
		}
		c.defined = append(c.defined, s)
	}
	if err := ownrule.Verify(c.defined, c.known); err != nil {
		return err
	}
	for _, s := range c.defined {
		c.known = append(c.known, s.Names()...)
	}
	return nil
}

// compileOwnRules makes the rules for the formats that hold.
func (c *Config) compileOwnRules() (err error) {
	if c.defined != nil {
		c.own, err = ownrule.Compile(c.defined, c.Library())
	}
	return err
}

// mostRuleBytes is how large a file of rules may be.
const mostRuleBytes = 1 << 20

// readRules reads the i-th file of rules strictly.
func (c *Config) readRules(i int) (*ownrule.Source, error) {
	name := c.RuleFiles[i]
	path := filepath.Join(filepath.Dir(c.Path), filepath.FromSlash(name))
	text, err := readRegular(path)
	at := func() report.Span { return c.source.text(item("rule_files", i)) }
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, c.source.fault(at(), "没有规则文件「%s」", "there is no file of rules %q", name)
	case err != nil:
		return nil, c.source.fault(at(), "无法读取规则文件「%s」：%v", "cannot read the file of rules %q: %v", name, err)
	}
	s := newSource(path, text)
	if len(text) > mostRuleBytes {
		return nil, s.fault(s.file.Span(0, 0), "规则文件大于 1 MB", "a file of rules has at most 1 MB")
	}
	var file struct {
		Rules []ownrule.Definition `toml:"rule"`
	}
	if err := s.decode(&file); err != nil {
		return nil, err
	}
	return ownrule.NewSource(s.file, file.Rules), nil
}

// readRegular reads a regular file, and no more of it than tells that it is
// too large.
func readRegular(path string) (string, error) {
	info, err := os.Stat(path)
	var fault *fs.PathError
	switch {
	case errors.As(err, &fault):
		return "", fault.Err
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return "", errors.New("not a regular file")
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, mostRuleBytes+1))
	return string(text), err
}

func names(list []*rules.Rule) (names []string) {
	for _, r := range list {
		names = append(names, r.Name)
	}
	return names
}
