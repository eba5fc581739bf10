package profile

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// bindStrange binds a row of figures whose label is not known to the row of
// the form that it must be; otherwise the row is extra among those of the
// table given.
func (b *binder) bindStrange(i, among int) {
	l := &b.lines[i]
	label := &b.grid.table.Rows[i].Cells[l.at]
	m, ok := b.meant(label.Text, i)
	if !ok {
		if among >= 0 {
			t := &b.form.Tables[among]
			t.ExtraRows = append(t.ExtraRows, label)
		}
		return
	}
	l.kind, l.meaning = rowLine, &m
	b.adopt(m.table, i)
	t, row := &b.form.Tables[m.table], b.row(i)
	row.Match = Typo
	t.misspell(label, t.Def.Rows[m.index].Label())
	t.keep(m.index, row)
}

// meant returns the row still missing that the text must mean: the one with the
// nearest label, or the one whose place it is.
func (b *binder) meant(text string, i int) (m meaning, ok bool) {
	n := b.near(text)
	for t := range b.form.Tables {
		table := &b.form.Tables[t]
		if table.Def.section != b.section {
			continue
		}
		for r := range table.Rows {
			if table.Rows[r].Found() {
				continue
			}
			label := table.Def.Rows[r].Label()
			if n.try(label) || n.label == "" && n.text != "" && (n.holds(label) || b.isGap(i, t, r) && n.resembles(label)) {
				m, ok = meaning{b.form.Profile, rowLabel, t, r}, true
			}
		}
	}
	return m, ok
}

// holds reports whether the text is the label with something added.
func (n *nearest) holds(label string) bool {
	k := key(label)
	return utf8.RuneCountInString(k) >= 4 && strings.Contains(n.text, k)
}

// resembles reports whether half of the label is right.
func (n *nearest) resembles(label string) bool {
	k := key(label)
	half := utf8.RuneCountInString(k) / 2
	return report.EditDistance(n.text, k, half) <= half
}

// isGap reports whether the rows of the form before and behind row r of table
// t stand right before and behind line i.
func (b *binder) isGap(i, t, r int) bool {
	return b.isRow(i-1, t, r-1) && b.isRow(i+1, t, r+1)
}

// isRow reports whether line i is row r of table t, or neither of them is
// there: the table ends.
func (b *binder) isRow(i, t, r int) bool {
	if inside := i >= 0 && i < len(b.lines) && b.lines[i].kind == rowLine; !inside {
		return r < 0 || r == len(b.form.Tables[t].Rows)
	}
	l := &b.lines[i]
	return l.meaning.kind == rowLabel && l.table == t && l.index == r
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
		meant := b.near(cells[j].Text)
		for g := range t.Def.Groups {
			meant.try(t.Def.Groups[g].Label())
		}
		t.misspell(&cells[j], meant.label)
	}
}
