package parser

import (
	"bytes"
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// extent is the bytes [start, end) of the source.
type extent struct{ start, end int }

// tableAt returns the index of the header row when a pipe table stands in
// lines, with the number of its columns, and -1 when none does.
func tableAt(lines []text.Segment, source []byte) (at, width int) {
	for i := 1; i < len(lines); i++ {
		width := delimiterWidth(&lines[i], source)
		if width == 0 {
			continue
		}
		// goldmark takes a header that is too short; GitHub does not, and the
		// first delimiter row decides for both. To goldmark, an ideographic
		// blank is a cell.
		if header := lines[i-1]; rowWidth(source[header.Start:header.Stop]) == width {
			return i - 1, width
		}
		return -1, 0
	}
	return -1, 0
}

// delimiterWidth returns how many columns a delimiter row has, 0 when line is
// none.
func delimiterWidth(line *text.Segment, source []byte) int {
	s := source[line.Start:line.Stop]
	first := util.TrimLeftSpaceLength(s)
	if first == len(s) || s[first] != '-' && s[first] != ':' && s[first] != '|' {
		return 0
	}
	if w, _ := util.IndentWidth(line.Value(source), 0); w > 3 {
		return 0
	}
	return dashWidth(s)
}

// dashWidth counts the cells of a delimiter row, 0 when one of them is not
// dashes between optional colons.
func dashWidth(s []byte) int {
	s = s[util.TrimLeftSpaceLength(s):]
	s = s[:len(s)-util.TrimRightSpaceLength(s)]
	if len(s) > 0 && s[0] == '|' {
		s = s[1:]
	}
	if len(s) > 0 && s[len(s)-1] == '|' {
		s = s[:len(s)-1]
	}
	width := 0
	for i := 0; ; i++ {
		i += util.TrimLeftSpaceLength(s[i:])
		if i < len(s) && s[i] == ':' {
			i++
		}
		first := i
		for i < len(s) && s[i] == '-' {
			i++
		}
		if i == first {
			return 0
		}
		if i < len(s) && s[i] == ':' {
			i++
		}
		i += util.TrimLeftSpaceLength(s[i:])
		width++
		if i == len(s) {
			return width
		}
		if s[i] != '|' {
			return 0
		}
	}
}

// rowWidth returns how many cells a row has.
func rowWidth(row []byte) int {
	width := 0
	for pos, limit := rowBounds(row); pos < limit; width++ {
		pos += cellEnd(row[pos:limit]) + 1
	}
	return width
}

// rowBounds leaves out the blanks and the pipe at each end of a row.
func rowBounds(row []byte) (pos, limit int) {
	pos = util.TrimLeftSpaceLength(row)
	limit = len(row) - util.TrimRightSpaceLength(row)
	if pos < limit && row[pos] == '|' {
		pos++
	}
	if limit > 0 && row[limit-1] == '|' {
		limit--
	}
	return pos, limit
}

// cellEnd returns how long the cell is that row starts with: up to the next
// pipe without a backslash.
func cellEnd(row []byte) int {
	for pos := 0; pos < len(row); pos++ {
		n := bytes.IndexByte(row[pos:], '|')
		if n < 0 {
			break
		}
		if pos += n; pos == 0 || row[pos-1] != '\\' {
			return pos
		}
	}
	return len(row)
}

// pipeTable reads a table of width columns from its lines: header, delimiter
// row, rows.
func (p *page) pipeTable(lines []text.Segment, width int) {
	n := p.textBehind(lines)
	rows, cells := len(p.rows), len(p.cells)
	for i := 0; i < n; i++ {
		if i == 1 {
			continue
		}
		row := p.line(&lines[i])
		at := p.trim(row)
		if i > 1 {
			row = at
		}
		if p.tooWide(len(p.cells)-cells, width, row) {
			p.anomaly(report.TableTooLarge, row.start, row.end, limitNote("positions", maxPositions))
			break
		}
		p.pipeRow(row, at, width)
	}
	if len(p.rows) == rows { // the header alone is too wide
		p.code(lines)
		return
	}
	span := p.rows[rows].Span
	span.End = p.rows[len(p.rows)-1].Span.End
	p.tables = append(p.tables, report.Table{
		Form: report.PipeTable, Width: width, Header: 1,
		Rows: p.rows[rows:len(p.rows):len(p.rows)], Span: span,
	})
	p.emitTable(&p.tables[len(p.tables)-1])
	if n < len(lines) {
		p.addLines(lines[n:])
		p.paragraph()
	}
}

// tooWide reports whether a table that has cells already has too many with the
// row at e. A row has no more cells than bytes: most need no count.
func (p *page) tooWide(cells, width int, e extent) bool {
	return cells+max(width, e.end-e.start) > maxPositions &&
		cells+max(width, rowWidth(p.text[e.start:e.end])) > maxPositions
}

// textBehind returns how many of lines belong to the table. GFM takes every
// line up to a blank one for a row; a last one without any pipe is the
// paragraph or heading that somebody wrote right below the table.
func (p *page) textBehind(lines []text.Segment) int {
	n := len(lines)
	if !hasPipe(p.text, &lines[0]) {
		return n
	}
	for n > 2 && !hasPipe(p.text, &lines[n-1]) {
		n--
	}
	if n < len(lines) {
		e := p.trim(p.whole(lines[n:]))
		p.anomaly(report.TextAfterTable, e.start, e.end, "")
	}
	return n
}

func hasPipe(source []byte, line *text.Segment) bool {
	s := source[line.Start:line.Stop]
	return bytes.IndexByte(s, '|') >= 0 || bytes.Contains(s, []byte("｜"))
}

// pipeRow reads one row, which stands at at without the blanks around it:
// filled up with Absent cells, or with Surplus ones behind.
func (p *page) pipeRow(row, at extent, width int) {
	first, n := len(p.cells), 0
	pos, limit := rowBounds(p.text[row.start:row.end])
	for limit += row.start; row.start+pos < limit; n++ {
		c := p.newCell()
		if n >= width {
			c.Form = report.Surplus
		}
		pos = p.pipeCell(c, row.start+pos, limit) + 1 - row.start
	}
	span := p.file.Span(at.start, at.end)
	if n < width && strings.Contains(p.at(at), "｜") {
		p.anomaly(report.FullWidthPipe, at.start, at.end, "")
	}
	for ; n < width; n++ {
		c := p.newCell()
		c.Kind, c.Span = report.Absent, span
	}
	p.rows = append(p.rows, report.Row{Cells: p.cells[first:len(p.cells):len(p.cells)], Span: span})
}

// pipeCell reads the cell that begins at start, in a row whose cells end at
// limit, and returns where it ends.
func (p *page) pipeCell(c *report.Cell, start, limit int) (end int) {
	n, place, ok := countAt(p.src[:limit], start)
	if end = skipSpaces(p.src[:limit], place.end); end == limit || p.src[end] == '|' && p.text[end] == '|' {
		switch {
		case ok:
			p.count(c, n, place)
			return end
		case place.start == place.end:
			c.Span = p.file.Span(start, end)
			return end
		}
	}
	end = start + cellEnd(p.text[start:limit])
	e := extent{start, end}
	p.readCell(c, e, e, inCell)
	return end
}
