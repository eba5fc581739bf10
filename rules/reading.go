package rules

import "github.com/gouji-lint/gouji/report"

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
	marked   []int // blocks with a sign that may belong to markup: & < >, or # or * at their begin
}

// mention is a date in running text.
type mention struct {
	report.Date
	block    int // index in Report.Blocks
	at, size int // place in the text of the block
}

// reading returns what the text holds.
func (p *Pass) reading() *reading { return &p.prose.reading }

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
	markByte
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
	'&': markByte,
}

// date reads the dates of the clause around i, unless they are read.
func (s *scanner) date(i int) {
	if i < s.dated {
		return
	}
	from, to := i, i
	for from > s.dated && !endsClause(s.text[:from]) {
		from--
	}
	for to < len(s.text) && (to == from || !endsClause(s.text[:to])) {
		to++
	}
	s.dated = to
	report.EachDate(s.text[from:to], func(at, size int, d report.Date) bool {
		s.dates = append(s.dates, mention{d, s.block, from + at, size})
		return true
	})
}

// endsClause reports whether the text ends with a sign that ends a clause.
func endsClause(text string) bool {
	n := len(text) - 3
	if n < 0 || text[n] != 0xEF && text[n] != 0xE3 {
		return false
	}
	switch text[n:] {
	case "，", "。", "；", "：", "！", "？":
		return true
	}
	return false
}

func (s *scanner) place(at, end int) place { return place{s.block, at, end} }

// hanAt reports whether a whole Han character stands at i.
func (s *scanner) hanAt(i int) bool { return i+2 < len(s.text) && byteKinds[s.text[i]] == hanByte }

// hanBefore reports whether Han stands directly before i.
func (s *scanner) hanBefore(i int) bool { return i >= 3 && s.hanAt(i-3) }

// wideSign reads a character that begins with E2, E3 or EF.
func (s *scanner) wideSign(i int) int {
	if i+2 >= len(s.text) {
		return len(s.text)
	}
	end := i + 3
	switch r := rune(s.text[i])&0x0F<<12 | rune(s.text[i+1])&0x3F<<6 | rune(s.text[i+2])&0x3F; r {
	case '、', '，', '。', '；', '：', '！', '？':
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
