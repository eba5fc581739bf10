package mutation

import (
	"slices"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Verdict says what became of a mutation.
type Verdict struct {
	*Mutation
	Found []Finding
}

// Finding is what a rule said about a mutation.
type Finding struct {
	Rule    string
	Message string
	Place   Place
	Right   bool // of a rule that may say it, for the first time
	Placed  bool // at a place of the mutation
	Beside  bool // elsewhere, but names a place of the mutation as related
}

// Caught reports whether a rule found what is wrong.
func (v *Verdict) Caught() bool {
	return slices.ContainsFunc(v.Found, func(f Finding) bool { return f.Right })
}

// Placed reports whether a rule found what is wrong where it is.
func (v *Verdict) Placed() bool {
	return slices.ContainsFunc(v.Found, func(f Finding) bool { return f.Right && f.Placed })
}

// Beside reports whether rules found what is wrong elsewhere and named the
// place as related only.
func (v *Verdict) Beside() bool {
	return !v.Placed() && slices.ContainsFunc(v.Found, func(f Finding) bool { return f.Right && f.Beside })
}

// Extra returns how many findings there are besides.
func (v *Verdict) Extra() (n int) {
	for _, f := range v.Found {
		if !f.Right {
			n++
		}
	}
	return n
}

// Check runs all rules over the mutation.
func Check(c *rules.Checker, m *Mutation) Verdict {
	v := Verdict{Mutation: m}
	result := c.Finish([]*rules.FileResult{c.Report(bind(m.Text), nil)})
	for i := range result.Diagnostics {
		d := &result.Diagnostics[i]
		f := Finding{Rule: d.Rule, Message: d.Message.ZH, Place: Place{d.Span.Start, d.Span.End}, Placed: m.at(d.Span)}
		f.Beside = !f.Placed && slices.ContainsFunc(d.Related, func(r rules.Related) bool { return m.at(r.Span) })
		v.Found = append(v.Found, f)
	}
	for _, rule := range m.Rules {
		v.accept(rule)
	}
	return v
}

// accept takes the best finding of a rule for right. One more is too many: one
// fault is one finding.
func (v *Verdict) accept(rule string) {
	best := -1
	for i, f := range v.Found {
		if f.Rule == rule && !f.Right && (best < 0 || f.rank() > v.Found[best].rank()) {
			best = i
		}
	}
	if best >= 0 {
		v.Found[best].Right = true
	}
}

func (f *Finding) rank() int {
	switch {
	case f.Placed:
		return 2
	case f.Beside:
		return 1
	}
	return 0
}

// at reports whether a span touches a place of the mutation.
func (m *Mutation) at(s report.Span) bool {
	return slices.ContainsFunc(m.Places, func(p Place) bool { return p.touches(s) })
}
