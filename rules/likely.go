package rules

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
)

// likelyPair is a text that may be copied from another organ's for the same
// year.
type likelyPair struct {
	later, earlier *Facts
	text           *textFacts // of later
}

// bandLength is how many bytes of a sketch must agree for two texts to be
// looked at together, bands how many such stretches are tried. Of texts that
// are 90 percent alike 99 in 100 are found, of those half alike 3.
const (
	bandLength = 8
	bands      = 8
)

// sectionText is a text with the report that it is of.
type sectionText struct {
	*textFacts
	of     *Facts
	report int32 // in the order in which one may have copied from another
}

// bandEntry is a stretch of the sketch of a text.
type bandEntry struct {
	key  uint64 // the bytes of the stretch, mixed with year and section
	text int32  // by number
	band int32
}

// likely returns, for each text, the most alike of those that agree with it
// in a stretch of the sketch. Texts are compared with the first and the last
// one before them only, so that a hundred copies cost a hundred comparisons.
func (s *Set) likely() (pairs []likelyPair) {
	texts := s.inTime()
	entries := repeated(bandEntries(texts))
	slices.SortFunc(entries, func(a, b bandEntry) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return int(a.text - b.text)
	})
	best := make([]likelyBest, len(texts))
	for i := 0; i < len(entries); {
		end := i + 1
		for end < len(entries) && entries[end].key == entries[i].key {
			rate(best, texts, entries[i], entries[end])
			if end-1 > i {
				rate(best, texts, entries[end-1], entries[end])
			}
			end++
		}
		i = end
	}
	for i, b := range best {
		if b.earlier != nil {
			pairs = append(pairs, likelyPair{texts[i].of, b.earlier.of, texts[i].textFacts})
		}
	}
	return pairs
}

// inTime returns all texts in the order in which one may have been copied from
// another.
func (s *Set) inTime() []sectionText {
	reports := slices.Clone(s.Reports)
	slices.SortFunc(reports, func(a, b *Facts) int {
		if a.Year != b.Year {
			return a.Year - b.Year
		}
		return cmp.Or(strings.Compare(a.Published, b.Published), strings.Compare(a.File, b.File))
	})
	texts := make([]sectionText, 0, len(reports))
	for i, f := range reports {
		for j := range f.texts {
			texts = append(texts, sectionText{&f.texts[j], f, int32(i)})
		}
	}
	return texts
}

// likelyBest is the text of the report that is most alike so far, nil for none.
type likelyBest struct {
	earlier *sectionText
	alike   int
}

// bandEntries lists the stretches of all texts.
func bandEntries(texts []sectionText) []bandEntry {
	entries := make([]bandEntry, 0, bands*len(texts))
	for i := range texts {
		t := &texts[i]
		salt := uint64(t.of.Year)<<8 | uint64(t.section)
		for band := range bands {
			stretch := t.sketch[band*bandLength : (band+1)*bandLength]
			key := binary.LittleEndian.Uint64(stretch)
			if key == 0 {
				continue // no run fell here
			}
			key = (key ^ salt*0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93
			entries = append(entries, bandEntry{key ^ key>>32, int32(i), int32(band)})
		}
	}
	return entries
}

// repeated drops nearly all stretches that no other text has: most texts are
// like none, and sorting them would take longest.
func repeated(entries []bandEntry) []bandEntry {
	places := uint64(64)
	for places < 16*uint64(len(entries)) {
		places *= 2
	}
	once, again := make([]uint64, places/64), make([]uint64, places/64)
	for _, e := range entries {
		word, bit := e.key%places/64, uint64(1)<<(e.key%64)
		again[word] |= once[word] & bit
		once[word] |= bit
	}
	return slices.DeleteFunc(entries, func(e bandEntry) bool {
		return again[e.key%places/64]&(1<<(e.key%64)) == 0
	})
}

// rate remembers the earlier of two texts if no other is more alike.
func rate(best []likelyBest, texts []sectionText, earlier, later bandEntry) {
	t, before := &texts[later.text], &texts[earlier.text]
	b := &best[later.text]
	if t.report == before.report || earlier.band != later.band || b.earlier != nil && b.earlier.report == before.report {
		return
	}
	other := before.of.text(t.of, t.textFacts)
	if other == nil || before.of.Year != t.of.Year {
		return // a stretch that agrees by chance
	}
	alike := t.sketch.alike(&other.sketch)
	if b.earlier == nil || alike > b.alike || alike == b.alike && before.report < b.earlier.report {
		*b = likelyBest{before, alike}
	}
}
