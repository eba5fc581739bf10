package parser

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
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
	src     string
	special []byte // which of the bytes that begin markup the page has at all, tables in HTML aside
	// specialHTML are those that begin something in the text of HTML, too.
	specialHTML []byte

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

// markups are the signs that begin markup, with the bytes that they begin with.
// What < begins is told apart later, when tables are taken out.
var markups = [...]struct {
	sign signs
	byte byte
}{{backslash, '\\'}, {star, '*'}, {bar, '_'}, {tick, '`'}, {bracket, '['}, {ampersand, '&'}, {oddBlank, 0xC2}, {zeroWidth, 0xE2}}

// reset prepares the cleaner for a page that has the signs seen.
func (c *cleaner) reset(src string, seen signs) {
	c.src = src
	c.special, c.specialHTML = c.special[:0], c.specialHTML[:0]
	c.cuts = c.cuts[:0]
	c.images = c.images[:0]
	for _, m := range markups {
		if seen&m.sign == 0 {
			continue
		}
		c.special = append(c.special, m.byte)
		if m.sign&(ampersand|oddBlank|zeroWidth) != 0 {
			c.specialHTML = append(c.specialHTML, m.byte)
		}
	}
	if seen&carriageReturn != 0 {
		c.specialHTML = append(c.specialHTML, '\r')
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

// plainHTML reports whether s, text of HTML, is surely seen as it is written.
func (c *cleaner) plainHTML(s string) bool {
	if strings.IndexByte(s, '\n') >= 0 {
		return false
	}
	for _, b := range c.specialHTML {
		if strings.IndexByte(s, b) >= 0 {
			return false
		}
	}
	return true
}

// plainIn reports whether text is surely seen as it is written.
func (c *cleaner) plainIn(text string, s syntax) bool {
	if s == htmlOnly {
		return c.plainHTML(text)
	}
	return c.plain(text)
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
