package report

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Ordinal is the number that a heading, a paragraph or a label starts with.
type Ordinal struct {
	Level int // 1: 一、 2: （一） 3: 1. 4: （1） or ①
	N     int
	Size  int // bytes that it takes, with its punctuation and the blanks after it
	Form  OrdinalForm
}

// OrdinalForm is a set of things that differ from how an ordinal is written
// in official documents: 一、 （一） 1. （1）.
type OrdinalForm uint16

// What can differ.
const (
	DotAfter         OrdinalForm = 1 << iota // 一. for 一、
	CommaAfter                               // 一， and 1，
	PauseAfter                               // 1、 for 1.
	MarkAfter                                // （一）、 and （一）. for （一）
	HalfBrackets                             // (一), also when only one of the two is
	OpenBracket                              // 1）and 一）
	FullWidthOrdinal                         // １. and 1．
	Enclosed                                 // ㈠ ① ⑴ ⒈
	PartOrdinal                              // 第一部分, 第一章
	SpacedOrdinal                            // 一 、 and （ 一 ）
)

// Has reports whether the form has all of want.
func (f OrdinalForm) Has(want OrdinalForm) bool { return f&want == want }

// OrdinalAt reads the ordinal that s starts with. A number that belongs to
// the text is none: 2023年, 1.5万, 12345热线, 一是, 三安全.
func OrdinalAt(s string) (Ordinal, bool) {
	if !mayBeOrdinal(s) {
		return Ordinal{}, false
	}
	if o, ok := commonOrdinal(s); ok {
		return o, true
	}
	return anyOrdinal(s)
}

// anyOrdinal reads the ordinal that s starts with, in any form.
func anyOrdinal(s string) (Ordinal, bool) {
	r := ordinalReader{s: s}
	o, ok := r.read()
	if !ok {
		return Ordinal{}, false
	}
	o.Form = r.form
	o.Size = r.at + BlankAt(s[r.at:])
	return o, true
}

// commonOrdinal reads an ordinal that is written as it should be, as most are:
// 一、 （一） 1. （1）. It reports false for all else.
func commonOrdinal(s string) (o Ordinal, ok bool) {
	rest, bracket := s, startsWith(s, "（")
	if bracket {
		rest = s[len("（"):]
	}
	n, size, chinese := commonNumber(rest)
	rest = rest[size:]
	switch {
	case n == 0:
		return o, false
	case bracket && startsWith(rest, "）"):
		o, rest = bracketLevel(n, chinese), rest[len("）"):]
		ok = rest != "" && rest[0] >= 0xE4 && rest[0] <= 0xE9 || signAt(rest[BlankAt(rest):], "、", ".", "．", "，", ",") == 0
	case !bracket && chinese && startsWith(rest, "、"):
		o, rest, ok = Ordinal{Level: 1, N: n}, rest[len("、"):], true
	case !bracket && !chinese && strings.HasPrefix(rest, "."):
		o, rest = Ordinal{Level: 3, N: n}, rest[1:]
		_, digit := digitAt(rest)
		ok = digit == 0
	}
	o.Size = len(s) - len(rest) + BlankAt(rest)
	return o, ok
}

// commonNumber reads a number from 1 to 99 in half-width digits or in Chinese
// numerals: 1, 12, 三, 十二, 二十一. It returns 0 when it is something else, or
// goes on.
func commonNumber(s string) (n, size int, chinese bool) {
	for size < len(s) && size < 2 && s[size]-'0' <= 9 {
		n, size = n*10+int(s[size]-'0'), size+1
	}
	if size > 0 {
		if _, more := digitAt(s[size:]); more > 0 {
			return 0, 0, false
		}
		return n, size, false
	}
	digit, kind := chineseRune(s)
	if kind == otherDigit {
		n, size = int(digit), 3
		digit, kind = chineseRune(s[size:])
	}
	if kind == smallUnit && digit == 10 {
		n, size = max(n, 1)*10, size+3
		if digit, kind = chineseRune(s[size:]); kind == otherDigit {
			n, size = n+int(digit), size+3
			_, kind = chineseRune(s[size:])
		}
	}
	if kind != notChinese {
		return 0, 0, true
	}
	return n, size, true
}

// mayBeOrdinal reports whether an ordinal can begin with the first character
// of s. Most paragraphs begin with Han that no ordinal begins with.
func mayBeOrdinal(s string) bool {
	if s == "" || s[0] < 0xE4 || s[0] > 0xE9 {
		return s != "" && (s[0]-'0' > 9 || mayEndNumber(s))
	}
	if len(s) < 3 || !numeralTails.Has(s[1], s[2]) {
		return len(s) >= 3 && s[:3] == "第" && mayBePart(s[3:])
	}
	_, kind := chineseRune(s)
	return kind != notChinese
}

// mayEndNumber reports whether the number that s begins with may be that of an
// ordinal: neither a year nor followed by what is counted.
func mayEndNumber(s string) bool {
	size := 1
	if len(s) > 1 && s[1]-'0' <= 9 {
		size = 2
	}
	return size == len(s) || s[size]-'0' > 9 && (s[size] < 0xE4 || s[size] > 0xE9)
}

// mayBePart reports whether s may stand behind the 第 of an ordinal: 一部分,
// but not 二十条, as most clauses are.
func mayBePart(s string) bool {
	n, size, _ := commonNumber(s)
	rest := s[size:]
	return n == 0 || len(rest) < 3 || rest[0] < 0xE4 || rest[0] > 0xE9 || rest[:3] == "部" || rest[:3] == "章"
}

// ordinalReader stands at a place of the text and gathers what is unusual.
type ordinalReader struct {
	s    string
	at   int
	form OrdinalForm
}

