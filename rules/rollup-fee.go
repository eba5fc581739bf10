package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed rollup-fee.md
var rollupFeePage string

var rollupFee = Rule{
	Name:     "rollup-fee",
	Title:    Message{"汇总的信息处理费少于成员之和", "fee of the total is less than that of its members"},
	Family:   Organs,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     rollupFeePage,
	Words:    feeWords,
	Always:   true, // the section of the fee may state it in other words
	Collect:  collectFee,
	CheckSet: checkRollupFee,
}

// checkRollupFee compares what a government says was taken with the sum of
// what its members say. Money is sometimes paid a year later than noticed, so
// only less than the members is reported.
func checkRollupFee(p *SetPass) {
	p.eachGroup(func(g *group) {
		if !g.sum.fee.stated {
			return // fee-missing says so
		}
		var total report.Number
		var shares []*Facts
		for _, m := range g.members {
			if m.fee.stated && m.fee.amount.Sign() > 0 {
				total = total.Add(m.fee.amount)
				shares = append(shares, m)
			}
		}
		if total.Cmp(g.sum.fee.amount) > 0 {
			p.flagRollupFee(g, shares, total)
		}
	})
}

// flagRollupFee names the members that took a fee.
func (p *SetPass) flagRollupFee(g *group, shares []*Facts, total report.Number) {
	own := g.sum.fee
	var related []Related
	formula := ""
	for i, m := range shares {
		if i == mostMembers {
			formula += " + …"
			break
		}
		forms, ok := p.Forms(g.sum, m)
		if !ok {
			return
		}
		name, amount := m.Organ, m.fee.amount.String()
		related = append(related, Related{
			Span:    forms[1].Report.File.Span(int(m.fee.start), int(m.fee.end)),
			Message: Message{fmt.Sprintf("%s %s元", name, amount), fmt.Sprintf("%s: %s yuan", name, amount)},
			Value:   amount,
		})
		if i > 0 {
			formula += " + "
		}
		formula += amount
	}
	forms, ok := p.Forms(g.sum)
	if !ok {
		return
	}
	p.Flag(g.sum, Diagnostic{
		Item:   "sum",
		AtMost: g.guessed(),
		Span:   forms[0].Report.File.Span(int(own.start), int(own.end)),
		Message: Message{
			fmt.Sprintf("信息处理费应不少于成员之和 %s元，实为 %s元，少 %s元", total, own.amount, total.Sub(own.amount)),
			fmt.Sprintf("the fee should be at least the sum of its members, %s yuan, is %s yuan", total, own.amount),
		},
		Label:    Message{"成员之和为 " + total.String() + "元", "members add up to " + total.String() + " yuan"},
		Expected: total.String(),
		Actual:   own.amount.String(),
		Related:  related,
		Formula:  fmt.Sprintf("%s = %s > %s", formula, total, own.amount),
		Help: Message{
			"核对成员报告与汇总的收费台账",
			"check the members' reports against the records of fees",
		},
		Basis: "国办函〔2020〕109号《政府信息公开信息处理费管理办法》；汇总报告包括各编制主体的收费",
	})
}
