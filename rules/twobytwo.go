package rules

import (
	"strings"
	"unicode/utf8"
)

// before is what the scanner keeps of the characters before.
type before struct {
	last, last2 uint32      // the one before and the one before that, spread
	seen        [256]uint32 // by a byte of the hash of a pair of characters: how much text was left where its second one stood last, and behind
	behind      uint32      // less than for the block before by more than its text, so that no two places are alike
}

// note says that something at a place is worth a closer look.
type note uint64

const (
	wordNote note = 1 + iota // a word of the matcher may have its second character here
	echoNote                 // a piece of text that is said twice may end here, or with the character before
	signNote                 // here is something else than Han

	kindOfNote note = 3 // the bits that tell
)

// The notes of one call of twoByTwo, and at most how many it takes of two
// characters.
const (
	mostNotes  = 32
	notesOfTwo = 5
)

// left returns how much of the text is left where the note is taken.
func (n note) left() int { return int(n >> 18) }

// hash returns the hash of the pair of characters of a wordNote.
func (n note) hash() uint32 { return uint32(n >> 2 & 0xFFFF) }

// twoByTwo reads characters of three bytes and returns where they end, or
// where there is no room for further notes. What must be done for nearly
// every character of every report stands here: it is compared with the one
// before it, for the words that the matcher knows, and with those before, for
// text that is said twice: the character itself, or two, or a longer piece,
// of which any two characters stand the same distance before. It reads two
// characters at a time, and makes no calls.
func (s *scanner) twoByTwo(start int) int {
	rest, last, last2, noted := s.text[start:], s.last, s.last2, 0
	for len(rest) >= 8 && noted <= mostNotes-notesOfTwo {
		c := eightBytes(rest)
		first := uint32(c)
		sign := notHan(first)
		if sign != 0 && first&0xF00000F0 != 0xE00000E0 {
			break
		}
		x, y := spread(first), spread(uint32(c>>24))
		g, h := pairHash(last, x), pairHash(x, y)
		if s.pairs.has(g) {
			s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | note(g)<<2 | wordNote
			noted++
		}
		if s.pairs.has(h) {
			s.notes[noted&(mostNotes-1)] = note(len(rest)-3)<<18 | note(h)<<2 | wordNote
			noted++
		}
		left := uint32(len(rest)) + s.behind
		s.seen[g>>8] = left
		distance := s.seen[h>>8] - (left - 3)
		s.seen[h>>8] = left - 3
		if distance <= longestEcho || x == last || x == last2 || x == y {
			s.notes[noted&(mostNotes-1)] = note(len(rest)-3)<<18 | echoNote
			noted++
		}
		if sign != 0 {
			if byteKinds[byte(first)] != hanByte {
				s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | signNote
				noted++
			}
			if byteKinds[first>>24] != hanByte {
				s.notes[noted&(mostNotes-1)] = note(len(rest)-3)<<18 | signNote
				noted++
			}
		}
		last, last2, rest = y, x, rest[6:]
	}
	for len(rest) >= 3 && rest[0]&0xF0 == 0xE0 && noted <= mostNotes-notesOfTwo {
		x := spread(threeBytes(rest))
		g := pairHash(last, x)
		if s.pairs.has(g) {
			s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | note(g)<<2 | wordNote
			noted++
		}
		left := uint32(len(rest)) + s.behind
		distance := s.seen[g>>8] - left
		s.seen[g>>8] = left
		if distance <= longestEcho || x == last || x == last2 {
			s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | echoNote
			noted++
		}
		if byteKinds[rest[0]] != hanByte {
			s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | signNote
			noted++
		}
		last, last2, rest = x, last, rest[3:]
	}
	s.last, s.last2, s.noted = last, last2, noted
	return len(s.text) - len(rest)
}

const (
	// Added to the first four bytes of two characters, either leaves nothing
	// in twoHighs if both characters begin with one of E4 to EB, or E2 to E9.
	afterE3, beforeEA = 0x1C00001C, 0x1E00001E
	twoHighs          = 0xF80000F8
)

// notHan returns 0 when the first and the fourth of these bytes both begin
// Han, as those of two Han characters do.
func notHan(c uint32) uint32 { return ((c + afterE3) | (c + beforeEA)) & twoHighs }

// pair looks for words that begin with the character before i and the one at
// i, and returns where that one ends.
func (s *scanner) pair(i int) int {
	c, size := uint32(s.text[i]), 1
	if c >= utf8.RuneSelf {
		c, size = character(s.text[i:])
	}
	x := spread(c)
	if h := pairHash(s.last, x); s.pairs.has(h) {
		s.wordsAt(i, h)
	}
	s.last = x
	return i + size
}

// wordsAt takes the words whose second character stands at i. The first two
// characters have the hash h.
func (s *scanner) wordsAt(i int, h uint32) {
	head, text, m := uint64(0), s.text, s.matcher
	switch {
	case i == 0:
		return
	case i >= 3 && text[i-3] >= 0xE0 && len(text)-i >= 6: // nearly always
		if !m.short.has(h) && !m.thirds.has(mixThird(h, spread(threeBytes(text[i+3:])))) {
			return
		}
		i -= 3
		head = eightBytes(text[i:])
	default:
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
		head = eight(text[i:])
	}
	bucket := h >> (16 - bucketBits)
	first := int(m.first[bucket])
	for n, w := range m.heads[first:m.first[bucket+1]] {
		if (head^w.bytes)&w.mask == 0 {
			s.word(&m.words[first+n], i)
		}
	}
}

// word takes a word whose head stands at i, if all of it does.
func (s *scanner) word(w *ruleWord, i int) {
	if len(w.text) > 8 && !strings.HasPrefix(s.text[i:], w.text) {
		return
	}
	switch n := int(w.rule); {
	case n < s.matcher.aspect:
		s.hits = append(s.hits, hit{block: int32(s.block), at: int32(i), rule: w.rule, size: uint16(len(w.text))})
	case n == dateWord:
		s.dated = true
	case n == mayWord:
		s.mayTwice(i)
	default:
		s.lacks.clear(n - s.matcher.aspect)
		s.choosePairs()
	}
}
