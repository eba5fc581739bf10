package mutation

import (
	"slices"
	"unicode"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// labelOperators change what the cells without figures say.
func labelOperators() []Operator {
	return []Operator{
		{"label", "character left out", eachLabel(slips(leftOut))},
		{"label", "character doubled", eachLabel(slips(doubled))},
		{"label", "character replaced", eachLabel(slips(replaced))},
		{"label", "blanked", eachLabel(blankLabel)},
		{"label", "renumbered", eachLabel(renumber)},
	}
}

// label is a cell without a figure.
type label struct {
	cell *report.Cell
	kind labelKind
	def  *profile.Table
}

type labelKind string

const (
	rowLabel     labelKind = "row"
	columnLabel  labelKind = "column"
	groupLabel   labelKind = "group"
	captionLabel labelKind = "caption"
	noteLabel    labelKind = "note"
)

// labels returns the cells without figures of the statutory tables, each once.
func (b *Base) labels() (all []label) {
	for _, table := range b.bound.Report.Tables {
		for i := range table.Rows {
			for j := range table.Rows[i].Cells {
				c := &table.Rows[i].Cells[j]
				known := func(l label) bool { return report.SameCell(l.cell, c) }
				if c.Kind == report.Words && !slices.ContainsFunc(all, known) {
					all = append(all, b.label(table, c))
				}
			}
		}
	}
	return all
}

// label tells what a cell labels.
func (b *Base) label(table *report.Table, c *report.Cell) label {
	l := label{cell: c, kind: captionLabel}
	same := func(o *report.Cell) bool { return o != nil && report.SameCell(o, c) }
	for i := range b.bound.Tables {
		t := &b.bound.Tables[i]
		if !slices.Contains(t.Sources, table) {
			continue
		}
		l.def = t.Def
		switch {
		case same(t.Note):
			l.kind = noteLabel
		case slices.ContainsFunc(t.Headers, same):
			l.kind = columnLabel
		case slices.ContainsFunc(t.Rows, func(r profile.BoundRow) bool { return same(r.Label) }):
			l.kind = rowLabel
		case slices.ContainsFunc(t.Def.Groups, func(g profile.Group) bool { return g.Label() == c.Text }):
			l.kind = groupLabel
		case t.Def.Layout == profile.Flat && !slices.Contains(t.Def.Captions, c.Text):
			l.kind = columnLabel
		default:
			continue
		}
		return l
	}
	return l
}

// eachLabel changes every label in the ways that change yields.
func eachLabel(change func(b *Base, l label) []Mutation) func(*Base) []Mutation {
	return func(b *Base) (all []Mutation) {
		for _, l := range b.labels() {
			all = append(all, change(b, l)...)
		}
		return all
	}
}

// relabel makes the mutation in which a label says something else.
func (b *Base) relabel(l label, text string, rules ...string) Mutation {
	return b.with(string(l.kind)+" "+l.cell.Text+" → "+text, rules, replace(l.cell.Span, text))
}

// slip makes one character of a text wrong.
type slip func(text []rune, i int) []rune

func leftOut(text []rune, i int) []rune { return slices.Delete(slices.Clone(text), i, i+1) }

func doubled(text []rune, i int) []rune { return slices.Insert(slices.Clone(text), i, text[i]) }

func replaced(text []rune, i int) []rune {
	text = slices.Clone(text)
	text[i] = '口'
	return text
}

// slips returns the change of each character of a label. The number before
// and the signs in it are left: labels are compared without them.
func slips(wrong slip) func(*Base, label) []Mutation {
	return func(b *Base, l label) (all []Mutation) {
		text := []rune(l.cell.Text)
		for _, i := range letters(l.cell.Text) {
			now := string(wrong(text, i))
			m := b.relabel(l, now, b.labelRules(l)...)
			all = append(all, m)
		}
		return all
	}
}

// letters returns the indexes, by character, of the letters of a text behind
// its ordinal.
func letters(text string) (at []int) {
	o, _ := report.OrdinalAt(text)
	n := 0
	for i, r := range text {
		if i >= o.Size && unicode.IsLetter(r) {
			at = append(at, n)
		}
		n++
	}
	return at
}

// labelRules returns the rules that speak of a wrong label.
func (b *Base) labelRules(l label) []string {
	if l.kind == noteLabel {
		return []string{"note-missing"}
	}
	return []string{"label-typo"}
}

func blankLabel(b *Base, l label) []Mutation { return []Mutation{b.relabel(l, "", b.labelRules(l)...)} }

// renumber gives a label the number of the next one.
func renumber(b *Base, l label) []Mutation {
	o, ok := report.OrdinalAt(l.cell.Text)
	if !ok {
		return nil
	}
	text := ordinalAfter(l.cell.Text[:o.Size], o) + l.cell.Text[o.Size:]
	m := b.relabel(l, text)
	m.Unseen = "行的序号写法不一，按文字认行，不核对序号"
	return []Mutation{m}
}
