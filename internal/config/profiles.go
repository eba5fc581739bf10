package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/gouji-lint/gouji/profile"
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
	var own []profile.Source
	for _, name := range c.Profiles {
		path := filepath.Join(c.Root, filepath.FromSlash(name))
		text, err := os.ReadFile(path)
		place := c.source.place("", 0, "profiles", name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return c.source.fault(place, "没有报告格式文件「%s」", "there is no profile %q", path)
		case err != nil:
			return c.source.fault(place, "无法读取报告格式文件「%s」：%v", "cannot read the profile %q: %v", path, err)
		}
		own = append(own, profile.Source{Name: path, Text: string(text)})
	}
	var err error
	c.library, err = profile.Standard().With(own...)
	return err
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
