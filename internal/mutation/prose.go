package mutation

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// proseOperators change the running text.
func proseOperators() []Operator {
	one, ten := report.Int(1), report.Int(10)
	return []Operator{
		{"number", "plus 1", eachStatement(func(n report.Number) report.Number { return n.Add(one) })},
		{"number", "minus 1", eachStatement(func(n report.Number) report.Number { return n.Sub(one) })},
		{"number", "times 10", eachStatement(func(n report.Number) report.Number { return n.Mul(ten) })},
		{"number", "in full width", rewriteNumbers("digit-form", fullWidth)},
		{"number", "blank put behind", rewriteNumbers("digit-form", func(s string) string { return s + " " })},
		{"text", "sign of a pair left out", signsLeftOut},
		{"text", "sign in half width", signsHalved},
		{"text", "two characters doubled", wordsDoubled},
		{"text", "document number changed", documentsChanged},
		{"text", "brackets of document number changed", bracketsChanged},
		{"text", "paragraph left out", paragraphsLeftOut},
		{"preface", "sentence left out", prefaceLeftOut},
		{"preface", "list of sections with a slip", prefaceLists},
		{"text", "sentence put in", eachInsertion(sentences())},
		{"text", "problems changed", problemsChanged},
		{"fee", "sentence changed", feeChanged},
		{"residue", "line put in", eachInsertion(residues())},
	}
}

// eachStatement gives every figure of the text another value.
func eachStatement(to func(report.Number) report.Number) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, s := range b.statements() {
			all = append(all, b.restate(s, to(s.value)))
		}
		return all
	}
}

// restate gives a figure of the text another value. A fee is not repeated
// elsewhere, but it is a multiple of its least price.
func (b *Base) restate(s statement, value report.Number) Mutation {
	m := b.with(s.place.Text()+" → "+value.String(), nil, replace(s.place, value.String()))
	switch {
	case s.ref != profile.Ref{}:
		m.Rules = []string{"prose-mismatch"}
	case !strings.HasSuffix(value.String(), "0"):
		m.Rules = []string{"fee-tariff"}
	default:
		m.Unseen = writtenOnce
	}
	return m
}

// rewriteNumbers writes every figure of the text in another way.
func rewriteNumbers(rule string, write func(string) string) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, s := range b.statements() {
			now := write(s.place.Text())
			all = append(all, b.with(s.place.Text()+" → "+now, []string{rule}, replace(s.place, now)))
		}
		return all
	}
}

// paragraphs returns the indexes of the paragraphs before the sign-off.
func (b *Base) paragraphs() (blocks []int) {
	for i := range b.bound.Report.SignOff.Block {
		if b.bound.Report.Blocks[i].Kind == report.Paragraph {
			blocks = append(blocks, i)
		}
	}
	return blocks
}

// eachSign yields the signs of the paragraphs that are in the list, with what
// stands in their place.
func (b *Base) eachSign(pairs []string, yield func(sign report.Prose, paragraph report.Prose, instead string)) {
	for _, i := range b.paragraphs() {
		prose := b.bound.Report.Blocks[i].Prose
		for at, r := range prose.Text {
			for n := 0; n < len(pairs); n += 2 {
				if string(r) == pairs[n] {
					yield(prose.Sub(at, at+len(pairs[n])), prose, pairs[n+1])
				}
			}
		}
	}
}

// signsLeftOut takes each sign out that has a partner. The partner is left
// alone, or, of two pairs one in the other, a sign that gets the wrong one.
func signsLeftOut(b *Base) (all []Mutation) {
	pairs := []string{"《", "", "》", "", "（", "", "）", "", "〔", "", "〕", "", "“", "", "”", ""}
	b.eachSign(pairs, func(sign, paragraph report.Prose, instead string) {
		rules := []string{"punctuation-pair"}
		if strings.ContainsAny(sign.Text, "〔〕") {
			rules = append(rules, "date-garbled")
		}
		all = append(all, b.with(sign.Text+" in "+paragraph.Text, rules, point(b.File().Span(paragraph.Span.Start, sign.Span.Start)), replace(sign.Span, instead), point(b.File().Span(sign.Span.End, paragraph.Span.End))))
	})
	return all
}

