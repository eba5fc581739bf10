package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed row-order.md
var rowOrderPage string

var rowOrder = Rule{
	Name:     "row-order",
	Title:    Message{"表格行的次序不对", "rows out of order"},
	Family:   Tables,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     rowOrderPage,
	Check:    checkRowOrder,
}

// checkRowOrder reports, once for each table, the fewest rows that have to
// move.
func checkRowOrder(p *Pass) {
	for i := range p.Form.Tables {
		t := &p.Form.Tables[i]
		if t.Def.Layout != profile.Flat && isDisordered(t) {
			p.Flag(p.rowsMoved(t, misplacedRows(t)))
		}
	}
}

// isDisordered reports whether a row stands before one that it should follow.
func isDisordered(t *profile.BoundTable) bool {
	last := -1
	for i := range t.Rows {
		if r := &t.Rows[i]; r.Found() {
			if r.Source.Span.Start < last {
				return true
			}
			last = r.Source.Span.Start
		}
	}
	return false
}

// misplacedRows returns the rows that have to move.
func misplacedRows(t *profile.BoundTable) (moved []int) {
	var rows, places []int
	for i := range t.Rows {
		if t.Rows[i].Found() {
			rows, places = append(rows, i), append(places, t.Rows[i].Source.Span.Start)
		}
	}
	for i, stays := range inOrder(places) {
		if !stays {
			moved = append(moved, rows[i])
		}
	}
	return moved
}

func (p *Pass) rowsMoved(t *profile.BoundTable, moved []int) Diagnostic {
	names := make([]string, len(moved))
	for j, i := range moved {
		names[j] = t.Def.Rows[i].Label()
	}
	first := &t.Rows[moved[0]]
	d := Diagnostic{
		Item:   t.Def.ID,
		AtMost: p.Encouraged(),
		Span:   first.Label.Span,
		Ref:    profile.Ref{Table: t.Def.ID, Row: t.Def.Rows[moved[0]].ID},
		Help:   Message{"按格式的次序排列各行", "put the rows in the order of the form"},
		Basis:  p.basis(t.Def.Name),
	}
	d.Message.ZH = fmt.Sprintf("%s%s的位置与格式不同", t.Def.Name, quoted(names))
	d.Message.EN = fmt.Sprintf("%s: %s stand elsewhere than in the form", t.Def.Name, quoted(names))
	if at := moved[0]; at == 0 {
		d.Label = Message{"应为第一行", "should be the first row"}
	} else {
		above := t.Def.Rows[at-1].Label()
		d.Label = Message{"应在「" + above + "」之后", "belongs below 「" + above + "」"}
	}
	for _, i := range moved[1:] {
		d.Related = append(d.Related, Related{Span: t.Rows[i].Label.Span, Message: Message{"位置不同", "stands elsewhere"}})
	}
	return d
}
