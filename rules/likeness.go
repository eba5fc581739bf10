package rules

import (
	"slices"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// Texts are compared by their letters: Chinese characters and Latin letters,
// without digits, blanks and punctuation. How alike two are is the share of
// runs of five letters that both have, of those that either has (Jaccard).

// run is how many letters are compared at a time.
const runLength = 5

// sketchSize is how many bytes stand for a text. Two sketches tell likeness
// to about 4 percent.
const sketchSize = 128

// sketch stands for the set of a text's runs. Each run falls into one of the
// places by its hash; the smallest hash there leaves a byte, 0 where no run
// fell. Alike texts have most bytes in common (MinHash by one permutation).
type sketch [sketchSize]byte

// textFacts is what stays of the text of a section.
type textFacts struct {
	section int    // index in Profile.Sections
	letters int    // how many it has
	hash    uint64 // of the letters
	sketch  sketch
}

// letters passes the letters of a text on.
func letters(text string, yield func(rune)) {
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c |= 0x20; c >= 'a' && c <= 'z' {
				yield(rune(c))
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r >= 0x3400 && r <= 0x9FFF {
			yield(r)
		}
		i += size
	}
}

// eachText passes on the paragraphs of a section's text, without headings and
// tables.
func eachText(s *profile.BoundSection, yield func(string)) {
	for i := range s.Body {
		b := &s.Body[i]
		if b.Mark == report.NoMark && (b.Kind == report.Paragraph || b.Kind == report.ListItem) {
			yield(b.Prose.Text)
		}
	}
}

// runs hashes the last letters as they come.
type runs struct {
	last [runLength]uint64
	at   int
	hash uint64
	n    int
}

// add takes a letter and returns the hash of the run that ends there.
func (r *runs) add(letter rune) uint64 {
	x := uint64(letter) * 0x9E3779B97F4A7C15
	old := r.last[r.at]
	r.last[r.at] = x
	if r.at++; r.at == runLength {
		r.at = 0
	}
	r.n++
	r.hash = (r.hash<<1 | r.hash>>63) ^ x ^ (old<<runLength | old>>(64-runLength))
	z := r.hash
	z ^= z >> 32
	z *= 0xD6E8FEB86659FD93
	return z ^ z>>29
}

// whole reports whether a run is complete.
func (r *runs) whole() bool { return r.n >= runLength }

// readText sums up the text of a section.
func readText(s *profile.BoundSection) (t textFacts) {
	var r runs
	var least [sketchSize]uint32
	eachText(s, func(text string) {
		letters(text, func(letter rune) {
			t.hash = (t.hash ^ uint64(letter)) * 0x100000001B3
			h := r.add(letter)
			if !r.whole() {
				return
			}
			place, value := h>>57, ^uint32(h) // kept as the largest complement, so that 0 is none
			if value > least[place] {
				least[place] = value
			}
		})
	})
	t.letters = r.n
	for i, v := range least {
		if v > 0 {
			t.sketch[i] = max(1, byte(v*0x9E3779B1>>24))
		}
	}
	return t
}

// alike estimates how alike two texts are, in percent.
func (s *sketch) alike(other *sketch) int {
	same, either := 0, 0
	for i := range s {
		switch {
		case s[i] == 0 && other[i] == 0:
		case s[i] == other[i]:
			same++
			either++
		default:
			either++
		}
	}
	if either == 0 {
		return 0
	}
	return 100 * same / either
}

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
	var r runs
	var all []uint64
	eachText(s, func(text string) {
		letters(text, func(letter rune) {
			if h := r.add(letter); r.whole() {
				all = append(all, h)
			}
		})
	})
	slices.Sort(all)
	return slices.Compact(all)
}
