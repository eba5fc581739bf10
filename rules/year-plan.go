package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed year-plan.md
var yearPlanPage string

var yearPlan = Rule{
	Name:     "year-plan",
	Title:    Message{"计划的年份已经过去", "a plan for a year that is over"},
	Family:   Dates,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     yearPlanPage,
	Check:    checkYearPlan,
}

// checkYearPlan reports plans for the report year, or an earlier one: the
// report is written after it.
func checkYearPlan(p *Pass) {
	year := p.Form.Year()
	for _, m := range p.dates() {
		if m.Year > year || m.Year < year-1 || m.Month != 0 || !p.plans(m) || titleAround(p.textOf(m), m.at) != "" {
			continue
		}
		p.Flag(Diagnostic{
			Span: p.spanOf(m),
			Message: Message{
				fmt.Sprintf("下一步计划的年份应为%d年，实为%d年", year+1, m.Year),
				fmt.Sprintf("the year of the plan should be %d, is %d", year+1, m.Year),
			},
			Label:    Message{fmt.Sprintf("%d年已经结束", m.Year), fmt.Sprintf("%d is over", m.Year)},
			Expected: fmt.Sprint(year + 1),
			Actual:   fmt.Sprint(m.Year),
			Related:  p.yearStated(),
			Help:     Message{"改为下一年；如是沿用旧文本，内容也要核对", "name the next year; if the text is an old one, check what it says"},
			Basis:    p.Form.Profile.Basis,
		})
	}
}

// plans reports whether the date is the year of a plan: 2023年，我们将进一步,
// or a heading such as 2023年工作打算.
func (p *Pass) plans(m mention) bool {
	text := p.textOf(m)
	rest := text[m.at+m.size:]
	if !strings.HasSuffix(m.Text.Value, "年") && !strings.HasSuffix(m.Text.Value, "度") {
		return false // the first year of several
	}
	if b := &p.Report.Blocks[m.block]; b.Kind == report.Heading || b.Mark != report.NoMark {
		return p.prose.sectionOf(m.block) == "problems" && planHeading(rest)
	}
	before := text[cutBefore(text, m.at, clauseEnds):m.at]
	if o, ok := report.OrdinalAt(before); ok {
		before = before[o.Size:]
	}
	if report.TrimBlank(before) != "" {
		return false
	}
	if rest = strings.TrimPrefix(rest, "，"); rest == "" || !isHan(rest[0]) {
		rest = strings.TrimLeft(rest, "，, ")
	}
	return willDo(rest)
}
