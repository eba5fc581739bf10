package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
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
	parts := p.outline()
	if inSequence(parts) {
		return // as nearly always
	}
	var open [5][]numbered // by level: the siblings below the last heading above it
	var last [5]int        // by level: the number that the list before ended with
	for _, o := range parts {
		for level := o.Level + 1; level < len(open); level++ {
			if n := len(open[level]); n > 0 && len(open[o.Level]) == 0 {
				last[o.Level] = open[level][n-1].N // （1）（二）: a level wrong, which is heading-level's
			}
			last[level] = p.checkSiblings(open[level], last[level])
			open[level] = nil
		}
		if above := lastOf(open[:o.Level]); len(open[o.Level]) == 0 && o.N == above+1 {
			last[o.Level] = above // （一）（2）: a level wrong, and （二） is missed
		}
		if o.Level > 1 {
			open[o.Level] = append(open[o.Level], o)
		}
	}
	for level := range open {
		p.checkSiblings(open[level], last[level])
	}
}

// inSequence reports whether each ordinal below the first level is one more
// than its sibling before it, and 1 without one.
func inSequence(parts []numbered) bool {
	var siblings [5]int // by level
	for _, o := range parts {
		clear(siblings[o.Level+1:])
		if siblings[o.Level]++; o.Level > 1 && o.N != siblings[o.Level] {
			return false
		}
	}
	return true
}

// lastOf returns the number of the last ordinal in lists by level.
func lastOf(open [][]numbered) int {
	for _, list := range slices.Backward(open) {
		if n := len(list); n > 0 {
			return list[n-1].N
		}
	}
	return 0
}

// checkSiblings reports the ordinals of one list, and returns the last of
// them. When one is wrong and the rest in order, or two have changed places,
// that is one finding. last is the number that the list before ended with.
func (p *Pass) checkSiblings(list []numbered, last int) int {
	if len(list) == 0 {
		return last
	}
	switch wrong := misnumbered(list); {
	case len(wrong) == 1 && len(list) > 2, exchanged(list, wrong):
		if o := list[wrong[0]]; wrong[0] == 0 || !p.numberedBetween(list[wrong[0]-1], o) {
			p.flagSequence(list, wrong[0])
		}
	case len(wrong) > 0:
		p.checkEach(list, last)
	}
	return list[len(list)-1].N
}

// checkEach compares each ordinal with the one before it. A list may start
// again, and the first one may go on from the list before, or from ordinals
// inside of a paragraph.
func (p *Pass) checkEach(list []numbered, last int) {
	for i, o := range list {
		switch {
		case i == 0:
			if o.N == 2 && o.N != last+1 && !p.hasOrdinal(0, o.block, o.Level, 1) {
				p.flagSequence(list, i)
			}
		case o.N == list[i-1].N+1, o.N == 1 && !p.isSame(list[i-1], o), p.numberedBetween(list[i-1], o):
		default:
			p.flagSequence(list, i)
		}
	}
}

func (p *Pass) flagSequence(list []numbered, i int) {
	o, before := list[i], numbered{}
	if i > 0 {
		before = list[i-1]
	}
	should := ordinalForms(o.Level, before.N+1)[0]
	at := place{o.block, 0, o.label(p)}
	d := Diagnostic{
		Span:    p.spanAt(at),
		Message: Message{fmt.Sprintf("第一个序号应为「%s」，实为「%s」", should, p.textAt(at)), fmt.Sprintf("the first ordinal should be %s, is %s", should, p.textAt(at))},
		Label:   Message{fmt.Sprintf("应为「%s」", should), fmt.Sprintf("should be %s", should)},
		Help:    Message{"检查是否漏了一段，或者序号写错", "is a part missing, or the number wrong?"},
		Basis:   "GB/T 9704-2012 7.3.3：结构层次序数依次标注",
	}
	if i > 0 {
		previous := place{before.block, 0, before.label(p)}
		d.Related = []Related{{Span: p.spanAt(previous), Message: Message{"前一个", "the one before"}}}
		d.Message = Message{
			fmt.Sprintf("「%s」之后应为「%s」，实为「%s」", p.textAt(previous), should, p.textAt(at)),
			fmt.Sprintf("%s is followed by %s, not by %s", p.textAt(previous), should, p.textAt(at)),
		}
		if o.N == before.N {
			d.Message = Message{fmt.Sprintf("序号「%s」重复，应为「%s」", p.textAt(at), should), fmt.Sprintf("%s is there twice, should be %s", p.textAt(at), should)}
		}
	}
	d.Fixes = p.numeralFix(list, i, before.N+1)
	p.Flag(d)
}

// numeralFix writes another number into an ordinal. When the ones before and
// behind it are in order, that is what was meant; else a part may be missing,
// and the fix is not safe.
func (p *Pass) numeralFix(list []numbered, i, n int) []Fix {
	o := list[i]
	at := place{o.block, 0, o.label(p)}
	label, should := p.textAt(at), ordinalForms(o.Level, n)[0]
	is, new := fmt.Sprint(o.N), fmt.Sprint(n)
	if o.Level == 2 {
		is, new = report.HanNumeral(o.N), report.HanNumeral(n)
	}
	if strings.Count(label, is) == 1 {
		should = strings.Replace(label, is, new, 1) // keeps how its brackets are written
	}
	span := p.spanAt(at)
	if span.Text() != label || n >= 100 || o.N >= 100 {
		return nil
	}
	safe := i+1 < len(list) && list[i+1].N == n+1
	return []Fix{{Message{"改为「" + should + "」", "change to " + should}, safe, []Edit{{span, should}}}}
}
