package rules

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
)

// sumOf is what the figures of one alternative of a claim add up to.
type sumOf struct {
	of    profile.Alternative
	cells []cellOf
	total report.Number
}

// cellOf is a figure with its place in the form.
type cellOf struct {
	variable
	cell  *report.Cell
	minus bool
}

// sums works out the alternatives of a claim, with their cells.
func sums(s *sheet, c *profile.Claim) []sumOf {
	all := make([]sumOf, 0, len(c.Alternatives))
	for i := range c.Alternatives {
		of := c.Alternatives[i]
		total, _ := s.alternative(&of)
		sum := sumOf{of: of, total: total}
		sum.add(s, of.Plus, false)
		sum.add(s, of.Minus, true)
		all = append(all, sum)
	}
	return all
}

// add takes note of the cells that terms stand for.
func (s *sumOf) add(sheet *sheet, terms []profile.Term, minus bool) {
	for _, v := range sheet.variables(terms) {
		s.cells = append(s.cells, cellOf{v, sheet.cell(v), minus})
	}
}

// equals reports whether one of the sums is n.
func equals(all []sumOf, n report.Number) bool {
	return slices.ContainsFunc(all, func(s sumOf) bool { return s.total.Equal(n) })
}

// onceRight reports whether one of the sums is n when the cells that another
// rule finds wrong are put right: then the text is not what is wrong.
func onceRight(form *profile.Form, c *profile.Claim, all []sumOf, n report.Number) bool {
	s := sheet{table: &form.Tables[c.TableIndex]}
	if !s.anyBroken(form.Profile.Equations(), c.TableIndex, profile.DefaultRule) {
		return false
	}
	s.solve(form.Profile.Equations(), c.TableIndex, profile.DefaultRule)
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

// mended returns the total with wrong figures put right. A dash counts as 0.
func (s sumOf) mended(all []wrong) report.Number {
	total := s.total
	for _, c := range s.cells {
		for _, w := range all {
			if w.variable != c.variable {
				continue
			}
			change := w.expected
			if c.cell.Kind == report.Figure {
				change = change.Sub(c.cell.Value)
			}
			if c.minus {
				change = change.Neg()
			}
			total = total.Add(change)
		}
	}
	return total
}

// name says which figures a sum is made of, 「本年新收＋上年结转」, if they are
// few.
func (s sumOf) name(sheet *sheet) string {
	plus, minus := termNames(sheet, s.of.Plus), termNames(sheet, s.of.Minus)
	if len(plus)+len(minus) > 3 {
		return ""
	}
	name := strings.Join(plus, "＋")
	for _, m := range minus {
		name += "－" + m
	}
	return "「" + name + "」"
}

func termNames(sheet *sheet, terms []profile.Term) (names []string) {
	for _, t := range terms {
		name := sheet.table.Def.Rows[t.Rows[0]].Short()
		if t.Group >= 0 {
			name = sheet.table.Def.Groups[t.Group].Label()
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// formula writes the sum out when it has more than one figure that counts.
func (s sumOf) formula() string {
	var parts []string
	for _, c := range s.cells {
		if c.minus {
			return ""
		}
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
