package reporter

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// listFinding writes one finding in the layout List: no marks, all in words.
func (p *printer) listFinding(d *rules.Diagnostic) {
	p.headline(d)
	p.listPlace(d)
	sum := p.addition(d)
	if len(sum) == 0 {
		p.listText(d)
		p.listRelated(d)
	}
	p.listSum(sum)
	for _, n := range p.notes(d, 0) {
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
	if label := p.in(d.Label); label != "" {
		p.item(p.say("说明", "note"), label)
	}
}

// longestQuote is how many bytes of the document are quoted: 40 Chinese
// characters, two lines of a narrow screen.
const longestQuote = 120

// listRelated writes the related places, each with where it is unless that
// is the line of the finding itself.
func (p *printer) listRelated(d *rules.Diagnostic) {
	for _, r := range d.Related {
		message := p.in(r.Message)
		if message == "" {
			continue
		}
		if r.Span.File != nil && !sameLine(d.Span, r.Span) {
			message += p.say("（%s）", " (%s)", p.placeInWords(r.Span))
		}
		p.item(p.say("相关", "see"), message)
	}
}

func sameLine(a, b report.Span) bool {
	return a.File == b.File && !wholeFile(a) && lineAt(a.File, a.Start) == lineAt(b.File, b.Start)
}

// entry is a line of a written-out addition.
type entry struct{ sign, name, value string }

// addition writes out the formula as a column of figures, if it is the sum
// of the related figures and nothing else; else it returns none.
func (o Options) addition(d *rules.Diagnostic) []entry {
	var entries []entry
	var values []string
	sign := " "
	for _, r := range d.Related {
		if r.Value == "" {
			continue
		}
		name, ok := operandName(o.in(r.Message), r.Value)
		if !ok {
			return nil
		}
		entries = append(entries, entry{sign, name, r.Value})
		values = append(values, r.Value)
		sign = "+"
	}
	if d.Actual == "" || len(values) < 2 || strings.Join(values, " + ")+" = "+d.Expected != d.Formula {
		return nil
	}
	return append(entries,
		entry{"=", o.say("应为", "should be"), d.Expected},
		entry{" ", o.say("实为", "is"), d.Actual})
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
