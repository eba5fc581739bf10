package report

import "strings"

// EachSentence yields the sentences of p in order, without the blanks around
// them, each with the mark that ends it: 。！？；, half-width ! ? ;, … or the end
// of a line. A quotation or a bracket stays whole, whatever is in it, and its
// closing sign stays with the sentence that it ends.
func (p Prose) EachSentence(yield func(Prose) bool) {
	EachSentenceAt(p.Text, func(from, to int) bool { return yield(p.Sub(from, to)) })
}

// EachSentenceAt yields where the sentences of a text begin and end, as
// EachSentence cuts them.
func EachSentenceAt(text string, yield func(from, to int) bool) {
	c := cutter{s: text}
	c.each(yield)
}

// cutter finds where a text is cut.
type cutter struct {
	s      string
	closed [len(pairs)]int // where the next closing sign of each pair was found
}

func (c *cutter) each(yield func(from, to int) bool) {
	for start := 0; start < len(c.s); {
		end := c.next(start)
		text := c.s[start:end]
		from := start + BlankAt(text)
		to := from + len(TrimBlank(c.s[from:end]))
		if start = end; from < to && !yield(from, to) {
			return
		}
	}
}

// pairs are signs that hold a text together.
var pairs = [...]struct{ open, close string }{
	{"“", "”"}, {"「", "」"}, {"『", "』"}, {"《", "》"}, {"（", "）"}, {"(", ")"}, {"〔", "〕"}, {"【", "】"}, {"[", "]"},
}

// longest is how many bytes a quotation or bracket may hold together. One
// that is longer has rather lost its closing sign.
const longest = 900

// next returns where the part that starts at start ends.
func (c *cutter) next(start int) int {
	for i := start; i < len(c.s); {
		switch b := c.s[i]; {
		case b >= 0xE4 && b <= 0xE9: // Han
			i += 3
			continue
		case !startsMark(b):
			i++
			continue
		}
		if end := c.held(i); end > i {
			i = end
			continue
		}
		if size := c.mark(i); size > 0 {
			return c.closing(start, i+size)
		}
		i++
	}
	return len(c.s)
}

// held returns the end of the quotation or bracket that starts at i, i when
// none does.
func (c *cutter) held(i int) int {
	n := opens(c.s[i:])
	if n < 0 {
		return i
	}
	end := c.closingOf(n, i)
	if end <= i+longest && end < len(c.s) && strings.IndexByte(c.s[i:end], '\n') < 0 {
		return end + len(pairs[n].close)
	}
	return i
}

// opens returns the index of the pair whose first sign s starts with, -1 for
// none.
func opens(s string) int {
	switch {
	case s[0] == '(':
		return 5
	case s[0] == '[':
		return 8
	case s[0] < 0xE2 || len(s) < 3:
		return -1
	}
	switch rune(s[0])&0x0F<<12 | rune(s[1])&0x3F<<6 | rune(s[2])&0x3F {
	case '“':
		return 0
	case '「':
		return 1
	case '『':
		return 2
	case '《':
		return 3
	case '（':
		return 4
	case '〔':
		return 6
	case '【':
		return 7
	}
	return -1
}

// closingOf returns where the next closing sign of pairs[n] after i stands,
// len(c.s) when none is left. It looks at no part of the text twice.
func (c *cutter) closingOf(n, i int) int {
	if c.closed[n] <= i {
		c.closed[n] = len(c.s)
		if at := strings.Index(c.s[i:], pairs[n].close); at >= 0 {
			c.closed[n] = i + at
		}
	}
	return c.closed[n]
}

// startsMark reports whether b starts a sign that cutter looks for.
func startsMark(b byte) bool {
	return b < 0x80 && (b < '0' || b > '9') || b == 0xE2 || b == 0xE3 || b == 0xEF
}

// mark returns the bytes of the marks at i that end a part, 0 when none do.
func (c *cutter) mark(i int) int {
	size := 0
	for i+size < len(c.s) && startsMark(c.s[i+size]) {
		n := c.oneMark(i + size)
		if n == 0 {
			break
		}
		size += n
	}
	return size
}

func (c *cutter) oneMark(i int) int {
	rest := c.s[i:]
	switch rest[0] {
	case '\n', '\r', ';':
		return 1
	case '!', '?': // not in an address: ?id=1
		if len(rest) > 1 && isASCIILetter(rest[1]) {
			return 0
		}
		return 1
	}
	if rest[0] < 0xE2 || len(rest) < 3 {
		return 0
	}
	switch rune(rest[0])&0x0F<<12 | rune(rest[1])&0x3F<<6 | rune(rest[2])&0x3F {
	case '。', '！', '？', '；', '…':
		return 3
	}
	return 0
}

// closing returns the end of the closing signs at i. A straight quote closes
// when one is open in the part that starts at start.
func (c *cutter) closing(start, i int) int {
	for {
		size := closes(c.s[i:])
		if size == 0 && signAt(c.s[i:], `"`) > 0 && strings.Count(c.s[start:i], `"`)%2 == 1 {
			size = 1
		}
		if size == 0 {
			return i
		}
		i += size
	}
}

// closes returns the bytes of the closing sign that s starts with.
func closes(s string) int {
	switch {
	case s == "":
		return 0
	case s[0] == ')':
		return 1
	case s[0] != 0xE2 && s[0] != 0xE3 && s[0] != 0xEF || len(s) < 3:
		return 0
	}
	switch rune(s[0])&0x0F<<12 | rune(s[1])&0x3F<<6 | rune(s[2])&0x3F {
	case '”', '」', '』', '》', '）', '’', '】', '〕':
		return 3
	}
	return 0
}
