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
	matcher *matcher
	section []string  // by block
	hits    []ruleSet // by block: the rules whose words it holds
	any     ruleSet

	reading *reading      // see Pass.reading
	counted []blockCounts // see Pass.countsIn

	cuts      []run // by block: its sentences, cut when a rule first asks for them
	sentences []sentence
}

// run is a part of prose.sentences; end is 0 until there is one.
type run struct{ start, end int }

// sentence is a part of the text of a block and the rules whose words it holds.
type sentence struct {
	from, to int
	rules    ruleSet
}

// newProse searches the running text once for the words of all rules.
func newProse(form *profile.Form, m *matcher) *prose {
	blocks := form.Report.Blocks
	t := &prose{
		form: form, matcher: m,
		section: make([]string, len(blocks)), hits: make([]ruleSet, len(blocks)), cuts: make([]run, len(blocks)),
	}
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

// of returns the sentences of a block.
func (t *prose) of(block int) []sentence {
	c := &t.cuts[block]
	if c.end == 0 {
		c.start = len(t.sentences)
		text, at := t.form.Report.Blocks[block].Prose, 0
		text.EachSentence(func(s report.Prose) bool {
			at += report.BlankAt(text.Text[at:]) // blanks stand between sentences, nothing else
			cut := sentence{from: at, to: at + len(s.Text)}
			t.matcher.search(s.Text, &cut.rules)
			t.sentences = append(t.sentences, cut)
			at = cut.to
			return true
		})
		c.end = len(t.sentences)
	}
	return t.sentences[c.start:c.end]
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
	for i := range p.Report.Blocks {
		if !p.prose.hits[i].has(p.number) {
			continue
		}
		for _, s := range p.prose.of(i) {
			if s.rules.has(p.number) && !yield(p.sentence(i, s)) {
				return
			}
		}
	}
}

// hits reports whether the block holds one of the words. It knows without
// looking when they are those of the rule that asks.
func (p *Pass) hits(words []string, block int) bool {
	if len(p.rule.Words) > 0 && &p.rule.Words[0] == &words[0] {
		return p.prose.hits[block].has(p.number)
	}
	return containsAny(p.Report.Blocks[block].Prose.Text, words)
}

// MentionBlocks yields, in order, the blocks that hold a word of the rule. It
// is for rules that read whole paragraphs: to cut them costs more.
func (p *Pass) MentionBlocks(yield func(block int) bool) {
	for i := range p.Report.Blocks {
		if p.prose.hits[i].has(p.number) && !yield(i) {
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
		for _, s := range p.prose.of(i) {
			if !yield(p.sentence(i, s)) {
				return
			}
		}
	}
}

func (p *Pass) sentence(block int, s sentence) Sentence {
	return Sentence{p.Report.Blocks[block].Prose.Sub(s.from, s.to), p.prose.section[block], block}
}
