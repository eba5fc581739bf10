package parser

import "github.com/gouji-lint/gouji/report"

// newCell returns the next cell of the page, an empty one.
func (p *page) newCell() *report.Cell {
	p.cells = append(p.cells, report.Cell{})
	return &p.cells[len(p.cells)-1]
}

// count makes the count n, whose digits stand at e, what a cell holds.
func (p *page) count(c *report.Cell, n int64, e extent) {
	c.Text, c.Kind, c.Value, c.Span = p.at(e), report.Figure, report.Int(n), p.file.Span(e.start, e.end)
}

// countAt reads the digits behind the spaces at src[at] as report.PlainFigure
// does; not ok when there are none, or more than a plain figure has.
func countAt(src string, at int) (n int64, digits extent, ok bool) {
	at = skipSpaces(src, at)
	digits = extent{at, at}
	for digits.end < len(src) {
		d := src[digits.end] - '0'
		if d > 9 {
			break
		}
		n = n*10 + int64(d)
		digits.end++
	}
	size := digits.end - at
	return n, digits, size == 1 || size > 1 && size <= 18 && src[at] != '0'
}

func skipSpaces(src string, at int) int {
	for at < len(src) && src[at] == ' ' {
		at++
	}
	return at
}

// readCell reads what a cell holds: its borders are at border, its text, in
// the syntax s, at text.
func (p *page) readCell(c *report.Cell, border, text extent, s syntax) {
	place := p.trim(text)
	seen := p.at(place)
	if n, ok := report.PlainFigure(seen); ok { // as nearly every cell is
		c.Text, c.Kind, c.Value, c.Span = seen, report.Figure, n, p.file.Span(place.start, place.end)
		return
	}
	c.Span = p.file.Span(border.start, border.end)
	if seen != "" && !p.clean.plainIn(seen, s) {
		seen, place = p.cellText(place, s)
	}
	if seen != "" {
		p.fill(c, seen, place)
	}
}

// fill makes text, which stands at e, what a cell holds.
func (p *page) fill(c *report.Cell, text string, e extent) {
	c.Text, c.Span = text, p.file.Span(e.start, e.end)
	if isLabel(text) {
		c.Kind = report.Words
		return
	}
	kind, value, form, unit := report.ReadFigure(text)
	c.Kind, c.Value, c.Unit = kind, value, unit
	c.Form |= form
}

// isLabel reports whether the text of a cell is words beyond doubt: Han behind
// a number with a full stop, or Han from its start, and longer than 不适用.
func isLabel(s string) bool {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 {
		return len(s) > 16 && s[0] >= 0xE4 && s[0] <= 0xE9
	}
	return i+1 < len(s) && s[i] == '.' && s[i+1] >= 0xE4 && s[i+1] <= 0xE9
}

// cellText cleans the trimmed text of a cell. Its cuts are not kept.
func (p *page) cellText(e extent, s syntax) (string, extent) {
	p.clean.line[0] = e
	kept := len(p.clean.cuts)
	text, place, _ := p.clean.clean(p.clean.line[:], s)
	p.clean.cuts = p.clean.cuts[:kept]
	return text, place
}

// trim leaves out the blanks around e.
func (p *page) trim(e extent) extent {
	src := p.src
	for e.start < e.end && src[e.start] == ' ' {
		e.start++
	}
	for e.start < e.end && src[e.end-1] == ' ' {
		e.end--
	}
	if s := src[e.start:e.end]; !isInk(s) {
		e.start += report.BlankAt(s)
		e.end = e.start + len(report.TrimBlank(src[e.start:e.end]))
	}
	return e
}

// isInk reports whether s begins and ends with characters that are seen, as
// nearly all text does. False only means that it may not.
func isInk(s string) bool {
	if len(s) < 3 {
		return s == "" || isASCIIInk(s[0]) && isASCIIInk(s[len(s)-1])
	}
	last := s[len(s)-1]
	return (isASCIIInk(s[0]) || isWideInk(s[:3])) && (isASCIIInk(last) || last >= 0x80 && isWideInk(s[len(s)-3:]))
}

func isASCIIInk(c byte) bool { return c > ' ' && c < 0x80 }

// isWideInk reports whether s, three bytes, is a character from U+3001 on,
// where but one is a blank.
func isWideInk(s string) bool {
	return s[0] >= 0xE4 && s[0] <= 0xE9 || s[0] >= 0xE3 && s[0] <= 0xEF && s != "\u3000" && s != "\ufeff"
}
