package profile

import "github.com/gouji-lint/gouji/report"

// grid is a table of the document with what each of its cells can stand for.
type grid struct {
	table *report.Table
	above *report.Block // the block before the table, nil when there is none
	ids   []labelID     // of all cells, row after row
	rows  []int         // where each row starts in ids
}

// row returns the labels of the cells of row i; unknown for figures, blanks
// and unknown words.
func (g *grid) row(i int) []labelID {
	start := g.rows[i]
	return g.ids[start : start+len(g.table.Rows[i].Cells)]
}

// read looks up every label in the tables of a report, once.
func (x *index) read(r *report.Report) []grid {
	rows, cells := 0, 0
	for _, t := range r.Tables {
		rows += len(t.Rows)
		for i := range t.Rows {
			cells += len(t.Rows[i].Cells)
		}
	}
	grids := make([]grid, len(r.Tables))
	starts, ids := make([]int, 0, rows), make([]labelID, cells)
	at := 0
	for n, t := range r.Tables {
		g := &grids[n]
		g.table, g.ids = t, ids
		if t.Block > 0 {
			g.above = &r.Blocks[t.Block-1]
		}
		first := len(starts)
		for i := range t.Rows {
			starts = append(starts, at)
			x.readRow(t.Rows[i].Cells, ids[at:])
			at += len(t.Rows[i].Cells)
		}
		g.rows = starts[first:]
	}
	return grids
}

func (x *index) readRow(cells []report.Cell, ids []labelID) {
	for j := range cells {
		switch {
		case cells[j].Kind != report.Words:
		case j > 0 && cells[j].Text == cells[j-1].Text:
			ids[j] = ids[j-1]
		default:
			ids[j] = x.id(cells[j].Text)
		}
	}
}
