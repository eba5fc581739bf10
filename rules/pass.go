package rules

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Pass is what a rule gets to look at one report.
type Pass struct {
	Form   *profile.Form  // the report bound to its statutory format
	Report *report.Report // the same report as the parser read it

	rule   *Rule
	result *Result
}

// Flag adds a finding. Run fills in rule and severity.
func (p *Pass) Flag(d Diagnostic) {
	d.Rule = p.rule.Name
	p.result.Diagnostics = append(p.result.Diagnostics, d)
}

// Skip says that the rule could not check the report, and why.
func (p *Pass) Skip(reason Message) {
	p.result.Skipped = append(p.result.Skipped, Skip{Rule: p.rule.Name, File: p.Report.File, Reason: reason})
}

// SetPass is what a rule gets to look at all reports of a run.
type SetPass struct {
	rule   *Rule
	result *Result
}
