package parser

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
	"golang.org/x/net/html"
)

// syntax says which markup a text may hold.
type syntax uint8

const (
	markdown syntax = iota // with HTML in it
	inCell                 // the same, but code is seen
	htmlOnly
)

// edit is a place where a reader does not see what the source has.
type edit struct {
	extent
	kind editKind
	with string // what a reader sees there
}

type editKind uint8

const (
	off     editKind = iota // a mark that has no partner: it stays
	drop                    // nothing is seen
	replace                 // with is seen
	newline                 // a line break: a blank, or nothing between Han
)

// cleaner finds the edits of a text and applies them. Its slices are scratch.
type cleaner struct {
	src      string
	special  []byte // which of the bytes that begin markup the page has at all
	edits    []edit
	stars    []mark
	bars     []mark
	brackets []int // edits of the [ and ![ that are open
	buf      []byte
	cuts     []report.Cut
	first    int // where the cuts of this text begin
	line     [1]extent
	images   []report.Image
}

// mark is a run of * or _ that may open emphasis.
type mark struct{ edit, left int }

// reset prepares the cleaner for a page.
func (c *cleaner) reset(src string) {
	c.src = src
	c.special = c.special[:0]
	c.cuts = c.cuts[:0]
	c.images = c.images[:0]
	for _, b := range []byte{'\\', '*', '_', '`', '[', '<', '&', 0xC2} {
		if strings.IndexByte(src, b) >= 0 {
			c.special = append(c.special, b)
		}
	}
}

// plain reports whether no markup can be in s.
func (c *cleaner) plain(s string) bool {
	for _, b := range c.special {
		if strings.IndexByte(s, b) >= 0 {
			return false
		}
	}
	return true
}

// clean returns what a reader sees of lines, and its place. The text is a
// slice of the source when the source has it in one piece.
func (c *cleaner) clean(lines []extent, s syntax) (text string, place extent, cuts []report.Cut) {
	place = extent{lines[0].start, lines[len(lines)-1].end}
	if len(lines) == 1 && s != htmlOnly && c.plain(c.src[place.start:place.end]) {
		return c.src[place.start:place.end], place, nil
	}
	c.scan(lines, s)
	edits, place := c.narrow(place)
	if len(edits) == 0 {
		return c.src[place.start:place.end], place, nil
	}
	text, cuts = c.apply(edits, place)
	return text, place, cuts
}

// scan collects the edits of lines.
func (c *cleaner) scan(lines []extent, s syntax) {
	c.edits, c.brackets = c.edits[:0], c.brackets[:0]
	c.stars, c.bars = c.stars[:0], c.bars[:0]
	limit := lines[len(lines)-1].end
	at := 0
	for i, line := range lines {
		if i > 0 && at <= lines[i-1].end {
			c.add(lines[i-1].end, line.start, newline, "")
		}
		for at = max(at, line.start); at < line.end; {
			at = c.step(at, line.end, limit, s)
		}
	}
	n := 0
	for _, e := range c.edits {
		if e.kind != off {
			c.edits[n] = e
			n++
		}
	}
	c.edits = c.edits[:n]
}

func (c *cleaner) add(start, end int, kind editKind, with string) int {
	c.edits = append(c.edits, edit{extent{start, end}, kind, with})
	return len(c.edits) - 1
}

// step looks at the byte at i and returns where to go on. A line ends at end,
// the whole text at limit.
func (c *cleaner) step(i, end, limit int, s syntax) int {
	switch b := c.src[i]; b {
	case '<':
		return c.angle(i, limit)
	case '&':
		return c.entity(i, end)
	case '\n', '\r':
		return c.lineBreak(i, end)
	case 0xC2, 0xE2, 0xEF:
		return c.oddBlank(i, end)
	case '\\', '`', '*', '_', '[', '!', ']':
		if s == inCell && b == '`' {
			return c.code(i, end)
		}
		if s != htmlOnly {
			return c.markup(b, i, end)
		}
	}
	return i + 1
}