// signsHalved writes each sign in half width.
func signsHalved(b *Base) (all []Mutation) {
	pairs := []string{"，", ",", "。", ".", "；", ";", "：", ":", "（", "(", "）", ")"}
	b.eachSign(pairs, func(sign, paragraph report.Prose, instead string) {
		m := b.with(sign.Text+" in "+paragraph.Text, []string{"punctuation-form"}, replace(sign.Span, instead))
		if instead == "." && sign.Span.End < paragraph.Span.End {
			m.Unseen = "汉字之间的「.」可能是人名的间隔号"
		}
		all = append(all, m)
	})
	return all
}

// wordsDoubled doubles each two characters of Han that adjoin.
func wordsDoubled(b *Base) (all []Mutation) {
	for _, i := range b.paragraphs() {
		prose := b.bound.Report.Blocks[i].Prose
		before := -1
		for at, r := range prose.Text {
			if !unicode.Is(unicode.Han, r) {
				before = -1
				continue
			}
			if before >= 0 {
				word := prose.Sub(before, at+len(string(r)))
				m := b.with(word.Text+" in "+prose.Text, []string{"word-repeated"}, replace(word.Span, word.Text+word.Text))
				if strings.HasPrefix(word.Text, "一") || strings.HasPrefix(word.Text, "二") || strings.HasPrefix(word.Text, "逐") {
					m.Unseen = "数词和「逐」可以叠用"
				}
				all = append(all, m)
			}
			before = at
		}
	}
	return all
}

// documentsChanged makes each figure of the number of a document one more.
func documentsChanged(b *Base) (all []Mutation) {
	b.eachDocument(func(paragraph report.Prose, year, serial report.Prose) {
		for _, part := range [...]report.Prose{year, serial} {
			n, _ := report.ParseNumber(part.Text)
			now := n.Add(report.Int(1)).String()
			all = append(all, b.with(part.Text+" → "+now, []string{"basis-outdated"}, replace(part.Span, now), point(b.File().Span(part.Span.End, part.Span.End+len("号")))))
		}
	})
	return all
}

// eachDocument yields the year and the serial of each number of a document:
// 〔2021〕30号.
func (b *Base) eachDocument(yield func(paragraph, year, serial report.Prose)) {
	for _, i := range b.paragraphs() {
		prose := b.bound.Report.Blocks[i].Prose
		for at := range prose.Text {
			rest, ok := strings.CutPrefix(prose.Text[at:], "〔")
			if !ok {
				continue
			}
			year, rest, _ := strings.Cut(rest, "〕")
			serial, _, _ := strings.Cut(rest, "号")
			from := at + len("〔")
			to := from + len(year) + len("〕")
			yield(prose, prose.Sub(from, from+len(year)), prose.Sub(to, to+len(serial)))
		}
	}
}

// bracketsChanged writes the year of the number of a document in other
// brackets, and its serial with a 0 before.
func bracketsChanged(b *Base) (all []Mutation) {
	b.eachDocument(func(paragraph, year, serial report.Prose) {
		at := b.File().Span(year.Span.Start-len("〔"), serial.Span.End+len("号"))
		for _, now := range [...]string{
			"[" + year.Text + "]" + serial.Text + "号", "（" + year.Text + "）" + serial.Text + "号", "【" + year.Text + "】" + serial.Text + "号",
			"〔" + year.Text + "〕0" + serial.Text + "号", "〔" + year.Text + "〕第" + serial.Text + "号",
		} {
			all = append(all, b.with(at.Text()+" → "+now, []string{"document-number"}, replace(at, now)))
		}
		gone := year.Text + serial.Text + "号"
		all = append(all, b.with(at.Text()+" → "+gone, []string{"basis-outdated"}, replace(at, gone)))
	})
	return all
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
