package ownrule

import (
	"slices"
	"strings"

	"github.com/gouji-lint/gouji/report"
	"github.com/gouji-lint/gouji/rules"
)

// assertion reports that a condition does not hold.
type assertion struct {
	scope
	definition *Definition
	expression *expression
}

// check works the condition out, in each column if so wanted. What fails in
// several columns is one finding.
func (a *assertion) check(p *rules.Pass) {
	ok, atMost := a.holds(p)
	if !ok {
		return
	}
	var s state
	plan, guessed, problem := a.expression.prepare(&s, p)
	if !problem.IsZero() {
		p.Skip(problem)
	}
	if plan == nil {
		return
	}
	if guessed != rules.Off {
		atMost = guessed
	}
	var failed []int
	for column := range max(1, plan.columns) {
		s.column = column
		v := a.expression.root.work(&s)
		if !s.problem.IsZero() {
			p.Skip(s.problem)
			s.problem = rules.Message{}
		} else if !v.truth {
			failed = append(failed, column)
		}
	}
	if len(failed) > 0 {
		p.Flag(a.finding(p, &s, plan, failed, atMost))
	}
}

// finding words what does not hold, in the first column that fails.
func (a *assertion) finding(p *rules.Pass, s *state, plan *plan, failed []int, atMost rules.Severity) rules.Diagnostic {
	s.column = failed[0]
	c := culprit(a.expression.root, s)
	d := rules.Diagnostic{
		AtMost: atMost, Span: a.placeOfFacts(p), Message: a.definition.Message.message(), Basis: a.definition.Basis,
		Formula: c.formula(s), Label: c.label(s),
		Help: say("对照台账核实；应满足 %s", "check your records; it should hold that %s", c.source()),
	}
	figures := c.figures()
	if len(figures) > 0 {
		c.point(&d, s, figures)
	}
	if plan.columns > 0 {
		columns := s.form.Tables[plan.table].Def.Columns
		d.Item = columns[failed[0]].ID
		var names []string
		for _, i := range failed {
			names = append(names, "「"+columns[i].Label()+"」")
		}
		d.Message = also(d.Message, rules.Message{ZH: "：" + listed(names, ""), EN: ": " + listed(names, ", ")})
		for _, i := range failed[1:] {
			s.column = i
			d.Related = append(d.Related, c.otherColumn(s, figures, columns[i].Label())...)
		}
	}
	return d
}

// placeOfFacts returns where a condition without figures stands: the first
// fact that it reads, if it is written anywhere, or the title.
func (a *assertion) placeOfFacts(p *rules.Pass) report.Span {
	for _, i := range a.expression.facts {
		if f := factKinds[i].read(p); !f.Span.IsZero() {
			return f.Span
		}
	}
	return titleOf(p.Report)
}

// culprit returns the part of a condition that makes it fail: of several that
// must hold, the first that does not.
func culprit(n *node, s *state) clause {
	for n.op == "and" {
		if n.args[0].work(s).truth {
			n = n.args[1]
		} else {
			n = n.args[0]
		}
	}
	return clause{n}
}

// clause is a condition that does not hold.
type clause struct{ *node }

// compares reports whether it compares two numbers.
func (c clause) compares() bool {
	return len(c.args) == 2 && c.args[0].kind == number && strings.Contains(" == != < <= > >= ", " "+c.op+" ")
}

// formula writes it with numbers: 3 + 0 = 3 ≠ 4.
func (c clause) formula(s *state) string {
	if !c.compares() {
		return c.shown(s)
	}
	not := map[string]string{"==": "≠", "!=": "=", "<": "≥", "<=": ">", ">": "≤", ">=": "<"}[c.op]
	left, right := c.args[0].shown(s), c.args[1].shown(s)
	if v := c.args[0].amount(s); c.args[0].leaf == notLeaf {
		left += " = " + v
	}
	if v := c.args[1].amount(s); c.args[1].leaf == notLeaf {
		right = v + " = " + right
	}
	return left + " " + not + " " + right
}

