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
	pairs [1 << 10]uint64        // bitmap over a hash of two characters
	words map[[2]rune][]ruleWord // by the first two characters
}

type ruleWord struct {
	text string
	rule int
}

func newMatcher(list []*Rule) *matcher {
	m := &matcher{words: map[[2]rune][]ruleWord{}}
	for n, rule := range list {
		for _, word := range rule.Words {
			first, size := utf8.DecodeRuneInString(word)
			second, _ := utf8.DecodeRuneInString(word[size:])
			pair := [2]rune{first, second}
			h := hash(first, second)
			m.pairs[h>>6] |= 1 << (h & 63)
			m.words[pair] = append(m.words[pair], ruleWord{word, n})
		}
	}
	return m
}

// hash maps two characters to 16 bits.
func hash(a, b rune) uint32 {
	return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) >> 16
}

// search adds the rules that have a word in text. A word has at least two
// characters; a test over All holds that.
func (m *matcher) search(text string, found *ruleSet) {
	if len(m.words) == 0 {
		return
	}
	var last rune = -1
	start := 0
	for i, r := range text {
		if last >= 0 {
			if h := hash(last, r); m.pairs[h>>6]&(1<<(h&63)) != 0 {
				m.compare(text[start:], last, r, found)
			}
		}
		last, start = r, i
	}
}

func (m *matcher) compare(text string, first, second rune, found *ruleSet) {
	for _, w := range m.words[[2]rune{first, second}] {
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
