package mutation

import (
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// paragraphs returns the indexes of the paragraphs before the sign-off.
func (b *Base) paragraphs() (blocks []int) {
	for i := range b.bound.Report.SignOff.Block {
		if b.bound.Report.Blocks[i].Kind == report.Paragraph {
			blocks = append(blocks, i)
		}
	}
	return blocks
}

// paragraphsLeftOut takes out what the form wants to be said.
func paragraphsLeftOut(b *Base) (all []Mutation) {
	for _, i := range b.paragraphs() {
		prose := b.bound.Report.Blocks[i].Prose
		m := b.with(prose.Text, nil, replace(prose.Span, ""))
		switch s := b.sectionAt(i); {
		case s == nil:
			m.Unseen = freeText
		case s.Def.ID == "others":
			m.Rules = []string{"section-empty"}
			m.Places = append(m.Places, Place{s.Block.Span.Start, s.Block.Span.End})
		case s.Def.ID == "problems":
			m.Unseen = "余下的文字仍说到问题和改进"
		case b.aloneOn(s, i):
			m.Rules = []string{"overview-aspects"}
			m.Places = append(m.Places, Place{s.Block.Span.Start, s.Block.Span.End})
		default:
			m.Unseen = freeText
		}
		all = append(all, m)
	}
	return all
}

// freeText is why a paragraph is not missed.
const freeText = "没有规定的文字，少一段也成文"

// sectionAt returns the section that a block stands in, nil before the first.
func (b *Base) sectionAt(block int) *profile.BoundSection {
	for i := range b.bound.Sections {
		if s := &b.bound.Sections[i]; block >= s.First && block < s.First+len(s.Body) {
			return s
		}
	}
	return nil
}

// aloneOn reports whether the block is the only one of its section that speaks
// of some aspect that the format names.
func (b *Base) aloneOn(s *profile.BoundSection, block int) bool {
	return slices.ContainsFunc(b.bound.Profile.Aspects, func(a profile.Aspect) bool {
		if a.Section != s.Def.ID || len(a.Kinds) > 0 && !a.Of(b.bound.Report.Meta.Kind.Value) {
			return false
		}
		for i := s.First; i < s.First+len(s.Body); i++ {
			if i != block && containsAny(b.bound.Report.Blocks[i].Prose.Text, a.Words) {
				return false
			}
		}
		return true
	})
}
