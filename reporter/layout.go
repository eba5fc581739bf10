package reporter

import (
	"slices"
	"strings"
)

// laid is an excerpt laid out: which glyphs are shown and in which columns.
type laid struct {
	excerpt
	glyphs  []glyph
	columns []int // where each glyph begins; one more for the end
	bare    bool  // no marks are drawn: the places are plain to see
}

// layOut fits the excerpt into so many columns. Tab stops are counted from
// margin columns further left, where the terminal's line begins.
func (e excerpt) layOut(margin, columns int) laid {
	anchor := max(0, slices.IndexFunc(e.marks, func(m mark) bool { return m.primary }))
	l := laid{excerpt: e}
	l.glyphs, l.marks = window(e.text, e.start, slices.Clone(e.marks), anchor, columns)
	l.trimGaps()
	l.columns = columnsOf(l.glyphs, margin)
	for i := range l.marks {
		l.place(&l.marks[i])
	}
	return l
}

// trimGaps takes the blank off a gap at either end of the line.
func (l *laid) trimGaps() {
	last := len(l.glyphs) - 1
	if last >= 0 && l.glyphs[last].kind == gap {
		l.glyphs[last].shown, l.glyphs[last].width = " ..", 3
	}
	if last >= 0 && l.glyphs[0].kind == gap {
		l.glyphs[0].shown, l.glyphs[0].width = ".. ", 3
	}
}

func columnsOf(glyphs []glyph, margin int) []int {
	columns := make([]int, 0, len(glyphs)+1)
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

// place finds the columns of a mark. A mark of no length is one column wide.
func (l *laid) place(m *mark) {
	m.from = -1
	for i := range l.glyphs {
		if m.covers(&l.glyphs[i]) {
			m.to = l.columns[i+1]
			if m.from < 0 {
				m.from = l.columns[i]
			}
		}
	}
	if m.from < 0 {
		m.from = l.columnAt(m.start)
		m.to = m.from + 1
	}
}

// covers reports whether the mark reaches over the glyph. It reaches over a
// gap when it runs on into it.
func (m *mark) covers(g *glyph) bool {
	if g.kind == gap {
		return m.start < g.start && m.end > g.start
	}
	return m.start < g.end && m.end > g.start
}

func (l *laid) columnAt(offset int) int {
	for i := range l.glyphs {
		if l.glyphs[i].end > offset {
			return l.columns[i]
		}
	}
	return l.columns[len(l.glyphs)]
}

// source returns the line as shown. paint is called for each run of glyphs
// with the mark that it stands in, or nil.
func (l *laid) source(paint func(m *mark, s string) string) string {
	var line, run strings.Builder
	var current *mark
	for i := range l.glyphs {
		m := l.markAt(l.columns[i], l.columns[i+1])
		if m != current {
			line.WriteString(paint(current, run.String()))
			run.Reset()
			current = m
		}
		run.WriteString(l.glyphs[i].shown)
	}
	line.WriteString(paint(current, run.String()))
	return line.String()
}

// markAt returns the mark over the columns, the finding's own before others.
func (l *laid) markAt(from, to int) (found *mark) {
	for i := range l.marks {
		m := &l.marks[i]
		if m.start < m.end && m.from < to && m.to > from && (found == nil || m.primary) {
			found = m
		}
	}
	return found
}

// width returns how many columns the line and its marks take.
func (l *laid) width() int {
	w := l.columns[len(l.glyphs)]
	for _, m := range l.marks {
		w = max(w, m.to)
	}
	return w
}

// strokes returns the row of marks: one byte for each column.
func (l *laid) strokes() []byte {
	row := []byte(strings.Repeat(" ", l.width()))
	for _, primary := range []bool{false, true} {
		for _, m := range l.marks {
			if m.primary == primary {
				fill(row[m.from:m.to], m.stroke())
			}
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

func fill(row []byte, b byte) {
	for i := range row {
		row[i] = b
	}
}

// ruler turns a row into text that stands under the line. Under a tab it
// puts a tab and under a wide character an ideographic space, so that marks
// stay in place where tab stops differ, and where a font does not draw
// Chinese exactly two columns wide, as in many browsers.
func (l *laid) ruler(row []byte) string {
	var b strings.Builder
	for i := range l.glyphs {
		from, to := l.columns[i], l.columns[i+1]
		if from >= len(row) {
			return b.String()
		}
		under := string(row[from:min(to, len(row))])
		if to <= len(row) && strings.TrimSpace(under) == "" {
			under = pad(&l.glyphs[i], to-from)
		}
		b.WriteString(under)
	}
	if end := l.columns[len(l.glyphs)]; end < len(row) {
		b.Write(row[end:])
	}
	return b.String()
}

func pad(g *glyph, width int) string {
	switch {
	case g.kind == tab:
		return "\t"
	case g.kind == drawn && width == 2:
		return "\u3000"
	}
	return strings.Repeat(" ", width)
}
