package profile

import (
	"strings"
	"unicode/utf8"
)

// SectionNamed returns the index of the section that a name means, -1 for
// none: its id, or its heading with or without the ordinal, as the form has it
// or in an accepted variant.
func (p *Profile) SectionNamed(name string) int {
	if i := p.Section(name); i >= 0 {
		return i
	}
	for i := range p.Sections {
		if hasLabel(p.Sections[i].Labels, name) {
			return i
		}
	}
	return -1
}

// hasLabel reports whether one of the labels is the name, but for ordinal,
// blanks and width.
func hasLabel(labels []string, name string) bool {
	want := key(name)
	for _, label := range labels {
		if key(label) == want {
			return true
		}
	}
	return false
}

// Naming says how well a name fits.
type Naming uint8

// The degrees. Short is the beginning of a name, of two characters at least.
const (
	Unnamed Naming = iota
	Short
	Full
)

// naming compares a name with what something is called: its id, in which _
// may stand for -, its short name, its labels without ordinal, blanks and
// width.
func naming(name, id, short string, labels []string) Naming {
	if name == id || strings.ReplaceAll(name, "_", "-") == id {
		return Full
	}
	if short != "" {
		labels = append([]string{short}, labels...)
	}
	want, best := key(name), Unnamed
	for _, label := range labels {
		switch has := key(label); {
		case has == want:
			return Full
		case utf8.RuneCountInString(want) >= 2 && strings.HasPrefix(has, want):
			best = Short
		}
	}
	return best
}

// RowNamed says how well a name fits the row with the index.
func (t *Table) RowNamed(row int, name string) Naming {
	r := &t.Rows[row]
	return naming(name, r.ID, r.Name, r.Labels)
}

// GroupNamed says how well a name fits the group with the index.
func (t *Table) GroupNamed(group int, name string) Naming {
	g := &t.Groups[group]
	return naming(name, g.ID, "", g.Labels)
}

// ColumnNamed says how well a name fits the column with the index.
func (t *Table) ColumnNamed(column int, name string) Naming {
	c := &t.Columns[column]
	return naming(name, c.ID, "", c.Labels)
}

// Named reports whether a name means the table: its id, or its name, which
// several tables may share.
func (t *Table) Named(name string) bool { return name == t.Name || naming(name, t.ID, "", nil) == Full }

// Total returns the index of the column that a figure is taken from when none
// is named: the only one, or the one of sums; -1 when there is no such column.
func (t *Table) Total() int {
	if len(t.Columns) == 1 {
		return 0
	}
	return t.Column("sum")
}

// RowsOf returns the rows of a group, by index.
func (t *Table) RowsOf(group int) (rows []int) {
	for i := range t.Rows {
		if t.Rows[i].Group == t.Groups[group].ID {
			rows = append(rows, i)
		}
	}
	return rows
}
