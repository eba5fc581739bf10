package rules

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Sum is an identity that a figure stands in, as a report fills it in.
type Sum struct {
	*profile.Equation
	Left, Right []Addend
	// LeftTotal and RightTotal are what the sides add up to. They mean nothing
	// unless the sum is known: a report may lack a figure.
	LeftTotal, RightTotal report.Number
	Known                 bool
}

// Holds reports whether the figures satisfy the identity.
func (s *Sum) Holds() bool {
	more := s.LeftTotal.Cmp(s.RightTotal)
	return s.Known && (more == 0 || more > 0 && s.Identity.Relation == profile.AtLeast)
}

// Addend is one figure of a sum, or a group of figures.
type Addend struct {
	Name  string // of what tells it from the others of its side: a row, a group, a column
	Value report.Number
	Known bool
}

// Sums returns the identities that the figure in row and column of a table
// stands in, in the order of the format.
func Sums(form *profile.Form, table, row, column int) (found []Sum) {
	all := form.Profile.Equations()
	s := sheet{table: &form.Tables[table]}
	for i := range all {
		e := &all[i]
		if e.Table == table && (mentions(e.Left, row, column) || mentions(e.Right, row, column)) {
			found = append(found, s.sumOf(e))
		}
	}
	return found
}

func mentions(terms []profile.Term, row, column int) bool {
	for _, t := range terms {
		for _, r := range t.Rows {
			if r == row && t.Column == column {
				return true
			}
		}
	}
	return false
}

func (s *sheet) sumOf(e *profile.Equation) Sum {
	sum := Sum{Equation: e, Known: true}
	side := func(terms []profile.Term) (list []Addend, total report.Number) {
		for i := range terms {
			value, known := s.total(terms[i : i+1])
			list = append(list, Addend{s.nameOf(e, &terms[i]), value, known})
			total, sum.Known = total.Add(value), sum.Known && known
		}
		return list, total
	}
	sum.Left, sum.LeftTotal = side(e.Left)
	sum.Right, sum.RightTotal = side(e.Right)
	return sum
}

// nameOf returns what the form calls a term.
func (s *sheet) nameOf(e *profile.Equation, t *profile.Term) string {
	def := s.table.Def
	switch {
	case e.Identity.Over == profile.Rows:
		return def.Columns[t.Column].Label()
	case t.Group >= 0:
		return def.Groups[t.Group].Label()
	}
	return def.Rows[t.Rows[0]].Short()
}
