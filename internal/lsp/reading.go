package lsp

import (
	"encoding/json"
	"fmt"

	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// reading is an open text read as a report, to answer a question about it.
type reading struct {
	*snapshot
	*profile.Form
	file workspace.File
	run  *workspace.Run
}

// read reads an open text. It returns nil when it is no report, or none that
// can be read.
func (s *server) read(uri string) (*reading, error) {
	s.mutex.Lock()
	d := s.documents[uri]
	if d == nil {
		s.mutex.Unlock()
		return nil, fmt.Errorf("%s is not open", uri)
	}
	doc := d.snapshot()
	s.mutex.Unlock()
	if !doc.isReport() {
		return nil, nil
	}
	return s.readText(doc)
}

// readText reads a text in place of the file that it belongs to.
func (s *server) readText(doc *snapshot) (*reading, error) {
	r := &reading{snapshot: doc}
	r.run, r.file = s.desk.alone(doc)
	form, is, err := r.run.Form(&r.file)
	if err != nil || !is || form.Report.Unread() != "" {
		return nil, err
	}
	r.Form = form
	return r, nil
}

// alone returns a run over one text, which remembers the reports around it.
func (d *desk) alone(doc *snapshot) (*workspace.Run, workspace.File) {
	d.mutex.Lock()
	last := d.last
	name := d.name(doc.path)
	d.mutex.Unlock()
	if last == nil {
		last = d.lay([]*snapshot{doc})
	}
	run := last.run()
	run.Texts = map[string]string{doc.path: doc.text.src}
	return run, workspace.File{Name: name, Path: doc.path, Named: true}
}

// placeParams say a place in a document.
type placeParams struct {
	TextDocument textDocument `json:"textDocument"`
	Position     position     `json:"position"`
}

// readAt reads the document of a request about a place in it. The reading is
// nil when there is nothing to say about it.
func (s *server) readAt(raw json.RawMessage) (r *reading, offset int, err error) {
	p, err := read[placeParams](raw)
	if err != nil {
		return nil, 0, err
	}
	if r, err = s.read(p.TextDocument.URI); r == nil || err != nil {
		return nil, 0, err
	}
	return r, r.text.offset(p.Position), nil
}

// holds reports whether a place is in a span or at its end.
func holds(s report.Span, offset int) bool {
	return s.File != nil && s.Start <= offset && offset <= s.End
}
