package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed row-ragged.md
var rowRaggedPage string

var rowRagged = Rule{
	Name:     "row-ragged",
	Title:    Message{"一行的数字个数不对", "row with too few or too many figures"},
	Family:   Tables,
	Severity: Error,
	Since:    "0.1.0",
	Page:     rowRaggedPage,
	Check:    checkRowRagged,
}

// checkRowRagged reports rows that do not have one figure for each column.
// Which one is missing or too many cannot be told, so none is used. A row
// with a figure in two pieces is cell-split's, one with a full-width pipe
// table-broken's.
func checkRowRagged(p *Pass) {
	for i := range p.Form.Tables {
		t := &p.Form.Tables[i]
		for j := range len(t.Rows) + len(t.Groups) {
			r := t.At(j)
			if !r.Ragged || j > 0 && j < len(t.Rows) && t.Rows[j-1].Source == r.Source || p.pipeIn(r) {
				continue // the rows of a flat table share one line
			}
			if _, ok := p.splitFigure(t, j); !ok {
				p.Flag(p.ragged(t, j))
			}
		}
	}
}

// pipeIn reports whether table-broken speaks of the row.
func (p *Pass) pipeIn(r *profile.BoundRow) bool {
	for i := range p.Report.Anomalies {
		if a := &p.Report.Anomalies[i]; a.Kind == report.FullWidthPipe && a.Span.Start < r.Source.Span.End && r.Source.Span.Start < a.Span.End {
			return true
		}
	}
	return false
}

func (p *Pass) ragged(t *profile.BoundTable, row int) Diagnostic {
	r, want := t.At(row), 0
	for j := row; j == row || j < len(t.Rows) && t.Rows[j].Source == r.Source; j++ {
		for k := range t.Def.Columns {
			if t.Columns[k] != profile.Missing {
				want++
			}
		}
	}
	name := figureCell{table: t, row: row}
	zh, en := "「"+name.rowName()+"」一行", "row "+name.rowName()
	if r.Label == nil {
		zh, en = t.Def.Name+"的数字行", "the row of figures of "+t.Def.Name
	}
	d := Diagnostic{
		Item:     t.Def.ID,
		AtMost:   p.Encouraged(),
		Span:     rowPlace(r),
		Ref:      profile.Ref{Table: t.Def.ID, Row: name.rowID()},
		Expected: fmt.Sprint(want),
		Actual:   fmt.Sprint(r.Figures),
		Message: Message{
			fmt.Sprintf("%s应有 %d 个数，实为 %d 个，%s", zh, want, r.Figures, difference(report.Int(int64(want)), report.Int(int64(r.Figures)))),
			fmt.Sprintf("%s should have %d figures, has %d", en, want, r.Figures),
		},
		Label: Message{fmt.Sprintf("应有 %d 个数", want), fmt.Sprintf("should have %d figures", want)},
		Help:  Message{"对照原表补齐或删去；不能断定是哪一个，这一行没有核对", "compare with the original; which one it is cannot be told, and the row was not checked"},
		Basis: p.basis(t.Def.Name),
	}
	for _, c := range r.Surplus[:min(len(r.Surplus), most)] {
		d.Related = append(d.Related, Related{Span: c.Span, Message: Message{"多出的数 " + c.Text, "a figure too many: " + c.Text}, Value: c.Text})
	}
	return d
}
