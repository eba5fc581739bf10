package rules

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strings"
	"sync"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Levels are severities by rule name that differ from the rules' own.
type Levels map[string]Severity

func (l Levels) of(r *Rule) Severity {
	if len(l) > 0 {
		if s, ok := l[r.Name]; ok {
			return s
		}
	}
	return r.Severity
}

// Checker applies a list of rules. Workers may share it.
type Checker struct {
	rules    []*Rule
	single   []reportRule // the rules that look at one report
	matchers sync.Map     // by *profile.Profile, whose aspects they look for too: *matcher
	sets     bool         // a rule looks at all reports
	seed     maphash.Seed // of Facts.source
	spare    sync.Pool    // of *buffers
}

// reportRule is a rule that looks at one report.
type reportRule struct {
	rule   *Rule
	number int  // in the checker's list
	worded bool // it is not worth calling where no word of it stands
}

// buffers is memory that looking at one report takes, and then at the next.
type buffers struct {
	prose prose
	cells survey
}

// pass begins to look at a report. What it took goes back to spare.
func (c *Checker) pass(form *profile.Form, f *FileResult) *Pass {
	b, ok := c.spare.Get().(*buffers)
	if !ok {
		b = &buffers{}
	}
	m := c.matcher(form.Profile)
	b.prose.read(form, m, c.sets && m.compared != nil)
	return &Pass{Form: form, Report: form.Report, checker: c, file: f, buffers: b, prose: &b.prose}
}

// NewChecker returns a checker for the rules, in their order.
func NewChecker(list []*Rule) *Checker { return newChecker(list, maphash.MakeSeed()) }

func newChecker(list []*Rule, seed maphash.Seed) *Checker {
	sets := slices.ContainsFunc(list, (*Rule).Compares)
	c := &Checker{rules: list, sets: sets, seed: seed}
	for i, rule := range list {
		if rule.Check != nil {
			c.single = append(c.single, reportRule{rule, i, (rule.Claims || len(rule.Words) > 0) && !rule.Always})
		}
	}
	return c
}

// With returns a checker that applies more rules after those of c. Some files
// of a run may be checked by the one and some by the other: Set and Finish of
// c take the results of both. Rules that look at all reports must be c's own.
func (c *Checker) With(more []*Rule) *Checker {
	with := newChecker(slices.Concat(c.rules, more), c.seed)
	with.sets = c.sets
	return with
}

// Alone has the checker keep no facts, as each report is looked at alone and
// Set will not be called.
func (c *Checker) Alone() { c.sets = false }

// matcher returns a matcher of the words of the rules and of the aspects that
// a profile names.
func (c *Checker) matcher(p *profile.Profile) *matcher {
	if m, ok := c.matchers.Load(p); ok {
		return m.(*matcher)
	}
	m := newMatcher(c.rules, p.Aspects, p.Cues())
	if slices.Contains(c.rules, &textCopied) {
		m.compared = comparedSections(p)
	}
	c.matchers.Store(p, m)
	return m
}

// FileResult is what the rules found in one report, before suppression.
type FileResult struct {
	File        *report.File
	Diagnostics []Diagnostic
	Skipped     []Skip
	Directives  []report.Directive
	Organ, Year string  // as far as known
	Facts       *Facts  // for the rules that look at all reports, nil without any
	rules       []*Rule // that were applied
	levels      Levels
	compared    bool // the rules that look at all reports have run
}

// Empty reports whether nothing is left to say or to compare.
func (f *FileResult) Empty() bool {
	return len(f.Diagnostics)+len(f.Skipped)+len(f.Directives) == 0 && f.Facts == nil
}

