package profile

import (
	"slices"

	"github.com/gouji-lint/gouji/report"
)

// trace says where in the document the parts of bound tables stand, so that a
// report with the same pattern can be bound by it.
type trace struct {
	sources []tracedSource
	rows    []tracedRow
	cells   []tracedCell // headers and notes
}

// tracedSource is a table of the document that one of the form is bound to.
type tracedSource struct{ table, source int }

// tracedRow is row at of a table of the form, counting on behind the rows into
// the groups. What of it stands in the document is said by index.
type tracedRow struct {
	table, at   int
	source, row int
	label       int // -1 for none
	match       Match
	ragged      bool
	figures     int
	cells       []int // by column, -1 for none
}

// tracedCell is the header of a column of a table of the form, or its note.
type tracedCell struct {
	table, column     int // column is -1 for the note
	source, row, cell int
}

// tracer takes the trace of a form.
type tracer struct {
	trace
	form *Form
	free []int // for the cells of rows
	lost bool  // something has no place, or the trace does not know it
}

// take takes the trace of the tables of a form. It reports false when they are
// bound in an unusual way: what is extra, repeated or misspelt is not traced.
func take(f *Form) (trace, bool) {
	tr, rows := tracer{form: f, free: make([]int, f.Profile.figures)}, 0
	for i := range f.Tables {
		rows += len(f.Tables[i].Rows) + len(f.Tables[i].Groups)
	}
	tr.rows = make([]tracedRow, 0, rows)
	for i := range f.Tables {
		if tr.table(i); tr.lost {
			return trace{}, false
		}
	}
	return tr.trace, true
}

func (tr *tracer) table(i int) {
	t := &tr.form.Tables[i]
	if len(t.ExtraRows)+len(t.ExtraColumns)+len(t.Repeated)+len(t.Others)+len(t.Misspelt) > 0 || t.Line != "" || t.Shuffled ||
		t.Astray != nil || slices.ContainsFunc(t.Columns, func(m Match) bool { return m != Exact }) {
		tr.lost = true
		return
	}
	for _, s := range t.Sources {
		tr.sources = append(tr.sources, tracedSource{i, tr.source(s)})
	}
	for at := range len(t.Rows) + len(t.Groups) {
		if r := t.At(at); r.Found() {
			tr.row(i, at, r)
		}
	}
	for k, h := range t.Headers {
		tr.cell(i, k, h)
	}
	tr.cell(i, -1, t.Note)
}

func (tr *tracer) source(t *report.Table) int {
	return tr.place(slices.Index(tr.form.Report.Tables, t))
}

// place passes on the index of what was found.
func (tr *tracer) place(at int) int {
	tr.lost = tr.lost || at < 0
	return at
}

func (tr *tracer) row(table, at int, r *BoundRow) {
	tr.lost = tr.lost || len(r.Surplus) > 0
	row := tracedRow{table: table, at: at, source: tr.source(r.Table), label: -1, match: r.Match, ragged: r.Ragged, figures: r.Figures}
	if n := len(tr.rows); n > 0 && tr.rows[n-1].source == row.source {
		row.row = tr.rows[n-1].row // or behind it, but for rows in another order
	}
	for &r.Table.Rows[row.row] != r.Source {
		row.row = (row.row + 1) % len(r.Table.Rows)
	}
	if r.Label != nil {
		row.label = tr.place(cellIndex(r.Source.Cells, r.Label, 0))
	}
	row.cells, tr.free = cut(tr.free, len(r.Cells))
	for k, c := range r.Cells {
		if row.cells[k] = -1; c != nil {
			row.cells[k] = tr.place(cellIndex(r.Source.Cells, c, row.label+1+k))
		}
	}
	tr.rows = append(tr.rows, row)
}

// cellIndex returns which of cells c is, most likely the one expected; -1 for
// none.
func cellIndex(cells []report.Cell, c *report.Cell, expected int) int {
	if expected < len(cells) && &cells[expected] == c {
		return expected
	}
	for j := range cells {
		if &cells[j] == c {
			return j
		}
	}
	return -1
}

// cell traces a cell that stands anywhere in the document.
func (tr *tracer) cell(table, column int, c *report.Cell) {
	if c == nil {
		return
	}
	for n, t := range tr.form.Report.Tables {
		if c.Span.Start < t.Span.Start || c.Span.Start > t.Span.End {
			continue
		}
		for i := range t.Rows {
			if j := cellIndex(t.Rows[i].Cells, c, 0); j >= 0 {
				tr.cells = append(tr.cells, tracedCell{table, column, n, i, j})
				return
			}
		}
	}
	tr.lost = true
}

// bind binds the tables of a report by the trace of one with the same pattern.
func (tr *trace) bind(f *Form, m *room) {
	free, tables := m.newTables(f), f.Report.Tables
	for _, s := range tr.sources {
		t := &f.Tables[s.table]
		t.Sources = append(t.Sources, tables[s.source])
	}
	for i := range tr.rows {
		r := &tr.rows[i]
		row, source := f.Tables[r.table].At(r.at), &tables[r.source].Rows[r.row]
		row.Source, row.Table = source, tables[r.source]
		row.Match, row.Ragged, row.Figures = r.match, r.ragged, r.figures
		if r.label >= 0 {
			row.Label = &source.Cells[r.label]
		}
		var cells []*report.Cell
		cells, free = cut(free, len(r.cells))
		for k, j := range r.cells[:len(cells)] {
			if j >= 0 {
				cells[k] = &source.Cells[j]
			}
		}
		row.Cells = cells
	}
	for _, c := range tr.cells {
		t, cell := &f.Tables[c.table], &tables[c.source].Rows[c.row].Cells[c.cell]
		if c.column < 0 {
			t.Note = cell
		} else {
			t.Headers[c.column] = cell
		}
	}
}
