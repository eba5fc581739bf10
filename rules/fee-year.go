package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"

	"github.com/gouji-lint/gouji/report"
)

//go:embed fee-year.md
var feeYearPage string

var feeYear = Rule{
	Name:     "fee-year",
	Title:    Message{"信息处理费的年份不对", "fee stated for another year"},
	Family:   Fee,
	Severity: Error,
	Since:    "0.1.0",
	Page:     feeYearPage,
	Words:    feeWords,
	Check:    checkFeeYear,
}

// checkFeeYear compares the year that a statement on the fee is for with the
// report year.
func checkFeeYear(p *Pass) {
	year := p.Form.Year()
	if year == 0 {
		return
	}
	for i := range p.fee().facts {
		fact := &p.fee().facts[i]
		if p.onlyYear(year, fact.Block) {
			continue
		}
		at, size, stated := statedYear(fact.Text, year)
		if stated == 0 || stated == year || fact.Span.File == nil {
			continue
		}
		name := p.fee().of.Name
		p.Flag(Diagnostic{
			AtMost: IfGuessed(p.Report.Meta.Year),
			Span:   fact.Slice(at, at+size),
			Message: Message{
				fmt.Sprintf("%s收取情况的年份应为 %d，实为 %d", name, year, stated),
				fmt.Sprintf("what was charged as %s should be stated for %d, is for %d", name, year, stated),
			},
			Label:    Message{fmt.Sprintf("应为 %d", year), fmt.Sprintf("should be %d", year)},
			Expected: strconv.Itoa(year),
			Actual:   strconv.Itoa(stated),
			Related:  p.yearStated(),
			Help:     Message{"核对这句话是否沿用了往年的文字；内容无误的，改正年份", "check whether the sentence was carried over from another year"},
			Basis:    p.Form.Law().Yearly + "「上一年度」",
		})
	}
}

// onlyYear reports whether no year alone but this one stands in the running
// text of a block.
func (p *Pass) onlyYear(year, block int) bool {
	return running(&p.Report.Blocks[block]) && !slices.ContainsFunc(p.dates(), func(m mention) bool {
		return m.block == block && m.Month == 0 && m.Year != year
	})
}

// statedYear returns the year that a sentence speaks of, 0 when it names none
// or also the year wanted. The year of a document, a comparison or a day is
// another matter.
func statedYear(s string, want int) (at, size, year int) {
	report.EachDate(s, func(i, n int, d report.Date) bool {
		switch {
		case d.Year == 0 || d.Month > 0 || d.Form.Has(report.ChineseDigits) || inTitle(s, i) || compared(s[:i], s[i+n:]):
		case d.Year == want:
			at, size, year = i, n, want
			return false
		default:
			at, size, year = i, n, d.Year
		}
		return true
	})
	return at, size, year
}

// compared reports whether a year between the two texts is one that the
// sentence compares with, counts from or plans for.
func compared(before, after string) bool {
	return suffixed(before, "较", "比", "自", "从", "与", "截至", "截止") || prefixed(after, "以来", "起", "开始", "相比", "同期", "印发", "发布", "修订", "将", "，将", "，我局将", "，我们将", "-", "—", "至", "以前", "前")
}
