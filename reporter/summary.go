package reporter

import (
	"strings"
	"time"

	"github.com/gouji-lint/gouji/rules"
)

// tally counts findings by severity.
type tally struct{ errors, warnings, infos int }

func count(list []rules.Diagnostic) (t tally) {
	for i := range list {
		t.add(list[i].Severity)
	}
	return t
}

func (t *tally) add(s rules.Severity) {
	switch s {
	case rules.Error:
		t.errors++
	case rules.Warning:
		t.warnings++
	default:
		t.infos++
	}
}

// of returns how many findings have the severity.
func (t tally) of(s rules.Severity) int {
	switch s {
	case rules.Error:
		return t.errors
	case rules.Warning:
		return t.warnings
	}
	return t.infos
}

// totals are what the last line of a run says.
type totals struct {
	tally
	reports, passedOver, suppressed int
	skipped                         []rules.Skip
}

func totalsOf(r *rules.Result) *totals {
	t := new(totals)
	t.include(r)
	return t
}

// include adds a part of a result.
func (t *totals) include(r *rules.Result) {
	t.tally = t.plus(count(r.Diagnostics))
	t.reports += r.Reports
	t.passedOver += r.PassedOver
	t.suppressed += r.Suppressed
	t.skipped = append(t.skipped, r.Skipped...)
}

func (t tally) plus(u tally) tally {
	return tally{t.errors + u.errors, t.warnings + u.warnings, t.infos + u.infos}
}

// plural returns the English word for n things.
func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// summary writes why rules were skipped and, as the last line, the counts.
func (p *printer) summary(t *totals) {
	groups := groupSkips(t.skipped, p.Lang)
	for i, g := range groups {
		if i == mostReasons {
			p.line(p.reasonsLeft(len(groups) - i))
			break
		}
		p.line(p.skipped(g))
	}
	if t.reports == 0 && t.tally == (tally{}) {
		p.line(p.nothingChecked(t))
		return
	}
	parts := []string{p.verdict(t)}
	parts = append(parts, p.asides(t)...)
	p.line(strings.Join(parts, p.say("；", "; ")))
}

func (o Options) reasonsLeft(n int) string {
	return o.say("另有 %d 种原因未列出", "%d more "+plural(n, "reason", "reasons")+" not shown", n)
}

// nothingChecked must not look like a clean bill.
func (o Options) nothingChecked(t *totals) string {
	switch {
	case o.OfChange:
		return o.say("改动不涉及年度报告", "The change touches no report")
	case t.passedOver == 0:
		return o.say("没有核对任何报告：没有找到 Markdown 文件", "Checked no report: no Markdown file was found")
	}
	return o.say("没有核对任何报告：找到的 %d 个 Markdown 文件都不像年度报告",
		"Checked no report: none of the Markdown files found (%d) looks like one", t.passedOver)
}

// verdict says how many reports were checked and what was found.
func (o Options) verdict(t *totals) string {
	checked := o.say("核对 %d 份报告", "Checked %d "+plural(t.reports, "report", "reports"), t.reports)
	if t.tally == (tally{}) {
		return checked + o.say("，没有发现问题", ": no problems found")
	}
	found := o.say("%d 个错误、%d 个警告", "%d "+plural(t.errors, "error", "errors")+", %d "+plural(t.warnings, "warning", "warnings"), t.errors, t.warnings)
	if t.infos > 0 {
		found += o.say("、%d 个提示", ", %d "+plural(t.infos, "info", "infos"), t.infos)
	}
	return checked + o.say("，发现 ", ": ") + found
}

// asides says what was not checked or not shown, and how long it took.
func (o Options) asides(t *totals) []string {
	var list []string
	add := func(n int, text string) {
		if n > 0 {
			list = append(list, text)
		}
	}
	skipped := len(skippedRules(t.skipped))
	add(skipped, o.say("%d 项检查未能进行（见上）", "%d "+plural(skipped, "rule", "rules")+" skipped (see above)", skipped))
	add(t.suppressed, o.say("%d 处按文中注释不再提示", "%d "+plural(t.suppressed, "finding", "findings")+" suppressed by a comment", t.suppressed))
	add(t.passedOver, o.say("%d 个 Markdown 文件不是报告，未核对", "%d Markdown "+plural(t.passedOver, "file is no report", "files are no reports"), t.passedOver))
	add(int(o.Elapsed), o.say("用时 %s", "took %s", o.elapsed()))
	return list
}

func (o Options) elapsed() string {
	if o.Elapsed < time.Second {
		return o.say("%d 毫秒", "%d ms", max(1, o.Elapsed.Milliseconds()))
	}
	return o.say("%.1f 秒", "%.1f s", o.Elapsed.Seconds())
}

// mostReasons is how many reasons for skipping rules are listed.
const mostReasons = 10

// skips are the rules that were skipped for one reason, and in which files.
type skips struct {
	reason       string
	rules, files []string // in order of appearance, each once
}

func groupSkips(list []rules.Skip, lang string) []skips {
	var groups []skips
	index := map[string]int{}
	seen := map[rules.Skip]bool{}
	for _, s := range list {
		reason := oneLine(s.Reason.In(lang))
		i, ok := index[reason]
		if !ok {
			i = len(groups)
			index[reason] = i
			groups = append(groups, skips{reason: reason})
		}
		g := &groups[i]
		if key := (rules.Skip{Rule: s.Rule, Reason: s.Reason}); !seen[key] {
			seen[key] = true
			g.rules = append(g.rules, s.Rule)
		}
		if key := (rules.Skip{File: s.File, Reason: s.Reason}); s.File != nil && !seen[key] {
			seen[key] = true
			g.files = append(g.files, clean(s.File.Name))
		}
	}
	return groups
}

// skippedRules returns the names of all rules that were skipped anywhere.
func skippedRules(list []rules.Skip) map[string]bool {
	names := map[string]bool{}
	for _, s := range list {
		names[s.Rule] = true
	}
	return names
}

// skipped says which rules were skipped and why.
func (o Options) skipped(g skips) string {
	what := strings.Join(g.rules, o.say("、", ", "))
	switch len(g.files) {
	case 0:
	case 1:
		what += o.say("，", ", ") + g.files[0]
	default:
		what += o.say("，%d 份报告", ", %d reports", len(g.files))
	}
	return o.say("跳过 %d 项检查：%s（%s）", "Skipped %d "+plural(len(g.rules), "rule", "rules")+": %s (%s)", len(g.rules), g.reason, what)
}
