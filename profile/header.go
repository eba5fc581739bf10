package profile

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// head is where the header of the table at hand has the label of a column.
type head struct {
	at   int // cell, -1 when the header does not have the label
	row  int
	cell *report.Cell
	typo bool
}

// forgetHeads starts a new header.
func (b *binder) forgetHeads() {
	for i := range b.heads {
		b.heads[i] = head{at: -1}
	}
	for i := range b.states {
		b.states[i] = state{offset: b.states[i].offset}
	}
}

// headsOf returns the heads of the columns of table t of the profile.
func (b *binder) headsOf(t int) []head {
	first := b.states[t].offset
	return b.heads[first : first+len(b.form.Tables[t].Def.Columns)]
}

// noteHeader remembers where row i, a header, has the labels of columns.
func (b *binder) noteHeader(i int) {
	cells, ids := b.grid.table.Rows[i].Cells, b.grid.row(i)
	strange := false
	for j := range cells {
		again := j > 0 && repeats(&cells[j], &cells[j-1])
		strange = strange || !again && cells[j].Kind == report.Words && ids[j] == unknown
		for _, m := range b.lib.entries[ids[j]] {
			if m.profile != b.form.Profile || b.form.Profile.Tables[m.table].section != b.section {
				continue
			}
			switch {
			case m.kind == noteLabel:
				b.form.Tables[m.table].Note = &cells[j]
			case m.kind == columnLabel && again:
				b.states[m.table].mirrored = !report.SameCell(&cells[j], &cells[j-1])
			case m.kind == columnLabel:
				b.setHead(m, head{at: j, row: i, cell: &cells[j]})
			}
		}
	}
	if strange {
		b.noteTypos(i)
		b.noteCaptions(i)
	}
}

// setHead enters a head. A header is confused when it has a label in two
// places, or two labels in one: rows of it were shifted.
func (b *binder) setHead(m meaning, h head) {
	heads := b.headsOf(m.table)
	if old := heads[m.index].at; old >= 0 {
		if old != h.at {
			b.states[m.table].confused = true
		}
		return
	}
	for k := range heads {
		if heads[k].at == h.at {
			b.states[m.table].confused = true
		}
	}
	heads[m.index] = h
}

// noteTypos looks in row i for labels of columns that are a few characters
// off, and for a note in other words.
func (b *binder) noteTypos(i int) {
	cells, ids := b.grid.table.Rows[i].Cells, b.grid.row(i)
	for j := range cells {
		if cells[j].Kind != report.Words || ids[j] != unknown || j > 0 && repeats(&cells[j], &cells[j-1]) {
			continue
		}
		b.findNote(&cells[j])
		meant := b.near(cells[j].Text)
		b.eachHead(func(_ meaning, h *head, label string) {
			if h.at < 0 {
				meant.try(label)
			}
		})
		b.eachHead(func(m meaning, h *head, label string) {
			if h.at < 0 && label == meant.label {
				b.setHead(m, head{at: j, row: i, cell: &cells[j], typo: true})
			}
		})
	}
}

// eachHead yields the columns of all tables of the section at hand. Several
// may have one label: 本年处理决定数量.
func (b *binder) eachHead(yield func(m meaning, h *head, label string)) {
	for t := range b.form.Tables {
		table := &b.form.Tables[t]
		if table.Def.section != b.section {
			continue
		}
		heads := b.headsOf(t)
		for k := range heads {
			yield(meaning{kind: columnLabel, table: t, index: k}, &heads[k], table.Def.Columns[k].Label())
		}
	}
}

// noteCaptions looks in row i for captions that are one character off. What
// is further off is another label: 法人或其他组织小计.
func (b *binder) noteCaptions(i int) {
	cells, ids := b.grid.table.Rows[i].Cells, b.grid.row(i)
	for j := range cells {
		if cells[j].Kind != report.Words || ids[j] != unknown || j > 0 && repeats(&cells[j], &cells[j-1]) {
			continue
		}
		meant, of := b.near(cells[j].Text), -1
		for t := range b.form.Tables {
			if def := b.form.Tables[t].Def; def.section == b.section {
				for _, caption := range def.Captions {
					if meant.try(caption) {
						of = t
					}
				}
			}
		}
		if of >= 0 && meant.distance == 1 {
			b.form.Tables[of].misspell(&cells[j], meant.label)
		}
	}
}

