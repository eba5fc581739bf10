package rules

import (
	_ "embed"

	"github.com/gouji-lint/gouji/report"
)

//go:embed cell-blank.md
var cellBlankPage string

var cellBlank = Rule{
	Name:     "cell-blank",
	Title:    Message{"表格有空格", "blank cells"},
	Family:   Cells,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     cellBlankPage,
	Check:    checkCellBlank,
}

// checkCellBlank reports, once for each statutory table, cells with nothing in
// them. Sums read them as 0; a reader cannot tell whether 0 is meant.
func checkCellBlank(p *Pass) {
	blank := func(c *figureCell) bool { return c.Kind == report.Blank }
	for g := range p.groupCells(blank) {
		d := g.finding(p, "空着", "blank")
		d.Actual = ""
		d.Label = Message{"空格", "blank"}
		d.Help = Message{"没有的填 0", "write 0 where there is nothing"}
		if len(g.cells) < g.all { // else nobody has filled in the table yet
			d.Fixes = p.zeroFix(g.cells)
		}
		p.Flag(d)
	}
}
