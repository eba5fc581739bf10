package skeleton

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// table writes a table as a pipe table whose figures are set to the right.
func (w *writer) table(t *profile.Table) {
	var rows [][]string
	labels := 0
	if t.Layout == profile.Flat {
		rows = w.flat(t)
	} else {
		labels = labelColumns(t)
		rows = w.upright(t, labels)
	}
	for i, row := range rows {
		w.b.WriteString("| " + strings.Join(row, " | ") + " |\n")
		if i == 0 {
			w.b.WriteString(strings.Repeat("| --- ", labels) + strings.Repeat("| ---: ", len(row)-labels) + "|\n")
		}
	}
	w.b.WriteString("\n")
}

// flat lays out a table whose rows stand side by side in one line.
func (w *writer) flat(t *profile.Table) [][]string {
	var header, line []string
	for i := range t.Rows {
		for k := range t.Columns {
			header = append(header, t.Rows[i].Label()+t.Columns[k].Label())
			line = append(line, w.figure(t, i, k))
		}
	}
	return [][]string{header, line}
}

// upright lays out a table with labels before the figures.
func (w *writer) upright(t *profile.Table, labels int) (rows [][]string) {
	header := make([]string, labels)
	header[0] = w.corner(t)
	for k := range t.Columns {
		header = append(header, t.Columns[k].Label())
	}
	rows = append(rows, header)
	seen := map[string]bool{}
	for i := range t.Rows {
		row := rowLabels(t, i, labels, seen)
		for k := range t.Columns {
			row = append(row, w.figure(t, i, k))
		}
		rows = append(rows, row)
	}
	return rows
}

// corner is what stands above the labels: the note of the form, or what it
// calls the rows of the first table that has a name for them.
func (w *writer) corner(t *profile.Table) string {
	for _, other := range w.tables(t.Section) {
		if t.Note == "" && len(other.Captions) > 1 {
			return other.Captions[1]
		}
	}
	return t.Note
}

// labelColumns returns how many columns of labels a table has: one, one more
// for groups, and one for what stands above groups.
func labelColumns(t *profile.Table) int {
	switch {
	case len(t.Groups) == 0:
		return 1
	case above(t) == "":
		return 2
	}
	return 3
}

// above is the label of the group that has no rows of its own, but groups.
func above(t *profile.Table) string {
	for i := range t.Groups {
		if !slices.ContainsFunc(t.Rows, func(r profile.Row) bool { return r.Group == t.Groups[i].ID }) {
			return t.Groups[i].Label()
		}
	}
	return ""
}

// rowLabels returns what stands before the figures of a row. What spans rows
// stands in the first of them; seen holds what has been written.
func rowLabels(t *profile.Table, i, width int, seen map[string]bool) []string {
	r := &t.Rows[i]
	row := make([]string, width)
	first := func(label string) string {
		if seen[label] {
			return ""
		}
		seen[label] = true
		return label
	}
	switch o, _ := report.OrdinalAt(r.Label()); {
	case width == 1, o.Level == 1:
		row[0] = r.Label()
		return row
	case width == 3:
		row[0] = first(above(t))
	}
	if r.Group == "" {
		row[width-2] = r.Label()
		return row
	}
	row[width-2] = first(t.Groups[t.Group(r.Group)].Label())
	row[width-1] = r.Label()
	return row
}

// figure is what stands in a cell.
func (w *writer) figure(t *profile.Table, row, column int) string {
	if w.facts.Known == nil {
		return ""
	}
	return w.facts.Known(profile.Ref{Table: t.ID, Row: t.Rows[row].ID, Column: t.Columns[column].ID})
}
