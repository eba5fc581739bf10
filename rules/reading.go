package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// reading is what one pass over the running text gathers for the rules on
// dates and writing. Digits and punctuation stand everywhere, so that no word
// leads to them.
type reading struct {
	dates    []mention
	ordinals []numbered

	brackets []place // half-width brackets in Chinese text
	partners []place // the second ones of those that are both half-width
	points   []place // half-width , ; : ? ! . in Chinese text
	inner    []place // signs of a title inside a title
	ranges   []place // two ends of a range with a hyphen between
	blanks   []place // between digits and Han
	wide     []place // runs of full-width digits and letters
	garbled  []place // dates and document numbers that lost their signs
	serials  []place // document numbers that are not written like 〔2021〕30号
	repeated []place // the second of two equal pieces of text that adjoin
	unpaired []unpaired
}

// mention is a date in running text.
type mention struct {
	report.Date
	block    int // index in Report.Blocks
	at, size int // place in the text of the block
}

// numbered is a block that begins with an ordinal.
type numbered struct {
	report.Ordinal
	block int
}

// reading returns what the text holds. It is read when the first rule asks.
func (p *Pass) reading() *reading {
	if p.prose.reading == nil {
		s := scanner{reading: new(reading)}
		for i := range p.Report.Blocks {
			if b := &p.Report.Blocks[i]; running(b) {
				s.scan(i, b.Prose.Text)
			}
		}
		p.prose.reading = s.reading
	}
	return p.prose.reading
}

// scanner reads the text of one block after the other.
type scanner struct {
	*reading
	text  string
	block int
	body  int // where the text begins, behind its ordinal

	clause int  // where the clause begins
	dated  bool // the clause may hold a date
	han    int  // end of the last Han character

	// When all characters of a piece of text stood the same distance before,
	// the piece is said twice.
	last [512]int32 // by a hash of the character: where it stood last, counted over all blocks
	base int32      // where the block begins in that count

	open   []opened // signs whose partner is still to come
	titles []place  // signs inside the open title, which count once it is closed
	depth  int      // of 《
}

// byteKind says what a byte of UTF-8 leads to.
type byteKind uint8

const (
	otherByte byteKind = iota
	hanByte
	digitByte
	blankByte
	pointByte
	bracketByte
	hyphenByte
	wideByte // Chinese punctuation, and digits and letters in full width
)

// byteKinds tells the kind of each byte.
var byteKinds = [256]byteKind{
	0xE4: hanByte, 0xE5: hanByte, 0xE6: hanByte, 0xE7: hanByte, 0xE8: hanByte, 0xE9: hanByte,
	0xE2: wideByte, 0xE3: wideByte, 0xEF: wideByte,
	'0': digitByte, '1': digitByte, '2': digitByte, '3': digitByte, '4': digitByte,
	'5': digitByte, '6': digitByte, '7': digitByte, '8': digitByte, '9': digitByte,
	' ': blankByte, '\t': blankByte, 0xC2: blankByte, // C2 A0 is a no-break space
	',': pointByte, ';': pointByte, ':': pointByte, '?': pointByte, '!': pointByte, '.': pointByte,
	'(': bracketByte, ')': bracketByte, '<': bracketByte, '>': bracketByte, '[': bracketByte, '{': bracketByte,
	'-': hyphenByte,
}

// scan reads the text of a block.
func (s *scanner) scan(block int, text string) {
	s.begin(block, text)
	for i := 0; i < len(text); {
		switch byteKinds[text[i]] {
		case hanByte:
			i = s.hanRun(i)
		case digitByte:
			i = s.digits(i)
		case blankByte:
			i = s.blank(i)
		case pointByte:
			s.point(i)
			i++
		case bracketByte:
			s.bracket(i)
			i++
		case hyphenByte:
			s.hyphen(i)
			i++
		case wideByte:
			i = s.wideSign(i)
		default:
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
		}
	}
	s.finish()
}

// begin prepares for a block and reads its ordinal.
func (s *scanner) begin(block int, text string) {
	s.base += int32(len(s.text)) + 2*longestEcho // far from the block before
	s.block, s.text, s.body, s.clause, s.dated, s.han, s.depth = block, text, 0, 0, false, -1, 0
	s.open, s.titles = s.open[:0], s.titles[:0]
	if !mayNumber(text) {
		return
	}
	if o, ok := report.OrdinalAt(text); ok {
		s.body = o.Size
		s.ordinals = append(s.ordinals, numbered{o, block})
	}
}

// mayNumber reports whether an ordinal can begin with the first character.
func mayNumber(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	switch {
	case r >= 0x4E00 && r <= 0x9FFF:
		switch r {
		case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '第':
			return true
		}
		return false
	case r == '《' || r == '“':
		return false
	}
	return true
}

// finish closes a block: what is still open has no partner.
func (s *scanner) finish() {
	s.endClause(len(s.text))
	for _, o := range s.open {
		s.lonely(o.pair, o.at, false)
	}
}

