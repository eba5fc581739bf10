package rules

import (
	_ "embed"

	"github.com/gouji-lint/gouji/report"
)

//go:embed date-form.md
var dateFormPage string

var dateForm = Rule{
	Name:     "date-form",
	Title:    Message{"日期写法不规范", "unusual form of date"},
	Family:   Dates,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     dateFormPage,
	Check:    checkDateForm,
}

const dateBasis = "GB/T 9704-2012 7.3.5.4：用阿拉伯数字将年、月、日标全，年份应标全称，月、日不编虚位"

// checkDateForm reports each unusual form of dates once. Points and Chinese
// numerals are judged in the sign-off only: elsewhere they may be quoted.
func checkDateForm(p *Pass) {
	var zeros, shorts, untils []place
	for _, m := range p.dates() {
		text := p.textOf(m)
		zero := m.Form.Has(report.ZeroPadded) && !m.Form.Has(report.Dotted)
		short := m.Form.Has(report.ShortYear)
		until := untilAt(text, m.at)
		if !zero && !short && until < 0 || titleAround(text, m.at) != "" {
			continue
		}
		if zero {
			zeros = append(zeros, m.place())
		}
		if short {
			shorts = append(shorts, m.place())
		}
		if until >= 0 {
			untils = append(untils, place{m.block, until, until + len("截止")})
		}
	}
	p.flagHabit(habit{
		item: "zero", places: zeros, basis: dateBasis,
		name: Message{"月、日前不加 0", "no zero before month or day"},
		fix:  func(text string, i, j int) (string, bool) { return unpadded(text[i:j]), true },
	})
	p.flagHabit(habit{
		item: "short-year", places: shorts, basis: dateBasis, atMost: Info,
		name: Message{"年份应写四位", "a year has four digits"},
		fix:  func(text string, i, j int) (string, bool) { return fullYear(text[i:j]), true },
	})
	p.flagHabit(habit{
		item: "until", places: untils, atMost: Info,
		name: Message{"「截止」后接日期，应为「截至」", "截止 before a date should be 截至"},
		fix:  func(string, int, int) (string, bool) { return "截至", true },
	})
	p.checkSignedForm()
}

// checkSignedForm judges how the date of the sign-off is written.
func (p *Pass) checkSignedForm() {
	d := p.Report.SignOff.Date
	if d.Form&(report.ChineseDigits|report.Dotted) == 0 || !d.Whole() || !d.Exists() {
		return
	}
	for _, m := range p.dates() {
		if !p.isSignature(m) {
			continue
		}
		h := habit{
			places: []place{m.place()}, basis: dateBasis,
			fix: func(string, int, int) (string, bool) { return day(d), true },
		}
		switch {
		case d.Form.Has(report.ChineseDigits):
			h.item, h.name = "chinese", Message{"落款日期应用阿拉伯数字", "the date of the signature is written in Arabic figures"}
		case d.Form.Has(report.Dotted):
			h.item, h.name = "dotted", Message{"落款日期应写「年」「月」「日」", "the date of the signature is written with 年, 月 and 日"}
		default:
			return
		}
		p.flagHabit(h)
	}
}
