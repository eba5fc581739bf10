package rules

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Figure returns a figure of the report, by the ids of its format; a blank one
// is 0. Where the report has no such figure, or none that can be read, it
// returns false and the rule is skipped: the report says why nothing was
// checked. Of a format that has no such figure the rule does not speak, and
// nothing is said.
func (p *Pass) Figure(ref profile.Ref) (report.Number, bool) {
	if p.Form.Profile.Figure(ref) < 0 {
		return report.Number{}, false
	}
	c := p.Form.Cell(ref)
	if c == nil || !c.Counts() {
		place := p.Form.Profile.Place(ref)
		p.Skip(Message{"报告没有「" + place + "」的数字，或读不出", "the report has no figure of " + place + " that can be read"})
		return report.Number{}, false
	}
	return c.Value, true
}

// At begins a finding about a cell that Figure has returned the figure of:
// where it stands, what it is called and what is written there.
func (p *Pass) At(ref profile.Ref) Diagnostic {
	d := Diagnostic{Ref: ref}
	d.Place.ZH = p.Form.Profile.Place(ref)
	d.Place.EN = d.Place.ZH
	if c := p.Form.Cell(ref); c != nil {
		d.Span, d.Actual = c.Span, c.Text
	}
	return d
}
