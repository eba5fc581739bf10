package workspace

import (
	"io"
	"sync"
	"sync/atomic"

	"github.com/gouji-lint/gouji/profile"
)

// chunk is how many files are rendered before their output is written.
const chunk = 256

// Render writes what render makes of each report, in the order of files, and
// returns how many reports there were and which files are none. No more than
// a chunk is held at a time.
func (r *Run) Render(files []File, out io.Writer, render func(*profile.Form) []byte) (reports int, passed []File, err error) {
	for len(files) > 0 {
		n := min(chunk, len(files))
		texts, errs := make([][]byte, n), make([]error, n)
		r.each(n, func(w *worker, i int) {
			texts[i], errs[i] = w.render(&files[i], render)
		})
		for i := range n {
			if errs[i] != nil {
				return reports, passed, errs[i]
			}
			if texts[i] == nil {
				passed = append(passed, files[i])
				continue
			}
			reports++
			if _, err := out.Write(texts[i]); err != nil {
				return reports, passed, err
			}
		}
		files = files[n:]
	}
	return reports, passed, nil
}

// each calls do for 0 to n-1, by several workers at once.
func (r *Run) each(n int, do func(w *worker, i int)) {
	var next atomic.Int64
	var workers sync.WaitGroup
	for range max(1, min(r.Jobs, n)) {
		workers.Go(func() {
			w := newWorker(r)
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(w, i)
				r.done.Add(1)
			}
		})
	}
	workers.Wait()
}

// render reads a file and renders it; nil when it is no report.
func (w *worker) render(f *File, render func(*profile.Form) []byte) (text []byte, err error) {
	stage := stage{file: f.Name}
	defer func() {
		if v := recover(); v != nil {
			err = stage.crash(v)
		}
	}()
	at, l := w.place(f)
	if l.kind != found {
		return nil, l.err
	}
	data, err := w.open(f)
	if err != nil {
		return nil, err
	}
	form, ok := w.bind(f, data, &at)
	if !ok {
		return nil, nil
	}
	return append([]byte{}, render(form)...), nil
}
