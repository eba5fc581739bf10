package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// unpaired is one sign of a pair whose partner is missing.
type unpaired struct {
	place
	pair    pair
	closing bool
}

// opened is an opening sign.
type opened struct {
	pair pair
	at   int
	half bool
}

// pair is a pair of signs.
type pair uint8

// The pairs.
const (
	quotes     pair = iota // “”
	bookMarks              // 《》
	innerMarks             // 〈〉
	rounds                 // （）
	tortoise               // 〔〕
)

// lonely notes a sign without partner.
func (s *scanner) lonely(pair pair, at int, closing bool) {
	_, size := utf8.DecodeRuneInString(s.text[at:])
	s.unpaired = append(s.unpaired, unpaired{s.place(at, at+size), pair, closing})
}

// maxOpen bounds how many signs may be open at once; no text has more.
const maxOpen = 16

// bracket takes ( ) [ { < or >. The latter two are signs of a title when they
// stand in one.
func (s *scanner) bracket(i int) {
	switch s.text[i] {
	case '(':
		s.serial(i, i+1)
		s.push(rounds, i, true)
	case ')':
		s.pop(rounds, i, true)
	case '[', '{':
		s.serial(i, i+1)
	default:
		if s.mark(); s.depth > 0 {
			s.titles = append(s.titles, s.place(i, i+1))
		}
	}
}

// push takes an opening sign.
func (s *scanner) push(kind pair, at int, half bool) {
	if kind == bookMarks {
		if s.depth++; s.depth > 1 {
			s.titles = append(s.titles, s.place(at, at+len("《")))
		}
	}
	if len(s.open) < maxOpen {
		s.open = append(s.open, opened{kind, at, half})
	}
}

// pop takes a closing sign. What was opened behind its partner has none.
func (s *scanner) pop(kind pair, at int, half bool) {
	n := len(s.open) - 1
	for n >= 0 && s.open[n].pair != kind {
		n--
	}
	if n < 0 {
		if kind != rounds || !s.closesOrdinal(at) {
			s.lonely(kind, at, true)
		}
		return
	}
	for _, o := range s.open[n+1:] {
		s.lonely(o.pair, o.at, false)
		if o.pair == bookMarks {
			s.depth--
			s.titles = s.titles[:0]
		}
	}
	partner := s.open[n]
	s.open = s.open[:n]
	switch kind {
	case bookMarks:
		s.closeTitle(at)
	case rounds:
		s.judgeBrackets(partner, at, half)
	}
}

// closeTitle takes 》. The signs inside a title count when all of it is
// closed; without its end nobody knows what is inside.
func (s *scanner) closeTitle(at int) {
	s.depth--
	if s.depth > 0 {
		s.titles = append(s.titles, s.place(at, at+len("》")))
		return
	}
	s.inner = append(s.inner, s.titles...)
	s.titles = s.titles[:0]
}

// judgeBrackets notes half-width brackets around Chinese text, or beside it.
func (s *scanner) judgeBrackets(open opened, at int, half bool) {
	if s.depth > 0 || !open.half && !half {
		return
	}
	if !s.hanBetween(open.at, at) && !s.chineseEndsAt(open.at) && !(open.at == 0 && s.hanAt(at+1)) {
		return
	}
	signs := &s.brackets
	if open.half {
		s.brackets = append(s.brackets, s.place(open.at, open.at+1))
		signs = &s.partners
	}
	if half {
		*signs = append(*signs, s.place(at, at+1))
	}
}

// hanBetween reports whether some of the text from one place to another is Han.
func (s *scanner) hanBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if s.hanAt(i) {
			return true
		}
	}
	return false
}

// closesOrdinal reports whether a closing bracket stands behind an ordinal
// that has no opening one, 1） or a), at the begin of a part of the text.
func (s *scanner) closesOrdinal(at int) bool {
	before := s.text[:at]
	word := strings.TrimRight(before, "0123456789０１２３４５６７８９一二三四五六七八九十abcdefghij")
	last, _ := utf8.DecodeLastRuneInString(word)
	return len(word) < len(before) && (word == "" || report.IsBlank(last) || strings.ContainsRune(clauseEnds+"、（(", last))
}

// settle drops signs whose partner stands in another block, as in a quotation
// of several paragraphs or a paragraph that a page break parted.
func (p *Pass) settle(all []unpaired) []unpaired {
	left := make([]unpaired, 0, len(all))
	for _, u := range all {
		isPartner := func(o unpaired) bool { return !o.closing && o.pair == u.pair && o.near(u) }
		switch {
		case !u.closing && p.continues(u):
		case u.closing && slices.ContainsFunc(left, isPartner):
			left = slices.DeleteFunc(left, isPartner)
		default:
			left = append(left, u)
		}
	}
	return left
}

// near reports whether u can be the partner of o in a later block.
func (o unpaired) near(u unpaired) bool {
	if o.pair == quotes {
		return u.block > o.block && u.block-o.block <= 8
	}
	return u.block == o.block+1
}

// continues reports whether a quotation goes on in the next paragraph, which
// then begins with “ as this one does.
func (p *Pass) continues(u unpaired) bool {
	blocks := p.Report.Blocks
	return u.pair == quotes && u.at == 0 && u.block+1 < len(blocks) && strings.HasPrefix(blocks[u.block+1].Prose.Text, "“")
}
