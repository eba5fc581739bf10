package parser

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// maxNested bounds the tables inside tables that are looked into, and those
// without an end: each costs a look at the rest of the page.
const maxNested = 16

// htmlTable reads the table that the tag open begins and returns where it
// ends, 0 when it is a frame for a page: one column that holds other tables.
func (p *page) htmlTable(open tag) int {
	if p.endless == maxNested {
		return 0
	}
	r := &p.reader
	r.start(p, open)
	for r.next() {
	}
	if r.at == len(p.src) && !r.closed {
		p.endless++
	}
	r.finish()
	if r.framed && r.grid.width <= 1 && p.frames < maxNested {
		p.frames++
		r.forget()
		return 0
	}
	if len(p.rows) > r.grid.firstRow {
		p.islands = append(p.islands, island{tableIsland, r.begin, len(p.tables)})
		p.tables = append(p.tables, r.table())
	}
	return r.end
}

// htmlReader reads one table from the tokens of its HTML: <table> to
// </table>, blank lines and all.
type htmlReader struct {
	page   *page
	at     int // offset behind the token
	begin  int // of the table
	end    int // behind the last tag that belongs to it
	depth  int // tables that are open
	framed bool
	closed bool
	head   bool // inside <thead>
	inRow  bool
	row    int // where the row begins
	cell   htmlCell
	last   cellTags
	grid   grid

	before counts
}

// counts are the lengths of what reading a table adds to.
type counts struct{ images, anomalies, directives, islands int }

// htmlCell is the cell that is open.
type htmlCell struct {
	open       bool
	head       bool
	cols, rows int
	inside     int // where its content begins
	text       extent
	plain      bool // its text is the source as it stands
	value      report.Cell
}

func (r *htmlReader) start(p *page, open tag) {
	r.page = p
	r.at, r.begin, r.end = open.start, open.start, open.end
	r.depth, r.framed, r.closed, r.head, r.inRow = 0, false, false, false, false
	r.cell, r.last = htmlCell{}, plainTags
	r.before = counts{len(p.clean.images), len(p.report.Anomalies), len(p.report.Directives), len(p.islands)}
	r.grid.start(p, open.start)
}

// next handles one token, or one cell; false at the end of the table.
func (r *htmlReader) next() bool {
	if r.plainCell() || r.rowBreak() {
		return true
	}
	kind, end := nextToken(r.page.src, r.at)
	token := extent{r.at, end}
	r.at = end
	switch kind {
	case textToken:
		r.text(token)
	case openToken:
		return r.opening(token)
	case closeToken:
		return r.closing(token)
	case commentToken:
		r.comment(token)
	}
	return kind != noToken
}

// text takes in a run of text.
func (r *htmlReader) text(e extent) {
	c := &r.cell
	if !c.open {
		return
	}
	if e = r.page.trim(e); e.start == e.end {
		return
	}
	s := r.page.src[e.start:e.end]
	c.plain = c.text.end == 0 && r.page.clean.plainHTML(s)
	if c.text.end == 0 {
		c.text.start = e.start
	}
	c.text.end = e.end
}

// comment reads the directives in a comment; they cover the table.
func (r *htmlReader) comment(e extent) {
	if strings.HasPrefix(r.page.src[e.start:e.end], "<!--") {
		r.page.directive(e)
	}
}

// opening handles an opening tag.
func (r *htmlReader) opening(token extent) bool {
	tag := tableTagAt(r.page.src, token.start+len("<"))
	switch {
	case tag == tableTag:
		return r.openTable(token)
	case tag == otherTag || r.depth > 1:
		return true
	}
	switch tag {
	case partHeadTag, partTag:
		r.endRow(token.start)
		r.head = tag == partHeadTag
	case rowTag:
		r.endRow(token.start)
		r.beginRow(token.start)
	case dataTag, headTag:
		r.endCell(token.start)
		if !r.inRow {
			r.beginRow(token.start)
		}
		r.beginCell(token.end, r.page.at(token), tag == headTag)
	}
	r.end = token.end
	return true
}

// openTable handles <table>. Outside of a cell it means that the table
// before it was never closed.
func (r *htmlReader) openTable(token extent) bool {
	if r.depth > 0 && !r.cell.open {
		return false
	}
	r.depth++
	r.framed = r.framed || r.depth > 1
	if r.depth == maxNested+1 {
		r.page.anomaly(report.NestingTooDeep, token.start, token.end, limitNote("tables", maxNested))
	}
	return true
}

