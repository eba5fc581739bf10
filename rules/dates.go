package rules

import "github.com/gouji-lint/gouji/report"

// dates returns the dates in running text in order.
func (p *Pass) dates() []mention { return p.reading().dates }

// textOf returns the text of the block that a date stands in.
func (p *Pass) textOf(m mention) string { return p.Report.Blocks[m.block].Prose.Text }

// place returns where the date stands.
func (m mention) place() place { return place{m.block, m.at, m.at + m.size} }

// spanOf returns where the date stands in the file.
func (p *Pass) spanOf(m mention) report.Span { return p.spanAt(m.place()) }

// isSignature reports whether the date is that of the sign-off.
func (p *Pass) isSignature(m mention) bool {
	line, place := p.Report.SignOff.Raw.Span, p.spanOf(m)
	return !line.IsZero() && place.Start >= line.Start && place.End <= line.End
}

// reportYear returns the report year. When it is not known the rule cannot
// check the report, and says so.
func (p *Pass) reportYear() (year int, ok bool) {
	if year = p.Form.Year(); year > 0 || len(p.Report.Blocks) == 0 {
		return year, year > 0
	}
	p.Skip(Message{"不知道报告年度", "the report year is not known"})
	return 0, false
}

// yearStated points to where the report states its year, if it does.
func (p *Pass) yearStated() []Related {
	fact := p.Report.Meta.Year
	if fact.Span.IsZero() {
		return nil
	}
	return []Related{{
		Span:    fact.Span,
		Message: Message{"报告年度 " + fact.Value, "report year " + fact.Value},
		Value:   fact.Value,
	}}
}
