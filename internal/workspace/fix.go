package workspace

import (
	"bytes"
	"io"
	"path/filepath"

	"github.com/gouji-lint/gouji/internal/fix"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// Fixed is a report and what fixing made of it.
type Fixed struct {
	File   File
	Before []byte // as it was on disk; nil when nothing changed
	*fix.Result
}

// Changed reports whether the report is not what it was.
func (f *Fixed) Changed() bool { return f.Before != nil }

// Repairs are the reports that a run fixed, in the order of files, and the
// files that are no reports.
type Repairs struct {
	Reports []Fixed
	Passed  []File
}

// Fix makes the wanted changes to the texts of the files, where the
// configuration allows them, and writes nothing. Each report is looked at
// alone. Errors are those of Check, and a *fix.FigureError.
func (r *Run) Fix(files []File, task fix.Task) (*Repairs, error) {
	all, looks := make([]Fixed, len(files)), make([]look, len(files))
	r.lists = newRuleLists(r.Rules, r.Only)
	r.each(len(files), func(w *worker, i int) { all[i], looks[i] = w.fix(&files[i], task) })
	done := &Repairs{}
	for i := range looks {
		switch looks[i].kind {
		case failed:
			return nil, looks[i].err
		case passed:
			done.Passed = append(done.Passed, files[i])
		case clean, found:
			done.Reports = append(done.Reports, all[i])
		}
	}
	return done, nil
}

// FixText makes the wanted changes to one text, called name. The text comes
// back also when it is no report.
func (r *Run) FixText(name string, text io.Reader, task fix.Task) (*Fixed, error) {
	r.lists = newRuleLists(r.Rules, r.Only)
	path, err := filepath.Abs(name)
	if err != nil {
		return nil, err
	}
	f := File{Name: name, Path: path, Named: true}
	w := newWorker(r)
	data, err := w.read(text)
	if err != nil {
		return nil, withPath(err, name)
	}
	at, l := w.place(&f)
	fixed := Fixed{File: f}
	if l.kind == found {
		fixed, l = w.fixText(&f, bytes.Clone(data), &at, task)
	}
	if fixed.Result == nil {
		fixed.Result = &fix.Result{Data: data}
	}
	return &fixed, l.err
}

// fix fixes the text of a file.
func (w *worker) fix(f *File, task fix.Task) (Fixed, look) {
	at, l := w.place(f)
	if l.kind != found {
		return Fixed{}, l
	}
	data, err := w.open(f)
	if err != nil {
		return Fixed{}, look{kind: failed, err: err}
	}
	return w.fixText(f, bytes.Clone(data), &at, task)
}

// fixText fixes a text that stays as it is. A panic is a fault of gouji.
func (w *worker) fixText(f *File, data []byte, at *place, task fix.Task) (fixed Fixed, l look) {
	stage := stage{file: f.Name}
	defer func() {
		if v := recover(); v != nil {
			fixed, l = Fixed{}, look{kind: failed, err: stage.crash(v)}
		}
	}()
	if form, ok := w.bind(f, data, at); !ok || form.Report.Unread() != "" {
		return Fixed{}, look{kind: passed}
	}
	levels, list := at.levels(w.run.Levels), w.run.lists.of(at.config)
	looked := func(data []byte) (*profile.Form, []rules.Diagnostic) {
		form, _ := w.bind(f, data, at)
		stage.enter(list.rules, form, levels)
		return form, list.checker.Finish([]*rules.FileResult{list.checker.Report(form, levels)}).Diagnostics
	}
	want := task.Want
	task.Want = func(d *rules.Diagnostic, f *rules.Fix) bool {
		return (at.config == nil || at.config.Fixes(d.Rule)) && want(d, f)
	}
	result, err := fix.Text(data, looked, task)
	if err != nil {
		return Fixed{}, look{kind: failed, err: &FixError{f.Name, err}}
	}
	fixed = Fixed{File: *f, Result: result}
	if !bytes.Equal(data, result.Data) {
		fixed.Before = data
	}
	return fixed, look{kind: found}
}

// FixError is a fault of gouji in fixing a file.
type FixError struct {
	File string
	Err  error
}

// Error implements error.
func (e *FixError) Error() string { return e.File + ": " + e.Err.Error() }

// Unwrap returns what was wrong.
func (e *FixError) Unwrap() error { return e.Err }
