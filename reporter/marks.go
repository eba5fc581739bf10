package reporter

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/rules"
)

// source returns the line as shown. On a colour terminal the marked places
// are underlined, which points even where the columns of a font are off.
func (p *printer) source(l *laid) string {
	var b strings.Builder
	b.Grow(3 * len(l.glyphs))
	code := ""
	for i := range l.glyphs {
		if next := p.underline(l.strokeAt(i)); next != code {
			b.WriteString(p.palette.end(code))
			b.WriteString(next)
			code = next
		}
		b.WriteString(l.glyphs[i].shown)
	}
	b.WriteString(p.palette.end(code))
	return b.String()
}

func (p *printer) underline(stroke byte) string {
	switch stroke {
	case '^':
		return p.palette.spot
	case '-':
		return p.palette.relatedSpot
	}
	return ""
}

// marks writes what stands under a line: the row of marks with the label of
// the last one behind it, then a row for each label that is left.
func (p *printer) marks(d *rules.Diagnostic, l *laid, gutter, columns int) {
	waiting := labelled(l.marks)
	text := p.strokes(d, l.ruler(l.row))
	if n := len(waiting); n > 0 && waiting[n-1].to == len(l.row) && len(l.row)+1+columnsIn(waiting[n-1].label) <= columns {
		text += " " + p.label(d, waiting[n-1])
		waiting = waiting[:n-1]
	}
	p.rail(gutter, text)
	for n := len(waiting) - 1; n >= 0; n-- {
		p.rail(gutter, p.hanging(d, l, waiting[:n], waiting[n], columns))
	}
}

// labelled returns the marks with a label, from left to right.
func labelled(marks []mark) []mark {
	var list []mark
	for _, m := range marks {
		if m.label != "" {
			list = append(list, m)
		}
	}
	slices.SortStableFunc(list, func(a, b mark) int { return cmp.Compare(a.to, b.to) })
	return list
}

// hanging returns a row with the label under its mark, or further left when
// it would not fit, and a stroke for each label still to come.
func (p *printer) hanging(d *rules.Diagnostic, l *laid, others []mark, m mark, columns int) string {
	at := max(0, min(m.from, columns-columnsIn(m.label)))
	row := []byte(strings.Repeat(" ", at))
	for _, other := range others {
		if other.from < at {
			row[other.from] = '|'
		}
	}
	return p.strokes(d, l.ruler(row)) + p.label(d, m)
}

func (p *printer) label(d *rules.Diagnostic, m mark) string {
	if m.primary {
		return p.palette.paint(p.palette.severity(d.Severity), m.label)
	}
	return p.palette.paint(p.palette.related, m.label)
}

// strokes colours a row of marks.
func (p *printer) strokes(d *rules.Diagnostic, row string) string {
	if !p.Color {
		return row
	}
	var b strings.Builder
	for {
		at := strings.IndexAny(row, "^-|")
		if at < 0 {
			return b.String() + row
		}
		b.WriteString(row[:at])
		rest := strings.TrimLeft(row[at:], row[at:at+1])
		colour := p.palette.related
		if row[at] == '^' {
			colour = p.palette.severity(d.Severity)
		}
		b.WriteString(p.palette.paint(colour, row[at:len(row)-len(rest)]))
		row = rest
	}
}

func columnsIn(s string) int { return widths().String(s) }
