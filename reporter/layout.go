package reporter

import (
	"bytes"
	"slices"
	"sort"
	"strings"
)

// laid is an excerpt laid out: which glyphs are shown and in which columns.
type laid struct {
	excerpt
	glyphs  []glyph
	columns []int  // where each glyph begins; one more for the end
	row     []byte // the marks: one byte for each column, the last no blank
	bare    bool   // the marks are not drawn: the places are plain to see
}

// layOut fits the excerpt into so many columns. Tab stops are counted from
// margin columns further left, where the terminal's line begins. The slices
// that l has are used again.
func (l *laid) layOut(e excerpt, margin, columns int) {
	anchor := max(0, slices.IndexFunc(e.marks, func(m mark) bool { return m.primary }))
	l.excerpt, l.bare = e, false
	l.glyphs, l.marks = window(l.glyphs[:0], e.text, e.start, e.marks, anchor, columns)
	trimGaps(l.glyphs)
	l.columns = appendColumns(l.columns[:0], l.glyphs, margin)
	for i := range l.marks {
		l.place(&l.marks[i])
	}
	l.row = appendStrokes(l.row[:0], l.marks)
}

// trimGaps takes the blank off a gap at either end of the line.
func trimGaps(glyphs []glyph) {
	last := len(glyphs) - 1
	if last >= 0 && glyphs[last].kind == gap {
		glyphs[last].shown, glyphs[last].width = " ..", 3
	}
	if last >= 0 && glyphs[0].kind == gap {
		glyphs[0].shown, glyphs[0].width = ".. ", 3
	}
}

func appendColumns(columns []int, glyphs []glyph, margin int) []int {
	column := 0
	for i := range glyphs {
		columns = append(columns, column)
		if glyphs[i].kind == tab {
			column += tabStop - (margin+column)%tabStop
		} else {
			column += glyphs[i].width
		}
	}
	return append(columns, column)
}

// place finds the columns of a mark. It reaches over a gap when it runs on
// into it; a mark of no length is one column wide.
func (l *laid) place(m *mark) {
	first := sort.Search(len(l.glyphs), func(i int) bool { return l.glyphs[i].end > m.start })
	after := sort.Search(len(l.glyphs), func(i int) bool { return l.glyphs[i].start >= m.end })
	m.from, m.to = l.columns[first], l.columns[max(first, after)]
	if m.from == m.to {
		m.to++
	}
}

// appendStrokes adds the row of marks, the finding's own over the others.
func appendStrokes(row []byte, marks []mark) []byte {
	for _, primary := range []bool{false, true} {
		for _, m := range marks {
			if m.primary != primary {
				continue
			}
			for len(row) < m.to {
				row = append(row, ' ')
			}
			copy(row[m.from:m.to], bytes.Repeat([]byte{m.stroke()}, m.to-m.from))
		}
	}
	return row
}

func (m *mark) stroke() byte {
	if m.primary {
		return '^'
	}
	return '-'
}

// strokeAt returns what the row has under the i-th glyph.
func (l *laid) strokeAt(i int) byte {
	if l.columns[i] < len(l.row) {
		return l.row[l.columns[i]]
	}
	return ' '
}

// ruler turns a row into text that stands under the line. Under a tab it
// puts a tab and under a wide character an ideographic space, so that marks
// stay in place where tab stops differ, and where a font does not draw
// Chinese exactly two columns wide, as in many browsers.
func (l *laid) ruler(row []byte) string {
	var b strings.Builder
	b.Grow(len(row) + len(row)/2)
	for i := range l.glyphs {
		from, to := l.columns[i], l.columns[i+1]
		if from >= len(row) {
			return b.String()
		}
		switch under := row[from:min(to, len(row))]; {
		case to > len(row) || !blank(under):
			b.Write(under)
		case l.glyphs[i].kind == tab:
			b.WriteByte('\t')
		case l.glyphs[i].kind == drawn && len(under) == 2:
			b.WriteString("\u3000")
		default:
			b.Write(under)
		}
	}
	b.Write(row[min(l.columns[len(l.glyphs)], len(row)):])
	return b.String()
}

func blank(row []byte) bool {
	for _, c := range row {
		if c != ' ' {
			return false
		}
	}
	return true
}
