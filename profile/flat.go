package profile

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// bindFlat binds the table at hand to one whose rows stand side by side: one
// line of figures for all rows, or, when somebody took it apart, one line for
// each or for some.
func (b *binder) bindFlat() {
	if t := b.flatTable(); t >= 0 {
		b.bindFlatTable(&b.form.Tables[t])
	}
}

// flatTable returns the table of the section that the labels of the one at
// hand speak of: the only one, else the one that most of them belong to, -1
// when none does.
func (b *binder) flatTable() int {
	best, tables := -1, 0
	votes := make([]int, len(b.form.Tables))
	for i := range b.grid.rows {
		for _, id := range b.grid.row(i) {
			for _, m := range b.lib.entries[id] {
				if m.profile == b.form.Profile && m.kind != sectionLabel {
					votes[m.table]++
				}
			}
		}
	}
	for t := range b.form.Tables {
		if b.form.Tables[t].Def.section != b.section {
			continue
		}
		tables++
		if best < 0 || votes[t] > votes[best] {
			best = t
		}
	}
	if tables > 1 && votes[best] == 0 {
		return -1
	}
	return best
}

func (b *binder) bindFlatTable(t *BoundTable) {
	n := len(t.Def.Columns)
	lines := (b.width() + n/2) / n // rows of the form that a line holds
	if !b.survey() && b.named(t) < 0 && lines < len(t.Rows) {
		return
	}
	head := newFlatHead(b, t, b.grid)
	for i := range b.grid.rows {
		switch cells, row, ok := b.flatLine(t, i, n*min(lines, len(t.Rows))); {
		case !ok:
			head.read(b.lib, i)
		case row >= 0:
			b.bindLine(t, i, cells, row, 1)
		default:
			count := min(max(1, lines), len(t.Rows))
			b.bindLine(t, i, cells, b.rowAbove(t, count), count)
		}
	}
	if t.Astray == nil {
		t.Astray = head.astray()
	}
	if len(t.Rows) == 1 && len(t.Repeated) > 0 {
		t.partLines()
	}
}

// partLines makes a table of each line behind the first one. One with the name
// of a line before stands there twice, and stays what it is: a repeated row.
func (t *BoundTable) partLines() {
	first, repeated := lineName(&t.Rows[0]), t.Repeated
	t.Repeated = nil
	for _, r := range repeated {
		name := lineName(&r.BoundRow)
		if name == first || slices.ContainsFunc(t.Others, func(o BoundTable) bool { return o.Line == name }) {
			t.Repeated = append(t.Repeated, r)
			continue
		}
		other := *t
		other.Rows, other.Repeated, other.Others, other.Line = []BoundRow{r.BoundRow}, nil, nil, name
		t.Others, t.Line = append(t.Others, other), first
	}
}

// lineName returns the words that stand before the figures of a line, else
// where it stands.
func lineName(r *BoundRow) string {
	for j := range r.Source.Cells {
		if c := &r.Source.Cells[j]; len(r.Cells) > 0 && c == r.Cells[0] {
			break
		} else if c.Kind == report.Words {
			return c.Text
		}
	}
	return fmt.Sprintf("第 %d 行", r.Source.Span.Position().Line)
}

// flatLine returns the figures of row i unless it is a header, and the row of
// the form that its label names, -1 when it has none. A line that is no longer
// than full has no label: words in it stand where a figure should.
func (b *binder) flatLine(t *BoundTable, i, full int) (cells []report.Cell, row int, ok bool) {
	cells, row = b.grid.table.Rows[i].Cells, -1
	ids, labelled := b.grid.row(i), len(cells) > full
	if len(cells) > full+1 && cells[0].Kind == report.Figure && cells[1].Kind == report.Words {
		cells, ids = cells[1:], ids[1:] // the number of the line
	}
	for len(cells) > 0 && cells[0].Kind == report.Words {
		if m, asRow, asColumn := b.roles(ids[0]); asRow && !asColumn {
			row = m.index
		} else if asColumn {
			if len(t.Rows) > 1 || !onlyFigures(cells[1:]) { // else 合计 heads a line
				return nil, -1, false
			}
		} else if !labelled {
			break
		}
		cells, ids = cells[1:], ids[1:]
	}
	figures := 0
	for j := range cells {
		if _, asRow, asColumn := b.roles(ids[j]); asRow || asColumn {
			return nil, -1, false
		}
		figures += one(cells[j].Kind == report.Figure)
	}
	last := i == len(b.grid.rows)-1
	return cells, row, figures > 0 || last && len(cells) >= len(t.Def.Columns)
}

// onlyFigures reports whether cells hold figures and no words.
func onlyFigures(cells []report.Cell) bool {
	is := func(kind report.CellKind) func(report.Cell) bool {
		return func(c report.Cell) bool { return c.Kind == kind }
	}
	return slices.ContainsFunc(cells, is(report.Figure)) && !slices.ContainsFunc(cells, is(report.Words))
}

// bindLine binds a line that holds the figures of count rows from first on.
func (b *binder) bindLine(t *BoundTable, i int, cells []report.Cell, first, count int) {
	n := len(t.Def.Columns)
	source := &b.grid.table.Rows[i]
	for len(cells) > n*count && cells[0].Kind == report.Blank && cells[n*count].Kind == report.Figure {
		cells = cells[1:] // the place of a label
	}
	r := BoundRow{Source: source, Table: b.grid.table, Match: Exact, Cells: b.take(n * count)}
	at := len(source.Cells) - len(cells)
	r.run(at)
	for j := at + n*count; j < len(source.Cells); j++ {
		if source.Cells[j].Kind == report.Figure {
			r.Surplus = append(r.Surplus, &source.Cells[j])
		}
	}
	r.count()
	r.Ragged = r.Ragged || r.lostLast()
	all := r.Cells
	for k := range count {
		r.Cells = all[k*n : (k+1)*n]
		t.keep(first+k, r)
	}
}

// rowAbove returns the first of count rows that the first line of a table or
// the block above it names, else the first one not found yet.
func (b *binder) rowAbove(t *BoundTable, count int) int {
	if count < len(t.Rows) {
		if row := b.named(t); row >= 0 && row+count <= len(t.Rows) {
			return row
		}
	}
	for i := 0; i+count <= len(t.Rows); i++ {
		if !t.Rows[i].Found() {
			return i
		}
	}
	return 0 // once more
}

// named returns the row with the longest label in the first line of a table
// or in the block above it, -1 for none.
func (b *binder) named(t *BoundTable) int {
	b.beyond = true // the block above
	g := b.grid
	var text strings.Builder
	for _, row := range g.table.Rows[:min(1, len(g.table.Rows))] {
		for j := range row.Cells {
			text.WriteString(row.Cells[j].Text)
		}
	}
	if g.above != nil {
		text.WriteString(g.above.Prose.Text)
	}
	best := -1
	for i := range t.Def.Rows {
		label := t.Def.Rows[i].Label()
		if strings.Contains(text.String(), label) && (best < 0 || len(label) > len(t.Def.Rows[best].Label())) {
			best = i
		}
	}
	return best
}
