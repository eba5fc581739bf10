package rules

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Pass is what a rule gets to look at one report.
type Pass struct {
	Form   *profile.Form  // the report bound to its statutory format
	Report *report.Report // the same report as the parser read it

	checker *Checker
	rule    *Rule
	number  int // of the rule in the checker's list
	file    *FileResult
	buffers *buffers
	prose   *prose
	fees    *feeStatement // nil until a rule asks for it
	said    *said         // nil until a rule asks for it
	survey  *survey       // nil until a rule asks for it
	parts   []numbered    // nil until a rule asks for the outline
	found   []section     // nil until a rule asks for the sections
}

// Flag adds a finding. Run fills in rule and severity.
func (p *Pass) Flag(d Diagnostic) {
	d.Rule = p.rule.Name
	p.file.Diagnostics = append(p.file.Diagnostics, d)
}

// Skip says that the rule could not check the report, and why.
func (p *Pass) Skip(reason Message) {
	p.file.Skipped = append(p.file.Skipped, Skip{Rule: p.rule.Name, File: p.Report.File, Reason: reason})
}

// Encouraged caps a finding about form at Warning in the years in which the
// format was only encouraged, and where it is not known from its text;
// otherwise it is Off, no cap.
func (p *Pass) Encouraged() Severity {
	of := p.Form.Profile
	return ifRecalled(of.Free || of.Recalled || of.Years.Encouraged(p.Form.Year()))
}

// encouraged is Encouraged for a finding that rests on a table of the format.
func (p *Pass) encouraged(t *profile.Table) Severity {
	return mildest(p.Encouraged(), ifRecalled(t.Recalled))
}

// ifRecalled caps a finding at Warning where what it rests on was recalled,
// not read in its text; otherwise it is Off, no cap.
func ifRecalled(recalled bool) Severity {
	if recalled {
		return Warning
	}
	return Off
}

// IfGuessed caps a finding that rests on the fact at Warning when the fact
// was read out of the text; otherwise it is Off, no cap.
func IfGuessed(fact report.Fact) Severity {
	if fact.Guessed() {
		return Warning
	}
	return Off
}
