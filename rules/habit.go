package rules

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/report"
)

// place is a part of running text: the bytes [at, end) of a block's text.
type place struct{ block, at, end int }

// habit is one way of writing that may stand in many places of a report. It
// is one finding, at the first place.
type habit struct {
	item   string
	places []place
	also   []place // more to be put right, which belongs to places and is not counted
	name   Message // what should be: one line
	basis  string
	atMost Severity
	// fix returns what should stand in text[i:j] instead; ok is false where
	// that is not certain.
	fix func(text string, i, j int) (should string, ok bool)
}

// flagHabit reports the habit if the report has it.
func (p *Pass) flagHabit(h habit) {
	if len(h.places) == 0 {
		return
	}
	slices.SortFunc(h.places, func(a, b place) int { return cmp.Or(a.block-b.block, a.at-b.at) })
	d := Diagnostic{
		Item: h.item, AtMost: h.atMost, Basis: h.basis,
		Span: p.spanAt(h.places[0]), Message: h.name,
	}
	p.gather(&d, h.places)
	p.rewrite(&d, h)
	p.Flag(d)
}

// maxRelated is how many further places of the same fault are pointed to.
const maxRelated = 5

// gather makes one finding of those at all places, the first of which is the
// finding's own.
func (p *Pass) gather(d *Diagnostic, places []place) {
	n := len(places)
	if n < 2 {
		return
	}
	d.Message.ZH += fmt.Sprintf("（共 %d 处）", n)
	d.Message.EN += fmt.Sprintf(" (%d places)", n)
	for _, other := range places[1:min(n, 1+maxRelated)] {
		d.Related = append(d.Related, Related{Span: p.spanAt(other), Message: Message{"这里也是", "here too"}})
	}
}

// rewrite adds the fix, and what the first place should read to its label.
func (p *Pass) rewrite(d *Diagnostic, h habit) {
	fix := Fix{Title: Message{"改写：" + h.name.ZH, "rewrite: " + h.name.EN}, Safe: true}
	for i, at := range slices.Concat(h.places, h.also) {
		should, ok := h.fix(p.Report.Blocks[at.block].Prose.Text, at.at, at.end)
		switch {
		case i > 0:
		case should == "":
			d.Label = Message{"应删去", "should go"}
		default:
			d.Label = Message{fmt.Sprintf("应为「%s」", should), fmt.Sprintf("should be %s", should)}
		}
		if span := p.spanAt(at); ok && span.Text() == p.textAt(at) { // no markup in between
			fix.Edits = append(fix.Edits, Edit{Span: span, New: should})
		}
	}
	if len(fix.Edits) > 0 {
		d.Fixes = []Fix{fix}
		d.Help = Message{"只改写法，不改内容；可用 gouji fix 一次改好", "this is about form only; gouji fix puts it right"}
	}
}

func (p *Pass) textAt(at place) string { return p.Report.Blocks[at.block].Prose.Text[at.at:at.end] }

func (p *Pass) spanAt(at place) report.Span {
	return p.Report.Blocks[at.block].Prose.Slice(at.at, at.end)
}
