package mutation

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// titleOperators change the title and the names of the organ.
func titleOperators() []Operator {
	return []Operator{
		{"title", "left out", titleLeftOut},
		{"title", "character left out", titleSlips(leftOut)},
		{"title", "character doubled", titleSlips(doubled)},
		{"title", "character replaced", titleSlips(replaced)},
		{"organ", "character left out", organSlips(leftOut)},
		{"organ", "character doubled", organSlips(doubled)},
		{"organ", "character replaced", organSlips(replaced)},
		{"organ", "another one", otherOrgan},
		{"organ", "kind without power to make rules", powerlessKind},
		{"sign-off", "organ left out", signOffWithout(func(s *report.SignOff) []report.Span { return []report.Span{s.Organ.Span} })},
		{"sign-off", "date left out", signOffWithout(func(s *report.SignOff) []report.Span { return []report.Span{s.Raw.Span} })},
		{"sign-off", "left out", signOffWithout(func(s *report.SignOff) []report.Span { return []report.Span{s.Organ.Span, s.Raw.Span} })},
	}
}

func titleLeftOut(b *Base) []Mutation {
	title := b.bound.Report.Title.Span
	start := strings.LastIndexByte(b.Text[:title.Start], '\n') + 1
	return []Mutation{b.with("", []string{"title-form"}, edit{0, 0, marked("")}, edit{start, title.End, marked("")})}
}

// titleSlips makes each character of the title wrong: of the name of the
// organ, or of the document.
func titleSlips(wrong slip) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		title := b.bound.Report.Title
		organ := b.bound.Report.Meta.Organ.Value
		for i, m := range b.slips(title, wrong, "title-form") {
			if at := byteOf(title.Text, letters(title.Text)[i]); at < len(organ) {
				m.Rules = []string{"organ-mismatch"}
				m.Unseen = shortened(wrong, title.Text, at)
			}
			all = append(all, m)
		}
		return all
	}
}

// byteOf returns where the n-th character of a text begins.
func byteOf(text string, n int) int {
	at := 0
	for range n {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// shortened says why nobody can tell a name with a character left out from a
// wrong one.
func shortened(wrong slip, text string, at int) string {
	n := utf8.RuneCountInString(text[:at])
	if len(wrong([]rune(text), n)) < utf8.RuneCountInString(text) {
		return "少字的机关名称可以是简称"
	}
	return ""
}

// names returns where the front matter and the sign-off name the organ.
func (b *Base) names() []report.Span {
	return []report.Span{b.bound.Report.Meta.Organ.Span, b.bound.Report.SignOff.Organ.Span}
}

// organSlips makes each character of the name wrong, in one of its places.
func organSlips(wrong slip) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, s := range b.names() {
			text := s.Text()
			for i := range []rune(text) {
				now := string(wrong([]rune(text), i))
				m := b.with(text+" → "+now, []string{"organ-mismatch", "word-repeated"}, replace(s, now))
				m.Unseen = shortened(wrong, text, byteOf(text, i))
				all = append(all, m)
			}
		}
		return all
	}
}

// otherOrgan puts the name of another organ of the same kind in one place.
func otherOrgan(b *Base) (all []Mutation) {
	title := b.bound.Report.Title
	organ := b.bound.Report.Meta.Organ.Value
	for _, s := range append(b.names(), title.Slice(0, len(organ))) {
		for _, name := range [...]string{"吕梁市人民政府", "样本市人民政府"} {
			all = append(all, b.with(s.Text()+" → "+name, []string{"organ-mismatch"}, replace(s, name)))
		}
	}
	return all
}

// powerlessKind makes the organ one that cannot make 规章.
func powerlessKind(b *Base) (all []Mutation) {
	kind := b.bound.Report.Meta.Kind.Span
	row := b.bound.Tables[0].Rows[0].Source.Span
	for _, k := range [...]string{"department", "county", "township"} {
		m := b.with(k, []string{"rule-power", "published-late"}, replace(kind, k), point(row), point(b.bound.Report.Meta.Published.Span))
		all = append(all, m)
	}
	return all
}

// signOffWithout takes parts of the sign-off out. What is left of it, or the
// end of the text before it, shows that they are not there.
func signOffWithout(parts func(*report.SignOff) []report.Span) func(*Base) []Mutation {
	return func(b *Base) []Mutation {
		s := &b.bound.Report.SignOff
		edits := points(s.Organ.Span, s.Raw.Span, b.bound.Report.Blocks[s.Block-1].Prose.Span)
		var gone []edit
		for _, span := range parts(s) {
			gone = append(gone, replace(span, ""))
		}
		return []Mutation{b.with("", []string{"signature-missing"}, append(gone, edits...)...)}
	}
}
