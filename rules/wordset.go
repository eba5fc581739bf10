package rules

import (
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// wordSet is several words of Han that are looked for at once.
type wordSet struct {
	words  []string
	begins report.Tails // of the characters that begin a word
}

func newWordSet(words ...string) *wordSet {
	w := &wordSet{words: words}
	for _, word := range words {
		first, _ := utf8.DecodeRuneInString(word)
		w.begins.Add(first)
	}
	return w
}

// next returns where the first of the words stands in s from one place on, and
// which it is; of several at that place, the one that is listed first. It
// returns "" when none does.
func (w *wordSet) next(s string, from int) (at int, word string) {
	for i := from; i+3 <= len(s); {
		if s[i] < 0xE0 {
			i++
			continue
		}
		if w.begins.Has(s[i+1], s[i+2]) {
			if word := hasAnyPrefix(s[i:], w.words); word != "" {
				return i, word
			}
		}
		i += 3
	}
	return len(s), ""
}

// in reports whether one of the words stands in s.
func (w *wordSet) in(s string) bool {
	_, word := w.next(s, 0)
	return word != ""
}
