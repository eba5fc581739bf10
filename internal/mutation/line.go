package mutation

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/internal/shape"
	"github.com/gouji-lint/gouji/profile"
)

// lineOperators change whole rows and columns of the statutory tables.
func lineOperators() []Operator {
	return []Operator{
		{"row", "left out", eachRow(1, rowLeftOut)},
		{"row", "doubled", eachRow(1, rowDoubled)},
		{"row", "exchanged with next", eachRow(2, rowsExchanged)},
		{"row", "figures exchanged with next", eachRow(2, rowFiguresExchanged)},
		{"row", "figures copied from next", eachRow(2, rowFiguresCopied)},
		{"column", "left out", eachColumn(1, columnLeftOut)},
		{"column", "doubled", eachColumn(1, columnDoubled)},
		{"column", "exchanged with next", eachColumn(2, columnsExchanged)},
		{"column", "figures exchanged with next", eachColumn(2, columnFiguresExchanged)},
	}
}

// line is a row of a table of the form, or a column. The columns of a flat
// table count on through its rows.
type line struct {
	*Base
	def   *profile.Table
	table int
	n     int
	name  string
}

// eachRow changes every row that has so many rows from it to the end.
func eachRow(least int, change func(line) Mutation) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for i := range b.form.Profile.Tables {
			t := &b.form.Profile.Tables[i]
			for n := range len(t.Rows) - least + 1 {
				all = append(all, change(line{b, t, i, n, t.Name + " " + t.Rows[n].Label()}))
			}
		}
		return all
	}
}

// eachColumn changes every column that has so many columns from it to the end.
func eachColumn(least int, change func(line) Mutation) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for i := range b.form.Profile.Tables {
			t := &b.form.Profile.Tables[i]
			count := len(t.Columns)
			if t.Layout == profile.Flat {
				count *= len(t.Rows)
			}
			for n := range count - least + 1 {
				all = append(all, change(line{b, t, i, n, t.Name + " " + t.Columns[n%len(t.Columns)].Label()}))
			}
		}
		return all
	}
}

// redraw makes the mutation in which the grid of the table is another. The
// marks in its cells become the places.
func (l line) redraw(rules []string, change func(g shape.Grid, s spot) shape.Grid) Mutation {
	m := Mutation{What: l.name, Rules: rules}
	m.Text, m.Places = unmark(shape.Altered(l.form, l.shape, func(section string, g shape.Grid) shape.Grid {
		if section != l.def.Section {
			return g
		}
		return change(clone(g), find(l.form.Profile, g, l.def.ID))
	}))
	return m
}

// toLineEnds lets each place go on to the end of its line: what is left of a
// row is blank.
func (m *Mutation) toLineEnds() {
	for i := range m.Places {
		p := &m.Places[i]
		p.End += strings.IndexByte(m.Text[p.End:], '\n')
	}
}

// rowLeftOut takes a row out: its neighbours, or the header of a table
// without rows, show where it should be.
func rowLeftOut(l line) Mutation {
	rule := "row-missing"
	if len(l.def.Rows) == 1 {
		rule = "table-missing"
	}
	m := l.redraw([]string{rule}, func(g shape.Grid, s spot) shape.Grid {
		s.markRow(g, l.n-1)
		s.markRow(g, l.n+1)
		s.markHeader(g)
		if l.def.Layout != profile.Flat {
			return deleteRow(g, s.top+l.n)
		}
		b := s.block(l.n)
		return pick(g, stretch{0, b.from}, stretch{b.to, width(g)})
	})
	m.Places = append(m.Places, l.headingOf(l.def))
	return m
}

// rowDoubled puts a row in twice; of a flat table the line is too long.
func rowDoubled(l line) Mutation {
	rule := "row-extra"
	if l.def.Layout == profile.Flat {
		rule = "row-ragged"
	}
	return l.redraw([]string{rule}, func(g shape.Grid, s spot) shape.Grid {
		s.markRow(g, l.n)
		if l.def.Layout != profile.Flat {
			return doubleRow(g, s.top+l.n)
		}
		b := s.block(l.n)
		return pick(g, stretch{0, b.to}, stretch{b.from, width(g)})
	})
}

