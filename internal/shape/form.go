package shape

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Grid is a table as the form prints it, row by row. A row has the cells that
// begin in it.
type Grid [][]Cell

// Cell is a cell and how many columns and rows it covers.
type Cell struct {
	Text       string
	Cols, Rows int
}

func cell(text string) Cell { return Cell{text, 1, 1} }

// clauseWidth is how many columns 表二 has: labels and three of figures.
const clauseWidth = 4

// clause lays out one clause of 表二. A single figure covers three columns.
func clause(t *profile.Table, figures Figures) (g Grid) {
	spread := func(first string, n int, text func(k int) string) []Cell {
		row := []Cell{cell(first)}
		for k := range n {
			row = append(row, cell(text(k)))
		}
		row[n].Cols = clauseWidth - n
		return row
	}
	n := len(t.Columns)
	g = append(g, []Cell{{t.Captions[0], clauseWidth, 1}})
	g = append(g, spread("信息内容", n, func(k int) string { return t.Columns[k].Label() }))
	for i := range t.Rows {
		g = append(g, spread(t.Rows[i].Label(), n, func(k int) string { return figures(ref(t, i, k)) }))
	}
	return g
}

func ref(t *profile.Table, row, column int) profile.Ref {
	return profile.Ref{Table: t.ID, Row: t.Rows[row].ID, Column: t.Columns[column].ID}
}

// labelled lays out 表三: three columns of labels, then the figures.
func labelled(t *profile.Table, s Shape, figures Figures) (g Grid) {
	switch s {
	case Flat:
		g = append(g, header([]Cell{cell("项目"), cell("类别"), cell("情形")}, t))
	case Narrow:
		g = append(g, header([]Cell{cell(t.Note)}, t))
	default:
		g = spannedHeader(t)
	}
	group := ""
	for i := range t.Rows {
		var row []Cell
		if s == Narrow {
			row = []Cell{cell(t.Rows[i].Label())}
		} else {
			row = labels(t, i, &group)
		}
		for k := range t.Columns {
			row = append(row, cell(figures(ref(t, i, k))))
		}
		g = append(g, row)
	}
	return g
}

func header(row []Cell, t *profile.Table) []Cell {
	for k := range t.Columns {
		row = append(row, cell(t.Columns[k].Label()))
	}
	return row
}

// spannedHeader is the header as printed: the note in the corner, 申请人情况
// above all columns, 法人或其他组织 above those between the first and the last.
func spannedHeader(t *profile.Table) Grid {
	n := len(t.Columns)
	inner := header(nil, t)[1 : n-1]
	return Grid{
		{{t.Note, 3, 3}, {t.Captions[0], n, 1}},
		{{t.Columns[0].Label(), 1, 2}, {t.Captions[1], n - 2, 1}, {t.Columns[n-1].Label(), 1, 2}},
		inner,
	}
}

// labels lays out what stands before the figures of row i. group is the one
// that the row before belongs to.
func labels(t *profile.Table, i int, group *string) (row []Cell) {
	r := &t.Rows[i]
	if isTop(r) {
		return []Cell{{r.Label(), 3, 1}}
	}
	if isTop(&t.Rows[i-1]) {
		row = append(row, Cell{t.Groups[0].Label(), 1, count(t, func(r *profile.Row) bool { return !isTop(r) })})
	}
	if r.Group == "" {
		return append(row, Cell{r.Label(), 2, 1})
	}
	if r.Group != *group {
		*group = r.Group
		label := t.Groups[t.Group(r.Group)].Label()
		row = append(row, Cell{label, 1, count(t, func(o *profile.Row) bool { return o.Group == r.Group })})
	}
	return append(row, cell(r.Label()))
}

// isTop reports whether a row stands outside 三、本年度办理结果.
func isTop(r *profile.Row) bool {
	o, _ := report.OrdinalAt(r.Label())
	return o.Level == 1
}

func count(t *profile.Table, in func(*profile.Row) bool) (n int) {
	for i := range t.Rows {
		if in(&t.Rows[i]) {
			n++
		}
	}
	return n
}

// sideBySide lays out 表四: the figures of all rows in one line, the first row
// above under a label of its own, the others under a common one.
func sideBySide(t *profile.Table, s Shape, figures Figures) Grid {
	n := len(t.Columns)
	var line, joined, outcomes []Cell
	for i := range t.Rows {
		for k := range t.Columns {
			line = append(line, cell(figures(ref(t, i, k))))
			joined = append(joined, cell(t.Rows[i].Label()+t.Columns[k].Label()))
			outcomes = append(outcomes, cell(t.Columns[k].Label()))
		}
	}
	if s == Flat || s == Narrow {
		return Grid{joined, line}
	}
	top := []Cell{{t.Rows[0].Label(), n, 1}, {t.Captions[0], n * (len(t.Rows) - 1), 1}}
	second := make([]Cell, 0, len(outcomes))
	for _, c := range outcomes[:n] {
		second = append(second, Cell{c.Text, 1, 2})
	}
	for i := range t.Rows[1:] {
		second = append(second, Cell{t.Rows[i+1].Label(), n, 1})
	}
	return Grid{top, second, outcomes[n:], line}
}
