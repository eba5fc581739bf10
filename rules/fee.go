package rules

import (
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// feeStatement is what a report says about 信息处理费. All rules of the
// family share one reading of it; see Pass.fee.
type feeStatement struct {
	of      *profile.Fee // of the report year, or else of the tables; nil when neither knows any
	class   feeClass
	facts   []feeFact
	recital []Sentence // speak of the fee, but not of what was charged this year
}

// feeClass sums up the facts.
type feeClass uint8

const (
	feeAbsent feeClass = iota // no fact
	feeNone                   // nothing was charged
	feeAmount                 // so much was taken
	feeNotice                 // so many notices, over so much
	feeMixed                  // nothing was charged, and so much was taken
)

// feeFact is a sentence, or a row of the fee table, that says what was charged.
type feeFact struct {
	Sentence
	denial  [2]int // in Text; empty when nothing is denied
	figures []feeFigure
}

// feeFigure is a count or an amount of a fact.
type feeFigure struct {
	kind    feeKind
	role    feeRole
	part    bool // behind 其中
	value   report.Number
	span    report.Span
	at, end int // in Text
}

type feeKind uint8

const (
	feeItems feeKind = iota // 件
	feeYuan
	feePages
)

// feeRole says what happened to an amount.
type feeRole uint8

const (
	feeUnknown feeRole = iota
	feeCharged         // a notice was sent
	feeCollected
	feeWaived
)

// denies reports whether the fact says that nothing was charged.
func (f *feeFact) denies() bool { return f.denial[1] > 0 }

// fee returns what the report says about the fee, read when first asked for.
func (p *Pass) fee() *feeStatement {
	if p.fees == nil {
		p.fees = readFee(p)
	}
	return p.fees
}

// feeDuty returns what the format of the report year says about the fee, nil
// when that year knows no duty to state it. Old tables do not end the duty.
func (p *Pass) feeDuty() *profile.Fee {
	of := p.Form.ByYear
	if of == nil && p.Form.Year() == 0 {
		of = p.Form.Profile
	}
	if of == nil || of.Fee == nil || of.Fee.Section == "" {
		return nil
	}
	return of.Fee
}

// within returns the facts that stand in the section, or outside it.
func (s *feeStatement) within(section string, inside bool) (found []*feeFact) {
	for i := range s.facts {
		if (s.facts[i].Section == section) == inside {
			found = append(found, &s.facts[i])
		}
	}
	return found
}

// stands reports whether the block holds a fact about the fee.
func (s *feeStatement) stands(block int) bool {
	return slices.ContainsFunc(s.facts, func(f feeFact) bool { return f.Block == block })
}

// positive reports whether the fact has an amount or count above 0.
func (f *feeFact) positive() bool {
	for i := range f.figures {
		if g := &f.figures[i]; g.kind != feePages && g.role != feeWaived && g.value.Sign() > 0 {
			return true
		}
	}
	return false
}

// zero returns the place of a figure that says that nothing was charged:
// 0元, 0件.
func (f *feeFact) zero() (at, end int) {
	for i := range f.figures {
		if g := &f.figures[i]; g.kind != feePages && !g.part && g.value.IsZero() {
			return g.at, g.end
		}
	}
	return 0, 0
}

// classify sums up the facts.
func (s *feeStatement) classify() feeClass {
	denied, notice, amount := false, false, false
	for i := range s.facts {
		f := &s.facts[i]
		denied = denied || f.denies()
		for j := range f.figures {
			g := &f.figures[j]
			switch {
			case g.value.Sign() <= 0 || g.kind == feePages || g.role == feeWaived:
			case g.role == feeCharged:
				notice = true
			default:
				amount = true
			}
		}
	}
	switch {
	case notice:
		return feeNotice
	case denied && amount:
		return feeMixed
	case amount:
		return feeAmount
	case denied:
		return feeNone
	}
	return feeAbsent
}
