package rules

import (
	_ "embed"
	"fmt"
	"strings"
	"time"

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

// unreadPart returns the bytes of a month or day that goes on from the date
// and can be none, such as 00月 or 310日.
func unreadPart(d report.Date, rest string) int {
	blank := report.BlankAt(rest)
	digits := 0
	for blank+digits < len(rest) && rest[blank+digits]-'0' <= 9 {
		digits++
	}
	if digits == 0 || strings.HasSuffix(d.Text.Value, "度") {
		return 0
	}
	unit := ""
	switch after := rest[blank+digits:]; {
	case d.Year > 0 && d.Month == 0 && strings.HasPrefix(after, "月"):
		unit = "月"
	case d.Month > 0 && d.Day == 0 && strings.HasPrefix(after, "日"):
		unit = "日"
	default:
		return 0
	}
	return blank + digits + len(unit)
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

// calendar says what the calendar has instead.
func calendar(d report.Date) Message {
	if d.Month > 12 {
		return Message{"一年只有 12 个月", "a year has 12 months"}
	}
	year := d.Year
	if year == 0 {
		year = 2000
	}
	last := time.Date(year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	month := report.Date{Year: d.Year, Month: d.Month}
	return Message{
		fmt.Sprintf("%s只有 %d 天", day(month), last),
		fmt.Sprintf("%s has %d days", time.Month(d.Month), last),
	}
}
