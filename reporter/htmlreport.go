package reporter

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// reports writes the reports that have findings, one after another.
func (p *page) reports(r *rules.Result) {
	p.open("findings", p.say("各份报告", "By report"))
	if len(r.Diagnostics) == 0 {
		p.element("p", p.outcome(r)+p.say("。", "."))
		p.line("</section>")
		return
	}
	p.filter(r)
	p.key()
	for i, f := range p.files {
		if len(f.findings) > 0 {
			p.report(f, reportID(i))
		}
	}
	p.line("</section>")
}

// report writes what was found in a file.
func (p *page) report(f *fileFindings, id string) {
	p.tag("article", "id", id, "aria-labelledby", "h-"+id)
	p.WriteString("\n<header>\n")
	p.element("h3", p.reportTitle(f), "id", "h-"+id)
	p.WriteString(`<p class="counts">`)
	p.counts(f.tally())
	p.unverified(len(f.skipped))
	p.WriteString("</p>\n")
	if f.name != "" && f.organ+f.year != "" {
		p.WriteString(`<p class="file">`)
		p.fileLink(report.NewFile(f.name, ""), 0, clean(f.name))
		p.WriteString("</p>\n")
	}
	p.WriteString("</header>\n")
	for _, g := range p.passages(f) {
		p.passage(g)
	}
	p.line("</article>")
}

func (p *page) reportTitle(f *fileFindings) string {
	switch {
	case f.name == "":
		return p.say("不在文件中的", "In no file")
	case f.organ == "" && f.year == "":
		return clean(f.name)
	case p.Lang == "en":
		return p.organName(f.organ) + ", " + p.yearName(f.year)
	case f.year == "":
		return p.organName(f.organ) + "，" + p.yearName(f.year)
	}
	return p.organName(f.organ) + " " + p.yearName(f.year) + " 年"
}

// fileLink links to a line of a file on the web, or of the whole file if the
// line is 0. Without a web there is nothing that a browser could show.
func (p *page) fileLink(f *report.File, line int, text string) {
	if !p.onWeb() || rooted(f.Name) {
		p.text(text)
		return
	}
	p.element("a", text, "href", p.link(f, max(1, line)))
}

// passage is a part of a file and what was found in it.
type passage struct {
	findings []*rules.Diagnostic
	first    int // number of the first finding
	source   source
}

// spot is the table that a finding is in or, if it is in none, its line.
type spot struct {
	grid *grid
	line int
}

func (p *page) spotOf(d *rules.Diagnostic) spot {
	if place(d) < 0 {
		return spot{}
	}
	if g := p.gridAt(d.Span.File, d.Span.Start); g != nil {
		return spot{grid: g}
	}
	return spot{line: p.ownLine(d)}
}

// fits reports whether a line can be shown without leaving out the text
// between two findings.
func (s spot) fits(f *report.File) bool {
	if s.line == 0 {
		return true
	}
	text, _ := f.Line(s.line)
	return len(text) <= widestPassage
}

// passages puts the findings together that are about one table, or one line
// that can be shown whole. Those about the whole file, or none, come first.
func (p *page) passages(f *fileFindings) []passage {
	slices.SortStableFunc(f.findings, func(a, b *rules.Diagnostic) int { return cmp.Compare(place(a), place(b)) })
	var all []passage
	var at spot
	for _, d := range f.findings {
		p.last++
		here := p.spotOf(d)
		if last := len(all) - 1; last >= 0 && here == at && here.fits(d.Span.File) {
			all[last].findings = append(all[last].findings, d)
		} else {
			all = append(all, passage{findings: []*rules.Diagnostic{d}, first: p.last})
		}
		at = here
	}
	for i := range all {
		all[i].source = p.sourceOf(&all[i])
	}
	return all
}

// place orders the findings of a file; -1 is before its first line.
func place(d *rules.Diagnostic) int {
	if d.Span.File == nil || wholeFile(d.Span) {
		return -1
	}
	return d.Span.Start
}

// passage writes a part of the document and, beside it, the findings.
func (p *page) passage(g passage) {
	p.line(`<div class="passage">`)
	if g.source.file != nil {
		p.source(g.source)
	}
	p.line(`<ol class="list">`)
	for i, d := range g.findings {
		p.finding(d, g.first+i, g.source.file != nil)
	}
	p.line("</ol>\n</div>")
}

func findingID(number int) string { return "finding-" + strconv.Itoa(number) }

func markID(number int) string { return "mark-" + strconv.Itoa(number) }

// finding writes one finding; marked says that the source has a mark of it.
func (p *page) finding(d *rules.Diagnostic, number int, marked bool) {
	p.tag("li", "id", findingID(number), "class", "finding "+d.Severity.String(),
		"data-severity", d.Severity.String(), "data-rule", oneLine(d.Rule))
	p.WriteString("\n<h4>")
	p.number(number, marked, markID(number))
	p.WriteString(" ")
	p.element("strong", p.severity(d.Severity), "class", "severity")
	p.text(" " + p.in(d.Message))
	p.WriteString("</h4>\n<p class=\"where\">")
	p.where(d)
	p.element("a", oneLine(d.Rule), "class", "rule", "href", "#r-"+oneLine(d.Rule))
	p.line("</p>")
	p.remarksOf(d)
	p.line("</li>")
}

// number writes the number of a finding, which leads to its other half.
func (p *page) number(n int, linked bool, to string) {
	if linked {
		p.element("a", strconv.Itoa(n), "class", "no", "href", "#"+to)
	} else {
		p.element("span", strconv.Itoa(n), "class", "no")
	}
}

// where writes the line and the place in words.
func (p *page) where(d *rules.Diagnostic) {
	if f := d.Span.File; f != nil && !wholeFile(d.Span) {
		at := p.region(d.Span).from
		p.fileLink(f, at.Line, p.say("第 %d 行第 %d 列", "line %d, column %d", at.Line, at.Column))
		p.text(" ")
	}
	if words := p.in(d.Place); words != "" {
		p.text(words + " ")
	}
}

// remarksOf writes the notes, and the related places in other files.
func (p *page) remarksOf(d *rules.Diagnostic) {
	_, hidden := fewer(p.neighbours(d), p.ownLine(d))
	elsewhere, more := listed(inOtherFiles(d))
	notes := p.remarks(d, append(hidden, more...))
	if len(notes)+len(elsewhere) == 0 {
		return
	}
	p.WriteString("<dl>")
	for _, n := range notes {
		p.element("dt", n.key)
		p.element("dd", n.text)
	}
	for _, r := range elsewhere {
		p.element("dt", p.say("相关", "see"))
		p.WriteString("<dd>")
		p.text(p.in(r.Message) + " ")
		if f := r.Span.File; f != nil {
			line := p.region(r.Span).from.Line
			p.fileLink(f, line, clean(f.Name)+":"+strconv.Itoa(line))
		}
		p.WriteString("</dd>")
	}
	p.line("</dl>")
}

func (p *page) ownLine(d *rules.Diagnostic) int {
	if place(d) < 0 {
		return 0
	}
	return p.seek(d.Span.File, d.Span.Start)
}
