package rules

import (
	_ "embed"
	"fmt"
)

//go:embed cell-unit.md
var cellUnitPage string

var cellUnit = Rule{
	Name:     "cell-unit",
	Title:    Message{"格内写了单位", "unit inside a cell"},
	Family:   Cells,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     cellUnitPage,
	Check:    checkCellUnit,
}

// checkCellUnit reports units behind figures, where the header has them.
// Another unit than the header's makes the figure another one, so each such
// cell is a finding of its own.
func checkCellUnit(p *Pass) {
	for g := range p.groupCells(hasOwnUnit) {
		d := g.finding(p, "写了单位", "with a unit")
		d.Label = Message{"单位在表头，格内只填数字", "the unit is in the header"}
		d.Help = Message{"删去单位，只留数字", "leave the figure alone"}
		d.Fixes = unitFix(g.cells)
		p.Flag(d)
	}
	for c := range p.oddCells {
		if unit := c.unit(); c.Unit != "" && unit != anyUnit && !hasOwnUnit(c) {
			p.Flag(p.otherUnit(c, unit))
		}
	}
}

// hasOwnUnit reports whether a figure has a unit behind it that does not make
// it another one: that of its column, or another word for a piece.
func hasOwnUnit(c *figureCell) bool {
	unit := c.unit()
	return c.Unit != "" && (c.Unit == unit || isPiece(c.Unit) && isPiece(unit))
}

func isPiece(unit string) bool {
	switch unit {
	case "件", "项", "个", "份", "条", "次", "宗", "起", "笔", "部", "例":
		return true
	}
	return false
}

// anyUnit is the unit of a column that has none in its header.
const anyUnit = "*"

// unit returns the unit that the form gives the column.
func (c *figureCell) unit() string { return c.table.Def.UnitOf(c.column) }

func (p *Pass) otherUnit(c *figureCell, unit string) Diagnostic {
	d, name := c.finding(p), c.name()
	d.Message = Message{
		fmt.Sprintf("%s以%s为单位，实为「%s」", name.ZH, unit, c.Text),
		fmt.Sprintf("%s is counted in %s, is 「%s」", name.EN, unit, c.Text),
	}
	d.Label = Message{"单位应为" + unit, "the unit should be " + unit}
	d.Help = Message{"换算成以" + unit + "为单位的数，格内只填数字", "convert it to " + unit + " and leave the figure alone"}
	return d
}

// unitFix removes units.
func unitFix(cells []figureCell) []Fix {
	fix := Fix{Title: Message{"删去单位", "remove the unit"}, Safe: true}
	for _, c := range written(cells) {
		if text := c.Span.Text(); text == c.Text && len(text) > len(c.Unit) && text[len(text)-len(c.Unit):] == c.Unit {
			at := c.Span
			at.Start = at.End - len(c.Unit)
			fix.Edits = append(fix.Edits, Edit{at, ""})
		}
	}
	return fixed(fix)
}
