package profile

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// source is the text of a profile, taken apart as far as it takes to say where
// in it something stands. It is made when there is something to say: the
// reader of TOML tells no places of what it has read.
type source struct {
	name, text string
	entries    []sourceEntry // the root first, then one for each header: [[table.row]]
	deepest    int           // how deep arrays and inline tables nest
}

// sourceEntry is a table of a TOML file.
type sourceEntry struct {
	path       string // as its header has it: table.row
	id         string // what its id, or its number, says
	start, end int    // the bytes from its header to the next one
	keys       []sourceKey
}

// sourceKey is a key and where it stands.
type sourceKey struct {
	name string
	at   int
}

func newSource(name, text string) *source {
	s := &source{name: name, text: text, entries: []sourceEntry{{end: len(text)}}}
	for i := 0; i < len(text); {
		switch c := text[i]; c {
		case ' ', '\t', '\r', '\n':
			i++
		case '#':
			i = s.lineEnd(i)
		case '[':
			s.entries[len(s.entries)-1].end = i
			end := s.lineEnd(i)
			path, _, _ := strings.Cut(strings.TrimLeft(text[i:end], "[ "), "]")
			s.entries = append(s.entries, sourceEntry{path: strings.TrimSpace(path), start: i, end: len(text)})
			i = end
		default:
			i = s.readKey(i)
		}
	}
	return s
}

func (s *source) lineEnd(i int) int {
	if n := strings.IndexByte(s.text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(s.text)
}

// readKey reads a key and its value, and returns where they end.
func (s *source) readKey(i int) int {
	equals := strings.IndexByte(s.text[i:s.lineEnd(i)], '=')
	if equals < 0 {
		return s.lineEnd(i)
	}
	e := &s.entries[len(s.entries)-1]
	name := strings.Trim(s.text[i:i+equals], "\"' \t")
	e.keys = append(e.keys, sourceKey{name, i})
	value := i + equals + 1
	end := s.valueEnd(value)
	if name == "id" || name == "number" {
		e.id = strings.Trim(strings.TrimSpace(s.text[value:end]), "\"'")
	}
	return end
}

// valueEnd returns where the value that begins at i ends: at the end of its
// line, or of the line that closes what it opened.
func (s *source) valueEnd(i int) int {
	depth := 0
	for i < len(s.text) {
		switch s.text[i] {
		case '"', '\'':
			i = s.stringEnd(i)
			continue
		case '#':
			i = s.lineEnd(i)
			continue
		case '[', '{':
			depth++
			s.deepest = max(s.deepest, depth)
		case ']', '}':
			depth--
		case '\n':
			if depth <= 0 {
				return i
			}
		}
		i++
	}
	return i
}

// stringEnd returns where the string that begins at i ends.
func (s *source) stringEnd(i int) int {
	quote := s.text[i : i+1]
	if long := strings.Repeat(quote, 3); strings.HasPrefix(s.text[i:], long) {
		if n := strings.Index(s.text[i+3:], long); n >= 0 {
			return i + 3 + n + 3
		}
		return len(s.text)
	}
	for j := i + 1; j < len(s.text); j++ {
		switch {
		case s.text[j] == '\\' && quote == `"`:
			j++
		case s.text[j] == quote[0]:
			return j + 1
		case s.text[j] == '\n':
			return j
		}
	}
	return len(s.text)
}

// entryError is an error about one entry of a profile: a table, a row of it.
type entryError struct {
	kind, id string // table, applications
	err      error
}

func (e *entryError) Error() string {
	if e.id == "" {
		return e.kind + ": " + e.err.Error()
	}
	return fmt.Sprintf("%s %q: %s", e.kind, e.id, e.err)
}

func (e *entryError) Unwrap() error { return e.err }

// within says which entry an error is about; nil stays nil. An error names
// first, in quotes, the text of the file that it is about.
func within(kind, id string, err error) error {
	if err == nil {
		return nil
	}
	return &entryError{kind, id, err}
}

// locate puts the place in front of an error about the profile.
func (s *source) locate(err error) error { return s.errorAt(s.place(err), err) }

// place returns where what an error speaks of stands: the text that it names
// in the entry that it names, else the entry, else the beginning.
func (s *source) place(err error) int {
	from, to, path := 0, len(s.text), ""
	var e *entryError
	for rest := err; errors.As(rest, &e); rest = e.err {
		path = strings.TrimPrefix(path+"."+e.kind, ".")
		if start, end, ok := s.extent(path, e.id, from, to); ok {
			from, to = start, end
		}
		err = e.err
	}
	for _, text := range quotedIn(err.Error()) {
		for _, as := range [...]string{`"` + text + `"`, "'" + text + "'"} {
			if i := strings.Index(s.text[from:to], as); i >= 0 {
				return from + i
			}
		}
		for _, words := range [...]string{" " + text, `"` + text, text} { // of several between two quotes
			if i := strings.Index(s.text[from:to], words); i >= 0 {
				return from + i + len(words) - len(text)
			}
		}
	}
	return from
}

// extent returns the entry with the path and the id between two bytes, with
// the entries that belong to it; the last of them, as of two that are the
// same the second is the one too many.
func (s *source) extent(path, id string, from, to int) (start, end int, ok bool) {
	for i := range s.entries {
		e := &s.entries[i]
		if e.start < from || e.end > to || e.path != path || e.id != id {
			continue
		}
		start, end, ok = e.start, e.end, true
		for _, part := range s.entries[i+1:] {
			if !strings.HasPrefix(part.path, path+".") {
				break
			}
			end = part.end
		}
	}
	return start, end, ok
}

// quotedIn returns the texts in quotes of a message.
func quotedIn(message string) (texts []string) {
	for i := 0; i < len(message); {
		if message[i] == '"' {
			if prefix, err := strconv.QuotedPrefix(message[i:]); err == nil {
				if text, err := strconv.Unquote(prefix); err == nil && text != "" {
					texts = append(texts, text)
				}
				i += len(prefix)
				continue
			}
		}
		i++
	}
	return texts
}

// errorAt says where an error is.
func (s *source) errorAt(at int, err error) error {
	place := report.NewFile(s.name, s.text).Span(at, at)
	return &Fault{Place: place, ZH: inChinese(err), EN: err.Error()}
}

// key returns where a key of a table stands, the beginning when it is in none.
func (s *source) key(path []string) int {
	if len(path) == 0 {
		return 0
	}
	table, name := strings.Join(path[:len(path)-1], "."), path[len(path)-1]
	for i := range s.entries {
		e := &s.entries[i]
		if e.path == strings.Join(path, ".") {
			return e.start
		}
		for _, k := range e.keys {
			if e.path == table && k.name == name || joined(e.path, k.name) == strings.Join(path, ".") {
				return k.at
			}
			// An inline table: name = { zh = "…" }.
			if n := len(path); n > 1 && joined(e.path, k.name) == table {
				if j := strings.Index(s.text[k.at:e.end], name); j >= 0 {
					return k.at + j
				}
			}
		}
	}
	return 0
}

func joined(path, name string) string { return strings.TrimPrefix(path+"."+name, ".") }
