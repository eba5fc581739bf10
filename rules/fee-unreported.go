package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed fee-unreported.md
var feeUnreportedPage string

var feeUnreported = Rule{
	Name:     "fee-unreported",
	Title:    Message{"信息处理费没有计入表二", "fee missing from table 2"},
	Family:   Fee,
	Severity: Info,
	Since:    "0.1.0",
	Page:     feeUnreportedPage,
	Words:    feeWords,
	Check:    checkFeeUnreported,
}

// checkFeeUnreported finds takings that the table of charges leaves out. The
// other way round proves nothing: there are other charges.
func checkFeeUnreported(p *Pass) {
	fee := p.Form.Profile.Fee
	if fee == nil || fee.Takings.Table == "" {
		return
	}
	cell := p.Form.Cell(fee.Takings.Ref())
	taken := p.fee().taken()
	if cell == nil || taken == nil || cell.Kind != report.Figure && cell.Kind != report.Dash || !cell.Value.IsZero() {
		return
	}
	place := p.Form.Profile.Place(fee.Takings.Ref())
	p.Flag(Diagnostic{
		Span:  cell.Span,
		Ref:   fee.Takings.Ref(),
		Place: Message{place, place},
		Message: Message{
			fmt.Sprintf("正文写收取%s %s 元，%s为 0", fee.Name, taken.value, place),
			fmt.Sprintf("the text says %s yuan of %s were taken, %s is 0", taken.value, fee.Name, place),
		},
		Label:  Message{"没有计入", "not counted"},
		Actual: shown(cell),
		Related: []Related{{
			Span: taken.span, Message: Message{"正文 " + taken.span.Text(), "the text: " + taken.span.Text()}, Value: taken.value.String(),
		}},
		Help:  Message{"按万元计入「行政事业性收费」；本地口径不含信息处理费的，可以屏蔽", "count it among the charges, in units of 10,000 yuan, unless your rules leave it out"},
		Basis: fee.Takings.Basis,
	})
}

// taken returns the amount taken in the year; nil when none was.
func (s *feeStatement) taken() *feeFigure {
	for i := range s.facts {
		for j := range s.facts[i].figures {
			if f := &s.facts[i].figures[j]; f.kind == feeYuan && f.role == feeCollected && !f.part && f.value.Sign() > 0 {
				return f
			}
		}
	}
	return nil
}
