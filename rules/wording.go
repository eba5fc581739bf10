package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// place names the cell of a variable in words.
func (s *sheet) place(v variable) Message {
	row, column := s.rowName(v), s.columnName(v)
	return Message{
		fmt.Sprintf("%s「%s」「%s」", s.table.Def.Name, row, column),
		fmt.Sprintf("%s, %s, %s", s.table.Def.Name, row, column),
	}
}

// name names a wrong cell as shortly as the others on its line allow.
func (s *sheet) name(c cause, v variable) string {
	row, column := true, true
	for _, w := range c.wrong {
		row = row && w.row == v.row
		column = column && w.column == v.column
	}
	switch {
	case row:
		return s.columnName(v)
	case column:
		return s.rowName(v)
	}
	return s.rowName(v) + "／" + s.columnName(v)
}

// lineName names the row or column that all wrong cells stand in.
func (s *sheet) lineName(c cause) string {
	first, row, column := c.wrong[0], true, true
	for _, w := range c.wrong {
		row = row && w.row == first.row
		column = column && w.column == first.column
	}
	switch {
	case row:
		return fmt.Sprintf("「%s」一行", s.rowName(first.variable))
	case column:
		return fmt.Sprintf("「%s」一列", s.columnName(first.variable))
	}
	return ""
}

// shown returns a cell's figure as written, 空 for a blank.
func shown(c *report.Cell) string {
	if c.Text == "" {
		return "空"
	}
	return c.Text
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

// isTotal reports whether the figure is the sum in a broken equation.
func (s *sheet) isTotal(c cause, v variable) bool {
	for _, i := range c.broken {
		if q := &s.equations[i]; len(q.left) == 1 && q.left[0] == v {
			return true
		}
	}
	return false
}

// total returns the figure that a reader would look at first: the sum, or
// the first figure on the right.
func (s *sheet) total(q *equation) variable {
	if len(q.left) == 1 {
		return q.left[0]
	}
	return q.right[0]
}

// operands returns the other figures of the first broken equation that holds
// v, in reading order.
func (s *sheet) operands(c cause, v variable) (related []Related) {
	for _, i := range c.broken {
		if s.sign(i, v) == 0 {
			continue
		}
		q := &s.equations[i]
		for _, o := range slices.Concat(q.right, q.left) {
			if o != v {
				related = append(related, s.operand(q, o))
			}
		}
		break
	}
	slices.SortStableFunc(related, func(a, b Related) int { return a.Span.Start - b.Span.Start })
	return related
}

func (s *sheet) operand(q *equation, v variable) Related {
	name := s.columnName(v)
	if q.Identity.Over == "columns" {
		name = s.rowName(v)
	}
	value := shown(s.cell(v))
	return Related{Span: s.cell(v).Span, Message: Message{name + " " + value, name + " " + value}, Value: value}
}

// formula writes an equation as it stands: 「3 + 0 = 3 ≠ 2」.
func (s *sheet) formula(q *equation) string {
	left, right := s.side(q.left), s.side(q.right)
	if len(q.left) == 1 {
		return fmt.Sprintf("%s = %s ≠ %s", right, s.sum(q.right), left)
	}
	return fmt.Sprintf("%s = %s ≠ %s = %s", left, s.sum(q.left), s.sum(q.right), right)
}

// proof writes the first broken equation of the wrong figure as it would be.
func (s *sheet) proof(c cause, w wrong) string {
	for _, i := range c.broken {
		if s.sign(i, w.variable) == 0 {
			continue
		}
		q := &s.equations[i]
		if len(q.left) == 1 && q.left[0] == w.variable {
			return fmt.Sprintf("%s = %s", s.side(q.right), w.expected)
		}
		if len(q.left) == 1 {
			return fmt.Sprintf("%s = %s", s.sideWith(q.right, w), s.value(q.left[0]))
		}
		return fmt.Sprintf("%s = %s", s.sideWith(q.left, w), s.sideWith(q.right, w))
	}
	return ""
}

func (s *sheet) side(side []variable) string {
	return s.sideWith(side, wrong{variable: variable{-1, -1}})
}

// sideWith writes a side with the wrong figure put right. Long sums leave out
// their zeros.
func (s *sheet) sideWith(side []variable, w wrong) string {
	var parts []string
	for _, v := range side {
		n := s.value(v)
		if v == w.variable {
			n = w.expected
		}
		if len(side) > 7 && n.IsZero() {
			continue
		}
		parts = append(parts, n.String())
	}
	if len(parts) == 0 {
		return "0"
	}
	return strings.Join(parts, " + ")
}

// describe says in words what is wrong with an equation.
func (s *sheet) describe(q *equation) (zh, en string) {
	left, right := s.sum(q.left), s.sum(q.right)
	if len(q.left) == 1 {
		v := q.left[0]
		row, column := s.rowName(v), s.columnName(v)
		if left.IsZero() {
			return fmt.Sprintf("「%s」的「%s」为 0，但各项之和为 %s", row, column, right),
				fmt.Sprintf("%s of %s is 0, but its parts add up to %s", column, row, right)
		}
		return fmt.Sprintf("「%s」的「%s」应为各项之和 %s，实为 %s，%s", row, column, right, left, difference(right, left)),
			fmt.Sprintf("%s of %s should be the sum of its parts, %s, is %s", column, row, right, left)
	}
	column := s.columnName(q.left[0])
	return fmt.Sprintf("「%s」列：%s为 %s，%s为 %s，相差 %s", column, s.names(q.left), left, s.names(q.right), right, abs(q.residual)),
		fmt.Sprintf("%s: %s is %s, %s is %s, off by %s", column, s.names(q.left), left, s.names(q.right), right, abs(q.residual))
}

func (s *sheet) names(side []variable) string {
	var names []string
	for _, v := range side {
		names = append(names, "「"+s.rowName(v)+"」")
	}
	return strings.Join(names, "加")
}

// hint says what often lies behind such a difference.
func (s *sheet) hint(q *equation) Message {
	off := abs(q.residual)
	for _, v := range slices.Concat(q.right, q.left) {
		if !s.value(v).Equal(off) || len(q.left) == 1 && v == q.left[0] {
			continue
		}
		name := s.columnName(v)
		if q.Identity.Over == "columns" {
			name = s.rowName(v)
		}
		return Message{
			fmt.Sprintf("差额 %s 与「%s」的数相同，可能漏计或重复计入", off, name),
			fmt.Sprintf("the difference %s equals %s, which may have been left out or counted twice", off, name),
		}
	}
	return Message{}
}

func firstOf(list []string, most int) []string { return list[:min(most, len(list))] }
