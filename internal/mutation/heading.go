package mutation

import (
	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// headingOperators change the headings of sections.
func headingOperators() []Operator {
	return []Operator{
		{"heading", "left out", eachSection(1, headingLeftOut)},
		{"heading", "doubled", eachSection(1, headingDoubled)},
		{"heading", "exchanged with next", eachSection(2, headingsExchanged)},
		{"heading", "renumbered", eachSection(1, headingRenumbered)},
		{"heading", "number left out", eachSection(1, headingUnnumbered)},
		{"heading", "one level deeper", eachSection(1, headingDeeper)},
		{"heading", "character left out", headingSlips(leftOut)},
		{"heading", "character doubled", headingSlips(doubled)},
		{"heading", "character replaced", headingSlips(replaced)},
	}
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
