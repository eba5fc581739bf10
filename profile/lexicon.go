package profile

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// lexicon holds every word that claims are read by, so that a text is looked
// through once for all claims.
type lexicon struct {
	starts [1 << 10]uint64 // bitmap of the characters that words start with
	words  map[rune][]*lexeme
}

// lexeme is a word and the parts that it plays.
type lexeme struct {
	text    string
	claims  claimSet // whose word it is
	after   claimSet // whose word it may follow
	scope   claimSet // which it silences from here on
	except  claimSet // which it silences in the whole sentence
	subject int8     // index in Wording.Subjects, -1 for none
	weak    bool     // the subject is
	between bool
	join    bool
	level   bool
}

func newLexicon(w *Wording, claims []Claim) *lexicon {
	l := &lexicon{words: map[rune][]*lexeme{}}
	for _, word := range w.Skip {
		l.word(word)
	}
	for _, word := range w.Between {
		l.word(word).between = true
	}
	for _, word := range w.Joins {
		l.word(word).join = true
	}
	for _, word := range w.Scope {
		l.word(word).scope = ^claimSet(0)
	}
	for _, word := range w.Levels {
		l.word(word).level = true
	}
	for i := range w.Subjects {
		for _, word := range w.Subjects[i].Words {
			x := l.word(word)
			x.subject, x.weak = int8(i), w.Subjects[i].Weak
		}
	}
	for i := range claims {
		l.addClaim(&claims[i])
	}
	l.sort()
	return l
}

func (l *lexicon) addClaim(c *Claim) {
	bit := claimSet(1) << c.number
	for _, word := range c.Words {
		l.word(word).claims |= bit
	}
	for _, word := range c.Over {
		l.word(word).after |= bit
	}
	for _, word := range c.Scope {
		l.word(word).scope |= bit
	}
	for _, word := range c.Except {
		l.word(word).except |= bit
	}
}

// word returns the lexeme of a word, a new one if there is none.
func (l *lexicon) word(text string) *lexeme {
	first, _ := utf8.DecodeRuneInString(text)
	for _, x := range l.words[first] {
		if x.text == text {
			return x
		}
	}
	x := &lexeme{text: text, subject: -1}
	l.words[first] = append(l.words[first], x)
	if first < 1<<16 {
		l.starts[first>>6] |= 1 << (first & 63)
	}
	return x
}

// sort puts longer words first, so that the longest one is found.
func (l *lexicon) sort() {
	for _, list := range l.words {
		slices.SortFunc(list, func(a, b *lexeme) int { return len(b.text) - len(a.text) })
	}
}

// at returns the longest word that s, whose first character is r, starts
// with, or nil.
func (l *lexicon) at(s string, r rune) *lexeme {
	if r >= 1<<16 || l.starts[r>>6]&(1<<(r&63)) == 0 {
		return nil
	}
	for _, x := range l.words[r] {
		if strings.HasPrefix(s, x.text) {
			return x
		}
	}
	return nil
}
