package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// maxHeading is the longest heading in characters. The longest one seen, a
// row label of the third table, has 34.
const maxHeading = 50

// paragraph emits the blocks in p.lines, the lines of one paragraph: some may
// be headings, rows of a lost table, or the parts of a sign-off.
func (p *page) paragraph() {
	if len(p.lines) == 0 {
		return
	}
	if p.hasPipes(p.src[p.lines[0].start:p.lines[len(p.lines)-1].end]) {
		p.piped(p.lines)
		return
	}
	p.plain(p.lines)
}

// plain emits lines that hold no table.
func (p *page) plain(lines []extent) {
	start := 0
	if len(lines) > 1 {
		apart := p.standApart(lines)
		for i := range lines {
			if apart || p.isTopHeading(lines[i]) || p.endsReport(lines, i) {
				p.textBlock(lines[start:i])
				lines[i] = p.unpaired(lines[i])
				p.textBlock(lines[i : i+1])
				start = i + 1
			}
		}
	}
	p.textBlock(lines[start:])
}

// standApart reports whether each of lines stands for itself: at the head of
// a document, short lines are organ, title, document number and date.
func (p *page) standApart(lines []extent) bool {
	if len(p.report.Blocks) > 4 || len(lines) > 6 {
		return false
	}
	named := false
	for _, line := range lines {
		s := p.at(line)
		if len(s) > 3*maxHeading || hasSentence(s) {
			return false
		}
		named = named || isTitle(s) || isDateLine(s)
	}
	return named
}

// unpaired leaves a ** at the end of a line out whose partner is on another
// line.
func (p *page) unpaired(line extent) extent {
	s := p.at(line)
	if strings.Count(s, "**")%2 == 0 {
		return line
	}
	if strings.HasPrefix(s, "**") {
		line.start += len("**")
	} else if strings.HasSuffix(s, "**") {
		line.end -= len("**")
	}
	return p.trim(line)
}

// isTopHeading reports whether a line of a paragraph is a heading of the
// first level, 一、. Converters leave no blank line between it and the text.
func (p *page) isTopHeading(line extent) bool {
	s := strings.Trim(p.at(line), "*_# ")
	o, ok := report.OrdinalAt(s)
	return ok && o.Level == 1 && isHeadingText(s[o.Size:])
}

// endsReport reports whether the i-th line is the date or the organ of a
// sign-off at the end of a paragraph.
func (p *page) endsReport(lines []extent, i int) bool {
	last := len(lines) - 1
	if i < last-1 || !isDateLine(p.at(lines[last])) {
		return false
	}
	return i == last || isOrganLine(p.at(lines[i]))
}

// at returns the bytes at e.
func (p *page) at(e extent) string { return p.src[e.start:e.end] }

// textBlock emits lines as one paragraph, list item or plain heading.
func (p *page) textBlock(lines []extent) {
	if len(lines) == 0 {
		return
	}
	span := extent{lines[0].start, lines[len(lines)-1].end}
	b := report.Block{Kind: report.Paragraph}
	if p.item.first {
		b.Kind = report.ListItem
		lines[0].start = p.marker(span.start)
		span.start = lines[0].start
	}
	images := len(p.clean.images)
	b.Prose = p.prose(lines)
	b.Span = p.file.Span(span.start, span.end)
	if b.Prose.Text == "" && len(p.clean.images) == images {
		return
	}
	if len(lines) == 1 && (b.Kind == report.Paragraph || p.item.alone) {
		b.Mark = p.markOf(&b)
	}
	if isPlaceholder(b.Prose.Text) {
		p.anomaly(report.TablePlaceholder, span.start, span.end, b.Prose.Text)
	}
	p.item.first = false
	p.emit(&b, trait{})
}

// markOf tells what makes a line a heading, if anything.
func (p *page) markOf(b *report.Block) report.Mark {
	if !isHeadingText(b.Prose.Text) {
		return report.NoMark
	}
	if p.isBold(b) {
		return report.Bold
	}
	if o, ok := report.OrdinalAt(b.Prose.Text); ok && o.Size < len(b.Prose.Text) {
		return report.Plain
	}
	return report.NoMark
}

// isBold reports whether the whole of b is bold.
func (p *page) isBold(b *report.Block) bool {
	before := p.src[b.Span.Start:b.Prose.Span.Start]
	after := p.src[b.Prose.Span.End:b.Span.End]
	if strings.Contains(before, "**") && strings.Contains(after, "**") ||
		strings.Contains(before, "__") && strings.Contains(after, "__") {
		inside := p.src[b.Prose.Span.Start:b.Prose.Span.End]
		return !strings.Contains(inside, "**") && !strings.Contains(inside, "__")
	}
	return (strings.Contains(before, "<b>") || strings.Contains(before, "<strong")) &&
		(strings.Contains(after, "</b>") || strings.Contains(after, "</strong>"))
}

// isHeadingText reports whether s can be a heading: short, and no sentence.
func isHeadingText(s string) bool {
	return len(s) <= 3*maxHeading && s != "" && !hasSentence(s) &&
		(len(s) <= maxHeading || utf8.RuneCountInString(s) <= maxHeading)
}

// hasSentence reports whether a mark that ends a sentence stands in s: at its
// end, in most paragraphs.
func hasSentence(s string) bool {
	if strings.HasSuffix(s, "。") {
		return true
	}
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] >= 0xE4 && s[i] <= 0xE9: // Han
			i += 2
		case s[i] == 0xE3 && strings.HasPrefix(s[i:], "。"):
			return true
		case s[i] == 0xEF && (strings.HasPrefix(s[i:], "；") || strings.HasPrefix(s[i:], "！") || strings.HasPrefix(s[i:], "？")):
			return true
		}
	}
	return false
}

// marker returns where the marker of the list item begins whose text begins
// at start. A reader sees "1. 予以公开"; CommonMark makes a list of it and
// takes the number away. The dot of a bullet is no text.
func (p *page) marker(start int) int {
	for i := start; ; {
		j := i
		for j > 0 && (p.text[j-1] == ' ' || p.text[j-1] == '\t') {
			j--
		}
		if j == 0 {
			return start
		}
		switch p.text[j-1] {
		case '-', '*', '+':
			i = j - 1
			continue
		case '.', ')':
		default:
			return start
		}
		j--
		digits := j
		for digits > 0 && p.text[digits-1] >= '0' && p.text[digits-1] <= '9' {
			digits--
		}
		if digits == j {
			return start
		}
		start, i = digits, digits
	}
}

// isPlaceholder reports whether s is what a converter leaves of a table.
func isPlaceholder(s string) bool {
	if len(s) > 20 || len(s) < len("[TABLE") {
		return false
	}
	if first := s[:3]; first != "【" && first != "〔" && strings.IndexByte(first, '[') < 0 {
		return false
	}
	switch strings.ToUpper(strings.Trim(s, "[]【】〔〕（）()<> ")) {
	case "TABLE", "表格":
		return true
	}
	return false
}
