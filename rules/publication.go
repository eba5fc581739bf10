package rules

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// publication is a day on which the report was published or signed.
type publication struct {
	date   report.Date
	place  report.Span
	signed bool     // it is the date of the sign-off, which need not be that of publication
	atMost Severity // for what rests on it
}

// published returns the stated date of publication, if there is a real one.
func (p *Pass) published() (publication, bool) {
	fact := p.Report.Meta.Published
	d, size := report.DateAt(fact.Value)
	if size == 0 || !d.Whole() || !d.Exists() {
		return publication{}, false
	}
	place := fact.Span
	if place.IsZero() {
		place = p.Report.Title.Span
	}
	return publication{date: d, place: place, atMost: IfGuessed(fact)}, true
}

// signed returns the date of the sign-off, if there is a real one.
func (p *Pass) signed() (publication, bool) {
	d := p.Report.SignOff.Date
	if !d.Whole() || !d.Exists() {
		return publication{}, false
	}
	return publication{date: d, place: p.Report.SignOff.Raw.Span, signed: true, atMost: Warning}, true
}

// what names the date in messages.
func (d publication) what() Message {
	if d.signed {
		return Message{"落款日期", "the date of the signature"}
	}
	return Message{"公布日期", "the date of publication"}
}

// OrganKind returns the kind of the organ. When nobody stated it, it is told
// by the name of the organ.
func (p *Pass) OrganKind() report.Fact { return p.prose.kind }

func organKind(r *report.Report) report.Fact {
	meta := &r.Meta
	if meta.Kind.Known() {
		return meta.Kind
	}
	return report.Fact{Value: profile.KindOf(meta.Organ.Value), Origin: report.FromText, Span: meta.Organ.Span}
}
