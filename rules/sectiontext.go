package rules

import (
	"unicode"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
)

// speaksOf reports whether any of the words stands in the section.
func speaksOf(s *profile.BoundSection, words *wordSet) bool {
	for i := range s.Body {
		if words.in(s.Body[i].Prose.Text) {
			return true
		}
	}
	return false
}

// characters counts letters and digits, the way people count 字.
func characters(text string) (n int) {
	for i := 0; i < len(text); {
		if isHan(text[i]) { // nearly always
			i, n = i+3, n+1
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		switch i += size; {
		case r == '，' || r == '。' || r == '、' || r == '；' || r == '：': // most of the rest
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			n++
		}
	}
	return n
}

// sectionLength counts the characters of a section, as far as it matters
// whether they are as many.
func sectionLength(s *profile.BoundSection, enough int) (n int) {
	for i := 0; i < len(s.Body) && n < enough; i++ {
		n += characters(s.Body[i].Prose.Text)
	}
	return n
}