// closing handles a closing tag.
func (r *htmlReader) closing(token extent) bool {
	tag := tableTagAt(r.page.src, token.start+len("</"))
	switch {
	case tag == otherTag:
		return true
	case tag == tableTag:
		if r.depth--; r.depth > 0 {
			return true
		}
		r.endRow(token.start)
		r.end, r.closed = token.end, true
		return false
	case r.depth > 1:
		return true
	}
	switch tag {
	case dataTag, headTag:
		r.endCell(token.start)
	case rowTag:
		r.endRow(token.end)
	default:
		r.endRow(token.start)
		r.head = false
	}
	r.end = token.end
	return true
}

func (r *htmlReader) beginRow(at int) {
	r.inRow, r.row = true, at
	r.grid.beginRow()
}

// endRow closes the row that is open, at at.
func (r *htmlReader) endRow(at int) {
	r.endCell(at)
	if r.inRow {
		r.inRow = false
		r.grid.endRow(extent{r.row, at}, r.head)
	}
}

// openCell opens a cell of one position whose content begins at at.
func (r *htmlReader) openCell(at int, head bool) {
	c := &r.cell
	c.open, c.head, c.cols, c.rows = true, head, 1, 1
	c.inside, c.text, c.plain = at, extent{}, true
}

func (r *htmlReader) beginCell(at int, tag string, head bool) {
	r.openCell(at, head)
	if !hasSpan(tag) {
		return
	}
	r.cell.cols = max(1, r.span(attribute(tag, "colspan")))
	if r.cell.rows = r.span(attribute(tag, "rowspan")); r.cell.rows == 0 { // down to the end
		r.cell.rows = maxSpan
	}
}

// span reads the value of a rowspan or colspan, 1 when it is no number.
func (r *htmlReader) span(value string) int {
	value = strings.TrimLeft(value, " \t\r\n")
	n, digits := 0, 0
	for digits < len(value) && value[digits] >= '0' && value[digits] <= '9' {
		n = min(n*10+int(value[digits]-'0'), maxSpan+1)
		digits++
	}
	switch {
	case digits == 0:
		return 1
	case n > maxSpan:
		r.page.anomaly(report.TableTooLarge, r.begin, r.at, limitNote("span", maxSpan))
		return maxSpan
	}
	return n
}

// endCell closes the cell that is open, at at.
func (r *htmlReader) endCell(at int) {
	if r.cell.open {
		r.cell.open = false
		r.read(at)
		r.grid.add(&r.cell.value, r.cell.cols, r.cell.rows, r.cell.head)
	}
}

// read fills in the value of the cell that ends at at.
func (r *htmlReader) read(at int) {
	p, c := r.page, &r.cell
	c.value = report.Cell{Span: p.file.Span(c.inside, at)}
	if c.text.end == 0 || r.grid.full {
		return
	}
	text, place := p.at(c.text), c.text
	if !c.plain {
		text, place = p.cellText(c.text, htmlOnly)
	}
	if text != "" {
		p.fill(&c.value, text, place)
	}
}

// finish closes what is open. A cell that nothing closes ends at the first
// blank line; what follows that is the page again.
func (r *htmlReader) finish() {
	p := r.page
	if !r.closed {
		if c := &r.cell; c.open {
			c.text.end = min(c.text.end, paragraphEnd(p.src, c.inside))
			c.plain = false
			if c.text.end <= c.text.start {
				c.text = extent{}
			}
			r.end = max(r.end, c.text.end)
		}
		r.endRow(r.end)
		p.anomaly(report.TableUnclosed, r.begin, r.end, "")
	}
	r.grid.square()
}

// forget undoes what reading the table left behind.
func (r *htmlReader) forget() {
	p := r.page
	p.rows, p.cells = p.rows[:r.grid.firstRow], p.cells[:r.grid.firstCell]
	p.clean.images = p.clean.images[:r.before.images]
	p.report.Anomalies = p.report.Anomalies[:r.before.anomalies]
	p.report.Directives = p.report.Directives[:r.before.directives]
	p.islands = p.islands[:r.before.islands]
}

func (r *htmlReader) table() report.Table {
	p := r.page
	return report.Table{
		Form: report.HTMLTable, Width: r.grid.width, Header: r.grid.header,
		Rows: p.rows[r.grid.firstRow:len(p.rows):len(p.rows)],
		Span: p.file.Span(r.begin, r.end),
	}
}

// paragraphEnd returns where the first blank line behind from begins.
func paragraphEnd(src string, from int) int {
	for i := from; ; i++ {
		n := strings.IndexByte(src[i:], '\n')
		if n < 0 {
			return len(src)
		}
		if i += n; blankLineAt(src, i+1) {
			return i
		}
	}
}
