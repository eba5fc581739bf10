package rules

import (
	_ "embed"

	"github.com/gouji-lint/gouji/report"
)

//go:embed cell-dash.md
var cellDashPage string

var cellDash = Rule{
	Name:     "cell-dash",
	Title:    Message{"用符号或「无」代替数字", "a mark in place of a figure"},
	Family:   Cells,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     cellDashPage,
	Check:    checkCellDash,
}

// checkCellDash reports, once for each statutory table, cells with a dash, a
// slash or 无. Organs that cannot make 规章 write / on purpose: that is no more
// than a remark.
func checkCellDash(p *Pass) {
	dash := func(c *figureCell) bool { return c.Kind == report.Dash }
	for g := range p.groupCells(dash) {
		d := g.finding(p, "没有填数字", "without a figure")
		d.Label = Message{"应填数字", "a figure belongs here"}
		d.Help = Message{"没有的填 0", "write 0 where there is nothing"}
		d.AtMost = Info
		for i := range g.cells {
			if !p.isPowerless(&g.cells[i]) {
				d.AtMost = p.Encouraged()
			}
		}
		d.Fixes = p.zeroFix(g.cells)
		p.Flag(d)
	}
}
