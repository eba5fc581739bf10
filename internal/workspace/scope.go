package workspace

import (
	"cmp"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/internal/config"
)

// Scope returns the files that findings about the given ones can rest on:
// themselves, and others that are read but not shown. Those are, as far as
// the patterns of the configuration tell, the reports of the same organs in
// other years and those of other organs in the same years. Without patterns
// they are all files below a configuration that names organs, and else, for a
// file that is named, those whose path is the same but for the year.
//
// listed are folders all files of which are among those given.
func (p *Project) Scope(shown []File, listed ...string) ([]File, error) {
	s := scope{project: p, listed: listed, given: map[*config.Config]bool{}, roots: map[*config.Config]*wanted{}}
	for i := range shown {
		if err := s.want(&shown[i]); err != nil {
			return nil, err
		}
	}
	if len(s.order)+len(s.named) == 0 {
		return shown, nil
	}
	s.have = make(map[string]bool, len(shown))
	for i := range shown {
		s.have[shown[i].Path] = true
	}
	s.files = shown[:len(shown):len(shown)]
	for _, f := range s.named {
		s.otherYears(f)
	}
	for _, c := range s.order {
		if err := s.below(c); err != nil {
			return nil, err
		}
	}
	return s.files, nil
}

// scope gathers files around others.
type scope struct {
	project *Project
	listed  []string
	given   map[*config.Config]bool // all files below it are among those given
	roots   map[*config.Config]*wanted
	order   []*config.Config // the keys of roots
	named   []*File          // about which only their path tells something
	have    map[string]bool  // by path
	files   []File
}

// wanted says which files below a configuration are needed.
type wanted struct {
	years, organs map[string]bool
	all           bool
}

// want notes what the file is compared with.
func (s *scope) want(f *File) error {
	in, err := s.project.folder(filepath.Dir(f.Path))
	c := in.config
	if err != nil || s.complete(c) {
		return err
	}
	at, err := s.project.place(f)
	if err != nil {
		return err
	}
	switch {
	case at.claimed:
		w := s.root(c)
		w.years[at.year], w.organs[at.organ] = true, true
	case len(c.Files) > 0: // it is no report that others are compared with
	case len(c.Organs) > 0:
		s.root(c).all = true
	case f.Named:
		s.named = append(s.named, f)
	}
	return nil
}

// complete reports whether all files below a configuration are given.
func (s *scope) complete(c *config.Config) bool {
	complete, known := s.given[c]
	if !known {
		complete = s.lists(c)
		s.given[c] = complete
	}
	return complete
}

// lists reports whether a folder listed holds all that is below a
// configuration.
func (s *scope) lists(c *config.Config) bool {
	return c.Root != "" && slices.ContainsFunc(s.listed, func(folder string) bool {
		rel, err := filepath.Rel(folder, c.Root)
		return err == nil && filepath.IsLocal(rel)
	})
}

func (s *scope) root(c *config.Config) *wanted {
	if s.roots[c] == nil {
		s.roots[c] = &wanted{years: map[string]bool{}, organs: map[string]bool{}}
		s.order = append(s.order, c)
	}
	return s.roots[c]
}

// below adds the files wanted below the root of a configuration.
func (s *scope) below(c *config.Config) error {
	names, sure, err := list(c.Root)
	if err != nil {
		return err
	}
	w := s.roots[c]
	for _, name := range names {
		f := File{Path: filepath.Join(c.Root, name)}
		at, err := s.project.place(&f)
		if err != nil {
			return err
		}
		if at.config == c && (w.all || at.claimed && (w.years[at.year] || w.organs[at.organ])) {
			s.add(f.Path, sure)
		}
	}
	return nil
}

// add adds a file to be read, if it is one, or is sure to be.
func (s *scope) add(path string, sure bool) {
	if !s.have[path] && (sure || regular(path)) {
		s.have[path] = true
		s.files = append(s.files, File{Name: display(s.project.dir, path), Path: path, Context: true})
	}
}

// firstYear is the first report year: before, the law asked for none.
// lastYear is as far ahead as anybody looks.
const (
	firstYear = 2008
	lastYear  = 2039
)

// otherYears adds the files whose path is that of the file but for the year,
// which stands in its name or in that of its folder: 教育局/2024.md,
// 2024/教育局.md.
func (s *scope) otherYears(f *File) {
	folder, name := filepath.Split(f.Path)
	tail := filepath.Join(filepath.Base(folder), name)
	year := cmp.Or(yearIn(name), yearIn(filepath.Base(folder)))
	if year == "" {
		return
	}
	above := filepath.Dir(filepath.Clean(folder))
	for y := firstYear; y <= lastYear; y++ {
		s.add(filepath.Join(above, strings.ReplaceAll(tail, year, strconv.Itoa(y))), false)
	}
}

// yearIn returns the last year of four digits in a name, "" when there is
// none.
func yearIn(name string) string {
	for end := len(name); end >= 4; end-- {
		digits := name[end-4 : end]
		if y, err := strconv.Atoi(digits); err == nil && y >= firstYear && y <= lastYear &&
			(end == len(name) || !isDigit(name[end])) && (end == 4 || !isDigit(name[end-5])) {
			return digits
		}
	}
	return ""
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
