package rules

import (
	"cmp"
	"encoding/binary"
	"slices"
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

// bandEntry is a stretch of the sketch of a text.
type bandEntry struct {
	key    uint64 // the bytes of the stretch, mixed with year and section
	report int32  // in the order in which one may have copied from another
	text   int8   // index in Facts.texts
	band   int8
}

// likely returns, for each text, the most alike of those that agree with it
// in a stretch of the sketch. Texts are compared with the first and the last
// one before them only, so that a hundred copies cost a hundred comparisons.
func (s *Set) likely() []likelyPair {
	reports := slices.Clone(s.Reports)
	slices.SortFunc(reports, func(a, b *Facts) int {
		if a.Year != b.Year {
			return a.Year - b.Year
		}
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.File, b.File))
	})
	entries := repeated(bandEntries(reports))
	slices.SortFunc(entries, func(a, b bandEntry) int {
		if a.key != b.key {
			return cmp.Compare(a.key, b.key)
		}
		return int(a.report - b.report)
	})
	best := map[[2]int32]likelyBest{}
	for i := 0; i < len(entries); {
		end := i + 1
		for end < len(entries) && entries[end].key == entries[i].key {
			rate(best, reports, entries[i], entries[end])
			if end-1 > i {
				rate(best, reports, entries[end-1], entries[end])
			}
			end++
		}
		i = end
	}
	return pairsOf(best, reports)
}

// likelyBest is the report most alike so far.
type likelyBest struct {
	report int32
	alike  int
}

// bandEntries lists the stretches of all texts.
func bandEntries(reports []*Facts) []bandEntry {
	entries := make([]bandEntry, 0, 2*bands*len(reports))
	for i, f := range reports {
		for j := range f.texts {
			t := &f.texts[j]
			salt := uint64(f.Year)<<8 | uint64(t.section)
			for band := range bands {
				stretch := t.sketch[band*bandLength : (band+1)*bandLength]
				key := binary.LittleEndian.Uint64(stretch)
				if key == 0 {
					continue // no run fell here
				}
				key = (key ^ salt*0x9E3779B97F4A7C15) * 0xD6E8FEB86659FD93
				entries = append(entries, bandEntry{key ^ key>>32, int32(i), int8(j), int8(band)})
			}
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
func rate(best map[[2]int32]likelyBest, reports []*Facts, earlier, later bandEntry) {
	if earlier.report == later.report || earlier.band != later.band {
		return
	}
	f := reports[later.report]
	t := &f.texts[later.text]
	other := reports[earlier.report].text(f, t)
	if other == nil || reports[earlier.report].Year != f.Year {
		return // a stretch that agrees by chance
	}
	alike := t.sketch.alike(&other.sketch)
	key := [2]int32{later.report, int32(later.text)}
	if b, ok := best[key]; !ok || alike > b.alike || alike == b.alike && earlier.report < b.report {
		best[key] = likelyBest{earlier.report, alike}
	}
}

// pairsOf puts the pairs in the order of the reports.
func pairsOf(best map[[2]int32]likelyBest, reports []*Facts) []likelyPair {
	keys := make([][2]int32, 0, len(best))
	for key := range best {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b [2]int32) int { return cmp.Or(int(a[0]-b[0]), int(a[1]-b[1])) })
	pairs := make([]likelyPair, len(keys))
	for i, key := range keys {
		f := reports[key[0]]
		pairs[i] = likelyPair{f, reports[best[key].report], &f.texts[key[1]]}
	}
	return pairs
}
