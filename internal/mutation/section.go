package mutation

import (
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// sectionOperators change the parts of the document and their headings.
func sectionOperators() []Operator {
	return []Operator{
		{"section", "left out", eachSection(1, sectionLeftOut)},
		{"section", "emptied", eachSection(1, sectionEmptied)},
		{"section", "doubled", eachSection(1, sectionDoubled)},
		{"section", "exchanged with next", eachSection(2, sectionsExchanged)},
		{"heading", "left out", eachSection(1, headingLeftOut)},
		{"heading", "doubled", eachSection(1, headingDoubled)},
		{"heading", "exchanged with next", eachSection(2, headingsExchanged)},
		{"heading", "renumbered", eachSection(1, headingRenumbered)},
		{"heading", "number left out", eachSection(1, headingUnnumbered)},
		{"heading", "one level deeper", eachSection(1, headingDeeper)},
		{"heading", "character left out", headingSlips(leftOut)},
		{"heading", "character doubled", headingSlips(doubled)},
		{"heading", "character replaced", headingSlips(replaced)},
		{"subheading", "left out", eachSubheading(1, subheadingLeftOut)},
		{"subheading", "doubled", eachSubheading(1, subheadingDoubled)},
		{"subheading", "exchanged with next", eachSubheading(2, subheadingsExchanged)},
		{"subheading", "renumbered", eachSubheading(1, subheadingRenumbered)},
		{"subheading", "one level deeper", eachSubheading(1, subheadingDeeper)},
		{"subheading", "ordinal of a deeper level", eachSubheading(1, subheadingOfOtherLevel)},
		{"subheading", "character replaced", subheadingSlips},
	}
}

// part is a section of the document, by its place in the form.
type part struct {
	*Base
	n    int
	head report.Span // the line of the heading
	body report.Span // what stands below it, to the next heading or the sign-off
}

// part returns the n-th section.
func (b *Base) part(n int) part {
	s := &b.bound.Sections[n]
	blocks := b.bound.Report.Blocks
	start, end := s.Block.Span.Start, len(b.Text)
	if next := s.First + len(s.Body); next < len(blocks) {
		end = blocks[next].Span.Start
	}
	line := start + strings.IndexByte(b.Text[start:], '\n') + 1
	return part{b, n, b.File().Span(start, line), b.File().Span(line, end)}
}

func (p part) section() *profile.BoundSection { return &p.bound.Sections[p.n] }

func (p part) name() string { return p.section().Def.Label() }

// whole is the section with its heading.
func (p part) whole() report.Span { return p.File().Span(p.head.Start, p.body.End) }

// around returns the headings before and behind the section.
func (p part) around() (spans []report.Span) {
	for _, n := range [...]int{p.n - 1, p.n + 1} {
		if n >= 0 && n < len(p.bound.Sections) {
			spans = append(spans, p.part(n).head)
		}
	}
	return spans
}

// hasTable reports whether the form has a table in the section.
func (p part) hasTable() bool {
	for i := range p.bound.Tables {
		if p.bound.Tables[i].Def.Section == p.section().Def.ID {
			return true
		}
	}
	return false
}

// eachSection changes every section that has so many sections from it to the
// end.
func eachSection(least int, change func(part) Mutation) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for n := range len(b.bound.Sections) - least + 1 {
			p := b.part(n)
			m := change(p)
			m.What = p.name() + m.What
			all = append(all, m)
		}
		return all
	}
}

func sectionLeftOut(p part) Mutation {
	return p.with("", []string{"section-missing"}, append(points(p.around()...), replace(p.whole(), ""))...)
}

func sectionEmptied(p part) Mutation {
	rule := "section-empty"
	if p.hasTable() {
		rule = "table-missing"
	}
	return p.with("", []string{rule}, point(p.head), replace(p.body, "\n"))
}

func sectionDoubled(p part) Mutation {
	rules := []string{"section-extra"}
	return p.with("", rules, point(p.whole()), insert(p.whole().End, p.whole().Text()))
}

func sectionsExchanged(p part) Mutation {
	next := p.part(p.n + 1)
	return p.with("", []string{"section-order"}, replace(p.whole(), next.whole().Text()), replace(next.whole(), p.whole().Text()))
}

func headingLeftOut(p part) Mutation {
	return p.with("", []string{"section-missing"}, append(points(p.around()...), replace(p.head, ""))...)
}

func headingDoubled(p part) Mutation {
	return p.with("", []string{"section-extra"}, point(p.head), insert(p.head.End, "\n"+p.head.Text()))
}

// headingsExchanged exchanges two headings and not what stands below them,
// which then lacks what they promise.
func headingsExchanged(p part) Mutation {
	next := p.part(p.n + 1)
	rules := []string{"section-order", "overview-aspects", "problems-unanswered", "fee-misplaced"}
	return p.with("", rules, replace(p.head, next.head.Text()), replace(next.head, p.head.Text()))
}

func headingRenumbered(p part) Mutation { return p.renumber(p.section().Heading, "section-number") }

// renumber gives a heading the number of the next one.
func (b *Base) renumber(h profile.Heading, rule string) Mutation {
	was := h.Block.Prose.Text[:h.Ordinal.Size]
	return b.with(h.Shown(), []string{rule}, replace(h.Block.Prose.Slice(0, h.Ordinal.Size), ordinalAfter(was, h.Ordinal)), point(h.Block.Prose.Slice(h.Ordinal.Size, len(h.Block.Prose.Text))))
}

func headingUnnumbered(p part) Mutation {
	h := p.section().Heading
	return p.with("", []string{"section-number"}, replace(h.Block.Prose.Slice(0, h.Ordinal.Size), ""), point(h.Block.Prose.Slice(h.Ordinal.Size, len(h.Block.Prose.Text))))
}

func headingDeeper(p part) Mutation {
	m := p.with("", nil, insert(p.head.Start, "#"), point(p.head))
	m.Unseen = byOrdinals
	return m
}

// byOrdinals is why the level that Markdown gives a heading does not matter.
const byOrdinals = "层次看序号，Markdown 的级别不属于报告"

// headingSlips makes each character of the headings wrong.
func headingSlips(wrong slip) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for n := range b.bound.Sections {
			all = append(all, b.slips(b.part(n).section().Block.Prose, wrong, "section-heading")...)
		}
		return all
	}
}

// slips makes each letter of a text behind its ordinal wrong.
func (b *Base) slips(prose report.Prose, wrong slip, rules ...string) (all []Mutation) {
	text := []rune(prose.Text)
	for _, i := range letters(prose.Text) {
		now := string(wrong(text, i))
		all = append(all, b.with(prose.Text+" → "+now, rules, replace(prose.Slice(0, len(prose.Text)), now)))
	}
	return all
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
