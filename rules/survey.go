package rules

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// survey is what one look at all cells of the statutory tables tells. Nearly
// all hold a plain count: no rule on cells has anything to say of them, and
// they are added up without looking at them again.
type survey struct {
	odd    []figureCell // those that hold something else, in order
	counts []int64      // by the profile's number of the figure; noCount for what is no plain count
}

const noCount = -1

// surveyed returns the survey of the report's cells, made when first asked for.
func (p *Pass) surveyed() *survey {
	if p.survey == nil {
		p.survey = &p.buffers.cells
		p.survey.read(p.Form)
	}
	return p.survey
}

// read looks at all cells. It uses the memory of the survey before.
func (s *survey) read(form *profile.Form) {
	s.odd, s.counts = s.odd[:0], zeros(s.counts, form.Profile.Figures())
	for i := range s.counts {
		s.counts[i] = noCount
	}
	for i := range form.Tables {
		s.table(&form.Tables[i])
	}
}

func (s *survey) table(t *profile.BoundTable) {
	for row := range len(t.Rows) + len(t.Groups) {
		r := t.At(row)
		if !r.Found() || r.Ragged {
			continue
		}
		for column, c := range r.Cells {
			switch n, plain := plainCount(c); {
			case c == nil:
			case !plain:
				s.odd = append(s.odd, figureCell{c, t, row, column})
			case row < len(t.Rows):
				s.counts[t.Def.Figure(row, column)] = n
			}
		}
	}
	for i := range t.Others {
		tableCells(&t.Others[i], func(c figureCell) bool {
			if _, plain := plainCount(c.Cell); !plain {
				s.odd = append(s.odd, c)
			}
			return true
		})
	}
}

// plainCount returns the count that a cell holds in plain digits.
func plainCount(c *report.Cell) (n int64, plain bool) {
	if c == nil || c.Kind != report.Figure || c.Form != 0 || c.Unit != "" {
		return 0, false
	}
	return c.Value.Count()
}

// holds reports whether an equation is certain to hold: all its figures are
// plain counts, and add up.
func (s *survey) holds(t *profile.BoundTable, e *profile.Equation) bool {
	left, ok := s.side(t, e.Left)
	right, too := s.side(t, e.Right)
	return ok && too && (left == right || e.Identity.Relation == profile.AtLeast && left > right)
}

// side adds up one side of an equation. It reports false where it takes a
// closer look.
func (s *survey) side(t *profile.BoundTable, terms []profile.Term) (sum int64, ok bool) {
	for i := range terms {
		term := &terms[i]
		if term.Group >= 0 && t.Groups[term.Group].Found() {
			return 0, false
		}
		for _, row := range term.Rows {
			n := s.counts[t.Def.Figure(row, term.Column)]
			if n == noCount {
				return 0, false
			}
			sum += n
		}
	}
	return sum, true
}

// anyOdd reports whether a cell that is not a plain count is wanted.
func (s *survey) anyOdd(want func(*figureCell) bool) bool {
	for i := range s.odd {
		if want(&s.odd[i]) {
			return true
		}
	}
	return false
}
