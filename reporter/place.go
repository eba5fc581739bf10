package reporter

import (
	"sort"
	"strconv"
	"strings"
	"unicode/utf16"
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
	unit             unit // of columns
	file             *report.File
	number           int // of the line last looked at
	start, end, next int // its bytes, without the line ending, and where the next begins
	offset, units    int // a place in it, and the units before that
}

// unit is what columns count. Characters outside the basic plane, such as
// 𠀀 in names, count differently in each.
type unit uint8

const (
	codePoints unit = iota
	utf16Units
	utf8Bytes
)

// count returns how many units s has.
func (u unit) count(s string) int {
	switch u {
	case utf8Bytes:
		return len(s)
	case utf16Units:
		n := 0
		for _, r := range s {
			n += utf16.RuneLen(r)
		}
		return n
	}
	return utf8.RuneCountInString(s)
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
	*l = locator{unit: l.unit, file: f, number: n, start: start, end: start + len(text), next: next, offset: start}
	return n
}

// position returns the line and column of the byte at offset. The line
// ending has no columns: the end of the file is the end of its last line.
func (l *locator) position(f *report.File, offset int) report.Position {
	number := l.seek(f, offset)
	offset = min(offset, l.end)
	switch {
	case offset-l.start < l.offset-offset:
		l.units = l.unit.count(f.Src[l.start:offset])
	case offset < l.offset:
		l.units -= l.unit.count(f.Src[offset:l.offset])
	default:
		l.units += l.unit.count(f.Src[l.offset:offset])
	}
	l.offset = offset
	column := l.units + 1
	if l.start == 0 && offset >= len(byteOrderMark) && l.unit != utf8Bytes && strings.HasPrefix(f.Src, byteOrderMark) {
		column-- // it takes no column, but three bytes
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

// region is a place for programs: from and to, which is just after it. A
// finding about a whole file is at its beginning.
type region struct{ from, to report.Position }

// region returns where a span is, without the line ending at its end.
func (l *locator) region(s report.Span) region {
	if wholeFile(s) {
		return region{report.Position{Line: 1, Column: 1}, report.Position{Line: 1, Column: 1}}
	}
	end := max(s.Start, s.Start+len(strings.TrimRight(s.Text(), "\r\n")))
	return region{l.position(s.File, s.Start), l.position(s.File, end)}
}

// sameLine reports whether both spans begin on one line of one file.
func (l *locator) sameLine(a, b report.Span) bool {
	return a.File == b.File && a.File != nil && !wholeFile(a) && l.seek(a.File, a.Start) == l.seek(b.File, b.Start)
}

// teller says in words where a finding is and what is to be said of it.
type teller struct {
	Options
	locator
}

// place returns file:line:column, which terminals and editors can open; the
// file alone when the span means the whole of it.
func (t *teller) place(s report.Span) string { return t.placeIn(clean(s.File.Name), s) }

// placeInRepository is place for forges.
func (t *teller) placeInRepository(s report.Span) string {
	return t.placeIn(clean(t.path(s.File.Name)), s)
}

func (t *teller) placeIn(name string, s report.Span) string {
	if wholeFile(s) {
		return name
	}
	at := t.position(s.File, s.Start)
	return name + ":" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column)
}

// placeInWords is place for reading aloud.
func (t *teller) placeInWords(s report.Span) string {
	name := clean(s.File.Name)
	if wholeFile(s) {
		return name
	}
	if at := t.stretch(s); at.last > at.line {
		return t.say("%s 第 %d 至 %d 行", "%s lines %d to %d", name, at.line, at.last)
	}
	at := t.position(s.File, s.Start)
	return t.say("%s 第 %d 行第 %d 列", "%s line %d, column %d", name, at.Line, at.Column)
}
