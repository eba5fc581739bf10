package profile

import (
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// A claim is read at a figure, a number with a measure word behind it, or at
// a word that makes it by itself. Most paragraphs have neither, and to cut
// them into tokens costs thirty times as much as to see that.

// numeralSigns are the characters that numbers are written with.
const numeralSigns = "0123456789０１２３４５６７８９〇零○◯一二三四五六七八九两廿卅十百千万亿"

// findTelling fills tells.
func (l *lexicon) findTelling() {
	for _, r := range numeralSigns {
		l.tells.add(r)
	}
	for i := range l.words {
		if x := &l.words[i]; x.claims&l.alone != 0 {
			l.tells.add(firstRune(x.text))
		}
	}
}

// lastTold returns where the last thing stands that may make one of the
// claims, -1 when there is none. No token that begins behind it makes one.
func (l *lexicon) lastTold(text string, claims claimSet) int {
	last := -1
	for rest := text; rest != ""; {
		var r rune
		size := 3
		if len(rest) >= 3 && rest[0]&0xF0 == 0xE0 { // nearly always
			r = rune(rest[0])&0x0F<<12 | rune(rest[1])&0x3F<<6 | rune(rest[2])&0x3F
		} else {
			r, size = utf8.DecodeRuneInString(rest)
		}
		if l.tells.has(r) && (measured(rest[size:]) || l.standsAlone(rest, r, claims)) {
			last = len(text) - len(rest)
		}
		rest = rest[size:]
	}
	return last
}

// measured reports whether a measure word is what comes next.
func measured(rest string) bool { return report.MeasureAt(rest[report.BlankAt(rest):]) != "" }

// standsAlone reports whether s, whose first character is r, starts with a
// word that makes one of the claims by itself.
func (l *lexicon) standsAlone(s string, r rune, claims claimSet) bool {
	x := l.at(s, r)
	return x != nil && x.claims&l.alone&claims != 0
}
