package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed suppression-unused.md
var suppressionUnusedPage string

//go:embed suppression-unexplained.md
var suppressionUnexplainedPage string

// suppressionUnused and suppressionUnexplained have no Check: whether a
// comment allows anything is known only when all rules have run. Finish
// reports them.
var suppressionUnused = Rule{
	Name:     "suppression-unused",
	Title:    Message{"屏蔽注释没有用处", "suppression comment allows nothing"},
	Family:   Housekeeping,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     suppressionUnusedPage,
}

var suppressionUnexplained = Rule{
	Name:     "suppression-unexplained",
	Title:    Message{"屏蔽注释没有写理由", "suppression comment gives no reason"},
	Family:   Housekeeping,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     suppressionUnexplainedPage,
}

// suppress drops the findings that a directive with a reason allows and
// returns how many. Directives that were used are forgotten.
func (f *FileResult) suppress() int {
	if len(f.Directives) == 0 {
		return 0
	}
	used := make([]bool, len(f.Directives))
	before := len(f.Diagnostics)
	f.Diagnostics = slices.DeleteFunc(f.Diagnostics, func(d Diagnostic) bool {
		for i := range f.Directives {
			if allows(&f.Directives[i], &d) {
				used[i] = true
				return f.Directives[i].Reason != ""
			}
		}
		return false
	})
	unused := f.Directives[:0]
	for i, d := range f.Directives {
		if !used[i] || d.Reason == "" {
			unused = append(unused, d)
		}
	}
	f.Directives = unused
	return before - len(f.Diagnostics)
}

// allows reports whether the directive speaks of the finding.
func allows(dir *report.Directive, d *Diagnostic) bool {
	if dir.Rule != d.Rule && dir.Rule != d.Rule+"/"+d.Item {
		return false
	}
	if dir.Covers.IsZero() {
		return true
	}
	// A report that was read again is another File of the same name.
	return d.Span.File != nil && d.Span.File.Name == dir.Covers.File.Name && d.Span.Start >= dir.Covers.Start && d.Span.Start < max(dir.Covers.End, dir.Covers.Start+1)
}

// judgeDirectives reports the directives left over by suppress.
func (f *FileResult) judgeDirectives() {
	for _, dir := range f.Directives {
		rule, message := &suppressionUnused, Message{
			fmt.Sprintf("「%s」的屏蔽注释没有屏蔽任何结果", dir.Rule),
			fmt.Sprintf("the comment that disables %s allows nothing", dir.Rule),
		}
		help := Message{"删除这条注释", "remove the comment"}
		if dir.Reason == "" {
			rule, message = &suppressionUnexplained, Message{
				fmt.Sprintf("屏蔽「%s」的注释没有写理由，因此不起作用", dir.Rule),
				fmt.Sprintf("the comment that disables %s gives no reason, so it has no effect", dir.Rule),
			}
			help = Message{"在规则名后加冒号和理由：<!-- gouji-disable " + dir.Rule + ": 理由 -->", "add a colon and the reason after the rule name"}
		} else if r := named(f.rules, dir.Rule); r != nil && f.couldNotRun(r) {
			continue
		} else if r == nil {
			help = Message{"没有这条规则，用 gouji rules 查看规则名", "there is no such rule; see gouji rules"}
		}
		level := f.levels.of(rule)
		if level == Off || !listed(f.rules, rule.Name) {
			continue
		}
		f.Diagnostics = append(f.Diagnostics, Diagnostic{
			Rule: rule.Name, Severity: level, Span: dir.Span, Message: message, Help: help,
		})
	}
}

// named returns the rule that a directive names, nil when there is none.
func named(list []*Rule, name string) *Rule {
	name, _, _ = strings.Cut(name, "/")
	for _, r := range list {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// couldNotRun reports whether it is not known what the rule would have found:
// it was skipped, or it compares reports and there was no other.
func (f *FileResult) couldNotRun(rule *Rule) bool {
	return rule.CheckSet != nil && !f.compared ||
		slices.ContainsFunc(f.Skipped, func(s Skip) bool { return s.Rule == rule.Name })
}

func listed(list []*Rule, name string) bool {
	return slices.ContainsFunc(list, func(r *Rule) bool { return r.Name == name })
}