// markup handles the marks that only Markdown has.
func (c *cleaner) markup(b byte, i, end int) int {
	switch b {
	case '\\':
		if i+1 < end && isPunct(c.src[i+1]) {
			c.add(i, i+1, drop, "")
			return i + 2
		}
		if i+1 == end { // a hard line break
			c.add(i, end, drop, "")
		}
	case '`':
		return c.codeSpan(i, end)
	case '*', '_':
		return c.emphasis(b, i, end)
	case '[':
		c.brackets = append(c.brackets, c.add(i, i+1, off, ""))
	case '!':
		if i+1 < end && c.src[i+1] == '[' {
			c.brackets = append(c.brackets, c.add(i, i+2, off, ""))
			return i + 2
		}
	case ']':
		return c.link(i, end)
	}
	return i + 1
}

// lineBreak handles a line break inside a cell of HTML.
func (c *cleaner) lineBreak(i, end int) int {
	stop := i
	for stop < end && strings.IndexByte(" \t\r\n", c.src[stop]) >= 0 {
		stop++
	}
	c.add(i, stop, newline, "")
	return stop
}

// oddBlank shows a no-break blank as a blank and leaves zero-width ones out.
func (c *cleaner) oddBlank(i, end int) int {
	r, size := utf8.DecodeRuneInString(c.src[i:end])
	switch r {
	case 0xA0:
		c.add(i, i+size, replace, " ")
	case 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF:
		c.add(i, i+size, drop, "")
	}
	return i + size
}

// codeSpan drops `code`.
func (c *cleaner) codeSpan(i, end int) int {
	n := run(c.src[i:end])
	if closing := c.closingTicks(i, n, end); closing > 0 {
		c.add(i, closing+n, drop, "")
		return closing + n
	}
	return i + n
}

// code drops the ticks of `code` and shows what they enclose.
func (c *cleaner) code(i, end int) int {
	n := run(c.src[i:end])
	closing := c.closingTicks(i, n, end)
	if closing == 0 {
		return i + n
	}
	c.add(i, i+n, drop, "")
	c.add(closing, closing+n, drop, "")
	return closing + n
}

// closingTicks returns where the n ticks stand that end the code behind the n
// ticks at i, 0 when it does not end.
func (c *cleaner) closingTicks(i, n, end int) int {
	limit := min(end, i+maxTag)
	for at := i + n; at < limit; {
		k := strings.IndexByte(c.src[at:limit], '`')
		if k < 0 {
			break
		}
		at += k
		m := run(c.src[at:end])
		if m == n {
			return at
		}
		at += m
	}
	return 0
}

// emphasis pairs runs of * and _. A run of more than three, and any of three
// bars or more, is a blank to fill in or a masked name.
func (c *cleaner) emphasis(b byte, i, end int) int {
	n := run(c.src[i:end])
	if n > 3 || b == '_' && n > 2 {
		return i + n
	}
	opens, closes := c.flanks(b, i, i+n)
	stack := &c.stars
	if b == '_' {
		stack = &c.bars
	}
	used := 0
	for closes && used < n && len(*stack) > 0 {
		opener := &(*stack)[len(*stack)-1]
		k := min(opener.left, n-used, 2)
		c.edits[opener.edit].kind = drop
		c.edits[opener.edit].start -= k
		opener.left -= k
		used += k
		if opener.left == 0 {
			*stack = (*stack)[:len(*stack)-1]
		}
	}
	if used > 0 {
		c.add(i, i+used, drop, "")
	}
	if opens && used < n {
		*stack = append(*stack, mark{c.add(i+n, i+n, off, ""), n - used})
	}
	return i + n
}

// flanks reports whether the run src[start:end] can open and close emphasis.
// CommonMark lets no ** close between a full stop and a letter, as Chinese
// writers do all the time (**概述。**正文); they mean it, so it closes here.
func (c *cleaner) flanks(b byte, start, end int) (opens, closes bool) {
	before, _ := utf8.DecodeLastRuneInString(c.src[:start])
	after, _ := utf8.DecodeRuneInString(c.src[end:])
	blankBefore := start == 0 || report.IsBlank(before)
	blankAfter := end == len(c.src) || report.IsBlank(after)
	punctBefore := unicode.IsPunct(before) || unicode.IsSymbol(before)
	punctAfter := unicode.IsPunct(after) || unicode.IsSymbol(after)
	left := !blankAfter && (!punctAfter || blankBefore || punctBefore)
	right := !blankBefore && (!punctBefore || blankAfter || punctAfter)
	switch {
	case b == '_':
		return left && (!right || punctBefore), right && (!left || punctAfter)
	case end-start > 1:
		return left, !blankBefore
	}
	return left, right
}

