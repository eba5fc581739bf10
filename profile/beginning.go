package profile

import "strings"

// beginnings is the set of the characters that labels begin with, as far as
// they are Han, by their last twelve bits. Most text begins with another one, and
// need not be looked up.
type beginnings [1 << 12 / 64]uint64

// numerals are what dates begin with, if not with digits; ordinals begin with
// 第 as well, and labels with what a key has 勾 for.
var (
	numerals = beginningsOf("一二三四五六七八九十零两廿卅百千万亿")
	begun    = beginningsOf("一二三四五六七八九十零两廿卅百千万亿第钩鉤")
)

func beginningsOf(characters string) (b beginnings) {
	b.add(strings.Split(characters, "")...)
	return b
}

func (b *beginnings) add(texts ...string) {
	for _, text := range texts {
		if len(text) >= 3 && text[0] >= 0xE4 && text[0] <= 0xE9 {
			b[text[1]&0x3F] |= 1 << (text[2] & 0x3F)
		}
	}
}

// may reports whether a text may begin with a label. Of one that does not
// begin with Han it does not know.
func (b *beginnings) may(text string) bool {
	if len(text) < 3 || text[0] < 0xE4 || text[0] > 0xE9 || text[0] == 0xE4 && text[1] < 0xB8 { // before 一, or behind all Han
		return text != ""
	}
	return b[text[1]&0x3F]&(1<<(text[2]&0x3F)) != 0
}

// beginsWithNumber reports whether a text begins with three digits: a year, and
// no ordinal.
func beginsWithNumber(text string) bool {
	return len(text) > 2 && text[0]-'0' <= 9 && text[1]-'0' <= 9 && text[2]-'0' <= 9
}
