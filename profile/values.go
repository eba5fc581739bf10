package profile

import "github.com/gouji-lint/gouji/report"

// fill finds the figures of row i, whose label stands in cell at.
//
// Converters lose the spans of the form in different ways. Where blanks stand
// for them, the figures are the last cells of the row; where rows were
// shifted left, they begin behind the label; where spans were repeated, a
// figure stands in several cells. A short table (表二) is read behind the
// label, a wide one (表三) by its header or by its right edge.
func (b *binder) fill(row *BoundRow, table, i, at int) {
	cells := b.grid.table.Rows[i].Cells
	n := len(b.form.Tables[table].Def.Columns)
	if n < wide {
		row.Cells, row.Surplus = short(cells[at+1:], n)
	} else if columns := b.byHead[table]; columns != nil {
		row.Cells, row.Surplus = pickCells(cells, columns)
	} else {
		start := b.start(at, n)
		row.Cells = rest(cells, start, n)
		if start+n < len(cells) {
			row.Surplus = figures(cells[start+n:])
		}
	}
	row.count()
}

// wide is how many columns make a table that is read by position.
const wide = 5

// count counts the figures, and tells a row that has not one cell a column.
func (r *BoundRow) count() {
	r.Figures = len(r.Surplus)
	for _, c := range r.Cells {
		switch {
		case c == nil:
		case c.Kind == report.Absent:
			r.Ragged = true
		case c.Kind != report.Blank:
			r.Figures++
		}
	}
	if len(r.Surplus) > 0 {
		r.Ragged = true
	}
}

// short reads up to n figures from the cells behind a label. Cells that
// repeat one spanned cell count once, and so does a single figure that a
// converter repeated.
func short(cells []report.Cell, n int) (values, surplus []*report.Cell) {
	var distinct []*report.Cell
	for j := range cells {
		if j == 0 || !report.SameCell(&cells[j], &cells[j-1]) {
			distinct = append(distinct, &cells[j])
		}
	}
	values = distinct[:min(n, len(distinct))]
	for _, c := range distinct[len(values):] {
		if c.Kind == report.Figure && !(n == 1 && len(values) > 0 && values[0].Text == c.Text) {
			surplus = append(surplus, c)
		}
	}
	for len(values) < n {
		values = append(values, &report.Cell{Kind: report.Absent})
	}
	return values, surplus
}

// rest returns n cells from start on, filled up with Absent ones.
func rest(cells []report.Cell, start, n int) []*report.Cell {
	values := make([]*report.Cell, n)
	for j := range values {
		if start+j < len(cells) {
			values[j] = &cells[start+j]
		} else {
			values[j] = &report.Cell{Kind: report.Absent}
		}
	}
	return values
}

func figures(cells []report.Cell) (found []*report.Cell) {
	for j := range cells {
		if cells[j].Kind == report.Figure {
			found = append(found, &cells[j])
		}
	}
	return found
}

// pickCells returns the cells of the columns that the header names; surplus
// are figures behind the last.
func pickCells(cells []report.Cell, columns []int) (values, surplus []*report.Cell) {
	values = make([]*report.Cell, len(columns))
	last := 0
	for k, j := range columns {
		switch {
		case j < 0:
		case j < len(cells):
			values[k] = &cells[j]
		default:
			values[k] = &report.Cell{Kind: report.Absent}
		}
		last = max(last, j)
	}
	if last+1 < len(cells) {
		surplus = figures(cells[last+1:])
	}
	return values, surplus
}

// start returns where the n figures of a row with its label in cell at begin.
func (b *binder) start(at, n int) int {
	aligned := b.width - n
	if b.shift || aligned <= at {
		return at + 1
	}
	return aligned
}

// usualWidth returns how many cells a row of the table has: as declared in a
// pipe table, as most rows have in HTML. Blank columns at the right edge are
// padding.
func usualWidth(t *report.Table) int {
	width := t.Width
	if t.Form == report.HTMLTable {
		width = mostCommonWidth(t)
	}
	for ; width > 0; width-- {
		for i := range t.Rows {
			if cells := t.Rows[i].Cells; width-1 < len(cells) && cells[width-1].Kind != report.Blank && cells[width-1].Kind != report.Absent {
				return width
			}
		}
	}
	return t.Width
}

