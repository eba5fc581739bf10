package rules

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Diagnostic is one finding: where, what it should be, what it is, on what
// grounds, and what to do.
type Diagnostic struct {
	Rule     string   // set by Run
	Item     string   // the profile's identity, claim or label id, or ""
	Severity Severity // set by Run from the rule, the configuration and AtMost
	AtMost   Severity // caps the severity where the check rests on a guess; Off is no cap

	Span    report.Span // what is wrong, as small as it can be
	Message Message     // one line that stands alone, no full stop
	Label   Message     // a few words under the caret: 「应为 3」

	Ref              profile.Ref // the cell, when it is one
	Place            Message     // the cell in words: 「表三「（一）予以公开」「总计」」
	Expected, Actual string      // the figures, when the finding is about one

	Related []Related // operands, last year's cell, the other mention, in reading order
	Formula string    // 「3 + 0 + 0 = 3」: the same in every language
	Hint    Message   // what probably happened
	Help    Message   // what to do next
	Basis   string    // the clause it rests on, in Chinese
	Fixes   []Fix     // changes of form only, never of a figure
}

// Related is another place that has to do with a finding.
type Related struct {
	Span    report.Span
	Message Message // 「自然人 3」
	Value   string  // the figure there, as text
}

// Fix is a change of form that removes the finding.
type Fix struct {
	Title Message
	Safe  bool // an unsafe fix states a fact; it is applied on request only
	Edits []Edit
}

// Edit replaces a span of the file by New.
type Edit struct {
	Span report.Span
	New  string
}

// Skip says that a rule could not check something, and why.
type Skip struct {
	Rule   string
	File   *report.File
	Reason Message
}

// Result is what a run found, in stable order: by file, place, rule.
type Result struct {
	Diagnostics []Diagnostic
	Skipped     []Skip
	Rules       []*Rule       // that were applied, to some file at least
	Files       []FileSummary // the reports checked, also those without findings
	Reports     int           // reports checked
	PassedOver  int           // Markdown files that are no reports
	Suppressed  int           // findings that a comment with a reason allows
}

// FileSummary says whose report a file is. Findings name the file.
type FileSummary struct {
	File        *report.File
	Organ, Year string // "" when not known
}

// Identity tells findings of one file apart by what is wrong, not by where
// it stands: rule, item, cell, the figures and, where there is no cell, the
// text. It stays the same when lines move.
func (d *Diagnostic) Identity() string {
	parts := []string{d.Rule, d.Item, d.Ref.Table, d.Ref.Row, d.Ref.Column, d.Expected, d.Actual, d.Formula}
	for _, r := range d.Related {
		parts = append(parts, r.Value)
	}
	if d.Ref.IsZero() {
		parts = append(parts, report.Fold(d.Span.Text()), d.Message.ZH)
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
