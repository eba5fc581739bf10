package rules

import "strings"

// index returns where word first stands in s, -1 when it does not. It looks
// for the third byte of a word of Han, which is one of sixty-four. The first
// one, which strings.Index looks for, is one of six: it is found everywhere.
func index(s, word string) int {
	if len(word) < 3 || !isHan(word[0]) {
		return strings.Index(s, word)
	}
	for at := 2; at+len(word)-2 <= len(s); at++ {
		i := strings.IndexByte(s[at:], word[2])
		if i < 0 {
			return -1
		}
		if at += i; strings.HasPrefix(s[at-2:], word) {
			return at - 2
		}
	}
	return -1
}

func contains(s, word string) bool { return index(s, word) >= 0 }

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if contains(s, w) {
			return true
		}
	}
	return false
}
