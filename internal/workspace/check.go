package workspace

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Run is what to check files with.
type Run struct {
	Rules   []*rules.Rule
	Library *profile.Library
	Project *Project                     // nil when no configuration holds
	Force   bool                         // files that are named are excluded like others
	Levels  rules.Levels                 // where no project says
	Least   rules.Severity               // milder findings are not kept
	Shows   func(*rules.Diagnostic) bool // nil shows every finding
	Jobs    int                          // files looked at at the same time

	checker *rules.Checker
	done    atomic.Int64
}

// Done returns how many files the run has looked at. It may be asked while the
// run goes on.
func (r *Run) Done() int { return int(r.done.Load()) }

// Outcome is the result of a run, and which files were no reports.
type Outcome struct {
	*rules.Result
	Passed []File
}

// look is what came of one file: a result, or nothing if it is no report, or
// an error.
type look struct {
	result *rules.FileResult
	err    error
}

// Check looks at the files. A file that cannot be read, a faulty
// configuration and a fault of gouji itself are errors; the first one, in the
// order of files, is returned.
func (r *Run) Check(files []File) (*Outcome, error) {
	o := &Outcome{}
	files, places, err := r.places(files, o)
	if err != nil {
		return nil, err
	}
	looks := make([]look, len(files))
	r.checker = rules.NewChecker(r.Rules)
	r.each(len(files), func(w *worker, i int) { looks[i] = w.file(&files[i], &places[i]) })
	return o, r.finish(o, files, places, looks)
}

// CheckText looks at one text, called name.
func (r *Run) CheckText(name string, text io.Reader) (*Outcome, error) {
	o := &Outcome{}
	r.checker = rules.NewChecker(r.Rules)
	path, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	files, places, err := r.places([]File{{Name: name, Path: path, Named: true}}, o)
	if err != nil || len(files) == 0 {
		return o, err
	}
	w := newWorker(r, r.checker)
	data, err := w.read(text, 0)
	if err != nil {
		return nil, withPath(err, name)
	}
	return o, r.finish(o, files, places, []look{w.text(&files[0], data, &places[0])})
}

// places looks files up in the project and drops those that are not looked
// at: what is excluded is forgotten, what no pattern claims is passed over.
func (r *Run) places(files []File, o *Outcome) (taken []File, places []place, err error) {
	if r.Project == nil {
		return files, make([]place, len(files)), nil
	}
	for i := range files {
		at, err := r.Project.place(&files[i])
		switch {
		case err != nil:
			return nil, nil, err
		case at.excludes(&files[i], r.Force):
		case !at.takes(&files[i]):
			o.Passed = append(o.Passed, files[i])
		default:
			taken, places = append(taken, files[i]), append(places, at)
		}
	}
	return taken, places, nil
}

// finish puts together what came of the files and compares the reports.
func (r *Run) finish(o *Outcome, files []File, places []place, looks []look) (err error) {
	var results []*rules.FileResult
	context := 0
	for i, l := range looks {
		switch {
		case l.err != nil:
			return l.err
		case l.result == nil && files[i].Context:
		case l.result == nil:
			o.Passed = append(o.Passed, files[i])
		default:
			results = append(results, l.result)
			if files[i].Context {
				context++
			}
		}
	}
	defer func() {
		if v := recover(); v != nil {
			err = &Crash{Where: panicked(), Value: v}
		}
	}()
	r.checker.Set(results, organs(places), r.again(files, places))
	o.Result = r.checker.Finish(results)
	o.Result.Reports -= context
	o.Result.PassedOver = len(o.Passed)
	o.Result.Keep(r.Least)
	if r.Shows != nil {
		o.Result.Diagnostics = slices.DeleteFunc(o.Result.Diagnostics, func(d rules.Diagnostic) bool { return !r.Shows(&d) })
		o.Result.Skipped = slices.DeleteFunc(o.Result.Skipped, func(s rules.Skip) bool { return !r.Shows(&rules.Diagnostic{Span: s.File.Span(0, 0)}) })
	}
	return nil
}

// organs returns the organs of all configurations.
func organs(places []place) (all []report.Organ) {
	seen := map[*config.Config]bool{}
	for i := range places {
		if c := places[i].config; c != nil && !seen[c] {
			seen[c] = true
			all = append(all, c.Organs...)
		}
	}
	return all
}

// again reads a report once more, when something was found and its text is
// wanted.
func (r *Run) again(files []File, places []place) rules.Reader {
	var byName map[string]int
	return func(f *report.File) (*profile.Form, error) {
		if byName == nil {
			byName = make(map[string]int, len(files))
			for i := range files {
				byName[files[i].Name] = i
			}
		}
		i, ok := byName[f.Name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		data, err := os.ReadFile(files[i].Path)
		if err != nil {
			return nil, err
		}
		read := parser.New().Read(f.Name, data)
		places[i].complete(&read.Meta)
		return r.Library.Bind(read), nil
	}
}

// lighten lets go of the text of a file that nothing will quote: of thousands
// of reports most are clean.
func lighten(f *rules.FileResult, least rules.Severity) {
	if len(f.Directives) > 0 {
		return // a comment may speak of a mild finding
	}
	kept := f.Diagnostics[:0]
	for _, d := range f.Diagnostics {
		if d.Severity >= least {
			kept = append(kept, d)
		}
	}
	clear(f.Diagnostics[len(kept):])
	f.Diagnostics = kept
	if len(kept) > 0 {
		return
	}
	f.File = report.NewFile(f.File.Name, "")
	for i := range f.Skipped {
		f.Skipped[i].File = f.File
	}
}
