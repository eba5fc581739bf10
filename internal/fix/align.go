package fix

import (
	"slices"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// Align is what a change is called that lines up the pipes of a table. It is
// no rule: nothing is wrong with a table that is not aligned.
const Align = "align"

// aligning returns a Look that also proposes to align pipe tables.
func aligning(look Look) Look {
	return func(data []byte) (*profile.Form, []rules.Diagnostic) {
		form, found := look(data)
		return form, append(slices.Clip(found), unaligned(form.Report)...)
	}
}

// unaligned proposes to align the tables that are not.
func unaligned(r *report.Report) (found []rules.Diagnostic) {
	for _, t := range r.Tables {
		if t.Form != report.PipeTable {
			continue
		}
		if edits := alignment(t); len(edits) > 0 {
			title := rules.Message{ZH: "对齐表格", EN: "align the table"}
			found = append(found, rules.Diagnostic{Rule: Align, Span: edits[0].Span, Fixes: []rules.Fix{{Title: title, Safe: true, Edits: edits}}})
		}
	}
	return found
}

// line is a row of a table, or its delimiter row, as it is written.
type line struct {
	span  report.Span // without what stands before and behind it
	cells []string
}

// alignment returns the edits that give every column of a table one width on
// the screen. What stands in the cells stays as it is. nil when the table is
// aligned, or when it is not certain where a cell ends.
func alignment(t *report.Table) (edits []rules.Edit) {
	lines, ok := linesOf(t)
	if !ok {
		return nil
	}
	widths := columnWidths(lines)
	sides := sidesOf(lines[1])
	for i, l := range lines {
		row := writeRow(l.cells, widths, sides, i == 1)
		if row != l.span.Text() {
			edits = append(edits, rules.Edit{Span: l.span, New: row})
		}
	}
	return edits
}

// linesOf returns the header, the delimiter row and the other rows.
func linesOf(t *report.Table) (lines []line, ok bool) {
	if len(t.Rows) == 0 {
		return nil, false
	}
	header := t.Rows[0].Span
	spans := []report.Span{header, delimiterBelow(header)}
	for i := 1; i < len(t.Rows); i++ {
		spans = append(spans, t.Rows[i].Span)
	}
	for _, s := range spans {
		s = trimmed(s)
		text := s.Text()
		if text == "" || strings.Contains(text, "\n") || strings.HasSuffix(text, `\|`) {
			return nil, false
		}
		lines = append(lines, line{s, splitCells(text)})
	}
	for _, cell := range lines[1].cells {
		if strings.Trim(cell, "-:") != "" || !strings.Contains(cell, "-") {
			return nil, false
		}
	}
	return lines, true
}

// delimiterBelow returns the row below the header, without the marks of a list
// or a quotation that stand before it.
func delimiterBelow(header report.Span) report.Span {
	src := header.File.Src
	i := strings.IndexByte(src[header.End:], '\n')
	if i < 0 {
		return report.Span{}
	}
	start := header.End + i + 1
	end := len(src)
	if j := strings.IndexByte(src[start:], '\n'); j >= 0 {
		end = start + j
	}
	first := strings.IndexAny(src[start:end], "|:-")
	if first < 0 {
		return report.Span{}
	}
	return header.File.Span(start+first, end)
}

func trimmed(s report.Span) report.Span {
	text := s.Text()
	s.Start += len(text) - len(strings.TrimLeft(text, " \t"))
	s.End -= len(text) - len(strings.TrimRight(text, " \t\r\n"))
	return report.Span{File: s.File, Start: s.Start, End: max(s.Start, s.End)}
}

// splitCells cuts a row at the pipes that are not escaped.
func splitCells(row string) (cells []string) {
	row = strings.TrimPrefix(row, "|")
	row = strings.TrimSuffix(row, "|")
	start := 0
	for i := 0; i < len(row); i++ {
		switch row[i] {
		case '\\':
			i++
		case '|':
			cells = append(cells, strings.Trim(row[start:i], " \t"))
			start = i + 1
		}
	}
	return append(cells, strings.Trim(row[start:], " \t"))
}

// narrowest is the least width of a column: that of ---.
const narrowest = 3

// columnWidths returns how wide each column must be on the screen.
func columnWidths(lines []line) (widths []int) {
	for i, l := range lines {
		for k, cell := range l.cells {
			if k == len(widths) {
				widths = append(widths, narrowest)
			}
			if i != 1 {
				widths[k] = max(widths[k], displaywidth.String(cell))
			}
		}
	}
	return widths
}

// side says to which side a column is set.
type side struct{ left, right bool }

func sidesOf(delimiter line) (sides []side) {
	for _, cell := range delimiter.cells {
		sides = append(sides, side{strings.HasPrefix(cell, ":"), strings.HasSuffix(cell, ":")})
	}
	return sides
}

// writeRow writes cells, each as wide as its column.
func writeRow(cells []string, widths []int, sides []side, delimiter bool) string {
	var b strings.Builder
	b.WriteString("|")
	for k, cell := range cells {
		s := side{}
		if k < len(sides) {
			s = sides[k]
		}
		if delimiter {
			cell = s.dashes(widths[k])
		}
		b.WriteString(" " + s.pad(cell, widths[k]) + " |")
	}
	return b.String()
}

func (s side) dashes(width int) string {
	dashes := []byte(strings.Repeat("-", width))
	if s.left {
		dashes[0] = ':'
	}
	if s.right {
		dashes[width-1] = ':'
	}
	return string(dashes)
}

func (s side) pad(cell string, width int) string {
	space := width - displaywidth.String(cell)
	before := 0
	switch {
	case s.left && s.right:
		before = space / 2
	case s.right:
		before = space
	}
	return strings.Repeat(" ", before) + cell + strings.Repeat(" ", space-before)
}
