package lsp

import (
	"context"
	"time"
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
		if err := s.guarded("check", func() error { s.checkAll(); return nil }); err != nil {
			s.client.show(severityError, err.Error())
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(rest * time.Since(start)):
		}
	}
}

// checkAll checks what is open and publishes what it found. When much is to
// be read for the first time, what the open texts say alone comes first.
func (s *server) checkAll() {
	docs := s.snapshots()
	j := s.desk.lay(docs)
	if j.mustRead() {
		s.publishAll(docs, j.check(false))
	}
	s.publishAll(docs, j.check(true))
}

// snapshot is an open text as it was when a check began.
type snapshot struct {
	uri, path string
	version   int
	text      *text
	trouble   trouble
}

func (s *server) snapshots() (all []*snapshot) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	for _, d := range s.documents {
		all = append(all, d.snapshot())
	}
	return all
}

func (d *document) snapshot() *snapshot {
	return &snapshot{d.uri, d.path, d.version, d.text, d.trouble}
}
