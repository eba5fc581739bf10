package rules

import (
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// statutory is a table as the form prints it. 表二 has several parts, each with
// columns of its own.
type statutory struct {
	section *profile.BoundSection
	parts   []profile.BoundTable
}

// statutoryTables yields the tables of the form in order.
func (p *Pass) statutoryTables(yield func(statutory) bool) {
	tables := p.Form.Tables
	for i := 0; i < len(tables); {
		j := i + 1
		for j < len(tables) && tables[j].Def.Section == tables[i].Def.Section {
			j++
		}
		if !yield(statutory{p.Form.Section(tables[i].Def.Section), tables[i:j]}) {
			return
		}
		i = j
	}
}

// name is what the form calls the table: 表三.
func (s statutory) name() string { return s.parts[0].Def.Name }

// id is that of the section, so that one comment suppresses the whole table.
func (s statutory) id() string { return s.section.Def.ID }

// found returns how many of the parts the report has.
func (s statutory) found() (n int) {
	for i := range s.parts {
		if s.parts[i].Found() {
			n++
		}
	}
	return n
}

// recalled reports whether no part is known from the text of the format.
func (s statutory) recalled() bool {
	return !slices.ContainsFunc(s.parts, func(t profile.BoundTable) bool { return !t.Def.Recalled })
}

// place is where the table begins as far as it is there: the heading of its
// section, or its first row.
func (s statutory) place() report.Span {
	if s.section.Found() {
		return s.section.Place()
	}
	for i := range s.parts {
		if t := &s.parts[i]; t.Found() {
			return t.Sources[0].Rows[0].Span
		}
	}
	return report.Span{}
}

// holds reports whether a place is in the section that the table belongs to.
func (s statutory) holds(at report.Span) bool {
	if !s.section.Found() || at.File == nil || len(s.section.Body) == 0 {
		return false
	}
	body := s.section.Body
	return at.Start >= body[0].Span.Start && at.End <= body[len(body)-1].Span.End
}

// basis is the document that prescribes the table.
func (p *Pass) basis(name string) string { return p.Form.Profile.Basis + " " + name }

// figureCell is a position of a statutory table that holds a figure, or
// should. Row counts on behind the rows into the groups.
type figureCell struct {
	*report.Cell
	table       *profile.BoundTable
	row, column int
}

// oddCells yields the cells that hold something else than a plain count.
func (p *Pass) oddCells(yield func(*figureCell) bool) {
	s := p.surveyed()
	for i := range s.odd {
		if !yield(&s.odd[i]) {
			return
		}
	}
}

// tableCells yields the cells of all rows that are known to have one for each
// column.
func tableCells(t *profile.BoundTable, yield func(figureCell) bool) bool {
	for j := range len(t.Rows) + len(t.Groups) {
		r := t.At(j)
		if !r.Found() || r.Ragged {
			continue
		}
		for k, c := range r.Cells {
			if c != nil && !yield(figureCell{c, t, j, k}) {
				return false
			}
		}
	}
	for i := range t.Others {
		if !tableCells(&t.Others[i], yield) {
			return false
		}
	}
	return true
}

// def is the column as the form has it.
func (c *figureCell) def() *profile.Column { return &c.table.Def.Columns[c.column] }

// rowName names the row as shortly as it can be: one of several lines by the
// organ that it is of.
func (c *figureCell) rowName() string {
	switch {
	case c.table.Line != "":
		return c.table.Line
	case c.row < len(c.table.Rows):
		return c.table.Def.Rows[c.row].Short()
	}
	return c.table.Def.Groups[c.row-len(c.table.Rows)].Label()
}

func (c *figureCell) columnName() string { return c.def().Label() }

func (c *figureCell) rowID() string {
	if c.row < len(c.table.Rows) {
		return c.table.Def.Rows[c.row].ID
	}
	return c.table.Def.Groups[c.row-len(c.table.Rows)].ID
}

func (c *figureCell) ref() profile.Ref {
	return profile.Ref{Table: c.table.Def.ID, Row: c.rowID(), Column: c.def().ID}
}

// name names the cell within its table: 「（一）予以公开」的「总计」.
func (c *figureCell) name() Message {
	return Message{
		fmt.Sprintf("「%s」的「%s」", c.rowName(), c.columnName()),
		fmt.Sprintf("%s of %s", c.columnName(), c.rowName()),
	}
}

// place names the cell within the report.
func (c *figureCell) place() Message {
	return Message{
		fmt.Sprintf("%s「%s」「%s」", c.table.Def.Name, c.rowName(), c.columnName()),
		fmt.Sprintf("%s, %s, %s", c.table.Def.Name, c.rowName(), c.columnName()),
	}
}

// finding begins a finding about the cell. Its item is the table, so that one
// comment suppresses a habit.
func (c *figureCell) finding(p *Pass) Diagnostic {
	return Diagnostic{
		Item:   c.table.Def.ID,
		AtMost: p.encouraged(c.table.Def),
		Span:   c.Span,
		Ref:    c.ref(),
		Place:  c.place(),
		Actual: c.Text,
		Basis:  p.basis(c.table.Def.Name),
	}
}
