package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
)

//go:embed row-missing.md
var rowMissingPage string

var rowMissing = Rule{
	Name:     "row-missing",
	Title:    Message{"表格缺行", "row missing"},
	Family:   Tables,
	Severity: Error,
	Since:    "0.1.0",
	Page:     rowMissingPage,
	Check:    checkRowMissing,
}

// checkRowMissing reports, once for each table, the rows of the form that the
// report does not have. A table without any row is table-missing's; where a
// table is cut, table-broken says so.
func checkRowMissing(p *Pass) {
	for s := range p.statutoryTables {
		for i := range s.parts {
			t := &s.parts[i]
			if missing := t.MissingRows(); t.Found() && len(missing) > 0 && !p.isBroken(s) {
				p.Flag(p.rowsMissing(t, missing))
			}
		}
	}
}

func (p *Pass) rowsMissing(t *profile.BoundTable, missing []int) Diagnostic {
	names := make([]string, len(missing))
	for j, row := range missing {
		names[j] = t.Def.Rows[row].Label()
	}
	return Diagnostic{
		Item:   t.Def.ID,
		AtMost: p.encouraged(t.Def),
		Span:   t.Beside(missing[0]).Source.Span,
		Ref:    profile.Ref{Table: t.Def.ID, Row: t.Def.Rows[missing[0]].ID},
		Message: Message{
			fmt.Sprintf("%s缺 %d 行：%s", t.Def.Name, len(names), quoted(names)),
			fmt.Sprintf("%s lacks %d row(s): %s", t.Def.Name, len(names), strings.Join(names, ", ")),
		},
		Label: Message{"缺的行应在这里", "the missing row belongs here"},
		Help:  Message{"按格式补上这一行，没有的填 0", "add the row as the form has it, with 0 where there is nothing"},
		Basis: p.basis(t.Def.Name),
	}
}
