// Package rules holds what gouji checks: one rule, one file of Go and one
// page of Markdown with the same stem. A Checker applies them to reports.
//
// Outside of gouji a rule is a struct literal just the same; gouji.Main takes
// it. Its Check asks Pass for figures and sentences and hands findings to
// Flag. What it cannot check it says with Skip.
//
// A rule reads; it never writes, prints or decides its own severity, and it
// compares no label text: package profile has matched every label once.
package rules

// Rule is one thing that can be wrong with a report. It is a struct literal
// in All.
type Rule struct {
	Name     string   // kebab-case, names the bad thing, and reads well after "allow"
	Title    Message  // a few words
	Family   Family   // for listings
	Severity Severity // unless the configuration says otherwise
	Since    string   // version of gouji that brought it
	Page     string   // Markdown: the doc, the `explain` text and a test at once
	// Words are the phrases that must occur in running text for Check, or
	// Collect, to be worth calling; Pass.Mentions yields the sentences that hold one. One
	// matcher looks for the words of all rules in one pass.
	Words []string
	// Claims stands for the words that lead to the claims of the profile: the
	// rule compares what running text says of the figures.
	Claims bool
	// Always has Check, or Collect, called also when no word occurs: the rule looks at
	// more than running text.
	Always bool

	// Exactly one of the three is set. CheckYears may be called by several
	// workers at once, each for other organs.
	Check      func(*Pass)                       // looks at one report
	CheckYears func(p *SetPass, f, prior *Facts) // looks at a report and the same organ's of the year before
	CheckSet   func(*SetPass)                    // looks at all reports of the run
	// Collect keeps what CheckYears or CheckSet needs of the text of one report.
	Collect func(*Pass, *Facts)
}

// Compares reports whether the rule compares reports with each other.
func (r *Rule) Compares() bool { return r.CheckYears != nil || r.CheckSet != nil }

// Family groups rules for people.
type Family string

// The families, in the order in which they are listed.
const (
	Document     Family = "document"
	Sections     Family = "sections"
	Tables       Family = "tables"
	Cells        Family = "cells"
	Arithmetic   Family = "arithmetic"
	Prose        Family = "prose"
	Fee          Family = "fee"
	Dates        Family = "dates"
	Years        Family = "years"
	Organs       Family = "organs"
	Writing      Family = "writing"
	Housekeeping Family = "housekeeping"
	Own          Family = "own" // rules of a repository or of a city, which gouji does not bring
)

// Severity says how bad a finding is. The driver decides it, never a rule.
type Severity uint8

// The severities, mildest first. Off is a rule that does not run.
const (
	Off Severity = iota
	Info
	Warning
	Error
)

// String returns off, info, warning or error.
func (s Severity) String() string { return [...]string{"off", "info", "warning", "error"}[s] }

// ParseSeverity reads what String writes.
func ParseSeverity(s string) (Severity, bool) {
	for v := Off; v <= Error; v++ {
		if v.String() == s {
			return v, true
		}
	}
	return Off, false
}

// Message is a text in the languages that gouji speaks.
type Message struct{ ZH, EN string }

// In returns the text for a language tag; everything but "en" is Chinese.
func (m Message) In(lang string) string {
	if lang == "en" {
		return m.EN
	}
	return m.ZH
}

// IsZero reports whether nothing is said.
func (m Message) IsZero() bool { return m.ZH == "" && m.EN == "" }
