package rules

import "github.com/gouji-lint/gouji/profile"

// plainSum is an equation by the numbers of its figures: what it takes to add
// up plain counts.
type plainSum struct {
	*profile.Equation
	left, right []int
	groups      []int // of the table, that it may take a figure of
}

// sumsOf returns the equations of a profile, in their order.
func (s *survey) sumsOf(p *profile.Profile) []plainSum {
	sums, known := s.sums[p]
	if known {
		return sums
	}
	all := p.Equations()
	for i := range all {
		sum := plainSum{Equation: &all[i]}
		sum.left, sum.right = sum.figures(p, all[i].Left), sum.figures(p, all[i].Right)
		sums = append(sums, sum)
	}
	if s.sums == nil {
		s.sums = map[*profile.Profile][]plainSum{}
	}
	s.sums[p] = sums
	return sums
}

// figures returns the figures of terms, and notes their groups.
func (s *plainSum) figures(p *profile.Profile, terms []profile.Term) (numbers []int) {
	for _, term := range terms {
		for _, row := range term.Rows {
			numbers = append(numbers, p.Tables[s.Table].Figure(row, term.Column))
		}
		if term.Group >= 0 {
			s.groups = append(s.groups, term.Group)
		}
	}
	return numbers
}

// holds reports whether the equation is certain to hold: all its figures are
// plain counts, and add up. Where the report has a row for a group it takes a
// closer look.
func (s *plainSum) holds(form *profile.Form, counts []int64) bool {
	for _, group := range s.groups {
		if form.Tables[s.Table].Groups[group].Found() {
			return false
		}
	}
	left, ok := addCounts(counts, s.left)
	right, too := addCounts(counts, s.right)
	return ok && too && (left == right || s.Identity.Relation == profile.AtLeast && left > right)
}

// addCounts adds up counts by their numbers. It reports false when one of them
// is none.
func addCounts(counts []int64, numbers []int) (sum int64, ok bool) {
	var any int64 // below 0 when one of them is, as noCount is
	for _, n := range numbers {
		sum += counts[n]
		any |= counts[n]
	}
	return sum, any >= 0
}
