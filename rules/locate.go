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
	for _, i := range s.broken {
		if explained[i] {
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
	for _, i := range s.broken {
		if s.sign(i, v) != 0 {
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