// link handles a ]: [text](target) leaves the text, ![alt](target) nothing.
func (c *cleaner) link(i, end int) int {
	if len(c.brackets) == 0 {
		return i + 1
	}
	open := c.brackets[len(c.brackets)-1]
	c.brackets = c.brackets[:len(c.brackets)-1]
	stop, target := linkTarget(c.src[:end], i+1)
	if stop == 0 {
		return i + 1
	}
	e := &c.edits[open]
	e.kind = drop
	if c.src[e.start] == '[' {
		c.add(i, stop, drop, "")
		return stop
	}
	c.image(c.src[e.end:i], target, extent{e.start, stop})
	e.end = stop
	c.edits = c.edits[:open+1]
	c.stars, c.bars = forget(c.stars, open), forget(c.bars, open)
	return stop
}

// forget drops the marks whose edits are gone.
func forget(marks []mark, last int) []mark {
	for len(marks) > 0 && marks[len(marks)-1].edit > last {
		marks = marks[:len(marks)-1]
	}
	return marks
}

func (c *cleaner) image(alt, target string, e extent) {
	c.images = append(c.images, report.Image{Alt: alt, Target: target, Span: report.Span{Start: e.start, End: e.end}})
}

// linkTarget reads (target "title") at src[i] and returns the offset behind
// it, 0 when there is none.
func linkTarget(src string, i int) (stop int, target string) {
	if i >= len(src) || src[i] != '(' {
		return 0, ""
	}
	src = src[:min(len(src), i+maxTag)]
	depth, quote := 1, byte(0)
	for j := i + 1; j < len(src); j++ {
		switch b := src[j]; {
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '(':
			if depth++; depth > 32 {
				return 0, ""
			}
		case b == ')':
			if depth--; depth == 0 {
				target, _, _ = strings.Cut(strings.TrimSpace(src[i+1:j]), " ")
				return j + 1, strings.Trim(target, "<>")
			}
		case (b == '"' || b == '\'') && src[j-1] == ' ':
			quote = b
		case b == '[' || b == '\n':
			return 0, ""
		}
	}
	return 0, ""
}

// angle handles a <: tags, comments and <https://…> are not seen.
func (c *cleaner) angle(i, limit int) int {
	rest := c.src[i:limit]
	if strings.HasPrefix(rest, "<!--") {
		if n := strings.Index(rest[4:], "-->"); n >= 0 {
			c.add(i, i+4+n+3, drop, "")
			return i + 4 + n + 3
		}
		return i + 4
	}
	if n := autolink(rest); n > 0 {
		c.add(i, i+n, drop, "")
		return i + n
	}
	t, ok := tagAt(c.src[:limit], i)
	if !ok {
		return i + 1
	}
	kind := drop
	if t.name == "br" || isBlockTag(t.name) {
		kind = newline
	}
	if t.name == "img" {
		text := c.src[t.start:t.end]
		c.image(attribute(text, "alt"), attribute(text, "src"), t.extent)
	}
	c.add(t.start, t.end, kind, "")
	return t.end
}

// autolink returns the length of the <https://…> or <a@b.cn> that s starts
// with.
func autolink(s string) int {
	s = s[:min(len(s), 1024)]
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '>':
			if link := s[1:i]; strings.Contains(link, "://") || strings.Contains(link, "@") {
				return i + 1
			}
			return 0
		case '<', ' ', '\t', '\n', '"', '\'', '=':
			return 0
		}
	}
	return 0
}

// entity handles a &.
func (c *cleaner) entity(i, end int) int {
	text := c.src[i:min(end, i+40)]
	n := strings.IndexByte(text, ';')
	if n < 2 {
		return i + 1
	}
	text = text[:n+1]
	seen := html.UnescapeString(text)
	if seen == text || strings.HasSuffix(seen, ";") && len(seen) > 1 {
		return i + 1
	}
	switch r, size := utf8.DecodeRuneInString(seen); {
	case size < len(seen):
	case r == 0x200B || r == 0xAD || r == 0xFEFF:
		c.add(i, i+n+1, drop, "")
		return i + n + 1
	case report.IsBlank(r):
		seen = " "
	}
	c.add(i, i+n+1, replace, seen)
	return i + n + 1
}

