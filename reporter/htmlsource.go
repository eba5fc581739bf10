package reporter

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// lines are some lines of a file, the last included: a table, or one line.
type lines struct {
	file        *report.File
	first, last int
}

func (l lines) has(f *report.File, n int) bool { return l.file == f && l.first <= n && n <= l.last }

// table reports whether the lines are one.
func (l lines) table() bool { return l.last > l.first }

// fits reports whether the lines can be shown without leaving out the text
// between two findings: a table written as HTML is often one long line.
func (l lines) fits() bool {
	if l.file == nil || l.table() {
		return true
	}
	text, _ := l.file.Line(l.first)
	return len(text) <= widestPassage
}

// linesOf returns the table that a finding is in, or its line; none if it is
// about a whole file or in no file.
func (p *page) linesOf(d *rules.Diagnostic) lines {
	if place(d) < 0 {
		return lines{}
	}
	return p.around(d.Span.File, p.ownLine(d))
}

// around returns the table with the line, or the line alone.
func (p *page) around(f *report.File, n int) lines {
	if p.near.has(f, n) {
		return p.near
	}
	l := lines{f, n, n}
	for isRow(f, n) && isRow(f, l.first-1) {
		l.first--
	}
	for isRow(f, n) && isRow(f, l.last+1) {
		l.last++
	}
	if second, _ := f.Line(l.first + 1); !isDelimiter(second) {
		l.first, l.last = n, n
	}
	p.near = l
	return l
}

// isRow reports whether the line is a row of a table written with pipes.
func isRow(f *report.File, n int) bool {
	if n < 1 || n > f.Lines() {
		return false
	}
	text, _ := f.Line(n)
	return strings.HasPrefix(strings.TrimLeft(text, " "), "|")
}

// isDelimiter reports whether the line stands between head and body.
func isDelimiter(text string) bool {
	return strings.Contains(text, "-") && strings.Trim(text, " \t|:-") == ""
}

// excerptsOf returns the lines to show for a passage, in order: those with
// marks, those around the findings, and the heads of tables.
func (p *page) excerptsOf(g *passage) (list []excerpt) {
	for i, d := range g.findings {
		if place(d) < 0 {
			return nil
		}
		own := p.stretch(d.Span)
		list = addMark(list, d.Span.File, own, mark{primary: true, label: p.primaryLabel(d, own), finding: g.first + i, severity: d.Severity})
		related, _ := fewer(p.neighbours(d), own.line)
		for _, r := range related {
			list = addMark(list, d.Span.File, r.at, mark{label: p.relatedLabel(d, r, own.line)})
		}
	}
	list = p.addContext(list, g.findings)
	slices.SortFunc(list, func(a, b excerpt) int { return cmp.Compare(a.number, b.number) })
	for _, l := range list {
		slices.SortStableFunc(l.marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
		quieten(l.marks)
	}
	return list
}

// addContext adds the lines before and after each finding, as far as they are
// of the same kind, and the heads of tables.
func (p *page) addContext(list []excerpt, findings []*rules.Diagnostic) []excerpt {
	f := findings[0].Span.File
	for i := range list {
		if l := p.around(f, list[i].number); l.table() {
			list = addHead(list, l)
		}
	}
	for _, d := range findings {
		n := p.ownLine(d)
		for _, m := range []int{n - 1, n + 1} {
			if p.around(f, n).table() == (m > 0 && p.around(f, m).table()) {
				list = addLine(list, f, m)
			}
		}
	}
	return list
}

// mostHead is how many rows may name the columns.
const mostHead = 4

// addHead adds the head of a table. Where it is blank, as converters leave it
// that put all rows in the body, it adds the rows down to the first figure.
func addHead(list []excerpt, l lines) []excerpt {
	list = addLine(list, l.file, l.first)
	head, _ := l.file.Line(l.first)
	if strings.Trim(head, " |") != "" {
		return list
	}
	for n := l.first + 2; n <= min(l.last, l.first+mostHead); n++ {
		if text, _ := l.file.Line(n); strings.ContainsAny(text, "0123456789") {
			break
		}
		list = addLine(list, l.file, n)
	}
	return list
}

// addLine adds a line that is there, not blank and not in the list.
func addLine(list []excerpt, f *report.File, n int) []excerpt {
	if n < 1 || n > f.Lines() || slices.ContainsFunc(list, func(e excerpt) bool { return e.number == n }) {
		return list
	}
	if e := newExcerpt(f, n); strings.TrimSpace(e.text) != "" {
		return append(list, e)
	}
	return list
}

// source writes the lines of a passage: tables as tables, other lines as they
// are.
func (p *page) source(g passage) {
	f := g.findings[0].Span.File
	p.line(`<div class="source" lang="zh-CN">`)
	for rest := g.lines; len(rest) > 0; {
		at := p.around(f, rest[0].number)
		n := 1
		for n < len(rest) && p.alike(at, rest[n].number) {
			n++
		}
		if at.table() {
			p.sourceTable(at, rest[:n])
		} else {
			p.sourceLines(rest[:n])
		}
		rest = rest[n:]
	}
	p.line("</div>")
}

// alike reports whether a line goes on with what l begins.
func (p *page) alike(l lines, n int) bool {
	if l.table() {
		return l.has(l.file, n)
	}
	return !p.around(l.file, n).table()
}

// sourceLines writes lines with their numbers.
func (p *page) sourceLines(list []excerpt) {
	p.line(`<div class="lines">`)
	for i, e := range list {
		if i > 0 && e.number > list[i-1].number+2 {
			p.line(`<div class="gap">…</div>`)
		}
		p.tag("div", "class", lineClass(e.marks))
		p.lineNumber("span", e.number)
		p.WriteString(`<span class="text">`)
		p.shown(e.text, e.start, e.marks)
		p.line("</span></div>")
	}
	p.line("</div>")
}

func (p *page) lineNumber(element string, n int) {
	p.element(element, strconv.Itoa(n), "class", "n", "title", p.say("第 %d 行", "line %d", n))
}

// lineClass tells lines that have to do with a finding from those around.
func lineClass(marks []mark) string {
	if len(marks) == 0 {
		return "line around"
	}
	return "line"
}
