package rules

import (
	_ "embed"
	"fmt"
)

//go:embed published-late.md
var publishedLatePage string

var publishedLate = Rule{
	Name:     "published-late",
	Title:    Message{"公布超过期限", "published late"},
	Family:   Dates,
	Severity: Error,
	Since:    "0.1.0",
	Page:     publishedLatePage,
	Check:    checkPublishedLate,
}

// checkPublishedLate compares the date of publication, or else that of the
// sign-off, with the deadline for the kind of organ.
func checkPublishedLate(p *Pass) {
	when, ok := p.published()
	if !ok {
		when, ok = p.signed()
	}
	if !ok {
		return // signature-missing says so
	}
	year, ok := p.reportYear()
	if !ok || when.signed && when.date.Year > year+1 {
		return // signature-year has it
	}
	kind := p.OrganKind()
	deadline := p.Form.Profile.Deadline(kind.Value)
	if deadline == nil || !deadline.Date(year).Before(when.date) {
		return
	}
	limit := deadline.Date(year)
	late := daysBetween(limit, when.date)
	d := Diagnostic{
		AtMost: mildest(when.atMost, IfGuessed(p.Report.Meta.Year), IfGuessed(kind), ifRecalled(deadline.Recalled)),
		Span:   when.place,
		Message: Message{
			fmt.Sprintf("%s应不晚于%s，实为%s，晚 %d 天", when.what().ZH, day(limit), day(when.date), late),
			fmt.Sprintf("%s should be no later than %s, is %s, %d day(s) late", when.what().EN, isoDay(limit), isoDay(when.date), late),
		},
		Label:    Message{fmt.Sprintf("晚 %d 天", late), fmt.Sprintf("%d day(s) late", late)},
		Expected: isoDay(limit),
		Actual:   isoDay(when.date),
		Help:     Message{"核对公布日期；确已逾期的，应向主管部门说明", "check the date; if the report is late, tell the supervising office"},
		Basis:    deadline.Basis,
	}
	if deadline.Customary {
		d.AtMost = Info
	}
	if when.signed {
		d.Help = Message{
			"落款日期不一定是公布日期：在文首元数据 published 中写明公布日期",
			"a report may be published before it is signed: state the date as published in the front matter",
		}
	}
	p.Flag(d)
}
