package rules

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// This file asks what the sums of a report say about one of its figures, for
// rules that find the figure at odds with another report.

// unfilled reports whether the figure is blank like the rest of its row or
// most of its column. Some reports give only the totals, others only the
// parts; elsewhere a blank means 0.
func unfilled(form *profile.Form, n int) bool {
	t, row, column := form.Profile.FigureAt(n)
	if form.Tables[t].Cell(row, column).Kind == report.Figure {
		return false
	}
	return form.Tables[t].Rows[row].Figures == 0 || arithmetic(form, t).blank[column]
}

// arithmetic works out a table as sum-mismatch does.
func arithmetic(form *profile.Form, table int) *sheet {
	s := &sheet{table: &form.Tables[table]}
	s.solve(form.Profile.Equations(), table, profile.DefaultRule)
	return s
}

// blamed reports whether sum-mismatch names the figure as wrong.
func blamed(form *profile.Form, n int) bool {
	t, row, column := form.Profile.FigureAt(n)
	for _, c := range arithmetic(form, t).causes() {
		for _, w := range c.wrong {
			if w.variable == (variable{row, column}) {
				return true
			}
		}
	}
	return false
}

// settles reports whether another value of the figure makes its column add
// up, which it does not now.
func settles(form *profile.Form, n int, value report.Number) bool {
	t, row, column := form.Profile.FigureAt(n)
	s, v, broken := arithmetic(form, t), variable{row, column}, false
	for i := range s.equations {
		q := &s.equations[i]
		sign := s.sign(i, v)
		if sign == 0 || q.Identity.Over != profile.Columns {
			continue
		}
		more := value.Sub(s.value(v))
		if sign < 0 {
			more = more.Neg()
		}
		if !q.residual.Add(more).IsZero() {
			return false
		}
		broken = broken || !q.residual.IsZero()
	}
	return broken
}
