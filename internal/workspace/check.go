package workspace

import (
	"io"
	"sync"
	"sync/atomic"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Run is what to check files with.
type Run struct {
	Rules   []*rules.Rule
	Library *profile.Library
	Levels  rules.Levels
	Least   rules.Severity // milder findings are not kept
	Jobs    int            // files looked at at the same time
}

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

// Check looks at the files. A file that cannot be read and a fault of gouji
// itself are errors; the first one, in the order of files, is returned.
func (r *Run) Check(files []File) (*Outcome, error) {
	looks := make([]look, len(files))
	checker := rules.NewChecker(r.Rules)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range max(1, min(r.Jobs, len(files))) {
		workers.Go(func() {
			w := newWorker(r, checker)
			for i := next.Add(1) - 1; i < int64(len(files)); i = next.Add(1) - 1 {
				looks[i] = w.file(&files[i])
			}
		})
	}
	workers.Wait()
	return r.finish(checker, files, looks)
}

// CheckText looks at one text, called name.
func (r *Run) CheckText(name string, text io.Reader) (*Outcome, error) {
	checker := rules.NewChecker(r.Rules)
	w := newWorker(r, checker)
	data, err := w.read(text, 0)
	if err != nil {
		return nil, withPath(err, name)
	}
	return r.finish(checker, []File{{Name: name, Named: true}}, []look{w.text(name, data)})
}

func (r *Run) finish(checker *rules.Checker, files []File, looks []look) (*Outcome, error) {
	o := &Outcome{}
	var results []*rules.FileResult
	for i, l := range looks {
		switch {
		case l.err != nil:
			return nil, l.err
		case l.result == nil:
			o.Passed = append(o.Passed, files[i])
		default:
			results = append(results, l.result)
		}
	}
	o.Result = checker.Finish(results)
	o.Result.PassedOver = len(o.Passed)
	o.Result.Keep(r.Least)
	return o, nil
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
