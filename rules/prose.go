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

// prose is the running text of a report with what the scanner found in it.
type prose struct {
	reading

	form    *profile.Form
	kind    report.Fact // of the organ, see Pass.OrganKind
	matcher *matcher
	section []int       // by block: the index of its section in Form.Sections, and 1; 0 outside
	lacks   []aspectSet // by the same number: what the section should speak of and does not
	hits    []hit       // in order
	heads   []int32     // by rule: one more than the index of the first of its hits, 0 for none
	first   []int       // by block: the first of its hits, and one more
	texts   []textFacts // of the sections that are compared with those of other reports

	counted []blockCounts // see Pass.countsIn

	cuts      []run // by block: its sentences, cut when a rule first asks for them
	sentences []extent
}

// aspectSet is a set of aspects of a profile by their number, which is small.
type aspectSet [4]uint64

func (s *aspectSet) set(n int)      { s[n>>6] |= 1 << (n & 63) }
func (s *aspectSet) clear(n int)    { s[n>>6] &^= 1 << (n & 63) }
func (s *aspectSet) empty() bool    { return s[0]|s[1]|s[2]|s[3] == 0 }
func (s *aspectSet) has(n int) bool { return s[n>>6]&(1<<(n&63)) != 0 }

// run is a part of prose.sentences; end is 0 until there is one.
type run struct{ start, end int }

// extent is a part of the text of a block.
type extent struct{ from, to int }

// read reads the running text once. It uses the memory of what was read before.
// It sums up the texts that others are compared with if that is wanted.
func (t *prose) read(form *profile.Form, m *matcher, compared bool) {
	blocks, kind := form.Report.Blocks, organKind(form.Report)
	*t = prose{
		reading: reading{dates: t.dates[:0], ordinals: t.ordinals[:0]},
		form:    form, kind: kind, matcher: m,
		section: zeros(t.section, len(blocks)), lacks: lacking(t.lacks, form, kind.Value),
		hits: t.hits[:0], first: zeros(t.first, len(blocks)+1), heads: zeros(t.heads, m.aspect),
		texts: t.texts[:0], counted: t.counted[:0], cuts: zeros(t.cuts, len(blocks)), sentences: t.sentences[:0],
	}
	for i := range form.Sections {
		body := &form.Sections[i]
		for j := range body.Body {
			t.section[body.First+j] = i + 1
		}
	}
	s := scanner{prose: t}
	for i := range blocks {
		if b := &blocks[i]; running(b) {
			if compared {
				s.sumUp(t.section[i], b)
			}
			s.scan(i, b.Prose.Text, &t.lacks[t.section[i]])
		}
		t.first[i+1] = len(t.hits)
	}
	s.endText()
	t.link()
}

// link has each hit lead to the next one of its rule.
func (t *prose) link() {
	for i := len(t.hits) - 1; i >= 0; i-- {
		h := &t.hits[i]
		h.next, t.heads[h.rule] = t.heads[h.rule], int32(i+1)
	}
}

// zeros returns n zero values, in the memory of s if it is large enough.
func zeros[S ~[]E, E any](s S, n int) S {
	if cap(s) < n {
		return make(S, n)
	}
	s = s[:n]
	clear(s)
	return s
}

// lacking returns what the sections of an organ's report have to speak of. The
// first is none.
func lacking(memory []aspectSet, form *profile.Form, kind string) []aspectSet {
	all := zeros(memory, 1+len(form.Sections))
	for n := range form.Profile.Aspects {
		if a := &form.Profile.Aspects[n]; a.Of(kind) {
			all[1+form.Profile.Section(a.Section)].set(n)
		}
	}
	return all
}

// of returns the sentences of a block.
func (t *prose) of(block int) []extent {
	c := &t.cuts[block]
	if c.end == 0 {
		c.start = len(t.sentences)
		text := t.form.Report.Blocks[block].Prose.Text
		report.EachSentenceAt(text, func(from, to int) bool {
			t.sentences = append(t.sentences, extent{from, to})
			return true
		})
		c.end = len(t.sentences)
	}
	return t.sentences[c.start:c.end]
}

