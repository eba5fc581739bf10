package rules

import (
	"strings"
	"unicode/utf8"
)

// before is what the scanner keeps of the characters before.
type before struct {
	last, last2 uint32 // the slots of the one before and of the one before that
	recent      uint64 // the Han characters since something else, by the last bits of their slots
}

// note says that something at a place is worth a closer look.
type note uint64

const (
	wordNote note = iota // a word of the matcher may have its second character here
	echoNote             // a piece of text that is said twice may end here, or with the character before
	signNote             // here is a sign
	dateNote             // here is a digit that 年 or 月 stands behind
)

// A note has its kind in the bits of kindOfNote, and from the bit leftOfNote on
// how much of the text is left where it is taken.
const (
	kindOfNote = 3
	leftOfNote = 2
)

// mostNotes is how many notes one call of twoByTwo takes.
const mostNotes = 32

func (s *scanner) note(kind note, left int) {
	s.notes[s.noted&(mostNotes-1)] = note(left)<<leftOfNote | kind
	s.noted++
}

// full reports whether there is no room for so many notes.
func (s *scanner) full(notes int) bool { return s.noted > mostNotes-notes }

// twoByTwo reads Han, two characters at a time, and what mostly stands between:
// punctuation, and figures of up to three digits. It returns where something
// else comes. What must be done for nearly every character of every report
// stands here: it is compared with the one before it, for the words that the
// matcher knows, and with those before, for text that is said twice: the
// character itself, or two, or a longer piece, of which two that are read
// together stood before. It makes no calls, but takes notes. Where there is no
// room it returns too: whoever notes something asks for as much as may be
// noted of the same characters, so that nothing is noted twice.
func (s *scanner) twoByTwo(start int) int {
	rest, pairs, last, last2, recent := s.text[start:], s.pairs, s.last, s.last2, s.recent
	s.noted = 0
	others := 0 // bytes of signs and digits
	_ = *pairs  // is not nil
read:
	for len(rest) >= 8 {
		c := eightBytes(rest)
		x := spread(uint32(c))
		at := slot(x)
		if notHan(uint32(c)) == 0 {
			if pairs.has(last, at) {
				if s.full(3) {
					break
				}
				s.note(wordNote, len(rest))
			}
			y := spread(uint32(c >> 24))
			next := slot(y)
			if pairs.has(at, next) {
				if s.full(2) {
					break
				}
				s.note(wordNote, len(rest)-3)
			}
			both := recent | 1<<(at&63) | 1<<(next&63)
			if both == recent || at == last || at == next || at == last2 {
				if s.full(1) {
					break
				}
				s.note(echoNote, len(rest)-3)
			}
			recent = both
			if s.hashing {
				run := s.run*letterFactor + uint64(x)
				if h := spreadRun(run); h > s.most[h>>placeShift] {
					s.most[h>>placeShift] = h
				}
				run = run*letterFactor + uint64(y)
				if h := spreadRun(run); h > s.most[h>>placeShift] {
					s.most[h>>placeShift] = h
				}
				s.run = run
			}
			last, last2, rest = next, at, rest[6:]
			continue
		}
		if s.full(2) {
			break
		}
		size := 3
		switch sign := uint32(c) & threeMask; {
		case sign == comma, sign == pause, sign == stop:
			recent, others = 0, others+3
		case isHan(byte(c)):
			if at == last || at == last2 {
				s.note(echoNote, len(rest))
			}
			if s.hashing {
				s.run = s.run*letterFactor + uint64(x)
				s.ends(s.run)
			}
		case byte(c)-'0' <= 9 && uint32(c)&fourHighs != fourDigits:
			recent, at, size = 0, slot(spread(uint32(c&0xFF))), 1
			others++
			if next := uint32(c>>8) & threeMask; next == yearSign || next == monthSign {
				s.note(dateNote, len(rest))
			}
		case byte(c) == 0xE2, byte(c) == 0xEF, byte(c) == 0xE3 && byte(c>>8) < firstLetterE3:
			recent, others = 0, others+3
			s.note(signNote, len(rest))
		default:
			break read
		}
		if pairs.has(last, at) {
			s.note(wordNote, len(rest))
		}
		last, last2 = at, last
		if size == 1 {
			rest = rest[1:]
		} else {
			rest = rest[3:]
		}
	}
	if s.hashing {
		s.letters += (len(s.text) - start - others - len(rest)) / 3
	}
	s.last, s.last2, s.recent = last, last2, recent
	return len(s.text) - len(rest)
}

