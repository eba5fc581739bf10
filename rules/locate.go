package rules

import (
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// cause explains broken equations by the figures that are wrong; nothing is
// certain when it names none.
type cause struct {
	broken []int // equations of the sheet
	wrong  []wrong
	moved  bool // a value stands in the wrong row or column
}

// wrong is a figure that cannot be right, and what it should be.
type wrong struct {
	variable
	expected report.Number
}

// change is what is taken off a figure to put it right.
type change struct {
	variable
	by report.Number
}

// causes explains the broken equations by as few wrong figures as can be: one
// cell; the cells of one row or column; a value in the wrong place; two cells.
// An explanation counts only when no other of its kind fits.
func (s *sheet) causes() (found []cause) {
	var open [][]int // groups of equations that no single cell explains
	for _, group := range s.components() {
		if c := s.oneCell(group); c.wrong != nil {
			found = append(found, c)
		} else {
			open = append(open, group)
		}
	}
	if len(open) > 1 {
		if c := s.explain(slices.Concat(open...)); c.wrong != nil {
			return append(found, c)
		}
	}
	for i := 0; i < len(open); i++ {
		c := s.explain(open[i])
		for j := i + 1; c.wrong == nil && j < len(open); j++ {
			if c = s.explain(slices.Concat(open[i], open[j])); c.wrong != nil {
				open = slices.Delete(open, j, j+1)
			}
		}
		if c.wrong != nil {
			found = append(found, c)
			open = slices.Delete(open, i, i+1)
			i--
		}
	}
	return append(found, s.unexplained(open)...)
}

// explain tries the explanations that name several figures.
func (s *sheet) explain(group []int) cause {
	if c := s.oneLine(group); c.wrong != nil {
		return c
	}
	return s.twoCells(group)
}

// unexplained makes one cause of the groups in which the same identities are
// broken: a figure that is wrong together with its total breaks them in two
// columns.
func (s *sheet) unexplained(groups [][]int) (found []cause) {
	for i, group := range groups {
		if group == nil {
			continue
		}
		c := cause{broken: group}
		for j := i + 1; j < len(groups); j++ {
			if groups[j] != nil && s.alike(group, groups[j]) {
				c.broken = append(c.broken, groups[j]...)
				groups[j] = nil
			}
		}
		slices.Sort(c.broken)
		found = append(found, c)
	}
	return found
}

// alike reports whether a and b are the same identities, over columns.
func (s *sheet) alike(a, b []int) bool {
	return slices.EqualFunc(a, b, func(i, j int) bool {
		p, q := s.equations[i].Identity, s.equations[j].Identity
		return p == q && p.Over == profile.Columns
	})
}

// components groups the broken equations that share a figure.
func (s *sheet) components() (groups [][]int) {
	for i := range s.equations {
		if s.equations[i].holds() {
			continue
		}
		group, rest := []int{i}, groups[:0]
		for _, g := range groups {
			if slices.ContainsFunc(g, func(j int) bool { return s.share(i, j) }) {
				group = append(group, g...)
			} else {
				rest = append(rest, g)
			}
		}
		slices.Sort(group)
		groups = append(rest, group)
	}
	return groups
}

// share reports whether two equations have a figure in common.
func (s *sheet) share(i, j int) bool {
	q := &s.equations[i]
	has := func(v variable) bool { return s.sign(j, v) != 0 }
	return slices.ContainsFunc(q.left, has) || slices.ContainsFunc(q.right, has)
}

// sign returns +1 or -1 when the figure stands on the left or right of
// equation i, else 0.
func (s *sheet) sign(i int, v variable) int {
	switch {
	case slices.Contains(s.equations[i].left, v):
		return 1
	case slices.Contains(s.equations[i].right, v):
		return -1
	}
	return 0
}

// off returns how much too large the figure is if equation i is right
// otherwise.
func (s *sheet) off(i int, v variable) change {
	by := s.equations[i].residual
	if s.sign(i, v) < 0 {
		by = by.Neg()
	}
	return change{v, by}
}

// figures returns the figures of equation i.
func (s *sheet) figures(i int) []variable {
	return slices.Concat(s.equations[i].left, s.equations[i].right)
}

// fits reports whether the changes put right all equations of the group, and
// keep right the others that they touch. No figure becomes less than 0.
func (s *sheet) fits(group []int, changes []change) (all []wrong, ok bool) {
	for i := range s.equations {
		left, touched := s.equations[i].residual, false
		for _, c := range changes {
			switch s.sign(i, c.variable) {
			case 1:
				left, touched = left.Sub(c.by), true
			case -1:
				left, touched = left.Add(c.by), true
			}
		}
		if (touched || slices.Contains(group, i)) && !left.IsZero() {
			return nil, false
		}
	}
	for _, c := range changes {
		expected := s.value(c.variable).Sub(c.by)
		if expected.Sign() < 0 || c.by.IsZero() {
			return nil, false
		}
		all = append(all, wrong{c.variable, expected})
	}
	slices.SortFunc(all, func(a, b wrong) int { return s.cell(a.variable).Span.Start - s.cell(b.variable).Span.Start })
	return all, true
}

// oneCell explains the group by a single figure. One broken equation names
// no cell: each of its figures may be wrong.
func (s *sheet) oneCell(group []int) cause {
	c := cause{broken: group}
	if len(group) < 2 {
		return c
	}
	for _, v := range s.figures(group[0]) {
		if w, ok := s.fits(group, []change{s.off(group[0], v)}); ok {
			if c.wrong != nil {
				return cause{broken: group}
			}
			c.wrong = w
		}
	}
	return c
}

// oneLine explains the group by several figures of one row, or of one column.
// When several lines fit, a value that only needs to be moved decides.
func (s *sheet) oneLine(group []int) cause {
	var fitting, moves []cause
	for _, inRow := range []bool{true, false} {
		for _, line := range s.linesOf(group, inRow) {
			if w, ok := s.fits(group, s.lineChanges(group, inRow, line)); ok && len(w) > 1 {
				c := cause{broken: group, wrong: w, moved: s.isMove(w)}
				fitting = append(fitting, c)
				if c.moved {
					moves = append(moves, c)
				}
			}
		}
	}
	switch {
	case len(fitting) == 1:
		return fitting[0]
	case len(moves) == 1:
		return moves[0]
	}
	return cause{broken: group}
}

// linesOf returns the rows, or the columns, of the figures of the group.
func (s *sheet) linesOf(group []int, inRow bool) (lines []int) {
	for _, i := range group {
		for _, v := range s.figures(i) {
			lines = append(lines, v.line(inRow))
		}
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

func (v variable) line(inRow bool) int {
	if inRow {
		return v.row
	}
	return v.column
}

// lineChanges returns, for a row or column, how much each of its figures is
// off by the equations of the group that hold no other figure of that line.
func (s *sheet) lineChanges(group []int, inRow bool, line int) (changes []change) {
	for _, i := range group {
		var only []variable
		for _, v := range s.figures(i) {
			if v.line(inRow) == line {
				only = append(only, v)
			}
		}
		if len(only) == 1 && !slices.ContainsFunc(changes, func(c change) bool { return c.variable == only[0] }) {
			changes = append(changes, s.off(i, only[0]))
		}
	}
	return changes
}

// isMove reports whether two figures are wrong because the whole value of one
// belongs to the other, which is 0.
func (s *sheet) isMove(w []wrong) bool {
	if len(w) != 2 {
		return false
	}
	a, b := s.value(w[0].variable), s.value(w[1].variable)
	if a.IsZero() {
		return w[0].expected.Equal(b) && w[1].expected.IsZero()
	}
	return b.IsZero() && w[1].expected.Equal(a) && w[0].expected.IsZero()
}

// twoCells explains the group by two figures of different rows and columns.
// One of them stands in the first equation, the other in all equations that
// do not have the first.
func (s *sheet) twoCells(group []int) cause {
	c := cause{broken: group}
	if len(group) < 3 {
		return c
	}
	for _, a := range s.figures(group[0]) {
		rest := slices.DeleteFunc(slices.Clone(group), func(i int) bool { return s.sign(i, a) != 0 })
		if len(rest) == 0 {
			continue
		}
		for _, b := range s.figures(rest[0]) {
			if a.row == b.row || a.column == b.column {
				continue
			}
			i := slices.IndexFunc(group, func(i int) bool { return s.sign(i, a) != 0 && s.sign(i, b) == 0 })
			if i < 0 {
				continue
			}
			w, ok := s.fits(group, []change{s.off(group[i], a), s.off(rest[0], b)})
			if !ok || slices.Equal(w, c.wrong) {
				continue
			}
			if c.wrong != nil {
				return cause{broken: group}
			}
			c.wrong = w
		}
	}
	return c
}
