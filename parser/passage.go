package parser

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Nearly all of a report is headings, paragraphs and tables between blank
// lines. A passage of lines without a blank one in which nothing else can
// begin is read here, for a tenth of what goldmark takes; a fuzz test holds
// that both read the same. The others go to goldmark: lists, quotes, code,
// underlined headings and rules, with all that may belong to them.

// maxRegions bounds how often goldmark is called for a page: behind so many
// lists, it reads the rest of the page at one go.
const maxRegions = 4

// blocks reads the blocks of the page.
func (p *page) blocks(markdown parser.Parser) {
	regions := 0
	for at := p.skipBlankLines(0); at < len(p.text); {
		if next, plain := p.passage(at); plain {
			p.plainPassage()
			at = next
			continue
		}
		next := len(p.text)
		if regions++; regions < maxRegions {
			next = p.regionEnd(at)
		}
		p.walk(markdown.Parse(p.newReader(at, next)))
		at = next
	}
}

// skipBlankLines returns where the first line from at on begins that is not
// blank.
func (p *page) skipBlankLines(at int) int {
	start := at
	for at < len(p.text) {
		switch p.text[at] {
		case '\n':
			at++
			start = at
		case ' ', '\t', '\r':
			at++
			if at == start+1 {
				at = p.gapEnd(at)
			}
		default:
			return start
		}
	}
	return len(p.text)
}

// gapEnd returns where the gap ends, with a line break, in whose line at is the
// second byte, and at where none is.
func (p *page) gapEnd(at int) int {
	i, ok := slices.BinarySearchFunc(p.gaps, at, func(gap extent, at int) int { return gap.start + 2 - at })
	if ok {
		return p.gaps[i].end - 1
	}
	return at
}

// passage reads the lines from at, which is not blank, up to a blank one into
// p.passageLines. It returns where the next passage begins, and reports whether
// the lines are plain.
func (p *page) passage(at int) (next int, plain bool) {
	p.passageLines = p.passageLines[:0]
	for plain = true; at < len(p.text); {
		if c := p.text[at]; c == '\n' || c == ' ' || c == '\t' || c == '\r' {
			if next := p.skipBlankLines(at); next > at {
				return next, plain
			}
		}
		plain = plain && isPlainLine(p.text[at:])
		line := text.NewSegment(at, len(p.text))
		if n := bytes.IndexByte(p.text[at:], '\n'); n >= 0 {
			line.Stop = at + n + 1
		}
		p.passageLines = append(p.passageLines, line)
		at = line.Stop
	}
	return at, plain
}

// isPlainLine reports whether nothing but a paragraph, a heading with # or a
// row of a table can begin with the line that s begins with.
func isPlainLine(s []byte) bool {
	switch c := s[0]; {
	case c >= 0x80 || isLetter(c):
		return true
	case c >= '0' && c <= '9':
		return !beginsItem(s)
	case c == '*' || c == '_':
		return isEmphasis(s)
	}
	switch s[0] {
	case ' ', '\t', '\n', '\r', '-', '+', '=', '>', '`', '~':
		return false
	}
	return true
}

// beginsItem reports whether s, which begins with a digit, may begin with the
// mark of a list item: 1. or 1) and a blank.
func beginsItem(s []byte) bool {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	return i < len(s) && (s[i] == '.' || s[i] == ')') && (i+1 == len(s) || util.IsSpace(s[i+1]))
}

// isEmphasis reports whether a text follows the marks that s begins with: it
// is no list item and no rule.
func isEmphasis(s []byte) bool {
	i := 0
	for i < len(s) && s[i] == s[0] {
		i++
	}
	return i < len(s) && !util.IsSpace(s[i])
}

// regionEnd returns where the passage begins that follows the one at at and
// those that may belong to what it opens. A plain line behind a blank one
// closes everything but fenced code, of which we wait for no end.
func (p *page) regionEnd(at int) int {
	fenced := false
	for {
		next, _ := p.passage(at)
		fenced = fenced || bytes.Contains(p.text[at:next], []byte("```")) || bytes.Contains(p.text[at:next], []byte("~~~"))
		if at = next; at == len(p.text) || !fenced && isPlainLine(p.text[at:]) {
			return at
		}
	}
}

// plainPassage reads the blocks of p.passageLines.
func (p *page) plainPassage() {
	from := 0
	for i := range p.passageLines {
		line := &p.passageLines[i]
		if p.text[line.Start] != '#' {
			continue
		}
		level, heading, ok := atxHeading(p.text, line)
		if !ok {
			continue
		}
		p.plainParagraph(p.passageLines[from:i])
		from = i + 1
		p.atx[0] = heading
		p.heading(level, p.atx[:])
	}
	p.plainParagraph(p.passageLines[from:])
}

// atxHeading reads a line that begins with # as goldmark does.
func atxHeading(source []byte, line *text.Segment) (level int, heading text.Segment, ok bool) {
	s := source[line.Start:line.Stop]
	for level < len(s) && s[level] == '#' {
		level++
	}
	blank := util.TrimLeftSpaceLength(s[level:])
	if level > 6 || blank == 0 && level < len(s) {
		return 0, text.Segment{}, false
	}
	heading = text.NewSegment(line.Start+min(level+blank, len(s)), line.Stop)
	heading = heading.TrimRightSpace(source)
	s = source[heading.Start:heading.Stop]
	end := len(s)
	for end > 0 && s[end-1] == '#' {
		end--
	}
	switch {
	case end == 0:
		heading.Stop = heading.Start
	case end < len(s) && util.IsSpace(s[end-1]):
		heading.Stop = heading.Start + end - util.TrimRightSpaceLength(s[:end])
	}
	return level, heading, true
}

// plainParagraph reads lines as a paragraph, as a table, or as one after the
// other.
func (p *page) plainParagraph(lines []text.Segment) {
	if len(lines) == 0 {
		return
	}
	// A comment that was taken out is a blank, too.
	last := &lines[len(lines)-1]
	last.Stop -= util.TrimRightSpaceLength(p.text[last.Start:last.Stop])
	at, width := tableAt(lines, p.text)
	if at < 0 {
		at = len(lines)
	}
	if at > 0 {
		p.addLines(lines[:at])
		p.paragraph()
	}
	if at < len(lines) {
		p.pipeTable(lines[at:], width)
	}
}