// Of four digits, fourHighs leaves fourDigits.
const fourHighs, fourDigits = 0xF0F0F0F0, 0x30303030

// notHan returns 0 when the first and the fourth of these bytes both begin Han,
// as those of two Han characters do. It takes Yi and some of Hangul, which begin
// with EA or EB, for Han.
func notHan(c uint32) uint32 { return (c + 0x1C00001C) & 0xF80000F8 }

// one reads one character, whatever it is, and where it is a sign what belongs
// to it, such as the digits of a number. It returns where that ends.
func (s *scanner) one(i int) int {
	x, size := s.next(i)
	switch {
	case x == spread(stop), x == spread(comma), x == spread(pause): // nearly always, where a paragraph ends
		s.recent = 0
		return i + size
	case byteKinds[s.text[i]] != hanByte || size != 3:
		return s.other(i, size)
	}
	recent := s.recent
	s.recent |= 1 << (slot(x) & 63)
	if s.recent == recent || slot(x) == s.last2 {
		s.echo(i)
	}
	if s.hashing {
		s.letter(x)
	}
	return i + size
}

// other reads what begins with another character than Han at i, which takes
// size bytes.
func (s *scanner) other(i, size int) int {
	s.recent = 0
	if s.hashing {
		if letter := letterOf(s.text[i:]); letter != 0 {
			s.letter(spread(letter))
		}
	}
	end := i + size
	if byteKinds[s.text[i]] != otherByte && i >= s.signed {
		end = s.sign(i)
	}
	for i += size; i < end; i += size {
		_, size = s.next(i)
	}
	s.month(i)
	return i
}

// next looks for words that begin with the character before i and the one at
// i. It returns that one, spread, and how many bytes it takes.
func (s *scanner) next(i int) (x uint32, size int) {
	c, size := uint32(0), 3
	if rest := s.text[i:]; isThree(rest) {
		c = threeBytes(rest)
	} else {
		c, size = character(rest)
	}
	x = spread(c)
	if s.pairs.has(s.last, slot(x)) {
		s.wordsAt(i)
	}
	s.last, s.last2 = slot(x), s.last
	return x, size
}

// wordsAt takes the words whose second character stands at i.
func (s *scanner) wordsAt(i int) {
	m, head, h := s.matcher, uint64(0), uint32(0)
	if i >= 3 && i+6 <= len(s.text) && s.text[i-3] >= 0xE0 && s.text[i] >= 0xE0 { // nearly always
		i -= 3
		around := s.text[i : i+9]
		head = eightBytes(around)
		h = pairHash(spread(uint32(head)), spread(uint32(head>>24)))
		if !m.short.has(h) && !m.thirds.has(mixThird(h, spread(threeBytes(around[6:])))) {
			return
		}
	} else {
		_, size := utf8.DecodeLastRuneInString(s.text[:i])
		if size == 0 {
			return
		}
		// Bounded, as a text that is no UTF-8 may begin characters anywhere.
		a, _ := character(s.text[i-size : i])
		b, _ := character(s.text[i:])
		i -= size
		head, h = eight(s.text[i:]), pairHash(spread(a), spread(b))
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
		s.date(i)
	case n == mayWord:
		s.mayTwice(i)
	default:
		s.lacks.clear(n - s.matcher.aspect)
		s.choosePairs()
	}
}
