package profile

import (
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// A claim is read at a figure, a number with a measure word behind it, or at
// a word that makes it by itself. Most paragraphs have neither, and to cut
// them into tokens costs thirty times as much as to see that.

// wideBlanks are the blanks that begin with E3 or more.
const wideBlanks = "\u3000\uFEFF"

// telling tells nearly all characters that make no claim from those that may.
type telling struct {
	first  report.Tails // of numbers, and of words that make a claim by themselves
	second report.Tails // of such words; measure words and blanks begin with them
	alone  report.Tails // those that are such a word
}

func (l *lexicon) findTelling() telling {
	t := telling{first: report.TailsOf(report.NumeralSigns), second: report.TailsOf(report.MeasureSigns + wideBlanks)}
	for i := range l.words {
		if l.words[i].claims&l.alone != 0 {
			word := []rune(l.words[i].text)
			t.first.Add(word[0])
			if len(word) > 1 {
				t.second.Add(word[1])
			} else {
				t.alone.Add(word[0])
			}
		}
	}
	return t
}

// lastTold returns where the last thing stands that may make one of the
// claims, -1 when there is none. No token that begins behind it makes one.
func (l *lexicon) lastTold(text string, claims claimSet) int {
	last := -1
	for i := l.telling.at(text); i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if (size > 1 || r >= '0' && r <= '9') && measured(text[i+size:]) || l.standsAlone(text[i:], r, claims) {
			last = i
		}
		i += size
		i += l.telling.at(text[i:])
	}
	return last
}

// at returns where the first thing may stand that makes a claim.
func (t *telling) at(text string) int {
	i := 0
	for ; i < len(text)-2 && threeBytes(text[i]); i += 3 {
		if t.first.Has(text[i+1], text[i+2]) && t.goesOn(text, i) {
			break
		}
	}
	return i
}

// threeBytes reports whether c begins a character of three bytes.
func threeBytes(c byte) bool { return c&0xF0 == 0xE0 }

// goesOn reports whether what follows the first character fits, as far as its
// last two bytes tell.
func (t *telling) goesOn(text string, i int) bool {
	next := i + len("一")
	return t.alone.Has(text[i+1], text[i+2]) || next+2 >= len(text) || text[next] < 0xE3 || !threeBytes(text[next]) || t.second.Has(text[next+1], text[next+2])
}

// measured reports whether a measure word is what comes next.
func measured(rest string) bool { return report.MeasureAt(rest[report.BlankAt(rest):]) != "" }

// standsAlone reports whether s, whose first character is r, starts with a
// word that makes one of the claims by itself.
func (l *lexicon) standsAlone(s string, r rune, claims claimSet) bool {
	x := l.at(s, r)
	return x != nil && x.claims&l.alone&claims != 0
}
