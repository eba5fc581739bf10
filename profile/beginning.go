package profile

import (
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// beginnings is the set of the characters that labels begin with, as far as
// they are Han. Most text begins with another one, and need not be looked up.
type beginnings struct{ han report.Tails }

// numerals are what dates begin with, if not with digits; ordinals begin with
// 第 as well, and labels with what a key has 勾 for.
var (
	numerals = beginnings{report.TailsOf("一二三四五六七八九十零两廿卅百千万亿")}
	begun    = beginnings{report.TailsOf("一二三四五六七八九十零两廿卅百千万亿第钩鉤")}
)

func (b *beginnings) add(texts ...string) {
	for _, text := range texts {
		if len(text) >= 3 && text[0] >= 0xE4 && text[0] <= 0xE9 {
			r, _ := utf8.DecodeRuneInString(text)
			b.han.Add(r)
		}
	}
}

// may reports whether a text may begin with a label. Of one that does not
// begin with Han it does not know.
func (b *beginnings) may(text string) bool {
	if len(text) < 3 || text[0] < 0xE4 || text[0] > 0xE9 || text[0] == 0xE4 && text[1] < 0xB8 { // before 一, or behind all Han
		return text != ""
	}
	return b.han.Has(text[1], text[2])
}

// beginsWithNumber reports whether a text begins with three digits: a year, and
// no ordinal.
func beginsWithNumber(text string) bool {
	return len(text) > 2 && text[0]-'0' <= 9 && text[1]-'0' <= 9 && text[2]-'0' <= 9
}
