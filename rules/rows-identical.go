package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed rows-identical.md
var rowsIdenticalPage string

var rowsIdentical = Rule{
	Name:     "rows-identical",
	Title:    Message{"两行数字相同", "two rows with the same figures"},
	Family:   Arithmetic,
	Severity: Info,
	Since:    "0.1.0",
	Page:     rowsIdenticalPage,
	Check:    checkRowsIdentical,
}

// checkRowsIdentical reports two rows that count different things and have
// the same figures. Where the organ can have none in one of them, rule-power
// says so.
func checkRowsIdentical(p *Pass) {
	for i := range p.Form.Profile.Distincts {
		d := &p.Form.Profile.Distincts[i]
		t := p.table(d.Table)
		for j := 1; j < len(d.Rows); j++ {
			a, b := t.Def.Row(d.Rows[j-1]), t.Def.Row(d.Rows[j])
			if identical(&t.Rows[a], &t.Rows[b]) && !p.exceedsPower(t, a) && !p.exceedsPower(t, b) {
				p.Flag(p.sameFigures(t, a, b))
			}
		}
	}
}

// table returns the bound table with the id.
func (p *Pass) table(id string) *profile.BoundTable {
	for i := range p.Form.Tables {
		if p.Form.Tables[i].Def.ID == id {
			return &p.Form.Tables[i]
		}
	}
	return nil
}

// identical reports whether two rows have the same figures, and enough of
// them that it is no coincidence: two that are not 0, or one above 1.
func identical(a, b *profile.BoundRow) bool {
	if !a.Found() || !b.Found() || a.Ragged || b.Ragged {
		return false
	}
	weight := 0
	for k, c := range a.Cells {
		o := b.Cells[k]
		if c == nil || o == nil || c.Kind != report.Figure || o.Kind != report.Figure || !c.Value.Equal(o.Value) {
			return false
		}
		switch {
		case c.Value.Cmp(report.Int(1)) > 0:
			weight += 2
		case !c.Value.IsZero():
			weight++
		}
	}
	return weight > 1
}

func (p *Pass) sameFigures(t *profile.BoundTable, a, b int) Diagnostic {
	first, second := t.Def.Rows[a].Short(), t.Def.Rows[b].Short()
	return Diagnostic{
		Item: t.Def.ID,
		Span: rowPlace(&t.Rows[b]),
		Ref:  profile.Ref{Table: t.Def.ID, Row: t.Def.Rows[b].ID},
		Message: Message{
			fmt.Sprintf("「%s」与「%s」两行的数完全相同", first, second),
			fmt.Sprintf("the rows %s and %s have the same figures", first, second),
		},
		Label:   Message{"与「" + first + "」相同", "the same as " + first},
		Related: []Related{{Span: rowPlace(&t.Rows[a]), Message: Message{"两行的数相同", "the same figures"}}},
		Help:    Message{"两行统计的是不同的文件，核对是否重复填写", "the rows count different documents; check that none was entered twice"},
		Basis:   p.basis(t.Def.Name),
	}
}
