package profile

import "github.com/gouji-lint/gouji/report"

// line is a row of a table of the document, as far as its own cells tell.
type line struct {
	kind     lineKind
	at       int // the cell of its label, the last one if it covers several; -1 for none
	*meaning     // of the label of a rowLine

	// What is behind the label: how many cells with something in them, a
	// spanned one counted once, and the first and the last of them.
	filled      int
	first, last int
	figures     int // those that are no words
}

type lineKind uint8

const (
	otherLine   lineKind = iota
	headerLine           // labels of columns and no figures
	rowLine              // a known label and room for figures
	strangeLine          // figures behind a label that is not known
)

// survey reads every row of the table at hand. It reports whether a label
// tells that this is a table of the form: 其他 and 总计 do not.
func (b *binder) survey() (evident bool) {
	b.lines, b.context = b.lines[:0], -1
	for i := range b.grid.rows {
		l, sure := b.line(i)
		b.lines = append(b.lines, l)
		evident = evident || sure
	}
	return evident
}

// line reads row i, and whether a label in it can be nothing else.
func (b *binder) line(i int) (l line, sure bool) {
	cells, ids := b.grid.table.Rows[i].Cells, b.grid.row(i)
	rows, columns, caption := 0, 0, false
	l = line{at: -1}
	for j := range cells {
		c := &cells[j]
		if c.Kind == report.Blank || c.Kind == report.Absent {
			continue
		}
		again := j > 0 && repeats(c, &cells[j-1])
		m, asRow, asColumn := b.roles(ids[j])
		caption = caption || asColumn && j == 0 && b.enter(ids[j])
		if asRow {
			b.context = m.table
		}
		if !again && asRow != asColumn {
			rows, columns = rows+one(asRow), columns+one(asColumn)
		}
		switch {
		case asRow && (l.at < 0 || l.figures == 0):
			l = line{at: j, meaning: m}
		case !again:
			l.fill(j, c)
		}
	}
	switch {
	case l.figures == 0 && columns > 0 && (rows == 0 || columns > 1):
		l.kind = headerLine
	case l.at >= 0 && l.heads(cells):
		l.readStrange(cells)
	case l.at >= 0 && l.at+1 < len(cells):
		l.kind = rowLine
	case l.at < 0 && l.figures > 0 && !caption:
		l.readStrange(cells)
	}
	return l, rows+columns > 0
}

// heads reports whether the label is that of a group with the label of a row
// behind it that is not known.
func (l *line) heads(cells []report.Cell) bool {
	return l.meaning.kind == groupLabel && l.figures > 0 && cells[l.first].Kind == report.Words
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// repeats reports whether c says again what the cell before says: a cell that
// spans both, or a label that a converter repeated for its span.
func repeats(c, before *report.Cell) bool {
	return report.SameCell(c, before) || c.Kind == report.Words && c.Text == before.Text
}

// fill counts cell j as one with something in it.
func (l *line) fill(j int, c *report.Cell) {
	if l.filled == 0 {
		l.first = j
	}
	l.last = j
	l.filled++
	if c.Kind != report.Words {
		l.figures++
	}
}

// readStrange takes the last words before the first figure for a label that is
// not known.
func (l *line) readStrange(cells []report.Cell) {
	at := -1
	for j := range cells {
		if k := cells[j].Kind; k == report.Words {
			if text := cells[j].Text; at < 0 || report.MeasureAt(text) != text { // else the unit
				at = j
			}
		} else if k == report.Figure || k == report.Dash {
			break
		}
	}
	if at < 0 {
		return
	}
	*l = line{kind: strangeLine, at: at}
	for j := at + 1; j < len(cells); j++ {
		c := &cells[j]
		if c.Kind != report.Blank && c.Kind != report.Absent && !repeats(c, &cells[j-1]) {
			l.fill(j, c)
		}
	}
}

// enter makes the table whose caption a label is the one that the labels below
// it belong to, and reports whether it is one. 总数 may be a row of several.
func (b *binder) enter(id labelID) bool {
	for _, m := range b.lib.entries[id] {
		if m.profile == b.form.Profile && m.kind == captionLabel && b.form.Profile.Tables[m.table].section == b.section {
			b.context = m.table
			return true
		}
	}
	return false
}

// roles returns what a label of the section at hand means as the label of a
// row or group, and whether it can head a column, or columns and rows.
func (b *binder) roles(id labelID) (row *meaning, asRow, asColumn bool) {
	entry := b.lib.entries[id]
	for i := range entry {
		m := &entry[i]
		if m.profile != b.form.Profile || m.kind == sectionLabel || b.form.Profile.Tables[m.table].section != b.section {
			continue
		}
		switch m.kind {
		case rowLabel, groupLabel:
			if !asRow || m.table == b.context && row.table != b.context {
				row, asRow = m, true
			}
		default:
			asColumn = true
		}
	}
	return row, asRow, asColumn
}
