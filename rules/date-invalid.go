package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed date-invalid.md
var dateInvalidPage string

var dateInvalid = Rule{
	Name:     "date-invalid",
	Title:    Message{"没有这一天", "no such day"},
	Family:   Dates,
	Severity: Error,
	Since:    "0.1.0",
	Page:     dateInvalidPage,
	Check:    checkDateInvalid,
}

// checkDateInvalid reports dates that the calendar does not have: in running
// text with the sign-off, and in the front matter.
func checkDateInvalid(p *Pass) {
	for _, m := range p.dates() {
		if !m.Exists() {
			p.flagNoDay(p.spanOf(m), m.Date, m.Form.Has(report.Dotted) && !p.isSignature(m))
		} else if size := unreadPart(m.Date, p.textOf(m)[m.at+m.size:]); size > 0 {
			m.size += size
			p.flagUnread(p.spanOf(m), p.textOf(m)[m.at:m.at+m.size])
		}
	}
	p.checkStatedDay()
}

// checkStatedDay judges the date of publication in the front matter.
func (p *Pass) checkStatedDay() {
	if published := p.Report.Meta.Published; published.Origin == report.FromMatter {
		if d, _ := report.DateAt(published.Value); !d.Exists() {
			p.flagNoDay(published.Span, d, false)
		}
		return
	}
	for _, f := range p.Report.Matter {
		if f.Key == "published" && report.TrimBlank(f.Value.Value) != "" {
			p.flagUnread(f.Value.Span, f.Value.Value)
		}
	}
}

// flagNoDay reports a date with a month or day that does not exist.
func (p *Pass) flagNoDay(place report.Span, d report.Date, doubtful bool) {
	diagnostic := Diagnostic{
		Span:    place,
		Message: Message{fmt.Sprintf("没有「%s」这一天", day(d)), fmt.Sprintf("there is no such day: %s", place.Text())},
		Label:   calendar(d),
		Help:    Message{"查对原件，改为实际日期", "look up the date and correct it"},
	}
	if doubtful { // 2023.2.30 may be the number of something
		diagnostic.AtMost = Warning
	}
	p.Flag(diagnostic)
}

func (p *Pass) flagUnread(place report.Span, text string) {
	p.Flag(Diagnostic{
		Span:    place,
		Message: Message{fmt.Sprintf("「%s」不是日期", text), fmt.Sprintf("%q is no date", text)},
		Label:   Message{"没有这样的年月日", "no such date"},
		Help:    Message{"查对原件，写全年、月、日", "look up the date and write year, month and day"},
	})
}
