package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed unit-jump.md
var unitJumpPage string

var unitJump = Rule{
	Name:       "unit-jump",
	Title:      Message{"金额与上年相差约一万倍", "amount about ten thousand times last year's"},
	Family:     Years,
	Severity:   Warning,
	Since:      "0.1.0",
	Page:       unitJumpPage,
	CheckYears: checkUnitJump,
}

// checkUnitJump finds amounts in 万元 that are about 10,000 times, or a
// 10,000th of, last year's: one of the two is in 元. The larger one is reported.
func checkUnitJump(p *SetPass, f, prior *Facts) {
	if prior.Profile != f.Profile {
		return
	}
	before, now := p.figures(prior), p.figures(f)
	for _, n := range p.amountsOf(f.Profile) {
		switch a, b := now.value(n), before.value(n); {
		case jumps(b, a):
			p.flagJump(f, prior, n, a, b)
		case jumps(a, b):
			p.flagJump(prior, f, n, b, a)
		}
	}
}

// amounts are the figures of a format in 万元.
type amounts struct {
	of      *profile.Profile
	figures []int
}

// amountsOf returns the figures of a format in 万元.
func (p *SetPass) amountsOf(of *profile.Profile) []int {
	if p.amounts.of != of {
		p.amounts = amounts{of, of.In("万元")}
	}
	return p.amounts.figures
}

// jumps reports whether to is 5,000 to 20,000 times from.
func jumps(from, to report.Number) bool {
	return from.Sign() > 0 && to.Cmp(from.Mul(report.Int(5000))) >= 0 && to.Cmp(from.Mul(report.Int(20000))) <= 0
}

// flagJump reports figure n of f, large beside that of the other year.
func (p *SetPass) flagJump(f, other *Facts, n int, large, small report.Number) {
	forms, ok := p.Forms(f, other)
	if !ok {
		return
	}
	ref := f.Profile.FigureRef(n)
	row, column := figureNames(f.Profile, n)
	place := f.Profile.Place(ref)
	p.Flag(f, Diagnostic{
		Item:   ref.Table + "/" + ref.Row,
		AtMost: guessed(f, other),
		Span:   forms[0].Cell(ref).Span,
		Ref:    ref,
		Place:  Message{place, place},
		Message: Message{
			fmt.Sprintf("「%s」%s 约为%d年报告 %s 的一万倍，疑似以元为单位填写（应为万元）", row, large, other.Year, small),
			fmt.Sprintf("%s: %s is about 10,000 times the %s of the %d report and probably in 元 instead of 万元", row, large, small, other.Year),
		},
		Label:   Message{"单位应为万元", "should be in 万元"},
		Actual:  large.String(),
		Related: []Related{{Span: forms[1].Cell(ref).Span, Message: Message{fmt.Sprintf("%d年 %s", other.Year, small), fmt.Sprintf("%d: %s", other.Year, small)}, Value: small.String()}},
		Help:    Message{"核对单位，以万元填写", "check the unit and give the amount in 万元"},
		Basis:   f.Profile.Basis + " " + f.Profile.Table(ref.Table).Name + "：" + column,
	})
}
