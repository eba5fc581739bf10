package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

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
		rows := p.raggedRows(t)
		if shifted(t, rows) {
			p.Flag(raggedAlike(p.ragged(t, rows[0]), t, rows))
			continue
		}
		for _, j := range rows {
			p.Flag(p.ragged(t, j))
		}
		for j := range t.Others {
			if other := &t.Others[j]; len(p.raggedRows(other)) > 0 {
				p.Flag(p.ragged(other, 0))
			}
		}
	}
}

// raggedRows returns the rows to speak of. Those of a flat table share one
// line.
func (p *Pass) raggedRows(t *profile.BoundTable) (rows []int) {
	for j := range len(t.Rows) + len(t.Groups) {
		r := t.At(j)
		if !r.Ragged || j > 0 && j < len(t.Rows) && t.Rows[j-1].Source == r.Source || p.pipeIn(r.Source.Span) {
			continue
		}
		if _, ok := p.splitFigure(t, j); !ok {
			rows = append(rows, j)
		}
	}
	return rows
}

// shifted reports whether the rows are most of the table and have all as many
// figures: a column is missing or too many.
func shifted(t *profile.BoundTable, rows []int) bool {
	if len(rows) < 2 {
		return false
	}
	found := 0
	for i := range t.Rows {
		if t.Rows[i].Found() {
			found++
		}
	}
	return 2*len(rows) > found &&
		!slices.ContainsFunc(rows, func(j int) bool { return t.At(j).Figures != t.At(rows[0]).Figures })
}

// raggedAlike makes one finding of such rows.
func raggedAlike(d Diagnostic, t *profile.BoundTable, rows []int) Diagnostic {
	d.Message = Message{
		fmt.Sprintf("%s有 %d 行都应有 %s 个数，实为 %s 个，多半是多了或少了一列", t.Def.Name, len(rows), d.Expected, d.Actual),
		fmt.Sprintf("%d rows of %s should have %s figures and have %s: a column is missing or too many", len(rows), t.Def.Name, d.Expected, d.Actual),
	}
	d.Help = Message{"对照原表补齐或删去这一列；这些行没有核对", "compare the columns with the original; these rows were not checked"}
	d.Related = nil
	for _, j := range rows[1:min(len(rows), 1+maxRelated)] {
		d.Related = append(d.Related, Related{Span: rowPlace(t.At(j)), Message: Message{"这一行也是", "this row too"}})
	}
	return d
}

// pipeIn reports whether table-broken speaks of full-width pipes there.
func (p *Pass) pipeIn(at report.Span) bool {
	for i := range p.Report.Anomalies {
		if a := &p.Report.Anomalies[i]; a.Kind == report.FullWidthPipe && a.Span.Start < at.End && at.Start < a.Span.End {
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
	if r.Label == nil && t.Line == "" {
		zh, en = t.Def.Name+"的数字行", "the row of figures of "+t.Def.Name
	}
	d := Diagnostic{
		Item:     t.Def.ID,
		AtMost:   p.encouraged(t.Def),
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
	if leavesBlank(t) {
		d.Fixes = trailingFix(r)
	}
	for _, c := range r.Surplus[:min(len(r.Surplus), most)] {
		d.Related = append(d.Related, Related{Span: c.Span, Message: Message{"多出的数 " + c.Text, "a figure too many: " + c.Text}, Value: c.Text})
	}
	return d
}

// leavesBlank reports whether cells of the table are left blank, as some do
// where there is nothing.
func leavesBlank(t *profile.BoundTable) bool {
	return !tableCells(t, func(c figureCell) bool { return c.Kind != report.Blank })
}

// trailingFix adds the cells that a row of a pipe table lacks at its end, when
// the last that it has is blank. Markdown shows such a row as if they were
// there.
func trailingFix(r *profile.BoundRow) []Fix {
	cells := r.Source.Cells
	n := len(cells)
	for n > 0 && cells[n-1].Kind == report.Absent {
		n--
	}
	end := report.Span{File: r.Source.Span.File, Start: r.Source.Span.End, End: r.Source.Span.End}
	if r.Table.Form != report.PipeTable || n == len(cells) || n < 2 || cells[n-1].Kind != report.Blank || r.Figures == 0 ||
		!strings.HasSuffix(r.Source.Span.Text(), "|") {
		return nil
	}
	return []Fix{{Message{"补上行末的空格", "add the blank cells at the end"}, true, []Edit{{end, strings.Repeat("  |", len(cells)-n)}}}}
}
