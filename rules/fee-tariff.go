package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed fee-tariff.md
var feeTariffPage string

var feeTariff = Rule{
	Name:     "fee-tariff",
	Title:    Message{"信息处理费金额与收费标准不符", "amount does not fit the tariff"},
	Family:   Fee,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     feeTariffPage,
	Words:    feeWords,
	Check:    checkFeeTariff,
}

// checkFeeTariff holds amounts against the tariff. What was paid in part,
// reduced or given back tells nothing.
func checkFeeTariff(p *Pass) {
	duty := p.feeDuty()
	if duty == nil || len(duty.Tariffs) == 0 {
		return
	}
	for i := range p.fee().facts {
		f := &p.fee().facts[i]
		if containsAny(f.Text, []string{"部分", "减免", "退还", "退费", "尚未", "分期"}) {
			continue
		}
		charged, pages := f.charged(), f.pages()
		for j := range f.figures {
			if g := &f.figures[j]; g.kind == feeYuan && g.value.Sign() > 0 && !(g.role == feeCollected && charged) {
				checkAmount(p, duty, f, j, pages)
			}
		}
	}
}

// charged reports whether the fact also says how much was demanded: what was
// paid of it may be any amount.
func (f *feeFact) charged() bool {
	for i := range f.figures {
		if f.figures[i].kind == feeYuan && f.figures[i].role == feeCharged {
			return true
		}
	}
	return false
}

func checkAmount(p *Pass, duty *profile.Fee, f *feeFact, j int, pages *feeFigure) {
	amount := &f.figures[j]
	yuan, whole := int64Of(amount.value)
	step := duty.Step()
	items := f.itemsOf(j)
	switch {
	case pages != nil && (items == nil || items.value.Equal(report.Int(1))):
		checkPages(p, duty, amount, pages)
	case !whole || yuan%step != 0:
		flagAmount(p, duty, amount, nil, "", Message{
			fmt.Sprintf("%s应为 %d 元的整数倍，实为 %s 元", duty.Name, step, amount.value),
			fmt.Sprintf("%s should be a multiple of %d yuan, is %s", duty.Name, step, amount.value),
		})
	case items == nil || items.value.Sign() == 0:
	case items.value.Equal(report.Int(1)) && !duty.MayCost(yuan):
		flagAmount(p, duty, amount, items, "", Message{
			fmt.Sprintf("1 件申请收取 %d 元%s，按件、按量计算都得不出这个数", yuan, duty.Name),
			fmt.Sprintf("%d yuan of %s for one application fits neither tariff", yuan, duty.Name),
		})
	case items.value.Mul(report.Int(step)).Cmp(amount.value) > 0:
		flagAmount(p, duty, amount, items, "", Message{
			fmt.Sprintf("%s 件申请的%s应不少于 %s 元，实为 %d 元", items.value, duty.Name, items.value.Mul(report.Int(step)), yuan),
			fmt.Sprintf("%s for %s applications should be at least %s yuan, is %d", duty.Name, items.value, items.value.Mul(report.Int(step)), yuan),
		})
	}
}

// checkPages compares an amount with what a number of pages costs.
func checkPages(p *Pass, duty *profile.Fee, amount, pages *feeFigure) {
	n, _ := int64Of(pages.value)
	tariff := duty.Tariff("页")
	if tariff == nil {
		return
	}
	cost, ok := tariff.Cost(n)
	if !ok || amount.value.Equal(report.Int(cost)) {
		return
	}
	flagAmount(p, duty, amount, pages, fmt.Sprint(cost), Message{
		fmt.Sprintf("%d 页的%s应为 %d 元，实为 %s 元", n, duty.Name, cost, amount.value),
		fmt.Sprintf("%s for %d pages should be %d yuan, is %s", duty.Name, n, cost, amount.value),
	})
}

// int64Of returns a whole number as such, false when it is none.
func int64Of(n report.Number) (int64, bool) {
	r := n.Rat()
	return r.Num().Int64(), r.IsInt() && r.Num().IsInt64()
}

// itemsOf returns the count that the amount figures[j] is for: the one
// directly before it, nil when there is none or it is one of notices.
func (f *feeFact) itemsOf(j int) *feeFigure {
	if j == 0 || f.figures[j-1].kind != feeItems || f.figures[j-1].part != f.figures[j].part {
		return nil
	}
	return &f.figures[j-1]
}

// pages returns the one number of pages that a fact with one amount states.
func (f *feeFact) pages() (found *feeFigure) {
	amounts := 0
	for i := range f.figures {
		switch f.figures[i].kind {
		case feeYuan:
			amounts++
		case feePages:
			if found != nil {
				return nil
			}
			found = &f.figures[i]
		}
	}
	if amounts != 1 || found == nil || strings.Contains(f.Text, "按件") {
		return nil
	}
	return found
}

func flagAmount(p *Pass, duty *profile.Fee, amount, of *feeFigure, expected string, m Message) {
	d := Diagnostic{
		Span:     amount.span,
		Message:  m,
		Label:    Message{"与收费标准不符", "does not fit the tariff"},
		Expected: expected,
		Actual:   amount.value.String(),
		Help: Message{
			"按件、按量都以 10 元的整数倍计收；核对金额和单位（元、万元），只缴一部分的，写明应收和实收",
			"both tariffs charge multiples of 10 yuan; check the amount and its unit, and state what was demanded when only a part was paid",
		},
		Basis: duty.Basis + "第四条、第五条",
	}
	if of != nil {
		text := of.span.Text()
		d.Related = []Related{{Span: of.span, Message: Message{"计费的数量 " + text, "what is charged for: " + text}, Value: of.value.String()}}
	}
	p.Flag(d)
}
