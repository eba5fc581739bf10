package profile

import (
	"slices"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// flatHead is the header of a flat table: what its lines say of each position.
type flatHead struct {
	binder  *binder
	table   *BoundTable
	grid    *grid
	columns []int          // by position: the column, -1 when no label says
	rows    []int          // by row of the form: the first position of its label, -1
	cells   []*report.Cell // by position: the label
}

func newFlatHead(b *binder, t *BoundTable, g *grid) *flatHead {
	width := 0
	for i := range g.table.Rows {
		width = max(width, len(g.table.Rows[i].Cells))
	}
	return &flatHead{
		binder: b, table: t, grid: g, cells: make([]*report.Cell, width),
		columns: slices.Repeat([]int{-1}, width), rows: slices.Repeat([]int{-1}, len(t.Rows)),
	}
}

// read takes in line i of the header. A label that is a few characters off is
// recorded as misspelt.
func (h *flatHead) read(x *index, i int) {
	cells, ids := h.grid.table.Rows[i].Cells, h.grid.row(i)
	for j := range cells {
		c := &cells[j]
		if c.Kind != report.Words || j > 0 && repeats(c, &cells[j-1]) {
			continue
		}
		if ids[j] != unknown {
			h.enter(x.entries[ids[j]], j, c)
			continue
		}
		meant := h.nearest(c.Text)
		if meant == "" && j > 0 && h.columns[j-1] >= 0 {
			behind := h.table.Def.Columns[(h.columns[j-1]+1)%len(h.table.Def.Columns)].Label()
			if n := h.binder.near(c.Text); n.resembles(behind) {
				meant = behind
			}
		}
		h.table.misspell(c, meant)
		h.enter(x.lookup(meant), j, c)
	}
}

// enter notes what the label in position j stands for.
func (h *flatHead) enter(meanings []meaning, j int, c *report.Cell) {
	for _, m := range meanings {
		if &m.profile.Tables[m.table] != h.table.Def {
			continue
		}
		n := len(h.table.Def.Columns)
		switch m.kind {
		case columnLabel, flatLabel:
			h.columns[j], h.cells[j] = m.index%n, c
			if m.kind == flatLabel {
				h.place(m.index/n, j)
			}
		case rowLabel:
			h.place(m.index, j)
			if h.cells[j] == nil {
				h.cells[j] = c
			}
		}
	}
}

func (h *flatHead) place(row, j int) {
	if h.rows[row] < 0 {
		h.rows[row] = j
	}
}

// nearest returns the label of the table that is a few characters away.
func (h *flatHead) nearest(text string) string {
	meant, def := h.binder.near(text), h.table.Def
	for _, caption := range def.Captions {
		meant.try(caption)
	}
	for r := range def.Rows {
		row := def.Rows[r].Label()
		meant.try(row)
		for k := range def.Columns {
			column := def.Columns[k].Label()
			meant.try(column)
			if meant.mayBe(utf8.RuneCountInString(row) + utf8.RuneCountInString(column)) {
				meant.try(row + column)
			}
		}
	}
	return meant.label
}

// astray returns the first label that stands elsewhere than in the form, nil
// when the order is that of the form or a label is missing or too many.
func (h *flatHead) astray() *report.Cell {
	last := -1
	for _, j := range h.rows {
		if j < 0 {
			continue
		}
		if j < last {
			return h.cells[j]
		}
		last = j
	}
	n := len(h.table.Def.Columns)
	count, first := make([]int, n), -1
	for j, k := range h.columns {
		switch {
		case k >= 0 && first < 0:
			first = j
			count[k]++
		case k >= 0 && h.columns[j-1] < 0:
			return nil // one that was not read stands between
		case k >= 0:
			count[k]++
		}
	}
	if first < 0 || slices.Min(count) != slices.Max(count) {
		return nil
	}
	for j, k := range h.columns {
		if k >= 0 && k != (j-first)%n {
			return h.cells[j]
		}
	}
	return nil
}
