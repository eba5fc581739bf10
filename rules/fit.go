package rules

import "slices"

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
