package rules

import (
	_ "embed"
	"fmt"
)

//go:embed stock-mismatch.md
var stockMismatchPage string

var stockMismatch = Rule{
	Name:       "stock-mismatch",
	Title:      Message{"存量与上年报告对不上", "stock does not follow from last year's report"},
	Family:     Years,
	Severity:   Warning,
	Since:      "0.1.0",
	Page:       stockMismatchPage,
	CheckYears: checkStockMismatch,
}

// checkStockMismatch reports the rows whose stock is not last year's with what this
// year added and removed.
func checkStockMismatch(p *SetPass, f, prior *Facts) {
	p.eachBreak(f, prior, func(b *yearBreak) {
		for i := range b.links {
			l := &b.links[i]
			row, column := figureNames(b.now.Profile, l.Left[0])
			d := b.begin(l)
			d.Message = Message{
				fmt.Sprintf("「%s」的「%s」由%d年报告推算应为 %s，实为 %s，%s", row, column, b.prior.Year, l.expected, l.actual, difference(l.expected, l.actual)),
				fmt.Sprintf("%s of %s should be %s as worked out from the %d report, is %s", column, row, l.expected, b.prior.Year, l.actual),
			}
			d.Formula = b.formula(l)
			d.Help = Message{
				"核对两年的台账；清理、失效、机构合并等造成的变化可写注释说明",
				"check the records of both years; a clean-up, an expiry or a merger can be explained in a comment",
			}
			p.Flag(b.now, d)
		}
	})
}
