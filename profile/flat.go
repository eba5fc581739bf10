package profile

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// bindFlat binds a table whose rows stand side by side: one line of figures
// for all rows, or, when somebody took it apart, one line for each.
func (t *BoundTable) bindFlat(p *Profile, grids []grid) {
	n := len(t.Def.Columns)
	for _, g := range grids {
		for i := range g.table.Rows {
			cells, label, ok := t.line(p, g, i)
			if !ok {
				continue
			}
			t.addSource(g.table)
			switch row := &g.table.Rows[i]; {
			case label >= 0:
				t.bindLine(label, row, g.table, cells)
			case g.table.Width < 2*n:
				t.bindLine(t.rowAbove(g), row, g.table, cells)
			default:
				t.bindAll(row, g.table, cells)
			}
		}
	}
}

// line returns the figures of a row that is no header, and the row of the
// form that its label names, -1 when it has none.
func (t *BoundTable) line(p *Profile, g grid, i int) (cells []report.Cell, label int, ok bool) {
	cells, label = g.table.Rows[i].Cells, -1
	for len(cells) > 0 && cells[0].Kind == report.Words {
		m, known := find(g.meanings[i][len(g.table.Rows[i].Cells)-len(cells)], p, func(m meaning) bool { return m.kind == rowLabel })
		if known {
			label = m.index
		}
		cells = cells[1:]
	}
	figures := 0
	for j := range cells {
		switch cells[j].Kind {
		case report.Words:
			if len(t.meaningsOf(p, g.meanings[i])) > 0 {
				return nil, -1, false // a header
			}
		case report.Figure:
			figures++
		}
	}
	last := i == len(g.table.Rows)-1
	return cells, label, figures > 0 || last && len(cells) >= len(t.Def.Columns)
}

// meaningsOf returns what the labels of a row mean in this profile.
func (t *BoundTable) meaningsOf(p *Profile, row [][]meaning) (known []meaning) {
	for _, meanings := range row {
		for _, m := range meanings {
			if m.profile == p && (m.kind == columnLabel || m.kind == rowLabel || m.kind == flatLabel) {
				known = append(known, m)
			}
		}
	}
	return known
}

// bindAll binds one line that holds the figures of every row.
func (t *BoundTable) bindAll(source *report.Row, table *report.Table, cells []report.Cell) {
	n := len(t.Def.Columns)
	if t.Rows[0].Found() {
		t.Repeated = append(t.Repeated, BoundRow{Source: source, Table: table})
		return
	}
	total := n * len(t.Rows)
	all := BoundRow{Source: source, Table: table, Match: Exact, Cells: rest(cells, 0, total)}
	if len(cells) > total {
		all.Surplus = figures(cells[total:])
	}
	all.count()
	all.Ragged = all.Ragged || all.lostLast()
	for i := range t.Rows {
		t.Rows[i] = all
		t.Rows[i].Cells = all.Cells[i*n : (i+1)*n]
	}
}

// bindLine binds one line that holds the figures of one row.
func (t *BoundTable) bindLine(row int, source *report.Row, table *report.Table, cells []report.Cell) {
	n := len(t.Def.Columns)
	if row < 0 {
		return
	}
	r := BoundRow{Source: source, Table: table, Match: Exact, Cells: rest(cells, 0, n)}
	if len(cells) > n {
		r.Surplus = figures(cells[n:])
	}
	r.count()
	r.Ragged = r.Ragged || r.lostLast()
	if t.Rows[row].Found() {
		t.Repeated = append(t.Repeated, r)
		return
	}
	t.Rows[row] = r
}

// rowAbove returns the row that the header or the heading above a table
// names, else the first one not found yet.
func (t *BoundTable) rowAbove(g grid) int {
	text := ""
	for j := range g.table.Rows[0].Cells {
		text += g.table.Rows[0].Cells[j].Text
	}
	if g.above != nil {
		text += g.above.Prose.Text
	}
	best := -1
	for i := range t.Def.Rows {
		label := t.Def.Rows[i].Label()
		if strings.Contains(text, label) && (best < 0 || len(label) > len(t.Def.Rows[best].Label())) {
			best = i
		}
	}
	if best >= 0 && !t.Rows[best].Found() {
		return best
	}
	for i := range t.Rows {
		if !t.Rows[i].Found() {
			return i
		}
	}
	return -1
}

// findFlattened looks for the labels of tables that were not found outside
// any table: converters take tables apart.
func (l *Library) findFlattened(f *Form) {
	missing := false
	for i := range f.Tables {
		missing = missing || !f.Tables[i].Found()
	}
	if !missing {
		return
	}
	for i := range f.Report.Blocks {
		b := &f.Report.Blocks[i]
		if b.Kind == report.TableBlock {
			continue
		}
		for _, m := range l.lookup(b.Prose.Text) {
			if m.profile != f.Profile || m.kind == sectionLabel {
				continue
			}
			if t := &f.Tables[m.table]; !t.Found() {
				t.Flattened = append(t.Flattened, b.Span)
			}
		}
	}
}
