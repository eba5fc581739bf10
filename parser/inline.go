package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
	"golang.org/x/net/html"
)

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
	case 0xC2, 0xE2:
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

// oddBlank shows a no-break blank as a blank and leaves a soft hyphen and the
// zero-width blank of web editors out.
func (c *cleaner) oddBlank(i, end int) int {
	r, size := utf8.DecodeRuneInString(c.src[i:end])
	switch r {
	case 0xA0:
		c.add(i, i+size, replace, " ")
	case 0xAD, 0x200B:
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
	text := entityAt(c.src[i:end])
	seen := html.UnescapeString(text)
	if seen == text || strings.HasSuffix(seen, ";") && len(seen) > 1 {
		return i + 1 // none, or one that only begins like one
	}
	r, size := utf8.DecodeRuneInString(seen)
	switch {
	case r == 0x200B || r == 0xAD:
		c.add(i, i+len(text), drop, "")
	case size == len(seen) && report.IsBlank(r):
		c.add(i, i+len(text), replace, " ")
	default:
		c.add(i, i+len(text), replace, seen)
	}
	return i + len(text)
}

// entityAt returns the &name; or &#12; that s starts with, "" for none.
func entityAt(s string) string {
	for i := 1; i < min(len(s), 40); i++ {
		switch c := s[i]; {
		case c == ';':
			return s[:i+1]
		case !isLetter(c) && (c < '0' || c > '9') && c != '#':
			return ""
		}
	}
	return ""
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
