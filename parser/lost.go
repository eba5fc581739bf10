package parser

import (
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// Tables that Markdown does not see as tables. Nothing of them may pass for
// prose, and none may pass unsaid.

// trait is what is known of a block until all blocks are there.
type trait struct {
	known bool // an anomaly tells of it already
	rows  int  // lines of cells in it, of a table without delimiter row
	ruled bool // a line of column rules stands right above it
	drawn bool // it belongs to a table drawn with such lines
}

// hasPipes reports whether s, a part of the page, has a pipe, in half or full
// width.
func (p *page) hasPipes(s string) bool {
	return p.seen&pipe != 0 && strings.IndexByte(s, '|') >= 0 || p.seen&widePipe != 0 && strings.Contains(s, "｜")
}

// pipesIn counts the pipes of a line.
func pipesIn(s string) int {
	return strings.Count(s, "|") - strings.Count(s, `\|`) + strings.Count(s, "｜")
}

// piped emits lines of which some may be rows of a lost table.
func (p *page) piped(lines []extent) {
	whole := extent{lines[0].start, lines[len(lines)-1].end}
	switch {
	case p.isDrawnGrid(lines):
		p.anomaly(report.TextTable, whole.start, whole.end, "")
		p.verbatim(whole, trait{known: true})
		return
	case p.lonePipes(lines) >= 3:
		p.verbatim(whole, trait{rows: len(lines)})
		return
	}
	from := 0
	for i := 0; i < len(lines); {
		end := i
		for end < len(lines) && pipesIn(p.at(lines[end])) > 0 {
			end++
		}
		if end > i && p.areRows(lines[i:end]) {
			p.plain(lines[from:i])
			p.lostTable(lines[i:end])
			from = end
		}
		i = max(end, i+1)
	}
	p.plain(lines[from:])
}

// areRows reports whether lines, each with a pipe, look like rows of cells.
// Lines like 编辑：张三 | 审核：李四 do not.
func (p *page) areRows(lines []extent) bool {
	for _, line := range lines {
		s := p.at(line)
		if pipesIn(s) > 1 || len(lines) > 1 && (s[0] == '|' || strings.HasPrefix(s, "｜")) {
			return true
		}
	}
	return len(lines) > 2
}

// lostTable emits lines, the rows of a table that is none to Markdown.
func (p *page) lostTable(lines []extent) {
	whole := extent{lines[0].start, lines[len(lines)-1].end}
	if len(lines) > 1 && strings.Contains(p.at(whole), "｜") {
		p.anomaly(report.FullWidthPipe, whole.start, whole.end, "")
		p.verbatim(whole, trait{known: true})
		return
	}
	for i, line := range lines {
		if n := delimiters(p.at(line)); n > 0 {
			header := 0
			if i > 0 {
				header = rowWidth(p.text[lines[i-1].start:lines[i-1].end])
			}
			p.anomaly(report.DelimiterMismatch, whole.start, whole.end,
				strconv.Itoa(header)+" != "+strconv.Itoa(n))
			p.verbatim(whole, trait{known: true})
			return
		}
	}
	p.verbatim(whole, trait{rows: len(lines)})
}

// delimiters counts the cells of a line that was meant for a delimiter row.
// Some converters leave one of its cells blank.
func delimiters(s string) int {
	if !strings.Contains(s, "--") && !strings.Contains(s, ":-") || strings.Trim(s, "|-: \t") != "" {
		return 0
	}
	n := 0
	for cell := range strings.SplitSeq(s, "|") {
		if strings.Contains(cell, "-") {
			n++
		}
	}
	return n
}

// lonePipes counts the lines that are a pipe and nothing else: what is left
// of a table of which each cell came to stand on a line of its own.
func (p *page) lonePipes(lines []extent) int {
	n := 0
	for _, line := range lines {
		if s := p.at(line); s == "|" || s == "｜" {
			n++
		}
	}
	return n
}

// lostTables says what can only be said with all blocks there.
func (p *page) lostTables() {
	if p.lost {
		p.drawnRuns()
		p.eachRun(func(i int) bool { return p.traits[i].drawn }, p.drawnTable)
		p.eachRun(func(i int) bool { return p.traits[i].rows > 0 }, p.looseRows)
	}
	if p.endsInFigures() {
		p.eachRun(p.mayBeFlat, p.flatTable)
	}
}

// drawnRuns finds the blocks below column rules that belong to a drawn table.
func (p *page) drawnRuns() {
	for i := range p.traits {
		t := &p.traits[i]
		after := i > 0 && p.traits[i-1].drawn
		if (t.ruled || after) && !t.drawn && !t.known {
			t.drawn = p.isSpaced(i)
		}
	}
}

// eachRun calls do with each run [i, j) of blocks that are all in.
func (p *page) eachRun(in func(int) bool, do func(i, j int)) {
	for i := 0; i < len(p.report.Blocks); {
		j := i
		for j < len(p.report.Blocks) && in(j) {
			j++
		}
		if j > i {
			do(i, j)
		}
		i = j + 1
	}
}

// looseRows are rows of cells without a delimiter row. A single one is
// rather a line of links, unless a table stands right before it: then a blank
// line has cut it off.
func (p *page) looseRows(i, j int) {
	blocks := p.report.Blocks
	rows := 0
	for n := i; n < j; n++ {
		rows += p.traits[n].rows
	}
	if rows > 1 || i > 0 && blocks[i-1].Kind == report.TableBlock {
		p.anomaly(report.DelimiterMissing, blocks[i].Span.Start, blocks[j-1].Span.End, strconv.Itoa(rows))
		return
	}
	b := &blocks[i]
	b.Kind = report.Paragraph
	b.Prose = p.prose([]extent{{b.Span.Start, b.Span.End}})
}

// lineEnd returns the offset behind the line that at is on.
func lineEnd(src string, at int) int {
	if n := strings.IndexByte(src[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(src)
}
