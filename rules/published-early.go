package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed published-early.md
var publishedEarlyPage string

var publishedEarly = Rule{
	Name:     "published-early",
	Title:    Message{"年度未结束就已公布", "published before the year was over"},
	Family:   Dates,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     publishedEarlyPage,
	Check:    checkPublishedEarly,
}

// checkPublishedEarly reports the date of publication, or else that of the
// sign-off, when it lies before the last day of the report year. A sign-off
// long before that has the wrong year: see signature-year.
func checkPublishedEarly(p *Pass) {
	year := p.Form.Year()
	when, ok := p.published()
	if !ok || !isEarly(when.date, year) {
		when, ok = p.signed()
		ok = ok && when.date.Year == year && when.date.Month == 12
	}
	if !ok || !isEarly(when.date, year) {
		return
	}
	p.Flag(Diagnostic{
		Span: when.place,
		Message: Message{
			fmt.Sprintf("%s应在%d年12月31日以后，实为%s：数据不是全年的", when.what().ZH, year, day(when.date)),
			fmt.Sprintf("%s should be after %d-12-31, is %s: the figures do not cover the year", when.what().EN, year, isoDay(when.date)),
		},
		Label:   Message{fmt.Sprintf("%d年还没有结束", year), fmt.Sprintf("%d was not over", year)},
		Related: p.yearStated(),
		Help:    Message{"日期写错的，改正；确在年底前编制的，按全年数据重新核对", "correct the date, or count again with the figures of the whole year"},
		Basis:   p.Form.Law().Yearly + "：上一年度的年度报告",
	})
}

func isEarly(d report.Date, year int) bool {
	return d.Before(report.Date{Year: year, Month: 12, Day: 31})
}
