package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed year-missing.md
var yearMissingPage string

var yearMissing = Rule{
	Name:     "year-missing",
	Title:    Message{"缺某一年度的报告", "report of a year is missing"},
	Family:   Years,
	Severity: Info,
	Since:    "0.1.0",
	Page:     yearMissingPage,
	CheckSet: checkYearMissing,
}

// checkYearMissing reports, at the report after them, the years between two
// reports of an organ that have none.
func checkYearMissing(p *SetPass) {
	for f, before := range p.Set.Years {
		if before.Year == f.Year-1 {
			continue
		}
		forms, ok := p.Forms(f, before)
		if !ok {
			continue
		}
		var years []string
		for year := before.Year + 1; year < f.Year; year++ {
			years = append(years, fmt.Sprint(year))
		}
		p.Flag(f, Diagnostic{
			AtMost: guessed(f, before),
			Span:   headline(forms[0]),
			Message: Message{
				fmt.Sprintf("「%s」缺%s年度的报告：之前有%d年的，之后有%d年的", f.Organ, strings.Join(years, "、"), before.Year, f.Year),
				fmt.Sprintf("%s has no report for %s: the one before is for %d, the next for %d", f.Organ, strings.Join(years, ", "), before.Year, f.Year),
			},
			Label:   Message{fmt.Sprintf("上一份是%d年的", before.Year), fmt.Sprintf("the one before is for %d", before.Year)},
			Related: []Related{{Span: headline(forms[1]), Message: Message{fmt.Sprintf("%d年报告", before.Year), fmt.Sprintf("the %d report", before.Year)}}},
			Help:    Message{"把缺的报告放入仓库；没有编制的，核对原因", "add the missing report, or find out why there is none"},
			Basis:   f.Profile.Law.Yearly + "：每年公布上一年度的报告",
		})
	}
}

// headline returns where a report names itself: its title, else the year in
// its front matter, else its beginning.
func headline(form *profile.Form) report.Span {
	r := form.Report
	switch {
	case !r.Title.IsZero():
		return r.Title.Span
	case !r.Meta.Year.Span.IsZero():
		return r.Meta.Year.Span
	}
	return r.File.Span(0, 0)
}
