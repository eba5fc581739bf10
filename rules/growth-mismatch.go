package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed growth-mismatch.md
var growthMismatchPage string

var growthMismatch = Rule{
	Name:       "growth-mismatch",
	Title:      Message{"增长数与两年的表不符", "growth differs from the tables of both years"},
	Family:     Years,
	Severity:   Warning,
	Since:      "0.1.0",
	Page:       growthMismatchPage,
	Words:      growthBases,
	Collect:    collectGrowth,
	CheckYears: checkGrowth,
}

// checkGrowth works out again how much more was received than last year. It
// speaks only of counts that are those of this year's table.
func checkGrowth(p *SetPass, f, prior *Facts) {
	for i := range f.growth {
		for j := range f.Profile.Growths {
			p.checkRate(f, prior, &f.growth[i], &f.Profile.Growths[j])
		}
	}
}

// checkRate compares one statement with each way to count.
func (p *SetPass) checkRate(f, prior *Facts, g *growthFact, def *profile.Growth) {
	before, now := p.figures(prior), p.figures(f)
	var base report.Number // last year's, counted as the statement counts
	for i := range def.Numbers {
		this, ok := now.sum(def.Numbers[i])
		last, too := before.sum(priorNumbers(def, i, f.Profile, prior.Profile))
		if !ok || !too || last.Sign() <= 0 {
			continue
		}
		if g.fits(last) {
			return
		}
		if base.IsZero() && this.Equal(g.count) {
			base = last
		}
	}
	if !base.IsZero() {
		p.flagGrowth(f, prior, g, def, base)
	}
}

// priorNumbers returns the figures of a sum in last year's format.
func priorNumbers(def *profile.Growth, sum int, own, prior *profile.Profile) []int {
	if own == prior {
		return def.Numbers[sum]
	}
	numbers := make([]int, 0, len(def.Numbers[sum]))
	for _, n := range def.Numbers[sum] {
		numbers = append(numbers, prior.Figure(own.FigureRef(n)))
	}
	return numbers
}

// flagGrowth reports the statement.
func (p *SetPass) flagGrowth(f, prior *Facts, g *growthFact, def *profile.Growth, last report.Number) {
	forms, ok := p.Forms(f, prior)
	if !ok {
		return
	}
	expected := g.expected(last)
	more := g.direction(last)
	span := forms[0].Report.File.Span(int(g.start), int(g.end))
	cell := forms[1].Cell(prior.Profile.FigureRef(priorNumbers(def, 0, f.Profile, prior.Profile)[0]))
	p.Flag(f, Diagnostic{
		Item:   def.ID,
		AtMost: guessed(f, prior),
		Span:   span,
		Message: Message{
			fmt.Sprintf("%s由 %s 到 %s，应为%s %s，实为「%s」", def.Name, last, g.count, more.ZH, expected, span.Text()),
			fmt.Sprintf("from %s to %s is %s %s, the text says %q", last, g.count, expected, more.EN, span.Text()),
		},
		Label:    Message{"应为" + more.ZH + " " + expected, "should be " + expected + " " + more.EN},
		Expected: expected,
		Actual:   g.rate.String(),
		Related:  []Related{{Span: cell.Span, Message: Message{fmt.Sprintf("%d年 %s", prior.Year, shown(cell)), fmt.Sprintf("%d: %s", prior.Year, shown(cell))}, Value: shown(cell)}},
		Formula:  g.formula(last),
		Help:     Message{"按两年的表重算；与别的口径比较的，写明口径", "work it out again from the tables of both years; if it compares something else, say so"},
		Basis:    def.Basis,
	})
}
