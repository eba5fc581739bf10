package rules

import (
	_ "embed"
	"fmt"
)

//go:embed heading-sequence.md
var headingSequencePage string

var headingSequence = Rule{
	Name:     "heading-sequence",
	Title:    Message{"序号不连续", "ordinals out of sequence"},
	Family:   Writing,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     headingSequencePage,
	Check:    checkHeadingSequence,
}

// checkHeadingSequence reports ordinals that do not follow their sibling.
// Those of the first level are section-number's.
func checkHeadingSequence(p *Pass) {
	var last [5]numbered // by level; N is 0 where the list has not begun
	for _, o := range p.outline() {
		before := last[o.Level]
		last[o.Level] = o
		for level := o.Level + 1; level < len(last); level++ {
			last[level].N = 0
		}
		if o.Level == 1 || o.N == 1 || before.N == 0 || o.N == before.N+1 || p.numberedBetween(before, o) {
			continue
		}
		p.flagSequence(before, o)
	}
}

// numberedBetween reports whether the ordinals between a and b stand inside
// of paragraphs: （一）…。（二）…。
func (p *Pass) numberedBetween(a, b numbered) bool {
	if b.N <= a.N+1 {
		return false
	}
	for n := a.N + 1; n < b.N; n++ {
		if !p.hasOrdinal(a.block, b.block, b.Level, n) {
			return false
		}
	}
	return true
}

func (p *Pass) flagSequence(before, o numbered) {
	should := ordinalForms(o.Level, before.N+1)[0]
	at, previous := place{o.block, 0, o.label(p)}, place{before.block, 0, before.label(p)}
	zh, en := fmt.Sprintf("「%s」之后应为「%s」，实为「%s」", p.textAt(previous), should, p.textAt(at)),
		fmt.Sprintf("%s is followed by %s, not by %s", p.textAt(previous), should, p.textAt(at))
	if o.N == before.N {
		zh, en = fmt.Sprintf("序号「%s」重复，应为「%s」", p.textAt(at), should), fmt.Sprintf("%s is there twice, should be %s", p.textAt(at), should)
	}
	p.Flag(Diagnostic{
		Span:    p.spanAt(at),
		Message: Message{zh, en},
		Label:   Message{fmt.Sprintf("应为「%s」", should), fmt.Sprintf("should be %s", should)},
		Related: []Related{{Span: p.spanAt(previous), Message: Message{"前一个", "the one before"}}},
		Help:    Message{"检查是否漏了一段，或者序号写错", "is a part missing, or the number wrong?"},
		Basis:   "GB/T 9704-2012 7.3.3：结构层次序数依次标注",
	})
}
