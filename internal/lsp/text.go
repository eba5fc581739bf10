package lsp

import (
	"sort"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// encoding is what the characters of a position count.
type encoding string

// The encodings that this server speaks. A client that offers none counts in
// UTF-16.
const (
	utf8Units  encoding = "utf-8"
	utf16Units encoding = "utf-16"
)

// text is a document as the client sees it: lines end at \n, \r\n or \r.
type text struct {
	src   string
	units encoding
	lines []int // the offset at which each begins
}

func newText(src string, units encoding) *text {
	t := &text{src: src, units: units, lines: []int{0}}
	for i := 0; i < len(src); i++ {
		if src[i] == '\n' || src[i] == '\r' && !strings.HasPrefix(src[i+1:], "\n") {
			t.lines = append(t.lines, i+1)
		}
	}
	return t
}

// position returns the place of the byte at offset.
func (t *text) position(offset int) position {
	offset = max(0, min(offset, len(t.src)))
	line := sort.SearchInts(t.lines, offset+1) - 1
	return position{Line: line, Character: t.count(t.src[t.lines[line]:offset])}
}

// count returns how many units s has.
func (t *text) count(s string) int {
	if t.units == utf8Units {
		return len(s)
	}
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// offset returns the byte at a place. A character behind the end of its line
// means the end, a line behind the last one the end of the text, and a place
// inside of a character its beginning.
func (t *text) offset(p position) int {
	switch {
	case p.Line < 0:
		return 0
	case p.Line >= len(t.lines):
		return len(t.src)
	}
	start, end := t.lines[p.Line], t.lineEnd(p.Line)
	units := 0
	for i, r := range t.src[start:end] {
		width := utf8.RuneLen(r)
		if t.units == utf16Units {
			width = utf16.RuneLen(r)
		}
		if units += width; units > p.Character {
			return start + i
		}
	}
	return end
}

// lineEnd returns where a line ends, before what ends it.
func (t *text) lineEnd(line int) int {
	if line+1 == len(t.lines) {
		return len(t.src)
	}
	end := t.lines[line+1]
	return t.lines[line] + len(strings.TrimRight(t.src[t.lines[line]:end], "\r\n"))
}

// span returns the place of the bytes [start, end).
func (t *text) span(start, end int) textRange {
	return textRange{Start: t.position(start), End: t.position(end)}
}

// apply returns the text after a change, and false when the change makes no
// sense.
func (t *text) apply(c contentChange) (*text, bool) {
	if c.Range == nil {
		return newText(c.Text, t.units), true
	}
	start, end := t.offset(c.Range.Start), t.offset(c.Range.End)
	if end < start {
		return t, false
	}
	return newText(t.src[:start]+c.Text+t.src[end:], t.units), true
}

// newline returns what ends the lines of the text.
func (t *text) newline() string {
	if i := strings.IndexByte(t.src, '\n'); i > 0 && t.src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// withNewlines gives the line breaks of s, "\n", the form that the text has.
func (t *text) withNewlines(s string) string {
	if t.newline() == "\n" {
		return s
	}
	return strings.ReplaceAll(s, "\n", "\r\n")
}
