package rules

import (
	"encoding/binary"
	"slices"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// sketchSize is how many bytes stand for a text. Two sketches tell likeness
// to about 4 percent.
const sketchSize = 128

// sketch stands for the set of a text's runs. Each run falls into one of the
// places by its hash; the largest hash there leaves a byte, 0 where no run
// fell. Alike texts have most bytes in common (MinHash with one permutation).
type sketch [sketchSize]byte

// alike estimates how alike two texts are, in percent.
func (s *sketch) alike(other *sketch) int {
	// Eight places at a time: a byte of each sum counts those that differ, or
	// that a run fell into, in one of eight columns.
	var differ, fell uint64
	for i := 0; i < sketchSize; i += 8 {
		a, b := binary.LittleEndian.Uint64(s[i:i+8]), binary.LittleEndian.Uint64(other[i:i+8])
		differ += notZero(a ^ b)
		fell += notZero(a | b)
	}
	either := addBytes(fell)
	if either == 0 {
		return 0
	}
	return 100 * (either - addBytes(differ)) / either
}

// notZero returns 1 in each byte that is not 0 in v.
func notZero(v uint64) uint64 {
	const low = 0x7F7F7F7F7F7F7F7F
	return (v&low + low | v) >> 7 & 0x0101010101010101
}

// addBytes adds up the bytes, to at most 255.
func addBytes(v uint64) int { return int(v * 0x0101010101010101 >> 56) }

// textFacts is what stays of the text of a section.
type textFacts struct {
	section int32 // index in Profile.Sections
	letters int32 // how many it has
	sketch  sketch
}

// leastLetters is how long a text must be to be compared: short ones are
// alike by chance.
const leastLetters = 100

// collectTexts keeps what the scanner summed up, in the order of the profile.
func collectTexts(p *Pass, f *Facts) {
	f.texts = slices.Clone(p.prose.texts)
	slices.SortFunc(f.texts, func(a, b textFacts) int { return int(a.section - b.section) })
}

// comparedSections tells which sections are compared with those of other
// reports, by their number as in prose.section.
func comparedSections(p *profile.Profile) []bool {
	compared := make([]bool, 1+len(p.Sections))
	for i := range p.Sections {
		compared[1+i] = p.Alike.Percent[p.Sections[i].ID] > 0
	}
	return compared
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

// sketching sums up the letters of a section while the scanner reads them.
type sketching struct {
	summed  int    // the section, as in prose.section
	hashing bool   // the letters of the block are wanted
	letters int    // how many there were
	run     uint64 // hash of the last letters; each shifts out the one five before it

	most [sketchSize]uint64 // the largest hash of each place, 0 for none
}

// Each letter multiplies the hash of those before with letterFactor. A spread
// letter ends with 8 zero bits and the factor with 11, so that of a letter one
// bit is left after five. It is the highest one, which spreadRun drops.
const (
	letterFactor = 0x1E377 << 11
	placeShift   = 57 // leaves one of sketchSize
)

// spreadRun spreads the hash of a run to the higher bits, which tell its place,
// and which of two in a place is the larger.
func spreadRun(hash uint64) uint64 { return hash * (2 * 0x2C9277B5) }

// letter takes the next letter, spread.
func (s *sketching) letter(x uint32) {
	s.run = s.run*letterFactor + uint64(x)
	if s.letters++; s.letters >= runLength {
		s.ends(s.run)
	}
}

// ends takes the hash of a run.
func (s *sketching) ends(run uint64) {
	if h := spreadRun(run); h > s.most[h>>placeShift] {
		s.most[h>>placeShift] = h
	}
}

// sumUp prepares for a block, which stands in the section with the number.
func (s *scanner) sumUp(section int, b *report.Block) {
	if section != s.summed {
		s.endText()
		s.sketching = sketching{summed: section}
	}
	s.hashing = s.matcher.compared[section] && isCompared(b)
}

// endText ends the text of a section.
func (s *scanner) endText() {
	if s.letters >= leastLetters {
		s.texts = append(s.texts, s.facts())
	}
}

// facts returns what stays of the text.
func (s *sketching) facts() textFacts {
	t := textFacts{section: int32(s.summed - 1), letters: int32(s.letters)}
	for i, v := range s.most {
		if v > 0 {
			t.sketch[i] = max(1, byte(v*0x9E3779B97F4A7C15>>56))
		}
	}
	return t
}
