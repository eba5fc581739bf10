package rules

import "github.com/gouji-lint/gouji/report"

// scanner reads the text of one block after the other, each character once:
// it looks for the words of all rules, and for what goes into reading.
type scanner struct {
	*prose
	text  string
	block int
	lacks *aspectSet // what the section of the block is still to speak of
	pairs pairSet    // that words begin with that are still looked for
	own   bool       // these are words of rules alone
	body  int        // where the text begins, behind its ordinal

	before
	notes [mostNotes]note // what twoByTwo came upon
	noted int

	clause int  // where the clause begins
	dated  bool // the clause may hold a date
	han    int  // end of the last Han character
	signed int  // up to where signs are read
	echoed int  // up to where text that is said twice was looked for

	open   []opened // signs whose partner is still to come
	titles []place  // signs inside the open title, which count once it is closed
	depth  int      // of 《
}

func newScanner(t *prose) scanner { return scanner{prose: t, pairs: t.matcher.pairs} }

// scan reads the text of a block.
func (s *scanner) scan(block int, text string, lacks *aspectSet) {
	s.begin(block, text, lacks)
	for i := 0; i < len(text); {
		if text[i]&0xF0 == 0xE0 && len(text)-i >= 3 {
			i = s.wideRun(i)
			continue
		}
		end := i + 1
		if byteKinds[text[i]] != otherByte {
			end = s.sign(i)
		}
		for i < end {
			i = s.pair(i)
		}
	}
	s.finish()
}

// begin prepares for a block and reads its ordinal.
func (s *scanner) begin(block int, text string, lacks *aspectSet) {
	s.behind -= uint32(len(text)) + 2*longestEcho
	s.block, s.text, s.lacks, s.body = block, text, lacks, 0
	s.choosePairs()
	s.last, s.last2, s.clause, s.dated, s.han, s.signed, s.echoed, s.depth = 0, 0, 0, false, -1, 0, 0, 0
	s.open, s.titles = s.open[:0], s.titles[:0]
	if text != "" && (text[0] == '#' || text[0] == '*') {
		s.mark()
	}
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
	own := *s.lacks == aspectSet{}
	switch {
	case own == s.own:
	case own:
		s.pairs = s.matcher.own
	default:
		s.pairs = s.matcher.pairs
	}
	s.own = own
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

// finish closes a block: what is still open has no partner.
func (s *scanner) finish() {
	s.endClause(len(s.text))
	for _, o := range s.open {
		s.lonely(o.pair, o.at, false)
	}
}

// wideRun reads characters of three bytes, nearly all of a report, and returns
// where they end.
func (s *scanner) wideRun(start int) int {
	i := start
	s.month(i)
	for full := true; full; full = s.noted > mostNotes-notesOfTwo {
		i = s.twoByTwo(i)
		for _, n := range s.notes[:s.noted] {
			switch at := len(s.text) - n.left(); n & kindOfNote {
			case wordNote:
				s.wordsAt(at, n.hash())
			case echoNote:
				s.echo(at)
			case signNote:
				s.hanTo(at)
				switch threeBytes(s.text[at:]) {
				case pause:
				case comma, stop:
					s.endClause(at + 3)
				default:
					if at >= s.signed {
						s.signed = s.wideSign(at)
					}
					s.month(at + 3)
				}
			}
		}
	}
	s.hanTo(i)
	return i
}

// hanTo notes that Han ends at i, if it does.
func (s *scanner) hanTo(i int) {
	if i >= 3 && s.hanAt(i-3) {
		s.han = i
	}
}

// month notes when 年 or 月 stands at i, behind something else than Han: it may
// end a date.
func (s *scanner) month(i int) {
	if len(s.text)-i >= 3 {
		c := threeBytes(s.text[i:])
		s.dated = s.dated || c == yearSign || c == monthSign
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
	firstHan, lastHan   = 0xE4, 0xE9 // the first bytes of Han
	comma, stop, pause  = 0x8CBCEF, 0x8280E3, 0x8180E3
)
