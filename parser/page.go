package parser

import (
	"slices"

	"github.com/gouji-lint/gouji/report"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// page is one file being read, and the scratch for it.
type page struct {
	file   *report.File
	src    string
	body   int      // where the text begins, behind byte order mark and front matter
	seen   signs    // which stand in src
	text   []byte   // src as goldmark gets it, see mask
	gaps   []extent // what is one long line of blanks in it
	angles bool     // a < is left in it, or stood in a comment in a line
	report report.Report

	islands []island
	shore   int   // how many islands are back among the blocks
	waiting []int // directives that wait for the next block
	level   int   // heading level that the next block has from <h1> to <h6>
	frames  int   // tables that were only frames for a page
	reader  htmlReader
	clean   cleaner
	endless int    // tables that no </table> ends
	titled  string // the title that was taken apart last, with what was found
	facts   titleFacts
	item    item
	ruled   bool // a line of column rules stands right above
	lost    bool // there are column rules, or rows of cells outside of tables

	tables []report.Table
	rows   []report.Row
	cells  []report.Cell
	lines  []extent // of the paragraph being read
	traits []trait  // of the blocks, for what is found out at the end

	passageLines []text.Segment  // the lines of a passage
	atx          [1]text.Segment // the text of a plain heading
}

// reset prepares p for f, which has the signs seen, and keeps the memory.
func (p *page) reset(f *report.File, seen signs) {
	r := &p.report
	*r = report.Report{
		File: f, Matter: r.Matter[:0], Blocks: r.Blocks[:0], Tables: r.Tables[:0],
		Images: r.Images[:0], Anomalies: r.Anomalies[:0], Directives: r.Directives[:0],
	}
	p.file, p.src, p.seen, p.body = f, f.Src, seen, bodyStart(f.Src)
	p.islands, p.shore, p.waiting, p.level, p.frames = p.islands[:0], 0, p.waiting[:0], 0, 0
	p.item, p.ruled, p.lost, p.endless, p.titled = item{}, false, false, 0, ""
	p.tables, p.rows, p.cells = p.tables[:0], p.rows[:0], p.cells[:0]
	p.traits = p.traits[:0]
}

// read fills p.report.
func (p *page) read(markdown parser.Parser, g *guard) {
	p.begin(g)
	p.blocks(markdown)
	p.end(g)
}

// begin reads what is no Markdown.
func (p *page) begin(g *guard) {
	p.clean.reset(p.src, p.seen)
	p.matter()
	p.mask()
	g.reset()
}

// end reads what can only be read with all blocks there.
func (p *page) end(g *guard) {
	p.flush(len(p.src) + 1)
	p.uncovered()
	if g.deep >= 0 {
		p.anomaly(report.NestingTooDeep, g.deep, g.deep, limitNote("blocks", maxOpen))
	}
	p.lostTables()
	p.title()
	p.signOff()
	p.meta()
	p.finish()
}

// anomaly notes one.
func (p *page) anomaly(kind report.AnomalyKind, start, end int, note string) {
	p.report.Anomalies = append(p.report.Anomalies,
		report.Anomaly{Kind: kind, Span: p.file.Span(start, end), Note: note})
}

// finish puts what was found out of turn in order and gives the blocks of
// tables and images their index.
func (p *page) finish() {
	r := &p.report
	slices.SortStableFunc(r.Anomalies, func(a, b report.Anomaly) int { return a.Span.Start - b.Span.Start })
	for i := range r.Blocks {
		if t := r.Blocks[i].Table; t != nil {
			t.Block = i
			r.Tables = append(r.Tables, t)
		}
	}
	r.Images = append(r.Images, p.clean.images...)
	slices.SortStableFunc(r.Images, func(a, b report.Image) int { return a.Span.Start - b.Span.Start })
	block := 0
	for i := range r.Images {
		image := &r.Images[i]
		image.Span.File = p.file
		for block < len(r.Blocks)-1 && r.Blocks[block].Span.End <= image.Span.Start {
			block++
		}
		image.Block = block
	}
}
