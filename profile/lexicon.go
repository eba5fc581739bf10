package profile

import "strings"

// lexicon holds every word that claims are read by, so that a text is looked
// through once for all claims.
type lexicon struct {
	starts  [1 << 10]uint64 // bitmap of the characters that words start with
	buckets [1 << 8]int32   // by the first character: one more than the index of the longest such word
	words   []lexeme
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
	next    int32 // the next shorter word of the bucket, as in lexicon.buckets
}

func newLexicon(w *Wording, claims []Claim) *lexicon {
	l := &lexicon{words: make([]lexeme, 0, w.size(claims))}
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
		at = &l.words[*at-1].next
	}
	next := *at
	*at = int32(len(l.words)) + 1
	l.words = append(l.words, lexeme{text: text, subject: -1, next: next})
	if first < 1<<16 {
		l.starts[first>>6] |= 1 << (first & 63)
	}
	return &l.words[len(l.words)-1]
}

func bucket(first rune) uint8 { return uint8(first ^ first>>8) }

// at returns the longest word that s, whose first character is r, starts
// with, or nil.
func (l *lexicon) at(s string, r rune) *lexeme {
	if r >= 1<<16 || l.starts[r>>6]&(1<<(r&63)) == 0 {
		return nil
	}
	for i := l.buckets[bucket(r)]; i > 0; {
		x := &l.words[i-1]
		if strings.HasPrefix(s, x.text) {
			return x
		}
		i = x.next
	}
	return nil
}
