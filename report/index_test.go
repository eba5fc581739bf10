package report

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestIndex(t *testing.T) {
	draw := func(t *rapid.T, name string) string {
		return strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"公", "开", "公开", "信息", "市", "将", "a", "，", "\xb8", "\xe5", "｜", "\xbd", "\xef"})).Draw(t, name), "")
	}
	rapid.Check(t, func(t *rapid.T) {
		s, word := draw(t, "text"), draw(t, "word")
		if got, want := Index(s, word), strings.Index(s, word); got != want {
			t.Fatalf("%q in %q: got %d, want %d", word, s, got, want)
		}
	})
}
