package reporter

import (
	"slices"
	"sort"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// grid is a table of the document cut into rows and cells, for show only:
// what a table means was settled when it was checked. A page shows it as a
// table, whether it was written with pipes or as HTML.
type grid struct {
	file       *report.File
	start, end int // bytes, from the first row to the end of the last
	rows       []gridRow
	html       bool
}

// gridRow is a row; line is where it begins.
type gridRow struct {
	extent
	line  int
	cells []gridCell
	tail  int // columns behind the last cell that a cell further up spans
}

// gridCell is what stands between two borders, without blanks around it.
type gridCell struct {
	extent
	columns, rows int // that it spans
	lead          int // columns before it that a cell further up spans
}

// extent is a part of a file, in bytes.
type extent struct{ start, end int }

// grids are the tables of a file. Those in HTML are looked for once, and each
// is cut up when it is asked for first.
type grids struct {
	file *report.File
	html []extent
	cut  []*grid
}

// gridAt returns the table with the byte at offset, nil if there is none. It
// is the same one each time.
func (p *page) gridAt(f *report.File, offset int) *grid {
	if p.grids.file != f {
		p.grids = grids{file: f, html: htmlTables(f.Src)}
	}
	i := slices.IndexFunc(p.grids.cut, func(g *grid) bool { return g.start <= offset && offset <= g.end })
	if i < 0 {
		g := pipeGrid(f, p.seek(f, offset))
		if other := p.htmlGridAt(offset); g == nil || len(g.rows) == 0 && other != nil {
			g = other
		}
		if g == nil {
			return nil
		}
		p.grids.cut, i = append(p.grids.cut, g), len(p.grids.cut)
	}
	if g := p.grids.cut[i]; len(g.rows) > 0 {
		return g
	}
	return nil
}

// htmlGridAt cuts up the HTML table with the byte at offset.
func (p *page) htmlGridAt(offset int) *grid {
	tables := p.grids.html
	i := sort.Search(len(tables), func(i int) bool { return tables[i].end >= offset })
	if i == len(tables) || tables[i].start >= offset {
		return nil
	}
	return p.htmlGrid(p.grids.file, tables[i])
}

// pipeGrid cuts up the table written with pipes that has the line. Rows that
// are no table, as no dashes stand under the first, make one without rows.
func pipeGrid(f *report.File, line int) *grid {
	if !isRow(f, line) {
		return nil
	}
	first, last := line, line
	for isRow(f, first-1) {
		first--
	}
	for isRow(f, last+1) {
		last++
	}
	end, at := f.Line(last)
	g := &grid{file: f, end: at + len(end)}
	_, g.start = f.Line(first)
	if dashes, _ := f.Line(first + 1); last == first || !isDelimiter(dashes) {
		return g
	}
	for n := first; n <= last; n++ {
		if n == first+1 {
			continue
		}
		text, start := f.Line(n)
		g.rows = append(g.rows, gridRow{extent: extent{start, start + len(text)}, line: n, cells: pipeCells(text, start)})
	}
	return g
}

// isRow reports whether the line is a row of a table written with pipes.
func isRow(f *report.File, n int) bool {
	if n < 1 || n > f.Lines() {
		return false
	}
	text, _ := f.Line(n)
	return strings.HasPrefix(strings.TrimLeft(text, " "), "|")
}

// isDelimiter reports whether the line stands between head and body.
func isDelimiter(text string) bool {
	return strings.Contains(text, "-") && strings.Trim(text, " \t|:-") == ""
}

// pipeCells returns the cells of a line that begins at the byte offset.
func pipeCells(text string, offset int) (cells []gridCell) {
	start := strings.IndexByte(text, '|') + 1
	for i := start; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++ // an escaped pipe is no border
		case '|':
			cells = append(cells, trimmedCell(text, start, i, offset))
			start = i + 1
		}
	}
	if strings.TrimSpace(text[start:]) != "" {
		cells = append(cells, trimmedCell(text, start, len(text), offset))
	}
	return cells
}

func trimmedCell(text string, start, end, offset int) gridCell {
	start += len(text[start:end]) - len(strings.TrimLeft(text[start:end], " \t"))
	end = max(start, start+len(strings.TrimRight(text[start:end], " \t")))
	return gridCell{extent: extent{offset + start, offset + end}, columns: 1, rows: 1}
}

// rowAt returns the index of the row with the byte at offset: the last one
// that does not begin behind it.
func (g *grid) rowAt(offset int) int {
	return max(0, sort.Search(len(g.rows), func(i int) bool { return g.rows[i].start > offset })-1)
}

// mostHead is how many rows may name the columns.
const mostHead = 4

// head returns the first rows, which name the columns: one in a table with
// pipes, in HTML all above the first figure. Where the one is blank, as
// converters leave it, those above the first figure follow it.
func (g *grid) head() int {
	if !g.html && !g.blank(0) {
		return 1
	}
	n := 1
	for n < min(mostHead, len(g.rows)) && !g.figures(n) {
		n++
	}
	return n
}

// blank reports whether nothing stands in a row.
func (g *grid) blank(row int) bool {
	for _, c := range g.rows[row].cells {
		if c.end > c.start {
			return false
		}
	}
	return true
}

// figures reports whether a row has a cell with a figure.
func (g *grid) figures(row int) bool {
	for _, c := range g.rows[row].cells {
		if isFigure(g.seen(c)) {
			return true
		}
	}
	return false
}

// seen returns what is seen of a cell, without blanks around it.
func (g *grid) seen(c gridCell) string {
	text := g.file.Src[c.start:c.end]
	if g.html {
		text = plainText(text)
	}
	return strings.TrimSpace(text)
}

func isFigure(text string) bool {
	return text != "" && strings.Trim(text, "0123456789.,%-+ ") == "" && strings.ContainsAny(text, "0123456789")
}
