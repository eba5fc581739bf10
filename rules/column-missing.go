package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed column-missing.md
var columnMissingPage string

var columnMissing = Rule{
	Name:     "column-missing",
	Title:    Message{"表格缺列或列的次序不对", "column missing or out of order"},
	Family:   Tables,
	Severity: Error,
	Since:    "0.1.0",
	Page:     columnMissingPage,
	Check:    checkColumnMissing,
}

// checkColumnMissing reports, once for each table, the columns that are not
// there, and columns in another order.
func checkColumnMissing(p *Pass) {
	for i := range p.Form.Tables {
		t := &p.Form.Tables[i]
		var missing []string
		for k, m := range t.Columns {
			if m == profile.Missing {
				missing = append(missing, t.Def.Columns[k].Label())
			}
		}
		if len(missing) > 0 {
			p.Flag(p.columnFinding(t, Message{
				fmt.Sprintf("%s缺 %d 列：%s", t.Def.Name, len(missing), quoted(missing)),
				fmt.Sprintf("%s lacks %d column(s): %s", t.Def.Name, len(missing), strings.Join(missing, ", ")),
			}, Message{"按格式补上这一列，没有的填 0", "add the column as the form has it, with 0 where there is nothing"}))
		}
		if t.Shuffled {
			p.Flag(p.columnFinding(t, Message{
				fmt.Sprintf("%s各列的次序与格式不同，应为%s", t.Def.Name, quoted(columnLabels(t))),
				fmt.Sprintf("the columns of %s should stand in the order %s", t.Def.Name, strings.Join(columnLabels(t), ", ")),
			}, Message{"按格式的次序排列各列", "put the columns in the order of the form"}))
		}
		if t.Astray != nil {
			p.Flag(p.astray(t))
		}
	}
}

// astray speaks of a table whose rows stand side by side.
func (p *Pass) astray(t *profile.BoundTable) Diagnostic {
	d := p.columnFinding(t, Message{
		fmt.Sprintf("%s的表头「%s」不在格式规定的位置，合计没有核对", t.Def.Name, t.Astray.Text),
		fmt.Sprintf("the label %s of %s stands elsewhere than in the form; its sums were not checked", t.Astray.Text, t.Def.Name),
	}, Message{"按格式的次序排列各列，连同数字", "put the columns in the order of the form, with their figures"})
	d.Span = t.Astray.Span
	return d
}

func columnLabels(t *profile.BoundTable) (labels []string) {
	for k := range t.Def.Columns {
		labels = append(labels, t.Def.Columns[k].Label())
	}
	return labels
}

// columnFinding points at the header as far as it is known.
func (p *Pass) columnFinding(t *profile.BoundTable, message, help Message) Diagnostic {
	at := report.Span{}
	for _, h := range t.Headers {
		switch {
		case h == nil:
		case at.IsZero():
			at = h.Span
		default:
			at.Start, at.End = min(at.Start, h.Span.Start), max(at.End, h.Span.End)
		}
	}
	return Diagnostic{
		Item:    t.Def.ID,
		AtMost:  p.encouraged(t.Def),
		Span:    at,
		Ref:     profile.Ref{Table: t.Def.ID},
		Message: message,
		Help:    help,
		Basis:   p.basis(t.Def.Name),
	}
}
