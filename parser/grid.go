package parser

import (
	"strconv"

	"github.com/gouji-lint/gouji/report"
)

// grid lays out the cells of an HTML table with their spans expanded.
type grid struct {
	page      *page
	begin     int // of the table, for anomalies
	width     int // of the widest row
	header    int // rows at the top that are header
	full      bool
	firstRow  int // index in page.rows
	firstCell int // index in page.cells
	row       int // index in page.cells of the first cell of the row
	room      int // the width that the table may have with the row
	heads     int // cells of the row that are header
	others    int // and those that are not
	over      []carried
}

// carried is a cell of a row above that reaches down, by column.
type carried struct {
	cell report.Cell
	left int // rows that it still covers
}

func (g *grid) start(p *page, begin int) {
	*g = grid{page: p, begin: begin, firstRow: len(p.rows), firstCell: len(p.cells), over: g.over[:0]}
}

func (g *grid) beginRow() {
	g.row, g.heads, g.others = len(g.page.cells), 0, 0
	g.room = maxPositions / (len(g.page.rows) - g.firstRow + 1)
}

// column is the next one of the row.
func (g *grid) column() int { return len(g.page.cells) - g.row }

// add puts a cell in the next free positions.
func (g *grid) add(cell *report.Cell, cols, rows int, head bool) {
	if head {
		g.heads++
	} else {
		g.others++
	}
	for g.carry() {
	}
	for range cols {
		col := g.column()
		if !g.place(cell) {
			return
		}
		g.reach(col, cell, rows-1)
	}
}

// next returns a new cell in the next position when it is a matter of course
// that a cell of one position comes to stand there, nil when add must see.
func (g *grid) next() *report.Cell {
	if col := g.column(); col < len(g.over) && g.over[col].left > 0 {
		for g.carry() {
		}
	}
	width := max(g.width, g.column()+1)
	if g.full || width > g.room {
		return nil
	}
	g.others++
	g.width = width
	return g.page.newCell()
}

// carry puts the cell that reaches down into the next position there; false
// when none does.
func (g *grid) carry() bool {
	col := g.column()
	if col >= len(g.over) || g.over[col].left == 0 {
		return false
	}
	g.over[col].left--
	return g.place(&g.over[col].cell)
}

// reach notes that cell covers col in the rows below.
func (g *grid) reach(col int, cell *report.Cell, rows int) {
	if rows == 0 {
		if col < len(g.over) {
			g.over[col].left = 0
		}
		return
	}
	if col < len(g.over) {
		g.over[col] = carried{*cell, rows}
		return
	}
	for len(g.over) < col {
		g.over = append(g.over, carried{})
	}
	g.over = append(g.over, carried{*cell, rows})
}

// place fills one position; false when the table has too many.
func (g *grid) place(cell *report.Cell) bool {
	p := g.page
	width := max(g.width, g.column()+1)
	// Squaring fills every row up to the widest one.
	if g.full || width > g.room {
		if !g.full {
			p.anomaly(report.TableTooLarge, g.begin, cell.Span.End, limitNote("positions", maxPositions))
		}
		g.full = true
		return false
	}
	p.cells = append(p.cells, *cell)
	g.width = width
	return true
}

// endRow closes the row at e.
func (g *grid) endRow(e extent, head bool) {
	p := g.page
	absent := false
	for g.column() < g.reached() {
		if g.carry() {
			continue
		}
		if !g.place(&report.Cell{Kind: report.Absent}) {
			break
		}
		absent = true
	}
	if g.column() == 0 {
		return // <tr></tr>
	}
	if (head || g.heads > 0 && g.others == 0) && g.header == len(p.rows)-g.firstRow {
		g.header++
	}
	e = p.trim(e)
	row := report.Row{Cells: p.cells[g.row:len(p.cells):len(p.cells)], Span: p.file.Span(e.start, e.end)}
	if absent {
		for i := range row.Cells {
			if row.Cells[i].Kind == report.Absent {
				row.Cells[i].Span = row.Span
			}
		}
	}
	p.rows = append(p.rows, row)
}

// reached returns how many columns cells of the rows above reach into.
func (g *grid) reached() int {
	n := len(g.over)
	for n > 0 && g.over[n-1].left == 0 {
		n--
	}
	g.over = g.over[:n]
	return n
}

// square fills the rows that are shorter than the widest.
func (g *grid) square() {
	p := g.page
	for i := g.firstRow; i < len(p.rows); i++ {
		row := &p.rows[i]
		if len(row.Cells) == g.width {
			continue
		}
		first := len(p.cells)
		p.cells = append(p.cells, row.Cells...)
		for len(p.cells)-first < g.width {
			p.cells = append(p.cells, report.Cell{Kind: report.Absent, Span: row.Span})
		}
		row.Cells = p.cells[first:len(p.cells):len(p.cells)]
	}
}

func limitNote(what string, limit int) string { return what + " > " + strconv.Itoa(limit) }
