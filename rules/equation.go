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

// sheet is the arithmetic of one table of a report.
type sheet struct {
	table     *profile.BoundTable
	equations []equation // those that can be worked out
	blank     []bool     // by column: left blank in most rows that have figures
}

// newSheet works out the identities of the table that the rule reports. An
// equation with a figure that is missing, in words or in a ragged row is left
// out; another rule names that cell.
func newSheet(form *profile.Form, table int, rule string) *sheet {
	s := &sheet{table: &form.Tables[table]}
	s.findBlankColumns()
	equations := form.Profile.Equations()
	for i := range equations {
		e := &equations[i]
		if e.Table != table || e.Identity.Rule != rule {
			continue
		}
		q := equation{Equation: e}
		var ok [2]bool
		q.left, ok[0] = s.variables(e.Left)
		q.right, ok[1] = s.variables(e.Right)
		if !ok[0] || !ok[1] || s.unfilled(&q) {
			continue
		}
		q.residual = s.sum(q.left).Sub(s.sum(q.right))
		s.equations = append(s.equations, q)
	}
	return s
}

// variables resolves terms to figures of the report. A group without rows may
// have one figure for all of them.
func (s *sheet) variables(terms []profile.Term) ([]variable, bool) {
	var found []variable
	for _, t := range terms {
		if t.Group >= 0 && !s.anyRow(t.Rows) && s.table.Groups[t.Group].Found() {
			found = append(found, variable{len(s.table.Rows) + t.Group, t.Column})
			continue
		}
		for _, row := range t.Rows {
			found = append(found, variable{row, t.Column})
		}
	}
	for _, v := range found {
		if c := s.cell(v); c == nil || !c.Counts() {
			return nil, false
		}
	}
	return found, true
}

func (s *sheet) anyRow(rows []int) bool {
	for _, row := range rows {
		if s.table.Rows[row].Found() {
			return true
		}
	}
	return false
}

// bound returns the row of a variable.
func (s *sheet) bound(v variable) *profile.BoundRow {
	if v.row < len(s.table.Rows) {
		return &s.table.Rows[v.row]
	}
	return &s.table.Groups[v.row-len(s.table.Rows)]
}

// cell returns the cell of a variable, nil when there is none to use.
func (s *sheet) cell(v variable) *report.Cell {
	if r := s.bound(v); r.Found() && !r.Ragged {
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

// rowName names the row of a variable, as short as it can be.
func (s *sheet) rowName(v variable) string {
	if v.row < len(s.table.Rows) {
		return s.table.Def.Rows[v.row].Short()
	}
	return s.table.Def.Groups[v.row-len(s.table.Rows)].Label()
}

func (s *sheet) columnName(v variable) string { return s.table.Def.Columns[v.column].Label() }

// ref names a variable by ids.
func (s *sheet) ref(v variable) profile.Ref {
	r := profile.Ref{Table: s.table.Def.ID, Column: s.table.Def.Columns[v.column].ID}
	if v.row < len(s.table.Rows) {
		r.Row = s.table.Def.Rows[v.row].ID
	} else {
		r.Row = s.table.Def.Groups[v.row-len(s.table.Rows)].ID
	}
	return r
}

// findBlankColumns finds the columns that this report does not fill in:
// blank in at least half of the rows that have figures elsewhere. Some
// reports give only the totals, others only the parts.
func (s *sheet) findBlankColumns() {
	s.blank = make([]bool, len(s.table.Def.Columns))
	for column := range s.blank {
		rows, blanks := 0, 0
		for i := range s.table.Rows {
			r := &s.table.Rows[i]
			if !r.Found() || r.Ragged || !hasFigure(r.Cells, column) {
				continue
			}
			rows++
			if c := r.Cells[column]; c == nil || c.Kind != report.Figure {
				blanks++
			}
		}
		s.blank[column] = rows > 1 && 2*blanks >= rows
	}
}

func hasFigure(cells []*report.Cell, but int) bool {
	for i, c := range cells {
		if i != but && c != nil && c.Kind == report.Figure && !c.Value.IsZero() {
			return true
		}
	}
	return false
}

// unfilled reports whether one side of the equation is left blank by habit,
// so that nothing can be said.
func (s *sheet) unfilled(q *equation) bool {
	return s.allBlank(q.left) && !s.allZero(q.right) || s.allBlank(q.right) && !s.allZero(q.left)
}

func (s *sheet) allBlank(side []variable) bool {
	for _, v := range side {
		if s.cell(v).Kind == report.Figure || !s.blank[v.column] {
			return false
		}
	}
	return true
}

func (s *sheet) allZero(side []variable) bool {
	for _, v := range side {
		if !s.value(v).IsZero() {
			return false
		}
	}
	return true
}
