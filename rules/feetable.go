package rules

import (
	"strings"

	"github.com/gouji-lint/gouji/report"
)

// table reads the fee table: 通知收取件数, 通知收取金额, 实际收取金额, each
// over its figure.
func (r *feeReader) table(t *report.Table, block int) {
	section := r.pass.prose.sectionOf(block)
	if r.fee.Section == "" || section != r.fee.Section {
		return
	}
	for i := 0; i+1 < len(t.Rows); i++ {
		fact := feeFact{Sentence: Sentence{Section: section, Block: block}}
		for j := range t.Rows[i].Cells {
			if j < len(t.Rows[i+1].Cells) {
				r.cell(&fact, t.Rows[i].Cells[j].Text, &t.Rows[i+1].Cells[j])
			}
		}
		if len(fact.figures) == 0 {
			continue
		}
		fact.Prose = report.Prose{Text: t.Rows[i+1].Span.Text(), Span: t.Rows[i+1].Span}
		if !fact.positive() {
			fact.denial = [2]int{0, len(fact.Text)}
		}
		r.said.facts = append(r.said.facts, fact)
	}
}

// cell adds the figure under a header cell of the fee table.
func (r *feeReader) cell(fact *feeFact, header string, c *report.Cell) {
	column := r.fee.Column(header)
	if column == nil || !c.Counts() {
		return
	}
	f := feeFigure{kind: feeYuan, role: feeCollected, value: c.Value, span: c.Span}
	switch column.ID {
	case "notices":
		f.kind, f.role = feeItems, feeCharged
	case "charged":
		f.role = feeCharged
	}
	if f.kind == feeYuan && (c.Unit == "万元" || strings.Contains(header, "万元")) {
		f.value = f.value.Mul(report.Int(10_000))
	}
	fact.figures = append(fact.figures, f)
}
