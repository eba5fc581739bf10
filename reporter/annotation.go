package reporter

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// mostAnnotations is how many annotations of one type GitHub keeps of a step;
// the rest is lost without a word. Where there are more, the last one says so.
const mostAnnotations = 10

// annotations writes an annotation for each bundle, the worst first.
func (p *printer) annotations(list []rules.Diagnostic) {
	for all := bundles(list); len(all) > 0; {
		n := 1
		for n < len(all) && command(all[n].severity()) == command(all[0].severity()) {
			n++
		}
		same := all[:n]
		all = all[n:]
		if n > mostAnnotations {
			n = mostAnnotations - 1
		}
		for _, b := range same[:n] {
			p.annotation(b)
		}
		p.others(same[n:])
	}
}

// bundle is what one annotation speaks of: findings of one rule in one table,
// or a single finding.
type bundle []*rules.Diagnostic

func (b bundle) severity() rules.Severity { return b[0].Severity }

// bundles puts findings of one severity, rule and table together.
func bundles(list []rules.Diagnostic) []bundle {
	type key struct {
		severity    rules.Severity
		rule, table string
		file        string
	}
	var all []bundle
	index := map[key]int{}
	for _, d := range worstFirst(list) {
		if d.Ref.Table == "" || d.Span.File == nil {
			all = append(all, bundle{d})
			continue
		}
		k := key{d.Severity, d.Rule, d.Ref.Table, d.Span.File.Name}
		if i, ok := index[k]; ok {
			all[i] = append(all[i], d)
			continue
		}
		index[k] = len(all)
		all = append(all, bundle{d})
	}
	return all
}

// annotation writes one workflow command.
func (p *printer) annotation(b bundle) {
	title, message := p.headOf(b[0]), p.fullMessage(b[0])
	if len(b) > 1 {
		title, message = p.bundleTitle(b), p.bundleMessage(b)
	} else if p.in(b[0].Place) == "" {
		title = p.bundleTitle(b)
	}
	p.command(b.severity(), p.properties(b[0]), title, message)
}

// command writes a workflow command. Nothing in it can end it or begin
// another: line breaks are encoded, and printed text has no ##[ left.
func (p *printer) command(s rules.Severity, properties, title, message string) {
	p.line("::", command(s), " ", properties, "title=", escapeProperty(cut(title, longestTitle)),
		"::", escapeMessage(cut(message, longestMessage)))
}

// bundleTitle returns what the rule is called, and how many findings there are.
func (p *printer) bundleTitle(b bundle) string {
	title := strings.TrimSpace(b[0].Rule + " " + p.in(p.ruleTitle(b[0].Rule)))
	if len(b) > 1 {
		title += p.say("（%d 处）", " (%d)", len(b))
	}
	return title
}

// bundleMessage lists the cells, as many as there is room for.
func (p *printer) bundleMessage(b bundle) string {
	lines := make([]string, len(b))
	for i, d := range b {
		line := p.position(d.Span.File, d.Span.Start).Line
		lines[i] = p.say("第 %d 行：%s", "line %d: %s", line, p.in(d.Message)+formula(d))
	}
	end := "\n" + p.say("详情：", "more: ") + "gouji explain " + b[0].Rule
	return p.fit(lines, longestMessage-utf16Units.count(end)) + end
}

// others says how many annotations of a type were not written, and where.
func (p *printer) others(rest []bundle) {
	if len(rest) == 0 {
		return
	}
	var names []string
	findings := map[string]int{}
	total := 0
	for _, b := range rest {
		name := p.say("不在文件中", "in no file")
		if f := b[0].Span.File; f != nil {
			name = clean(p.path(f.Name))
		}
		if findings[name] == 0 {
			names = append(names, name)
		}
		findings[name] += len(b)
		total += len(b)
	}
	for i, name := range names {
		names[i] = name + p.say("：", ": ") + strconv.Itoa(findings[name])
	}
	severity := rest[0].severity()
	title := p.say("另有 %d 个%s没有批注", "%d more %s without an annotation", total, p.severities(severity, total))
	end := "\n" + p.say("全部列在本步骤的日志里", "all are listed in the log of this step")
	if p.Summary != nil {
		end = "\n" + p.say("全部列在本步骤的摘要和日志里", "all are listed in the summary and the log of this step")
	}
	p.command(severity, "", title, p.fit(names, longestMessage-utf16Units.count(end))+end)
}

// fit joins the lines that fit into so many UTF-16 units, and says how many
// did not.
func (p *printer) fit(lines []string, units int) string {
	whole := strings.Join(lines, "\n")
	if utf16Units.count(whole) <= units {
		return whole
	}
	used, n := 0, 0
	for n < len(lines) {
		used += utf16Units.count(lines[n]) + 1
		if used+utf16Units.count(p.notListed(len(lines)-n-1)) > units {
			break
		}
		n++
	}
	return strings.Join(append(lines[:n:n], p.notListed(len(lines)-n)), "\n")
}

func (o Options) notListed(n int) string {
	return o.say("另有 %d 行未列出", "%d more "+plural(n, "line", "lines")+" not listed", n)
}

// properties returns the place. Columns count only on a single line: GitHub
// drops the place of a span over several lines that has them.
func (p *printer) properties(d *rules.Diagnostic) string {
	if d.Span.File == nil {
		return ""
	}
	file := "file=" + escapeProperty(clean(p.path(d.Span.File.Name)))
	at := p.region(d.Span)
	switch {
	case wholeFile(d.Span):
		return file + ",line=1,"
	case at.to.Line > at.from.Line:
		return fmt.Sprintf("%s,line=%d,endLine=%d,", file, at.from.Line, at.to.Line)
	}
	return fmt.Sprintf("%s,line=%d,endLine=%d,col=%d,endColumn=%d,", file, at.from.Line, at.to.Line, at.from.Column, at.to.Column)
}
