package rules

import "github.com/gouji-lint/gouji/report"

// feeFacts is what a report says was taken in fees, in 元.
type feeFacts struct {
	stated     bool
	amount     report.Number
	start, end int32 // where, in the file
}

// collectFee keeps what was taken in the year. A part (其中) is not the whole,
// and a notice is no payment.
func collectFee(p *Pass, f *Facts) {
	if p.feeDuty() == nil {
		return
	}
	for _, fact := range p.fee().facts {
		if fact.denies() && !f.fee.stated {
			f.fee.take(report.Number{}, fact.Slice(fact.denial[0], fact.denial[1]))
		}
		for _, g := range fact.figures {
			if g.kind == feeYuan && !g.part && (g.role == feeCollected || g.role == feeUnknown) && g.value.Cmp(f.fee.amount) > 0 {
				f.fee.take(g.value, g.span)
			}
		}
	}
}

func (f *feeFacts) take(amount report.Number, at report.Span) {
	*f = feeFacts{stated: true, amount: amount, start: int32(at.Start), end: int32(at.End)}
}
