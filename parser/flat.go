package parser

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

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
