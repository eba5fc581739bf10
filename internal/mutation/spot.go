package mutation

import (
	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/profile"
)

// block is the grid columns of a row of a flat table.
func (s spot) block(row int) stretch {
	n := len(s.def.Columns)
	return stretch{s.first + row*n, s.first + (row+1)*n}
}

// markRow marks the cells of a row of the form, if there is one.
func (s spot) markRow(g shape.Grid, row int) {
	switch {
	case row < 0 || row >= len(s.def.Rows):
	case s.def.Layout == profile.Flat:
		b := s.block(row)
		for x := b.from; x < b.to; x++ {
			s.markColumn(g, x)
		}
	default:
		y := s.top + row
		for i := range g[y] {
			mark(&g[y][i])
		}
	}
}

// markHeader marks the labels of columns and what stands above them.
func (s spot) markHeader(g shape.Grid) {
	from := 0
	if isClause(s.def) {
		from = s.header - 1
	}
	for y := from; y <= s.header; y++ {
		for i := range g[y] {
			mark(&g[y][i])
		}
	}
}

// markColumn marks the cells in a grid column from the header down.
func (s spot) markColumn(g shape.Grid, x int) {
	at := cover(g)
	for y := s.header; y < s.end; y++ {
		mark(&g[at[y][x].row][at[y][x].cell])
	}
}

func mark(c *shape.Cell) { c.Text = marked(c.Text) }
