package lsp

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/gouji-lint/gouji/profile"
	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

type hover struct {
	Contents markup    `json:"contents"`
	Range    textRange `json:"range"`
}

type markup struct {
	Kind  string `json:"kind"`
	Value string `json:"value"`
}

// hover says what a cell is, or what a rule in a comment is about.
func (s *server) hover(raw json.RawMessage) (any, error) {
	r, offset, err := s.readAt(raw)
	if r == nil || err != nil {
		return nil, err
	}
	text, span := s.ruleAt(r, offset)
	if text == "" {
		text, span = s.cellAt(r, offset)
	}
	if text == "" {
		return nil, nil
	}
	return hover{markup{"markdown", text}, r.text.span(span.Start, span.End)}, nil
}

// ruleAt returns the page of the rule that a comment names there.
func (s *server) ruleAt(r *reading, offset int) (string, report.Span) {
	for i := range r.Report.Directives {
		d := &r.Report.Directives[i]
		if !holds(d.Span, offset) {
			continue
		}
		name, _, _ := strings.Cut(d.Rule, "/")
		at := strings.Index(d.Span.Text(), d.Rule)
		span := d.Span.File.Span(d.Span.Start+at, d.Span.Start+at+len(d.Rule))
		if rule := s.ruleNamed(name); rule != nil && at >= 0 && holds(span, offset) {
			return s.page(rule), span
		}
	}
	return "", report.Span{}
}

func (s *server) ruleNamed(name string) *rules.Rule {
	for _, r := range s.desk.known() {
		if r.Name == name {
			return r
		}
	}
	return nil
}

// page returns the page of a rule, as Markdown with a title.
func (s *server) page(r *rules.Rule) string {
	return fmt.Sprintf("# %s %s\n\n%s\n", r.Name, r.Title.In(s.lang), r.PageIn(s.lang))
}

// cellAt says what the cell there is.
func (s *server) cellAt(r *reading, offset int) (string, report.Span) {
	for t := range r.Tables {
		table := &r.Tables[t]
		for row := range table.Rows {
			bound := &table.Rows[row]
			if !bound.Found() || !holds(bound.Source.Span, offset) {
				continue
			}
			for column, c := range bound.Cells {
				if c == nil || c.Kind == report.Absent || !holds(c.Span, offset) {
					continue
				}
				if bound.Ragged {
					return s.say("这一行的数与表的各列对不上，不能确定这个数属于哪一列",
						"the figures of this row do not match the columns of the table, so it is not known what this one is"), c.Span
				}
				return s.aboutCell(r, t, row, column, c), c.Span
			}
		}
	}
	return "", report.Span{}
}

// aboutCell says which figure of the form a cell is, which sums it stands in,
// and what it was a year before.
func (s *server) aboutCell(r *reading, table, row, column int, c *report.Cell) string {
	bound := &r.Tables[table]
	ref := bound.Ref(row, column)
	lines := []string{"**" + r.Profile.Place(ref) + "**" + s.value(c, bound.Def.UnitOf(column))}
	if prior := s.lastYear(r, ref); prior != "" {
		lines = append(lines, prior)
	}
	if sums := rules.Sums(r.Form, table, row, column); len(sums) > 0 {
		lines = append(lines, s.say("勾稽关系：", "Sums that it stands in:"))
		items := make([]string, len(sums))
		for i := range sums {
			items[i] = "- " + s.sum(&sums[i])
		}
		lines = append(lines, strings.Join(items, "\n"))
	}
	return strings.Join(lines, "\n\n")
}

// value says what stands in the cell.
func (s *server) value(c *report.Cell, unit string) string {
	switch {
	case c.Kind == report.Figure && unit != "*":
		return "　" + c.Value.String() + " " + unit
	case c.Kind == report.Figure:
		return "　" + c.Value.String()
	case c.Kind == report.Words:
		return s.say("　不是数字", ": not a figure")
	}
	return s.say("　空格，按 0 计算", ": blank, counts as 0")
}

// lastYear says what the report of the year before has in the cell.
func (s *server) lastYear(r *reading, ref profile.Ref) string {
	prior := r.run.Prior(&r.file)
	if prior == nil {
		return ""
	}
	value, ok := prior.Value(ref)
	if !ok {
		return s.say("上年（%d 年报告）没有这个数", "The report of %d has no such figure", prior.Year)
	}
	return s.say("上年（%d 年报告）：%s", "Year before (report of %d): %s", prior.Year, value)
}

// sum writes a sum with its figures, and whether it holds.
func (s *server) sum(sum *rules.Sum) string {
	relation, basis := " ＝ ", s.say("（%s）", " (%s)", sum.Identity.Basis)
	if sum.Identity.Relation == profile.AtLeast {
		relation = " ≥ "
	}
	equation := addends(sum.Left) + relation + addends(sum.Right)
	switch {
	case !sum.Known:
		return s.say("缺数，不能核对：", "not known, a figure is missing: ") + equation + basis
	case sum.Holds():
		return s.say("相符：", "holds: ") + equation + basis
	}
	difference := sum.LeftTotal.Sub(sum.RightTotal)
	return s.say("**不符**，左边 %s，右边 %s，差 %s：", "**does not hold**, %s against %s, off by %s: ",
		sum.LeftTotal, sum.RightTotal, strings.TrimPrefix(difference.String(), "-")) + equation + basis
}

func addends(list []rules.Addend) string {
	terms := make([]string, len(list))
	for i, a := range list {
		value := "?"
		if a.Known {
			value = a.Value.String()
		}
		terms[i] = "「" + a.Name + "」" + value
	}
	return strings.Join(terms, " ＋ ")
}
