package rules

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed signature-year.md
var signatureYearPage string

var signatureYear = Rule{
	Name:     "signature-year",
	Title:    Message{"落款年份有误", "wrong year in the signature"},
	Family:   Dates,
	Severity: Error,
	Since:    "0.1.0",
	Page:     signatureYearPage,
	Check:    checkSignatureYear,
}

// checkSignatureYear compares the year of the sign-off with the report year:
// it is the next one. In December of the report year it is published-early's.
func checkSignatureYear(p *Pass) {
	signed := p.Report.SignOff.Date
	if signed.Year == 0 || signed.Month == 0 {
		return
	}
	year, ok := p.reportYear()
	if !ok || signed.Year == year+1 || signed.Year == year && signed.Month == 12 {
		return
	}
	d := Diagnostic{
		AtMost: IfGuessed(p.Report.Meta.Year),
		Span:   p.Report.SignOff.Raw.Span,
		Message: Message{
			fmt.Sprintf("落款年份应为%d年，实为%d年", year+1, signed.Year),
			fmt.Sprintf("the year of the signature should be %d, is %d", year+1, signed.Year),
		},
		Label:    Message{fmt.Sprintf("应为%d年", year+1), fmt.Sprintf("should be %d", year+1)},
		Expected: fmt.Sprint(year + 1),
		Actual:   fmt.Sprint(signed.Year),
		Related:  p.yearStated(),
		Help:     Message{"核对落款日期和报告年度，改正写错的一处", "correct the date of the signature or the report year"},
		Basis:    p.Form.Law().Yearly + "：上一年度的年度报告",
	}
	if signed.Year > year+1 {
		if p.isReissued() {
			return
		}
		d.AtMost = Warning // it may have been published again
		d.Help = Message{
			"写错的，改正；更正后重新公布的，在标题或落款处注明「更正」",
			"correct the date; if the report was corrected and published again, say so beside the title or the signature",
		}
	}
	p.Flag(d)
}

// isReissued reports whether title or sign-off say that the report was
// published again.
func (p *Pass) isReissued() bool {
	blocks := p.Report.Blocks
	texts := []string{p.Report.Title.Text, p.Report.SignOff.Raw.Value}
	for _, b := range blocks[max(0, p.Report.SignOff.Block-1):] {
		texts = append(texts, b.Prose.Text)
	}
	for _, text := range texts {
		for _, word := range [...]string{"更正", "修订", "勘误", "更新", "重新发布", "重新公布", "再次公布"} {
			if strings.Contains(text, word) {
				return true
			}
		}
	}
	return false
}
