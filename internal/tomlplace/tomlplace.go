// Package tomlplace tells where the keys and values of a TOML document stand,
// so that an error about a value names its line and column. The TOML reader
// does not say.
//
// It is for documents that the TOML reader has accepted, and checks nothing:
// of one that it has not, some places are missing.
package tomlplace

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// Index holds the places of one document.
type Index struct {
	file  *report.File
	spots map[string]spot
}

// spot is where a value is given.
type spot struct {
	key, value extent
	text       extent // the value without the quotes around it
	cuts       []cut  // of a text: from which byte on it runs in step with the document
}

// extent is the bytes of the document from start to end.
type extent struct{ start, end int }

// cut says that the byte at of a text stands at the byte src of the document.
type cut struct{ at, src int }

// Read indexes a document.
func Read(file *report.File) *Index {
	r := &reader{src: file.Src, index: &Index{file: file, spots: map[string]spot{}}, count: map[string]int{}}
	r.document()
	return r.index
}

// Key returns where a key stands: its header when it has one, the value itself
// in a list. A path names it from the top of the document: files[0],
// organ[2].name, rules.sum-mismatch. A table that only the keys in it name
// stands where the first of them does.
func (x *Index) Key(path string) (report.Span, bool) {
	s, ok := x.spots[path]
	return x.file.Span(s.key.start, s.key.end), ok
}

// Value returns where the value of a key stands.
func (x *Index) Value(path string) (report.Span, bool) {
	s, ok := x.spots[path]
	return x.file.Span(s.value.start, s.value.end), ok
}

// Inside returns where a text goes on from its byte at, up to the quotes that
// end it, whatever escapes stand before.
func (x *Index) Inside(path string, at int) (report.Span, bool) {
	s, ok := x.spots[path]
	start := s.text.start
	if n := sort.Search(len(s.cuts), func(i int) bool { return s.cuts[i].at > at }); n > 0 {
		start = s.cuts[n-1].src + at - s.cuts[n-1].at
	}
	return x.file.Span(min(start, s.text.end), s.text.end), ok
}

// reader walks through a document.
type reader struct {
	src   string
	at    int
	index *Index
	table string         // path of the table that keys belong to
	count map[string]int // elements so far, by path of an array of tables
}

func (r *reader) document() {
	r.at = len(r.src) - len(strings.TrimPrefix(r.src, "\ufeff"))
	for r.skip(true); r.at < len(r.src); r.skip(true) {
		before := r.at
		if r.src[r.at] == '[' {
			r.header()
		} else {
			r.pair(r.table)
		}
		if r.at == before {
			return // no TOML
		}
	}
}

// skip goes over blanks and, where a value may go on, over line breaks and
// comments.
func (r *reader) skip(lines bool) {
	for ; r.at < len(r.src); r.at++ {
		switch c := r.src[r.at]; {
		case c == ' ', c == '\t':
		case lines && (c == '\n' || c == '\r'):
		case lines && c == '#':
			r.at += len(line(r.src[r.at:])) - 1
		default:
			return
		}
	}
}

// line returns s up to the end of its line.
func line(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i]
	}
	return s
}

// header reads [table] or [[array]].
func (r *reader) header() {
	start := r.at
	array := strings.HasPrefix(r.src[r.at:], "[[")
	brackets := 1
	if array {
		brackets = 2
	}
	r.at += brackets
	parts := r.key()
	here := extent{start, min(r.at+brackets, len(r.src))}
	path := ""
	for i, part := range parts {
		path = join(path, part)
		r.imply(path, here)
		if last := i == len(parts)-1; last && array {
			r.count[path]++
		}
		if n := r.count[path]; n > 0 {
			path = fmt.Sprintf("%s[%d]", path, n-1)
		}
	}
	r.table = path
	r.index.spots[path] = spot{key: here, value: here, text: here}
	r.at += len(line(r.src[r.at:])) // the brackets, a comment
}

// imply gives a table that has no place yet that of what names it.
func (r *reader) imply(path string, at extent) {
	if _, ok := r.index.spots[path]; !ok {
		r.index.spots[path] = spot{key: at, value: at, text: at}
	}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// key reads a key with dots.
func (r *reader) key() (parts []string) {
	for {
		r.skip(false)
		parts = append(parts, r.part())
		r.skip(false)
		if r.at >= len(r.src) || r.src[r.at] != '.' {
			return parts
		}
		r.at++
	}
}

func (r *reader) part() string {
	if r.at < len(r.src) && (r.src[r.at] == '"' || r.src[r.at] == '\'') {
		text, _, _ := r.text()
		return text
	}
	start := r.at
	for r.at < len(r.src) && isBare(r.src[r.at]) {
		r.at++
	}
	return r.src[start:r.at]
}

func isBare(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c >= utf8.RuneSelf
}

// pair reads key = value.
func (r *reader) pair(table string) {
	start := r.at
	parts := r.key()
	key := extent{start, start + len(strings.TrimRight(r.src[start:r.at], " \t"))}
	path := table
	for i, part := range parts {
		path = join(path, part)
		if i < len(parts)-1 {
			r.imply(path, key)
		}
	}
	if r.at >= len(r.src) || r.src[r.at] != '=' {
		return
	}
	r.at++
	r.skip(false)
	r.value(path, key)
}

// value reads a value and what is in it. In a list, where there is no key, the
// value stands for it.
func (r *reader) value(path string, key extent) {
	start := r.at
	if start >= len(r.src) {
		return
	}
	var s spot
	switch r.src[start] {
	case '"', '\'':
		_, s.text, s.cuts = r.text()
	case '[':
		r.list(path)
	case '{':
		r.inline(path)
	default:
		for r.at < len(r.src) && !strings.ContainsRune(",]}#\n", rune(r.src[r.at])) {
			r.at++
		}
	}
	s.key, s.value = key, extent{start, r.at}
	if key == (extent{}) {
		s.key = s.value
	}
	if s.cuts == nil {
		s.text = s.value
	}
	r.index.spots[path] = s
}

func (r *reader) list(path string) {
	r.at++
	for n := 0; ; n++ {
		r.skip(true)
		if r.ends(']') {
			return
		}
		before := r.at
		r.value(fmt.Sprintf("%s[%d]", path, n), extent{})
		r.skip(true)
		if r.ends(']') || r.at == before {
			return
		}
		r.comma()
	}
}

func (r *reader) inline(path string) {
	r.at++
	for {
		r.skip(true)
		if r.ends('}') {
			return
		}
		before := r.at
		r.pair(path)
		r.skip(true)
		if r.ends('}') || r.at == before {
			return
		}
		r.comma()
	}
}

// ends goes over the bracket that closes, and reports whether it stood there
// or nothing is left.
func (r *reader) ends(bracket byte) bool {
	if r.at >= len(r.src) {
		return true
	}
	if r.src[r.at] != bracket {
		return false
	}
	r.at++
	return true
}

func (r *reader) comma() {
	if r.at < len(r.src) && r.src[r.at] == ',' {
		r.at++
	}
}
