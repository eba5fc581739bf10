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
	unsure []int        // the equations, by index in the profile, that are not certain to hold

	sums map[*profile.Profile][]plainSum
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
	s.odd, s.unsure = s.odd[:0], s.unsure[:0]
	if n := form.Profile.Figures(); cap(s.counts) < n {
		s.counts = make([]int64, n)
	} else {
		s.counts = s.counts[:n]
	}
	for i := range form.Tables {
		s.table(&form.Tables[i])
	}
	sums := s.sumsOf(form.Profile)
	for i := range sums {
		if !sums[i].holds(form, s.counts) {
			s.unsure = append(s.unsure, i)
		}
	}
}

// table gives each figure of a table its count.
func (s *survey) table(t *profile.BoundTable) {
	columns := len(t.Def.Columns)
	for row := range t.Rows {
		r := &t.Rows[row]
		first := t.Def.Figure(row, 0)
		counts := s.counts[first : first+columns]
		if !r.Found() || r.Ragged {
			for i := range counts {
				counts[i] = noCount
			}
			continue
		}
		for column, c := range r.Cells[:columns] {
			n, plain := plainCount(c)
			if !plain {
				n = noCount
				if c != nil {
					s.odd = append(s.odd, figureCell{c, t, row, column})
				}
			}
			counts[column] = n
		}
	}
	for i := range t.Groups {
		r := &t.Groups[i]
		if !r.Found() || r.Ragged {
			continue
		}
		for column, c := range r.Cells {
			if _, plain := plainCount(c); !plain && c != nil {
				s.odd = append(s.odd, figureCell{c, t, len(t.Rows) + i, column})
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

// anyOdd reports whether a cell that is not a plain count is wanted.
func (s *survey) anyOdd(want func(*figureCell) bool) bool {
	for i := range s.odd {
		if want(&s.odd[i]) {
			return true
		}
	}
	return false
}
