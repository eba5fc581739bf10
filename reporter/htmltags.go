package reporter

import (
	"strconv"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// htmlTables returns where tables in HTML begin and end. One that does not end
// goes on to the end of the file.
func htmlTables(src string) (tables []extent) {
	for at := 0; ; {
		start := tagAt(src, at, "<table")
		if start == len(src) {
			return tables
		}
		end := tagAt(src, start+1, "</table")
		tables = append(tables, extent{start, end})
		at = end
	}
}

// tagAt returns where a tag stands at or after the byte at offset, in small or
// capital letters; the end if there is none.
func tagAt(src string, offset int, tag string) int {
	for {
		i := strings.IndexByte(src[offset:], '<')
		if i < 0 {
			return len(src)
		}
		offset += i
		if len(src)-offset >= len(tag) && strings.EqualFold(src[offset:offset+len(tag)], tag) {
			return offset
		}
		offset++
	}
}

// htmlGrid cuts up a table in HTML, which may turn out to have no rows. It knows
// no more of HTML than where tags begin and end.
func (p *page) htmlGrid(f *report.File, at extent) *grid {
	c := gridCutter{grid: &grid{file: f, start: at.start, end: at.end, html: true}}
	for _, t := range tagsOf(f.Src[at.start:at.end], at.start) {
		c.tag(f.Src[t.start:t.end], t)
	}
	c.close(at.end)
	c.spanRows()
	for i := range c.rows {
		c.rows[i].line = p.seek(f, c.rows[i].start)
	}
	return c.grid
}

// gridCutter cuts a table at its tags.
type gridCutter struct {
	*grid
	open bool // a cell has begun
}

// tag takes a tag that stands at t.
func (c *gridCutter) tag(text string, t extent) {
	switch name := tagName(text); name {
	case "tr":
		c.close(t.start)
		c.rows = append(c.rows, gridRow{extent: t})
	case "td", "th":
		c.close(t.start)
		if len(c.rows) == 0 {
			c.rows = append(c.rows, gridRow{extent: t})
		}
		row := &c.rows[len(c.rows)-1]
		row.cells = append(row.cells, gridCell{extent: extent{t.end, t.end}, columns: spanned(text, "colspan="), rows: spanned(text, "rowspan=")})
		c.open = true
	case "/td", "/th", "/tr":
		c.close(t.start)
	}
}

// close ends the cell that is open.
func (c *gridCutter) close(at int) {
	if len(c.rows) == 0 {
		return
	}
	row := &c.rows[len(c.rows)-1]
	row.end = at
	if c.open {
		cell := &row.cells[len(row.cells)-1]
		cell.end = at
		for _, t := range tagsOf(c.file.Src[cell.start:cell.end], cell.start) {
			if t.start == cell.start {
				cell.start = t.end // <p> and the like
			}
		}
	}
	c.open = false
}

// tagName returns td for <td colspan="2">, /td for </TD>.
func tagName(tag string) string {
	name := strings.TrimPrefix(tag, "<")
	if i := strings.IndexAny(name, " \t\r\n>"); i >= 0 {
		name = name[:i]
	}
	return strings.ToLower(name)
}

// mostSpanned is how many rows or columns a cell may span, and a table have;
// a document may say any number.
const mostSpanned = 100

// spanned reads colspan="2".
func spanned(tag, attribute string) int {
	_, value, ok := strings.Cut(strings.ToLower(tag), attribute)
	if !ok {
		return 1
	}
	value = strings.TrimLeft(value, `"' `)
	n, _ := strconv.Atoi(value[:len(value)-len(strings.TrimLeft(value, "0123456789"))])
	return min(max(n, 1), mostSpanned)
}

// spanRows finds the columns of a row that are taken by cells further up.
func (g *grid) spanRows() {
	var taken [mostSpanned]int // rows still to be spanned, by column
	for i := range g.rows {
		row, column := &g.rows[i], 0
		free := func() (skipped int) {
			for column < mostSpanned && taken[column] > 0 {
				taken[column]--
				column++
				skipped++
			}
			return skipped
		}
		for j := range row.cells {
			cell := &row.cells[j]
			cell.lead = free()
			for range cell.columns {
				if column < mostSpanned {
					taken[column] = cell.rows - 1
					column++
				}
			}
		}
		row.tail = free()
	}
}

// tagsOf returns the tags of HTML in a text that begins at the byte offset.
func tagsOf(text string, offset int) (tags []extent) {
	for at := 0; ; {
		start := strings.IndexByte(text[at:], '<')
		if start < 0 {
			return tags
		}
		start += at
		size := strings.IndexByte(text[start:], '>') + 1
		if size == 0 {
			return tags
		}
		tags = append(tags, extent{offset + start, offset + start + size})
		at = start + size
	}
}

// htmlGlyphs returns what is seen of a piece of HTML.
func htmlGlyphs(text string, offset int) (list []glyph) {
	at := 0
	for _, t := range append(tagsOf(text, 0), extent{len(text), len(text)}) {
		for piece := text[at:t.start]; piece != ""; {
			size, shown := entityAt(piece)
			if size > 0 {
				list = append(list, glyph{start: offset + at, end: offset + at + size, shown: shown})
			} else {
				size = max(1, len(piece)-len(strings.TrimLeft(piece, "&")))
				if next := strings.IndexByte(piece[size:], '&'); next >= 0 {
					size += next
				} else {
					size = len(piece)
				}
				list = appendGlyphs(list, piece[:size], offset+at)
			}
			piece = piece[size:]
			at += size
		}
		at = t.end
	}
	return list
}

// entityAt reads the few entities that converters write.
func entityAt(s string) (size int, shown string) {
	for _, e := range [][2]string{
		{"&nbsp;", " "}, {"&#160;", " "}, {"&ensp;", " "}, {"&emsp;", " "}, {"&thinsp;", " "},
		{"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", `"`},
	} {
		if strings.HasPrefix(s, e[0]) {
			return len(e[0]), e[1]
		}
	}
	return 0, ""
}

// plainText returns what is seen of a piece of HTML as text.
func plainText(text string) string {
	if !strings.ContainsAny(text, "<&") {
		return text
	}
	var b strings.Builder
	for _, g := range htmlGlyphs(text, 0) {
		b.WriteString(g.shown)
	}
	return b.String()
}
