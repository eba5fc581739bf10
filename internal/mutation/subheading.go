package mutation

import (
	"fmt"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// subheadingOperators change the headings within sections.
func subheadingOperators() []Operator {
	return []Operator{
		{"subheading", "left out", eachSubheading(1, subheadingLeftOut)},
		{"subheading", "doubled", eachSubheading(1, subheadingDoubled)},
		{"subheading", "exchanged with next", eachSubheading(2, subheadingsExchanged)},
		{"subheading", "renumbered", eachSubheading(1, subheadingRenumbered)},
		{"subheading", "one level deeper", eachSubheading(1, subheadingDeeper)},
		{"subheading", "ordinal of a deeper level", eachSubheading(1, subheadingOfOtherLevel)},
		{"subheading", "character replaced", subheadingSlips},
	}
}

// subheadings returns the headings within a section.
func (p part) subheadings() (all []profile.Heading) {
	s := p.section()
	for i := range s.Body {
		h := &s.Body[i]
		o, ok := report.OrdinalAt(h.Prose.Text)
		if h.Kind == report.Heading && ok {
			all = append(all, profile.Heading{Block: h, Index: s.First + i, Ordinal: o, Numbered: true, Text: h.Prose.Text[o.Size:]})
		}
	}
	return all
}

// under is a heading within a section, with those beside it.
type under struct {
	*Base
	all []profile.Heading
	n   int
}

// eachSubheading changes every heading within a section that has so many from
// it to the end.
func eachSubheading(least int, change func(under) Mutation) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for n := range b.bound.Sections {
			headings := b.part(n).subheadings()
			for i := range len(headings) - least + 1 {
				m := change(under{b, headings, i})
				m.What = headings[i].Shown()
				all = append(all, m)
			}
		}
		return all
	}
}

func (u under) span(n int) report.Span { return u.all[n].Block.Span }

// around returns the headings before and behind.
func (u under) around() (spans []report.Span) {
	for _, n := range [...]int{u.n - 1, u.n + 1} {
		if n >= 0 && n < len(u.all) {
			spans = append(spans, u.span(n))
		}
	}
	return spans
}

// subheadingLeftOut takes a heading out. The numbers show it, but not that of
// the last one.
func subheadingLeftOut(u under) Mutation {
	m := u.with("", []string{"heading-sequence"}, append(points(u.around()...), replace(u.span(u.n), ""))...)
	if u.n == len(u.all)-1 {
		m.Unseen = lastSubheading
	}
	return m
}

// lastSubheading is why the last of a list is not missed.
const lastSubheading = "最后一个小标题之后没有序号可以对照"

func subheadingDoubled(u under) Mutation {
	at := u.span(u.n)
	return u.with("", []string{"heading-sequence"}, point(at), insert(at.End, "\n\n"+at.Text()))
}

func subheadingsExchanged(u under) Mutation {
	a, b := u.span(u.n), u.span(u.n+1)
	return u.with("", []string{"heading-sequence"}, replace(a, b.Text()), replace(b, a.Text()))
}

func subheadingRenumbered(u under) Mutation {
	return u.renumber(u.all[u.n], "heading-sequence")
}

func subheadingDeeper(u under) Mutation {
	m := u.with("", nil, insert(u.span(u.n).Start, "#"), point(u.span(u.n)))
	m.Unseen = byOrdinals
	return m
}

// subheadingOfOtherLevel writes （1） for （一）. It skips a level when it is the
// first, and else is missed where it was.
func subheadingOfOtherLevel(u under) Mutation {
	h := u.all[u.n]
	now := fmt.Sprintf("（%d）", h.Ordinal.N)
	edits := append(points(u.around()...), replace(h.Block.Prose.Slice(0, h.Ordinal.Size), now))
	m := u.with("", []string{"heading-level", "heading-sequence"}, edits...)
	if u.n > 0 && u.n == len(u.all)-1 {
		m.Unseen = lastSubheading
	}
	return m
}

func subheadingSlips(b *Base) (all []Mutation) {
	for n := range b.bound.Sections {
		for _, h := range b.part(n).subheadings() {
			for _, m := range b.slips(h.Block.Prose, replaced) {
				m.Unseen = "小标题由机关自拟，没有规定的文字"
				all = append(all, m)
			}
		}
	}
	return all
}
