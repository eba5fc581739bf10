package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

//go:embed label-typo.md
var labelTypoPage string

var labelTypo = Rule{
	Name:     "label-typo",
	Title:    Message{"表格中的名称与格式有出入", "label differs from the form"},
	Family:   Tables,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     labelTypoPage,
	Check:    checkLabelTypo,
}

// checkLabelTypo reports the labels of rows and columns that are a few
// characters off. 钩稽 for 勾稽 in the note is common and harmless.
func checkLabelTypo(p *Pass) {
	for i := range p.Form.Tables {
		t := &p.Form.Tables[i]
		for _, m := range t.Misspelt {
			if p.pipeIn(m.Cell.Span) {
				continue
			}
			p.Flag(p.typo(t.Def.ID, t.Def.Name, m.Cell.Span, m.Cell.Text, m.Want))
		}
		if t.Note == nil {
			continue
		}
		if at := strings.Index(t.Note.Span.Text(), "钩稽"); at >= 0 {
			span := t.Note.Span
			span.Start, span.End = span.Start+at, span.Start+at+len("钩稽")
			d := p.typo(t.Def.ID, t.Def.Name, span, "钩稽", "勾稽")
			d.AtMost = Info
			p.Flag(d)
		}
	}
}

func (p *Pass) typo(item, table string, at report.Span, actual, want string) Diagnostic {
	d := Diagnostic{
		Item:     item,
		AtMost:   p.Encouraged(),
		Span:     at,
		Expected: want,
		Actual:   actual,
		Message: Message{
			fmt.Sprintf("%s中的名称应为「%s」，实为「%s」", table, want, actual),
			fmt.Sprintf("a label of %s should be 「%s」, is 「%s」", table, want, actual),
		},
		Label: Message{"应为「" + want + "」", "should be 「" + want + "」"},
		Help:  Message{"改用格式规定的名称", "use the label of the form"},
		Basis: p.basis(table),
	}
	if at.Text() == actual {
		d.Fixes = []Fix{{Message{"改为「" + want + "」", "change to 「" + want + "」"}, true, []Edit{{at, want}}}}
	}
	return d
}
