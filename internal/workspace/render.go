package workspace

import (
	"io"

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
