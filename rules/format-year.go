package rules

import (
	_ "embed"
	"fmt"
)

//go:embed format-year.md
var formatYearPage string

var formatYear = Rule{
	Name:     "format-year",
	Title:    Message{"表格与报告年度的格式不符", "tables of another year's format"},
	Family:   Document,
	Severity: Error,
	Since:    "0.1.0",
	Page:     formatYearPage,
	Check:    checkFormatYear,
}

// checkFormatYear compares the format that the labels of the tables tell with
// the one that the report year calls for. It also says, once for a report,
// what is not checked where no format was prescribed.
func checkFormatYear(p *Pass) {
	f := p.Form
	if note := f.Profile.Note; note.ZH != "" {
		p.Skip(Message(note))
	}
	switch {
	case unread(p.Report):
	case f.Year() == 0 && f.Told != nil:
		p.Skip(Message{"报告年度不明，未核对表格格式与年度是否相符", "the report year is not known: the format of the tables was not compared with it"})
	case f.Telling != nil:
		p.Flag(p.otherFormat())
	}
}

func (p *Pass) otherFormat() Diagnostic {
	f := p.Form
	d := Diagnostic{
		AtMost: mildest(IfGuessed(p.Report.Meta.Year), ifRecalled(f.Told.AnyRecalled() || f.ByYear.AnyRecalled())),
		Span:   f.Telling.Span,
		Message: Message{
			fmt.Sprintf("%d年度报告的表格应为%s，实为%s", f.Year(), f.ByYear.Name.ZH, f.Told.Name.ZH),
			fmt.Sprintf("the tables of a report for %d should be of the %s, are of the %s", f.Year(), f.ByYear.Name.EN, f.Told.Name.EN),
		},
		Label:    Message{f.Told.Name.ZH + "才有", "only in the " + f.Told.Name.EN},
		Expected: f.ByYear.Basis,
		Actual:   f.Told.Basis,
		Help:     Message{"改用" + f.ByYear.Basis + "所附表格；年度写错的，改年度", "use the tables of the right format, or correct the year"},
		Basis:    f.ByYear.Basis,
	}
	if f.Told.Years.From > f.ByYear.Years.From {
		d.AtMost = Warning // ahead of its time, not behind: hardly by mistake
	}
	if year := p.Report.Meta.Year.Span; !year.IsZero() {
		d.Related = []Related{{Span: year, Message: Message{"报告年度", "report year"}, Value: p.Report.Meta.Year.Value}}
	}
	return d
}