// narrow leaves out what is not seen at both ends of e, and returns the edits
// between them.
func (c *cleaner) narrow(e extent) ([]edit, extent) {
	edits := c.edits
	for {
		e.start += report.BlankAt(c.src[e.start:e.end])
		if len(edits) == 0 || edits[0].start > e.start || seen(edits[0]) {
			break
		}
		e.start = max(e.start, edits[0].end)
		edits = edits[1:]
	}
	for {
		e.end = e.start + len(report.TrimBlank(c.src[e.start:max(e.start, e.end)]))
		last := len(edits) - 1
		if last < 0 || edits[last].end < e.end || seen(edits[last]) {
			break
		}
		e.end = max(e.start, min(e.end, edits[last].start))
		edits = edits[:last]
	}
	return edits, e
}

// seen reports whether a reader sees more than a blank where e is.
func seen(e edit) bool { return e.kind == replace && e.with != " " }

// apply returns the text of e with its edits made.
func (c *cleaner) apply(edits []edit, e extent) (string, []report.Cut) {
	c.buf, c.first = c.buf[:0], len(c.cuts)
	at, gap := e.start, -1
	for _, ed := range edits {
		gap = c.literal(at, ed.start, gap)
		at = max(at, ed.end)
		switch ed.kind {
		case replace:
			if gap >= 0 && ed.with == " " {
				continue // part of the line break
			}
			gap = c.bridge(gap, ed.with)
			c.put(ed.start, ed.with)
		case newline:
			if gap < 0 {
				gap = ed.start
			}
		}
	}
	c.literal(at, e.end, gap)
	return string(c.buf), c.cuts[c.first:len(c.cuts):len(c.cuts)]
}

// literal writes src[start:end] and returns the line break that still waits
// for text behind it, -1 for none.
func (c *cleaner) literal(start, end, gap int) int {
	if start >= end {
		return gap
	}
	text := c.src[start:end]
	if gap >= 0 { // the blanks around a line break are part of it
		n := report.BlankAt(text)
		if start, text = start+n, text[n:]; text == "" {
			return gap
		}
	}
	gap = c.bridge(gap, text)
	c.put(start, text)
	return gap
}

// bridge writes the blank that a line break stands for, unless it stands
// between two wide characters.
func (c *cleaner) bridge(gap int, next string) int {
	if gap < 0 {
		return -1
	}
	c.trim()
	before, _ := utf8.DecodeLastRune(c.buf)
	after, _ := utf8.DecodeRuneInString(next)
	if len(c.buf) > 0 && !(isWide(before) && isWide(after)) {
		c.put(gap, " ")
	}
	return -1
}

// trim takes the blanks at the end of what was written back.
func (c *cleaner) trim() {
	for len(c.buf) > 0 && c.buf[len(c.buf)-1] == ' ' {
		c.buf = c.buf[:len(c.buf)-1]
	}
	for len(c.cuts) > c.first && c.cuts[len(c.cuts)-1].At >= len(c.buf) {
		c.cuts = c.cuts[:len(c.cuts)-1]
	}
}

// put writes text, which stands for what begins at src[at].
func (c *cleaner) put(at int, text string) {
	c.cuts = append(c.cuts, report.Cut{At: len(c.buf), Src: at})
	c.buf = append(c.buf, text...)
}

// isWide reports whether r takes the width of a Han character: no blank is
// written between two of them.
func isWide(r rune) bool {
	switch {
	case r < 0x2E80:
		return r == '—' || r == '…' || r >= '‘' && r <= '”'
	case r <= 0xD7FF, r >= 0xF900 && r <= 0xFAFF, r >= 0xFE30 && r <= 0xFE4F:
		return true
	case r >= 0xFF01 && r <= 0xFF60, r >= 0x20000 && r <= 0x3FFFF:
		return true
	}
	return false
}

// run counts how often s repeats its first byte at the start.
func run(s string) int {
	n := 1
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// isPunct reports whether c is ASCII punctuation, which a backslash escapes.
func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}