func rowsExchanged(l line) Mutation {
	rule := "row-order"
	if l.def.Layout == profile.Flat {
		rule = "column-missing" // which speaks of the order of columns, too
	}
	return l.redraw([]string{rule}, func(g shape.Grid, s spot) shape.Grid {
		s.markRow(g, l.n)
		s.markRow(g, l.n+1)
		if l.def.Layout != profile.Flat {
			exchangeRows(g, s.top+l.n, s.top+l.n+1, 1+len(l.def.Columns))
			return g
		}
		a, b := s.block(l.n), s.block(l.n+1)
		return pick(g, stretch{0, a.from}, b, a, stretch{b.to, width(g)})
	})
}

// columnLeftOut takes a column out. When the header does not tell which, the
// rows are too short; without the only column of a clause, blanks or nothing
// are left of it.
func columnLeftOut(l line) Mutation {
	rules := []string{"column-missing", "row-ragged"}
	if isClause(l.def) && len(l.def.Columns) == 1 {
		rules = []string{"cell-blank", "table-missing"}
	}
	m := l.redraw(rules, func(g shape.Grid, s spot) shape.Grid {
		s.markHeader(g)
		for row := range l.def.Rows {
			s.markRow(g, row)
		}
		x := s.first + l.n
		if !isClause(l.def) {
			return pick(g, stretch{0, x}, stretch{x + 1, width(g)})
		}
		for y := s.header; y < s.end; y++ {
			g[y] = slices.Delete(g[y], x, x+1)
		}
		widen(g)
		return g
	})
	m.toLineEnds()
	m.Places = append(m.Places, l.headingOf(l.def))
	return m
}

// columnDoubled puts a column in twice: all rows are too long. In a clause of
// 表二 it looks like one that spans two.
func columnDoubled(l line) Mutation {
	m := l.redraw([]string{"row-ragged"}, func(g shape.Grid, s spot) shape.Grid {
		x := s.first + l.n
		s.markHeader(g)
		for row := range l.def.Rows {
			s.markRow(g, row)
		}
		if !isClause(l.def) {
			return pick(g, stretch{0, x + 1}, stretch{x, width(g)})
		}
		for y := s.header; y < s.end; y++ {
			again := g[y][x]
			g[y][x].Cols = 1
			g[y] = slices.Insert(g[y], x+1, again)
			g[y][len(g[y])-1].Cols = 1
		}
		widen(g)
		return g
	})
	if isClause(l.def) {
		m.Unseen = repeatedSpan
	}
	return m
}

func columnsExchanged(l line) Mutation {
	return l.redraw([]string{"column-missing"}, func(g shape.Grid, s spot) shape.Grid {
		x := s.first + l.n
		s.markColumn(g, x)
		s.markColumn(g, x+1)
		if !isClause(l.def) {
			return pick(g, stretch{0, x}, stretch{x + 1, x + 2}, stretch{x, x + 1}, stretch{x + 2, width(g)})
		}
		for y := s.header; y < s.end; y++ {
			a, b := &g[y][x], &g[y][x+1]
			a.Text, b.Text = b.Text, a.Text
		}
		return g
	})
}

// rowFiguresExchanged exchanges the figures of two rows and leaves their
// labels.
func rowFiguresExchanged(l line) Mutation {
	var changes []change
	for k := range l.def.Columns {
		changes = append(changes, exchanged(l.figure(l.table, l.n, k), l.figure(l.table, l.n+1, k))...)
	}
	return l.fault(changes)
}

// rowFiguresCopied puts the figures of the next row in place of a row's own.
func rowFiguresCopied(l line) Mutation {
	var changes []change
	for k := range l.def.Columns {
		f, g := l.figure(l.table, l.n, k), l.figure(l.table, l.n+1, k)
		if !f.cell.Value.Equal(g.cell.Value) {
			changes = append(changes, change{f, g.cell.Text, g.cell.Value})
		}
	}
	return l.fault(changes)
}

func columnFiguresExchanged(l line) Mutation {
	var changes []change
	if n := len(l.def.Columns); l.def.Layout == profile.Flat {
		changes = exchanged(l.figure(l.table, l.n/n, l.n%n), l.figure(l.table, (l.n+1)/n, (l.n+1)%n))
	} else {
		for row := range l.def.Rows {
			changes = append(changes, exchanged(l.figure(l.table, row, l.n), l.figure(l.table, row, l.n+1))...)
		}
	}
	return l.fault(changes)
}

// exchanged exchanges two figures that differ.
func exchanged(f, g figure) []change {
	if f.cell.Value.Equal(g.cell.Value) {
		return nil
	}
	return []change{{f, g.cell.Text, g.cell.Value}, {g, f.cell.Text, f.cell.Value}}
}
