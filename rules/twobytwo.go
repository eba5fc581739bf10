package rules

import (
	"strings"
	"unicode/utf8"
)

// before is what the scanner keeps of the characters before.
type before struct {
	last uint32 // the character before, spread
	past uint64 // a byte of the hash of each of the last eight pairs, the latest one lowest
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

// more returns the hash of the pair of characters of a wordNote, and the
// distances of an echoNote, in characters less one.
func (n note) more() uint32 { return uint32(n >> 2 & 0xFFFF) }

// twoByTwo reads characters of three bytes and returns where they end, or
// where there is no room for further notes. What must be done for nearly
// every character of every report stands here: it is compared with the one
// before it, for the words that the matcher knows, and the two of them with
// the seven pairs before, for text that is said twice. It reads two
// characters at a time, and makes no calls.
func (s *scanner) twoByTwo(start int) int {
	rest, pairs := s.text[start:], &s.matcher.pairs
	last, past, noted := s.last, s.past, 0
	for len(rest) >= 8 && noted <= mostNotes-notesOfTwo {
		c := eightBytes(rest)
		first := uint32(c)
		if first&0xF00000F0 != 0xE00000E0 {
			break
		}
		x, y := spread(first), spread(uint32(c>>24))
		g, h := pairHash(last, x), pairHash(x, y)
		if pairs[g>>6]&(1<<(g&63)) != 0 {
			s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | note(g)<<2 | wordNote
			noted++
		}
		if pairs[h>>6]&(1<<(h&63)) != 0 {
			s.notes[noted&(mostNotes-1)] = note(len(rest)-3)<<18 | note(h)<<2 | wordNote
			noted++
		}
		same := past ^ uint64(g>>8)*eachByte
		past = past<<8 | uint64(g>>8)
		also := past ^ uint64(h>>8)*eachByte
		past = past<<8 | uint64(h>>8)
		if zero := (zeroBytes(same) | zeroBytes(also)) &^ 0xFF; zero != 0 || x == last || x == y {
			s.notes[noted&(mostNotes-1)] = note(len(rest)-3)<<18 | whichBytes(zero)<<2 | echoNote
			noted++
		}
		if (first+afterE3|first+beforeEA)&twoHighs != 0 {
			if byteKinds[byte(first)] != hanByte {
				s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | signNote
				noted++
			}
			if byteKinds[first>>24] != hanByte {
				s.notes[noted&(mostNotes-1)] = note(len(rest)-3)<<18 | signNote
				noted++
			}
		}
		last, rest = y, rest[6:]
	}
	for len(rest) >= 3 && rest[0]&0xF0 == 0xE0 && noted <= mostNotes-notesOfTwo {
		x := spread(threeBytes(rest))
		g := pairHash(last, x)
		if pairs[g>>6]&(1<<(g&63)) != 0 {
			s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | note(g)<<2 | wordNote
			noted++
		}
		same := past ^ uint64(g>>8)*eachByte
		past = past<<8 | uint64(g>>8)
		if zero := zeroBytes(same) &^ 0xFF; zero != 0 || x == last {
			s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | whichBytes(zero)<<2 | echoNote
			noted++
		}
		if byteKinds[rest[0]] != hanByte {
			s.notes[noted&(mostNotes-1)] = note(len(rest))<<18 | signNote
			noted++
		}
		last, rest = x, rest[3:]
	}
	s.last, s.past, s.noted = last, past, noted
	return len(s.text) - len(rest)
}

const (
	// Added to the first four bytes of two characters, either leaves nothing
	// in twoHighs if both characters begin with one of E4 to EB, or E2 to E9.
	afterE3, beforeEA = 0x1C00001C, 0x1E00001E
	twoHighs          = 0xF80000F8

	eachByte = 0x0101010101010101
)

// zeroBytes has the highest bit set of the lowest byte of x that is zero, and
// perhaps of bytes above it; it is 0 when none is zero.
func zeroBytes(x uint64) uint64 { return (x - eachByte) &^ x & (0x80 * eachByte) }

// whichBytes returns a bit for each byte whose highest bit is set, the only one
// that may be.
func whichBytes(x uint64) note {
	// Multiplied, the bit of byte n moves to 56+n.
	return note(x >> 7 * 0x0102040810204080 >> 56)
}

// pair looks for words that begin with the character before i and the one at
// i, and returns where that one ends.
func (s *scanner) pair(i int) int {
	c, size := character(s.text[i:])
	x := spread(c)
	if h := pairHash(s.last, x); s.matcher.pairs[h>>6]&(1<<(h&63)) != 0 {
		s.wordsAt(i, h)
	}
	s.last = x
	return i + size
}

// wordsAt takes the words whose second character stands at i. The first two
// characters have the hash h.
func (s *scanner) wordsAt(i int, h uint32) {
	head, text := uint64(0), s.text
	switch {
	case i == 0:
		return
	case i >= 3 && text[i-3] >= 0xE0 && len(text)-i >= 5: // nearly always
		i -= 3
		head = eightBytes(text[i:])
	default:
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
		head = eight(text[i:])
	}
	words := s.matcher.bucket(h)
	for n := range words {
		if w := &words[n]; (head^w.head)&w.mask == 0 && (len(w.text) <= 8 || strings.HasPrefix(text[i:], w.text)) {
			s.word(w, i)
		}
	}
}

// word takes a word that stands at i.
func (s *scanner) word(w *ruleWord, i int) {
	switch n := int(w.rule); {
	case n < s.matcher.aspect:
		s.hits = append(s.hits, hit{block: int32(s.block), at: int32(i), rule: w.rule, size: uint16(len(w.text))})
		s.any.set(n)
	case n == dateWord:
		s.dated = true
	default:
		s.spoken.set(n - s.matcher.aspect)
	}
}
