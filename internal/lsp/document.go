package lsp

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

// document is an open text.
type document struct {
	uri, path string
	version   int
	text      *text
	trouble   trouble

	found   []finding // in the version of that number
	foundIn int
}

// pathOf returns the path that a text stands for. A buffer without a file
// lies in the folder of the workspace.
func (s *server) pathOf(uri string) string {
	if path := pathOf(uri); path != "" {
		return path
	}
	return filepath.Join(s.desk.root(""), strings.ReplaceAll(uri, "/", "_"))
}

// didOpen takes a text over from the disk.
func (s *server) didOpen(raw json.RawMessage) error {
	p, err := read[openParams](raw)
	if err != nil {
		return err
	}
	d := p.TextDocument
	s.mutex.Lock()
	path := s.pathOf(d.URI)
	s.documents[d.URI] = &document{uri: d.URI, path: path, version: d.Version, text: newText(d.Text, s.units), trouble: troubleWith(path, d.Text)}
	s.mutex.Unlock()
	s.recheck()
	return nil
}

// didChange applies changes in their order.
func (s *server) didChange(raw json.RawMessage) error {
	p, err := read[changeParams](raw)
	if err != nil {
		return err
	}
	s.mutex.Lock()
	defer s.mutex.Unlock()
	d := s.documents[p.TextDocument.URI]
	if d == nil {
		return fmt.Errorf("%s is not open", p.TextDocument.URI)
	}
	d.version = p.TextDocument.Version
	for _, c := range p.Changes {
		next, ok := d.text.apply(c)
		d.text = next
		switch {
		case !ok:
			d.trouble = outOfStep
		case c.Range == nil && d.trouble == outOfStep:
			d.trouble = "" // the whole text is known again
		}
	}
	s.recheck()
	return nil
}

// didSave looks at the disk again.
func (s *server) didSave(raw json.RawMessage) error {
	p, err := read[documentParams](raw)
	if err != nil {
		return err
	}
	s.mutex.Lock()
	if d := s.documents[p.TextDocument.URI]; d != nil && d.trouble != outOfStep {
		d.trouble = troubleWith(d.path, d.text.src)
	}
	s.mutex.Unlock()
	s.changedOnDisk(p.TextDocument.URI)
	return nil
}

// didClose hands a text back to the disk. What was found in it is taken back.
func (s *server) didClose(raw json.RawMessage) error {
	p, err := read[documentParams](raw)
	if err != nil {
		return err
	}
	s.mutex.Lock()
	delete(s.documents, p.TextDocument.URI)
	s.mutex.Unlock()
	s.publish(p.TextDocument.URI, nil, nil)
	s.recheck()
	return nil
}

// lostMessage is told of a message that was too large to read. It may have
// changed any text.
func (s *server) lostMessage(size int64) {
	s.mutex.Lock()
	for _, d := range s.documents {
		d.trouble = outOfStep
	}
	s.mutex.Unlock()
	s.client.show(severityError, s.say("编辑器发来的一条消息有 %d 字节，太大，没有读取；请重新打开文件", "a message of %d bytes was too large to be read; please open the file again", size))
	s.recheck()
}
