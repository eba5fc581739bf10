package rules

import (
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// matcher knows the words that the scanner looks for, all in one pass: those
// of the rules, those that show that a section speaks of an aspect, and those
// that end a date in Chinese numerals. Nearly every Chinese character starts
// with one of six bytes, so it looks at pairs of characters: few pairs begin
// a word.
type matcher struct {
	pairs  pairSet                  // that words begin with
	own    pairSet                  // that words of rules, and of dates, begin with
	thirds hashSet                  // pairs with a third character, mixed
	short  hashSet                  // pairs that no third character rules out
	first  [1<<bucketBits + 1]int32 // of each bucket in words
	heads  []wordHead               // of words
	words  []ruleWord               // by bucket, those of a bucket in the order of the rules
	aspect int                      // number of the first aspect, which stand behind the rules

	compared []bool // by number, as in prose.section: the sections that are compared with those of other reports
}

// pairSet is a set of two characters: by the slot of the second, the last bits
// of the slots of the first. It has some more than were added.
type pairSet [1 << slotBits]uint64

func (s *pairSet) add(a, b uint32)      { s[b] |= 1 << (a & 63) }
func (s *pairSet) has(a, b uint32) bool { return s[b]&(1<<(a&63)) != 0 }

// slotBits is how many bits of a character that is spread are its slot.
const slotBits = 10

func slot(c uint32) uint32 { return c >> (32 - slotBits) }

// hashSet is a bitmap over a hash of 16 bits.
type hashSet [1 << 10]uint64

func (s *hashSet) add(h uint32)      { s[h>>6] |= 1 << (h & 63) }
func (s *hashSet) has(h uint32) bool { return s[h>>6]&(1<<(h&63)) != 0 }

// ruleWord is a word that the rule of that number looks for.
type ruleWord struct {
	text string
	rule uint16
}

// wordHead is what a word begins with: its first eight bytes, the first one
// lowest, and which of eight it has.
type wordHead struct{ bytes, mask uint64 }

// In the place of a rule's number: words that end a date, and 可以.
const (
	dateWord = 1<<16 - 1 - iota
	mayWord
)

// bucketBits is how many bits of the hash of its first two characters tell
// the bucket of a word.
const bucketBits = 10

// hit is a word of a rule in running text.
type hit struct {
	block, at int32 // place in the text of the block
	rule      uint16
	size      uint16 // of the word
	next      int32  // one more than the index of the next hit of the rule, 0 for none
}

// newMatcher returns a matcher. The cues lead to the claims of a profile. A
// word has at least two characters; tests over All and over the profiles hold
// that.
func newMatcher(list []*Rule, aspects []profile.Aspect, cues []string) *matcher {
	words := ruleWords(list, aspects, cues)
	m := &matcher{heads: make([]wordHead, len(words)), words: make([]ruleWord, len(words)), aspect: len(list)}
	buckets := make([]uint32, len(words))
	for i := range words {
		a, b, rest := firstTwo(words[i].text)
		h := pairHash(a, b)
		m.addThird(words[i].text, h, rest)
		buckets[i] = h >> (16 - bucketBits)
		m.pairs.add(slot(a), slot(b))
		if n := int(words[i].rule); n < len(list) || n >= mayWord {
			m.own.add(slot(a), slot(b))
		}
		m.first[buckets[i]+1]++
	}
	for i := 1; i < len(m.first); i++ {
		m.first[i] += m.first[i-1]
	}
	next := m.first
	for i := range words {
		at := next[buckets[i]]
		next[buckets[i]]++
		m.words[at], m.heads[at] = words[i], headOf(words[i].text)
	}
	return m
}

// addThird takes note of the third character of a word whose first two have
// the hash h and leave rest. Only words of Chinese characters are ruled out by
// it.
func (m *matcher) addThird(word string, h uint32, rest string) {
	if len(word)-len(rest) == 6 && isThree(word) && isThree(rest) {
		m.thirds.add(mixThird(h, spread(threeBytes(rest))))
	} else {
		m.short.add(h)
	}
}

// isThree reports whether s begins with a character of three bytes.
func isThree(s string) bool { return len(s) >= 3 && s[0]&0xF0 == 0xE0 }

// mixThird mixes the hash of two characters and the spread third one to 16 bits.
func mixThird(h, third uint32) uint32 { return h ^ third>>16 }

// ruleWords returns the words in the order of the rules.
func ruleWords(list []*Rule, aspects []profile.Aspect, cues []string) (words []ruleWord) {
	add := func(rule int, texts ...string) {
		for _, text := range texts {
			words = append(words, ruleWord{text, uint16(rule)})
		}
	}
	for n, rule := range list {
		add(n, rule.Words...)
		if rule.Claims {
			add(n, cues...)
		}
	}
	for n := range aspects {
		add(len(list)+n, aspects[n].Words...)
	}
	for _, numeral := range "零一二三四五六七八九十两" {
		add(dateWord, string(numeral)+"年", string(numeral)+"月")
	}
	add(mayWord, "可以")
	return words
}

// firstTwo returns the first two characters of a word, spread, and what is
// left of it.
func firstTwo(word string) (a, b uint32, rest string) {
	first, size := character(word)
	second, more := character(word[size:])
	return spread(first), spread(second), word[size+more:]
}

func headOf(word string) wordHead {
	return wordHead{eight(word), 1<<(8*min(len(word), 8)) - 1}
}

// pairHash maps two characters, each of them spread, to 16 bits.
func pairHash(a, b uint32) uint32 { return (a<<5 ^ b) >> 16 }

// spread spreads the three bytes of a character over the higher bits, so that
// different characters stay different. What the fourth byte of c is does not
// matter.
func spread(c uint32) uint32 { return c * 0x3779B100 }

// character returns the bytes of the character that s starts with, the first
// one lowest, and how many they are. Of four bytes it gives three, which is
// enough to compare by.
func character(s string) (c uint32, size int) {
	switch {
	case s[0] < utf8.RuneSelf:
		return uint32(s[0]), 1
	case s[0] >= 0xE0 && len(s) >= 3:
		size = 3
		if s[0] >= 0xF0 {
			_, size = utf8.DecodeRuneInString(s)
		}
		return threeBytes(s), size
	}
	_, size = utf8.DecodeRuneInString(s)
	for i := min(size, 3) - 1; i >= 0; i-- {
		c = c<<8 | uint32(s[i])
	}
	return c, size
}

// eight returns the first eight bytes of s, the first one lowest, with zeros
// behind a shorter text.
func eight(s string) (c uint64) {
	if len(s) >= 8 {
		return eightBytes(s)
	}
	for i := len(s) - 1; i >= 0; i-- {
		c = c<<8 | uint64(s[i])
	}
	return c
}

// eightBytes returns the first eight bytes of s, which has as many.
func eightBytes(s string) uint64 {
	_ = s[7] // one check of the length instead of eight
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// threeBytes returns the first three bytes of s, which has as many.
func threeBytes(s string) uint32 {
	_ = s[2]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16
}

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if report.Contains(s, w) {
			return true
		}
	}
	return false
}
