package rules

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is found in one pass is what stands first when one looks for each word.
func TestWordSet(t *testing.T) {
	parts := []string{"不", "不收", "不收取", "收取", "收", "取", "未", "（", "（文", "ＸＸ", "a", "é", "𠀀", "，", " "}
	words := rapid.SliceOf(rapid.SampledFrom([]string{"不收取", "不收", "收取", "未", "（文", "ＸＸ"}))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(parts)).Draw(t, "parts"), "")
		list := words.Draw(t, "words")
		wantAt, want := len(text), ""
		for _, w := range list {
			if i := strings.Index(text, w); i >= 0 && i < wantAt {
				wantAt, want = i, w
			}
		}
		if at, word := newWordSet(list...).next(text, 0); at != wantAt || word != want {
			t.Fatalf("%q in %q: got %q at %d, want %q at %d", list, text, word, at, want, wantAt)
		}
	})
}
