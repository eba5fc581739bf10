package rules

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// variable is a figure that equations share. Row counts on behind the rows of
// the table into its groups: a group may have a figure of its own.
type variable struct{ row, column int }

// equation is an instance of an identity with the figures of a report.
type equation struct {
	*profile.Equation
	left, right []variable
	residual    report.Number // left minus right
}

// holds reports whether the figures satisfy the equation.
func (q *equation) holds() bool {
	return q.residual.IsZero() || q.Identity.Relation == profile.AtLeast && q.residual.Sign() > 0
}

// sheet is the arithmetic of one table of a report.
type sheet struct {
	table     *profile.BoundTable
	equations []equation // those that can be worked out
	broken    []int      // those of them that do not hold
	blank     []bool     // by column: left blank in most rows that have figures
	unfilled  []bool     // by column: blank, so that sums could not be worked out; nil for none
	stands    []variable // in the equations, one list behind the other
	doubtful  []bool     // by equation of the profile: not certain to hold; nil when nothing is known of them
}

// sheets returns the arithmetic of the tables in which an identity that the
// rule reports does not hold. Most reports have none, and cost nothing. Of a
// table whose labels are out of order column-missing speaks.
func (p *Pass) sheets() (found []*sheet) {
	equations := p.Form.Profile.Equations()
	var doubtful, tables []bool // equations and tables; nil for none, as nearly always
	for _, i := range p.surveyed().unsure {
		e := &equations[i]
		if e.Identity.Rule == p.rule.Name {
			if doubtful == nil {
				doubtful, tables = make([]bool, len(equations)), make([]bool, len(p.Form.Tables))
			}
			doubtful[i], tables[e.Table] = true, true
		}
	}
	for t := range tables {
		probe := sheet{table: &p.Form.Tables[t], doubtful: doubtful}
		if tables[t] && probe.table.Astray == nil && probe.anyBroken(equations, t, p.rule.Name) {
			s := &sheet{table: probe.table, doubtful: doubtful}
			s.solve(equations, t, p.rule.Name)
			found = append(found, s)
		}
	}
	return append(found, p.otherSheets(equations)...)
}

// otherSheets returns the same of the further lines of tables.
func (p *Pass) otherSheets(equations []profile.Equation) (found []*sheet) {
	for t := range p.Form.Tables {
		others := p.Form.Tables[t].Others
		for i := range others {
			s := &sheet{table: &others[i]}
			if s.table.Astray == nil && s.anyBroken(equations, t, p.rule.Name) {
				s.solve(equations, t, p.rule.Name)
				found = append(found, s)
			}
		}
	}
	return found
}

func (s *sheet) anyBroken(all []profile.Equation, table int, rule string) bool {
	for i := range all {
		e := &all[i]
		if e.Table != table || e.Identity.Rule != rule || s.isCertain(i) {
			continue
		}
		q := equation{Equation: e}
		if left, ok := s.total(e.Left); ok {
			if right, ok := s.total(e.Right); ok {
				q.residual = left.Sub(right)
				if !q.holds() {
					return true
				}
			}
		}
	}
	return false
}

// solve works out every equation of the table. One with a figure that is
// missing, in words or in a ragged row is left out; another rule names that
// cell.
func (s *sheet) solve(all []profile.Equation, table int, rule string) {
	s.findBlankColumns()
	for i := range all {
		e := &all[i]
		if e.Table != table || e.Identity.Rule != rule {
			continue
		}
		q := equation{Equation: e}
		if e.Identity.Relation != profile.Equal || !s.isCertain(i) {
			left, ok := s.total(e.Left)
			right, too := s.total(e.Right)
			if !ok || !too {
				continue
			}
			q.residual = left.Sub(right)
		}
		q.left, q.right = s.variables(e.Left), s.variables(e.Right)
		if q.holds() || !s.skip(q.left) && !s.skip(q.right) {
			if !q.holds() {
				s.broken = append(s.broken, len(s.equations))
			}
			s.equations = append(s.equations, q)
		}
	}
}

// isCertain reports whether equation i of the profile is certain to hold.
func (s *sheet) isCertain(i int) bool { return s.doubtful != nil && !s.doubtful[i] }

