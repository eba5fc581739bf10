package rules

import (
	"strings"
	"unicode"

	"github.com/gouji-lint/gouji/profile"
)

// speaksOf reports whether any of the words stands in the section.
func speaksOf(s *profile.BoundSection, words []string) bool {
	for _, word := range words {
		for i := range s.Body {
			if strings.Contains(s.Body[i].Prose.Text, word) {
				return true
			}
		}
	}
	return false
}

// characters counts letters and digits, the way people count 字.
func characters(text string) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// sectionLength counts the characters of a section.
func sectionLength(s *profile.BoundSection) (n int) {
	for i := range s.Body {
		n += characters(s.Body[i].Prose.Text)
	}
	return n
}
