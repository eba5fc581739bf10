package rules

import (
	"strings"
	"unicode/utf8"
)

// ruleSet is a set of rules by their number in the checker's list.
type ruleSet [4]uint64

func (s *ruleSet) set(n int)      { s[n>>6] |= 1 << (n & 63) }
func (s *ruleSet) has(n int) bool { return s[n>>6]&(1<<(n&63)) != 0 }
func (s *ruleSet) add(other ruleSet) {
	for i := range s {
		s[i] |= other[i]
	}
}

// matcher finds the words of all rules in one pass over a text. Nearly every
// Chinese character starts with one of six bytes, so it looks at pairs of
// characters: few pairs begin a word.
type matcher struct {
	pairs [1 << 10]uint64       // bitmap over a hash of two characters
	words map[uint32][]ruleWord // by that hash of their first two
}

type ruleWord struct {
	text string
	rule int
}

func newMatcher(list []*Rule) *matcher {
	m := &matcher{words: map[uint32][]ruleWord{}}
	for n, rule := range list {
		for _, word := range rule.Words {
			first, size := character(word)
			second, _ := character(word[size:])
			h := hash(first, second)
			m.pairs[h>>6] |= 1 << (h & 63)
			m.words[h] = append(m.words[h], ruleWord{word, n})
		}
	}
	return m
}

// hash maps two characters to 16 bits.
func hash(a, b uint32) uint32 {
	return (a*0x9E3779B1 ^ b*0x85EBCA77) >> 16
}

// character returns the bytes of the character that s starts with, the first
// one lowest, and how many they are. Of four bytes it gives three, which is
// enough to compare by.
func character(s string) (c uint32, size int) {
	if c = threeBytes(s); c&0xF0 == 0xE0 {
		return c, 3
	}
	_, size = utf8.DecodeRuneInString(s)
	for i := min(size, 3) - 1; i >= 0; i-- {
		c = c<<8 | uint32(s[i])
	}
	return c & (1<<(8*min(size, 3)) - 1), size
}

// threeBytes returns the first three bytes of s, the first one lowest, or 0.
// Where four bytes are left they are read at once.
func threeBytes(s string) uint32 {
	if len(s) > 3 {
		return (uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24) & 0xFFFFFF
	}
	if len(s) == 3 {
		return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16
	}
	return 0
}

// search adds the rules that have a word in text. A word has at least two
// characters; a test over All holds that.
func (m *matcher) search(text string, found *ruleSet) {
	if len(m.words) == 0 {
		return
	}
	last, before := uint32(0), text // the character before, and the text from it on
	for rest := text; rest != ""; {
		c, size := threeBytes(rest), 3
		if c&0xF0 != 0xE0 {
			c, size = character(rest)
		}
		if h := hash(last, c); m.pairs[h>>6]&(1<<(h&63)) != 0 {
			m.compare(before, h, found)
		}
		last, before, rest = c, rest, rest[size:]
	}
}

func (m *matcher) compare(text string, h uint32, found *ruleSet) {
	for _, w := range m.words[h] {
		if strings.HasPrefix(text, w.text) {
			found.set(w.rule)
		}
	}
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
