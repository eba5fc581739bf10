package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
)

// matcher finds the words of all rules in one pass over a text. Nearly every
// Chinese character starts with one of six bytes, so it looks at pairs of
// characters: few pairs begin a word.
type matcher struct {
	pairs  [1 << 10]uint64        // bitmap over a hash of two characters
	first  [1<<bucketBits + 1]int // of each bucket in words
	words  []ruleWord             // by bucket
	aspect int                    // number of the first aspect, which stand behind the rules
}

type ruleWord struct {
	text string
	rule uint16
}

// bucketBits is how many bits of the hash of its first two characters tell
// the bucket of a word.
const bucketBits = 10

// hit is a word of a rule, or of an aspect, in running text.
type hit struct {
	block, at int32 // place in the text of the block
	rule      uint16
	size      uint16 // of the word
}

func newMatcher(list []*Rule, aspects []profile.Aspect) *matcher {
	m := &matcher{aspect: len(list)}
	var buckets [1 << bucketBits][]ruleWord
	add := func(rule int, words []string) {
		for _, word := range words {
			first, size := character(word)
			second, _ := character(word[size:])
			h := hash(first, second)
			m.pairs[h>>6] |= 1 << (h & 63)
			bucket := &buckets[h>>(16-bucketBits)]
			*bucket = append(*bucket, ruleWord{word, uint16(rule)})
		}
	}
	for n, rule := range list {
		add(n, rule.Words)
	}
	for n := range aspects {
		add(len(list)+n, aspects[n].Words)
	}
	for i, bucket := range buckets {
		m.words = append(m.words, bucket...)
		m.first[i+1] = len(m.words)
	}
	return m
}

// hash maps two characters to 16 bits.
func hash(a, b uint32) uint32 { return (spread(a)<<5 ^ spread(b)) >> 16 }

func spread(c uint32) uint32 { return c * 0x9E3779B1 }

// character returns the bytes of the character that s starts with, the first
// one lowest, and how many they are. Of four bytes it gives three, which is
// enough to compare by.
func character(s string) (c uint32, size int) {
	if c = threeBytes(s); c&0xF0 == 0xE0 {
		return c, 3
	}
	if s[0] < utf8.RuneSelf {
		return uint32(s[0]), 1
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

// search appends the words that stand in the text of a block, in order. A
// word has at least two characters; a test over All holds that.
func (m *matcher) search(text string, block int, hits []hit) []hit {
	c := candidate{rest: text, left: len(text)}
	for m.next(&c) {
		at := len(text) - c.left
		hits = m.compare(text[at:], hits, c.hash, hit{block: int32(block), at: int32(at)})
		c.step()
	}
	return hits
}

// candidate is a place where a word may stand.
type candidate struct {
	rest       string // from the second character on
	left       int    // bytes left from the first one on
	hash       uint32 // of both
	last, this uint32 // both, spread
	size       int    // of the second one
}

// step goes on to the next character.
func (c *candidate) step() {
	c.left, c.last, c.rest = len(c.rest), c.this, c.rest[c.size:]
}

// next goes on to the next pair of characters that may begin a word. It is
// the one loop over every character of every report.
func (m *matcher) next(found *candidate) bool {
	rest, left, last := found.rest, found.left, found.last
	for rest != "" {
		c, size := threeBytes(rest), 3
		if c&0xF0 != 0xE0 {
			c, size = character(rest)
		}
		x := spread(c)
		if h := (last<<5 ^ x) >> 16; m.pairs[h>>6]&(1<<(h&63)) != 0 {
			*found = candidate{rest, left, h, last, x, size}
			return true
		}
		left, last, rest = len(rest), x, rest[size:]
	}
	return false
}

// compare appends the words that text begins with, which has the hash h.
func (m *matcher) compare(text string, hits []hit, h uint32, found hit) []hit {
	bucket := h >> (16 - bucketBits)
	for _, w := range m.words[m.first[bucket]:m.first[bucket+1]] {
		if strings.HasPrefix(text, w.text) {
			found.rule, found.size = w.rule, uint16(len(w.text))
			hits = append(hits, found)
		}
	}
	return hits
}

func containsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}
