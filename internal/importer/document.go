// Package importer turns reports as organs publish them, web pages, Word and
// PDF files and text, into Markdown with their tables intact.
//
// It keeps words and figures as they are: what is wrong with them is for the
// rules to say. How text looks is not kept.
package importer

import (
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
)

// block is a paragraph, a heading, a table, or Markdown as it is.
type block struct {
	level    int // of a heading, 0 for a paragraph
	text     string
	table    *table
	markdown string
}

// table is a grid as the source has it: each row has the cells that begin in
// it.
type table struct{ rows [][]cell }

type cell struct {
	text       string
	cols, rows int // how many it covers, at least 1
}

// markdown writes blocks.
func markdown(blocks []block) string {
	var b strings.Builder
	for _, block := range blocks {
		switch {
		case block.markdown != "":
			b.WriteString(strings.TrimRight(block.markdown, "\n") + "\n")
		case block.table != nil:
			b.WriteString(block.table.markdown())
		case block.level > 0:
			b.WriteString(strings.Repeat("#", block.level) + " " + escaped(block.text) + "\n")
		default:
			b.WriteString(escapedStart(escaped(block.text)) + "\n")
		}
		b.WriteString("\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}

// escaped keeps Markdown from reading marks into a text.
func escaped(s string) string {
	return strings.NewReplacer(`\`, `\\`, "*", `\*`, "_", `\_`, "`", "\\`", "<", `\<`, ">", `\>`, "[", `\[`, "]", `\]`, "|", `\|`, "&", "&amp;").Replace(s)
}

// escapedStart keeps a paragraph from beginning a heading or a list.
func escapedStart(s string) string {
	digits := strings.TrimLeft(s, "0123456789")
	switch {
	case strings.HasPrefix(s, "#"), strings.HasPrefix(s, "- "), strings.HasPrefix(s, "+ "), strings.HasPrefix(s, "---"), strings.HasPrefix(s, "==="):
		return `\` + s
	case len(digits) < len(s) && (strings.HasPrefix(digits, ". ") || strings.HasPrefix(digits, ") ")):
		return s[:len(s)-len(digits)] + `\` + digits
	}
	return s
}

// markdown writes a table: as HTML when cells span others, which pipes cannot
// say.
func (t *table) markdown() string {
	for _, row := range t.rows {
		for _, c := range row {
			if c.cols > 1 || c.rows > 1 {
				return t.html()
			}
		}
	}
	return t.pipes()
}

func (t *table) html() string {
	var b strings.Builder
	b.WriteString("<table>\n")
	for _, row := range t.rows {
		b.WriteString("<tr>")
		for _, c := range row {
			b.WriteString("<td" + span("colspan", c.cols) + span("rowspan", c.rows) + ">" + escapedHTML(c.text) + "</td>")
		}
		b.WriteString("</tr>\n")
	}
	b.WriteString("</table>\n")
	return b.String()
}

func escapedHTML(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}

// pipes writes a pipe table. Rows shorter than others are filled up.
func (t *table) pipes() string {
	width := 0
	for _, row := range t.rows {
		width = max(width, len(row))
	}
	var b strings.Builder
	for i, row := range t.rows {
		for k := range width {
			text := ""
			if k < len(row) {
				text = escaped(row[k].text)
			}
			b.WriteString("| " + text + " ")
		}
		b.WriteString("|\n")
		if i == 0 {
			b.WriteString(strings.Repeat("| --- ", width) + "|\n")
		}
	}
	return b.String()
}

// joined puts parts of a text together that a source has on lines of their
// own. Han needs no blank between; figures must not become one.
func joined(parts []string) string {
	var b strings.Builder
	for _, part := range parts {
		part = report.TrimBlank(part)
		if part == "" {
			continue
		}
		if last, _ := utf8.DecodeLastRuneInString(b.String()); b.Len() > 0 {
			if first, _ := utf8.DecodeRuneInString(part); last < utf8.RuneSelf && first < utf8.RuneSelf {
				b.WriteByte(' ')
			}
		}
		b.WriteString(part)
	}
	return b.String()
}

// folded gives a text single blanks.
func folded(s string) string {
	return strings.Join(strings.FieldsFunc(s, report.IsBlank), " ")
}
