package lsp

import (
	"errors"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// The limits of what is done at once.
const (
	// lookAround is how long it is not asked again which files there are, and
	// which of them have changed.
	lookAround = 2 * time.Second
	// fewFiles are read without anybody noticing.
	fewFiles = 20
)

// desk is where the open texts lie among the files around them, to be
// checked.
type desk struct {
	rules []*rules.Rule

	mutex  sync.Mutex // guards what follows
	roots  []string   // folders of the workspace
	least  rules.Severity
	memory *workspace.Memory
	last   *job
	looked time.Time // when the folders were looked through
}

// job is what one check is about. It does not change.
type job struct {
	rules   []*rules.Rule
	least   rules.Severity
	project *workspace.Project
	memory  *workspace.Memory

	open   []workspace.File  // the texts, in a stable order
	around []workspace.File  // those and what they are compared with
	texts  map[string]string // by path
	paths  map[string]string // by name
	err    error             // a configuration that cannot be used
}

// outcome is what a check came to.
type outcome struct {
	*workspace.Outcome
	job     *job
	err     error // why nothing was checked
	crashed []*workspace.Crash
}

// forget has everything read anew: the configuration has changed, or what is
// wanted.
func (d *desk) forget() {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.last = nil
}

// known returns the rules of the program and of the configurations.
func (d *desk) known() []*rules.Rule {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.last == nil {
		return d.rules
	}
	return slices.Concat(d.rules, d.last.project.OwnRules())
}

// lookAgain has the folders looked through before the next check.
func (d *desk) lookAgain() {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.looked = time.Time{}
}

// lay puts the open texts on the desk.
func (d *desk) lay(docs []*snapshot) *job {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	j := &job{rules: d.rules, least: d.least, memory: d.memory, texts: map[string]string{}}
	for _, doc := range docs {
		if doc.isReport() {
			j.texts[doc.path] = doc.text.src
			j.open = append(j.open, workspace.File{Name: d.name(doc.path), Path: doc.path, Named: true})
		}
	}
	j.open = workspace.Tidy(j.open)
	if last := d.last; last != nil && slices.Equal(j.open, last.open) && time.Since(d.looked) < lookAround {
		j.project, j.around, j.paths, j.err = last.project, last.around, last.paths, last.err
	} else {
		d.lookThrough(j)
	}
	d.last = j
	return j
}

// lookThrough finds the files around the open texts.
func (d *desk) lookThrough(j *job) {
	if d.last != nil && !d.last.project.Changed() {
		j.project = d.last.project
	} else {
		d.memory = workspace.NewMemory() // of what holds under other configurations
		j.memory, j.project = d.memory, workspace.NewProject(d.root(""), d.rules...)
	}
	j.memory.Refresh()
	j.around, j.err = j.project.Scope(j.open)
	j.around = workspace.Tidy(j.around)
	j.paths = map[string]string{}
	for _, f := range slices.Concat(j.open, j.around) {
		j.paths[f.Name] = f.Path
	}
	d.looked = time.Now()
}

// isReport reports whether the text may be a report that can be checked.
func (d *snapshot) isReport() bool { return d.trouble == "" && !d.isConfig() }

// changeRoots adds folders to the workspace and takes others out of it.
func (d *desk) changeRoots(added, removed []string) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.roots = slices.DeleteFunc(slices.Concat(d.roots, added), func(r string) bool { return slices.Contains(removed, r) })
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

// mustRead reports whether reading the files around takes a while.
func (j *job) mustRead() bool {
	unknown := 0
	for _, f := range j.around {
		if f.Context && !j.memory.Knows(f.Path) {
			unknown++
		}
	}
	return unknown > fewFiles
}

// check checks the open texts, alone or with the files around them.
func (j *job) check(around bool) outcome {
	files := j.open
	if around {
		files = j.around
	}
	o := outcome{job: j, err: j.err}
	run := j.run()
	for o.err == nil {
		o.Outcome, o.err = run.Check(files)
		var crash *workspace.Crash
		if !errors.As(o.err, &crash) {
			break
		}
		// A fault of gouji: go on without what it lies in, and remember
		// nothing of that.
		o.crashed, o.err = append(o.crashed, crash), nil
		run.Memory = nil
		run.Only = o.works
		run.Rules, files = without(run.Rules, files, crash)
	}
	return o
}

// works reports whether a rule has not failed.
func (o *outcome) works(r *rules.Rule) bool {
	return !slices.ContainsFunc(o.crashed, func(c *workspace.Crash) bool { return c.Rule == r.Name })
}

func (j *job) run() *workspace.Run {
	return &workspace.Run{
		Rules: j.rules, Library: profile.Standard(), Project: j.project, Force: true,
		Least: j.least, Jobs: runtime.GOMAXPROCS(0), Texts: j.texts, Memory: j.memory,
	}
}

// without leaves out the rule that failed, or the file when it was no rule,
// or else all rules that compare reports.
func without(list []*rules.Rule, files []workspace.File, crash *workspace.Crash) ([]*rules.Rule, []workspace.File) {
	if crash.Rule == "" && crash.File != "" {
		return list, slices.DeleteFunc(slices.Clone(files), func(f workspace.File) bool { return f.Name == crash.File })
	}
	return slices.DeleteFunc(slices.Clone(list), func(r *rules.Rule) bool {
		return r.Name == crash.Rule || crash.Rule == "" && (r.Compares() || r.Collect != nil)
	}), files
}
