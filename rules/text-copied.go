package rules

import (
	_ "embed"
	"fmt"
	"slices"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed text-copied.md
var textCopiedPage string

var textCopied = Rule{
	Name:     "text-copied",
	Title:    Message{"内容与别的报告雷同", "text copied from another report"},
	Family:   Years,
	Severity: Error,
	Since:    "0.1.0",
	Page:     textCopiedPage,
	CheckSet: checkTextCopied,
	Collect:  collectTexts,
}

// checkTextCopied compares each text with the same organ's of last year, and
// with those of other organs for the same year. A text that is last year's is
// reported as such only.
func checkTextCopied(p *SetPass) {
	own := map[*Facts]uint64{} // sections that are last year's, as bits
	for f, prior := range p.Set.Pairs {
		for i := range f.texts {
			t := &f.texts[i]
			if other := prior.text(f, t); other != nil && p.alike(f, prior, t, other) {
				own[f] |= 1 << t.section
			}
		}
	}
	for _, pair := range p.Set.likely() {
		if own[pair.later]&(1<<pair.text.section) == 0 {
			p.alike(pair.later, pair.earlier, pair.text, pair.earlier.text(pair.later, pair.text))
		}
	}
}

// sketchMargin is how far, in percent, a sketch may rate a text too low.
const sketchMargin = 8

// alike compares two texts, exactly if their sketches do not tell them apart,
// and reports the first when it is copied.
func (p *SetPass) alike(f, other *Facts, a, b *textFacts) bool {
	def := &f.Profile.Sections[a.section]
	least := f.Profile.Alike.Percent[def.ID]
	if a.sketch.alike(&b.sketch) < least-sketchMargin {
		return false
	}
	forms, ok := p.Forms(f, other)
	if !ok {
		return false
	}
	left, right := forms[0].Section(def.ID), forms[1].Section(def.ID)
	percent := likeness(left, right)
	if percent < least {
		return false
	}
	d := textCopiedFrom(f, other, left, right, percent)
	if f.Year == other.Year || percent < 100 || !slices.Equal(allLetters(left), allLetters(right)) {
		d.AtMost = Warning
	}
	p.Flag(f, d)
	return true
}

// textCopiedFrom words the finding.
func textCopiedFrom(f, other *Facts, left, right *profile.BoundSection, percent int) Diagnostic {
	whose := Message{fmt.Sprintf("%d年报告", other.Year), fmt.Sprintf("the %d report", other.Year)}
	if f.Year == other.Year {
		whose = Message{"「" + other.Organ + "」的报告", "the report of " + other.Organ}
	}
	same := Message{fmt.Sprintf("有 %d%% 相同", percent), fmt.Sprintf("%d%% the same", percent)}
	if percent == 100 {
		same = Message{"除数字和标点外完全相同", "the same but for figures and punctuation"}
	}
	label := left.Def.Label()
	return Diagnostic{
		Item:    left.Def.ID,
		AtMost:  guessed(f, other),
		Span:    left.Block.Prose.Span,
		Label:   same,
		Message: Message{fmt.Sprintf("「%s」与%s%s", label, whose.ZH, same.ZH), fmt.Sprintf("%s is %s as in %s", label, same.EN, whose.EN)},
		Related: []Related{{Span: right.Block.Prose.Span, Message: whose}},
		Help:    Message{"按本机关本年的情况重写", "write what your organ did this year"},
		Basis:   f.Profile.Alike.Basis,
	}
}
