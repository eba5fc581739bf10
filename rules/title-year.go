package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
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
	switch {
	case p.Form.Written.Known() && year.Guessed():
		p.Flag(leftOver(p.Form))
		return
	case p.Form.Written.Known():
		p.Flag(misstated(p.Form))
		return
	case !year.Known() || year.Guessed():
		return
	}
	if hasYear(p.Report.Title.Text, year.Value) {
		return
	}
	years := titleYears(p.Report.Title)
	if len(years) == 0 {
		return
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
		Basis:    p.Form.Law().Yearly + "「上一年度」",
	}
	if !year.Span.IsZero() {
		d.Related = []Related{{Span: year.Span, Message: Message{zh, en}, Value: year.Value}}
	}
	p.Flag(d)
}

// leftOver reports a year in the title that period and sign-off contradict.
func leftOver(f *profile.Form) Diagnostic {
	year := f.Report.Meta.Year
	return Diagnostic{
		AtMost: Warning, // the year is stated nowhere
		Span:   year.Span,
		Message: Message{
			fmt.Sprintf("题名的年份应为 %s（统计期限和落款），实为 %s", f.Written.Value, year.Value),
			fmt.Sprintf("the year in the title should be %s (statistics period and signature), is %s", f.Written.Value, year.Value),
		},
		Label:    Message{"应为 " + f.Written.Value, "should be " + f.Written.Value},
		Expected: f.Written.Value,
		Actual:   year.Value,
		Related:  []Related{{Span: f.Written.Span, Message: Message{"落款", "signature"}}},
		Help:     Message{"核对哪一处写错了：题名，还是统计期限和落款", "find out which is wrong: the title, or period and signature"},
		Basis:    f.Law().Yearly + "「上一年度」",
	}
}

// misstated reports a year that title and statistics period both contradict,
// where it is stated or else at the title.
func misstated(f *profile.Form) Diagnostic {
	year := f.Report.Meta.Year
	zh, en := sourceOf(year)
	d := Diagnostic{
		Span: f.Written.Span,
		Message: Message{
			fmt.Sprintf("%s的报告年度应为 %s（题名和统计期限），实为 %s", zh, f.Written.Value, year.Value),
			fmt.Sprintf("the report year in the %s should be %s (title and statistics period), is %s", en, f.Written.Value, year.Value),
		},
		Expected: f.Written.Value,
		Actual:   year.Value,
		Help:     Message{"改正" + zh + "；如果题名和统计期限沿用了另一年的，改正它们", "correct the " + en + "; or title and period, if they are left over from another year"},
		Basis:    f.Law().Yearly + "「上一年度」",
	}
	if !year.Span.IsZero() {
		d.Span, d.Label = year.Span, Message{"应为 " + f.Written.Value, "should be " + f.Written.Value}
		d.Related = []Related{{Span: f.Written.Span, Message: Message{"题名", "title"}, Value: f.Written.Value}}
	}
	return d
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
