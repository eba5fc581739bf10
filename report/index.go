package report

import "strings"

// Index is strings.Index, in half the time where both are Chinese. That looks
// for the first byte of the word, which is one of six and found everywhere; this
// looks for the last one of a character, or the second one of a full-width sign.
func Index(s, word string) int {
	rare := 2
	switch {
	case len(word) < 3 || word[0]&0xF0 != 0xE0:
		return strings.Index(s, word)
	case word[0] == 0xEF:
		rare = 1
	}
	for at := rare; at+len(word)-rare <= len(s); at++ {
		i := strings.IndexByte(s[at:], word[rare])
		if i < 0 {
			return -1
		}
		if at += i; s[at-rare] == word[0] && strings.HasPrefix(s[at-rare:], word) {
			return at - rare
		}
	}
	return -1
}

// Contains reports whether the word stands in s, as Index finds it.
func Contains(s, word string) bool { return Index(s, word) >= 0 }