func mostCommonWidth(t *report.Table) int {
	counts, best := map[int]int{}, 0
	for i := range t.Rows {
		present := len(t.Rows[i].Cells)
		for present > 0 && t.Rows[i].Cells[present-1].Kind == report.Absent {
			present--
		}
		counts[present]++
		if counts[present] > counts[best] || counts[present] == counts[best] && present > best {
			best = present
		}
	}
	return best
}

// shifted reports whether figures stand left of where they would begin if
// they were right aligned: a converter ignored the spans of the labels.
func (b *binder) shifted(aligned int) bool {
	for i, l := range b.labels {
		if l.at < 0 {
			continue
		}
		cells := b.grid.table.Rows[i].Cells
		for j := l.at + 1; j < aligned && j < len(cells); j++ {
			if cells[j].Kind == report.Figure {
				return true
			}
		}
	}
	return false
}

// columns returns the cell of each column as the header tells it, -1 for a
// column that is not there; nil when the header says no more than the right
// edge does.
func (b *binder) columns(t *BoundTable) []int {
	n := len(t.Def.Columns)
	found := b.headerColumns(t)
	if found == nil {
		return nil
	}
	base, agree, known, last := 0, true, 0, -1
	for k, j := range found {
		if j < 0 {
			continue
		}
		if j <= last {
			return nil // a header out of step with its rows
		}
		if known > 0 && j-k != base {
			agree = false
		}
		if known == 0 {
			base = j - k
		}
		last, known = j, known+1
	}
	if known < 3 || agree && base > 0 && base+n == b.width {
		return nil
	}
	if agree && base > 0 && base+n < b.width && known == n {
		return found // something stands behind the last column
	}
	if agree && base > 0 && base+n <= b.width {
		return nil // a header cell that cannot be read, over a column that is there
	}
	b.noteColumns(t, found)
	return found
}

// headerColumns returns where the labels of the columns stand, nil when the
// header rows contradict each other.
func (b *binder) headerColumns(t *BoundTable) []int {
	found := make([]int, len(t.Def.Columns))
	for k := range found {
		found[k] = -1
	}
	taken := map[int]bool{}
	for i := range b.grid.table.Rows {
		if !b.headers[i] {
			continue
		}
		for j, meanings := range b.grid.meanings[i] {
			m, ok := b.column(meanings)
			if !ok || &b.form.Tables[m.table] != t || found[m.index] == j || j > 0 && report.SameCell(&b.grid.table.Rows[i].Cells[j], &b.grid.table.Rows[i].Cells[j-1]) {
				continue
			}
			if found[m.index] >= 0 || taken[j] {
				return nil
			}
			found[m.index], taken[j] = j, true
		}
	}
	return found
}

// noteColumns records which columns are missing or extra.
func (b *binder) noteColumns(t *BoundTable, found []int) {
	first, last := -1, -1
	taken := map[int]bool{}
	for k, j := range found {
		if j < 0 {
			t.Columns[k] = Missing
			continue
		}
		if first < 0 {
			first = j
		}
		last, taken[j] = j, true
	}
	if len(t.ExtraColumns) > 0 {
		return
	}
	for i := range b.grid.table.Rows {
		if !b.headers[i] {
			continue
		}
		cells := b.grid.table.Rows[i].Cells
		for j := first; j <= last && j < len(cells); j++ {
			if !taken[j] && cells[j].Kind == report.Words && b.grid.meanings[i][j] == nil {
				t.ExtraColumns = append(t.ExtraColumns, &cells[j])
				taken[j] = true
			}
		}
	}
}

// judgeRagged finds rows that lost their last figure: all others are there,
// and the table leaves no blanks elsewhere in that column. Converters pad such
// a row on the right, so the blank does not tell which figure is missing.
func (t *BoundTable) judgeRagged() {
	n := len(t.Def.Columns)
	if n < wide {
		return
	}
	filled, found := 0, 0
	for i := range t.Rows {
		if r := &t.Rows[i]; r.Found() {
			found++
			if last := r.Cells[n-1]; last != nil && last.Kind == report.Figure {
				filled++
			}
		}
	}
	for i := range t.Rows {
		if r := &t.Rows[i]; r.Found() && 2*filled > found && r.lostLast() {
			r.Ragged = true
		}
	}
}

// lostLast reports whether all cells but the last ones are figures.
func (r *BoundRow) lostLast() bool {
	n := len(r.Cells)
	if r.Cells[n-1] == nil || r.Cells[n-1].Kind != report.Blank {
		return false
	}
	for _, c := range r.Cells[:n-1] {
		if c == nil || c.Kind != report.Figure {
			return false
		}
	}
	return true
}
