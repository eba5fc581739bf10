package reporter

import (
	"io"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// mostComment is how long a comment may get. GitHub takes 65,536 characters;
// what posts it needs some to find it again.
const mostComment = 60_000

// Markdown writes a table of the findings, the worst first, short enough for
// a comment on a pull request.
func Markdown(w io.Writer, r *rules.Result, o Options) error {
	return markdown(w, r, o, utf16Units, mostComment)
}

// markdown writes the table with as many rows as fit into so many units, and
// says how many did not.
func markdown(w io.Writer, r *rules.Result, o Options, size unit, most int) error {
	p := newPrinter(w, o)
	head, tail := p.markdownHead(r), p.markdownTail(r)
	p.line(head)
	list := worstFirst(r.Diagnostics)
	used := size.count(head) + size.count(tail) + size.count(p.rowsLeft(len(list))) + len("\n\n\n\n\n")
	for i, d := range list {
		row := p.markdownRow(d)
		if used += size.count(row) + 1; used > most {
			p.line("\n", p.rowsLeft(len(list)-i))
			break
		}
		p.line(row)
	}
	if tail != "" {
		p.line("\n", tail)
	}
	return p.Flush()
}

func (o Options) rowsLeft(n int) string {
	return o.say("**另有 %d 处放不下，未列出。**", "**%d more "+plural(n, "finding is", "findings are")+" left out for want of room.**", n)
}

// markdownHead returns what stands above the first row.
func (p *printer) markdownHead(r *rules.Result) string {
	title := "### " + p.say("报告核对", "Reports checked") + "\n\n"
	if r.Reports == 0 && len(r.Diagnostics) == 0 {
		return title + p.nothingChecked(totalsOf(r))
	}
	title += p.verdict(totalsOf(r)) + p.say("。", ".")
	if len(r.Diagnostics) == 0 {
		return title
	}
	return title + "\n\n" + p.say("| 级别 | 位置 | 说明 | 规则 |", "| severity | where | what | rule |") + "\n|---|---|---|---|"
}

// markdownTail says what was not checked or not shown.
func (p *printer) markdownTail(r *rules.Result) string {
	var lines []string
	groups := groupSkips(r.Skipped, p.Lang)
	for i, g := range groups {
		if i == mostReasons {
			lines = append(lines, "- "+p.reasonsLeft(len(groups)-i))
			break
		}
		lines = append(lines, "- "+inMarkdown(p.skipped(g)))
	}
	if asides := p.asides(totalsOf(r)); len(asides) > 0 {
		lines = append(lines, "", strings.Join(asides, p.say("；", "; "))+p.say("。", "."))
	}
	return strings.TrimPrefix(strings.Join(lines, "\n"), "\n")
}

func (p *printer) markdownRow(d *rules.Diagnostic) string {
	return "| " + p.severity(d.Severity) + " | " + p.markdownPlace(d) + " | " + inMarkdown(p.in(d.Message)+formula(d)) + " | " + inMarkdown(d.Rule) + " |"
}

// markdownPlace links to the line.
func (p *printer) markdownPlace(d *rules.Diagnostic) string {
	f := d.Span.File
	if f == nil {
		return inMarkdown(p.in(d.Place))
	}
	at := p.region(d.Span)
	name := inMarkdown(clean(p.path(f.Name)))
	if !wholeFile(d.Span) {
		name += ":" + strconv.Itoa(at.from.Line)
	}
	return "[" + name + "](" + p.link(f, at.from.Line) + ")"
}

// inMarkdown writes text so that it is nothing but text in a table: no
// markup, no HTML, no end of a cell, and nothing that a forge turns into a
// link or a message to somebody: @name, #12, !12, a URL.
func inMarkdown(s string) string {
	s = oneLine(s)
	if !strings.ContainsAny(s, "&<>|\\`*_~[]$@#!:") && !strings.Contains(s, "www.") {
		return s // as nearly every message
	}
	return strings.NewReplacer(
		"&", "&amp;", "<", "&lt;", ">", "&gt;", "|", "&#124;", "\\", "&#92;", "`", "&#96;", "*", "&#42;", "_", "&#95;",
		"~", "&#126;", "[", "&#91;", "]", "&#93;", "$", "&#36;",
		"@", "@&#8203;", "#", "#&#8203;", "!", "!&#8203;", "://", ":&#8203;//", "www.", "www.&#8203;",
	).Replace(s)
}
