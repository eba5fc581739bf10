package rules

import "strings"

// hanRun reads Han characters, and the commas and stops between them, and
// returns where they end. On its way it looks for 年 and 月, and for pieces of
// text that stand there twice.
func (s *scanner) hanRun(i int) int {
	rest, at, last := s.text[i:], s.base+int32(i), &s.last
	distance, run := int32(0), int32(0)
	s.han = -1
	for {
		c := threeBytes(rest)
		if c&0xFF-firstHan > lastHan-firstHan {
			if c != comma && c != stop && c != pause {
				break
			}
			s.han = int(at - s.base)
			at, rest, distance = at+3, rest[3:], 0
			if c != pause {
				s.endClause(int(at - s.base))
			}
			continue
		}
		if c == yearSign || c == monthSign {
			s.dated = true
		}
		slot := &last[(c>>11^c>>17)%uint32(len(last))]
		d := at - *slot
		*slot = at
		at, rest = at+3, rest[3:]
		if d > longestEcho {
			distance = 0
			continue
		}
		if d != distance {
			distance, run = d, 0
		}
		if run += 3; (run >= d || run == 6 && d == 12) && s.repeat(int(at-s.base), int(d), int(run)) {
			distance = 0
		}
	}
	end := int(at - s.base)
	if s.han != end-3 {
		s.han = end
	}
	return end
}

// The first bytes of Han characters, and some characters as threeBytes has
// them: 年 月 ， 。 、.
const (
	firstHan, lastHan   = 0xE4, 0xE9
	yearSign, monthSign = 0xB4B9E5, 0x889CE6
	comma, stop, pause  = 0x8CBCEF, 0x8280E3, 0x8180E3
)

// longestEcho bounds the pieces of text that are compared with what stands
// before them, in bytes: 政府信息公开 is 18.
const longestEcho = 8 * 3

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
