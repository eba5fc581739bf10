package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed fee-conflict.md
var feeConflictPage string

var feeConflict = Rule{
	Name:     "fee-conflict",
	Title:    Message{"信息处理费的说法矛盾", "statements on the fee contradict each other"},
	Family:   Fee,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     feeConflictPage,
	Words:    feeWords,
	Check:    checkFeeConflict,
}

// checkFeeConflict finds a denial beside an amount, or beside applications
// that were given up because a notice was not paid.
func checkFeeConflict(p *Pass) {
	if p.fee().class == feeAbsent {
		return
	}
	amount, cell := p.fee().amountOf(), p.givenUp()
	if amount == nil && cell == nil {
		return
	}
	denial := p.fee().wholeDenial()
	if denial == nil || denial.Span.File == nil {
		return
	}
	if amount != nil {
		flagConflict(p, denial, Related{
			Span:    amount.span,
			Message: Message{"此处写 " + amount.span.Text(), "here it says " + amount.span.Text()},
			Value:   amount.value.String(),
		}, Message{
			fmt.Sprintf("%s既写「%s」，又写 %s 元", p.fee().of.Name, denial.said(), amount.value),
			fmt.Sprintf("%s is said both not to have been charged and to be %s yuan", p.fee().of.Name, amount.value),
		})
		return
	}
	if !strings.Contains(denial.said(), "通知") && !noticeBehind(denial) {
		return
	}
	place := p.Form.Profile.Place(p.Form.Profile.Fee.Unpaid.Ref())
	flagConflict(p, denial, Related{
		Span:    cell.Span,
		Message: Message{place + " " + cell.Value.String(), place + " " + cell.Value.String()},
		Value:   cell.Value.String(),
	}, Message{
		fmt.Sprintf("正文写没有发出收费通知，但%s为 %s", place, cell.Value),
		fmt.Sprintf("no notice is said to have been sent, but %s is %s", place, cell.Value),
	})
}

// givenUp returns how many applications were given up as a notice was not
// paid; nil when none were.
func (p *Pass) givenUp() *report.Cell {
	fee := p.Form.Profile.Fee
	if fee == nil {
		return nil
	}
	cell := p.Form.Cell(fee.Unpaid.Ref())
	if cell == nil || cell.Kind != report.Figure || cell.Value.Sign() <= 0 {
		return nil
	}
	return cell
}

// wholeDenial returns the fact that denies for the whole year and the whole
// organ that anything was charged; nil when there is none. That an abolished
// fee was not charged is fee-regime's.
func (s *feeStatement) wholeDenial() *feeFact {
	for i := range s.facts {
		f := &s.facts[i]
		if f.denies() && !containsAny(f.Text, partialDenials) && (containsAny(f.Text, s.of.Names) || !containsAny(f.Text, s.of.Obsolete)) {
			return f
		}
	}
	return nil
}

// partialDenials make a denial one of a part: of some organs, of other years,
// of what was demanded.
var partialDenials = []string{"其他", "其它", "其余", "另", "除", "以外", "之外", "部分", "多数", "此前", "以前", "上年", "去年", "减免", "免收", "退", "实际", "到账", "逾期", "10件", "30页"}

// said returns the words that deny.
func (f *feeFact) said() string { return f.Text[f.denial[0]:f.denial[1]] }

// noticeBehind reports whether the words that deny go on with 收费通知.
func noticeBehind(f *feeFact) bool { return strings.Contains(clauseOf(f.Text[f.denial[0]:]), "通知") }

// amountOf returns an amount that was taken or demanded; nil when there is
// none.
func (s *feeStatement) amountOf() *feeFigure {
	for i := range s.facts {
		for j := range s.facts[i].figures {
			f := &s.facts[i].figures[j]
			if f.kind == feeYuan && f.value.Sign() > 0 && f.role != feeWaived && !containsAny(s.facts[i].Text, []string{"上年", "去年", "较", "减免"}) {
				return f
			}
		}
	}
	return nil
}

func flagConflict(p *Pass, denial *feeFact, other Related, m Message) {
	p.Flag(Diagnostic{
		Span:    denial.Slice(denial.denial[0], denial.denial[1]),
		Message: m,
		Label:   Message{"与另一处矛盾", "contradicts the other place"},
		Related: []Related{other},
		Help:    Message{"核对台账，改正其中一处", "check your records and correct one of the two"},
		Basis:   p.feeBasis(),
	})
}

// feeBasis returns the clause that the fee rests on.
func (p *Pass) feeBasis() string {
	for _, of := range [...]*profile.Profile{p.Form.ByYear, p.Form.Profile} {
		if of != nil && of.Fee != nil && of.Fee.Basis != "" {
			return of.Fee.Basis
		}
	}
	return ""
}
