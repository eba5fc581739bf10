package reporter

import (
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// listFinding writes one finding in the layout List: no marks, all in words.
func (p *printer) listFinding(d *rules.Diagnostic) {
	p.headline(d)
	p.listPlace(d)
	sum := p.addition(d)
	var hidden []rules.Related
	if len(sum) == 0 {
		p.listText(d)
		hidden = p.listRelated(d)
	}
	p.listSum(sum)
	for _, n := range p.notes(d, hidden) {
		if len(sum) == 0 || n.text != d.Formula {
			p.item(n.key, n.text)
		}
	}
}

func (p *printer) item(key, text string) {
	p.line("  ", p.palette.paint(p.palette.key, key), ": ", text)
}

func (p *printer) listPlace(d *rules.Diagnostic) {
	where := p.in(d.Place)
	if d.Span.File != nil {
		at := p.placeInWords(d.Span)
		if where != "" {
			at += p.say("，", ", ")
		}
		where = at + where
	}
	if where != "" {
		p.item(p.say("位置", "where"), where)
	}
}

// listText says what stands at the place, when it is short, and what the
// label under it would have said.
func (p *printer) listText(d *rules.Diagnostic) {
	text := strings.TrimSpace(d.Span.Text())
	if text != "" && len(text) <= longestQuote && !strings.Contains(text, "\n") {
		p.item(p.say("原文", "text"), oneLine(text))
	}
	if label := p.ownLabel(d); label != "" {
		p.item(p.say("说明", "note"), label)
	}
}

// longestQuote is how many bytes of the document are quoted: 40 Chinese
// characters, two lines of a narrow screen.
const longestQuote = 120

// listRelated writes the related places, each with where it is unless that
// is the line of the finding itself. It returns those that it left out.
func (p *printer) listRelated(d *rules.Diagnostic) []rules.Related {
	related, hidden := listed(d.Related)
	for _, r := range related {
		message := p.in(r.Message)
		if message == "" {
			continue
		}
		if r.Span.File != nil && !p.sameLine(d.Span, r.Span) {
			message += p.say("（%s）", " (%s)", p.placeInWords(r.Span))
		}
		p.item(p.say("相关", "see"), message)
	}
	return hidden
}

// entry is a line of a written-out addition.
type entry struct{ sign, name, value string }

// addition writes out the formula as a column of figures, if it is the sum
// of the related figures, or of those that are not 0; else it returns none.
func (o Options) addition(d *rules.Diagnostic) []entry {
	for _, zeros := range []bool{true, false} {
		addends := o.addends(d, zeros)
		if len(addends) < 2 || d.Actual == "" || written(addends)+" = "+d.Expected != d.Formula {
			continue
		}
		addends[0].sign = " "
		return append(addends,
			entry{"=", o.say("应为", "should be"), d.Expected},
			entry{" ", o.say("实为", "is"), d.Actual})
	}
	return nil
}

// addends returns the related figures.
func (o Options) addends(d *rules.Diagnostic, zeros bool) []entry {
	var list []entry
	for _, r := range d.Related {
		if name, ok := operandName(o.in(r.Message), r.Value); ok && (zeros || r.Value != "0") {
			list = append(list, entry{"+", name, r.Value})
		}
	}
	return list
}

// written returns the addition as a formula writes it.
func written(addends []entry) string {
	values := make([]string, len(addends))
	for i, e := range addends {
		values[i] = e.value
	}
	return strings.Join(values, " + ")
}

// listSum writes the entries with the figures one under the other.
func (p *printer) listSum(entries []entry) {
	var names, values int
	for _, e := range entries {
		names = max(names, columnsIn(e.name))
		values = max(values, columnsIn(e.value))
	}
	for _, e := range entries {
		p.line("   ", e.sign, " ", e.name, strings.Repeat(" ", names-columnsIn(e.name)+2+values-columnsIn(e.value)), e.value)
	}
}
