package parser

import (
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

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
