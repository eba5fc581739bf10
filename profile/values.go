package profile

import "github.com/gouji-lint/gouji/report"

// wide is how many columns make a table whose figures converters shift about:
// 表三. In a short one (表二) they begin behind the label.
const wide = 5

// row reads the figures of row i.
func (b *binder) row(i int) BoundRow {
	l, source := &b.lines[i], &b.grid.table.Rows[i]
	s := &b.states[l.table]
	n := len(b.form.Tables[l.table].Def.Columns)
	r := BoundRow{Source: source, Table: b.grid.table, Label: &source.Cells[l.at], Match: Exact, Cells: b.take(n)}
	switch {
	case s.columns != nil:
		r.pick(s.columns)
	case l.filled == n:
		r.inOrder(l.at + 1)
	case s.mirrored && l.filled > n && b.runs(&r, l.at+1) == n:
	case n < wide && l.filled < n:
		r.distinct(l.at + 1)
	default:
		r.run(b.start(l, n))
	}
	r.Surplus = b.surplus(&r, l)
	r.count()
	return r
}

// set puts cell j of the row in column k; a cell that the row does not have
// is an absent one.
func (r *BoundRow) set(k, j int) {
	if j < len(r.Source.Cells) {
		r.Cells[k] = &r.Source.Cells[j]
	} else {
		r.Cells[k] = &report.Cell{Kind: report.Absent, Span: r.Source.Span}
	}
}

// pick reads cell columns[k] as column k.
func (r *BoundRow) pick(columns []int) {
	for k, j := range columns {
		if j >= 0 {
			r.set(k, j)
		}
	}
}

// run reads the cells from start on.
func (r *BoundRow) run(start int) {
	for k := range r.Cells {
		r.set(k, start+k)
	}
}

// inOrder reads the cells from start on that have something in them. With one
// for each column it does not matter where blanks stand for spans.
func (r *BoundRow) inOrder(start int) {
	k := 0
	for j := start; j < len(r.Source.Cells) && k < len(r.Cells); j++ {
		c := &r.Source.Cells[j]
		if c.Kind != report.Blank && c.Kind != report.Absent && !repeats(c, &r.Source.Cells[j-1]) {
			r.Cells[k] = c
			k++
		}
	}
}

// distinct reads the cells from start on, a spanned one once.
func (r *BoundRow) distinct(start int) {
	j := start
	for k := range r.Cells {
		for k > 0 && j < len(r.Source.Cells) && report.SameCell(&r.Source.Cells[j], &r.Source.Cells[j-1]) {
			j++
		}
		r.set(k, j)
		j++
	}
}

// runs reads the cells from start on, those with the same text as one:
// spans that a converter filled with copies. It returns how many there are.
func (b *binder) runs(r *BoundRow, start int) int {
	b.beyond = true // figures are compared
	n := 0
	for j := start; j < len(r.Source.Cells); j++ {
		c := &r.Source.Cells[j]
		if c.Kind == report.Blank || c.Kind == report.Absent || j > start && c.Text == r.Source.Cells[j-1].Text {
			continue
		}
		if n < len(r.Cells) {
			r.Cells[n] = c
		}
		n++
	}
	return n
}

// start returns the cell in which the n figures of a row begin.
func (b *binder) start(l *line, n int) int {
	s := &b.states[l.table]
	if s.base == unsure {
		s.base = 0
		if n >= wide {
			s.base = b.aligned(l.table, n)
		}
	}
	return max(s.base, l.at+1)
}

// aligned returns the cell of the first column if the figures stand at the
// right edge whatever the label, 0 when they begin behind the labels. Most
// rows fit only one of the two, or have their first or last figure there.
func (b *binder) aligned(t, n int) int {
	s, votes := &b.states[t], 0
	base := max(b.width()-n, s.deepest+1)
	for i := s.from; i < s.to; i++ {
		if l := &b.lines[i]; l.kind == rowLine && l.table == t && l.figures > 0 {
			votes += l.fits(base, n) - l.fits(l.at+1, n)
		}
	}
	if votes < 0 {
		return 0
	}
	return base
}

// fits says how well the figures of a row fit into the n cells from base on.
func (l *line) fits(base, n int) int {
	if l.first < base || l.last >= base+n {
		return -3
	}
	return one(l.first == base) + one(l.last == base+n-1)
}

// width returns how many cells the rows of the table at hand have. Blank
// columns at the right edge are padding; a row of HTML may be too long.
func (b *binder) width() int {
	t := b.grid.table
	ends := make([]int, t.Width+1) // rows by where they end
	rows := 0
	for i := range t.Rows {
		end := min(t.Width, len(t.Rows[i].Cells))
		for end > 0 && !b.filled(i, end-1) {
			end--
		}
		if end > 0 {
			ends[end]++
			rows++
		}
	}
	for end := t.Width; end > 0; end-- {
		if ends[end] > 0 && (t.Form == report.PipeTable || ends[end] > rows/8) {
			return end
		}
	}
	return t.Width
}

// surplus returns the figures behind the label that belong to no column.
func (b *binder) surplus(r *BoundRow, l *line) (surplus []*report.Cell) {
	mirrored := b.states[l.table].mirrored || len(r.Cells) == 1
	if n := len(r.Cells); l.filled <= n && r.has(l.last) && r.has(l.first) {
		return nil
	}
	cells := r.Source.Cells
	for j := max(l.first, 1); j <= l.last; j++ {
		c := &cells[j]
		switch {
		case c.Kind != report.Figure || r.has(j) || repeats(c, &cells[j-1]):
		case mirrored && b.copies(c, &cells[j-1]):
		case b.isExtra(l.table, j):
		default:
			surplus = append(surplus, c)
		}
	}
	return surplus
}

// copies reports whether a figure is the same as the one before.
func (b *binder) copies(c, before *report.Cell) bool {
	b.beyond = true
	return c.Text == before.Text
}

// has reports whether cell j of the row is read as a column.
func (r *BoundRow) has(j int) bool {
	for _, c := range r.Cells {
		if c != nil && report.SameCell(c, &r.Source.Cells[j]) {
			return true
		}
	}
	return false
}

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
	r.Ragged = r.Ragged || len(r.Surplus) > 0
}

// judgeRagged finds rows that lost their last figure: all others are there,
// and the table leaves no blanks elsewhere in that column. Converters pad such
// a row on the right, so the blank does not tell which figure is missing.
func (t *BoundTable) judgeRagged() {
	n := len(t.Def.Columns)
	if n < wide || t.Def.Layout == Flat { // where only the whole line may have lost one
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

// lostLast reports whether all cells but the last one are figures.
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
