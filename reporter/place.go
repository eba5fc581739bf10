package reporter

import (
	"fmt"
	"sort"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// wholeFile reports whether the span means a file and no place in it.
func wholeFile(s report.Span) bool { return s.Start == 0 && s.End == 0 }

// place returns file:line:column, which terminals and editors can open; the
// file alone when the span means the whole of it.
func place(s report.Span) string {
	name := clean(s.File.Name)
	if wholeFile(s) {
		return name
	}
	at := s.Position()
	return fmt.Sprintf("%s:%d:%d", name, at.Line, at.Column)
}

// placeInWords is place for reading aloud.
func (o Options) placeInWords(s report.Span) string {
	name := clean(s.File.Name)
	if wholeFile(s) {
		return name
	}
	at := s.Position()
	return o.say("%s 第 %d 行第 %d 列", "%s line %d, column %d", name, at.Line, at.Column)
}

// lineAt returns the number of the line with the byte at offset. Unlike
// Position it does not count the characters before.
func lineAt(f *report.File, offset int) int {
	return sort.Search(f.Lines(), func(i int) bool {
		_, start := f.Line(i + 1)
		return start > offset
	})
}

// stretch is the part of a span that lies on its first line.
type stretch struct {
	line, last int // the numbers of the span's first and last line
	start, end int // bytes of the file
}

// firstLine returns the part of the span that can be shown: on its first
// line, without the line ending.
func firstLine(s report.Span) stretch {
	n := lineAt(s.File, s.Start)
	text, start := s.File.Line(n)
	end := start + len(text)
	last := n
	if rest := strings.TrimRight(s.Text(), "\r\n"); s.Start+len(rest) > end {
		last = lineAt(s.File, s.Start+len(rest)-1)
	}
	return stretch{line: n, last: last, start: min(s.Start, end), end: min(s.End, end)}
}
