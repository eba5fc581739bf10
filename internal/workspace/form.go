package workspace

import (
	"os"

	"github.com/gouji-lint/gouji/internal/config"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// Form reads one file as a report, and reports whether it is one. The form
// stays.
func (r *Run) Form(f *File) (form *profile.Form, is bool, err error) {
	stage := stage{file: f.Name}
	defer func() {
		if v := recover(); v != nil {
			err = stage.crash(v)
		}
	}()
	at, err := r.Project.place(f)
	if err != nil {
		return nil, false, err
	}
	data, err := r.readFile(f.Path)
	if err != nil {
		return nil, false, err
	}
	w := newWorker(r)
	form, is = w.bind(f, data, &at)
	return form, is, nil
}

// readFile reads a file, or the text that stands in for it.
func (r *Run) readFile(path string) ([]byte, error) {
	if text, ok := r.Texts[path]; ok {
		return []byte(text), nil
	}
	return os.ReadFile(path)
}

// Prior returns what is remembered of the same organ's report of the year
// before; nil when there is none, or when it is not known whose report the
// file is.
func (r *Run) Prior(f *File) *rules.Facts {
	at, err := r.Project.place(f)
	if err != nil || r.Memory == nil || at.config == nil {
		return nil
	}
	set := rules.NewSet(r.Memory.facts(at.config), at.config.Organs)
	for report, prior := range set.Pairs {
		if report.File == f.Name {
			return prior
		}
	}
	return nil
}

// facts returns what is remembered of the reports of the last run that a
// configuration holds for.
func (m *Memory) facts(c *config.Config) (all []*rules.Facts) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	for _, known := range m.kept {
		if result := known.look.result; known.round == m.round && known.config == c && result != nil && result.Facts != nil {
			all = append(all, result.Facts)
		}
	}
	return all
}
