package rules

// wordSet is several words of Han that are looked for at once. A character is
// told by its second and third byte: the first one is nearly the same for all.
type wordSet struct {
	words  []string
	begins [64]uint64 // by the second byte of a character that begins a word: the third ones
}

func newWordSet(words ...string) *wordSet {
	w := &wordSet{words: words}
	for _, word := range words {
		w.begins[word[1]&63] |= 1 << (word[2] & 63)
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
		if w.begins[s[i+1]&63]&(1<<(s[i+2]&63)) != 0 {
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
