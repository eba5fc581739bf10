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
		d := Diagnostic{Rule: rule.Name, Severity: level, Span: dir.Span, Message: message, Help: help}
		if r := named(f.rules, dir.Rule); rule == &suppressionUnused && r != nil && f.levels.of(r) != Off {
			d.Fixes = commentFix(dir.Span)
		}
		f.Diagnostics = append(f.Diagnostics, d)
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
	return rule.Compares() && !f.compared ||
		slices.ContainsFunc(f.Skipped, func(s Skip) bool { return s.Rule == rule.Name })
}

func listed(list []*Rule, name string) bool {
	return slices.ContainsFunc(list, func(r *Rule) bool { return r.Name == name })
}

// commentFix removes a comment that speaks of one rule, and the line that it
// stands in alone, unless that line parts what is above it from what is below.
func commentFix(at report.Span) []Fix {
	names, _, _ := strings.Cut(strings.ReplaceAll(at.Text(), "：", ":"), ":")
	if strings.ContainsAny(names, ",，、") {
		return nil
	}
	src := at.File.Src
	start := strings.LastIndexByte(src[:at.Start], '\n') + 1
	end := len(src)
	if i := strings.IndexByte(src[at.End:], '\n'); i >= 0 {
		end = at.End + i + 1
	}
	if strings.TrimSpace(src[start:at.Start]+src[at.End:end]) == "" {
		above := lastLineIsBlank(src[:start])
		below := strings.TrimSpace(firstLineOf(src[end:])) == ""
		if above || below {
			at.Start, at.End = start, end
		}
		if above && below {
			at.End += len(firstLineOf(src[end:]))
		}
	}
	return []Fix{{Message{"删去注释", "remove the comment"}, true, []Edit{{at, ""}}}}
}

// lastLineIsBlank reports whether the last line of s, which ends with a line
// break, has nothing in it; so has one before the first.
func lastLineIsBlank(s string) bool {
	s = strings.TrimSuffix(s, "\n")
	return strings.TrimSpace(strings.TrimPrefix(s[strings.LastIndexByte(s, '\n')+1:], "\ufeff")) == ""
}

// firstLineOf returns the first line of s with its line break.
func firstLineOf(s string) string {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return s[:i+1]
	}
	return s
}
