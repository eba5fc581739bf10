package lsp

import (
	"encoding/json"
	"strings"

	"github.com/gouji-lint/gouji/internal/fix"
	"github.com/gouji-lint/gouji/rules"
)

// formatting aligns the tables of a report, and changes nothing else.
func (s *server) formatting(raw json.RawMessage) (any, error) {
	p, err := read[documentParams](raw)
	if err != nil {
		return nil, err
	}
	r, err := s.read(p.TextDocument.URI)
	if r == nil || err != nil {
		return []edit{}, err
	}
	none := func(*rules.Diagnostic, *rules.Fix) bool { return false }
	fixed, err := r.run.FixText(r.path, strings.NewReader(r.text.src), fix.Task{Align: true, Want: none})
	if err != nil {
		return nil, err
	}
	if !fixed.Changed() {
		return []edit{}, nil
	}
	return r.text.editsTo(string(fixed.Data)), nil
}
