package lsp

import (
	"context"
	"strings"
	"time"

	"github.com/gouji-lint/gouji/internal/workspace"
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/rules"
)

// rest is how many times as long as a check took nothing is checked after it,
// so that fast typing costs a fifth of a processor at most.
const rest = 4

// recheck asks for a check of what is open.
func (s *server) recheck() {
	select {
	case s.changed <- struct{}{}:
	default: // is asked for already
	}
}

// keepChecking checks whenever something has changed. The first change after
// a while is checked at once; of many in a row not each.
func (s *server) keepChecking(ctx context.Context) {
	<-s.client.ready
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.changed:
		}
		start := time.Now()
		s.checkAll()
		select {
		case <-ctx.Done():
			return
		case <-time.After(rest * time.Since(start)):
		}
	}
}

// snapshot is an open text as it was when a check began.
type snapshot struct {
	uri, path string
	version   int
	text      *text
	lost      bool
}

func (s *server) snapshots() (all []snapshot) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for _, d := range s.documents {
		all = append(all, snapshot{d.uri, d.path, d.version, d.text, d.lost})
	}
	return all
}

// checkAll checks what is open and publishes what it found.
func (s *server) checkAll() {
	for _, d := range s.snapshots() {
		if d.lost {
			s.publish(d.uri, &d.version, []diagnostic{s.outOfStep(&d)})
			continue
		}
		found := s.check(&d)
		s.publish(d.uri, &d.version, s.diagnostics(&d, found))
	}
}

func (s *server) check(d *snapshot) []rules.Diagnostic {
	run := &workspace.Run{Rules: s.options.Rules, Library: profile.Standard(), Project: workspace.NewProject("/"), Least: rules.Warning, Jobs: 1}
	o, err := run.CheckText(d.path, strings.NewReader(d.text.src))
	if err != nil {
		s.client.log(severityError, err.Error())
		return nil
	}
	return o.Diagnostics
}

// publish shows what was found in a text, unless it has changed since.
func (s *server) publish(uri string, version *int, found []diagnostic) {
	s.client.publishing.Lock()
	defer s.client.publishing.Unlock()
	if !s.current(uri, version) {
		return
	}
	if found == nil {
		found = []diagnostic{}
	}
	s.client.notify("textDocument/publishDiagnostics", publishParams{URI: uri, Version: version, Diagnostics: found})
}

// current reports whether a text still has the version; nil means that it is
// not open.
func (s *server) current(uri string, version *int) bool {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	d := s.documents[uri]
	if d == nil || version == nil {
		return d == nil && version == nil
	}
	return d.version == *version
}
