package rules

import (
	_ "embed"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

//go:embed part-exceeds.md
var partExceedsPage string

var partExceeds = Rule{
	Name:     "part-exceeds",
	Title:    Message{"部分多于整体", "part larger than the whole"},
	Family:   Arithmetic,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     partExceedsPage,
	Check:    checkPartExceeds,
}

// checkPartExceeds reports figures that are more than the format says they can
// be at most. cell-blank speaks of those that are left blank.
func checkPartExceeds(p *Pass) {
	for _, s := range p.sheets() {
		for i := range s.equations {
			q := &s.equations[i]
			if !q.holds() && s.cell(q.right[0]).Kind == report.Figure {
				p.Flag(s.tooMany(q))
			}
		}
	}
}

// tooMany speaks of the first figure on the right, the part: those on the left
// are the whole.
func (s *sheet) tooMany(q *equation) Diagnostic {
	c := s.at(q.right[0])
	whole, part := s.sum(q.left), s.sum(q.right)
	line, wholes, parts := s.lineOf(q), s.called(q, q.left), s.called(q, q.right)
	return Diagnostic{
		Item:    q.Item,
		Span:    c.Span,
		Ref:     c.ref(),
		Place:   c.place(),
		Actual:  c.Text,
		Related: s.operands(q, q.right[0]),
		Formula: fmt.Sprintf("%s > %s", s.side(q.right, nil), s.side(q.left, nil)),
		Message: Message{
			fmt.Sprintf("%s%s应不多于%s的 %s，实为 %s，多 %s", line, parts, wholes, whole, part, part.Sub(whole)),
			fmt.Sprintf("%s: %s should be at most %s, %s; is %s", line, parts, wholes, whole, part),
		},
		Label: Message{"应不多于 " + whole.String(), "should be at most " + whole.String()},
		Help:  Message{"核对两边的数；口径不同或跨年度办理的，可写注释说明", "check both figures; explain it in a comment if they are counted differently or over different years"},
		Basis: q.Identity.Basis,
	}
}

// lineOf names the row or the column that an equation is of; a table with one
// column needs no name for it.
func (s *sheet) lineOf(q *equation) string {
	switch v := q.right[0]; {
	case q.Identity.Over == profile.Rows:
		return s.table.Def.Name + "「" + s.rowName(v) + "」的"
	case len(s.table.Def.Columns) > 1:
		return s.table.Def.Name + "「" + s.columnName(v) + "」的"
	}
	return s.table.Def.Name
}

// called names figures of one side: 「受理数量」＋「…」.
func (s *sheet) called(q *equation, side []variable) string {
	names := make([]string, len(side))
	for i, v := range side {
		names[i] = "「" + s.operandName(q, v) + "」"
	}
	return strings.Join(names, "＋")
}
