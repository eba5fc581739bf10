package workspace

import (
	"bytes"
	"cmp"
	"errors"
	"io"

	"github.com/gouji-lint/gouji/parser"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// What is read of a file at most, how large the buffer is at first, and how
// large it is kept for the next one. What exceeds the parser's limit is not
// checked whatever it holds.
const (
	mostBytes  = 64 << 20
	leastBytes = 64 << 10
	keepBytes  = 1 << 20
)

// headBytes is how much of a file beyond the parser's limit is read to tell
// whether it is a report.
const headBytes = 64 << 10

// worker looks at one file after another. The parser and the read buffer
// are used again for each.
type worker struct {
	run    *Run
	parser *parser.Parser
	binder *profile.Binder
	buffer []byte
}

func newWorker(run *Run) *worker {
	return &worker{run: run, parser: parser.New(), binder: new(profile.Binder)}
}

// file looks at a file.
func (w *worker) file(f *File) look {
	at, l := w.place(f)
	if l.kind != found {
		return l
	}
	l, state, ok := w.run.Memory.recall(f, &at, w.run.Texts)
	if ok {
		return l
	}
	data, err := w.open(f)
	if err != nil {
		return look{kind: failed, err: err}
	}
	l = w.text(f, data, &at)
	l.config = at.config
	w.run.Memory.keep(f, &at, state, l)
	return l
}

// place looks the file up in the project; a look of kind found means that it
// is to be read.
func (w *worker) place(f *File) (place, look) {
	at, err := w.run.Project.place(f)
	switch {
	case err != nil:
		return at, look{kind: failed, err: err}
	case at.excludes(f, w.run.Force):
		return at, look{kind: excluded}
	case !at.takes(f):
		return at, look{kind: passed}
	}
	return at, look{kind: found}
}

// open reads a file into the buffer.
func (w *worker) open(f *File) ([]byte, error) {
	if text, ok := w.run.Texts[f.Path]; ok {
		return []byte(text), nil
	}
	in, err := openFile(f.Path)
	if err != nil {
		return nil, withPath(err, f.Name)
	}
	defer in.Close()
	data, err := w.read(in)
	return data, withPath(err, f.Name)
}

// read reads into the buffer.
func (w *worker) read(in io.Reader) ([]byte, error) {
	if w.buffer == nil {
		w.buffer = make([]byte, 0, leastBytes)
	}
	data := w.buffer[:0]
	for len(data) < mostBytes {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := in.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	if cap(data) <= keepBytes {
		w.buffer = data
	} else {
		w.buffer = nil
	}
	return data, nil
}

// text looks at a text. A panic is a fault of gouji, not of the text.
func (w *worker) text(f *File, data []byte, at *place) (l look) {
	stage := stage{file: f.Name}
	defer func() {
		if v := recover(); v != nil {
			w.parser, w.binder = parser.New(), new(profile.Binder) // their scratch may be in any state
			l = look{kind: failed, err: stage.crash(v)}
		}
	}()
	form, ok := w.bind(f, data, at)
	if !ok {
		return look{}
	}
	levels := at.levels(w.run.Levels)
	list := w.run.lists.of(at.config)
	stage.enter(list.rules, form, levels)
	if f.Context {
		result := list.checker.Context(form, levels)
		lighten(result, w.run.Least)
		return look{kind: found, result: result}
	}
	result := list.checker.Report(form, levels)
	lighten(result, w.run.Least)
	// Whoever hands a text over has it, and knows it by its offsets.
	if _, open := w.run.Texts[f.Path]; !open && w.run.kept.Add(int64(len(result.File.Src))) > keepText {
		compact(result)
	}
	if result.Empty() {
		return look{kind: clean}
	}
	return look{kind: found, result: result}
}

// bind reads a text as a report, and reports whether it is one.
func (w *worker) bind(f *File, data []byte, at *place) (*profile.Form, bool) {
	read := w.parser.Read(f.Name, data)
	at.complete(&read.Meta)
	library := at.library(w.run.Library)
	form := w.binder.Bind(library, read)
	if at.claimed && read.Unread() == "" && !form.Recognised() {
		form = cmp.Or(library.BindByLabels(read), form)
	}
	return form, at.claimed || isReport(library, form, f.Name, data)
}

// isReport reports whether the text is a report. What is no text may be one.
func isReport(library *profile.Library, form *profile.Form, name string, data []byte) bool {
	switch form.Report.Unread() {
	case report.NotText:
		return true
	case report.TooLarge:
		head := data[:min(len(data), headBytes)]
		head = head[:bytes.LastIndexByte(head, '\n')+1]
		other := parser.New() // form is still needed
		return library.Bind(other.Read(name, head)).Recognised()
	}
	return form.Recognised()
}
