package profile

import (
	"strings"
	"unicode/utf8"
)

// lexicon holds every word that claims are read by, so that a text is looked
// through once for all claims.
type lexicon struct {
	telling telling       // what may make a claim begins like this
	starts  characterSet  // that words start with
	before  characterSet  // that words of Wording.Before end with
	alone   claimSet      // the claims that a word makes by itself
	buckets [1 << 8]int32 // by the first character: one more than the index of the longest such word
	words   []lexeme
	heads   []wordHead // of words
}

// characterSet is a set of characters, of those that take at most three bytes.
type characterSet [1 << 10]uint64

func (s *characterSet) add(r rune) {
	if c := uint32(r); c < 1<<16 {
		s[c>>6] |= 1 << (c & 63)
	}
}

func (s *characterSet) has(r rune) bool {
	c := uint32(r)
	return c < 1<<16 && s[c>>6]&(1<<(c&63)) != 0
}

// wordHead is what a word begins with, at most eight bytes with the first one
// lowest, and which of eight it has.
type wordHead struct {
	bytes, mask uint64
	next        int32 // the next shorter word of the bucket, as in lexicon.buckets
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
	n := w.size(claims)
	l := &lexicon{words: make([]lexeme, 0, n), heads: make([]wordHead, 0, n)}
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
	for _, word := range w.Before {
		last, _ := utf8.DecodeLastRuneInString(word)
		l.before.add(last)
	}
	for i := range claims {
		l.addClaim(&claims[i])
	}
	l.telling = l.findTelling()
	return l
}

// size returns how many words the wording and the claims have.
func (w *Wording) size(claims []Claim) int {
	n := len(w.Skip) + len(w.Between) + len(w.Joins) + len(w.Scope) + len(w.Levels)
	for i := range w.Subjects {
		n += len(w.Subjects[i].Words)
	}
	for i := range claims {
		c := &claims[i]
		n += len(c.Words) + len(c.Over) + len(c.Scope) + len(c.Except)
	}
	return n
}

func (l *lexicon) addClaim(c *Claim) {
	bit := claimSet(1) << c.number
	if !c.hasFigure() {
		l.alone |= bit
	}
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

// word returns the lexeme of a word, a new one if there is none. It holds
// until the next word.
func (l *lexicon) word(text string) *lexeme {
	first := firstRune(text)
	at := &l.buckets[bucket(first)]
	for *at > 0 && len(l.words[*at-1].text) >= len(text) {
		if x := &l.words[*at-1]; x.text == text {
			return x
		}
		at = &l.heads[*at-1].next
	}
	next := *at
	*at = int32(len(l.words)) + 1
	l.words = append(l.words, lexeme{text: text, subject: -1})
	l.heads = append(l.heads, wordHead{firstBytes(text), 1<<(8*min(len(text), 8)) - 1, next})
	l.starts.add(first)
	return &l.words[len(l.words)-1]
}

func bucket(first rune) uint8 { return uint8(first ^ first>>8) }

// at returns the longest word that s, whose first character is r, starts
// with, or nil.
func (l *lexicon) at(s string, r rune) *lexeme {
	if !l.starts.has(r) {
		return nil
	}
	bytes := firstBytes(s)
	for i := l.buckets[bucket(r)]; i > 0; {
		h := &l.heads[i-1]
		if (bytes^h.bytes)&h.mask == 0 {
			if x := &l.words[i-1]; len(x.text) <= 8 || strings.HasPrefix(s, x.text) {
				return x
			}
		}
		i = h.next
	}
	return nil
}

// firstBytes returns the first eight bytes of s, the first one lowest, with
// zeros behind a shorter text.
func firstBytes(s string) (c uint64) {
	if len(s) >= 8 {
		return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	}
	for i := len(s) - 1; i >= 0; i-- {
		c = c<<8 | uint64(s[i])
	}
	return c
}
