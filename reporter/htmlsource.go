package reporter

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// part is what a page shows of a document at one place: rows of a table, or
// lines. An excerpt of a table is a row, and its number that of the row.
type part struct {
	grid *grid // nil for lines
	list []excerpt
}

// source is what a page shows beside some findings.
type source struct {
	file  *report.File
	parts []part
}

// sourceOf gathers what belongs to findings: where they are, what they have to
// do with, and what stands around.
func (p *page) sourceOf(g *passage) (s source) {
	for i, d := range g.findings {
		if place(d) < 0 {
			return source{}
		}
		s.file = d.Span.File
		own := p.stretch(d.Span)
		p.addPlace(&s, own, mark{primary: true, label: p.primaryLabel(d, own), finding: g.first + i, severity: d.Severity})
		related, _ := fewer(p.neighbours(d), own.line)
		for _, r := range related {
			p.addPlace(&s, r.at, mark{label: p.relatedLabel(d, r, own.line)})
		}
	}
	for _, d := range g.findings {
		p.addAround(&s, d)
	}
	for i := range s.parts {
		s.parts[i].tidy()
	}
	slices.SortStableFunc(s.parts, func(a, b part) int { return cmp.Compare(a.start(), b.start()) })
	return s
}

// addPlace adds a mark.
func (p *page) addPlace(s *source, at stretch, m mark) {
	g := p.gridAt(s.file, at.start)
	if g == nil {
		to := s.part(nil)
		to.list = addMark(to.list, s.file, at, m)
		return
	}
	m.start, m.end = at.start, at.end
	row := s.part(g).row(g.rowAt(at.start))
	row.marks = append(row.marks, m)
}

// part returns the part for a table, or for lines.
func (s *source) part(g *grid) *part {
	for i := range s.parts {
		if s.parts[i].grid == g {
			return &s.parts[i]
		}
	}
	s.parts = append(s.parts, part{grid: g})
	return &s.parts[len(s.parts)-1]
}

// row returns the excerpt of a row of the table.
func (t *part) row(n int) *excerpt {
	for i := range t.list {
		if t.list[i].number == n {
			return &t.list[i]
		}
	}
	t.list = append(t.list, excerpt{number: n, start: t.grid.rows[n].start})
	return &t.list[len(t.list)-1]
}

// addAround adds what stands before and after a finding, and the heads of
// tables.
func (p *page) addAround(s *source, d *rules.Diagnostic) {
	g := p.gridAt(s.file, d.Span.Start)
	if g == nil {
		lines, n := s.part(nil), p.ownLine(d)
		lines.list = p.addLine(lines.list, s.file, n-1)
		lines.list = p.addLine(lines.list, s.file, n+1)
	}
	for i := range s.parts {
		t := &s.parts[i]
		if t.grid == nil {
			continue
		}
		for n := range t.grid.head() {
			t.row(n)
		}
		if t.grid == g {
			n := g.rowAt(d.Span.Start)
			t.row(max(0, n-1))
			t.row(min(len(g.rows)-1, n+1))
		}
	}
}

// addLine adds a line of text, if it is there and not in the list.
func (p *page) addLine(list []excerpt, f *report.File, n int) []excerpt {
	if n < 1 || n > f.Lines() || slices.ContainsFunc(list, func(e excerpt) bool { return e.number == n }) {
		return list
	}
	e := newExcerpt(f, n)
	if strings.TrimSpace(e.text) == "" || p.gridAt(f, e.start) != nil {
		return list
	}
	return append(list, e)
}

// tidy puts excerpts and marks in order.
func (t *part) tidy() {
	slices.SortFunc(t.list, func(a, b excerpt) int { return cmp.Compare(a.number, b.number) })
	for _, e := range t.list {
		slices.SortStableFunc(e.marks, func(a, b mark) int { return cmp.Compare(a.start, b.start) })
		quieten(e.marks)
	}
}

func (t *part) start() int { return t.list[0].start }

// source writes what a page shows beside findings.
func (p *page) source(s source) {
	p.line(`<div class="source" lang="zh-CN">`)
	for _, t := range s.parts {
		if t.grid != nil {
			p.table(t)
		} else {
			p.lines(t.list)
		}
	}
	p.line("</div>")
}

// lines writes lines with their numbers.
func (p *page) lines(list []excerpt) {
	p.line(`<div class="lines">`)
	for i, e := range list {
		if i > 0 && e.number > list[i-1].number+2 {
			p.line(`<div class="gap">…</div>`)
		}
		p.tag("div", "class", lineClass(e.marks))
		p.lineNumber("span", e.number)
		p.WriteString(`<span class="text">`)
		p.shown(e)
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
