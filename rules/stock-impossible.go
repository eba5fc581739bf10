package rules

import (
	_ "embed"
	"fmt"

	"github.com/gouji-lint/gouji/report"
)

//go:embed stock-impossible.md
var stockImpossiblePage string

var stockImpossible = Rule{
	Name:     "stock-impossible",
	Title:    Message{"现行有效件数过少", "fewer in force than were made"},
	Family:   Arithmetic,
	Severity: Warning,
	Since:    "0.1.0",
	Page:     stockImpossiblePage,
	Check:    checkStock,
}

// checkStock reports rows with fewer documents in force than were made this
// year and not repealed: those in force and those repealed are at least those
// made. cell-blank speaks of a stock that is left blank.
func checkStock(p *Pass) {
	for _, s := range p.sheets() {
		for i := range s.equations {
			q := &s.equations[i]
			if stock := s.cell(q.left[0]); !q.holds() && stock.Kind == report.Figure {
				p.Flag(s.tooFew(q))
			}
		}
	}
}

// tooFew speaks of the first figure on the left, the stock: the others say how
// large it is at least.
func (s *sheet) tooFew(q *equation) Diagnostic {
	v := q.left[0]
	others := report.Number{}
	for _, o := range q.left[1:] {
		others = others.Add(s.value(o))
	}
	least := s.sum(q.right).Sub(others)
	c := s.at(v)
	name := c.name()
	d := Diagnostic{
		Item:     q.Item,
		Span:     c.Span,
		Ref:      c.ref(),
		Place:    c.place(),
		Expected: least.String(),
		Actual:   c.Text,
		Related:  s.operands(q, v),
		Formula:  fmt.Sprintf("%s - %s = %s > %s", s.sum(q.right), others, least, s.value(v)),
		Message: Message{
			fmt.Sprintf("%s应不少于 %s，实为 %s，%s", name.ZH, least, c.Text, difference(least, s.value(v))),
			fmt.Sprintf("%s should be at least %s, is %s", name.EN, least, c.Text),
		},
		Label: Message{"应不少于 " + least.String(), "should be at least " + least.String()},
		Help:  Message{"核对三个数；年内制发又失效的，计入废止", "check the three figures; what was made and lapsed within the year counts as repealed"},
		Basis: q.Identity.Basis,
	}
	return d
}
