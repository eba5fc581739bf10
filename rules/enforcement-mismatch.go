package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed enforcement-mismatch.md
var enforcementMismatchPage string

var enforcementMismatch = Rule{
	Name:     "enforcement-mismatch",
	Title:    Message{"与同年的另一种报告不一致", "figure differs from another report of the year"},
	Family:   Organs,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     enforcementMismatchPage,
	CheckSet: checkEnforcement,
}

// checkEnforcement compares the figures that an organ gives in two kinds of
// reports of one year: the decisions in 表二 with its statistics of enforcement.
func checkEnforcement(p *SetPass) {
	for _, f := range p.Set.Reports {
		for i := range f.Profile.Counterparts {
			c := &f.Profile.Counterparts[i]
			if other := p.Set.Beside(f, c.Family); other != nil {
				p.compareCounterpart(f, other, c)
			}
		}
	}
}

// compareCounterpart reports a figure that equals none of the sums that it may
// stand for in the other report.
func (p *SetPass) compareCounterpart(f, other *Facts, c *profile.Counterpart) {
	value, ok := p.figures(f).sum([]int{f.Profile.Figure(c.Ref())})
	if !ok {
		return // row-missing and the like speak of it
	}
	theirs := p.figures(other)
	var first report.Number
	lost := true
	for _, refs := range c.Sums {
		sum, ok := theirs.sum(numbersOf(other.Profile, refs))
		switch {
		case !ok:
			continue
		case sum.Equal(value):
			return
		case lost:
			first, lost = sum, false
		}
	}
	if lost {
		p.Skip(f, Message{
			fmt.Sprintf("「%s」中没有可以与%s核对的数", other.Profile.Called(), f.Profile.Place(c.Ref())),
			fmt.Sprintf("%s has no figure to compare %s with", other.Profile.Called(), f.Profile.Place(c.Ref())),
		})
		return
	}
	if forms, ok := p.Forms(f, other); ok {
		p.Flag(f, counterpartDiffers(forms[0], forms[1], c, value, first))
	}
}

func numbersOf(p *profile.Profile, refs []profile.Ref) (numbers []int) {
	for _, ref := range refs {
		numbers = append(numbers, p.Figure(ref))
	}
	return numbers
}

// counterpartDiffers points at the figure and names those of the other report.
func counterpartDiffers(form, other *profile.Form, c *profile.Counterpart, value, expected report.Number) Diagnostic {
	cell, place := form.Cell(c.Ref()), form.Profile.Place(c.Ref())
	d := Diagnostic{
		Item:     c.ID,
		AtMost:   mildest(IfGuessed(form.Report.Meta.Organ), IfGuessed(other.Report.Meta.Organ)),
		Span:     cell.Span,
		Ref:      c.Ref(),
		Place:    Message{place, place},
		Expected: expected.String(),
		Actual:   shown(cell),
		Message: Message{
			fmt.Sprintf("%s为 %s，同年%s中是 %s", place, value, other.Profile.Called(), expected),
			fmt.Sprintf("%s is %s, in %s of the same year %s", place, value, other.Profile.Called(), expected),
		},
		Label: Message{"另一份报告中是 " + expected.String(), expected.String() + " in the other report"},
		Help: Message{
			"核对两份报告的口径：委托执法是否计入，按「宗」还是按决定计；口径确有不同的，写注释说明",
			"check how both reports count: delegated enforcement, cases or decisions; explain a difference in a comment",
		},
		Basis: c.Basis,
	}
	for _, refs := range c.Sums {
		for _, ref := range refs {
			if theirs := other.Cell(ref); theirs != nil && !relates(d.Related, theirs.Span) {
				name := other.Profile.Place(ref)
				d.Related = append(d.Related, Related{Span: theirs.Span, Message: Message{name, name}, Value: shown(theirs)})
			}
		}
	}
	return d
}

// relates reports whether a place is among those related.
func relates(all []Related, span report.Span) bool {
	for i := range all {
		if all[i].Span == span {
			return true
		}
	}
	return false
}
