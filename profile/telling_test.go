package profile

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gouji-lint/gouji/report"
)

// A paragraph is read only as far as something may make a claim. It makes the
// same claims as when all of its sentences are read.
func TestNothingToldIsPassedOver(t *testing.T) {
	form := overview("2023", "# （一）依申请公开", "")
	parts := tellingParts(form.Profile)
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), "")
		claims := rapid.SampledFrom([]claimSet{form.Profile.claimed[0], 1, 1 << 9, form.Profile.lexicon().alone}).Draw(t, "claims")
		p := report.Prose{Text: text, Span: report.NewFile("x.md", text).Span(0, len(text))}
		if got, want := told(form, p, claims, (*claimReader).read), told(form, p, claims, (*claimReader).readAll); got != want {
			t.Fatalf("%q: got %s, want %s", text, got, want)
		}
	})
}

// readAll reads every sentence of a paragraph.
func (r *claimReader) readAll(p report.Prose, block int) bool {
	r.subject, r.seen, r.leveled, r.paragraph, r.block = r.about, 1<<r.about, false, p, block
	report.EachSentenceAt(p.Text, func(from, to int) bool {
		r.from, r.whole = from, report.Prose{}
		r.sentence(p.Text[from:to])
		return true
	})
	return true
}

// told lists what a paragraph claims, read in that way.
func told(form *Form, p report.Prose, claims claimSet, read func(*claimReader, report.Prose, int) bool) string {
	var list []string
	r := claimReader{form: form, tokenizer: newTokenizer(form.Profile.lexicon()), year: 2023, claims: claims}
	r.yield = func(s Statement) bool {
		list = append(list, fmt.Sprintf("%s=%s at %d", s.Claim.ID, s.Value, s.Sentence.Span.Start+s.At))
		return true
	}
	read(&r, p, 1)
	return strings.Join(list, " ")
}

// tellingParts are what a text that may make claims is put together from.
func tellingParts(p *Profile) []string {
	parts := strings.Split("3 12 1,234 1.5 2023年 ２ 三 十二 一百五 三五 两 3万 5千 亿 第 件 宗 余 % 万件 次 ， 。 ； ; ? ！ ： 、 （ ） “ ” 《 》 a 局 我局 共 了 和 并 6月 12月 é 𠀀 \n", " ")
	parts = append(parts, "收到申请3件", "全部办结。", "没有行政复议。", " ", "\u3000", "\u00a0")
	for i := range p.Claims {
		parts = append(parts, p.Claims[i].Words...)
	}
	for _, s := range p.Subjects() {
		parts = append(parts, s.Words...)
	}
	return parts
}
