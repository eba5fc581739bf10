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
// lines, -1 when none does.
func tableAt(lines *text.Segments, source []byte) int {
	for i := 1; i < lines.Len(); i++ {
		width := delimiterWidth(lines.At(i), source)
		if width == 0 {
			continue
		}
		// goldmark takes a header that is too short; GitHub does not, and the
		// first delimiter row decides for both.
		header := lines.At(i - 1)
		if rowWidth(source[header.Start:header.Stop]) == width {
			return i - 1
		}
		return -1
	}
	return -1
}

// delimiterWidth returns how many columns a delimiter row has, 0 when line is
// none.
func delimiterWidth(line text.Segment, source []byte) int {
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
	for start := 0; start <= len(s); width++ {
		end := start
		for end < len(s) && s[end] != '|' {
			end++
		}
		if !isDashes(s[start:end]) {
			return 0
		}
		start = end + 1
	}
	return width
}

// isDashes reports whether s is -, :-, -: or :-: with any number of dashes.
func isDashes(s []byte) bool {
	s = s[util.TrimLeftSpaceLength(s):]
	s = s[:len(s)-util.TrimRightSpaceLength(s)]
	if len(s) > 0 && s[0] == ':' {
		s = s[1:]
	}
	if len(s) > 0 && s[len(s)-1] == ':' {
		s = s[:len(s)-1]
	}
	for _, c := range s {
		if c != '-' {
			return false
		}
	}
	return len(s) > 0
}

// rowWidth returns how many cells a row has.
func rowWidth(row []byte) int {
	width := 0
	for pos, limit := rowBounds(row); pos < limit; width++ {
		pos = cellEnd(row, pos, limit) + 1
	}
	return width
}

// splitRow appends the cells of the row source[at.start:at.end]: what stands
// between its pipes, blanks and all.
func splitRow(cells []extent, source []byte, at extent) []extent {
	row := source[at.start:at.end]
	for pos, limit := rowBounds(row); pos < limit; {
		end := cellEnd(row, pos, limit)
		cells = append(cells, extent{at.start + pos, at.start + end})
		pos = end + 1
	}
	return cells
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

// cellEnd returns where the cell that begins at pos ends: at the next pipe
// without a backslash.
func cellEnd(row []byte, pos, limit int) int {
	for ; pos < limit; pos++ {
		n := bytes.IndexByte(row[pos:limit], '|')
		if n < 0 {
			break
		}
		if pos += n; pos == 0 || row[pos-1] != '\\' {
			return pos
		}
	}
	return limit
}

// pipeTable reads a table from its lines: header, delimiter row, rows.
func (p *page) pipeTable(lines *text.Segments) {
	n := p.textBehind(lines)
	rows, cells := len(p.rows), len(p.cells)
	width := 0
	for i := 0; i < n; i++ {
		line := p.line(lines, i)
		at := p.trim(line)
		switch i {
		case 0: // as goldmark has it, to which an ideographic blank is a cell
			width, at = rowWidth(p.text[line.start:line.end]), line
		case 1:
			continue
		}
		if p.tooWide(len(p.cells)-cells, width, at) {
			p.anomaly(report.TableTooLarge, at.start, at.end, limitNote("positions", maxPositions))
			break
		}
		p.pipeRow(at, width)
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
	if n < lines.Len() {
		p.addLines(lines, n)
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
func (p *page) textBehind(lines *text.Segments) int {
	n := lines.Len()
	if !hasPipe(p.text, lines.At(0)) {
		return n
	}
	for n > 2 && !hasPipe(p.text, lines.At(n-1)) {
		n--
	}
	if n < lines.Len() {
		e := p.trim(extent{lines.At(n).Start, p.line(lines, lines.Len()-1).end})
		p.anomaly(report.TextAfterTable, e.start, e.end, "")
	}
	return n
}

func hasPipe(source []byte, line text.Segment) bool {
	s := source[line.Start:line.Stop]
	return bytes.IndexByte(s, '|') >= 0 || bytes.Contains(s, []byte("｜"))
}

// pipeRow reads one row: filled up with Absent cells, or with Surplus ones
// behind.
func (p *page) pipeRow(at extent, width int) {
	p.extents = splitRow(p.extents[:0], p.text, at)
	first := len(p.cells)
	for i, e := range p.extents {
		form := report.CellForm(0)
		if i >= width {
			form = report.Surplus
		}
		p.cells = append(p.cells, report.Cell{Form: form})
		p.readCell(&p.cells[len(p.cells)-1], e, e, inCell)
	}
	at = p.trim(at)
	span := p.file.Span(at.start, at.end)
	if len(p.extents) < width && strings.Contains(p.at(at), "｜") {
		p.anomaly(report.FullWidthPipe, at.start, at.end, "")
	}
	for i := len(p.extents); i < width; i++ {
		p.cells = append(p.cells, report.Cell{Kind: report.Absent, Span: span})
	}
	p.rows = append(p.rows, report.Row{Cells: p.cells[first:len(p.cells):len(p.cells)], Span: span})
}
