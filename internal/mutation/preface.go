package mutation

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// preface returns the paragraph before the first section.
func (b *Base) preface() report.Prose { return b.bound.Report.Blocks[b.paragraphs()[0]].Prose }

// prefaceLeftOut takes each sentence of the preface out. Only the statistics
// period must be there.
func prefaceLeftOut(b *Base) (all []Mutation) {
	preface := b.preface()
	preface.EachSentence(func(s report.Prose) bool {
		rest := b.File().Span(preface.Span.Start, s.Span.Start)
		m := b.with(s.Text, []string{"period-missing"}, point(rest), replace(s.Span, ""))
		if !strings.Contains(s.Text, "统计期限") {
			m.Rules, m.Unseen = nil, freeText
		}
		all = append(all, m)
		return true
	})
	return all
}

// prefaceLists adds a list of the sections with each of its characters wrong
// in turn.
func prefaceLists(b *Base) (all []Mutation) {
	var names []string
	for i := range b.bound.Sections {
		names = append(names, b.bound.Sections[i].Text)
	}
	end := b.preface().Span.End
	for n, name := range names {
		for _, i := range letters(name) {
			now := slices.Clone(names)
			now[n] = string(replaced([]rune(name), i))
			text := "本报告由" + strings.Join(now, "、") + "六个部分组成。"
			m := b.with(text, []string{"preface-list"}, insert(end, text))
			if isShort(now[n]) && containsAny(now[n], b.bound.Sections[n].Def.Names) {
				m.Unseen = "短的章节名写简称也算列出"
			}
			all = append(all, m)
		}
	}
	return all
}

// isShort reports whether a name is one that a slip makes another word of.
func isShort(name string) bool { return utf8.RuneCountInString(name) < 8 }

func containsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}