// endClause reads the dates of a clause that may have some.
func (s *scanner) endClause(end int) {
	if s.dated {
		start := s.clause
		report.EachDate(s.text[start:end], func(at, size int, d report.Date) bool {
			s.dates = append(s.dates, mention{d, s.block, start + at, size})
			return true
		})
		s.dated = false
	}
	s.clause = end
}

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

// digits reads a run of digits.
func (s *scanner) digits(i int) int {
	end := i + 1
	for end < len(s.text) && s.text[end]-'0' <= 9 {
		end++
	}
	if end-i < 4 {
		return end
	}
	if s.text[i] <= '2' {
		s.lostSigns(i, end)
	}
	if end < len(s.text) && (s.text[end] < 0x80 || s.text[end] == 0xEF) {
		s.dated = true // 2024.1.17, 2024-1-17
	}
	return end
}

// blank reads blanks, which stand out between a digit and Han.
func (s *scanner) blank(i int) int {
	size := report.BlankAt(s.text[i:])
	if size == 0 { // another character that begins like a no-break space
		_, size = utf8.DecodeRuneInString(s.text[i:])
		return i + size
	}
	end := i + size
	if i == 0 || end == len(s.text) || s.depth > 0 {
		return end
	}
	if s.text[i-1]-'0' <= 9 && s.hanAt(end) && !s.timeEndsAt(i) || s.han == i && s.text[end]-'0' <= 9 && size <= 2 {
		s.blanks = append(s.blanks, s.place(i, end))
	}
	return end
}

// timeEndsAt reports whether the digits before i end a date or a time with
// signs between its parts: 2024-01-17, 9:30.
func (s *scanner) timeEndsAt(i int) bool {
	for i > 0 && s.text[i-1]-'0' <= 9 {
		i--
	}
	return i > 0 && strings.IndexByte("-:./", s.text[i-1]) >= 0
}

// point judges a half-width sign: it is wrong behind Han, or between a figure
// or a bracket and Han. 9:00, 1,234 and addresses are right.
func (s *scanner) point(i int) {
	if i < s.body || s.depth > 0 || i == 0 {
		return
	}
	if !s.chineseBefore(i) && (s.text[i] == '.' || !s.hanAt(i+1) || s.text[i-1]-'0' > 9 && s.text[i-1] != ')' && s.text[i-1] != '%') {
		return
	}
	rest := s.text[i+1:]
	switch {
	case report.BlankAt(rest) == len(rest), strings.HasPrefix(rest, "”"), strings.HasPrefix(rest, "）"):
	case s.text[i] == '.': // 0条. ends a sentence; 一.总体情况 and 约翰.史密斯 are something else
		if rest[0] != ' ' || !s.hanAt(i+1+report.BlankAt(rest)) {
			return
		}
	case rest[0]-'0' <= 9, s.hanAt(i + 1), byteKinds[rest[0]] == wideByte, rest[0] == ' ', rest[0] == '(':
	default:
		return
	}
	s.points = append(s.points, s.place(i, i+1))
}

func (s *scanner) place(at, end int) place { return place{s.block, at, end} }

func (s *scanner) hanAt(i int) bool { return i < len(s.text) && byteKinds[s.text[i]] == hanByte }

// chineseBefore reports whether Han or a Chinese closing sign ends at i.
func (s *scanner) chineseBefore(i int) bool {
	return s.han == i || i >= 3 && hasAnyPrefix(s.text[i-3:], []string{"”", "》", "）"}) != ""
}

// wideSign reads a character that begins with E2, E3 or EF.
func (s *scanner) wideSign(i int) int {
	if i+2 >= len(s.text) {
		return len(s.text)
	}
	end := i + 3
	switch r := rune(s.text[i])&0x0F<<12 | rune(s.text[i+1])&0x3F<<6 | rune(s.text[i+2])&0x3F; r {
	case '、':
	case '，', '。', '；', '：', '！', '？':
		s.endClause(end)
	case '“':
		s.push(quotes, i, false)
	case '”':
		s.pop(quotes, i, false)
	case '《':
		s.push(bookMarks, i, false)
	case '》':
		s.pop(bookMarks, i, false)
	case '〈':
		s.push(innerMarks, i, false)
	case '〉':
		s.pop(innerMarks, i, false)
	case '（':
		s.serial(i, end)
		s.push(rounds, i, false)
	case '）':
		s.pop(rounds, i, false)
	case '〔':
		s.serial(i, end)
		s.push(tortoise, i, false)
	case '〕':
		s.pop(tortoise, i, false)
	case '【', '［', '〖', '﹝':
		s.serial(i, end)
	default:
		if isFullWidth(r) {
			return s.fullWidth(i)
		}
	}
	return end
}

// fullWidth reads a run of full-width digits and letters.
func (s *scanner) fullWidth(i int) int {
	end := i
	for {
		r, size := utf8.DecodeRuneInString(s.text[end:])
		if !isFullWidth(r) {
			break
		}
		end += size
	}
	s.dated = true // ２０２４．１．１７
	if s.depth == 0 {
		s.wide = append(s.wide, s.place(i, end))
	}
	return end
}

// isFullWidth reports whether r is one of ０ to ９, Ａ to Ｚ, ａ to ｚ.
func isFullWidth(r rune) bool {
	return r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ'
}
