package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed unit-label.md
var unitLabelPage string

var unitLabel = Rule{
	Name:     "unit-label",
	Title:    Message{"表头的单位与格式不同", "unit in the header differs"},
	Family:   Tables,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     unitLabelPage,
	Check:    checkUnitLabel,
}

// checkUnitLabel reports a header that does not name the unit of its column
// where the form does.
func checkUnitLabel(p *Pass) {
	for i := range p.Form.Tables {
		t := &p.Form.Tables[i]
		for k := range t.Def.Columns {
			c, h := &t.Def.Columns[k], t.Headers[k]
			if h == nil || c.Unit == "" || !strings.Contains(c.Label(), c.Unit) || strings.Contains(h.Text, c.Unit) {
				continue
			}
			p.Flag(Diagnostic{
				Item:     t.Def.ID,
				AtMost:   p.Encouraged(),
				Span:     h.Span,
				Expected: c.Label(),
				Actual:   h.Text,
				Message: Message{
					fmt.Sprintf("%s的表头应为「%s」，实为「%s」", t.Def.Name, c.Label(), h.Text),
					fmt.Sprintf("a header of %s should be 「%s」, is 「%s」", t.Def.Name, c.Label(), h.Text),
				},
				Label: Message{"单位应为" + c.Unit, "the unit should be " + c.Unit},
				Help:  Message{"先核对数字以什么为单位，再改表头；" + c.Unit + "以外的先换算", "check the unit of the figures first, convert them to " + c.Unit + ", then change the header"},
				Basis: p.basis(t.Def.Name),
				Fixes: unitLabelFix(h, c),
			})
		}
	}
}

// unitLabelFix adds the unit to a header that names none. It says in what the
// figures are counted, which is a fact, so the fix is not safe.
func unitLabelFix(h *report.Cell, c *profile.Column) []Fix {
	bare, _, _ := strings.Cut(report.Fold(c.Label()), "(")
	if h.Span.Text() != h.Text || report.Fold(h.Text) != bare {
		return nil
	}
	title := Message{"确认数字以" + c.Unit + "为单位后写进表头", "name the unit, if the figures are in " + c.Unit}
	return []Fix{{title, false, []Edit{{h.Span, c.Label()}}}}
}
