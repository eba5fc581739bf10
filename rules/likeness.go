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

// runLength is how many letters are compared at a time.
const runLength = 5

// letterShift is by how many bits the hash of a run shifts with each letter.
// What is shifted five times is gone.
const letterShift = 13

// sketchSize is how many bytes stand for a text. Two sketches tell likeness
// to about 4 percent.
const sketchSize = 128

// sketch stands for the set of a text's runs. Each run falls into one of the
// places by its hash; the largest hash there leaves a byte, 0 where no run
// fell. Alike texts have most bytes in common (MinHash with one permutation).
type sketch [sketchSize]byte

// textFacts is what stays of the text of a section.
type textFacts struct {
	section int32  // index in Profile.Sections
	letters int32  // how many it has
	hash    uint64 // of the letters
	sketch  sketch
}

// runs hashes the runs of a text. All that happens for each letter of every
// report stands in read.
type runs struct {
	hash    uint64 // of the last letters; each shifts out the one five before it
	letters int    // how many there were
	all     uint64 // hash of all letters

	most [sketchSize]uint32 // the largest hash of each place, 0 for none
	keep bool               // the hashes themselves are wanted
	kept []uint64
}

// read goes on with a text.
func (r *runs) read(text string) {
	hash, all, n := r.hash, r.all, r.letters
	for i := 0; i < len(text); {
		letter, size := rune(text[i]), 1
		switch {
		case letter >= 0xE3 && letter <= 0xE9 && i+2 < len(text): // Chinese characters, and some signs
			letter = letter&0xF<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
			size = 3
		case letter >= utf8.RuneSelf:
			letter, size = utf8.DecodeRuneInString(text[i:])
		default:
			letter |= 0x20
		}
		i += size
		if (letter < 0x3400 || letter > 0x9FFF) && (letter < 'a' || letter > 'z') {
			continue
		}
		x := uint64(letter) * 0x9E3779B97F4A7C15
		all = (all ^ uint64(letter)) * 0x100000001B3
		hash = hash<<letterShift + x
		if n++; n < runLength {
			continue
		}
		h := (hash ^ hash>>32) * 0xD6E8FEB86659FD93
		if place, value := h>>57, uint32(h>>20); value > r.most[place] {
			r.most[place] = value
		}
		if r.keep {
			r.kept = append(r.kept, h)
		}
	}
	r.hash, r.all, r.letters = hash, all, n
}

// section reads the paragraphs of a section, without headings and tables.
func (r *runs) section(s *profile.BoundSection) {
	for i := range s.Body {
		b := &s.Body[i]
		if b.Mark == report.NoMark && (b.Kind == report.Paragraph || b.Kind == report.ListItem) {
			r.read(b.Prose.Text)
		}
	}
}

// readText sums up the text of a section.
func readText(s *profile.BoundSection) textFacts {
	var r runs
	r.section(s)
	t := textFacts{letters: int32(r.letters), hash: r.all}
	for i, v := range r.most {
		if v > 0 {
			t.sketch[i] = max(1, byte(v*0x9E3779B1>>24))
		}
	}
	return t
}

// leastLetters is how long a text must be to be compared: short ones are
// alike by chance.
const leastLetters = 100

// collectTexts sums up the sections that each report writes anew.
func collectTexts(p *Pass, f *Facts) {
	for i := range p.Form.Sections {
		s := &p.Form.Sections[i]
		if f.Profile.Alike.Percent[s.Def.ID] == 0 || !s.Found() {
			continue
		}
		if t := readText(s); t.letters >= leastLetters {
			t.section = int32(i)
			f.texts = append(f.texts, t)
		}
	}
}

// text returns what stays of the section of another report's text.
func (f *Facts) text(of *Facts, t *textFacts) *textFacts {
	id := of.Profile.Sections[t.section].ID
	for i := range f.texts {
		if f.Profile.Sections[f.texts[i].section].ID == id {
			return &f.texts[i]
		}
	}
	return nil
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
	r := runs{keep: true}
	r.section(s)
	slices.Sort(r.kept)
	return slices.Compact(r.kept)
}
