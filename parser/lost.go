package parser

import (
	"bytes"
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
	return p.pipes && strings.IndexByte(s, '|') >= 0 || p.widePipes && strings.Contains(s, "｜")
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

// isDrawnGrid reports whether lines are a table drawn with +---+---+.
func (p *page) isDrawnGrid(lines []extent) bool {
	for _, line := range lines {
		s := p.at(line)
		if len(s) > 4 && s[0] == '+' && s[len(s)-1] == '+' && strings.Trim(s, "+-=:") == "" {
			return true
		}
	}
	return false
}

// rule notes a line of dashes at at. Two or more runs of them are column
// rules: pandoc draws tables with them.
func (p *page) rule(at int) {
	end := lineEnd(p.src, at)
	runs := strings.Fields(p.src[at:end])
	if len(runs) < 2 {
		return
	}
	for _, run := range runs {
		if len(run) < 2 || strings.Trim(run, "-") != "" {
			return
		}
	}
	p.flush(at)
	p.ruled = true
	last := len(p.report.Blocks) - 1
	if last < 0 || !p.isSpaced(last) {
		return
	}
	if gap := p.text[p.report.Blocks[last].Span.End:at]; bytes.Count(gap, []byte("\n")) == 1 {
		p.traits[last].drawn = true // the header
	}
}

// isSpaced reports whether a paragraph has columns parted by blanks.
func (p *page) isSpaced(i int) bool {
	b := &p.report.Blocks[i]
	if b.Kind != report.Paragraph && b.Kind != report.Code {
		return false
	}
	for line := range strings.SplitSeq(b.Span.Text(), "\n") {
		if strings.Contains(strings.TrimSpace(line), "  ") {
			return true
		}
	}
	return false
}

// lostTables says what can only be said with all blocks there.
func (p *page) lostTables() {
	blocks := p.report.Blocks
	for i := range blocks {
		t := &p.traits[i]
		after := i > 0 && p.traits[i-1].drawn
		if (t.ruled || after) && !t.drawn && !t.known {
			t.drawn = p.isSpaced(i)
		}
	}
	p.eachRun(func(i int) bool { return p.traits[i].drawn }, p.drawnTable)
	p.eachRun(func(i int) bool { return p.traits[i].rows > 0 }, p.looseRows)
	if p.endsInFigures() {
		p.eachRun(p.mayBeFlat, p.flatTable)
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

// drawnTable is a table drawn with lines and blanks.
func (p *page) drawnTable(i, j int) {
	blocks := p.report.Blocks
	for n := i; n < j; n++ {
		b := &blocks[n]
		b.Kind, b.Mark, b.Prose = report.Code, report.NoMark, report.Prose{Text: b.Span.Text(), Span: b.Span}
	}
	p.anomaly(report.TextTable, blocks[i].Span.Start, blocks[j-1].Span.End, "")
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

// endsInFigures reports whether any text ends in a figure: without one, no
// table was flattened.
func (p *page) endsInFigures() bool {
	for i := range p.report.Blocks {
		if s := p.report.Blocks[i].Prose.Text; s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' {
			return true
		}
	}
	return false
}

// mayBeFlat reports whether a block can be a piece of a table that was
// flattened: a cell, a label, a row of figures; no heading, no sentence.
func (p *page) mayBeFlat(i int) bool {
	b := &p.report.Blocks[i]
	if b.Kind != report.Paragraph && b.Kind != report.ListItem || len(b.Prose.Text) > 9*maxHeading {
		return false
	}
	if o, ok := report.OrdinalAt(b.Prose.Text); ok && o.Level == 1 && figuresBehind(b.Prose.Text) < 5 {
		return false
	}
	return !hasSentence(b.Prose.Text)
}

// flatTable looks for figures in a run of pieces: one cell a paragraph, or
// rows with their figures parted by blanks, as PDF files are read.
func (p *page) flatTable(i, j int) {
	blocks := p.report.Blocks
	first, last := -1, 0
	cells, rows, most := 0, 0, 0
	for n := i; n < j; n++ {
		figures, lines := 0, 0
		for line := range strings.SplitSeq(blocks[n].Span.Text(), "\n") {
			k := figuresBehind(line)
			figures = max(figures, k)
			if k >= 5 {
				lines++
			}
		}
		if figures == 1 && isFigure(blocks[n].Prose.Text) {
			cells++
		}
		rows += lines
		most = max(most, figures)
		if figures > 0 {
			last = n
			if first < 0 {
				first = n
			}
		}
	}
	if cells >= 8 || rows >= 3 || most >= 10 {
		p.anomaly(report.TextTable, blocks[first].Span.Start, blocks[last].Span.End, "")
	}
}

// figuresBehind counts the figures at the end of s that blanks part.
func figuresBehind(s string) int {
	s = report.TrimBlank(s)
	n := 0
	for s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' {
		at := strings.LastIndexAny(s, " \t") + 1
		if !isFigure(s[at:]) {
			break
		}
		n++
		s = strings.TrimRight(s[:at], " \t")
	}
	return n
}

func isFigure(s string) bool {
	kind, _, _, _ := report.ReadFigure(s)
	return kind == report.Figure
}

// lineEnd returns the offset behind the line that at is on.
func lineEnd(src string, at int) int {
	if n := strings.IndexByte(src[at:], '\n'); n >= 0 {
		return at + n + 1
	}
	return len(src)
}
