package rules

import (
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

func (s *scanner) place(at, end int) place { return place{s.block, at, end} }

func (s *scanner) hanAt(i int) bool { return i < len(s.text) && byteKinds[s.text[i]] == hanByte }

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
