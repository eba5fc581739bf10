package reporter

import (
	"sort"
	"strconv"
	"strings"
)

// table writes rows of a table of the document.
func (p *page) table(t part) {
	g := t.grid
	p.scroller(p.say("原文第 %d 至 %d 行的表格", "the table in lines %d to %d", g.rows[0].line, g.rows[len(g.rows)-1].line))
	p.line(`<table class="cells">`)
	head := 0
	p.WriteString("<thead>")
	for head < len(t.list) && t.list[head].number < g.head() {
		if e := t.list[head]; !g.blank(e.number) || len(e.marks) > 0 {
			p.row(g, e, "col")
		}
		head++
	}
	p.line("</thead>\n<tbody>")
	before := g.head() - 1
	for _, e := range t.list[head:] {
		if e.number > before+1 {
			p.WriteString(`<tr class="gap"><td class="n">…</td>`)
			p.element("td", "", "colspan", strconv.Itoa(g.width(e.number)))
			p.line("</tr>")
		}
		before = e.number
		p.row(g, e, "row")
	}
	p.line("</tbody></table></div>")
}

// width returns how many columns a row takes.
func (g *grid) width(row int) int {
	n := g.rows[row].tail
	for _, c := range g.rows[row].cells {
		n += c.lead + c.columns
	}
	return max(1, n)
}

// row writes a row; scope is what its labels are of.
func (p *page) row(g *grid, e excerpt, scope string) {
	row := &g.rows[e.number]
	cells := row.cells
	if len(cells) == 0 {
		cells = []gridCell{{extent: extent{row.start, row.start}, columns: 1}}
	}
	p.tag("tr", "class", lineClass(e.marks))
	p.lineNumber("td", row.line)
	marks := perCell(e.marks, cells)
	for i, c := range cells {
		label := ""
		if scope == "col" || i == 0 {
			label = scope
		}
		p.covered(c.lead)
		p.cell(g, c, marks[i], label)
	}
	p.covered(row.tail)
	p.line("</tr>")
}

// covered leaves out columns that a cell further up spans: the rows between
// are not all there, so that it cannot span them here.
func (p *page) covered(columns int) {
	if columns > 0 {
		p.element("td", "", "class", "covered", "colspan", strconv.Itoa(columns))
	}
}

// cell writes a cell; scope is what it is the label of, if it is one.
func (p *page) cell(g *grid, c gridCell, marks []mark, scope string) {
	text := g.file.Src[c.start:c.end]
	seen := g.seen(c)
	element, attributes := "td", []string{"class", cellClass(seen, marks)}
	if scope != "" && seen != "" {
		element, attributes = "th", append(attributes, "scope", scope)
	}
	if c.columns > 1 {
		attributes = append(attributes, "colspan", strconv.Itoa(c.columns))
	}
	p.tag(element, attributes...)
	p.cellText(g, text, c.start, marks)
	p.WriteString("</" + element + ">")
}

func (p *page) cellText(g *grid, text string, start int, marks []mark) {
	glyphs := appendGlyphs(nil, text, start)
	if g.html {
		glyphs = htmlGlyphs(text, start)
	}
	more := ""
	if len(glyphs) > widestPassage {
		glyphs, more = glyphs[:widestPassage], " .."
	}
	p.marked(glyphs, marks, nil)
	p.WriteString(more)
}

// perCell returns the marks that touch each cell. What is to be said of a mark
// over several cells is said in the last one.
func perCell(marks []mark, cells []gridCell) [][]mark {
	touching := make([][]mark, len(cells))
	for _, m := range marks {
		first := sort.Search(len(cells)-1, func(i int) bool { return cells[i].end >= m.start })
		behind := sort.Search(len(cells), func(i int) bool { return cells[i].start >= m.end })
		last := max(first, behind-1)
		m.wide = last > first
		for i := first; i < last; i++ {
			part := m
			part.label, part.finding = "", 0
			touching[i] = append(touching[i], part)
		}
		touching[last] = append(touching[last], m)
	}
	return touching
}

// cellClass says how a cell looks. A mark over several cells is drawn around
// them.
func cellClass(text string, marks []mark) string {
	class := "words"
	switch {
	case text == "":
		class = "blank"
	case isFigure(text):
		class = "figure"
	}
	for _, m := range marks {
		if m.wide && m.primary {
			return class + " own " + m.severity.String()
		}
		if m.wide && !strings.HasSuffix(class, " rel") {
			class += " rel"
		}
	}
	return class
}
