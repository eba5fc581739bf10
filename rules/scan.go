package rules

import "github.com/gouji-lint/gouji/report"

// scanner reads the text of one block after the other, each character once:
// it looks for the words of all rules, and for what goes into reading.
type scanner struct {
	*prose
	text  string
	block int
	lacks *aspectSet // what the section of the block is still to speak of
	pairs *pairSet   // that words begin with that are still looked for
	body  int        // where the text begins, behind its ordinal

	before
	notes [mostNotes]note // what twoByTwo came upon
	noted int

	dated  int // up to where dates are read
	signed int // up to where signs are read
	echoed int // up to where text that is said twice was looked for

	open   []opened // signs whose partner is still to come
	titles []place  // signs inside the open title, which count once it is closed
	depth  int      // of 《

	sketching
}

// scan reads the text of a block.
func (s *scanner) scan(block int, text string, lacks *aspectSet) {
	s.begin(block, text, lacks)
	for i := 0; i < len(text); i = s.one(i) {
		if s.hashing && s.letters < runLength-1 {
			continue // twoByTwo takes no letter that does not end a run
		}
		i = s.twoByTwo(i)
		if s.noted > 0 {
			s.look()
		}
		if i == len(text) {
			break
		}
	}
	for _, o := range s.open { // what is still open has no partner
		s.lonely(o.pair, o.at, false)
	}
}

// begin prepares for a block and reads its ordinal.
func (s *scanner) begin(block int, text string, lacks *aspectSet) {
	s.block, s.text, s.lacks, s.body = block, text, lacks, 0
	s.choosePairs()
	s.before = before{}
	s.dated, s.signed, s.echoed, s.depth = 0, 0, 0, 0
	s.open, s.titles = s.open[:0], s.titles[:0]
	if text != "" && (text[0] == '#' || text[0] == '*') {
		s.mark()
	}
	s.month(0)
	if !mayNumber(text) {
		return
	}
	if o, ok := report.OrdinalAt(text); ok {
		s.body = o.Size
		s.ordinals = append(s.ordinals, numbered{o, block})
	}
}

// choosePairs stops looking for aspects where all of them are spoken of.
func (s *scanner) choosePairs() {
	if s.pairs = &s.matcher.pairs; s.lacks.empty() {
		s.pairs = &s.matcher.own
	}
}

// mayNumber reports whether an ordinal can begin with the first character.
func mayNumber(text string) bool {
	if len(text) < 3 || !isHan(text[0]) {
		return !prefixed(text, "《", "“")
	}
	switch text[:3] {
	case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "第":
		return true
	}
	return false
}

// look looks closer at what twoByTwo came upon.
func (s *scanner) look() {
	for _, n := range s.notes[:s.noted] {
		switch at := len(s.text) - int(n>>leftOfNote); n & kindOfNote {
		case wordNote:
			s.wordsAt(at)
		case echoNote:
			s.echo(at)
		case dateNote:
			s.date(at)
		case signNote:
			if at >= s.signed {
				s.signed = s.wideSign(at)
			}
			s.month(at + 3)
		}
	}
}

// month reads the dates around 年 or 月 if either stands at i, behind something
// else than Han: it may end one.
func (s *scanner) month(i int) {
	if len(s.text)-i >= 3 {
		if c := threeBytes(s.text[i:]); c == yearSign || c == monthSign {
			s.date(i)
		}
	}
}

// sign reads what begins with another character than Han, and returns where
// it ends.
func (s *scanner) sign(i int) int {
	switch byteKinds[s.text[i]] {
	case wideByte:
		return s.wideSign(i)
	case digitByte:
		return s.digits(i)
	case blankByte:
		return s.blank(i)
	case pointByte:
		s.point(i)
	case bracketByte:
		s.bracket(i)
	case hyphenByte:
		s.hyphen(i)
	case markByte:
		s.mark()
	}
	return i + 1
}

// mark notes that the block may have remains of markup.
func (s *scanner) mark() {
	if n := len(s.marked); n == 0 || s.marked[n-1] != s.block {
		s.marked = append(s.marked, s.block)
	}
}

// Some characters as threeBytes has them: 年 月 ， 。 、.
const (
	yearSign, monthSign = 0xB4B9E5, 0x889CE6
	comma, stop, pause  = 0x8CBCEF, 0x8280E3, 0x8180E3
	threeMask           = 1<<24 - 1
)
