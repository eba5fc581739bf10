package rules

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed sum-mismatch.md
var sumMismatchPage string

var sumMismatch = Rule{
	Name:     "sum-mismatch",
	Title:    Message{"勾稽不平", "figures do not add up"},
	Family:   Arithmetic,
	Severity: Error,
	Since:    "0.1.0",
	Page:     sumMismatchPage,
	Check:    checkSums,
}

// checkSums reports every cause of broken identities once: the wrong cell
// when one can be told, else the identities that fail.
func checkSums(p *Pass) {
	for t := range p.Form.Tables {
		s := newSheet(p.Form, t, p.rule.Name)
		for _, c := range s.causes() {
			d := s.explain(c)
			d.AtMost = p.Encouraged()
			p.Flag(d)
		}
	}
}

// explain words a cause.
func (s *sheet) explain(c cause) Diagnostic {
	switch {
	case len(c.wrong) == 0:
		return s.failed(c)
	case len(c.wrong) == 1:
		return s.oneWrong(c)
	case c.moved:
		return s.misplaced(c)
	}
	return s.manyWrong(c)
}

// begin fills in what all findings about a cell have in common.
func (s *sheet) begin(c cause, v variable) Diagnostic {
	e := &s.equations[c.broken[0]]
	d := Diagnostic{
		Item:   e.Item,
		Span:   s.cell(v).Span,
		Ref:    s.ref(v),
		Place:  s.place(v),
		Actual: shown(s.cell(v)),
		Basis:  e.Identity.Basis,
	}
	for _, i := range c.broken {
		if q := &s.equations[i]; s.sign(i, v) != 0 {
			d.Item, d.Basis = q.Item, q.Identity.Basis
			d.Formula = s.formula(q)
			break
		}
	}
	return d
}

// oneWrong names the one cell that breaks its identities.
func (s *sheet) oneWrong(c cause) Diagnostic {
	w := c.wrong[0]
	d := s.begin(c, w.variable)
	d.Expected = w.expected.String()
	d.Label = Message{"应为 " + d.Expected, "should be " + d.Expected}
	d.Formula = s.proof(c, w)
	row, column := s.rowName(w.variable), s.columnName(w.variable)
	if s.value(w.variable).IsZero() && s.isTotal(c, w.variable) {
		d.Message = Message{
			fmt.Sprintf("「%s」的「%s」为 0，但各项之和为 %s", row, column, d.Expected),
			fmt.Sprintf("%s of %s is 0, but its parts add up to %s", column, row, d.Expected),
		}
	} else {
		d.Message = Message{
			fmt.Sprintf("「%s」的「%s」应为 %s，实为 %s，%s", row, column, d.Expected, d.Actual, difference(w.expected, s.value(w.variable))),
			fmt.Sprintf("%s of %s should be %s, is %s", column, row, d.Expected, d.Actual),
		}
	}
	d.Related = s.operands(c, w.variable)
	d.Help = Message{
		fmt.Sprintf("核对台账；改为 %s 后，所在的行和列都平", d.Expected),
		fmt.Sprintf("check your records; with %s its row and its column add up", d.Expected),
	}
	return d
}

// manyWrong names the cells of one line, or two cells, that break their
// identities together.
func (s *sheet) manyWrong(c cause) Diagnostic {
	last := c.wrong[len(c.wrong)-1]
	d := s.begin(c, last.variable)
	d.Expected = last.expected.String()
	d.Label = Message{"应为 " + d.Expected, "should be " + d.Expected}
	zero := true
	var zh, en []string
	for _, w := range c.wrong {
		zero = zero && s.value(w.variable).IsZero() && s.isTotal(c, w.variable)
		name := s.name(c, w.variable)
		zh = append(zh, fmt.Sprintf("「%s」应为 %s，实为 %s", name, w.expected, shown(s.cell(w.variable))))
		en = append(en, fmt.Sprintf("%s should be %s, is %s", name, w.expected, shown(s.cell(w.variable))))
		if w.variable != last.variable {
			d.Related = append(d.Related, Related{
				Span:    s.cell(w.variable).Span,
				Message: Message{fmt.Sprintf("「%s」应为 %s", name, w.expected), fmt.Sprintf("%s should be %s", name, w.expected)},
				Value:   shown(s.cell(w.variable)),
			})
		}
	}
	line := s.lineName(c)
	d.Message = Message{line + strings.Join(zh, "；"), strings.Join(en, "; ")}
	if zero {
		for i, w := range c.wrong {
			zh[i] = fmt.Sprintf("「%s」%s", s.name(c, w.variable), w.expected)
			en[i] = fmt.Sprintf("%s %s", s.name(c, w.variable), w.expected)
		}
		d.Message = Message{
			line + "为 0，但各项之和不为 0：应为" + strings.Join(zh, "、"),
			"totals are 0, but their parts are not: should be " + strings.Join(en, ", "),
		}
	}
	d.Help = Message{"核对台账；这几格一起改正后，所在的行和列都平", "check your records; with these figures all rows and columns add up"}
	return d
}

// misplaced names a value that stands in the wrong row or column.
func (s *sheet) misplaced(c cause) Diagnostic {
	from, to := c.wrong[0], c.wrong[1]
	if s.value(from.variable).IsZero() {
		from, to = to, from
	}
	d := s.begin(c, from.variable)
	d.Expected = from.expected.String()
	d.Label = Message{"疑似填错位置", "probably in the wrong place"}
	place := fmt.Sprintf("「%s」的「%s」", s.rowName(to.variable), s.columnName(to.variable))
	d.Message = Message{
		fmt.Sprintf("「%s」的「%s」%s 疑似填错位置：移到%s后，行和列都平", s.rowName(from.variable), s.columnName(from.variable), d.Actual, place),
		fmt.Sprintf("%s in %s of %s is probably in the wrong place: in %s of %s all rows and columns add up",
			d.Actual, s.columnName(from.variable), s.rowName(from.variable), s.columnName(to.variable), s.rowName(to.variable)),
	}
	d.Related = []Related{{
		Span:    s.cell(to.variable).Span,
		Message: Message{"应为 " + to.expected.String(), "should be " + to.expected.String()},
		Value:   shown(s.cell(to.variable)),
	}}
	d.Help = Message{"核对台账，确认这个数属于哪一行、哪一列", "check your records: which row and column does the figure belong to"}
	return d
}

// failed lists the identities that fail when no cell can be told.
func (s *sheet) failed(c cause) Diagnostic {
	e := &s.equations[c.broken[0]]
	v := s.total(e)
	d := s.begin(c, v)
	d.Related = s.operands(cause{broken: c.broken[:1]}, v)
	var zh, en []string
	for _, i := range c.broken {
		z, e := s.describe(&s.equations[i])
		zh, en = append(zh, z), append(en, e)
	}
	if len(e.left) == 1 {
		d.Expected = s.sum(e.right).String()
		d.Label = Message{"各项之和为 " + d.Expected, "parts add up to " + d.Expected}
	} else {
		d.Label = Message{difference(s.sum(e.left), s.sum(e.right)), "off by " + abs(e.residual).String()}
	}
	const most = 4
	d.Message = Message{strings.Join(firstOf(zh, most), "；"), strings.Join(firstOf(en, most), "; ")}
	if n := len(zh); n > most {
		d.Message.ZH += fmt.Sprintf("；等 %d 处", n)
		d.Message.EN += fmt.Sprintf("; %d in all", n)
	}
	d.Hint = s.hint(e)
	d.Help = Message{"对照台账核实；仅凭表内数字不能断定哪一格有误，本工具不改数字", "check your records: the table alone does not tell which figure is wrong"}
	return d
}
