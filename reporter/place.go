package reporter

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// wholeFile reports whether the span means a file and no place in it.
func wholeFile(s report.Span) bool { return s.Start == 0 && s.End == 0 }

// locator turns offsets into lines and columns. It remembers where it was:
// findings and what they are related to lie close together, and a report can
// be one line of a megabyte, of which Span.Position would count every
// character before the place, each time.
type locator struct {
	file             *report.File
	number           int // of the line last looked at
	start, end, next int // its bytes, without the line ending, and where the next begins
	offset, runes    int // a place in it, and the characters before that
}

// seek finds the line with the byte at offset and returns its number.
func (l *locator) seek(f *report.File, offset int) int {
	if l.file == f && l.start <= offset && offset < l.next {
		return l.number
	}
	n := sort.Search(f.Lines(), func(i int) bool {
		_, start := f.Line(i + 1)
		return start > offset
	})
	text, start := f.Line(n)
	_, next := f.Line(n + 1)
	if n == f.Lines() {
		next = len(f.Src) + 1
	}
	*l = locator{file: f, number: n, start: start, end: start + len(text), next: next, offset: start}
	return n
}

// position returns the line and column of the byte at offset. The line
// ending has no columns: the end of the file is the end of its last line.
func (l *locator) position(f *report.File, offset int) report.Position {
	number := l.seek(f, offset)
	offset = min(offset, l.end)
	switch {
	case offset-l.start < l.offset-offset:
		l.runes = utf8.RuneCountInString(f.Src[l.start:offset])
	case offset < l.offset:
		l.runes -= utf8.RuneCountInString(f.Src[offset:l.offset])
	default:
		l.runes += utf8.RuneCountInString(f.Src[l.offset:offset])
	}
	l.offset = offset
	column := l.runes + 1
	if l.start == 0 && offset >= len(byteOrderMark) && strings.HasPrefix(f.Src, byteOrderMark) {
		column-- // it takes no column
	}
	return report.Position{Line: number, Column: column}
}

const byteOrderMark = "\uFEFF"

// stretch is the part of a span that lies on its first line, without the
// line ending: what can be shown.
type stretch struct {
	line, last int // the numbers of the span's first and last line
	start, end int // bytes of the file
}

func (l *locator) stretch(s report.Span) stretch {
	first := stretch{line: l.seek(s.File, s.Start)}
	first.start, first.end, first.last = min(s.Start, l.end), min(s.End, l.end), first.line
	if s.End > l.end {
		if rest := strings.TrimRight(s.Text(), "\r\n"); s.Start+len(rest) > l.end {
			first.last = l.seek(s.File, s.Start+len(rest)-1)
		}
	}
	return first
}

// sameLine reports whether both spans begin on one line of one file.
func (l *locator) sameLine(a, b report.Span) bool {
	return a.File == b.File && a.File != nil && !wholeFile(a) && l.seek(a.File, a.Start) == l.seek(b.File, b.Start)
}

// place returns file:line:column, which terminals and editors can open; the
// file alone when the span means the whole of it.
func (p *printer) place(s report.Span) string {
	name := clean(s.File.Name)
	if wholeFile(s) {
		return name
	}
	at := p.position(s.File, s.Start)
	return name + ":" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column)
}

// placeInWords is place for reading aloud.
func (p *printer) placeInWords(s report.Span) string {
	name := clean(s.File.Name)
	if wholeFile(s) {
		return name
	}
	if at := p.stretch(s); at.last > at.line {
		return p.say("%s 第 %d 至 %d 行", "%s lines %d to %d", name, at.line, at.last)
	}
	at := p.position(s.File, s.Start)
	return p.say("%s 第 %d 行第 %d 列", "%s line %d, column %d", name, at.Line, at.Column)
}
