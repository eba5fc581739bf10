package mutation

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	row  *profile.BoundRow   // of a row
	of   *profile.BoundTable // the table; of a caption the first that it may belong to
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
	for i := range b.bound.Tables {
		t := &b.bound.Tables[i]
		if !slices.Contains(t.Sources, table) {
			continue
		}
		if l.of == nil {
			l.of = t
		}
		if l.tell(t) {
			l.of = t
			break
		}
	}
	return l
}

// tell tells what the cell labels in one table of the form, if anything.
func (l *label) tell(t *profile.BoundTable) bool {
	same := func(o *report.Cell) bool { return o != nil && report.SameCell(o, l.cell) }
	row := slices.IndexFunc(t.Rows, func(r profile.BoundRow) bool { return same(r.Label) })
	switch {
	case same(t.Note):
		l.kind = noteLabel
	case slices.ContainsFunc(t.Headers, same):
		l.kind = columnLabel
	case row >= 0:
		l.kind, l.row = rowLabel, &t.Rows[row]
	case slices.ContainsFunc(t.Def.Groups, func(g profile.Group) bool { return g.Label() == l.cell.Text }):
		l.kind = groupLabel
	case t.Def.Layout == profile.Flat && !slices.Contains(t.Def.Captions, l.cell.Text):
		l.kind = columnLabel
	default:
		return false
	}
	return true
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
			m := b.relabel(l, now, "label-typo")
			switch {
			case l.kind == noteLabel:
				m.Rules, m.Unseen = nil, "表头的说明可以换个说法"
			case i < remarkOf(l):
			case strings.Contains(l.cell.Text, "万元") && !strings.Contains(now, "万元"):
				m.Rules = []string{"unit-label"}
			default:
				m.Rules, m.Unseen = nil, "括号里的说明写法不一，只核对单位"
			}
			all = append(all, m)
		}
		return all
	}
}

// remarkOf returns where, by character, the remark of a label of a row or
// column begins: （单位：万元）, （区分处理的，只计这一情形，不计其他情形）.
func remarkOf(l label) int {
	o, _ := report.OrdinalAt(l.cell.Text)
	at := strings.Index(l.cell.Text[o.Size:], "（")
	if at < 0 || l.kind == captionLabel {
		return len(l.cell.Text)
	}
	return utf8.RuneCountInString(l.cell.Text[:o.Size+at])
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

// blankLabel takes a label out. A row is told by its label alone: without it
// the row is missing, and its neighbours show where.
func blankLabel(b *Base, l label) []Mutation {
	m := b.relabel(l, "")
	switch {
	case l.kind == noteLabel:
		m.Rules = []string{"note-missing"}
	case l.kind != rowLabel:
		m.Unseen = "合并的表头和分组在转换中会丢失，按行名和列数认格"
	case len(l.of.Rows) == 1:
		m.Rules = []string{"table-missing"}
		m.Places = append(m.Places, b.headingOf(l.of.Def))
	default:
		m = b.relabel(l, "", "row-missing")
		m.Places = append(m.Places, b.rowsBeside(l, len(l.cell.Text))...)
	}
	return []Mutation{m}
}

// headingOf returns the place of the heading of the section that a table
// stands in; what stands before the tables does not move.
func (b *Base) headingOf(def *profile.Table) Place {
	s := b.bound.Section(def.Section).Place()
	return Place{s.Start, s.End}
}

// rowsBeside returns the places of the row and of those before and behind it
// when its label is so many bytes shorter.
func (b *Base) rowsBeside(l label, less int) (places []Place) {
	for i := range l.of.Rows {
		if &l.of.Rows[i] != l.row {
			continue
		}
		for j := max(0, i-1); j < min(len(l.of.Rows), i+2); j++ {
			s := l.of.Rows[j].Source.Span
			places = append(places, Place{s.Start - one(j > i)*less, s.End - one(j >= i)*less})
		}
	}
	return places
}

// renumber gives a label the number of the next one.
func renumber(b *Base, l label) []Mutation {
	o, ok := report.OrdinalAt(l.cell.Text)
	if !ok {
		return nil
	}
	m := b.relabel(l, ordinalAfter(l.cell.Text[:o.Size], o)+l.cell.Text[o.Size:])
	m.Unseen = "行的序号写法不一，按文字认行，不核对序号"
	return []Mutation{m}
}
