package ownrule

import (
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// state is one report, or one column of it, that expressions are worked out
// for. When something is missing it says what, and values are worth nothing.
type state struct {
	form    *profile.Form
	figures []operand // of the report's format
	facts   [len(factKinds)]value
	known   [len(factKinds)]bool
	column  int // in which figures without a column of their own are read
	problem rules.Message
}

// figure returns what a figure is; a blank counts as 0.
func (s *state) figure(o *operand) (sum report.Number) {
	if o.group < 0 {
		return s.read(o, s.form.Tables[o.table].Cell(o.rows[0], s.columnOf(o)))
	}
	for _, c := range s.cells(o) {
		sum = sum.Add(s.read(o, c))
	}
	return sum
}

// read returns the figure of a cell.
func (s *state) read(o *operand, c *report.Cell) report.Number {
	if !s.reads(o, c) {
		s.fail(say("报告没有「%s」的数字，或读不出", "the report has no figure of %s that can be read", s.placeOf(o)))
		return report.Number{}
	}
	return c.Value
}

// reads reports whether a cell has the figure of an operand. One in another
// unit than its column is for another rule.
func (s *state) reads(o *operand, c *report.Cell) bool {
	return c != nil && c.Counts() && (c.Unit == "" || c.Unit == s.form.Tables[o.table].Def.UnitOf(s.columnOf(o)))
}

func (s *state) columnOf(o *operand) int {
	if o.column >= 0 {
		return o.column
	}
	return s.column
}

// cells returns the cells of an operand: one, or those of the rows of a group
// unless the report gives the group as one.
func (s *state) cells(o *operand) []*report.Cell {
	t, column := &s.form.Tables[o.table], s.columnOf(o)
	var one [1]*report.Cell
	if o.group < 0 {
		one[0] = t.Cell(o.rows[0], column)
		return one[:]
	}
	if g := &t.Groups[o.group]; g.Found() && !g.Ragged && !slices.ContainsFunc(o.rows, func(row int) bool { return t.Rows[row].Found() }) {
		one[0] = g.Cells[column]
		return one[:]
	}
	cells := make([]*report.Cell, len(o.rows))
	for i, row := range o.rows {
		cells[i] = t.Cell(row, column)
	}
	return cells
}

// placeOf names an operand in full: 表三「予以公开」「总计」.
func (s *state) placeOf(o *operand) string { return s.form.Profile.Place(s.refOf(o)) }

func (s *state) refOf(o *operand) profile.Ref {
	t := s.form.Tables[o.table].Def
	ref := profile.Ref{Table: t.ID, Column: t.Columns[s.columnOf(o)].ID}
	if o.group >= 0 {
		ref.Row = t.Groups[o.group].ID
	} else {
		ref.Row = t.Rows[o.rows[0]].ID
	}
	return ref
}

func (s *state) fail(problem rules.Message) {
	if s.problem.IsZero() {
		s.problem = problem
	}
}