// looked returns the side that is one figure, which a reader would look at
// first, and the other side; nil when both sides are sums or constants.
func (c clause) looked() (one, other *node, op string) {
	if !c.compares() {
		return nil, nil, ""
	}
	single := func(n *node) bool { return n.leaf == figure || n.leaf == fact }
	if single(c.args[0]) {
		return c.args[0], c.args[1], c.op
	}
	if single(c.args[1]) {
		turned := map[string]string{"<": ">", "<=": ">=", ">": "<", ">=": "<="}[c.op]
		if turned == "" {
			turned = c.op
		}
		return c.args[1], c.args[0], turned
	}
	return nil, nil, ""
}

// label says what the figure should be, or what both sides are.
func (c clause) label(s *state) rules.Message {
	if !c.compares() {
		return rules.Message{}
	}
	one, other, op := c.looked()
	if one == nil {
		return say("左边为 %s，右边为 %s", "the left is %s, the right is %s", c.args[0].amount(s), c.args[1].amount(s))
	}
	should := should(op, other.amount(s))
	if one.leaf == figure && len(s.cells(&s.figures[one.index])) > 1 { // the mark is under the first of them
		sum := one.amount(s)
		should = rules.Message{ZH: "各项之和为 " + sum + "，" + should.ZH, EN: "the parts add up to " + sum + ", " + should.EN}
	}
	return should
}

// should says what a figure should be.
func should(op, v string) rules.Message {
	switch op {
	case "==":
		return say("应为 %s", "should be %s", v)
	case "!=":
		return say("不应为 %s", "should not be %s", v)
	case "<":
		return say("应小于 %s", "should be less than %s", v)
	case "<=":
		return say("应不大于 %s", "should be at most %s", v)
	case ">":
		return say("应大于 %s", "should be more than %s", v)
	}
	return say("应不小于 %s", "should be at least %s", v)
}

// figures returns the figures that it reads, the one to point at first.
func (c clause) figures() (list []*node) {
	c.leaves(func(l *node) {
		if l.leaf == figure && !slices.Contains(list, l) {
			list = append(list, l)
		}
	})
	one, _, _ := c.looked()
	if at := slices.Index(list, one); at > 0 {
		list[0], list[at] = list[at], list[0]
	}
	return list
}

// point has a finding stand at the first figure, with the others beside it.
func (c clause) point(d *rules.Diagnostic, s *state, figures []*node) {
	first := &s.figures[figures[0].index]
	d.Span, d.Ref = s.spanOf(first), s.refOf(first)
	place := s.placeOf(first)
	d.Place = rules.Message{ZH: place, EN: place}
	if one, other, op := c.looked(); op == "==" && one == figures[0] {
		d.Expected, d.Actual = other.amount(s), s.figure(first).String()
	}
	for _, f := range figures[1:] {
		d.Related = append(d.Related, s.operand(&s.figures[f.index]))
	}
	slices.SortStableFunc(d.Related, func(a, b rules.Related) int { return a.Span.Start - b.Span.Start })
}

// operand is a figure beside a finding, with its name and value.
func (s *state) operand(o *operand) rules.Related {
	value := s.figure(o).String()
	return rules.Related{Span: s.spanOf(o), Message: say("%s %s", "%s %s", o.name, value), Value: value}
}

// otherColumn is the first figure in a further column that fails.
func (c clause) otherColumn(s *state, figures []*node, column string) []rules.Related {
	if len(figures) == 0 {
		return nil
	}
	o := s.operand(&s.figures[figures[0].index])
	o.Message = say("「%s」：%s", "%s: %s", column, c.formula(s))
	return []rules.Related{o}
}

// spanOf returns where a figure stands: of a group, its first figure that is
// not 0.
func (s *state) spanOf(o *operand) report.Span {
	cells := s.cells(o)
	for _, c := range cells {
		if !c.Value.IsZero() {
			return c.Span
		}
	}
	return cells[0].Span
}
