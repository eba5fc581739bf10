package mutation

import (
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
		rest := points(b.File().Span(paragraph.Span.Start, sign.Span.Start), b.File().Span(sign.Span.End, paragraph.Span.End))
		all = append(all, b.with(sign.Text+" in "+paragraph.Text, rules, append(rest, replace(sign.Span, instead))...))
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
