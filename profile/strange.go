package profile

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// bindStrange binds a row of figures whose label is not known to the row of
// the form that it must be; otherwise the row is extra.
func (b *binder) bindStrange(i int) {
	l := &b.lines[i]
	label := &b.grid.table.Rows[i].Cells[l.at]
	m, ok := b.nearest(key(label.Text), i)
	if !ok {
		b.noteExtra(i, label)
		return
	}
	l.kind, l.meaning = rowLine, m
	b.adopt(m.table, i)
	t, row := &b.form.Tables[m.table], b.row(i)
	row.Match = Typo
	t.misspell(label, t.Def.Rows[m.index].Label())
	t.keep(&t.Rows[m.index], row)
}

// nearest returns the row that is still missing and whose label is nearest to
// text, or the one whose place it is.
func (b *binder) nearest(text string, i int) (meaning, bool) {
	best, distance := meaning{profile: b.form.Profile, kind: rowLabel, table: -1}, 4
	for t := range b.form.Tables {
		if b.form.Tables[t].Def.section != b.section {
			continue
		}
		for r := range b.form.Tables[t].Rows {
			if b.form.Tables[t].Rows[r].Found() {
				continue
			}
			label := key(b.form.Tables[t].Def.Rows[r].Label())
			d, ok := near(text, label)
			if !ok && utf8.RuneCountInString(label) >= 4 && strings.Contains(text, label) {
				d, ok = 3, true
			}
			if !ok && b.isGap(i, t, r) {
				half := utf8.RuneCountInString(label) / 2
				d, ok = 3, report.EditDistance(text, label, half) <= half
			}
			if ok && d < distance {
				best.table, best.index, distance = t, r, d
			}
		}
	}
	return best, best.table >= 0
}

// isGap reports whether the rows of the form before and behind row r of table
// t stand right before and behind row i.
func (b *binder) isGap(i, t, r int) bool {
	before, behind := r == 0, r == len(b.form.Tables[t].Rows)-1
	if i > 0 {
		before = b.isRow(i-1, t, r-1)
	}
	if i+1 < len(b.lines) {
		behind = b.isRow(i+1, t, r+1)
	}
	return before && behind
}

func (b *binder) isRow(i, t, r int) bool {
	l := &b.lines[i]
	return l.kind == rowLine && l.meaning.kind == rowLabel && l.table == t && l.index == r
}

// noteExtra records a row that the form does not have, with the table whose
// rows it stands among.
func (b *binder) noteExtra(i int, label *report.Cell) {
	source := &b.grid.table.Rows[i]
	for j := i - 1; j >= 0; j-- {
		if b.lines[j].kind == rowLine {
			t := &b.form.Tables[b.lines[j].table]
			t.ExtraRows = append(t.ExtraRows, ExtraRow{source, b.grid.table, label})
			return
		}
	}
	for j := i + 1; j < len(b.lines); j++ {
		if b.lines[j].kind == rowLine {
			t := &b.form.Tables[b.lines[j].table]
			t.ExtraRows = append(t.ExtraRows, ExtraRow{source, b.grid.table, label})
			return
		}
	}
}

// checkGroups looks before the label of row i for the label of a group that
// is a few characters off.
func (b *binder) checkGroups(i int) {
	l := &b.lines[i]
	cells, ids := b.grid.table.Rows[i].Cells, b.grid.row(i)
	t := &b.form.Tables[l.table]
	for j := range l.at {
		if cells[j].Kind != report.Words || ids[j] != unknown {
			continue
		}
		for g := range t.Def.Groups {
			t.checkLabel(&cells[j], key(cells[j].Text), t.Def.Groups[g].Label())
		}
	}
}
