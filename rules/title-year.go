package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed title-year.md
var titleYearPage string

var titleYear = Rule{
	Name:     "title-year",
	Title:    Message{"题名的年份与报告年度不符", "year in the title is not the report year"},
	Family:   Document,
	Severity: Error,
	Since:    "0.1.0",
	Page:     titleYearPage,
	Check:    checkTitleYear,
}

// checkTitleYear compares the year in the title with the one that the front
// matter, the configuration or the path states.
func checkTitleYear(p *Pass) {
	year := p.Report.Meta.Year
	if !year.Known() || year.Guessed() {
		return
	}
	years := titleYears(p.Report.Title)
	if len(years) == 0 {
		return
	}
	for _, y := range years {
		if y.Value == year.Value {
			return
		}
	}
	zh, en := sourceOf(year)
	d := Diagnostic{
		Span: years[0].Span,
		Message: Message{
			fmt.Sprintf("题名的年份应为 %s（%s），实为 %s", year.Value, zh, years[0].Value),
			fmt.Sprintf("the year in the title should be %s (%s), is %s", year.Value, en, years[0].Value),
		},
		Label:    Message{"应为 " + year.Value, "should be " + year.Value},
		Expected: year.Value,
		Actual:   years[0].Value,
		Help:     Message{"核对哪一处写错了：题名，还是" + zh, "find out which is wrong, the title or the " + en},
		Basis:    p.Form.Profile.Law.Yearly + "「上一年度」",
	}
	if !year.Span.IsZero() {
		d.Related = []Related{{Span: year.Span, Message: Message{zh, en}, Value: year.Value}}
	}
	p.Flag(d)
}

// sourceOf names where a stated fact comes from.
func sourceOf(f report.Fact) (zh, en string) {
	switch f.Origin {
	case report.FromMatter:
		return "文件头", "front matter"
	case report.FromConfig:
		return "配置文件", "configuration"
	case report.FromPath:
		return "文件路径", "path of the file"
	}
	return "正文", "text"
}
