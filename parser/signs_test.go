package parser

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzValidSigns: one look finds what a look for each sign finds, and says of
// the text what utf8 says.
func FuzzValidSigns(f *testing.F) {
	for _, seed := range []string{
		"", "总体情况，2023年。", "一二三四五六七八九十｜|", "\u200b\u00a0*_`[\\&<~\r", "꿿\uafff\uabff\u2fff\u3000\uffff\ud7ff\ue000",
		"一二三\xed\xa0\x80", "\xe0\x80\x80一二三四", "一二三四\xe4\xb8", "一二三四\xf4\x90\x80\x80", "\xc2", "\xe2\x80\x8b\xef\xbd\x9c", "👍一二三\x80",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		seen, valid := validSigns(s)
		if want := utf8.ValidString(s); valid != want {
			t.Errorf("%q: UTF-8 %v, want %v", s, valid, want)
		}
		if want := signsIn(s); seen != want {
			t.Errorf("%q: signs %b, one by one %b", s, seen, want)
		}
		for text, sign := range map[string]signs{
			`\`: backslash, "*": star, "_": bar, "`": tick, "[": bracket, "&": ampersand, "<": angle, "|": pipe,
			"\r": carriageReturn, "\xc2": oddBlank, "\u200b": zeroWidth, "｜": widePipe,
		} {
			if got, want := seen&sign != 0, strings.Contains(s, text); got != want {
				t.Errorf("%q: %q %v, want %v", s, text, got, want)
			}
		}
	})
}

func BenchmarkValidSigns(b *testing.B) {
	for _, html := range []bool{false, true} {
		src := sample(html)
		b.Run(map[bool]string{false: "pipe", true: "html"}[html], func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				validSigns(src)
			}
		})
		b.Run("utf8", func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				utf8.ValidString(src)
			}
		})
	}
}
