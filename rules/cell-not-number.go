package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed cell-not-number.md
var cellNotNumberPage string

var cellNotNumber = Rule{
	Name:     "cell-not-number",
	Title:    Message{"格内不是数字", "cell is not a number"},
	Family:   Cells,
	Severity: Error,
	Since:    "0.1.0",
	Page:     cellNotNumberPage,
	Check:    checkCellNotNumber,
}

// checkCellNotNumber reports words where a figure belongs. Sums leave such a
// cell out.
func checkCellNotNumber(p *Pass) {
	for c := range p.oddCells {
		if c.Kind != report.Words {
			continue
		}
		d, name := c.finding(p), c.name()
		d.Message = Message{
			fmt.Sprintf("%s应为数字，实为「%s」", name.ZH, c.Text),
			fmt.Sprintf("%s should be a number, is 「%s」", name.EN, c.Text),
		}
		d.Label = Message{"应为阿拉伯数字", "should be Arabic digits"}
		d.Help = Message{"格内只填一个阿拉伯数字，说明写在正文里；有关的合计没有核对", "write one number in Arabic digits and explain in the text; its sums were not checked"}
		p.Flag(d)
	}
}
