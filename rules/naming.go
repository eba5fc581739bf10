package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// at returns the cell of a variable with its names.
func (s *sheet) at(v variable) *figureCell {
	return &figureCell{s.cell(v), s.table, v.row, v.column}
}

func (s *sheet) rowName(v variable) string { return s.at(v).rowName() }

func (s *sheet) columnName(v variable) string { return s.at(v).columnName() }

// line reports whether all wrong cells stand in one row, or in one column.
func (c *cause) line() (row, column bool) {
	row, column = true, true
	for _, w := range c.wrong {
		row = row && w.row == c.wrong[0].row
		column = column && w.column == c.wrong[0].column
	}
	return row, column
}

// name names a wrong cell as shortly as the others on its line allow.
func (s *sheet) name(c cause, v variable) string {
	switch row, column := c.line(); {
	case row:
		return s.columnName(v)
	case column:
		return s.rowName(v)
	}
	return s.rowName(v) + "」的「" + s.columnName(v)
}

// lineName names the row or column that all wrong cells stand in, if any.
func (s *sheet) lineName(c cause) (zh, en string) {
	first := c.wrong[0].variable
	switch row, column := c.line(); {
	case row:
		return fmt.Sprintf("「%s」一行", s.rowName(first)), "row " + s.rowName(first) + " "
	case column:
		return fmt.Sprintf("「%s」一列", s.columnName(first)), "column " + s.columnName(first) + " "
	}
	return "", ""
}

// allZero reports whether all wrong figures are totals of 0 on one line.
func (s *sheet) allZero(c cause) bool {
	row, column := c.line()
	for _, w := range c.wrong {
		if !s.value(w.variable).IsZero() || !s.isTotal(c, w.variable) {
			return false
		}
	}
	return row || column
}

// isTotal reports whether the figure is the sum in a broken equation.
func (s *sheet) isTotal(c cause, v variable) bool {
	for _, i := range c.broken {
		if q := &s.equations[i]; len(q.left) == 1 && q.left[0] == v {
			return true
		}
	}
	return false
}

// shown returns a cell's figure as written, 空 for a blank.
func shown(c *report.Cell) string {
	if c.Text == "" {
		return "空"
	}
	return c.Text
}

func shownEN(c *report.Cell) string {
	if c.Text == "" {
		return "blank"
	}
	return c.Text
}

// spaced parts a figure from the Chinese before it by a blank.
func spaced(shown string) string {
	if shown == "空" {
		return shown
	}
	return " " + shown
}

// difference says how far actual is from expected: 多 1, 少 1.
func difference(expected, actual report.Number) string {
	d := actual.Sub(expected)
	if d.Sign() < 0 {
		return "少 " + d.Neg().String()
	}
	return "多 " + d.String()
}

func abs(n report.Number) report.Number {
	if n.Sign() < 0 {
		return n.Neg()
	}
	return n
}

// main returns the broken equation by which a figure is explained: that of its
// row, which a reader has before the eyes, else the one whose sum it is, else
// the first.
func (s *sheet) main(c cause, v variable) (best *equation) {
	for _, i := range c.broken {
		q := &s.equations[i]
		switch {
		case s.sign(i, v) == 0:
		case q.Identity.Over == profile.Rows:
			return q
		case best == nil || len(q.left) == 1 && q.left[0] == v:
			best = q
		}
	}
	return best
}

// looked returns the figure that a reader would look at first: the sum, or
// the first figure on the right.
func (q *equation) looked() variable {
	if len(q.left) == 1 {
		return q.left[0]
	}
	return q.right[0]
}

// operandName names a figure among those of its equation.
func (s *sheet) operandName(q *equation, v variable) string {
	if q.Identity.Over == profile.Columns {
		return s.rowName(v)
	}
	return s.columnName(v)
}

// long is how many figures make a sum whose zeros are left out.
const long = 8

// operands returns the other figures of an equation in reading order.
func (s *sheet) operands(q *equation, v variable) (related []Related) {
	all := slices.Concat(q.right, q.left)
	for _, o := range all {
		if o == v || len(all) > long && s.value(o).IsZero() {
			continue
		}
		c := s.cell(o)
		name, value := s.operandName(q, o), shown(c)
		related = append(related, Related{Span: c.Span, Message: Message{name + " " + value, name + " " + shownEN(c)}, Value: value})
	}
	slices.SortStableFunc(related, func(a, b Related) int { return a.Span.Start - b.Span.Start })
	return related
}

// formula writes an equation as it stands: 「3 + 0 = 3 ≠ 2」.
func (s *sheet) formula(q *equation) string {
	left, right := s.side(q.left, nil), s.side(q.right, nil)
	if len(q.left) == 1 {
		return fmt.Sprintf("%s = %s ≠ %s", right, s.sum(q.right), left)
	}
	return fmt.Sprintf("%s = %s ≠ %s = %s", left, s.sum(q.left), s.sum(q.right), right)
}

// proof writes an equation as it is with the wrong figure put right.
func (s *sheet) proof(q *equation, w wrong) string {
	if len(q.left) == 1 {
		return s.side(q.right, &w) + " = " + s.side(q.left, &w)
	}
	return s.side(q.left, &w) + " = " + s.side(q.right, &w)
}

// side writes one side of an equation, with the wrong figure put right. A long
// sum leaves out its zeros.
func (s *sheet) side(side []variable, w *wrong) string {
	var parts []string
	for _, v := range side {
		n := s.value(v)
		if w != nil && v == w.variable {
			n = w.expected
		}
		if len(side) < long || !n.IsZero() {
			parts = append(parts, n.String())
		}
	}
	if len(parts) == 0 {
		return "0"
	}
	return strings.Join(parts, " + ")
}
