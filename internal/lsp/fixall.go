package lsp

import (
	"strings"

	"github.com/gouji-lint/gouji/internal/fix"
	"github.com/gouji-lint/gouji/rules"
)

// fixAll offers all safe fixes of a text in one go, those too that show only
// when others are made; nothing when there is none.
func (s *server) fixAll(r *reading) []codeAction {
	fixed, err := r.run.FixText(r.path, strings.NewReader(r.text.src), fix.Task{Want: func(_ *rules.Diagnostic, f *rules.Fix) bool { return f.Safe }})
	if err != nil {
		s.client.log(severityError, err.Error())
		return nil
	}
	if !fixed.Changed() {
		return nil
	}
	return []codeAction{{
		Title: s.say("修正全部写法（%d 处，不改数字）", "Repair all form (%d places, no figure)", len(fixed.Changes)),
		Kind:  kindFixAll,
		Edit:  s.editOf(r, r.text.editsTo(string(fixed.Data))),
	}}
}

// editsTo returns edits that make another text of this one. Lines that stay
// are left alone, so that marks and folds in them stay too.
func (t *text) editsTo(next string) (edits []edit) {
	old, lines := splitLines(t.src), splitLines(next)
	head := 0
	for head < min(len(old), len(lines)) && old[head] == lines[head] {
		head++
	}
	tail := 0
	for tail < min(len(old), len(lines))-head && old[len(old)-1-tail] == lines[len(lines)-1-tail] {
		tail++
	}
	at := len(strings.Join(old[:head], ""))
	old, lines = old[head:len(old)-tail], lines[head:len(lines)-tail]
	if len(old) != len(lines) {
		end := at + len(strings.Join(old, ""))
		return []edit{{t.span(at, end), strings.Join(lines, "")}}
	}
	for i := range old {
		if old[i] != lines[i] {
			edits = append(edits, edit{t.span(at, at+len(old[i])), lines[i]})
		}
		at += len(old[i])
	}
	return edits
}

// splitLines parts a text behind each line end.
func splitLines(s string) []string { return strings.SplitAfter(s, "\n") }
