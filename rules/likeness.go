package rules

import (
	"slices"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Texts are compared by their letters: Chinese characters, with Yi and Hangul,
// and Latin letters, without digits, blanks and punctuation. How alike two are
// is the share of runs of five letters that both have, of those that either has
// (Jaccard).

// runLength is how many letters are compared at a time.
const runLength = 5

// runFactor is what the hash of a run is multiplied with for each letter. As it
// ends with 13 zero bits, nothing is left of a letter after five.
const runFactor = 0x1E377 << 13

// likeness returns exactly how alike the texts of two sections are, in
// percent, rounded down. It is 100 only when all runs are the same.
func likeness(a, b *profile.BoundSection) int {
	left, right := allRuns(a), allRuns(b)
	same, i, j := 0, 0, 0
	for i < len(left) && j < len(right) {
		switch {
		case left[i] < right[j]:
			i++
		case left[i] > right[j]:
			j++
		default:
			same, i, j = same+1, i+1, j+1
		}
	}
	either := len(left) + len(right) - same
	if either == 0 {
		return 0
	}
	return 100 * same / either
}

// allRuns returns the runs of a section's text as hashes, sorted, each once.
func allRuns(s *profile.BoundSection) []uint64 {
	letters := allLetters(s)
	var runs []uint64
	hash := uint64(0)
	for i, letter := range letters {
		if hash = hash*runFactor + uint64(letter); i >= runLength-1 {
			runs = append(runs, hash)
		}
	}
	slices.Sort(runs)
	return slices.Compact(runs)
}

// allLetters returns the letters of the section.
func allLetters(s *profile.BoundSection) (letters []uint32) {
	for i := range s.Body {
		if b := &s.Body[i]; isCompared(b) {
			letters = appendLetters(letters, b.Prose.Text)
		}
	}
	return letters
}

func appendLetters(letters []uint32, text string) []uint32 {
	for text != "" {
		if letter := letterOf(text); letter != 0 {
			letters = append(letters, letter)
		}
		_, size := character(text)
		text = text[size:]
	}
	return letters
}

// isCompared reports whether the block is part of the text of a section, as
// headings and tables are not.
func isCompared(b *report.Block) bool {
	return b.Mark == report.NoMark && (b.Kind == report.Paragraph || b.Kind == report.ListItem)
}

// letterOf returns the character that the text begins with if it is one from
// U+3400 to U+D7FF or a Latin letter, that in lower case; otherwise 0.
func letterOf(text string) uint32 {
	switch lead := text[0]; {
	case lead < utf8.RuneSelf:
		if c := uint32(lead | 0x20); c >= 'a' && c <= 'z' {
			return c
		}
	case lead >= 0xE4 && lead <= 0xED, lead == 0xE3 && len(text) >= 3 && text[1] >= firstLetterE3:
		c, _ := character(text)
		return c
	}
	return 0
}

// firstLetterE3 is the second byte of U+3400.
const firstLetterE3 = 0x90
