package parser

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/gouji-lint/gouji/report"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// item is the list item that is being read.
type item struct {
	first bool // its first text is still to come
	alone bool // it is the only one of its list
}

// walk reads the blocks below parent in order.
func (p *page) walk(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		p.block(n)
	}
}

func (p *page) block(n ast.Node) {
	switch n := n.(type) {
	case *textNode:
		if n.width > 0 {
			p.pipeTable(linesOf(n), n.width)
			return
		}
		p.addLines(linesOf(n))
		p.paragraph()
	case headingNode:
		p.heading(n.Level, linesOf(n))
	case *ast.Heading:
		p.heading(n.Level, linesOf(n))
	case *ast.Paragraph, *ast.TextBlock:
		p.addLines(linesOf(n))
		p.paragraph()
	case *ast.List:
		p.list(n)
	case *ast.CodeBlock:
		p.indented(linesOf(n))
	case *ast.FencedCodeBlock:
		p.code(linesOf(n))
	case *ast.ThematicBreak:
		p.rule(n.Pos())
	default:
		p.walk(n)
	}
}

// linesOf returns the lines of a block.
func linesOf(n ast.Node) []text.Segment { return n.Lines().Sliced(0, n.Lines().Len()) }

func (p *page) list(list *ast.List) {
	alone := list.FirstChild() == list.LastChild()
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		p.item = item{first: true, alone: alone}
		p.walk(n)
	}
	p.item = item{}
}

// addLines makes p.lines of lines: trimmed, without blank ones, and parted at
// <br>.
func (p *page) addLines(lines []text.Segment) {
	p.lines = p.lines[:0]
	for i := range lines {
		p.addLine(p.line(&lines[i]))
	}
}

// line returns s without its line break. That may be the first byte of a tag
// in the source.
func (p *page) line(s *text.Segment) extent {
	e := extent{s.Start, s.Stop}
	if e.end > e.start && p.text[e.end-1] == '\n' {
		e.end--
	}
	return e
}

func (p *page) addLine(e extent) {
	for at := e.start; p.angles; {
		n := strings.IndexByte(p.src[at:e.end], '<')
		if n < 0 {
			break
		}
		at += n + 1
		if t, ok := tagAt(p.src[:e.end], at-1); ok {
			if at = t.end; t.name == "br" {
				p.keepLine(extent{e.start, t.start})
				e.start = t.end
			}
		}
	}
	p.keepLine(e)
}

func (p *page) keepLine(e extent) {
	if e = p.trim(e); e.start < e.end {
		p.lines = append(p.lines, e)
	}
}

// heading reads an ATX or setext heading.
func (p *page) heading(level int, lines []text.Segment) {
	p.addLines(lines)
	if len(p.lines) == 0 {
		return
	}
	start := p.lines[0].start
	line := p.src[bytes.LastIndexByte(p.text[:start], '\n')+1 : start]
	hash := strings.IndexByte(line, '#')
	mark := report.ATX
	if hash < 0 {
		mark = report.Setext
		// A long paragraph above a line of dashes was meant to stand above a
		// rule.
		if len(p.lines) > 2 || hasSentence(p.src[start:p.lines[len(p.lines)-1].end]) {
			p.paragraph()
			return
		}
	} else {
		start -= len(line) - hash
	}
	prose := p.prose(p.lines)
	p.item.first = false
	p.emit(&report.Block{
		Kind: report.Heading, Mark: mark, Level: level, Prose: prose,
		Span: p.file.Span(start, p.lines[len(p.lines)-1].end),
	}, trait{})
}

// code keeps the lines of a code block as written.
func (p *page) code(lines []text.Segment) {
	if len(lines) > 0 {
		p.verbatim(p.trim(p.whole(lines)), trait{})
	}
}

// whole returns the extent of lines without the line break at its end.
func (p *page) whole(lines []text.Segment) extent {
	return extent{lines[0].Start, p.line(&lines[len(lines)-1]).end}
}

// verbatim emits the bytes at e as Code.
func (p *page) verbatim(e extent, t trait) {
	if e.start >= e.end {
		return
	}
	span := p.file.Span(e.start, e.end)
	p.item.first = false
	p.emit(&report.Block{
		Kind: report.Code, Prose: report.Prose{Text: p.src[e.start:e.end], Span: span}, Span: span,
	}, t)
}

// indented reads a block that is indented by a tab or four spaces. To
// CommonMark it is code; in a Chinese document it is a paragraph, or several,
// whose first line is set in as paper has it. Code has no Han characters.
func (p *page) indented(lines []text.Segment) {
	whole := p.at(p.whole(lines))
	switch {
	case !hasHan(whole):
		p.code(lines)
	case p.hasPipes(whole):
		p.addLines(lines)
		p.paragraph()
	default:
		for i := range lines {
			p.addLines(lines[i : i+1])
			p.paragraph()
		}
	}
}

// prose cleans lines.
func (p *page) prose(lines []extent) report.Prose {
	text, place, cuts := p.clean.clean(lines, markdown)
	return report.Prose{Text: text, Span: p.file.Span(place.start, place.end), Cuts: cuts}
}

// emitTable emits a table as a block.
func (p *page) emitTable(t *report.Table) {
	p.item.first = false
	p.emit(&report.Block{Kind: report.TableBlock, Table: t, Span: t.Span}, trait{})
}

// emit adds a block, behind the islands before it.
func (p *page) emit(b *report.Block, t trait) {
	p.flush(b.Span.Start)
	if p.level > 0 && b.Kind == report.Paragraph {
		b.Kind, b.Mark, b.Level = report.Heading, report.ATX, p.level
		p.level = 0
	}
	p.append(b, t)
}

func (p *page) append(b *report.Block, t trait) {
	p.cover(b.Span)
	t.ruled, p.ruled = p.ruled, false
	p.lost = p.lost || t.rows > 0
	p.report.Blocks = append(p.report.Blocks, *b)
	p.traits = append(p.traits, t)
}

// flush puts the islands before the offset end in their place.
func (p *page) flush(end int) {
	for p.shore < len(p.islands) && p.islands[p.shore].at < end {
		i := p.islands[p.shore]
		p.shore++
		switch i.kind {
		case tableIsland:
			t := &p.tables[i.value]
			p.append(&report.Block{Kind: report.TableBlock, Table: t, Span: t.Span}, trait{})
		case directiveIsland:
			p.waiting = append(p.waiting, i.value)
		case headingIsland:
			p.level = i.value
		}
	}
}

func hasHan(s string) bool {
	for _, r := range s {
		if r >= 0x2E80 && unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}
