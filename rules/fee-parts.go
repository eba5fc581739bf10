package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed fee-parts.md
var feePartsPage string

var feeParts = Rule{
	Name:     "fee-parts",
	Title:    Message{"信息处理费各单位之和不等于总数", "fees of the parts do not add up to the total"},
	Family:   Fee,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     feePartsPage,
	Words:    feeWords,
	Check:    checkFeeParts,
}

// checkFeeParts adds up what stands behind 其中, counts and amounts apart.
func checkFeeParts(p *Pass) {
	facts := p.fee().facts
	for i := 0; i < len(facts); {
		end := i + 1
		for end < len(facts) && facts[end].Block == facts[i].Block {
			end++
		}
		text := p.Report.Blocks[facts[i].Block].Prose.Text
		if j := strings.Index(text, "其中"); j >= 0 && !openWord(strings.TrimPrefix(text[j:], "其中")) {
			for _, kind := range [...]feeKind{feeItems, feeYuan} {
				checkFeeSum(p, facts[i:end], kind)
			}
		}
		i = end
	}
}

// checkFeeSum compares the total of one kind with the sum of its parts. A
// list of one part, or of few, may name only some.
func checkFeeSum(p *Pass, facts []feeFact, kind feeKind) {
	var total *feeFigure
	var parts []*feeFigure
	for i := range facts {
		for j := range facts[i].figures {
			switch f := &facts[i].figures[j]; {
			case f.kind != kind || f.role == feeWaived:
			case f.part:
				parts = append(parts, f)
			default:
				total = f
			}
		}
	}
	if total == nil || len(parts) == 0 {
		return
	}
	sum := report.Number{}
	for _, f := range parts {
		sum = sum.Add(f.value)
	}
	few := len(parts) == 1 || sum.Mul(report.Int(10)).Cmp(total.value.Mul(report.Int(7))) < 0
	if sum.Equal(total.value) || few && sum.Cmp(total.value) < 0 {
		return
	}
	flagFeeSum(p, total, parts, sum)
}

func flagFeeSum(p *Pass, total *feeFigure, parts []*feeFigure, sum report.Number) {
	unit, name, english := "元", "收取的金额", "amount charged"
	if total.kind == feeItems {
		unit, name, english = "件", "收取的件数", "number of charged applications"
	}
	var shown []string
	d := Diagnostic{
		Item: map[feeKind]string{feeItems: "items", feeYuan: "amount"}[total.kind],
		Span: total.span,
		Message: Message{
			fmt.Sprintf("%s应为各单位之和 %s %s，实为 %s %s，%s", name, sum, unit, total.value, unit, difference(sum, total.value)),
			fmt.Sprintf("the %s should be the sum of its parts, %s, is %s", english, sum, total.value),
		},
		Label:    Message{"各单位之和为 " + sum.String(), "the parts add up to " + sum.String()},
		Expected: sum.String(),
		Actual:   total.value.String(),
		Help:     Message{"核对总数和各单位的数；没有列全的，写明「等」", "check the total and its parts; say so when not all are listed"},
		Basis:    p.fee().of.Basis,
	}
	for _, f := range parts {
		shown = append(shown, f.value.String())
		d.Related = append(d.Related, Related{Span: f.span, Message: Message{"其中 " + f.value.String(), "part " + f.value.String()}, Value: f.value.String()})
	}
	d.Formula = fmt.Sprintf("%s = %s ≠ %s", strings.Join(shown, " + "), sum, total.value)
	p.Flag(d)
}
