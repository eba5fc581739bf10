package parser

import (
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// signs is a set of the signs that mean something in a page. What a page does
// not have need not be looked for in its lines and cells.
type signs uint16

const (
	backslash signs = 1 << iota
	star
	bar
	tick
	bracket
	ampersand
	angle
	pipe
	carriageReturn
	oddBlank  // what 0xC2 begins: the no-break blank, the soft hyphen
	zeroWidth // U+200B
	widePipe  // ｜
)

// signsOf tells of an ASCII character which sign it is.
var signsOf = [utf8.RuneSelf]signs{
	'\\': backslash, '*': star, '_': bar, '`': tick, '[': bracket, '&': ampersand,
	'<': angle, '|': pipe, '\r': carriageReturn,
}

// signsIn returns the signs that stand in s.
func signsIn(s string) (seen signs) {
	for c, sign := range signsOf {
		if sign != 0 && strings.IndexByte(s, byte(c)) >= 0 {
			seen |= sign
		}
	}
	if strings.IndexByte(s, 0xC2) >= 0 {
		seen |= oddBlank
	}
	if strings.Contains(s, "\u200b") {
		seen |= zeroWidth
	}
	if report.Contains(s, "｜") {
		seen |= widePipe
	}
	return seen
}

// validSigns reports whether s is UTF-8 and returns what signsIn does, in half
// the time that it takes to do the one and then the other. It takes four
// characters from U+3000 to U+AFFF at a time, or eight of ASCII, as nearly all
// are.
func validSigns(s string) (seen signs, valid bool) {
	// Where they stand at all, they stand everywhere.
	if strings.IndexByte(s, '<') >= 0 {
		seen |= angle
	}
	if strings.IndexByte(s, '|') >= 0 {
		seen |= pipe
	}
	valid = true
	for len(s) >= 24 {
		a, b := notHan(word(s)), notHan(word(s[6:]))
		switch {
		case (a|b)&anyHan == 0:
			s = s[12:]
			continue
		case a&firstHan != 0:
		case a&anyHan != 0:
			s = s[3:]
		case b&firstHan != 0:
			s = s[6:]
		default:
			s = s[9:]
		}
		w := word(s)
		switch {
		case w&utf8.RuneSelf == 0:
			n := bits.TrailingZeros64(w&(0x80*each)) / 8
			if mayBeSigns(w) {
				for i := range n {
					seen |= signsOf[byte(w>>(8*i))&^utf8.RuneSelf]
				}
			}
			s = s[n:]
		case w&0xC0C0FF == 0x8080EF && w&0xFFFF != 0xBDEF: // ，：；（）
			s = s[3:]
		default:
			sign, size, ok := lookAt(s)
			seen, valid = seen|sign, valid && ok
			s = s[size:]
		}
	}
	for s != "" {
		sign, size, ok := lookAt(s)
		seen, valid = seen|sign, valid && ok
		s = s[size:]
	}
	return seen, valid
}

// word returns the first eight bytes of s, the first one lowest.
func word(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// notHan returns a word without any of the bits anyHan when the first six bytes
// of w are two characters from U+3000 to U+AFFF: each a byte from 0xE3 to 0xEA,
// and two whose high bits are 10. Of the first alone the bits firstHan tell.
func notHan(w uint64) uint64 {
	const mask, least = 0xC0C0FF, 0x8080E3
	return w&(mask|mask<<24) - (least | least<<24)
}

const (
	firstHan = 0xFFFFF8
	anyHan   = ^uint64(0x07 | 0x07<<24)
)

// each is a word of bytes that are all 1.
const each = 0x0101010101010101

// mayBeSigns reports whether a byte of w that is ASCII can be a sign other than
// < and |: one from & to *, from [ to `, or from 0x0B to 0x1F. Added to a byte
// from c on, 0x80-c sets its high bit.
func mayBeSigns(w uint64) bool {
	c := w &^ (0x80 * each)
	amp := (c + (0x80-'&')*each) ^ (c + (0x80-'*'-1)*each)
	bracket := (c + (0x80-'[')*each) ^ (c + (0x80-'`'-1)*each)
	control := (c + (0x80-0x0B)*each) ^ (c + (0x80-0x20)*each)
	return (amp|bracket|control)&^w&(0x80*each) != 0
}

// lookAt looks at the first character of s, or its first byte when it is none.
func lookAt(s string) (sign signs, size int, ok bool) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r < utf8.RuneSelf:
		sign = signsOf[r]
	case s[0] == 0xC2:
		sign = oddBlank
	case r == 0x200B:
		sign = zeroWidth
	case r == '｜':
		sign = widePipe
	}
	return sign, size, r != utf8.RuneError || size != 1
}