func (r *ordinalReader) read() (Ordinal, bool) {
	if open := r.take("（", "("); open != "" {
		return r.bracketed(open)
	}
	if r.take("第") != "" {
		return r.part()
	}
	if o, ok := r.enclosed(); ok {
		return o, true
	}
	n, chinese := r.number()
	if n == 0 {
		return Ordinal{}, false
	}
	if r.take("）", ")") != "" {
		r.form |= OpenBracket
		return bracketLevel(n, chinese), true
	}
	if chinese {
		return Ordinal{Level: 1, N: n}, r.chineseMark()
	}
	return Ordinal{Level: 3, N: n}, r.arabicMark()
}

func bracketLevel(n int, chinese bool) Ordinal {
	if chinese {
		return Ordinal{Level: 2, N: n}
	}
	return Ordinal{Level: 4, N: n}
}

// take moves past whichever sign stands there, also after blanks, and
// returns it, or "".
func (r *ordinalReader) take(signs ...string) string {
	blank := BlankAt(r.s[r.at:])
	size := signAt(r.s[r.at+blank:], signs...)
	if size == 0 {
		return ""
	}
	if blank > 0 {
		r.form |= SpacedOrdinal
	}
	r.at += blank + size
	return r.s[r.at-size : r.at]
}

// number reads a number from 1 to 99; nothing is numbered further. It
// returns 0 when there is none.
func (r *ordinalReader) number() (n int, chinese bool) {
	blank := BlankAt(r.s[r.at:])
	rest := r.s[r.at+blank:]
	size := 0
	if count, digits := digitsAt(rest); count > 0 {
		if count > 2 {
			return 0, false
		}
		if digits > count {
			r.form |= FullWidthOrdinal
		}
		for size < digits {
			d, one := digitAt(rest[size:])
			n, size = n*10+d, size+one
		}
	} else {
		var value int64
		value, size = chineseAt(rest)
		if value > 99 {
			return 0, false
		}
		n, chinese = int(value), true
	}
	if blank > 0 && r.at > 0 {
		r.form |= SpacedOrdinal
	}
	r.at += blank + size
	return n, chinese
}

// bracketed reads what comes after an opening bracket.
func (r *ordinalReader) bracketed(open string) (Ordinal, bool) {
	n, chinese := r.number()
	if n == 0 {
		return Ordinal{}, false
	}
	closing := r.take("）", ")")
	if closing == "" {
		return Ordinal{}, false
	}
	if open == "(" || closing == ")" {
		r.form |= HalfBrackets
	}
	r.markAfter()
	return bracketLevel(n, chinese), true
}

// markAfter takes punctuation that should not stand after a bracket.
func (r *ordinalReader) markAfter() {
	form := r.form
	if r.take("、", ".", "．", "，", ",") != "" {
		r.form = form | MarkAfter
	}
}

// part reads what comes after 第. 第一条 and 第一，are no ordinals of a heading.
func (r *ordinalReader) part() (Ordinal, bool) {
	n, _ := r.number()
	if n == 0 || r.take("部分", "章") == "" {
		return Ordinal{}, false
	}
	r.take("、", "：", ":", "，")
	r.form = r.form&SpacedOrdinal | PartOrdinal
	return Ordinal{Level: 1, N: n}, true
}

// chineseMark reads what stands after 一.
func (r *ordinalReader) chineseMark() bool {
	switch r.take("、", ".", "．", "，", ",") {
	case "、":
	case ".":
		r.form |= DotAfter
	case "．":
		r.form |= DotAfter | FullWidthOrdinal
	case "，", ",":
		r.form |= CommaAfter
	default:
		return false
	}
	return true
}

// arabicMark reads what stands after 1. A digit after a point or a comma
// makes it a number, 1.5万 or 1,234件, unless a year starts there.
func (r *ordinalReader) arabicMark() bool {
	switch r.take("、", ".", "．", "，", ",") {
	case "、":
		r.form |= PauseAfter
		return true
	case ".":
	case "．":
		r.form |= FullWidthOrdinal
	case "，", ",":
		r.form |= CommaAfter
	default:
		return false
	}
	count, size := digitsAt(r.s[r.at:])
	return count == 0 || count == 4 && signAt(r.s[r.at+size:], "年") > 0
}

// enclosed reads a number in one character with its bracket, ring or point.
func (r *ordinalReader) enclosed() (Ordinal, bool) {
	c, size := utf8.DecodeRuneInString(r.s)
	var o Ordinal
	switch {
	case c >= '㈠' && c <= '㈩':
		o = Ordinal{Level: 2, N: int(c-'㈠') + 1}
	case c >= '①' && c <= '⑳':
		o = Ordinal{Level: 4, N: int(c-'①') + 1}
	case c >= '⑴' && c <= '⒇':
		o = Ordinal{Level: 4, N: int(c-'⑴') + 1}
	case c >= '⒈' && c <= '⒛':
		o = Ordinal{Level: 3, N: int(c-'⒈') + 1}
	case c >= '❶' && c <= '❿':
		o = Ordinal{Level: 4, N: int(c-'❶') + 1}
	default:
		return Ordinal{}, false
	}
	r.at = size
	r.form = Enclosed
	r.markAfter()
	return o, true
}

// HanNumeral writes a number from 1 to 99 as an ordinal has it: 十二. Any other
// is written in digits.
func HanNumeral(n int) string {
	digits := [...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	if n <= 0 || n > 99 {
		return strconv.Itoa(n)
	}
	text := ""
	if n >= 20 {
		text = digits[n/10]
	}
	if n >= 10 {
		text += "十"
	}
	return text + digits[n%10]
}
