package rules

import (
	_ "embed"

	"github.com/gouji-lint/gouji/report"
)

//go:embed signature-missing.md
var signatureMissingPage string

var signatureMissing = Rule{
	Name:     "signature-missing",
	Title:    Message{"落款不全", "signature missing"},
	Family:   Dates,
	Severity: Info,
	Since:    "0.1.0",
	Page:     signatureMissingPage,
	Check:    checkSignatureMissing,
}

// checkSignatureMissing reports once what the sign-off lacks: the organ, the
// date, or both.
func checkSignatureMissing(p *Pass) {
	if len(p.Report.Blocks) == 0 || p.Form.Profile.IsWhole() {
		return // a form to fill in says at its head whose it is
	}
	organ, date := p.Report.SignOff.Organ.Value != "", p.isDated()
	d := Diagnostic{
		Span:  p.lastLine(),
		Help:  Message{"在文末另起两行，写机关全称和成文日期", "end with two lines: the full name of the organ, and the date"},
		Basis: "GB/T 9704-2012 7.3.5",
	}
	switch {
	case organ && date, !organ && !date && p.datedElsewhere():
		return
	case organ && p.Report.SignOff.Raw.Value != "":
		d.Item, d.Span = "date", p.Report.SignOff.Raw.Span
		d.Message = Message{"落款日期没有写全", "the date of the signature is not complete"}
		d.Label = Message{"应有年、月、日", "year, month and day belong here"}
	case organ:
		d.Item, d.Span = "date", p.Report.SignOff.Organ.Span
		d.Message = Message{"落款只有机关名称，没有日期", "the signature has no date"}
		d.Label = Message{"下一行应为日期", "the date belongs below"}
	case date:
		d.Item, d.Span = "organ", p.Report.SignOff.Raw.Span
		d.Message = Message{"落款只有日期，没有机关名称", "the signature has no organ"}
		d.Label = Message{"上一行应为机关名称", "the organ belongs above"}
	default:
		d.Message = Message{"文末没有落款：缺机关名称和日期", "the report is not signed: no organ and no date"}
		d.Label = Message{"落款应在这之后", "the signature belongs below"}
	}
	p.Flag(d)
}

// datedElsewhere reports whether a line above the text, as web pages have it,
// or a line of its own behind it tells the date.
func (p *Pass) datedElsewhere() bool {
	if p.Report.Meta.Published.Origin == report.FromText {
		return true
	}
	for _, m := range p.dates() {
		if m.Whole() && m.block > len(p.Report.Blocks)/2 && m.size == len(p.textOf(m)) {
			return true
		}
	}
	return false
}

// isDated reports whether the sign-off has year, month and day. A date that
// lost its signs, 2024117日, is date-garbled's.
func (p *Pass) isDated() bool {
	signOff := &p.Report.SignOff
	return signOff.Date.Whole() || garbledDate(signOff.Raw.Value) != ""
}

// lastLine returns the place of the last sentence or table row of the report.
func (p *Pass) lastLine() (place report.Span) {
	blocks := p.Report.Blocks
	last := &blocks[len(blocks)-1]
	place = last.Span
	if t := last.Table; t != nil && len(t.Rows) > 0 {
		return t.Rows[len(t.Rows)-1].Span
	}
	last.Prose.EachSentence(func(s report.Prose) bool {
		place = s.Span
		return true
	})
	return place
}
