package reporter

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// The page's looks and the little that it does. Neither holds < or &, so the
// page is well-formed XML too, which is how the tests read it.
//
//go:embed page.css
var pageStyle string

//go:embed page.js
var pageScript string

// HTML writes one page for people who look through the reports of many
// organs. It needs nothing else: no network, no other file, and no script but
// to leave out findings.
func HTML(w io.Writer, r *rules.Result, o Options) error {
	p := &page{printer: newPrinter(w, o.of(r)), files: perFile(r)}
	p.head(r)
	p.WriteString("<body>\n")
	p.element("a", p.say("跳到结果", "skip to the findings"), "class", "skip", "href", "#findings")
	p.header(r)
	p.WriteString("<main>\n")
	p.overview(r)
	p.reports(r)
	p.unchecked(r)
	p.glossary(r.Diagnostics)
	p.WriteString("</main>\n")
	p.footer(r)
	p.WriteString("<script>" + pageScript + "</script>\n</body>\n</html>\n")
	return p.Flush()
}

// page writes the page.
type page struct {
	*printer
	files []*fileFindings
	last  int   // number of the last finding
	grids grids // of the file looked at last
}

// head writes what browsers read. Nothing may be loaded, and nothing run but
// the page's own script: text of a document could not even if it were not
// escaped.
func (p *page) head(r *rules.Result) {
	p.line("<!DOCTYPE html>")
	p.tag("html", "lang", p.say("zh-CN", "en"))
	p.WriteString("\n<head>\n")
	for _, meta := range [][]string{
		{"charset", "utf-8"},
		{"http-equiv", "Content-Security-Policy", "content", "default-src 'none'; style-src " + hashOf(pageStyle) +
			"; script-src " + hashOf(pageScript) + "; base-uri 'none'; form-action 'none'"},
		{"name", "viewport", "content", "width=device-width, initial-scale=1"},
		{"name", "color-scheme", "content", "light dark"},
		{"name", "referrer", "content", "no-referrer"},
	} {
		p.empty("meta", meta...)
		p.line()
	}
	p.element("title", p.outcome(r))
	p.WriteString("\n<style>" + pageStyle + "</style>\n</head>\n")
}

// hashOf names an inline text in a content security policy.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// element writes an element that holds text.
func (p *printer) element(name, text string, attributes ...string) {
	p.tag(name, attributes...)
	p.text(text)
	p.WriteString("</" + name + ">")
}

func (p *page) outcome(r *rules.Result) string {
	if r.Reports == 0 && len(r.Diagnostics) == 0 {
		return p.nothingChecked(totalsOf(r))
	}
	return p.verdict(totalsOf(r))
}

func (p *page) header(r *rules.Result) {
	p.WriteString("<header id=\"top\">\n")
	p.element("h1", p.say("政府信息公开工作年度报告核对", "Annual reports checked"))
	p.line()
	p.element("p", p.outcome(r)+p.say("。", "."), "class", "verdict")
	t := count(r.Diagnostics)
	p.WriteString("\n<dl class=\"tiles\">\n")
	p.tile("", p.say("报告", "reports"), r.Reports)
	p.tile("", p.say("其中有问题的", "with findings"), p.withFindings())
	p.tile("error", p.say("错误", "errors"), t.errors)
	p.tile("warning", p.say("警告", "warnings"), t.warnings)
	if t.infos > 0 {
		p.tile("info", p.say("提示", "infos"), t.infos)
	}
	p.WriteString("</dl>\n</header>\n")
}

func (p *page) tile(class, name string, n int) {
	p.tag("div", "class", strings.TrimSpace("tile "+class))
	p.element("dt", name)
	p.element("dd", strconv.Itoa(n))
	p.line("</div>")
}

func (p *page) withFindings() int {
	n := 0
	for _, f := range p.files {
		if f.name != "" && len(f.findings) > 0 {
			n++
		}
	}
	return n
}

// overview writes the two tables that lead to reports and rules.
func (p *page) overview(r *rules.Result) {
	p.line(`<div class="overview">`)
	p.matrix()
	p.byRule(r.Diagnostics)
	p.line("</div>")
}

// byRule counts the findings of each rule, and the reports that have any: what
// many organs get wrong is for whoever trains them.
func (p *page) byRule(list []rules.Diagnostic) {
	names, found := p.rulesUsed(list)
	if len(names) == 0 {
		return
	}
	title := p.say("按规则", "By rule")
	p.open("by-rule", title)
	p.scroller(title)
	p.line("<table>")
	p.columns(p.say("规则", "rule"), p.say("处数", "findings"), p.say("报告份数", "reports"))
	p.line("<tbody>")
	for _, name := range names {
		p.WriteString(`<tr><th scope="row">`)
		p.element("a", p.ruleName(name), "href", "#r-"+oneLine(name))
		p.WriteString("</th>")
		p.element("td", strconv.Itoa(found[name]), "class", "figure")
		p.element("td", strconv.Itoa(p.reportsWith(name)), "class", "figure")
		p.line("</tr>")
	}
	p.line("</tbody></table></div></section>")
}

func (p *page) reportsWith(rule string) int {
	n := 0
	for _, f := range p.files {
		if f.name != "" && slices.ContainsFunc(f.findings, func(d *rules.Diagnostic) bool { return d.Rule == rule }) {
			n++
		}
	}
	return n
}

// ruleName returns what a rule is called.
func (p *page) ruleName(name string) string {
	if title := p.in(p.ruleTitle(name)); title != "" {
		return title
	}
	return oneLine(name)
}

// glossary says what each rule of the findings is about.
func (p *page) glossary(list []rules.Diagnostic) {
	names, _ := p.rulesUsed(list)
	if len(names) == 0 {
		return
	}
	p.open("rules", p.say("规则说明", "What the rules are about"))
	p.line(`<dl class="glossary">`)
	for _, name := range names {
		p.tag("dt", "id", "r-"+oneLine(name))
		p.text(p.ruleName(name) + " ")
		p.element("code", oneLine(name))
		p.WriteString("</dt>")
		if r := p.ruleNamed(name); r != nil {
			p.element("dd", p.describe(r.Page))
		}
		p.line()
	}
	p.line("</dl></section>")
}

// open begins a section with a heading.
func (p *page) open(id, title string) {
	p.tag("section", "id", id, "aria-labelledby", "h-"+id)
	p.line()
	p.element("h2", title, "id", "h-"+id)
	p.line()
}

// scroller begins a box for something that may be wider than the window. It
// takes the focus, so that arrow keys move it.
func (p *page) scroller(name string) {
	p.tag("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", name)
	p.line()
}

// columns writes the heads of columns.
func (p *page) columns(names ...string) {
	p.WriteString("<thead><tr>")
	for _, name := range names {
		p.element("th", name, "scope", "col")
	}
	p.line("</tr></thead>")
}

// unchecked says what was not checked, and why.
func (p *page) unchecked(r *rules.Result) {
	groups := groupSkips(r.Skipped, p.Lang)
	if len(groups) == 0 {
		return
	}
	p.open("skipped", p.say("没有核对的", "Not checked"))
	p.line("<ul>")
	for _, g := range groups {
		p.element("li", p.skipped(g))
		p.line()
	}
	p.line("</ul></section>")
}

func (p *page) footer(r *rules.Result) {
	parts := append([]string{strings.TrimSpace("gouji " + p.Version)}, p.asides(totalsOf(r))...)
	p.WriteString("<footer>")
	p.element("p", strings.Join(parts, p.say("；", "; ")))
	p.line("</footer>")
}
