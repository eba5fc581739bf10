package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// said is what the running text claims about the figures of the tables. The
// rules that compare share one reading of it; see Pass.statements.
type said struct{ statements []profile.Statement }

// claimWords must occur in a paragraph for claims to be looked for in it. A
// test holds that every claim of every profile has one.
var claimWords = []string{
	"收到", "受理", "新收", "接收", "接到", "收悉", "收办", "办理", "处理", "承办", "自然人", "公民申请", "个人申请", "法人", "结转", "转结", "转入",
	"转下", "顺延", "办结", "答复", "办复率", "予以公开", "同意公开", "部分公开", "不予", "无法提供", "复议", "诉讼", "规范性文件", "行政许可", "行政处罚",
	"行政强制",
}

// statements returns the claims that the text makes, read when first asked
// for.
func (p *Pass) statements() []profile.Statement {
	if p.said == nil {
		p.said = &said{}
		speaks := func(block int) bool { return p.prose.hits[block].has(p.number) }
		p.Form.EachStatement(speaks, func(s profile.Statement) bool {
			p.said.statements = append(p.said.statements, s)
			return true
		})
	}
	return p.said.statements
}

// sumOf is what the figures of one alternative of a claim add up to.
type sumOf struct {
	terms []profile.Term
	cells []cellOf
	total report.Number
}

// cellOf is a figure with its place in the form.
type cellOf struct {
	variable
	cell *report.Cell
}

// sums works out the alternatives of a claim. It is of no use when a figure
// of one of them is missing or in words.
func sums(s *sheet, c *profile.Claim) ([]sumOf, bool) {
	all := make([]sumOf, 0, len(c.Alternatives))
	for _, terms := range c.Alternatives {
		variables, ok := s.variables(terms)
		if !ok {
			return nil, false
		}
		sum, figures := sumOf{terms: terms}, 0
		for _, v := range variables {
			cell := s.cell(v)
			if cell.Kind != report.Blank {
				figures++
			}
			sum.cells = append(sum.cells, cellOf{v, cell})
			sum.total = sum.total.Add(s.value(v))
		}
		if figures == 0 {
			return nil, false
		}
		all = append(all, sum)
	}
	return all, true
}

// equals reports whether one of the sums is n.
func equals(all []sumOf, n report.Number) bool {
	return slices.ContainsFunc(all, func(s sumOf) bool { return s.total.Equal(n) })
}

// onceRight reports whether one of the sums is n when the cells that another
// rule finds wrong are put right: then the text is not what is wrong.
func onceRight(s *sheet, all []sumOf, n report.Number) bool {
	for _, cause := range s.causes() {
		for _, sum := range all {
			if sum.mended(cause.wrong).Equal(n) {
				return true
			}
		}
	}
	for i := range s.equations {
		e := &s.equations[i]
		if len(e.left) != 1 || e.residual.IsZero() {
			continue
		}
		whole := []wrong{{e.left[0], s.sum(e.right)}}
		for _, sum := range all {
			if sum.mended(whole).Equal(n) {
				return true
			}
		}
	}
	return false
}

// mended returns the total with wrong figures put right.
func (s sumOf) mended(all []wrong) report.Number {
	total := s.total
	for _, c := range s.cells {
		for _, w := range all {
			if w.variable == c.variable && c.cell.Kind == report.Figure {
				total = total.Sub(c.cell.Value).Add(w.expected)
			}
		}
	}
	return total
}

// name says which figures a sum is made of, 「本年新收＋上年结转」, if they are
// few.
func (s sumOf) name(sheet *sheet) string {
	var names []string
	for _, t := range s.terms {
		name := ""
		if t.Group >= 0 {
			name = sheet.table.Def.Groups[t.Group].Label()
		} else {
			name = sheet.table.Def.Rows[t.Rows[0]].Short()
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) > 3 {
		return ""
	}
	return "「" + strings.Join(names, "＋") + "」"
}

// formula writes the sum out when it has more than one figure that counts.
func (s sumOf) formula() string {
	var parts []string
	for _, c := range s.cells {
		if c.cell.Kind == report.Figure && (!c.cell.Value.IsZero() || len(s.cells) <= 3) {
			parts = append(parts, c.cell.Value.String())
		}
	}
	if len(parts) < 2 {
		return ""
	}
	return fmt.Sprintf("%s = %s", strings.Join(parts, " + "), s.total)
}

// related lists the cells of the sums, each once.
func related(sheet *sheet, all []sumOf) (list []Related) {
	const most = 8
	var done []variable
	for i, sum := range all {
		if i > 0 && len(sum.cells) > most {
			continue
		}
		for _, c := range sum.cells {
			if slices.Contains(done, c.variable) || len(list) == most {
				continue
			}
			done = append(done, c.variable)
			value := shown(c.cell)
			name := sheet.rowName(c.variable) + "「" + sheet.columnName(c.variable) + "」"
			list = append(list, Related{Span: c.cell.Span, Message: Message{name + " " + value, name + " " + value}, Value: value})
		}
	}
	return list
}
