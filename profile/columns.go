package profile

import "github.com/gouji-lint/gouji/report"

// reading is how the figures of a table are found. Converters lose the spans
// of the form in different ways, so there is no one way.
type reading struct {
	// columns are the cells of the columns, -1 for one that is not there, when
	// the header shows that they are not those of the form in its order.
	columns []int
	// base is the cell of the first column where figures are aligned under
	// it; 0 where they begin behind the labels.
	base int
}

// unsure is the base of a table whose header does not tell it.
const unsure = -1

// judgeHeader tells the cells of the columns from a header that is not
// confused. What is unusual is believed when the rows agree.
func (b *binder) judgeHeader(t int) reading {
	s, heads := &b.states[t], b.headsOf(t)
	full := 2*s.full > s.rows || s.rows == 0
	if straight(heads) && (full || s.last <= heads[len(heads)-1].at) {
		return reading{base: heads[0].at}
	}
	at, known := make([]int, len(heads)), 0
	for k := range heads {
		at[k] = heads[k].at
		known += one(at[k] >= 0)
	}
	table := &b.form.Tables[t]
	switch {
	case !increasing(at):
		if table.Shuffled = known == len(at) && b.agree(t, at); table.Shuffled {
			return reading{columns: at}
		}
	case !full && fit(at, s.deepest+1, max(s.last, b.headerEnd(t))+1) && b.agree(t, at):
		b.noteColumns(t, at)
		return reading{columns: at}
	}
	return reading{base: unsure}
}

// straight reports whether the labels of all columns stand side by side.
func straight(heads []head) bool {
	for k := range heads {
		if heads[k].at < 0 || heads[k].at != heads[0].at+k {
			return false
		}
	}
	return true
}

func increasing(at []int) bool {
	last := -1
	for _, j := range at {
		if j >= 0 && j <= last {
			return false
		}
		last = max(last, j)
	}
	return true
}

// fit gives the columns whose labels were not found the cells that are left
// between those that were; a column without a cell is not there. It reports
// false when it cannot tell which column a cell is of.
func fit(at []int, from, to int) bool {
	column, cell := 0, from // the first ones not looked at
	for k := 0; k <= len(at); k++ {
		end := to
		if k < len(at) {
			if end = at[k]; end < 0 {
				continue
			}
		}
		lacking, free := k-column, end-cell
		switch {
		case lacking == 0 || free <= 0:
		case free == lacking, k == len(at):
			for c := range min(lacking, free) {
				at[column+c] = cell + c
			}
		case column == 0 && free > lacking: // labels stand before them
			for c := range lacking {
				at[c] = end - lacking + c
			}
		default:
			return false
		}
		column, cell = k+1, end+1
	}
	return true
}

// agree reports whether the figures of most rows stand in the cells at, or
// in columns with a label that the form does not have.
func (b *binder) agree(t int, at []int) bool {
	s, votes := &b.states[t], 0
	for i := s.from; i < s.to; i++ {
		l := &b.lines[i]
		if l.kind != rowLine || l.table != t || l.figures == 0 {
			continue
		}
		inside := 0
		for _, j := range at {
			inside += one(j > l.at && b.filled(i, j))
		}
		for j := l.first; j <= l.last; j++ {
			inside += one(b.filled(i, j) && b.isExtra(t, j))
		}
		votes += 2*one(inside == l.filled) - 1
	}
	return votes > 0
}

// filled reports whether cell j of row i has something in it.
func (b *binder) filled(i, j int) bool {
	cells := b.grid.table.Rows[i].Cells
	return j < len(cells) && cells[j].Kind != report.Blank && cells[j].Kind != report.Absent
}

// isExtra reports whether the header above table t has a label in cell j
// that is none of the form.
func (b *binder) isExtra(t, j int) bool { return b.extra(t, j) != nil }

func (b *binder) extra(t, j int) *report.Cell {
	for i := b.states[t].from - 1; i >= 0 && b.lines[i].kind == headerLine; i-- {
		cells := b.grid.table.Rows[i].Cells
		if j < len(cells) && cells[j].Kind == report.Words && b.grid.row(i)[j] == unknown && !b.isHead(t, &cells[j]) {
			return &cells[j]
		}
	}
	return nil
}

// isHead reports whether the cell heads a column of table t.
func (b *binder) isHead(t int, c *report.Cell) bool {
	for _, h := range b.headsOf(t) {
		if h.cell == c {
			return true
		}
	}
	return false
}

// headerEnd returns the last cell of the header above table t with a label.
func (b *binder) headerEnd(t int) (last int) {
	for i := b.states[t].from - 1; i >= 0 && b.lines[i].kind == headerLine; i-- {
		for j, c := range b.grid.table.Rows[i].Cells {
			if c.Kind == report.Words {
				last = max(last, j)
			}
		}
	}
	return last
}

// noteColumns records which columns are missing and which are extra.
func (b *binder) noteColumns(t int, at []int) {
	table := &b.form.Tables[t]
	for k, j := range at {
		if j < 0 {
			table.Columns[k] = Missing
		}
	}
	for j := b.states[t].deepest + 1; j <= b.headerEnd(t); j++ {
		if c := b.extra(t, j); c != nil {
			table.ExtraColumns = append(table.ExtraColumns, c)
		}
	}
}
