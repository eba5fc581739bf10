package shape

import (
	"fmt"
	"html"
	"strings"
)

// write writes the table in a shape.
func (g Grid) write(s Shape) string {
	switch s {
	case HTML:
		return g.html()
	case Shift:
		return pipes(g.shifted())
	case Mirror:
		return pipes(g.expanded(true))
	case Wide:
		rows := g.expanded(false)
		return pipes(append([][]string{make([]string, len(rows[0]))}, rows...))
	}
	return pipes(g.expanded(false))
}

func (g Grid) html() string {
	var b strings.Builder
	b.WriteString("<table>\n")
	for _, row := range g {
		b.WriteString("<tr>")
		for _, c := range row {
			b.WriteString("<td" + attribute("colspan", c.Cols) + attribute("rowspan", c.Rows) + ">" + html.EscapeString(c.Text) + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
	return b.String()
}

func attribute(name string, n int) string {
	if n == 1 {
		return ""
	}
	return fmt.Sprintf(" %s=%q", name, fmt.Sprint(n))
}

// shifted leaves the spans out: what is left of a row moves to the left.
func (g Grid) shifted() [][]string {
	rows, width := make([][]string, len(g)), 0
	for i, row := range g {
		for _, c := range row {
			rows[i] = append(rows[i], c.Text)
		}
		width = max(width, len(row))
	}
	for i := range rows {
		for len(rows[i]) < width {
			rows[i] = append(rows[i], "")
		}
	}
	return rows
}

// expanded gives every position of a span a cell: a copy of its text, or a
// blank one but for the first.
func (g Grid) expanded(copies bool) [][]string {
	width := 0
	for _, c := range g[0] {
		width += c.Cols
	}
	rows, taken := make([][]string, len(g)), make([][]bool, len(g))
	for i := range rows {
		rows[i], taken[i] = make([]string, width), make([]bool, width)
	}
	for i, row := range g {
		at := 0
		for _, c := range row {
			for taken[i][at] {
				at++
			}
			for y := range c.Rows {
				for x := range c.Cols {
					taken[i+y][at+x] = true
					if copies || x == 0 && y == 0 {
						rows[i+y][at+x] = c.Text
					}
				}
			}
			at += c.Cols
		}
	}
	return rows
}

// pipes writes a pipe table whose first row is the header.
func pipes(rows [][]string) string {
	var b strings.Builder
	for i, row := range rows {
		b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			b.WriteString(strings.Repeat("| --- ", len(row)) + "|\n")
		}
	}
	return b.String()
}
