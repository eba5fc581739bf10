package rules

import (
	"errors"
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// SetPass is what a rule gets to look at all reports of a run. The texts are
// gone; a rule that has found something reads them again for the places.
type SetPass struct {
	Set *Set

	run     *setRun
	rule    *Rule
	number  int // of the rule in the checker's list
	found   []setFinding
	opened  [8]*profile.Form // read again last, by age
	next    int              // in opened
	decoded [2]*figures      // those last asked for, the latest first
	links   []goingOn        // those asked for
	amounts amounts          // of the format last asked for
}

// setRun is what all passes over a set share.
type setRun struct {
	checker *Checker
	set     *Set
	results map[*Facts]*FileResult
	read    Reader
}

// setFinding is what a rule has to say of a report.
type setFinding struct {
	rule  int // its number in the checker's list
	of    *FileResult
	flag  Diagnostic
	skip  Skip
	skips bool // it is skip
}

// Reader reads a report once more. It gets the file as Report saw it, without
// its text when that was let go, and returns a form that stays. It may be
// called by several workers at once.
type Reader func(*report.File) (*profile.Form, error)

// Workers calls do for 0 to n-1, in any order or at once, and returns when all
// is done.
type Workers func(n int, do func(i int))

// Set runs the rules that look at all reports, after Report has run on each
// and before Finish. Results without Facts take no part. Without workers one
// thing is done after the other; what is found is the same.
func (c *Checker) Set(results []*FileResult, organs []report.Organ, read Reader, workers Workers) {
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
	run.set = NewSet(reports, organs)
	tasks := run.tasks(func(rule *Rule) bool { return on(rule, results) })
	found := make([][]setFinding, len(tasks))
	do := func(i int) {
		p := &SetPass{Set: run.set, run: run, decoded: [2]*figures{{}, {}}}
		tasks[i](p)
		found[i] = p.found
	}
	if workers == nil {
		for i := range tasks {
			do(i)
		}
	} else {
		workers(len(tasks), do)
	}
	tell(slices.Concat(found...))
}

// chunk is how many organs are looked at in one task.
const chunk = 128

// tasks divides the work: each rule on the whole set is one task, and all
// rules on two years are one for some organs, so that their figures are
// decoded once.
func (run *setRun) tasks(on func(*Rule) bool) (tasks []func(*SetPass)) {
	var years []int // rules by number
	for number, rule := range run.checker.rules {
		switch {
		case rule.CheckSet != nil && on(rule):
			tasks = append(tasks, func(p *SetPass) {
				p.enter(number)
				p.skipUnknown()
				rule.CheckSet(p)
			})
		case rule.CheckYears != nil && on(rule):
			years = append(years, number)
		}
	}
	if len(years) == 0 {
		return tasks
	}
	tasks = append(tasks, func(p *SetPass) {
		for _, number := range years {
			p.enter(number)
			p.skipUnknown()
		}
	})
	for first := 0; first < len(run.set.organs); first += chunk {
		tasks = append(tasks, func(p *SetPass) {
			run.set.pairs(first, min(first+chunk, len(run.set.organs)), func(f, prior *Facts) bool {
				for _, number := range years {
					p.enter(number)
					p.rule.CheckYears(p, f, prior)
				}
				return true
			})
		})
	}
	return tasks
}

// enter begins with a rule.
func (p *SetPass) enter(number int) { p.rule, p.number = p.run.checker.rules[number], number }

// tell adds to the results what was found, in the order of the rules.
func tell(found []setFinding) {
	slices.SortStableFunc(found, func(a, b setFinding) int { return a.rule - b.rule })
	for i := range found {
		f := &found[i]
		if f.skips {
			f.of.Skipped = append(f.of.Skipped, f.skip)
		} else {
			f.of.Diagnostics = append(f.of.Diagnostics, f.flag)
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
	found := []Diagnostic{d}
	grade(found, level)
	p.found = append(p.found, setFinding{rule: p.number, of: r, flag: found[0]})
}

// Skip says that the rule could not check the report, and why.
func (p *SetPass) Skip(f *Facts, reason Message) {
	r := p.run.results[f]
	if r.levels.of(p.rule) != Off {
		p.found = append(p.found, setFinding{rule: p.number, of: r, skip: Skip{Rule: p.rule.Name, File: r.File, Reason: reason}, skips: true})
	}
}

// errChanged says that a report is not what it was when its rules ran.
var errChanged = errors.New("the file has changed since")

// Open reads a report again. The error says that its file is gone or has
// changed.
func (p *SetPass) Open(f *Facts) (*profile.Form, error) {
	run := p.run
	for _, form := range p.opened {
		if form != nil && form.Report.File.Name == f.File {
			return form, nil
		}
	}
	form, err := run.read(run.results[f].File)
	if err != nil {
		return nil, err
	}
	if run.checker.hash(form.Report.File) != f.source {
		return nil, errChanged
	}
	p.opened[p.next] = form
	p.next = (p.next + 1) % len(p.opened)
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
// others are asked for. Who asks for the prior year first finds it decoded.
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
