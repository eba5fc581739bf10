package rules

import (
	"errors"
	"hash/maphash"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// SetPass is what a rule gets to look at all reports of a run. The texts are
// gone; a rule that has found something reads them again for the places.
type SetPass struct {
	Set *Set

	rule    *Rule
	run     *setRun
	decoded [2]*figures // those last asked for, the latest first
	links   goingOn     // those last asked for
}

// setRun is what all rules of a run over a set share.
type setRun struct {
	checker *Checker
	results map[*Facts]*FileResult
	read    Reader
	opened  [8]*profile.Form // read again last, by age
	next    int              // in opened
}

// Reader reads a report once more. It gets the file as Report saw it, without
// its text when that was let go, and returns a form that stays.
type Reader func(*report.File) (*profile.Form, error)

// Set runs the rules that look at all reports, after Report has run on each
// and before Finish. Results without Facts take no part.
func (c *Checker) Set(results []*FileResult, organs []report.Organ, read Reader) {
	if !c.sets {
		return
	}
	run := &setRun{checker: c, results: make(map[*Facts]*FileResult, len(results)), read: read}
	var reports []*Facts
	for _, f := range results {
		if f.Facts != nil {
			run.results[f.Facts] = f
			reports = append(reports, f.Facts)
			f.compared = len(results) > 1
		}
	}
	p := &SetPass{Set: NewSet(reports, organs), run: run, decoded: [2]*figures{{}, {}}}
	for _, rule := range c.rules {
		if rule.CheckSet != nil && on(rule, results) {
			p.rule = rule
			p.skipUnknown()
			rule.CheckSet(p)
		}
	}
}

// skipUnknown says which reports are compared with none.
func (p *SetPass) skipUnknown() {
	if len(p.Set.Reports) == 0 {
		return
	}
	for _, f := range p.Set.Unknown {
		p.Skip(f, Message{
			"不知道机关或年度，没有与其他报告核对",
			"organ or year is not known, so the report is compared with no other",
		})
	}
}

// on reports whether the rule runs on any file.
func on(rule *Rule, results []*FileResult) bool {
	for _, f := range results {
		if f.levels.of(rule) != Off {
			return true
		}
	}
	return false
}

// Flag adds a finding in the report. Its severity is that of the rule for
// that file.
func (p *SetPass) Flag(f *Facts, d Diagnostic) {
	r := p.run.results[f]
	level := r.levels.of(p.rule)
	if level == Off {
		return
	}
	d.Rule = p.rule.Name
	r.Diagnostics = append(r.Diagnostics, d)
	grade(r.Diagnostics[len(r.Diagnostics)-1:], level)
}

// Skip says that the rule could not check the report, and why.
func (p *SetPass) Skip(f *Facts, reason Message) {
	r := p.run.results[f]
	if r.levels.of(p.rule) != Off {
		r.Skipped = append(r.Skipped, Skip{Rule: p.rule.Name, File: r.File, Reason: reason})
	}
}

// errChanged says that a report is not what it was when its rules ran.
var errChanged = errors.New("the file has changed since")

// Open reads a report again. The error says that its file is gone or has
// changed.
func (p *SetPass) Open(f *Facts) (*profile.Form, error) {
	run := p.run
	for _, form := range run.opened {
		if form != nil && form.Report.File.Name == f.File {
			return form, nil
		}
	}
	form, err := run.read(run.results[f].File)
	if err != nil {
		return nil, err
	}
	if maphash.String(run.checker.seed, form.Report.File.Src) != f.source {
		return nil, errChanged
	}
	run.opened[run.next] = form
	run.next = (run.next + 1) % len(run.opened)
	return form, nil
}

// Forms reads the reports again. When one cannot be read as it was, nothing
// can be said of the first: that is skipped with the reason. Nothing is read
// when the rule is off for the first.
func (p *SetPass) Forms(reports ...*Facts) ([]*profile.Form, bool) {
	if p.run.results[reports[0]].levels.of(p.rule) == Off {
		return nil, false
	}
	forms := make([]*profile.Form, len(reports))
	for i, f := range reports {
		form, err := p.Open(f)
		if err != nil {
			p.Skip(reports[0], Message{
				"报告或与它比较的报告在核对过程中有改动，或再次读取失败",
				"the report, or one that it is compared with, changed meanwhile or could not be read again",
			})
			return nil, false
		}
		forms[i] = form
	}
	return forms, true
}

// figures returns the figures of a report. They hold until those of two
// others are asked for.
func (p *SetPass) figures(f *Facts) *figures {
	d := &p.decoded
	if d[0].of != f {
		d[0], d[1] = d[1], d[0]
	}
	if d[0].of != f {
		d[0].decode(f)
	}
	return d[0]
}
