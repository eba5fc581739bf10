package workspace

import (
	"errors"
	"io/fs"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Run is what to check files with.
type Run struct {
	Rules   []*rules.Rule
	Only    func(*rules.Rule) bool // which rules that a configuration defines are applied; nil for all
	Library *profile.Library
	Project *Project                     // nil when no configuration holds
	Force   bool                         // files that are named are excluded like others
	Levels  rules.Levels                 // where no project says
	Least   rules.Severity               // milder findings are not kept
	Shows   func(*rules.Diagnostic) bool // nil shows every finding
	Jobs    int                          // files looked at at the same time
	Texts   map[string]string            // by path; a text here stands in for the file on disk
	Memory  *Memory                      // of the runs before; nil for none

	lists *ruleLists
	done  atomic.Int64
	kept  atomic.Int64 // bytes of text that findings keep
}

// Done returns how many files the run has looked at. It may be asked while the
// run goes on.
func (r *Run) Done() int { return int(r.done.Load()) }

// Outcome is the result of a run, and which files were no reports.
type Outcome struct {
	*rules.Result
	Passed []File
}

// look is what came of one file. Most reports are clean and leave nothing
// behind but that.
type look struct {
	kind   lookKind
	result *rules.FileResult
	config *config.Config // that holds for the file
	err    error
}

type lookKind uint8

const (
	passed   lookKind = iota // it is no report
	excluded                 // the configuration leaves it out
	clean                    // a report about which nothing is left to say
	found                    // a report with a result
	failed                   // it could not be looked at
)

// Check looks at the files. Files that cannot be read, a faulty configuration
// and a fault of gouji itself are errors; the first one, in the order of
// files, is returned.
func (r *Run) Check(files []File) (o *Outcome, err error) {
	r.lists = r.newLists(len(files) == 1)
	return r.part(files)
}

// partSize is how many files are looked at before what was found is told.
const partSize = 1024

// CheckInParts looks at the files as Check does, and tells what it found part
// by part, in the order of files: of a hundred thousand reports any number
// may have findings. Only when no rule compares reports there is more than one
// part. An error after the first part says so.
func (r *Run) CheckInParts(files []File, tell func(*Outcome) error) error {
	if r.Compares() {
		o, err := r.Check(files)
		if err != nil {
			return err
		}
		return tell(o)
	}
	r.lists = r.newLists(true)
	for done := 0; done == 0 || done < len(files); done += partSize {
		o, err := r.part(files[done:min(done+partSize, len(files))])
		if err == nil {
			err = tell(o)
		}
		if err != nil {
			var unread *ReadError
			if errors.As(err, &unread) {
				unread.After = done
			}
			return err
		}
	}
	return nil
}

// Compares reports whether a rule looks at all reports.
func (r *Run) Compares() bool {
	return r.Memory != nil || slices.ContainsFunc(r.Rules, (*rules.Rule).Compares)
}

// part looks at files and puts together what came of them.
func (r *Run) part(files []File) (*Outcome, error) {
	looks := make([]look, len(files))
	r.kept.Store(0)
	r.each(len(files), func(w *worker, i int) { looks[i] = w.file(&files[i]) })
	return r.finish(files, looks)
}

// newLists returns the checkers of the runs before, if they are remembered:
// they tell whether a text is still the same. A report that is read alone is
// compared with none, but another run may remember it.
func (r *Run) newLists(alone bool) *ruleLists {
	if r.Memory == nil {
		l := newRuleLists(r.Rules, r.Only)
		if alone {
			l.checker.Alone()
		}
		return l
	}
	if r.Memory.lists == nil {
		r.Memory.lists = newRuleLists(r.Rules, r.Only)
	}
	return r.Memory.lists
}

// finish puts together what came of the files and compares the reports.
func (r *Run) finish(files []File, looks []look) (o *Outcome, err error) {
	if err := failure(looks); err != nil {
		return nil, err
	}
	o = &Outcome{}
	var results []*rules.FileResult
	reports := 0
	for i, l := range looks {
		if l.result != nil {
			results = append(results, l.result)
		}
		switch {
		case files[i].Context:
		case l.kind == passed:
			o.Passed = append(o.Passed, files[i])
		case l.kind == clean, l.kind == found:
			reports++
		}
	}
	defer func() {
		switch v := recover().(type) {
		case nil:
		case *Crash:
			err = v
		default:
			err = &Crash{Where: panicked(), Value: v}
		}
	}()
	r.compare(files, looks)
	o.Result = r.lists.checker.Finish(results)
	o.Result.Reports = reports
	o.Result.PassedOver = len(o.Passed)
	o.Result.Keep(r.Least)
	if r.Shows != nil {
		o.Result.Diagnostics = slices.DeleteFunc(o.Result.Diagnostics, func(d rules.Diagnostic) bool { return !r.Shows(&d) })
		o.Result.Skipped = slices.DeleteFunc(o.Result.Skipped, func(s rules.Skip) bool { return !r.Shows(&rules.Diagnostic{Span: s.File.Span(0, 0)}) })
	}
	return o, nil
}

// compare compares the reports that one configuration holds for with each
// other: it says which organs there are.
func (r *Run) compare(files []File, looks []look) {
	var configs []*config.Config // in the order of files
	together := map[*config.Config][]*rules.FileResult{}
	for _, l := range looks {
		if l.result == nil {
			continue
		}
		if together[l.config] == nil {
			configs = append(configs, l.config)
		}
		together[l.config] = append(together[l.config], l.result)
	}
	again := r.again(files)
	for _, c := range configs {
		var organs []report.Organ
		if c != nil {
			organs = c.Organs
		}
		r.lists.checker.Set(together[c], organs, again, r.compared)
	}
}

// again reads a report once more, when something was found and its text is
// wanted.
func (r *Run) again(files []File) rules.Reader {
	byName := sync.OnceValue(func() map[string]int {
		byName := make(map[string]int, len(files))
		for i := range files {
			byName[files[i].Name] = i
		}
		return byName
	})
	return func(f *report.File) (*profile.Form, error) {
		i, ok := byName()[f.Name]
		if !ok {
			return nil, fs.ErrNotExist
		}
		form, _, err := r.Form(&files[i])
		return form, err
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
