package workspace

import (
	"maps"
	"path/filepath"
	"slices"
	"sync"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Project is what the configuration files around a set of files say. The
// nearest one upward from each file holds for it.
type Project struct {
	dir  string        // the working directory
	none config.Config // where there is no file
	more []*rules.Rule // that the program has beside those of gouji

	mutex    sync.Mutex
	byFolder map[string]folder
	byPath   map[string]*config.Config
	sources  map[string]state // of the configurations, by path
}

// folder is what holds for the files of a folder.
type folder struct {
	config *config.Config
	rel    string // of the folder, from the root of the configuration, with a slash behind
}

// NewProject returns a project, seen from the folder dir, that has read
// nothing yet. The program may have rules beside those of gouji, which
// configurations can name.
func NewProject(dir string, more ...*rules.Rule) *Project {
	return &Project{dir: dir, more: more, byFolder: map[string]folder{}, byPath: map[string]*config.Config{}, sources: map[string]state{}}
}

// Of returns the configuration that holds for the file at an absolute path,
// and the name that its patterns know the file by.
func (p *Project) Of(path string) (c *config.Config, rel string, err error) {
	f, err := p.folder(filepath.Dir(path))
	return f.config, f.rel + filepath.Base(path), err
}

func (p *Project) folder(dir string) (folder, error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	return p.look(dir)
}

// look looks a folder up, and where it has no configuration the one above:
// folders side by side ask the disk for that once.
func (p *Project) look(dir string) (folder, error) {
	if f, ok := p.byFolder[dir]; ok {
		return f, nil
	}
	f := folder{config: &p.none}
	path, up := config.At(dir)
	switch {
	case path != "":
		c, err := p.load(path)
		if err != nil {
			return folder{}, err
		}
		f.config = c
	case up != "":
		above, err := p.look(up)
		if err != nil {
			return folder{}, err
		}
		if f.config = above.config; f.config != &p.none {
			f.rel = above.rel + filepath.Base(dir) + "/"
		}
	}
	p.byFolder[dir] = f
	return f, nil
}

// load reads a configuration once.
func (p *Project) load(path string) (*config.Config, error) {
	if c := p.byPath[path]; c != nil {
		return c, nil
	}
	c, err := config.Load(path, p.more...)
	if err != nil {
		return nil, err
	}
	p.byPath[path] = c
	for _, source := range c.Sources() {
		p.sources[source] = stateOf(source)
	}
	return c, nil
}

// OwnRules returns the rules that the configurations read so far define.
func (p *Project) OwnRules() (all []*rules.Rule) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for _, path := range slices.Sorted(maps.Keys(p.byPath)) {
		all = append(all, p.byPath[path].OwnRules()...)
	}
	return all
}

// Changed reports whether the configurations are not those any more that were
// read.
func (p *Project) Changed() bool {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	for dir, f := range p.byFolder {
		if path, _ := config.Find(dir); path != f.config.Path {
			return true
		}
	}
	for path, was := range p.sources {
		if stateOf(path) != was {
			return true
		}
	}
	return false
}

// place is what a project knows about one file before it is read. The zero
// place is that of a file without a project.
type place struct {
	config      *config.Config // nil without a project
	rel         string
	organ, year string // what its path says
	claimed     bool   // a pattern of files claims it
}

// place looks a file up. Without a project it is the zero place.
func (p *Project) place(f *File) (place, error) {
	if p == nil {
		return place{}, nil
	}
	c, rel, err := p.Of(f.Path)
	if err != nil {
		return place{}, err
	}
	at := place{config: c, rel: rel}
	at.organ, at.year, at.claimed = c.Claims(rel)
	if o := c.Organ(at.organ); o != nil {
		at.organ = o.Name
	}
	return at, nil
}

// complete adds to the facts of a report what configuration and path say. A
// statement in the front matter goes before them, a guess from the text after.
func (at *place) complete(m *report.Meta) {
	if at.config == nil {
		return
	}
	weaker := func(f report.Fact, than report.Origin) bool { return !f.Known() || f.Origin > than }
	if at.year != "" && weaker(m.Year, report.FromPath) {
		m.Year = report.Fact{Value: at.year, Origin: report.FromPath}
	}
	if at.organ != "" && weaker(m.Organ, report.FromPath) {
		m.Organ = report.Fact{Value: at.organ, Origin: report.FromPath}
	}
	o := at.config.Organ(m.Organ.Value)
	if o == nil {
		return
	}
	if weaker(m.Organ, report.FromConfig) {
		m.Organ = report.Fact{Value: o.Name, Origin: report.FromConfig, Span: m.Organ.Span}
	}
	if o.Kind != "" && weaker(m.Kind, report.FromConfig) {
		m.Kind = report.Fact{Value: o.Kind, Origin: report.FromConfig}
	}
	if o.Scope != "" && weaker(m.Scope, report.FromConfig) {
		m.Scope = report.Fact{Value: o.Scope, Origin: report.FromConfig}
	}
}

// excludes reports whether the configuration keeps gouji from the file. Who
// names a file means it, unless a tool names all that it finds.
func (at *place) excludes(f *File, force bool) bool {
	return at.config != nil && (!f.Named || force) && at.config.Excludes(at.rel)
}

// takes reports whether the file may be a report: patterns say which ones
// are, where there are any.
func (at *place) takes(f *File) bool {
	return at.config == nil || f.Named || at.claimed || len(at.config.Files) == 0
}

// levels returns the severities that hold for the file.
func (at *place) levels(otherwise rules.Levels) rules.Levels {
	if at.config == nil {
		return otherwise
	}
	return at.config.Levels(at.rel)
}

// library returns the profiles that hold for the file.
func (at *place) library(otherwise *profile.Library) *profile.Library {
	if at.config == nil || len(at.config.Profiles) == 0 {
		return otherwise
	}
	return at.config.Library()
}

// Unclaimed reports whether the file is no report because the patterns of the
// configuration that holds for it name others only.
func (p *Project) Unclaimed(f *File) bool {
	at, err := p.place(f)
	return err == nil && !at.takes(f)
}
