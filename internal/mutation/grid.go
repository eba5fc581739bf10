package mutation

import (
	"slices"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/profile"
)

// spot is where a table of the form stands in the grid of its section.
type spot struct {
	def      *profile.Table
	top, end int // the rows with figures; in a flat table the only one
	header   int // the row with the labels of columns
	first    int // the grid column of the first figure
}

// find returns the spot of a table in the grid of its section.
func find(p *profile.Profile, g shape.Grid, id string) spot {
	def, at := p.Table(id), 0
	if def.Layout == profile.Flat {
		return spot{def: def, top: len(g) - 1, end: len(g), header: len(g) - 2}
	}
	for i := range p.Tables {
		t := &p.Tables[i]
		if t.Section != def.Section {
			continue
		}
		if t.ID == id {
			break
		}
		at += 2 + len(t.Rows)
	}
	if isClause(def) {
		return spot{def: def, top: at + 2, end: at + 2 + len(def.Rows), header: at + 1, first: 1}
	}
	top := len(g) - len(def.Rows)
	return spot{def: def, top: top, end: len(g), header: top - 1, first: width(g) - len(def.Columns)}
}

// isClause reports whether the table is one clause of several that share a
// grid, so that its columns are its own.
func isClause(t *profile.Table) bool { return t.Layout != profile.Flat && len(t.Columns) < 5 }

// width returns how many columns a grid has.
func width(g shape.Grid) (n int) {
	for _, c := range g[0] {
		n += c.Cols
	}
	return n
}

// origin is the cell that covers a position: where it begins.
type origin struct{ row, cell int }

// cover returns the origin of every position of a grid.
func cover(g shape.Grid) [][]origin {
	taken := make([][]origin, len(g))
	for y := range taken {
		taken[y] = slices.Repeat([]origin{{-1, -1}}, width(g))
	}
	for y, row := range g {
		x := 0
		for i, c := range row {
			for x < len(taken[y]) && taken[y][x].row >= 0 {
				x++
			}
			for dy := range c.Rows {
				for dx := range c.Cols {
					taken[y+dy][x+dx] = origin{y, i}
				}
			}
		}
	}
	return taken
}

// covering returns the origins in a row of the grid, each once.
func covering(g shape.Grid, y int) []origin { return slices.Compact(cover(g)[y]) }

// clone returns a copy that may be changed.
func clone(g shape.Grid) shape.Grid {
	all := make(shape.Grid, len(g))
	for y := range g {
		all[y] = slices.Clone(g[y])
	}
	return all
}

// deleteRow takes a row out. What spans it shrinks; what begins in it and
// spans more begins in the next row.
func deleteRow(g shape.Grid, y int) shape.Grid {
	moved := 0
	for _, o := range covering(g, y) {
		c := &g[o.row][o.cell]
		if c.Rows == 1 {
			continue
		}
		c.Rows--
		if o.row == y {
			g[y+1] = slices.Insert(g[y+1], moved, *c)
			moved++
		}
	}
	return slices.Delete(g, y, y+1)
}

// doubleRow puts a copy of a row behind it. What spans it grows.
func doubleRow(g shape.Grid, y int) shape.Grid {
	var again []shape.Cell
	for _, o := range covering(g, y) {
		if c := &g[o.row][o.cell]; c.Rows > 1 {
			c.Rows++
		} else {
			again = append(again, *c)
		}
	}
	return slices.Insert(g, y+1, again)
}

// exchangeRows exchanges the last n cells of two rows. The labels of groups
// before them stay.
func exchangeRows(g shape.Grid, y, z, n int) {
	a, b := g[y][len(g[y])-n:], g[z][len(g[z])-n:]
	for i := range n {
		a[i].Text, b[i].Text = b[i].Text, a[i].Text
	}
}

// stretch is the grid columns [from, to).
type stretch struct{ from, to int }

// pick returns the grid with the columns of the stretches in their order. What
// spans more than a stretch stays one cell where its parts still adjoin.
func pick(g shape.Grid, stretches ...stretch) shape.Grid {
	picked := make(shape.Grid, len(g))
	for y, at := range cover(g) {
		var last origin
		open := false // the last cell goes on beyond its stretch
		for _, s := range stretches {
			for x := s.from; x < s.to; x++ {
				o := at[x]
				inside := within(at, o, s)
				if o == last && (open || x > s.from) {
					if o.row == y {
						picked[y][len(picked[y])-1].Cols++
					}
				} else if o.row == y {
					c := g[o.row][o.cell]
					c.Cols = 1
					picked[y] = append(picked[y], c)
				}
				last, open = o, !inside
			}
		}
	}
	return picked
}

// within reports whether a cell does not reach beyond the stretch in the row.
func within(at []origin, o origin, s stretch) bool {
	return (s.from == 0 || at[s.from-1] != o) && (s.to == len(at) || at[s.to] != o)
}

// widen makes the last cell of each row that is too short reach the edge: a
// clause with a column less, or a grid in which a clause has one more.
func widen(g shape.Grid) {
	most, widths := 0, make([]int, len(g))
	for y, row := range g {
		for _, c := range row {
			widths[y] += c.Cols
		}
		most = max(most, widths[y])
	}
	for y, row := range g {
		row[len(row)-1].Cols += most - widths[y]
	}
}
