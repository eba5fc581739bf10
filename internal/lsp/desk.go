package lsp

import (
	"errors"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// The limits of what is done at once.
const (
	// lookAround is how long it is not asked again which files there are, and
	// which of them have changed.
	lookAround = 2 * time.Second
	// mostAround is how many files of a folder without patterns are compared
	// with the open ones.
	mostAround = 2000
	// fewFiles are read without anybody noticing.
	fewFiles = 20
)

// desk is where the open texts lie among the files around them, to be
// checked. It is used by one at a time, who holds the mutex.
type desk struct {
	mutex sync.Mutex
	rules []*rules.Rule
	roots []string // folders of the workspace
	least rules.Severity

	project *workspace.Project
	memory  *workspace.Memory
	looked  time.Time
	open    []workspace.File // the texts, in a stable order
	around  []workspace.File // those and what they are compared with
	texts   map[string]string
	paths   map[string]string // by name
	err     error             // a configuration that cannot be used
}

// outcome is what a check came to.
type outcome struct {
	*workspace.Outcome
	paths   map[string]string // of files by their names
	err     error             // why nothing was checked
	crashed []*workspace.Crash
}

// lay puts the open texts on the desk.
func (d *desk) lay(docs []*snapshot) {
	if d.project == nil {
		d.project, d.memory = workspace.NewProject(d.root(""), d.rules...), workspace.NewMemory()
	}
	d.texts = map[string]string{}
	var open []workspace.File
	for _, doc := range docs {
		if doc.isReport() {
			d.texts[doc.path] = doc.text.src
			open = append(open, workspace.File{Name: d.name(doc.path), Path: doc.path, Named: true})
		}
	}
	open = workspace.Tidy(open)
	if slices.Equal(open, d.open) && time.Since(d.looked) < lookAround {
		return
	}
	d.memory.Refresh()
	d.open = open
	d.around, d.err = d.scope()
	d.paths = map[string]string{}
	for _, f := range d.around {
		d.paths[f.Name] = f.Path
	}
	d.looked = time.Now()
}

// isReport reports whether the text may be a report that can be checked.
func (d *snapshot) isReport() bool {
	return !d.lost && filepath.Base(d.path) != config.Name
}

// root returns the folder of the workspace that holds a file, else the first
// one.
func (d *desk) root(path string) string {
	for _, r := range d.roots {
		if strings.HasPrefix(path, r+string(filepath.Separator)) {
			return r
		}
	}
	if len(d.roots) > 0 {
		return d.roots[0]
	}
	return string(filepath.Separator)
}

// name is what a file is called in messages: its path in the workspace.
func (d *desk) name(path string) string {
	if rel, err := filepath.Rel(d.root(""), path); err == nil && filepath.IsLocal(rel) {
		path = rel
	}
	return filepath.ToSlash(path)
}

// scope returns the files that the open texts are compared with: those that
// the configuration puts beside them, and without one those of the folder.
func (d *desk) scope() ([]workspace.File, error) {
	around, err := d.project.Scope(slices.Clone(d.open))
	if err != nil {
		return nil, err
	}
	if len(around) == len(d.open) {
		around = append(around, d.folders()...)
	}
	return workspace.Tidy(around), nil
}

// folders returns the files of the folders of the workspace, as context. Of
// one that cannot be read, or that is very large, nothing is compared.
func (d *desk) folders() (all []workspace.File) {
	for _, root := range d.roots {
		if !slices.ContainsFunc(d.open, func(f workspace.File) bool { return d.root(f.Path) == root }) {
			continue
		}
		files, err := workspace.Find(root, []string{"."})
		if err != nil || len(files) > mostAround {
			continue
		}
		for _, f := range files {
			if _, open := d.texts[f.Path]; !open {
				all = append(all, workspace.File{Name: d.name(f.Path), Path: f.Path, Context: true})
			}
		}
	}
	return all
}

// mustRead reports whether reading the files around takes a while.
func (d *desk) mustRead() bool {
	unknown := 0
	for _, f := range d.around {
		if f.Context && !d.memory.Knows(f.Path) {
			unknown++
		}
	}
	return unknown > fewFiles
}

// check checks the open texts, alone or with the files around them.
func (d *desk) check(around bool) outcome {
	files := d.open
	if around {
		files = d.around
	}
	result := outcome{paths: d.paths, err: d.err}
	list := d.rules
	for result.err == nil {
		run := d.run(list, result.crashed)
		result.Outcome, result.err = run.Check(files)
		var crash *workspace.Crash
		if !errors.As(result.err, &crash) {
			break
		}
		// A fault of gouji: go on without what it lies in.
		result.crashed = append(result.crashed, crash)
		list, files = without(list, files, crash)
		result.err, d.memory = nil, workspace.NewMemory()
	}
	if len(result.crashed) > 0 {
		d.memory = workspace.NewMemory() // of fewer rules
	}
	return result
}

// run returns a run of the rules without those that failed.
func (d *desk) run(list []*rules.Rule, crashed []*workspace.Crash) *workspace.Run {
	failed := func(r *rules.Rule) bool {
		return slices.ContainsFunc(crashed, func(c *workspace.Crash) bool { return c.Rule == r.Name })
	}
	return &workspace.Run{
		Only:  func(r *rules.Rule) bool { return !failed(r) },
		Rules: list, Library: profile.Standard(), Project: d.project, Force: true,
		Least: d.least, Jobs: runtime.GOMAXPROCS(0), Texts: d.texts, Memory: d.memory,
	}
}

// without leaves out the rule that failed, or the file when it was no rule,
// or else all rules that compare reports.
func without(list []*rules.Rule, files []workspace.File, crash *workspace.Crash) ([]*rules.Rule, []workspace.File) {
	if crash.Rule == "" && crash.File != "" {
		return list, slices.DeleteFunc(slices.Clone(files), func(f workspace.File) bool { return f.Name == crash.File })
	}
	return slices.DeleteFunc(slices.Clone(list), func(r *rules.Rule) bool {
		return r.Name == crash.Rule || crash.Rule == "" && (r.CheckSet != nil || r.Collect != nil)
	}), files
}
