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

// letterFactor is what the hash of a run is multiplied with for each letter.
// As it ends with 13 zero bits, nothing is left of a letter after five.
const letterFactor = 0x1E377 << 13

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
	hash    uint64 // of all its runs, see runs.all
	sketch  sketch
}

// runs hashes the runs of a text.
type runs struct {
	hash    uint64 // of the last letters; each shifts out the one five before it
	letters int    // how many there were
	all     uint64 // sum of the hashes of all runs

	most [sketchSize]uint64 // the largest hash of each place, 0 for none
	keep bool               // the hashes themselves are wanted
	kept []uint64
}

// read goes on with a text.
func (r *runs) read(text string) {
	for text != "" {
		if text = r.two(text); text != "" {
			text = r.one(text)
		}
	}
}

// one reads a character, and returns what is left.
func (r *runs) one(text string) (rest string) {
	c, size := character(text)
	if c < utf8.RuneSelf {
		c |= 0x20
	}
	if letter := isLetter(text, c); !letter {
		return text[size:]
	}
	r.hash, r.letters = addLetter(r.hash, uint64(c)), r.letters+1
	h := mix(r.hash)
	if r.all += h; r.letters < runLength {
		return text[size:]
	}
	if place := h >> placeShift; h > r.most[place] {
		r.most[place] = h
	}
	if r.keep {
		r.kept = append(r.kept, h)
	}
	return text[size:]
}

// isLetter reports whether the text begins with a Chinese character, as
// U+3400 to U+9FFF are, or with a Latin letter, which c is in lower case.
func isLetter(text string, c uint32) bool {
	switch lead := text[0]; {
	case lead < utf8.RuneSelf:
		return c >= 'a' && c <= 'z'
	case lead == 0xE3:
		return text[1] >= 0x90
	default:
		return lead >= firstHan && lead <= lastHan
	}
}

// two does for two Chinese characters at a time what one does, until
// something else comes. All that happens for nearly each letter of every
// report stands here.
func (r *runs) two(text string) (rest string) {
	if r.letters < runLength || r.keep {
		return text
	}
	hash, all, n := r.hash, r.all, 0
	for len(text) >= 8 {
		c := eightBytes(text)
		if first := uint32(c); notHan(first) != 0 {
			lead := first & 0xFF
			if lead-firstHan <= lastHan-firstHan {
				hash = addLetter(hash, c&threeMask)
				h := mix(hash)
				all, n = all+h, n+1
				if place := h >> placeShift; h > r.most[place] {
					r.most[place] = h
				}
				if noLetter(uint32(c>>24)) == 3 {
					text = text[6:]
				} else {
					text = text[3:]
				}
				continue
			}
			if size := noLetter(first); size == 3 {
				text = text[3:]
				continue
			} else if size == 1 {
				text = text[1:]
				continue
			}
			break
		}
		hash = addLetter(hash, c&threeMask)
		h := mix(hash)
		all += h
		if place := h >> placeShift; h > r.most[place] {
			r.most[place] = h
		}
		hash = addLetter(hash, c>>24&threeMask)
		h = mix(hash)
		all += h
		if place := h >> placeShift; h > r.most[place] {
			r.most[place] = h
		}
		text, n = text[6:], n+2
	}
	r.hash, r.all, r.letters = hash, all, r.letters+n
	return text
}

// noLetter returns the bytes of the character that has these first bytes, 0
// when it may be a letter, or is a rare one.
func noLetter(c uint32) int {
	switch lead := c & 0xFF; {
	case lead < 'A':
		return 1
	case lead == 0xE2, lead == 0xEF, lead == 0xE3 && c>>8&0xFF < 0x90:
		return 3
	}
	return 0
}

const (
	threeMask  = 1<<24 - 1
	placeShift = 57 // leaves one of sketchSize
)

func addLetter(hash, letter uint64) uint64 { return hash*letterFactor + letter }

// mix spreads a hash to the higher bits, which tell the place of a run, and
// which of two in a place is the larger.
func mix(hash uint64) uint64 { return hash * 0xD6E8FEB86659FD93 }

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
			t.sketch[i] = max(1, byte(v*0x9E3779B97F4A7C15>>56))
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
