package report

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// File is one document: its name and its text. It never changes once made.
//
// Src is a string, not bytes, so that a cell, a label or a sentence is a
// slice of it and costs nothing.
type File struct {
	Name     string // as shown to people: slashes, relative to where the run was started
	Src      string // the text in UTF-8, with its byte order mark if it has one
	Encoding Encoding
	// Stretches maps Src to the bytes on disk, in order, where the two differ;
	// empty for UTF-8.
	Stretches []Stretch

	once  sync.Once
	lines []int // offset in Src of the first byte of each line
}

// Encoding says how a file is written on disk.
type Encoding string

// The encodings that reports come in.
const (
	UTF8    Encoding = "utf-8"
	GB18030 Encoding = "gb18030"
)

// Stretch is a run of characters that are all Width bytes long in Src and
// DiskWidth bytes long on disk. It ends where the next one starts.
type Stretch struct {
	Start, Disk      int // where it starts, in Src and on disk
	Width, DiskWidth int
}

// NewFile returns the UTF-8 document src, called name.
func NewFile(name, src string) *File {
	return &File{Name: name, Src: src, Encoding: UTF8}
}

// Span returns the place of the bytes [start, end) of Src.
func (f *File) Span(start, end int) Span {
	return Span{File: f, Start: start, End: end}
}

// Disk returns the offset on disk of the byte at offset of Src.
func (f *File) Disk(offset int) int {
	i := sort.Search(len(f.Stretches), func(i int) bool { return f.Stretches[i].Start > offset })
	if i == 0 {
		return offset
	}
	s := f.Stretches[i-1]
	return s.Disk + (offset-s.Start)/s.Width*s.DiskWidth
}

// Line returns the text of the 1-based line n without its line ending, and
// the offset in Src where it starts.
func (f *File) Line(n int) (text string, start int) {
	f.index()
	if n < 1 || n > len(f.lines) {
		return "", len(f.Src)
	}
	start = f.lines[n-1]
	end := len(f.Src)
	if n < len(f.lines) {
		end = f.lines[n]
	}
	return strings.TrimRight(f.Src[start:end], "\r\n"), start
}

// Lines returns how many lines the file has.
func (f *File) Lines() int {
	f.index()
	return len(f.lines)
}

// index finds the lines once. Most files have no finding and need none.
func (f *File) index() {
	f.once.Do(func() {
		f.lines = append(f.lines, 0)
		for i := 0; ; {
			j := strings.IndexByte(f.Src[i:], '\n')
			if j < 0 || i+j+1 == len(f.Src) {
				return
			}
			i += j + 1
			f.lines = append(f.lines, i)
		}
	})
}

// Span is a place in a file: the bytes [Start, End) of its Src.
// The zero Span is nowhere.
type Span struct {
	File       *File
	Start, End int
}

// Position is a place for people: line and column count from 1, the column
// in code points.
type Position struct{ Line, Column int }

// IsZero reports whether the span is nowhere.
func (s Span) IsZero() bool { return s.File == nil }

// Text returns what stands there, as it is in Src.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return s.File.Src[s.Start:s.End]
}

// Position returns where the span begins. Only reporters need it.
func (s Span) Position() Position { return s.position(s.Start) }

// EndPosition returns the place just after the span.
func (s Span) EndPosition() Position { return s.position(s.End) }

func (s Span) position(offset int) Position {
	if s.File == nil {
		return Position{}
	}
	s.File.index()
	lines := s.File.lines
	n := sort.SearchInts(lines, offset+1)
	start := lines[n-1]
	column := utf8.RuneCountInString(s.File.Src[start:offset]) + 1
	if start == 0 && strings.HasPrefix(s.File.Src, "\ufeff") && offset >= len("\ufeff") {
		column-- // a byte order mark takes no column
	}
	return Position{Line: n, Column: column}
}

// Text is a string that came from a file, with its place.
type Text struct {
	Value string
	Span  Span
}
