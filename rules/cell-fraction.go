package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed cell-fraction.md
var cellFractionPage string

var cellFraction = Rule{
	Name:     "cell-fraction",
	Title:    Message{"件数不是整数", "count with a fraction"},
	Family:   Cells,
	Severity: Error,
	Since:    "0.1.0",
	Page:     cellFractionPage,
	Check:    checkCellFraction,
}

// checkCellFraction reports counts that are no whole number. Amounts of money
// may have decimals; 1.5万件 is cell-unit's.
func checkCellFraction(p *Pass) {
	for c := range p.oddCells {
		if c.Kind != report.Figure || c.Value.IsInteger() || c.def().Decimal || c.Unit != "" && c.Unit != c.unit() {
			continue
		}
		d, name := c.finding(p), c.name()
		d.Message = Message{
			fmt.Sprintf("%s应为整数，实为 %s", name.ZH, c.Text),
			fmt.Sprintf("%s should be a whole number, is %s", name.EN, c.Text),
		}
		d.Label = Message{"应为整数", "should be a whole number"}
		d.Help = Message{"件数只能是整数；以万计的先换算", "a count is a whole number; convert one in tens of thousands"}
		p.Flag(d)
	}
}
