package lsp

import (
	"fmt"

	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// publishAll shows what a check found: in each open text, and in files that
// are not open what rests on one that is.
func (s *server) publishAll(docs []*snapshot, o outcome) {
	t := newTranslator(s, docs, o)
	for _, d := range docs {
		s.publish(d.uri, d, t.document(d))
		s.keep(d, t.found[d.path])
	}
	elsewhere := t.elsewhere()
	for uri := range s.elsewhere {
		if _, still := elsewhere[uri]; !still {
			s.publish(uri, nil, nil)
		}
	}
	for uri, found := range elsewhere {
		s.publish(uri, nil, found)
	}
	s.elsewhere = elsewhere
}

// keep remembers the findings in a text, for what may be done about them.
func (s *server) keep(d *snapshot, found []finding) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	if open := s.documents[d.uri]; open != nil && open.text == d.text {
		open.found, open.foundIn = found, d.version
	}
}

// publish shows what was found in a text, unless it has changed since. That
// of a file that is not open is nil.
func (s *server) publish(uri string, d *snapshot, found []diagnostic) {
	s.client.publishing.Lock()
	defer s.client.publishing.Unlock()
	if !s.current(uri, d) {
		return
	}
	var version *int
	if d != nil {
		version = &d.version
	}
	if found == nil {
		found = []diagnostic{}
	}
	s.client.notify("textDocument/publishDiagnostics", publishParams{URI: uri, Version: version, Diagnostics: found})
}

// current reports whether a text is still the same; nil means that it is not
// open. Versions do not tell: they begin anew when a text is opened again.
func (s *server) current(uri string, was *snapshot) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	now := s.documents[uri]
	if now == nil || was == nil {
		return now == nil && was == nil
	}
	return now.text == was.text && now.version == was.version && now.trouble == was.trouble
}

// translator puts what a check found into the terms of the protocol.
type translator struct {
	*server
	outcome
	open  map[string]*snapshot   // by path
	found map[string][]finding   // by path of the file that they stand in
	texts map[*report.File]*text // of files that are not open
}

// finding is a finding in both terms.
type finding struct {
	*rules.Diagnostic
	shown diagnostic
}

func newTranslator(s *server, docs []*snapshot, o outcome) *translator {
	t := &translator{server: s, outcome: o, open: map[string]*snapshot{}, found: map[string][]finding{}, texts: map[*report.File]*text{}}
	for _, d := range docs {
		t.open[d.path] = d
	}
	if o.Outcome == nil {
		return t
	}
	for i := range o.Diagnostics {
		d := &o.Diagnostics[i]
		path := o.job.paths[d.Span.File.Name]
		t.found[path] = append(t.found[path], finding{d, t.diagnostic(d)})
	}
	return t
}

// document returns what is shown in an open text.
func (t *translator) document(d *snapshot) []diagnostic {
	switch {
	case d.trouble != "":
		return []diagnostic{t.refusal(d)}
	case d.isConfig():
		return t.configuration(d)
	case t.err != nil:
		return []diagnostic{t.notChecked(d)}
	}
	all := []diagnostic{}
	for _, c := range t.crashed {
		if t.job.paths[c.File] == d.path || c.File == "" {
			all = append(all, t.failed(d, c))
		}
	}
	for _, f := range t.found[d.path] {
		all = append(all, f.shown)
	}
	return all
}

// elsewhere returns what is shown in files that are not open, by URI: what
// rests on a text that is.
func (t *translator) elsewhere() map[string][]diagnostic {
	all := map[string][]diagnostic{}
	if uri, found := t.faulty(); uri != "" {
		all[uri] = found
	}
	for path, list := range t.found {
		if t.open[path] != nil {
			continue
		}
		for _, f := range list {
			if t.restsOnOpen(f.Diagnostic) {
				all[uriOf(path)] = append(all[uriOf(path)], f.shown)
			}
		}
	}
	return all
}

func (t *translator) restsOnOpen(d *rules.Diagnostic) bool {
	for _, r := range d.Related {
		if r.Span.File != nil && t.open[t.job.paths[r.Span.File.Name]] != nil {
			return true
		}
	}
	return false
}

// diagnostic translates a finding.
func (t *translator) diagnostic(d *rules.Diagnostic) diagnostic {
	shown := diagnostic{
		Range:    t.location(d.Span).Range,
		Severity: severityOf(d.Severity),
		Code:     d.Rule,
		Source:   "gouji",
		Message:  t.words().Words(d),
		Tags:     tagsOf(d),
	}
	for _, r := range d.Related {
		// The formula has the zeros, and editors give each place a line.
		if zero := r.Value == "0" && d.Formula != ""; r.Span.File != nil && !zero {
			shown.Related = append(shown.Related, related{t.location(r.Span), t.words().Said(r.Message)})
		}
	}
	return shown
}

// location translates a place, in an open text or in a file.
func (t *translator) location(span report.Span) location {
	path := t.job.paths[span.File.Name]
	if d := t.open[path]; d != nil {
		return location{d.uri, rangeOf(d.text, span)}
	}
	text := t.texts[span.File]
	if text == nil {
		text = newText(span.File.Src, t.units)
		t.texts[span.File] = text
	}
	return location{uriOf(path), rangeOf(text, span)}
}

// failed says that a rule, or reading, failed.
func (t *translator) failed(d *snapshot, c *workspace.Crash) diagnostic {
	what := t.say("读取", "reading")
	switch {
	case c.Rule != "":
		what = t.say("规则 %s", "rule %s", c.Rule)
	case c.File == "":
		what = t.say("与其他报告的核对", "comparing with other reports")
	}
	return t.note(d.text, "fault", "%s没有做完，在 %s 出错（%v）。这是 gouji 的缺陷，请附上这份文件告诉我们",
		"%s failed at %s (%v). This is a fault of gouji; please report it with the file", what, c.Where, fmt.Sprint(c.Value))
}
