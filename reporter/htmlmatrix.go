package reporter

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// organYear is a place of the matrix.
type organYear struct{ organ, year string }

// matrix writes the counts of each organ and year, which lead to the reports.
func (p *page) matrix() {
	organs, years, reports := p.axes()
	if len(p.files) < 2 || len(organs) == 0 {
		return
	}
	title := p.say("各机关各年", "By organ and year")
	p.open("matrix", title)
	p.legend()
	p.scroller(title)
	p.line("<table class=\"matrix\">")
	p.columns(p.yearHeads(years)...)
	p.line("<tbody>")
	for _, organ := range organs {
		p.matrixRow(organ, years, reports)
	}
	p.line("</tbody></table></div></section>")
}

// axes returns the organs in order of appearance, the years, either with the
// unknown last, and which reports each place has. Two reports in one place
// are of one organ: one of them may be a copy.
func (p *page) axes() (organs, years []string, reports map[organYear][]int) {
	reports = map[organYear][]int{}
	seen := map[string]bool{}
	for i, f := range p.files {
		if f.name == "" {
			continue
		}
		if !seen["organ "+f.organ] {
			organs = append(organs, f.organ)
		}
		if !seen["year "+f.year] {
			years = append(years, f.year)
		}
		seen["organ "+f.organ], seen["year "+f.year] = true, true
		at := organYear{f.organ, f.year}
		reports[at] = append(reports[at], i)
	}
	slices.Sort(years)
	return unknownLast(organs), unknownLast(years), reports
}

func unknownLast(list []string) []string {
	if i := slices.Index(list, ""); i >= 0 {
		return append(slices.Delete(list, i, i+1), "")
	}
	return list
}

func (p *page) yearHeads(years []string) []string {
	heads := []string{p.say("机关", "organ")}
	for _, year := range years {
		heads = append(heads, p.yearName(year))
	}
	return append(heads, p.say("合计", "total"))
}

func (p *page) yearName(year string) string {
	if year == "" {
		return p.say("年份不明", "year unknown")
	}
	return oneLine(year)
}

func (p *page) organName(organ string) string {
	if organ == "" {
		return p.say("机关不明", "organ unknown")
	}
	return oneLine(organ)
}

func (p *page) matrixRow(organ string, years []string, reports map[organYear][]int) {
	var sum tally
	p.WriteString("<tr>")
	p.element("th", p.organName(organ), "scope", "row", "lang", "zh-CN")
	for _, year := range years {
		p.WriteString("<td>")
		of := reports[organYear{organ, year}]
		for _, i := range of {
			p.matrixCell(p.files[i], i)
			sum = sum.plus(p.files[i].tally())
		}
		if len(of) == 0 {
			p.unseen("·", "", p.say("没有报告", "no report"))
		}
		p.WriteString("</td>")
	}
	p.WriteString("<td class=\"total\">")
	p.signs(sum)
	p.line("</td></tr>")
}

// legend says what the signs of the matrix mean. Colour only repeats them.
func (p *page) legend() {
	p.WriteString(`<p class="key">`)
	for _, s := range severities() {
		p.element("span", sign(s), "class", "count "+s.String())
		p.text(" " + p.severity(s) + p.say("　", "  "))
	}
	p.element("span", "✓", "class", "fine")
	p.text(p.say(" 没有发现问题　· 没有报告", " no problems found  · no report"))
	p.line("</p>")
}

// severities returns them with the worst first.
func severities() []rules.Severity { return []rules.Severity{rules.Error, rules.Warning, rules.Info} }

// sign returns what stands for a severity where there is no room for words.
func sign(s rules.Severity) string {
	switch s {
	case rules.Error:
		return "✗"
	case rules.Warning:
		return "△"
	}
	return "○"
}

// signs writes how many findings there are, with a sign for each severity.
func (p *page) signs(t tally) {
	if t == (tally{}) {
		p.counts(t)
		return
	}
	for _, s := range severities() {
		if n := t.of(s); n > 0 {
			p.tag("span", "class", "count "+s.String())
			p.element("span", sign(s), "aria-hidden", "true")
			p.element("b", strconv.Itoa(n))
			p.element("span", " "+p.severities(s, n), "class", "unseen")
			p.WriteString("</span> ")
		}
	}
}

// matrixCell writes the counts of one report.
func (p *page) matrixCell(f *fileFindings, index int) {
	if len(f.findings) > 0 {
		p.tag("a", "href", "#"+reportID(index))
		p.signs(f.tally())
		p.WriteString("</a>")
	} else {
		p.signs(tally{})
	}
	p.unverified(len(f.skipped))
}

// unverified says how many rules could not check a report: that nothing was
// found must not look like all is well.
func (p *page) unverified(n int) {
	if n > 0 {
		p.element("small", p.say("%d 项未核", "%d not checked", n))
	}
}

// counts writes how many findings there are, in words.
func (p *page) counts(t tally) {
	if t == (tally{}) {
		p.unseen("✓", "fine", p.say("没有发现问题", "no problems found"))
		return
	}
	for _, s := range severities() {
		n := t.of(s)
		if n == 0 {
			continue
		}
		p.tag("span", "class", "count "+s.String())
		p.element("b", strconv.Itoa(n))
		p.text(" " + p.severities(s, n))
		p.WriteString("</span> ")
	}
}

// unseen writes a sign, and what it means for those who do not see it.
func (p *page) unseen(sign, class, meaning string) {
	p.element("span", sign, "aria-hidden", "true", "class", strings.TrimSpace("sign "+class), "title", meaning)
	p.element("span", meaning, "class", "unseen")
}

func (f *fileFindings) tally() (t tally) {
	for _, d := range f.findings {
		t.add(d.Severity)
	}
	return t
}

func reportID(index int) string { return "report-" + strconv.Itoa(index+1) }
