package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/gouji-lint/gouji/internal/fault"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Library returns the profiles that hold: those that gouji has, with the own
// ones of the configuration among them.
func (c *Config) Library() *profile.Library {
	if c.library == nil {
		return profile.Standard()
	}
	return c.library
}

// loadProfiles reads the own profiles.
func (c *Config) loadProfiles() error {
	if len(c.Profiles) == 0 {
		return nil
	}
	own, err := c.sources(c.Profiles)
	if err != nil {
		return err
	}
	c.library, err = withProfiles(own)
	return err
}

// sources reads the files of own profiles.
func (c *Config) sources(names []string) (own []profile.Source, err error) {
	for _, name := range names {
		path := filepath.Join(c.Root, filepath.FromSlash(name))
		text, err := os.ReadFile(path)
		at := func() report.Span { return c.source.text(item("profiles", slices.Index(c.Profiles, name))) }
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil, c.source.fault(at(), "没有报告格式文件「%s」", "there is no profile %q", name)
		case err != nil:
			return nil, c.source.fault(at(), "无法读取报告格式文件「%s」：%v", "cannot read the profile %q: %v", name, err)
		}
		own = append(own, profile.Source{Name: path, Text: string(text)})
	}
	return own, nil
}

// withProfiles returns the profiles that gouji has with own ones among them.
func withProfiles(own []profile.Source) (*profile.Library, error) {
	library, err := profile.Standard().With(own...)
	var wrong *profile.Fault
	if errors.As(err, &wrong) {
		return nil, &fault.Fault{Place: wrong.Place, Message: rules.Message{ZH: wrong.ZH, EN: wrong.EN}}
	}
	return library, err
}

// WithProfile returns the profiles that hold when the configuration around it
// names the profile at path, as it may do already, and the text of it.
func WithProfile(path string, more ...*rules.Rule) (library *profile.Library, id string, err error) {
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, "", err
	}
	text, err := os.ReadFile(full)
	if err != nil {
		return nil, "", err
	}
	c := &Config{}
	if around, ok := Find(filepath.Dir(full)); ok {
		if c, err = parseFile(around, more); err != nil {
			return nil, "", err
		}
	}
	others := slices.DeleteFunc(slices.Clone(c.Profiles), func(name string) bool {
		return filepath.Join(c.Root, filepath.FromSlash(name)) == full
	})
	own, err := c.sources(others)
	if err != nil {
		return nil, "", err
	}
	library, err = withProfiles(append(own, profile.Source{Name: path, Text: string(text)}))
	if err != nil {
		return nil, "", err
	}
	return library, profile.IDOf(string(text)), nil
}

// Sources returns the files that the configuration was read from.
func (c *Config) Sources() (paths []string) {
	if c.Path == "" {
		return nil
	}
	paths = append(paths, c.Path)
	for _, name := range slices.Concat(c.Profiles, c.RuleFiles) {
		paths = append(paths, filepath.Join(c.Root, filepath.FromSlash(name)))
	}
	return paths
}
