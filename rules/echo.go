package rules

import (
	"math/bits"
	"strings"
)

// longestEcho bounds the pieces of text that are compared with what stands
// before them, in bytes: 政府信息公开 is 18.
const longestEcho = 8 * 3

// echo looks for text that is said twice around i when the Han character
// there or the one before it stood directly before itself, or ends two that
// stood the same distance before. Without either there is none. The distances
// that come into question are bits.
func (s *scanner) echo(i int, distances uint32) {
	if i < s.echoed || !s.endsTwice(i, distances) {
		return
	}
	from, to := i, i
	for from >= s.echoed+3 && s.hanAt(from-3) {
		from -= 3
	}
	for s.hanAt(to) {
		to += 3
	}
	s.echoes(from, to)
	s.echoed = to
}

// endsTwice reports whether one of two characters, or two that end with it,
// stood there before: the one at i and the one before it.
func (s *scanner) endsTwice(i int, distances uint32) bool {
	if s.same(0, i, 3) || s.same(0, i-3, 3) {
		return true
	}
	for ; distances != 0; distances &= distances - 1 {
		d := 3 * (bits.TrailingZeros32(distances) + 1)
		if s.same(0, i-3, d) && (s.same(0, i, d) || s.same(0, i-6, d)) {
			return true
		}
	}
	return false
}

// same reports whether the Han character at i stood the distance before, but
// not before from.
func (s *scanner) same(from, i, distance int) bool {
	return i-distance >= from && s.hanAt(i) && s.text[i-distance:i-distance+3] == s.text[i:i+3]
}

// echoes looks for pieces of text that are said twice in text[from:to], which
// is all Han: all characters of such a piece stood the same distance before.
func (s *scanner) echoes(from, to int) {
	distance, run := 0, 0
	for i := from; i < to; i += 3 {
		d := s.distance(from, i)
		if d == 0 {
			distance = 0
			continue
		}
		if d != distance {
			distance, run = d, 0
		}
		if run += 3; (run >= d || run == 6 && d == 12) && s.repeat(i+3, d, run) {
			distance = 0
		}
	}
}

// distance returns how far before i the character there stood last, 0 when it
// did not between from and i, or too far.
func (s *scanner) distance(from, i int) int {
	for d := 3; d <= longestEcho; d += 3 {
		if s.same(from, i, d) {
			return d
		}
	}
	return 0
}

// repeat takes a piece of text of the given size that ends at end and may
// stand there twice, or of which only the last run bytes stood there before.
// It reports whether the text is a repetition, right or wrong.
func (s *scanner) repeat(end, size, run int) bool {
	if run < size { // 可通过可以通过
		piece := s.text[end-run : end]
		wrong := strings.HasSuffix(s.text[:end], "可"+piece+"可以"+piece)
		if wrong {
			s.repeated = append(s.repeated, s.place(end-size, end))
		}
		return wrong
	}
	middle := end - size
	start := middle - size
	if size > longestEcho || start < 0 || s.text[start:middle] != s.text[middle:end] {
		return false
	}
	wrong := !isIdiom(s.text[start:])
	if size == len("市") {
		_, wrong = doubled(s.text, middle)
	}
	if wrong {
		s.repeated = append(s.repeated, s.place(middle, end))
	}
	return true
}
