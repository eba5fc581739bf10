package parser

import (
	"bytes"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

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
	p.ruled, p.lost = true, true
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

// drawnTable is a table drawn with lines and blanks.
func (p *page) drawnTable(i, j int) {
	blocks := p.report.Blocks
	for n := i; n < j; n++ {
		b := &blocks[n]
		b.Kind, b.Mark, b.Prose = report.Code, report.NoMark, report.Prose{Text: b.Span.Text(), Span: b.Span}
	}
	p.anomaly(report.TextTable, blocks[i].Span.Start, blocks[j-1].Span.End, "")
}
