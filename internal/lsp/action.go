package lsp

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/rules"
)

// The kinds of action. An editor may run the second whenever a file is saved.
const (
	kindQuickFix = "quickfix"
	kindFixAll   = "source.fixAll.gouji"
)

type codeAction struct {
	Title       string         `json:"title"`
	Kind        string         `json:"kind"`
	Diagnostics []diagnostic   `json:"diagnostics,omitempty"`
	Preferred   bool           `json:"isPreferred,omitempty"`
	Edit        *workspaceEdit `json:"edit,omitempty"`
	Command     *command       `json:"command,omitempty"`
}

type workspaceEdit struct {
	Changes         map[string][]edit `json:"changes,omitempty"`
	DocumentChanges []documentEdit    `json:"documentChanges,omitempty"`
}

type documentEdit struct {
	TextDocument versionedDocument `json:"textDocument"`
	Edits        any               `json:"edits"` // of edit, or of snippetEdit
}

// snippetEdit is an edit with a place for the person to fill in.
type snippetEdit struct {
	Range   textRange `json:"range"`
	Snippet snippet   `json:"snippet"`
}

type snippet struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

// codeActions offers what can be done about the findings in a place: the
// fixes, a comment that allows the finding, the page of the rule.
func (s *server) codeActions(raw json.RawMessage) (any, error) {
	p, err := read[struct {
		TextDocument textDocument `json:"textDocument"`
		Range        textRange    `json:"range"`
		Context      struct {
			Only []string `json:"only"`
		} `json:"context"`
	}](raw)
	if err != nil {
		return nil, err
	}
	actions := []codeAction{}
	r, err := s.read(p.TextDocument.URI)
	if r == nil || err != nil {
		return actions, err
	}
	found, err := s.findings(r)
	if err != nil {
		return nil, err
	}
	if asks(p.Context.Only, kindQuickFix) {
		start, end := r.text.offset(p.Range.Start), r.text.offset(p.Range.End)
		for _, f := range found {
			if at := r.text.offset(f.shown.Range.Start); at <= end && r.text.offset(f.shown.Range.End) >= start {
				actions = append(actions, s.actionsFor(r, f)...)
			}
		}
	}
	if asks(p.Context.Only, kindFixAll) {
		actions = append(actions, s.fixAll(r)...)
	}
	return actions, nil
}

// asks reports whether a client that asks only for some kinds asks for this
// one, or for one that it belongs to.
func asks(only []string, kind string) bool {
	return len(only) == 0 || slices.ContainsFunc(only, func(o string) bool { return o == kind || strings.HasPrefix(kind, o+".") })
}

// findings returns what was found in the text. When it has not been checked
// yet, that is what it says alone.
func (s *server) findings(r *reading) ([]finding, error) {
	s.mutex.Lock()
	if d := s.documents[r.uri]; d != nil && d.foundIn == r.version {
		defer s.mutex.Unlock()
		return d.found, nil
	}
	s.mutex.Unlock()
	run, file := s.desk.alone(r.snapshot)
	run.Memory = nil
	j := &job{paths: map[string]string{file.Name: r.path}}
	o, err := run.Check([]workspace.File{file})
	if err != nil {
		return nil, err
	}
	return newTranslator(s, []*snapshot{r.snapshot}, outcome{Outcome: o, job: j}).found[r.path], nil
}

// actionsFor offers what can be done about a finding.
func (s *server) actionsFor(r *reading, f finding) (actions []codeAction) {
	for i := range f.Fixes {
		actions = append(actions, s.fix(r, f, &f.Fixes[i]))
	}
	title := s.say("说明规则 %s（%s）", "Explain %s (%s)", f.Rule, s.titleOf(f.Rule))
	actions = append(actions, codeAction{
		Title: title, Kind: kindQuickFix, Diagnostics: []diagnostic{f.shown},
		Command: &command{Title: title, Command: explainCommand, Arguments: []any{f.Rule}},
	})
	if a := s.suppress(r, f); a != nil { // last: Enter must not hide a fault
		actions = append(actions, *a)
	}
	return actions
}

func (s *server) titleOf(rule string) string {
	if r := s.ruleNamed(rule); r != nil {
		return r.Title.In(s.lang)
	}
	return ""
}

// fix makes an action of a fix.
func (s *server) fix(r *reading, f finding, x *rules.Fix) codeAction {
	title := s.words().Said(x.Title)
	if !x.Safe {
		title += s.say("（请先核实）", " (please verify first)")
	}
	var edits []edit
	for _, e := range x.Edits {
		edits = append(edits, edit{r.text.span(e.Span.Start, e.Span.End), r.text.withNewlines(e.New)})
	}
	return codeAction{
		Title: title, Kind: kindQuickFix, Diagnostics: []diagnostic{f.shown},
		Preferred: x.Safe, Edit: s.editOf(r, edits),
	}
}

// editOf changes a text, in the version that it was read in where the client
// is able to see to that.
func (s *server) editOf(r *reading, edits []edit) *workspaceEdit {
	if !s.client.capabilities.Workspace.Edit.DocumentChanges {
		return &workspaceEdit{Changes: map[string][]edit{r.uri: edits}}
	}
	return &workspaceEdit{DocumentChanges: []documentEdit{{versionedDocument{r.uri, r.version}, edits}}}
}
