package config

import (
	"testing"
	"unicode/utf8"
)

// FuzzPattern compares a pattern without a * with its regular expression.
func FuzzPattern(f *testing.F) {
	f.Add("{organ}/{year}.md", "教育局/2024.md")
	f.Add("{year}/{organ}.md", "2024/教育局/a.md")
	f.Add("年报/{organ}{year}年.md", "年报/2024局2023年.md")
	f.Add("{organ}-{year}.md", "a-2024-2025.md")
	f.Add("a.md", "a.md")
	f.Add("{organ}", "")
	f.Add("{year}", "20245")
	f.Fuzz(func(t *testing.T, text, file string) {
		if !utf8.ValidString(text) || !utf8.ValidString(file) {
			return // TOML is UTF-8
		}
		p, wrong := compilePattern(text)
		if !wrong.IsZero() || p.parts == nil {
			return
		}
		organ, year, ok := p.match(file)
		p.parts = nil
		if organ2, year2, ok2 := p.match(file); ok != ok2 || ok && (organ != organ2 || year != year2) {
			t.Errorf("%q of %q: %q %q %v, by the regular expression %q %q %v", text, file, organ, year, ok, organ2, year2, ok2)
		}
	})
}