// total adds up terms. It reports false when a figure is not there to add.
func (s *sheet) total(terms []profile.Term) (sum report.Number, ok bool) {
	for i := range terms {
		t := &terms[i]
		if s.isGroup(t) {
			if !s.add(&sum, variable{len(s.table.Rows) + t.Group, t.Column}) {
				return sum, false
			}
			continue
		}
		for _, row := range t.Rows {
			if !s.add(&sum, variable{row, t.Column}) {
				return sum, false
			}
		}
	}
	return sum, true
}

func (s *sheet) add(sum *report.Number, v variable) bool {
	c := s.cell(v)
	if c == nil || !c.Counts() {
		return false
	}
	if c.Kind == report.Figure {
		*sum = sum.Add(c.Value)
	}
	return true
}

// isGroup reports whether the term stands for a group whose rows the report
// gives as one.
func (s *sheet) isGroup(t *profile.Term) bool {
	if t.Group < 0 || !s.table.Groups[t.Group].Found() {
		return false
	}
	for _, row := range t.Rows {
		if s.table.Rows[row].Found() {
			return false
		}
	}
	return true
}

// variables returns the figures that terms stand for.
func (s *sheet) variables(terms []profile.Term) []variable {
	begin := len(s.stands)
	for i := range terms {
		t := &terms[i]
		if s.isGroup(t) {
			s.stands = append(s.stands, variable{len(s.table.Rows) + t.Group, t.Column})
			continue
		}
		for _, row := range t.Rows {
			s.stands = append(s.stands, variable{row, t.Column})
		}
	}
	return s.stands[begin:len(s.stands):len(s.stands)]
}

// cell returns the cell of a variable, nil when there is none to use.
func (s *sheet) cell(v variable) *report.Cell {
	if r := s.table.At(v.row); r.Found() && !r.Ragged {
		return r.Cells[v.column]
	}
	return nil
}

// value returns the figure of a variable; a blank counts as 0.
func (s *sheet) value(v variable) report.Number {
	if c := s.cell(v); c.Kind == report.Figure {
		return c.Value
	}
	return report.Number{}
}

func (s *sheet) sum(variables []variable) (total report.Number) {
	for _, v := range variables {
		total = total.Add(s.value(v))
	}
	return total
}

// findBlankColumns finds the columns that this report does not fill in. Some
// reports give only the totals, others only the parts.
func (s *sheet) findBlankColumns() {
	s.blank = unfilledColumns(len(s.table.Rows), len(s.table.Def.Columns), func(row, column int) (written, zero bool) {
		c := s.table.Cell(row, column)
		return c != nil && c.Kind == report.Figure, c == nil || c.Value.IsZero()
	})
}

// unfilledColumns tells the columns that are blank in at least half of the
// rows that have a figure other than 0 elsewhere.
func unfilledColumns(rows, columns int, figure func(row, column int) (written, zero bool)) []bool {
	unfilled := make([]bool, columns)
	for column := range unfilled {
		filled, blanks := 0, 0
		for row := range rows {
			if written, _ := figure(row, column); !written && hasFigure(row, column, columns, figure) {
				blanks++
			}
		}
		if blanks == 0 {
			continue // as nearly always
		}
		for row := range rows {
			if written, _ := figure(row, column); written && hasFigure(row, column, columns, figure) {
				filled++
			}
		}
		unfilled[column] = blanks >= filled && blanks+filled > 1
	}
	return unfilled
}

// hasFigure reports whether the row has a figure other than 0 in another column.
func hasFigure(row, but, columns int, figure func(row, column int) (written, zero bool)) bool {
	for column := range columns {
		if written, zero := figure(row, column); column != but && written && !zero {
			return true
		}
	}
	return false
}

// skip reports whether one side of an equation is left blank by habit, so that
// nothing can be said, and remembers its columns.
func (s *sheet) skip(side []variable) bool {
	for _, v := range side {
		if s.cell(v).Kind == report.Figure || !s.blank[v.column] {
			return false
		}
	}
	if s.unfilled == nil {
		s.unfilled = make([]bool, len(s.blank))
	}
	for _, v := range side {
		s.unfilled[v.column] = true
	}
	return true
}
