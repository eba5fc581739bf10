package rules

import (
	_ "embed"
	"fmt"
)

//go:embed period-wrong.md
var periodWrongPage string

var periodWrong = Rule{
	Name:     "period-wrong",
	Title:    Message{"统计期限有误", "wrong statistics period"},
	Family:   Dates,
	Severity: Error,
	Since:    "0.1.0",
	Page:     periodWrongPage,
	Check:    checkPeriodWrong,
}

// checkPeriodWrong compares the first statistics period that the report
// gives with its year.
func checkPeriodWrong(p *Pass) {
	year, ok := p.reportYear()
	if !ok {
		return
	}
	for q := range p.periods {
		if q.annual() || namesPeriod(q.sentence) {
			if !q.covers(year) && q.from.Exists() && q.to.Exists() { // else date-invalid has it
				p.flagPeriod(q, year)
			}
			return
		}
	}
}

func (p *Pass) flagPeriod(q period, year int) {
	from, to := q.complete(year)
	d := Diagnostic{
		AtMost: IfGuessed(p.Report.Meta.Year),
		Span:   q.place,
		Message: Message{
			fmt.Sprintf("统计期限应为%d年1月1日至12月31日，实为%s", year, q.text),
			fmt.Sprintf("the statistics period should be 1 January to 31 December %d, is %s", year, q.text),
		},
		Label:   Message{fmt.Sprintf("应为%d年全年", year), fmt.Sprintf("should be the whole of %d", year)},
		Related: p.yearStated(),
		Help:    Message{"核对统计期限；如数据确实不是全年的，应按全年重新统计", "correct the period, or count again for the whole year"},
		Basis:   p.Form.Law().Yearly + "：上一年度的年度报告",
	}
	if to.Before(from) && to.Month > 0 {
		d.Label = Message{"起止颠倒", "ends before it begins"}
	}
	p.Flag(d)
}