// sectionOf returns the id of the section that a block stands in, "" outside.
func (t *prose) sectionOf(block int) string {
	if n := t.section[block]; n > 0 {
		return t.form.Sections[n-1].Def.ID
	}
	return ""
}

// numberOf returns what prose.section has for a section, -1 when the form has
// no such section.
func (p *Pass) numberOf(section string) int {
	if n := p.Form.Profile.Section(section); n >= 0 {
		return n + 1
	}
	return -1
}

// in returns the words that stand in a block.
func (t *prose) in(block int) []hit { return t.hits[t.first[block]:t.first[block+1]] }

// has reports whether a word of the rule stands in the block.
func (t *prose) has(block, rule int) bool {
	for i := t.first[block]; i < t.first[block+1]; i++ {
		if int(t.hits[i].rule) == rule {
			return true
		}
	}
	return false
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

func (t *prose) mentions(rule int) bool { return t.heads[rule] > 0 }

// Mentions yields, in order, the sentences that hold a word of the rule.
func (p *Pass) Mentions(yield func(Sentence) bool) {
	p.eachMention(func(int, int) bool { return true }, yield)
}

// eachMention yields those of which such a word, at its place in the text of
// its block, is worth a look.
func (p *Pass) eachMention(worth func(block, at int) bool, yield func(Sentence) bool) {
	block, done := -1, 0 // where the sentence before ends
	for next := p.prose.heads[p.number]; next > 0; {
		h := &p.prose.hits[next-1]
		next = h.next
		at := int(h.at)
		if int(h.block) == block && at < done || !worth(int(h.block), at) {
			continue
		}
		for _, s := range p.prose.of(int(h.block)) {
			if at < s.from || at+int(h.size) > s.to {
				continue
			}
			if block, done = int(h.block), s.to; !yield(p.sentence(block, s)) {
				return
			}
			break
		}
	}
}

// nextWith returns the first block from one on that holds one of the words, or
// behind the last. It knows without looking when they are those of the rule
// that asks.
func (p *Pass) nextWith(words []string, from int) int {
	blocks := p.Report.Blocks
	if len(p.rule.Words) > 0 && &p.rule.Words[0] == &words[0] {
		for _, h := range p.prose.hits[p.prose.first[from]:] {
			if int(h.rule) == p.number {
				return int(h.block)
			}
		}
		return len(blocks)
	}
	for from < len(blocks) && !containsAny(blocks[from].Prose.Text, words) {
		from++
	}
	return from
}

// cued returns, in order, the blocks that hold a word that leads to claims.
// They are known without looking when the rule that asks looks for them.
func (p *Pass) cued() (blocks []int) {
	if p.rule.Claims {
		blocks = make([]int, 0, 16)
		for block := range p.MentionBlocks {
			blocks = append(blocks, block)
		}
		return blocks
	}
	for i := range p.Report.Blocks {
		if containsAny(p.Report.Blocks[i].Prose.Text, p.Form.Profile.Cues()) {
			blocks = append(blocks, i)
		}
	}
	return blocks
}

// MentionBlocks yields, in order, the blocks that hold a word of the rule. It
// is for rules that read whole paragraphs: to cut them costs more.
func (p *Pass) MentionBlocks(yield func(block int) bool) {
	block := -1
	for next := p.prose.heads[p.number]; next > 0; {
		h := &p.prose.hits[next-1]
		if next = h.next; int(h.block) == block {
			continue
		}
		if block = int(h.block); !yield(block) {
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

func (p *Pass) sentence(block int, s extent) Sentence {
	return Sentence{p.Report.Blocks[block].Prose.Sub(s.from, s.to), p.prose.sectionOf(block), block}
}