// fillGaps takes a label for that of a column when it stands in its place,
// between those of its neighbours, and half of it is right.
func (b *binder) fillGaps(t int) {
	heads := b.headsOf(t)
	for k := range heads {
		at := placeOf(heads, k)
		if at < 0 {
			continue
		}
		c, label := b.extra(t, at), b.form.Tables[t].Def.Columns[k].Label()
		if c == nil {
			continue
		}
		if meant := b.near(c.Text); meant.resembles(label) {
			heads[k] = head{at: at, row: heads[max(0, k-1)].row, cell: c, typo: true}
		}
	}
}

// placeOf returns the cell in which the label of column k should stand, -1
// when it was found or its neighbours do not tell.
func placeOf(heads []head, k int) int {
	before, behind := -1, -1
	if k > 0 && heads[k-1].at >= 0 {
		before = heads[k-1].at + 1
	}
	if k+1 < len(heads) && heads[k+1].at >= 0 {
		behind = heads[k+1].at - 1
	}
	switch {
	case heads[k].at >= 0, before >= 0 && behind >= 0 && before != behind:
		return -1
	case before >= 0:
		return before
	}
	return behind
}

// findNote takes a cell for the note of a table when it has a run of four
// characters in common with it: 勾稽关系, 第一项加.
func (b *binder) findNote(c *report.Cell) {
	const run = 4
	text := report.Fold(c.Text)
	if utf8.RuneCountInString(text) < run {
		return
	}
	for i := range b.form.Tables {
		t := &b.form.Tables[i]
		if t.Note != nil || t.Def.section != b.section {
			continue
		}
		note := []rune(report.Fold(t.Def.Note))
		for k := 0; k+run <= len(note); k++ {
			if strings.Contains(text, string(note[k:k+run])) {
				t.Note = c
				break
			}
		}
	}
}

// adopt makes the header above row i that of table t, and tells from it how
// the rows are read.
func (b *binder) adopt(t, i int) {
	s := &b.states[t]
	if s.adopted {
		return
	}
	s.adopted = true
	s.tally = b.count(t, i)
	b.fillGaps(t)
	table, heads, known := &b.form.Tables[t], b.headsOf(t), 0
	for k := range heads {
		h := &heads[k]
		if h.at < 0 {
			continue
		}
		known++
		if table.Headers[k] == nil {
			table.Headers[k] = h.cell
		}
		if h.typo {
			table.Columns[k] = Typo
			table.misspell(h.cell, table.Def.Columns[k].Label())
		}
	}
	s.reading = reading{base: unsure}
	if !s.confused && (known == len(heads) || known >= 3 || known > 0 && len(heads) < wide) {
		s.reading = b.judgeHeader(t)
	}
}

// tally counts the rows of a table of the profile below one header.
type tally struct {
	from, to int // the lines
	rows     int // rows with figures
	full     int // those with one figure for each column
	deepest  int // the last cell that holds a label
	last     int // the last cell that holds a figure
}

func (b *binder) count(t, i int) tally {
	n := tally{from: i, to: i}
	for ; n.to < len(b.lines) && b.lines[n.to].kind != headerLine; n.to++ {
		l := &b.lines[n.to]
		if l.kind != rowLine || l.table != t {
			continue
		}
		n.deepest = max(n.deepest, l.at)
		if l.figures > 0 {
			n.rows++
			n.full += one(l.filled == len(b.form.Tables[t].Def.Columns))
			n.last = max(n.last, l.last)
		}
	}
	return n
}

// misspell records a label that is a few characters off, once.
func (t *BoundTable) misspell(c *report.Cell, want string) {
	if want == "" {
		return
	}
	for _, m := range t.Misspelt {
		if m.Want == want {
			return
		}
	}
	t.Misspelt = append(t.Misspelt, Misspelling{c, want})
}
