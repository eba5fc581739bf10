package rules

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/profile"
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
	for _, s := range p.sheets() {
		for _, c := range s.causes() {
			d := s.word(c)
			d.AtMost = mildest(p.Encouraged(), s.recalled(c))
			p.Flag(d)
		}
		if s.unfilled != nil {
			p.Skip(s.skipped())
		}
	}
	for i := range p.Form.Tables {
		if t := &p.Form.Tables[i]; len(t.Others) > 0 {
			p.Skip(severalLines(t))
		}
	}
}

// severalLines says what is not checked of a table with lines of several organs.
func severalLines(t *profile.BoundTable) Message {
	names := []string{t.Line}
	for i := range t.Others {
		names = append(names, t.Others[i].Line)
	}
	what := t.Def.Rows[0].Short()
	return Message{
		fmt.Sprintf("%s「%s」有 %s：逐行核对了勾稽和各格；不知哪一行是本机关的，没有与其他报告比较，自定规则只看第一行", t.Def.Name, what, nameList(names, "行")),
		fmt.Sprintf("%s 「%s」 has %d lines (%s): each was checked by itself; as it is not known which is the organ's, none was compared with other reports, and rules of your own see the first one only", t.Def.Name, what, len(names), atMost(names, ", ", " and so on, %d in all")),
	}
}

// recalled caps a cause that breaks an identity which is not known from the
// text of the format. One that breaks others, too, may do so for it alone.
func (s *sheet) recalled(c cause) Severity {
	return ifRecalled(slices.ContainsFunc(c.broken, func(i int) bool { return s.equations[i].Identity.Recalled }))
}

// word puts a cause into words.
func (s *sheet) word(c cause) Diagnostic {
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
	q := s.main(c, v)
	return Diagnostic{
		Item:    q.Item,
		Span:    s.cell(v).Span,
		Ref:     s.at(v).ref(),
		Place:   s.at(v).place(),
		Actual:  shown(s.cell(v)),
		Related: s.operands(q, v),
		Basis:   q.Identity.Basis,
	}
}

// oneWrong names the one cell that breaks its identities.
func (s *sheet) oneWrong(c cause) Diagnostic {
	w := c.wrong[0]
	d := s.begin(c, w.variable)
	d.Expected = w.expected.String()
	d.Label = Message{"应为 " + d.Expected, "should be " + d.Expected}
	d.Formula = s.proof(s.main(c, w.variable), w)
	row, column := s.rowName(w.variable), s.columnName(w.variable)
	if s.value(w.variable).IsZero() && s.isTotal(c, w.variable) {
		d.Message = Message{
			fmt.Sprintf("「%s」的「%s」为%s，但各项之和为 %s", row, column, spaced(d.Actual), d.Expected),
			fmt.Sprintf("%s of %s is %s, but its parts add up to %s", column, row, shownEN(s.cell(w.variable)), d.Expected),
		}
	} else {
		d.Message = Message{
			fmt.Sprintf("「%s」的「%s」应为 %s，实为%s，%s", row, column, d.Expected, spaced(d.Actual), difference(w.expected, s.value(w.variable))),
			fmt.Sprintf("%s of %s should be %s, is %s", column, row, d.Expected, shownEN(s.cell(w.variable))),
		}
	}
	d.Hint = slip(w.expected, s.value(w.variable))
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
	d.Related = nil
	var zh, en []string
	for _, w := range c.wrong {
		name, actual := s.name(c, w.variable), s.cell(w.variable)
		if s.allZero(c) {
			zh = append(zh, fmt.Sprintf("「%s」%s", name, w.expected))
			en = append(en, fmt.Sprintf("%s %s", name, w.expected))
		} else {
			zh = append(zh, fmt.Sprintf("「%s」应为 %s，实为%s", name, w.expected, spaced(shown(actual))))
			en = append(en, fmt.Sprintf("%s should be %s, is %s", name, w.expected, shownEN(actual)))
		}
		if w != last {
			should := w.expected.String()
			d.Related = append(d.Related, Related{Span: actual.Span, Message: Message{"「" + name + "」应为 " + should, name + " should be " + should}, Value: shown(actual)})
		}
	}
	lineZH, lineEN := s.lineName(c)
	if s.allZero(c) {
		d.Message = Message{
			lineZH + "为 0，但各项之和不为 0：应为" + atMost(zh, "、", " 等 %d 处"),
			lineEN + "is 0, but its parts are not: should be " + atMost(en, ", ", " and so on (%d in all)"),
		}
	} else {
		if lineZH != "" {
			lineZH, lineEN = lineZH+"：", strings.TrimSuffix(lineEN, " ")+": "
		}
		d.Message = Message{lineZH + atMost(zh, "；", "；等 %d 处"), lineEN + atMost(en, "; ", "; %d in all")}
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
	row, column := s.rowName(from.variable), s.columnName(from.variable)
	place := "「" + s.name(c, to.variable) + "」"
	d.Message = Message{
		fmt.Sprintf("「%s」的「%s」应为 %s，实为 %s：疑似应填在%s，移过去后行和列都平", row, column, d.Expected, d.Actual, place),
		fmt.Sprintf("%s of %s should be %s, is %s: it probably belongs to %s, where all rows and columns add up",
			column, row, d.Expected, d.Actual, s.name(c, to.variable)),
	}
	d.Related = []Related{{
		Span:    s.cell(to.variable).Span,
		Message: Message{place + "应为 " + to.expected.String(), s.name(c, to.variable) + " should be " + to.expected.String()},
		Value:   shown(s.cell(to.variable)),
	}}
	d.Help = Message{"核对台账，确认这个数属于哪一行、哪一列", "check your records: which row and column does the figure belong to"}
	return d
}

// failed lists the identities that fail when no cell can be told.
func (s *sheet) failed(c cause) Diagnostic {
	q := &s.equations[c.broken[0]]
	v := q.looked()
	d := s.begin(c, v)
	d.Formula = s.formula(q)
	if len(q.left) == 1 {
		sum := s.sum(q.right).String()
		d.Label = Message{"各项之和为 " + sum, "parts add up to " + sum}
		if !s.isSupported(q) {
			d.Expected = sum
		}
	} else {
		d.Label = Message{"相差 " + abs(q.residual).String(), "off by " + abs(q.residual).String()}
	}
	var zh, en []string
	for _, same := range s.byIdentity(c.broken) {
		z, e := s.describe(same)
		zh, en = append(zh, z), append(en, e)
	}
	d.Message = Message{atMost(zh, "；", "；等 %d 处"), atMost(en, "; ", "; %d in all")}
	d.Hint = s.hint(c.broken)
	d.Help = Message{"对照台账核实；仅凭表内数字不能断定哪一格有误，本工具不改数字", "check your records: the table alone does not tell which figure is wrong"}
	return d
}
