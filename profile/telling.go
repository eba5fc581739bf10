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

// findTelling fills tells and tails.
func (l *lexicon) findTelling() {
	for _, r := range numeralSigns {
		l.addTelling(r)
	}
	for i := range l.words {
		if x := &l.words[i]; x.claims&l.alone != 0 {
			l.addTelling(firstRune(x.text))
		}
	}
}

func (l *lexicon) addTelling(r rune) {
	l.tells.add(r)
	l.tails[r>>6&63] |= 1 << (r & 63)
}

// lastTold returns where the last thing stands that may make one of the
// claims, -1 when there is none. No token that begins behind it makes one.
func (l *lexicon) lastTold(text string, claims claimSet) int {
	last := -1
	for i := l.nextTelling(text, 0); i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if l.tells.has(r) && (measured(text[i+size:]) || l.standsAlone(text[i:], r, claims)) {
			last = i
		}
		i = l.nextTelling(text, i+size)
	}
	return last
}

// nextTelling returns where the next character of tells may stand, from i on.
// It passes over nearly all of Chinese by the second and third byte.
func (l *lexicon) nextTelling(text string, i int) int {
	for ; i < len(text)-2; i++ {
		switch c := text[i]; {
		case c >= 0xE0:
			if l.tails[text[i+1]&63]&(1<<(text[i+2]&63)) != 0 {
				return i
			}
			i += 2
		case c >= utf8.RuneSelf || l.tells.has(rune(c)):
			return i
		}
	}
	return i
}

// measured reports whether a measure word is what comes next.
func measured(rest string) bool { return report.MeasureAt(rest[report.BlankAt(rest):]) != "" }

// standsAlone reports whether s, whose first character is r, starts with a
// word that makes one of the claims by itself.
func (l *lexicon) standsAlone(s string, r rune, claims claimSet) bool {
	x := l.at(s, r)
	return x != nil && x.claims&l.alone&claims != 0
}
