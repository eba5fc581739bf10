package reporter

import (
	"strconv"

	"github.com/gouji-lint/gouji/rules"
)

// filter writes the form that leaves out findings. It is of no use without
// the script, which shows it.
func (p *page) filter(r *rules.Result) {
	p.line(`<form id="filter" hidden="hidden">`)
	p.severityBoxes(count(r.Diagnostics))
	p.ruleChoice(r.Diagnostics)
	p.WriteString("\n<output>")
	p.text(p.say("显示 ", "shown: "))
	p.element("b", strconv.Itoa(len(r.Diagnostics)))
	p.WriteString("</output>\n")
	p.element("a", p.say("回到总览", "back to the top"), "href", "#top")
	p.line("\n</form>")
}

func (p *page) severityBoxes(t tally) {
	p.WriteString("<fieldset>")
	p.element("legend", p.say("级别", "severity"))
	for _, s := range severities() {
		if n := t.of(s); n > 0 {
			p.WriteString("<label>")
			p.empty("input", "type", "checkbox", "name", "severity", "value", s.String(), "checked", "checked")
			p.text(" " + p.severity(s) + " " + strconv.Itoa(n))
			p.WriteString("</label> ")
		}
	}
	p.line("</fieldset>")
}

func (p *page) ruleChoice(list []rules.Diagnostic) {
	p.WriteString("<label>")
	p.text(p.say("规则", "rule") + " ")
	p.WriteString(`<select name="rule">`)
	p.element("option", p.say("全部", "all"), "value", "")
	names, found := p.rulesUsed(list)
	for _, name := range names {
		p.element("option", p.ruleName(name)+" "+strconv.Itoa(found[name]), "value", oneLine(name))
	}
	p.WriteString("</select></label>")
}

// key says how to read the marks.
func (p *page) key() {
	p.WriteString(`<p class="key">`)
	p.element("mark", p.say("粗框", "boxed"), "class", "own error")
	p.text(p.say(" 是有问题的地方，", " is what is wrong; "))
	p.element("span", p.say("数字", "the number"), "class", "no")
	p.text(p.say(" 是右边或下面说明的编号；", " is that of the finding beside or below it; "))
	p.element("mark", p.say("虚线", "dashed"), "class", "rel")
	p.text(p.say(" 是与它有关的地方。", " is what it has to do with."))
	p.line("</p>")
}
