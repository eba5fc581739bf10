package proof

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// wrong takes the place of a character: no label has it.
const wrong = "口"

// sections takes the heading of each section out. One that may be left out
// asks for nothing, and one that is the whole document has no heading.
func (b *bench) sections() (all []Clause) {
	for i := range b.form.Sections {
		s := &b.form.Sections[i]
		if s.Def.Optional || s.Def.Whole {
			continue
		}
		c := Clause{Kind: Sections, ID: s.Def.ID, Name: s.Def.Label(), Absent: !s.Found()}
		if s.Found() {
			c = b.try(c, due{rules: []string{"section-missing"}, whole: true}, nil, edit{s.Block.Span, ""})
		}
		all = append(all, c)
	}
	return all
}

// rows gives the label of each row a wrong character.
func (b *bench) rows() (all []Clause) {
	for i := range b.form.Tables {
		t := &b.form.Tables[i]
		if t.Def.Layout == profile.Flat {
			continue // the place tells the row, not a label
		}
		for j := range t.Rows {
			c := Clause{Kind: Rows, ID: t.Def.ID + "/" + t.Def.Rows[j].ID, Name: t.Def.Rows[j].Label()}
			all = append(all, b.label(c, t, t.Rows[j].Label))
		}
	}
	return all
}

// columns gives the label of each column a wrong character.
func (b *bench) columns() (all []Clause) {
	for i := range b.form.Tables {
		t := &b.form.Tables[i]
		for k := range t.Def.Columns {
			c := Clause{Kind: Columns, ID: t.Def.ID + "/" + t.Def.Columns[k].ID, Name: t.Def.Columns[k].Label()}
			all = append(all, b.label(c, t, b.header(t, k)))
		}
	}
	return all
}

// header returns the cell that heads a column. Of a table in one line it
// heads the first row, and may name both.
func (b *bench) header(t *profile.BoundTable, column int) *report.Cell {
	if c := t.Headers[column]; c != nil {
		return c
	}
	for _, source := range t.Sources {
		for i := range source.Rows {
			for j := range source.Rows[i].Cells {
				text := report.Fold(source.Rows[i].Cells[j].Text)
				for _, label := range t.Def.Columns[column].Labels {
					if text == report.Fold(label) || text == report.Fold(t.Def.Rows[0].Label()+label) {
						return &source.Rows[i].Cells[j]
					}
				}
			}
		}
	}
	return nil
}

// label breaks the label in a cell. A short one with a wrong character is no
// more to be told from another word, and the row is missing.
func (b *bench) label(c Clause, t *profile.BoundTable, cell *report.Cell) Clause {
	if cell == nil || cell.Span.IsZero() {
		c.Absent = true
		return c
	}
	at := letter(cell.Text)
	if at < 0 {
		c.Absent = true
		return c
	}
	_, size := utf8.DecodeRuneInString(cell.Text[at:])
	text := cell.Text[:at] + wrong + cell.Text[at+size:]
	return b.try(c, due{item: t.Def.ID, named: c.Name}, nil, edit{cell.Span, text})
}

// letter returns where the first letter behind the ordinal of a label stands.
func letter(label string) int {
	o, _ := report.OrdinalAt(label)
	if i := strings.IndexFunc(label[o.Size:], unicode.IsLetter); i >= 0 {
		return o.Size + i
	}
	return -1
}

// identities makes one figure of each equation wrong.
func (b *bench) identities() (all []Clause) {
	equations := b.form.Profile.Equations()
	for i := range equations {
		e := &equations[i]
		c := Clause{Kind: Identities, ID: e.Item, Name: e.Identity.Basis}
		figures := b.members(e)
		if slices.Contains(figures, nil) || len(e.Right) == 0 {
			c.Absent = true
			all = append(all, c)
			continue
		}
		d := due{rules: []string{e.Identity.Rule}, item: e.Item}
		last := figures[len(figures)-1]
		value := last.Value.Add(report.Int(1))
		if e.Identity.Relation == profile.AtLeast {
			value = last.Value.Add(b.side(e, e.Left)).Sub(b.side(e, e.Right)).Add(report.Int(1))
		}
		edits := []edit{{last.Span, value.String() + last.Unit}}
		for _, f := range figures[:len(figures)-1] {
			edits = append(edits, edit{f.Span, f.Span.Text()}) // a finding at any of them is at its place
		}
		all = append(all, b.try(c, d, nil, edits...))
	}
	return all
}

// members returns the figures of an equation, those on the right last.
func (b *bench) members(e *profile.Equation) (cells []*report.Cell) {
	for _, term := range slices.Concat(e.Left, e.Right) {
		for _, row := range term.Rows {
			cells = append(cells, b.form.Tables[e.Table].Cell(row, term.Column))
		}
	}
	return cells
}

func (b *bench) side(e *profile.Equation, terms []profile.Term) (sum report.Number) {
	for _, term := range terms {
		for _, row := range term.Rows {
			sum = sum.Add(b.form.Tables[e.Table].Cell(row, term.Column).Value)
		}
	}
	return sum
}
