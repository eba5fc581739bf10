package rules

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Sentence is one sentence of running text.
type Sentence struct {
	report.Prose
	Section string // id of the section that it stands in, "" outside
	Block   int    // index in Report.Blocks
}

// prose is the running text of a report with what the matcher found in it.
type prose struct {
	form    *profile.Form
	section []string  // by block
	hits    []ruleSet // by block: the rules whose words it holds
	any     ruleSet

	reading *reading // see Pass.reading
}

// newProse searches the running text once for the words of all rules.
func newProse(form *profile.Form, m *matcher) *prose {
	blocks := form.Report.Blocks
	t := &prose{form: form, section: make([]string, len(blocks)), hits: make([]ruleSet, len(blocks))}
	for i := range form.Sections {
		s := &form.Sections[i]
		for j := range s.Body {
			t.section[s.First+j] = s.Def.ID
		}
	}
	for i := range blocks {
		if running(&blocks[i]) {
			m.search(blocks[i].Prose.Text, &t.hits[i])
			t.any.add(t.hits[i])
		}
	}
	return t
}

// running reports whether the block is text that people read as sentences.
func running(b *report.Block) bool {
	return b.Kind == report.Paragraph || b.Kind == report.ListItem || b.Kind == report.Heading
}

// signsOff reports whether the block is part of the sign-off or stands behind it.
func (p *Pass) signsOff(block int) bool { return block >= p.Report.SignOff.Block }

// body returns what stands in the section before the sign-off.
func (p *Pass) body(s *profile.BoundSection) []report.Block {
	return s.Body[:max(0, min(len(s.Body), p.Report.SignOff.Block-s.First))]
}

func (t *prose) mentions(rule int) bool { return t.any.has(rule) }

// Mentions yields, in order, the sentences that hold a word of the rule.
func (p *Pass) Mentions(yield func(Sentence) bool) {
	n := p.number
	for i := range p.Report.Blocks {
		if !p.prose.hits[i].has(n) {
			continue
		}
		more := true
		p.Report.Blocks[i].Prose.EachSentence(func(s report.Prose) bool {
			if containsAny(s.Text, p.rule.Words) {
				more = yield(Sentence{s, p.prose.section[i], i})
			}
			return more
		})
		if !more {
			return
		}
	}
}

// Sentences yields every sentence of running text in order.
func (p *Pass) Sentences(yield func(Sentence) bool) {
	for i := range p.Report.Blocks {
		if !running(&p.Report.Blocks[i]) {
			continue
		}
		more := true
		p.Report.Blocks[i].Prose.EachSentence(func(s report.Prose) bool {
			more = yield(Sentence{s, p.prose.section[i], i})
			return more
		})
		if !more {
			return
		}
	}
}
