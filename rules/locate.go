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

// causes explains the broken equations by as few wrong figures as can be:
// single cells; the cells of one row or column; a value in the wrong place. An
// explanation counts only when no other of its kind fits.
func (s *sheet) causes() (found []cause) {
	found, broken := s.oneCells()
	if c := s.oneLine(broken); c.wrong != nil {
		return append(found, s.apart(c)...)
	}
	open := s.components(broken)
	for i := 0; i < len(open); i++ {
		c := s.oneLine(open[i])
		for j := i + 1; c.wrong == nil && j < len(open); j++ {
			if c = s.oneLine(slices.Concat(open[i], open[j])); c.wrong != nil {
				open = slices.Delete(open, j, j+1)
			}
		}
		if c.wrong != nil {
			found = append(found, s.apart(c)...)
			open = slices.Delete(open, i, i+1)
			i--
		}
	}
	return append(found, s.unexplained(open)...)
}

// oneCells finds the cells that alone explain every equation that they stand
// in, two of them broken or more. One broken equation names no cell: each of
// its figures may be wrong. The broken equations that are left are returned.
func (s *sheet) oneCells() (found []cause, broken []int) {
	explained := make([]bool, len(s.equations))
	for i := range s.equations {
		if s.equations[i].holds() || explained[i] {
			continue
		}
		if c := s.oneCell(i); c.wrong != nil {
			found = append(found, c)
			for _, j := range c.broken {
				explained[j] = true
			}
			continue
		}
		broken = append(broken, i)
	}
	return found, broken
}

// oneCell explains equation i by the only figure of it that fits, if that is
// also the only one that explains its other equations.
func (s *sheet) oneCell(i int) cause {
	fitting := s.cellsFor(i)
	if len(fitting) != 1 {
		return cause{}
	}
	for _, j := range fitting[0].broken {
		if j != i && len(s.cellsFor(j)) != 1 {
			return cause{}
		}
	}
	return fitting[0]
}

// cellsFor returns the figures of equation i that alone explain it and all
// others that they stand in.
func (s *sheet) cellsFor(i int) (fitting []cause) {
	for _, v := range s.figures(i) {
		group := s.brokenWith(v)
		if len(group) < 2 {
			continue
		}
		if w, ok := s.fits(group, []change{s.off(i, v)}); ok {
			fitting = append(fitting, cause{broken: group, wrong: w})
		}
	}
	return fitting
}

// brokenWith returns the broken equations that a figure stands in.
func (s *sheet) brokenWith(v variable) (group []int) {
	for i := range s.equations {
		if !s.equations[i].holds() && s.sign(i, v) != 0 {
			group = append(group, i)
		}
	}
	return group
}

// apart makes two causes of two wrong figures that have nothing to do with
// each other.
func (s *sheet) apart(c cause) []cause {
	if len(c.wrong) != 2 || c.moved || s.derived(c.wrong[0].variable, c.wrong[1].variable) {
		return []cause{c}
	}
	parts := make([]cause, 2)
	for n, w := range c.wrong {
		parts[n].wrong = []wrong{w}
		for _, i := range c.broken {
			if s.sign(i, w.variable) != 0 {
				parts[n].broken = append(parts[n].broken, i)
			}
		}
	}
	return parts
}

// derived reports whether one of two figures is the sum of the other and more:
// whoever worked it out did it right.
func (s *sheet) derived(a, b variable) bool {
	for i := range s.equations {
		if q := &s.equations[i]; q.holds() && len(q.left) == 1 && (q.left[0] == a || q.left[0] == b) && s.sign(i, a) != 0 && s.sign(i, b) != 0 {
			return true
		}
	}
	return false
}

// unexplained makes one cause of groups that have to do with each other.
func (s *sheet) unexplained(groups [][]int) (found []cause) {
	for i, group := range groups {
		if group == nil {
			continue
		}
		c := cause{broken: group}
		for j := i + 1; j < len(groups); j++ {
			if groups[j] != nil && (s.alike(group, groups[j]) || s.cancel(group, groups[j])) {
				c.broken = append(c.broken, groups[j]...)
				groups[j] = nil
			}
		}
		slices.Sort(c.broken)
		found = append(found, c)
	}
	return found
}

// alike reports whether a and b are the same identities, over columns: a
// figure that is wrong together with its total breaks them in two columns.
func (s *sheet) alike(a, b []int) bool {
	return slices.EqualFunc(a, b, func(i, j int) bool {
		p, q := s.equations[i].Identity, s.equations[j].Identity
		return p == q && p.Over == profile.Columns
	})
}

// cancel reports whether a and b are two rows of which one has too much what
// the other has too little: a figure stands in the wrong row.
func (s *sheet) cancel(a, b []int) bool {
	if len(a) != 1 || len(b) != 1 {
		return false
	}
	p, q := &s.equations[a[0]], &s.equations[b[0]]
	return p.Identity == q.Identity && p.residual.Add(q.residual).IsZero()
}

// components groups the equations that share a figure.
func (s *sheet) components(equations []int) (groups [][]int) {
	for _, i := range equations {
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

// oneLine explains the group by several figures of one row, or of one column.
// When several lines fit, a value that only needs to be moved decides, and of
// two such values the one that is no total.
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
	if len(fitting) == 1 {
		return fitting[0]
	}
	if len(moves) > 1 {
		moves = slices.DeleteFunc(moves, func(c cause) bool { return s.isTotal(c, c.wrong[0].variable) })
	}
	if len(moves) == 1 {
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
