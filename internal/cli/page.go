package cli

import (
	"bufio"
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"
)

// ink is the terminal codes that a page is printed with; empty without
// colour.
type ink struct{ bold, faint, red, green, reset string }

func newInk(colour bool) ink {
	if !colour {
		return ink{}
	}
	return ink{bold: "\x1b[1m", faint: "\x1b[2m", red: "\x1b[31m", green: "\x1b[32m", reset: "\x1b[0m"}
}

func (i ink) paint(code, s string) string {
	if code == "" || s == "" {
		return s
	}
	return code + s + i.reset
}

// page prints the pages of rules: headings, paragraphs, lists, tables and
// fenced examples. It need not know any other Markdown.
type page struct {
	out       io.Writer
	width     int
	ink       ink
	bad, good string // what examples are called
	b         strings.Builder
}

func (p *page) line(s string) { p.b.WriteString(strings.TrimRight(s, " ") + "\n") }

func (p *page) blank() {
	if s := p.b.String(); s != "" && !strings.HasSuffix(s, "\n\n") {
		p.b.WriteByte('\n')
	}
}

func (p *page) flush() error {
	out := bufio.NewWriter(p.out)
	out.WriteString(strings.TrimRight(p.b.String(), "\n") + "\n")
	return out.Flush()
}

func (p *page) heading(s string) { p.line(p.ink.paint(p.ink.bold, s)) }

// text prints a paragraph.
func (p *page) text(s string) { p.wrapped(s, "", "") }

// wrapped prints a paragraph; first stands before its first line and rest
// before the others.
func (p *page) wrapped(s, first, rest string) {
	for i, line := range wrap(inline(s), p.width-displaywidth.String(rest)) {
		if i == 0 {
			p.line(first + line)
		} else {
			p.line(rest + line)
		}
	}
}

// markdown prints blocks of Markdown.
func (p *page) markdown(src string) {
	lines := strings.Split(strings.TrimSpace(src), "\n")
	for len(lines) > 0 {
		n := blockLength(lines)
		p.block(lines[:n])
		lines = lines[n:]
	}
}

// blockLength returns how many lines the first block has.
func blockLength(lines []string) int {
	fenced := strings.HasPrefix(lines[0], "```")
	for i := 1; i < len(lines); i++ {
		switch line := lines[i]; {
		case fenced && strings.HasPrefix(line, "```"):
			return i + 1
		case !fenced && (line == "" || lines[0] == "" || startsBlock(line) && !(isRow(line) && isRow(lines[0]))):
			return i
		}
	}
	return len(lines)
}

func startsBlock(line string) bool {
	return strings.HasPrefix(line, "#") || strings.HasPrefix(line, "```") || isRow(line) || itemMark(line) != ""
}

func isRow(line string) bool { return strings.HasPrefix(line, "|") }

// itemMark returns what makes a line an item of a list: "- ", "12. ".
func itemMark(line string) string {
	body := strings.TrimLeft(line, " ")
	indent := line[:len(line)-len(body)]
	if strings.HasPrefix(body, "- ") {
		return indent + "- "
	}
	digits := strings.TrimLeft(body, "0123456789")
	if len(digits) < len(body) && strings.HasPrefix(digits, ". ") {
		return line[:len(line)-len(digits)+2]
	}
	return ""
}

func (p *page) block(lines []string) {
	first := lines[0]
	mark := itemMark(first)
	switch {
	case first == "":
		p.blank()
	case strings.HasPrefix(first, "```"):
		p.blank()
		p.fence(strings.TrimPrefix(first, "```"), lines[1:max(1, len(lines)-1)])
	case strings.HasPrefix(first, "#"):
		p.blank()
		p.heading(strings.TrimLeft(first, "# "))
	case isRow(first):
		p.table(lines)
	case mark != "":
		lines[0] = first[len(mark):]
		p.wrapped(join(lines), mark, strings.Repeat(" ", len(mark)))
	default:
		p.text(join(lines))
	}
}

// fence prints an example as it stands. What it adds to the form is the
// point, in red where it is wrong and in green where it is right.
func (p *page) fence(info string, lines []string) {
	kind, form, _ := strings.Cut(strings.TrimPrefix(info, "diff "), " ")
	colour := ""
	switch kind {
	case "bad":
		kind, colour = p.bad, p.ink.red
	case "good":
		kind, colour = p.good, p.ink.green
	}
	if form != "" {
		kind += "（" + form + "）"
	}
	if strings.HasPrefix(info, "diff ") {
		p.line(p.ink.paint(colour+p.ink.bold, kind))
	}
	for _, line := range lines {
		p.line("  " + p.ink.paint(p.lineColour(line, colour), line))
	}
}

func (p *page) lineColour(line, added string) string {
	switch {
	case strings.HasPrefix(line, "-- "): // the name of a file
		return p.ink.bold
	case strings.HasPrefix(line, "-"):
		return p.ink.faint
	case strings.HasPrefix(line, "+"):
		return added
	}
	return ""
}

// table prints a table with its columns aligned, or, where the terminal is too
// narrow for that, row by row.
func (p *page) table(lines []string) {
	var rows [][]string
	var widths []int
	for i, line := range lines {
		if i == 1 {
			continue // the row of dashes
		}
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		for j := range cells {
			cells[j] = inline(strings.TrimSpace(cells[j]))
			if j == len(widths) {
				widths = append(widths, 0)
			}
			widths[j] = max(widths[j], displaywidth.String(cells[j]))
		}
		rows = append(rows, cells)
	}
	whole := -2
	for _, w := range widths {
		whole += w + 2
	}
	if whole > p.width {
		p.rows(rows)
		return
	}
	for i, cells := range rows {
		var b strings.Builder
		for j, c := range cells {
			b.WriteString(c + strings.Repeat(" ", widths[j]-displaywidth.String(c)+2))
		}
		row := strings.TrimRight(b.String(), " ")
		if i == 0 {
			row = p.ink.paint(p.ink.bold, row)
		}
		p.line(row)
	}
}

// rows prints each row of a table as an item: its first cell, and under it the
// others behind their headers.
func (p *page) rows(rows [][]string) {
	header := rows[0]
	for _, cells := range rows[1:] {
		p.wrapped(cells[0], "- ", "  ")
		for j := 1; j < len(cells); j++ {
			if j < len(header) && cells[j] != "" {
				p.wrapped(header[j]+"："+cells[j], "  ", "  ")
			}
		}
	}
}

// inline drops the marks of emphasis and code.
func inline(s string) string { return strings.NewReplacer("**", "", "`", "").Replace(s) }
