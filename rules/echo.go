package rules

// longestEcho bounds the pieces of text that are compared with what stands
// before them, in bytes: 政府信息公开 is 18.
const longestEcho = 8 * 3

// echo looks for text that is said twice around i, when one of two Han
// characters that end there stood directly before itself, or two characters
// stood the same distance before. Without either there is none.
func (s *scanner) echo(i int) {
	if i < s.echoed || !s.endsTwice(i) && !s.same(0, i-3, 3) && !(s.same(0, i-3, 6) && s.same(0, i-6, 6)) {
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

// endsTwice reports whether the Han character at i, or two that end with it,
// stood there before.
func (s *scanner) endsTwice(i int) bool {
	if i < 6 || !s.hanAt(i-3) {
		return s.same(0, i, 3)
	}
	end := i + 3
	these := eightBytes(s.text[end-8:]) >> 16
	if these>>24 == these&(1<<24-1) {
		return true
	}
	before := end - 6
	for ; before >= 8 && before >= end-longestEcho; before -= 3 {
		if eightBytes(s.text[before-8:])>>16 == these {
			return true
		}
	}
	return before >= 6 && before < 8 && s.text[before-6:before] == s.text[end-6:end]
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
		if run += 3; run >= d && s.repeat(i+3, d) {
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

// mayTwice looks for 可通过可以通过, whose 可以 stands at i.
func (s *scanner) mayTwice(i int) {
	const verb, may = 2 * len("通"), len("可以")
	if i < len("可")+verb || len(s.text)-i < may+verb || !s.hanAt(i-verb) || !s.hanAt(i-verb/2) {
		return
	}
	if s.text[i-verb-len("可"):i-verb] == "可" && s.text[i-verb:i] == s.text[i+may:i+may+verb] {
		s.repeated = append(s.repeated, s.place(i, i+may+verb))
	}
}

// repeat takes a piece of text of the given size that ends at end and may
// stand there twice. It reports whether the text is a repetition, right or
// wrong.
func (s *scanner) repeat(end, size int) bool {
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
