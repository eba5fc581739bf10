package rules

import (
	"slices"

	"github.com/gouji-lint/gouji/report"
)

// wrong is a figure that cannot be right, and what it should be.
type wrong struct {
	variable
	expected report.Number
}

// cause explains a group of broken equations by the figures that are wrong;
// nothing is certain when it names none.
type cause struct {
	broken []int // equations of the sheet
	wrong  []wrong
	moved  bool // a value stands in the wrong row or column
}

// causes groups the broken equations that share a figure and explains each
// group: by one wrong cell, by one wrong row or column, by a value in the
// wrong place, or by two wrong cells. An explanation counts only when no other
// of its kind fits.
func (s *sheet) causes() (found []cause) {
	for _, group := range s.components() {
		c := cause{broken: group}
		for _, explain := range []func([]int) cause{s.oneCell, s.oneLine, s.twoCells} {
			if e := explain(group); len(e.wrong) > 0 {
				c = e
				break
			}
		}
		found = append(found, c)
	}
	return found
}

// components groups broken equations that have a figure in common.
func (s *sheet) components() (groups [][]int) {
	owner := map[variable]int{}
	for i := range s.equations {
		e := &s.equations[i]
		if e.residual.IsZero() {
			continue
		}
		group := []int{i}
		for _, v := range slices.Concat(e.left, e.right) {
			if g, ok := owner[v]; ok && groups[g] != nil && !slices.Contains(group, groups[g][0]) {
				group = append(slices.Clone(groups[g]), group...)
				groups[g] = nil
			}
		}
		groups = append(groups, group)
		for _, member := range group {
			for _, v := range slices.Concat(s.equations[member].left, s.equations[member].right) {
				owner[v] = len(groups) - 1
			}
		}
	}
	groups = slices.DeleteFunc(groups, func(g []int) bool { return g == nil })
	for _, g := range groups {
		slices.Sort(g)
	}
	return groups
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

// excess returns how much too large the figure is if equation i is right
// otherwise.
func (s *sheet) excess(i int, v variable) report.Number {
	if s.sign(i, v) < 0 {
		return s.equations[i].residual.Neg()
	}
	return s.equations[i].residual
}

// fits reports whether the wrong figures explain every equation of the sheet
// that they stand in and all of the group, and turns them right.
func (s *sheet) fits(group []int, deltas map[variable]report.Number) ([]wrong, bool) {
	for i := range s.equations {
		left := s.equations[i].residual
		touched := false
		for v, delta := range deltas {
			switch s.sign(i, v) {
			case 1:
				left, touched = left.Sub(delta), true
			case -1:
				left, touched = left.Add(delta), true
			}
		}
		if (touched || slices.Contains(group, i)) && !left.IsZero() {
			return nil, false
		}
	}
	var all []wrong
	for v, delta := range deltas {
		expected := s.value(v).Sub(delta)
		if expected.Sign() < 0 {
			return nil, false
		}
		all = append(all, wrong{v, expected})
	}
	slices.SortFunc(all, func(a, b wrong) int {
		if a.row != b.row {
			return a.row - b.row
		}
		return a.column - b.column
	})
	return all, true
}

// candidates returns the figures of the group's equations, each once.
func (s *sheet) candidates(group []int) (all []variable) {
	seen := map[variable]bool{}
	for _, i := range group {
		for _, v := range slices.Concat(s.equations[i].left, s.equations[i].right) {
			if !seen[v] {
				seen[v] = true
				all = append(all, v)
			}
		}
	}
	return all
}

// oneCell explains the group by a single figure. One broken equation names
// no cell: each of its figures may be wrong.
func (s *sheet) oneCell(group []int) (c cause) {
	c.broken = group
	if len(group) < 2 {
		return c
	}
	for _, v := range s.candidates(group) {
		if s.sign(group[0], v) == 0 {
			continue
		}
		if w, ok := s.fits(group, map[variable]report.Number{v: s.excess(group[0], v)}); ok {
			if c.wrong != nil {
				return cause{broken: group}
			}
			c.wrong = w
		}
	}
	return c
}

// oneLine explains the group by several figures of one row, or of one column.
func (s *sheet) oneLine(group []int) cause {
	var fitting []cause
	for _, inRow := range []bool{true, false} {
		tried := map[int]bool{}
		for _, v := range s.candidates(group) {
			line := v.column
			if inRow {
				line = v.row
			}
			if tried[line] {
				continue
			}
			tried[line] = true
			if w, ok := s.fits(group, s.lineDeltas(group, inRow, line)); ok && len(w) > 1 {
				fitting = append(fitting, cause{broken: group, wrong: w})
			}
		}
	}
	if len(fitting) == 1 {
		c := fitting[0]
		c.moved = s.isMove(c.wrong)
		return c
	}
	fitting = slices.DeleteFunc(fitting, func(c cause) bool { return !s.isMove(c.wrong) })
	if len(fitting) == 1 {
		fitting[0].moved = true
		return fitting[0]
	}
	return cause{broken: group}
}

// lineDeltas returns, for a row or column, how much each of its figures is
// off by the equations of the group that hold no other figure of that line.
func (s *sheet) lineDeltas(group []int, inRow bool, line int) map[variable]report.Number {
	deltas := map[variable]report.Number{}
	for _, i := range group {
		var only []variable
		for _, v := range slices.Concat(s.equations[i].left, s.equations[i].right) {
			if inRow && v.row == line || !inRow && v.column == line {
				only = append(only, v)
			}
		}
		if len(only) == 1 {
			deltas[only[0]] = s.excess(i, only[0])
		}
	}
	return deltas
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
func (s *sheet) twoCells(group []int) (c cause) {
	c.broken = group
	all := s.candidates(group)
	if len(group) < 3 || len(all) > maxCandidates {
		return c
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.row == b.row || a.column == b.column {
				continue
			}
			deltas, ok := s.pairDeltas(group, a, b)
			if !ok {
				continue
			}
			if w, ok := s.fits(group, deltas); ok {
				if c.wrong != nil {
					return cause{broken: group}
				}
				c.wrong = w
			}
		}
	}
	return c
}

// maxCandidates bounds the search for pairs.
const maxCandidates = 250

// pairDeltas works out both deltas from equations that hold one of the two.
func (s *sheet) pairDeltas(group []int, a, b variable) (map[variable]report.Number, bool) {
	deltas := map[variable]report.Number{}
	for _, i := range group {
		inA, inB := s.sign(i, a) != 0, s.sign(i, b) != 0
		switch {
		case inA && !inB:
			deltas[a] = s.excess(i, a)
		case inB && !inA:
			deltas[b] = s.excess(i, b)
		case !inA:
			return nil, false
		}
	}
	return deltas, len(deltas) == 2
}
