package rules

import (
	"hash/maphash"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Facts is what stays of a report when its own rules ran and its text is gone:
// enough to compare it with the reports of other years and organs, in about a
// kilobyte. Facts do not change.
type Facts struct {
	File      string
	Organ     string // "" when it is not known
	Year      int    // 0 when it is not known
	Guessed   bool   // organ or year was read out of the text
	Published string // "2024-01-17", as far as known
	Scope     string // own or aggregate, as far as the report says
	Profile   *profile.Profile

	figures []byte      // see encodeFigures
	texts   []textFacts // of the sections that each year's report writes anew

	growth []growthFact // what its text says of last year
	fee    feeFacts     // what was charged for information
	source uint64       // hash of the text, to tell whether it is still the same
}

// facts gathers what the rules that look at all reports need of this one,
// whether or not they are on for it: other reports are compared with it.
func (c *Checker) facts(p *Pass) *Facts {
	r, buffer := p.Report, make([]byte, 0, 512)
	f := &Facts{
		File: r.File.Name,
		// Cloned, as a slice would keep the text.
		Organ:     strings.Clone(r.Meta.Organ.Value),
		Year:      p.Form.Year(),
		Guessed:   r.Meta.Organ.Guessed() || r.Meta.Year.Guessed() || p.Form.Written.Known(),
		Published: strings.Clone(r.Meta.Published.Value),
		Scope:     strings.Clone(r.Meta.Scope.Value),
		Profile:   p.Form.Profile,
		figures:   slices.Clone(encodeFigures(buffer, p.Form, p.surveyed())),
		source:    c.hash(r.File),
	}
	for i, rule := range c.rules {
		if rule.Collect != nil && (len(rule.Words) == 0 || rule.Always || p.prose.mentions(i)) {
			p.rule, p.number = rule, i
			rule.Collect(p, f)
		}
	}
	return f
}

// hash tells whether a text is still the same. maphash.String would take it in
// pieces of 128 bytes.
func (c *Checker) hash(f *report.File) uint64 { return maphash.Comparable(c.seed, f.Src) }

// Value returns a figure, a blank one as 0. It returns false when the report
// has no such figure, or none that can be read.
func (f *Facts) Value(ref profile.Ref) (report.Number, bool) {
	var all figures
	all.decode(f)
	return all.sum([]int{f.Profile.Figure(ref)})
}

// family returns the kind of report.
func (f *Facts) family() string {
	if f.Profile == nil {
		return ""
	}
	return f.Profile.Family
}

// guessed caps a finding at Warning when the organ or the year of a report
// that it rests on was read out of its text; otherwise it is Off, no cap.
func guessed(reports ...*Facts) Severity {
	for _, f := range reports {
		if f.Guessed {
			return Warning
		}
	}
	return Off
}
