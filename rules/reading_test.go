package rules

import (
	"testing"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Whatever the text, every place lies in it and holds whole characters.
func FuzzReading(f *testing.F) {
	for _, seed := range []string{
		"（一）截止2023 年01月07日,收到(含结转)３件，占5%-8%。",
		"《关于印发<办法>的通知》〔2021〕030号、“三审“制度）",
		"市市人民政府可通过可以通过情况情况，自202111日起至2025 1 1 日",
		"1、在在", "》》《《", "(((((((((((((((((((", "年年年年年年", "\u00a0é〈>",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		file := report.NewFile("x.md", text)
		r := &report.Report{File: file, Blocks: []report.Block{
			{Kind: report.Paragraph, Prose: report.Prose{Text: text, Span: file.Span(0, len(text))}},
			{Kind: report.Paragraph, Prose: report.Prose{Text: text, Span: file.Span(0, len(text))}},
		}}
		form := profile.Standard().Bind(r)
		found := NewChecker(All()).Report(form, nil)
		for _, d := range found.Diagnostics {
			if s := d.Span; s.Start < 0 || s.End < s.Start || s.End > len(text) || !utf8.ValidString(s.Text()) {
				t.Errorf("%s/%s at [%d, %d) of %q", d.Rule, d.Item, s.Start, s.End, text)
			}
		}
		read := new(prose)
		read.read(form, newMatcher(All(), form.Profile.Aspects, form.Profile.Cues()), false)
		for _, list := range [][]place{
			read.brackets, read.partners, read.points, read.inner, read.ranges, read.blanks, read.wide, read.garbled, read.serials, read.repeated,
		} {
			for _, at := range list {
				if at.at < 0 || at.end <= at.at || at.end > len(text) || !utf8.ValidString(text[at.at:at.end]) {
					t.Errorf("place [%d, %d) of %q", at.at, at.end, text)
				}
			}
		}
	})
}
