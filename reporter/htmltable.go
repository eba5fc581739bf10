package reporter

import (
	"strconv"
	"strings"
)

// sourceTable writes rows of a table of the document.
func (p *page) sourceTable(at lines, rows []excerpt) {
	p.scroller(p.say("原文第 %d 至 %d 行的表格", "the table in lines %d to %d", at.first, at.last))
	p.line(`<table class="cells">`)
	if rows[0].number == at.first {
		p.WriteString("<thead>")
		p.sourceRow(rows[0], "col")
		p.WriteString("</thead>")
		rows = rows[1:]
	}
	p.line("<tbody>")
	before := at.first + 1 // the dashes under the head
	for _, e := range rows {
		if e.number > before+1 {
			p.WriteString(`<tr class="gap"><td class="n">…</td>`)
			p.element("td", "", "colspan", strconv.Itoa(max(1, len(cellsOf(e)))))
			p.line("</tr>")
		}
		before = e.number
		p.sourceRow(e, "row")
	}
	p.line("</tbody></table></div>")
}

// sourceRow writes a row; scope is what its labels are of.
func (p *page) sourceRow(e excerpt, scope string) {
	p.tag("tr", "class", lineClass(e.marks))
	p.lineNumber("td", e.number)
	cells := cellsOf(e)
	for i, c := range cells {
		text := e.text[c.start-e.start : c.end-e.start]
		trimmed := strings.TrimSpace(text)
		start := c.start + strings.Index(text, trimmed)
		marks := marksOf(e.marks, cells, i)
		p.sourceCell(trimmed, start, marks, scope, scope == "col" || i == 0)
	}
	p.line("</tr>")
}

func (p *page) sourceCell(text string, start int, marks []mark, scope string, label bool) {
	element, attributes := "td", []string{"class", cellClass(text, marks)}
	if label && text != "" {
		element, attributes = "th", append(attributes, "scope", scope)
	}
	p.tag(element, attributes...)
	p.shown(text, start, marks)
	p.WriteString("</" + element + ">")
}

// extent is a part of a line: bytes of the file.
type extent struct{ start, end int }

// cellsOf returns the cells of a row, each without its borders.
func cellsOf(e excerpt) (cells []extent) {
	start := strings.IndexByte(e.text, '|') + 1
	for i := start; i < len(e.text); i++ {
		switch e.text[i] {
		case '\\':
			i++ // an escaped pipe is no border
		case '|':
			cells = append(cells, extent{e.start + start, e.start + i})
			start = i + 1
		}
	}
	if strings.TrimSpace(e.text[start:]) != "" {
		cells = append(cells, extent{e.start + start, e.start + len(e.text)})
	}
	return cells
}

// marksOf returns the marks that touch the i-th cell. What is to be said of a
// mark over several cells is said in the last one.
func marksOf(marks []mark, cells []extent, i int) (in []mark) {
	for _, m := range marks {
		first := 0
		for first < len(cells)-1 && cells[first].end < m.start {
			first++
		}
		last := first
		for last < len(cells)-1 && cells[last+1].start < m.end {
			last++
		}
		if i < first || i > last {
			continue
		}
		if i < last {
			m.label, m.finding = "", 0
		}
		in = append(in, m)
	}
	return in
}

func cellClass(text string, marks []mark) string {
	class := "words"
	if text != "" && strings.Trim(text, "0123456789.,%-+ ") == "" {
		class = "figure"
	}
	for _, m := range marks {
		if m.primary {
			return class + " own " + m.severity.String()
		}
	}
	return class
}
