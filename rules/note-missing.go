package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed note-missing.md
var noteMissingPage string

var noteMissing = Rule{
	Name:     "note-missing",
	Title:    Message{"表头缺勾稽关系说明", "note on the identities missing"},
	Family:   Tables,
	Severity: Info,
	Since:    "0.1.0",
	Page:     noteMissingPage,
	Check:    checkNoteMissing,
}

// checkNoteMissing reports a table without the note that the form prints in
// its corner.
func checkNoteMissing(p *Pass) {
	for i := range p.Form.Tables {
		t := &p.Form.Tables[i]
		if t.Def.Note == "" || t.Note != nil || !t.Found() {
			continue
		}
		row := firstFilled(t.Sources[0])
		p.Flag(Diagnostic{
			Item:     t.Def.ID,
			Span:     row.Span,
			Expected: t.Def.Note,
			Message: Message{
				fmt.Sprintf("%s的表头没有「%s」", t.Def.Name, t.Def.Note),
				fmt.Sprintf("the header of %s lacks 「%s」", t.Def.Name, t.Def.Note),
			},
			Label: Message{"说明应在表头左上角", "the note belongs in the corner"},
			Help:  Message{"把说明写进表头左上角的格", "write the note into the corner of the header"},
			Basis: p.basis(t.Def.Name),
			Fixes: noteFix(row, t),
		})
	}
}

// firstFilled returns the first row that has something in it: converters put
// an empty header before the first row of a table with spans.
func firstFilled(t *report.Table) *report.Row {
	for i := range t.Rows {
		for j := range t.Rows[i].Cells {
			if c := &t.Rows[i].Cells[j]; c.Kind != report.Blank && c.Kind != report.Absent {
				return &t.Rows[i]
			}
		}
	}
	return &t.Rows[0]
}

// noteFix writes the note into the corner when there is nothing in it, or a
// word that only says that the first column, and no other, has labels.
func noteFix(row *report.Row, t *profile.BoundTable) []Fix {
	corner, note := &row.Cells[0], t.Def.Note
	title := Message{"写入勾稽关系说明", "write the note"}
	text := corner.Span.Text()
	single := len(row.Cells) > 1 && t.Headers[0] != nil && t.Headers[0].Span == row.Cells[1].Span
	switch {
	case corner.Kind == report.Blank && strings.Trim(text, " \t") == "":
		return []Fix{{title, true, []Edit{{corner.Span, " " + note + " "}}}}
	case single && corner.Kind == report.Words && text == corner.Text && isCornerWord(text):
		return []Fix{{title, true, []Edit{{corner.Span, note}}}}
	}
	return nil
}

func isCornerWord(s string) bool {
	switch s {
	case "项目", "类别", "指标", "事项":
		return true
	}
	return false
}
