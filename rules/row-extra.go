package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed row-extra.md
var rowExtraPage string

var rowExtra = Rule{
	Name:     "row-extra",
	Title:    Message{"表格多出行或列", "row or column too many"},
	Family:   Tables,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     rowExtraPage,
	Check:    checkRowExtra,
}

// checkRowExtra reports rows and columns that the form does not have, and
// rows that stand there twice. Some provinces add rows of their own.
func checkRowExtra(p *Pass) {
	for s := range p.statutoryTables {
		again := s.again()
		if again != nil {
			p.Flag(p.twoTables(s, again))
		}
		for i := range s.parts {
			t := &s.parts[i]
			if len(t.ExtraRows) > 0 {
				d := p.extra(t, t.ExtraRows, "行", "rows")
				d.AtMost = Info
				p.Flag(d)
			}
			if len(t.ExtraColumns) > 0 {
				p.Flag(p.extra(t, t.ExtraColumns, "列", "columns"))
			}
			if len(t.Repeated) == 0 || again != nil || len(s.section.Again) > 0 {
				continue
			}
			for j := range len(t.Rows) + len(t.Groups) {
				p.repeated(t, j)
			}
		}
	}
}

// again returns the first row that stands in a second table when most rows of
// the first one do.
func (s statutory) again() (first *profile.RepeatedRow) {
	again := 0
	for i := range s.parts {
		t := &s.parts[i]
		for j := range t.Repeated {
			if r := &t.Repeated[j]; r.Figures > 0 && r.Table != t.At(r.Row).Table {
				again++
				if first == nil {
					first = r
				}
			}
		}
	}
	if again < 2 || 2*again <= s.rows() || len(s.section.Again) > 0 { // section-extra has it
		return nil
	}
	return first
}

// rows returns how many rows of the form the report has.
func (s statutory) rows() (n int) {
	for i := range s.parts {
		for j := range s.parts[i].Rows {
			if s.parts[i].Rows[j].Found() {
				n++
			}
		}
	}
	return n
}

// twoTables speaks of a table that stands there twice, as a whole.
func (p *Pass) twoTables(s statutory, again *profile.RepeatedRow) Diagnostic {
	return Diagnostic{
		Item: s.id(),
		Span: rowPlace(&again.BoundRow),
		Message: Message{
			s.name() + "出现两次，只核对了第一次的数",
			s.name() + " stands there twice; only the first was checked",
		},
		Label: Message{"前面已有这张表", "the table is there already"},
		Help:  Message{"删去一张", "remove one"},
		Basis: p.basis(s.name()),
	}
}

// extra speaks of rows or columns by their labels.
func (p *Pass) extra(t *profile.BoundTable, labels []*report.Cell, zh, en string) Diagnostic {
	names := make([]string, len(labels))
	for i, c := range labels {
		names[i] = "「" + c.Text + "」"
	}
	d := Diagnostic{
		Item: t.Def.ID,
		Span: labels[0].Span,
		Message: Message{
			fmt.Sprintf("%s多出 %d %s：%s", t.Def.Name, len(names), zh, atMost(names, "、", "等")),
			fmt.Sprintf("%s has %d %s too many: %s", t.Def.Name, len(names), en, atMost(names, ", ", " and so on")),
		},
		Label: Message{"格式中没有", "not in the form"},
		Help:  Message{"格式以外的情况写在正文里，不加在表里", "tell in the text what the form does not ask for"},
		Basis: p.basis(t.Def.Name),
	}
	for _, c := range labels[1:min(len(labels), most)] {
		d.Related = append(d.Related, Related{Span: c.Span, Message: d.Label, Value: c.Text})
	}
	return d
}

// repeated reports a row that is there more than once. A label without figures
// is what a page break leaves behind; rows side by side are repeated together.
func (p *Pass) repeated(t *profile.BoundTable, row int) {
	first, times := t.At(row), 1
	var again *profile.RepeatedRow
	for i := range t.Repeated {
		if r := &t.Repeated[i]; r.Row == row && r.Figures > 0 {
			times++
			if again == nil {
				again = r
			}
		}
	}
	if again == nil || row > 0 && row < len(t.Rows) && t.Rows[row-1].Source == first.Source {
		return
	}
	name := figureCell{table: t, row: row}
	p.Flag(Diagnostic{
		Item: t.Def.ID,
		Span: rowPlace(&again.BoundRow),
		Message: Message{
			fmt.Sprintf("%s「%s」一行出现 %d 次，只核对了第一次的数", t.Def.Name, name.rowName(), times),
			fmt.Sprintf("%s has the row %s %d times; only the first was checked", t.Def.Name, name.rowName(), times),
		},
		Label:   Message{"前面已有这一行", "the row is there already"},
		Related: []Related{{Span: rowPlace(first), Message: Message{"第一次", "the first one"}}},
		Help:    Message{"删去一行，或者改正行的名称", "remove one, or put its label right"},
		Basis:   p.basis(t.Def.Name),
	})
}

// rowPlace is where a row is pointed at: its label, or all of it.
func rowPlace(r *profile.BoundRow) report.Span {
	if r.Label != nil {
		return r.Label.Span
	}
	return r.Source.Span
}
