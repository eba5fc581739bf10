package proof

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// aspects blots out the words by which the form speaks of each aspect.
func (b *bench) aspects() (all []Clause) {
	p := b.form.Profile
	for i := range p.Aspects {
		a := &p.Aspects[i]
		c := Clause{Kind: Aspects, ID: a.ID, Name: a.Name}
		s := b.form.Section(a.Section)
		var edits []edit
		for j := range s.Body {
			edits = append(edits, blots(s.Body[j].Prose, a.Words)...)
		}
		if c.Absent = len(edits) == 0; !c.Absent {
			d := due{rules: []string{"overview-aspects"}, says: "「" + a.Name + "」", whole: true, given: kindOf(a.Kinds)}
			c = b.try(c, d, kindOf(a.Kinds), edits...)
		}
		all = append(all, c)
	}
	return all
}

// blots puts circles in place of words.
func blots(prose report.Prose, words []string) (edits []edit) {
	for _, word := range words {
		for from := 0; ; {
			i := strings.Index(prose.Text[from:], word)
			if i < 0 {
				break
			}
			span := prose.Slice(from+i, from+i+len(word))
			edits = append(edits, edit{span, strings.Repeat("〇", utf8.RuneCountInString(word))})
			from += i + len(word)
		}
	}
	return edits
}

// kindOf makes the report one of the first of the kinds.
func kindOf(kinds []string) facts {
	if len(kinds) == 0 {
		return nil
	}
	return func(m *report.Meta) { m.Kind = report.Fact{Value: kinds[0], Origin: report.FromMatter} }
}

// claims changes the figure of each claim that the form makes.
func (b *bench) claims() (all []Clause) {
	p := b.form.Profile
	made := make([]*profile.Statement, len(p.Claims))
	blocks := make([]int, len(b.form.Report.Blocks))
	for i := range blocks {
		blocks[i] = i
	}
	b.form.EachStatement(blocks, func(s profile.Statement) bool {
		if n := s.Claim.Number(); made[n] == nil && digits(s.Sentence.Text[s.At:s.End]) {
			made[n] = &s
		}
		return true
	})
	for i := range p.Claims {
		c := Clause{Kind: Claims, ID: p.Claims[i].ID, Name: p.Claims[i].Name, Absent: made[i] == nil}
		if s := made[i]; s != nil {
			end := s.At + strings.IndexFunc(s.Sentence.Text[s.At:]+" ", func(r rune) bool { return r < '0' || r > '9' })
			wrong := edit{s.Sentence.Slice(s.At, end), s.Value.Add(report.Int(1)).String()}
			c = b.try(c, due{item: p.Claims[i].ID}, nil, wrong)
		}
		all = append(all, c)
	}
	return all
}

// digits reports whether a figure is written in digits.
func digits(text string) bool { return text != "" && text[0] >= '0' && text[0] <= '9' }

// powers gives an organ figures that it cannot have.
func (b *bench) powers() (all []Clause) {
	for _, power := range b.form.Profile.Powers {
		c := Clause{Kind: Powers, ID: power.Table + "/" + power.Row, Name: power.Basis}
		edits := b.fill(power.Table, power.Row, "7")
		if c.Absent = len(edits) == 0 || len(power.Kinds) == 0; !c.Absent {
			c = b.try(c, due{rules: []string{"rule-power"}, given: kindOf(power.Kinds)}, kindOf(power.Kinds), edits...)
		}
		all = append(all, c)
	}
	return all
}

// distincts gives two rows the same figures.
func (b *bench) distincts() (all []Clause) {
	for _, d := range b.form.Profile.Distincts {
		c := Clause{Kind: Distincts, ID: d.Table + "/" + strings.Join(d.Rows, "+"), Name: d.Table}
		var edits []edit
		for _, row := range d.Rows {
			edits = append(edits, b.fill(d.Table, row, "7")...)
		}
		if c.Absent = len(edits) == 0; !c.Absent {
			c = b.try(c, due{rules: []string{"rows-identical"}, whole: true}, nil, edits...)
		}
		all = append(all, c)
	}
	return all
}

// fill writes one figure into all cells of a row.
func (b *bench) fill(table, row, figure string) (edits []edit) {
	t := b.form.Profile.Table(table)
	for k := range t.Columns {
		if c := b.form.Cell(profile.Ref{Table: table, Row: row, Column: t.Columns[k].ID}); c != nil && c.Kind == report.Figure {
			edits = append(edits, edit{c.Span, figure})
		}
	}
	return edits
}

// deadlines publishes the report a day late.
func (b *bench) deadlines() (all []Clause) {
	for i := range b.form.Profile.Deadlines {
		d := &b.form.Profile.Deadlines[i]
		for _, kind := range d.Kinds {
			date := d.Date(b.form.Year())
			late := fmt.Sprintf("%d-%02d-%02d", date.Year+date.Month/12, date.Month%12+1, 1) // the first of the next month
			if date.Day < 28 {
				late = fmt.Sprintf("%d-%02d-%02d", date.Year, date.Month, date.Day+1)
			}
			change := func(m *report.Meta) {
				m.Kind = report.Fact{Value: kind, Origin: report.FromMatter}
				m.Published = report.Fact{Value: late, Origin: report.FromMatter, Span: m.Published.Span}
			}
			c := Clause{Kind: Deadlines, ID: kind, Name: cmp.Or(d.Basis, kind)}
			all = append(all, b.try(c, due{rules: []string{"published-late"}, whole: true, given: kindOf([]string{kind})}, change))
		}
	}
	return all
}
