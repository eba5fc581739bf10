package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed cell-negative.md
var cellNegativePage string

var cellNegative = Rule{
	Name:     "cell-negative",
	Title:    Message{"数字为负", "negative figure"},
	Family:   Cells,
	Severity: Error,
	Since:    "0.1.0",
	Page:     cellNegativePage,
	Check:    checkCellNegative,
}

// checkCellNegative reports negative counts and amounts. Changes on last year
// may be negative.
func checkCellNegative(p *Pass) {
	for c := range p.oddCells {
		if c.Kind != report.Figure || c.Value.Sign() >= 0 || c.def().Signed {
			continue
		}
		d, name := c.finding(p), c.name()
		d.Message = Message{
			fmt.Sprintf("%s不应为负数，实为 %s", name.ZH, c.Text),
			fmt.Sprintf("%s should not be negative, is %s", name.EN, c.Text),
		}
		d.Label = Message{"不应为负数", "should not be negative"}
		d.Help = Message{"核对台账后改正", "check your records"}
		p.Flag(d)
	}
}