// Report runs the rules that look at one report.
func (c *Checker) Report(form *profile.Form, levels Levels) *FileResult {
	r := form.Report
	f := &FileResult{File: r.File, Directives: slices.Clone(r.Directives), rules: c.rules, levels: levels}
	// Cloned, as a slice would keep the text of a report that is let go of.
	f.Organ, f.Year = strings.Clone(r.Meta.Organ.Value), strings.Clone(r.Meta.Year.Value)
	p := c.pass(form, f)
	unread := r.Unread() != ""
	for i := range c.single {
		k := &c.single[i]
		if k.worded && !p.prose.mentions(k.number) {
			continue
		}
		level := levels.of(k.rule)
		if level == Off || unread && k.rule.Family != Housekeeping {
			continue
		}
		p.rule, p.number = k.rule, k.number
		before := len(f.Diagnostics)
		k.rule.Check(p)
		if len(f.Diagnostics) == before {
			continue
		}
		if len(r.Anomalies) > 0 && levels.of(&tableBroken) > Off {
			p.leaveToTableBroken(before)
		}
		grade(f.Diagnostics[before:], level)
	}
	if c.sets && !unread {
		f.Facts = c.facts(p)
	}
	c.spare.Put(p.buffers)
	return f
}

// Context takes the facts of a report that others are compared with, and
// runs no rule on it alone.
func (c *Checker) Context(form *profile.Form, levels Levels) *FileResult {
	r := form.Report
	f := &FileResult{File: r.File, rules: c.rules, levels: levels}
	if c.sets {
		p := c.pass(form, f)
		f.Facts = c.facts(p)
		c.spare.Put(p.buffers)
	}
	return f
}

// grade sets the severity of new findings.
func grade(found []Diagnostic, level Severity) {
	for i := range found {
		found[i].Severity = level
		if most := found[i].AtMost; most != Off && most < level {
			found[i].Severity = most
		}
	}
}

// Finish drops what comments with a reason allow, reports comments that allow
// nothing, and puts the findings in order.
func (c *Checker) Finish(files []*FileResult) *Result {
	result := &Result{Reports: len(files), Rules: c.applied(files)}
	for _, f := range files {
		result.Suppressed += f.suppress()
		f.judgeDirectives()
		slices.SortStableFunc(f.Diagnostics, byPlace)
		result.Diagnostics = append(result.Diagnostics, f.Diagnostics...)
		result.Skipped = append(result.Skipped, f.Skipped...)
		result.Files = append(result.Files, FileSummary{File: f.File, Organ: f.Organ, Year: f.Year})
	}
	return result
}

// applied returns the rules of c, and behind them those that only some of the
// files were checked by.
func (c *Checker) applied(files []*FileResult) []*Rule {
	all, last := slices.Clone(c.rules), c.rules
	for _, f := range files {
		if len(f.rules) == 0 || len(last) == len(f.rules) && &last[0] == &f.rules[0] {
			continue // as nearly always: the same list as the file before
		}
		last = f.rules
		for _, r := range f.rules {
			if !slices.Contains(all, r) {
				all = append(all, r)
			}
		}
	}
	return all
}

func byPlace(a, b Diagnostic) int {
	return cmp.Or(
		cmp.Compare(a.Span.Start, b.Span.Start),
		strings.Compare(a.Rule, b.Rule),
		strings.Compare(a.Item, b.Item),
	)
}

// Add adds a part of a result: that of the next files.
func (r *Result) Add(part *Result) {
	for _, rule := range part.Rules {
		if !slices.Contains(r.Rules, rule) {
			r.Rules = append(r.Rules, rule)
		}
	}
	r.Diagnostics = append(r.Diagnostics, part.Diagnostics...)
	r.Skipped = append(r.Skipped, part.Skipped...)
	r.Files = append(r.Files, part.Files...)
	r.Reports += part.Reports
	r.PassedOver += part.PassedOver
	r.Suppressed += part.Suppressed
}

// Count returns how many findings are at or above the severity.
func (r *Result) Count(at Severity) int {
	n := 0
	for i := range r.Diagnostics {
		if r.Diagnostics[i].Severity >= at {
			n++
		}
	}
	return n
}

// Keep drops findings milder than the severity.
func (r *Result) Keep(at Severity) {
	r.Diagnostics = slices.DeleteFunc(r.Diagnostics, func(d Diagnostic) bool { return d.Severity < at })
}
