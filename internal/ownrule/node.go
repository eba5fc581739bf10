package ownrule

import (
	"cmp"
	"slices"
	"strings"
)

// kind is what an expression gives.
type kind uint8

const (
	number kind = iota
	truth
	text
)

// node is an expression that has been checked. To work it out, each node is
// looked at once at most: there are no loops, so that it always ends.
type node struct {
	op   string // of an operator or a function; "" for a leaf
	form form
	kind kind
	args []*node

	leaf  leaf
	value value // of a constant
	index int   // of a figure, or of a fact
	name  string
	size  int // how many nodes it has
}

// form tells apart the operators that most conditions are made of.
type form uint8

const (
	other      form = iota
	arithmetic      // two numbers
	comparison      // two numbers
)

type leaf uint8

const (
	notLeaf leaf = iota
	constant
	figure
	fact
)

// value is what an expression comes to, by its kind.
type value struct {
	number quantity
	truth  bool
	text   string
}

// work works out an expression.
func (n *node) work(s *state) value {
	switch n.leaf {
	case constant:
		return n.value
	case figure:
		return value{number: quantity{decimal: s.figure(&s.figures[n.index])}}
	case fact:
		if !s.known[n.index] {
			s.fail(say("不知道报告的%[1]s", "the %[2]s of the report is not known", factKinds[n.index].names[0], factKinds[n.index].names[1]))
		}
		return s.facts[n.index]
	}
	switch n.form {
	case arithmetic:
		return value{number: n.reckon(s)}
	case comparison:
		if a, ok := n.args[0].count(s); ok {
			if b, ok := n.args[1].count(s); ok {
				return value{truth: ordered(n.op, cmp.Compare(a, b))}
			}
		}
		a, b := n.args[0].reckon(s), n.args[1].reckon(s)
		return value{truth: s.problem.IsZero() && ordered(n.op, a.compare(b))}
	}
	switch n.op {
	case "and", "or":
		left := n.args[0].work(s)
		if !s.problem.IsZero() || left.truth == (n.op == "or") {
			return left
		}
		return n.args[1].work(s)
	case "if":
		if cond := n.args[0].work(s); cond.truth {
			return n.args[1].work(s)
		}
		return n.args[2].work(s)
	case "not":
		return value{truth: !n.args[0].work(s).truth}
	}
	var few [2]value
	values := few[:0]
	for _, arg := range n.args {
		values = append(values, arg.work(s))
	}
	if !s.problem.IsZero() {
		return value{}
	}
	return n.apply(values)
}

// count works out a sum of counts, as nearly all conditions are made of. So
// many of them as an expression can have add up to an int64.
func (n *node) count(s *state) (int64, bool) {
	switch {
	case n.leaf == constant:
		return n.value.number.count()
	case n.leaf == figure:
		o := &s.figures[n.index]
		if o.group >= 0 {
			return s.figure(o).Count()
		}
		c := s.form.Tables[o.table].Cell(o.rows[0], s.columnOf(o))
		if !s.reads(o, c) {
			return 0, false
		}
		return c.Value.Count()
	case n.form == arithmetic && (n.op == "+" || n.op == "-"):
		a, ok := n.args[0].count(s)
		if !ok {
			return 0, false
		}
		b, ok := n.args[1].count(s)
		if n.op == "-" {
			b = -b
		}
		return a + b, ok
	}
	return 0, false
}

// reckon works out a number.
func (n *node) reckon(s *state) quantity {
	switch {
	case n.leaf == figure:
		return quantity{decimal: s.figure(&s.figures[n.index])}
	case n.form != arithmetic:
		return n.work(s).number
	}
	a, b := n.args[0].reckon(s), n.args[1].reckon(s)
	if n.op == "/" && b.isZero() {
		s.fail(say("除数为 0：%s", "division by zero: %s", n.args[1].source()))
	}
	if !s.problem.IsZero() {
		return quantity{}
	}
	return calculate(n.op, a, b)
}

// apply applies an operator or a function to values.
func (n *node) apply(v []value) value {
	switch n.op {
	case "-":
		return value{number: v[0].number.negate()}
	case "==", "!=", "<", "<=", ">", ">=":
		return value{truth: holds(n.op, n.args[0].kind, v[0], v[1])}
	case "in":
		return value{truth: slices.ContainsFunc(v[1:], func(e value) bool { return holds("==", n.args[0].kind, v[0], e) })}
	case "contains":
		return value{truth: strings.Contains(v[0].text, v[1].text)}
	case "startsWith":
		return value{truth: strings.HasPrefix(v[0].text, v[1].text)}
	case "endsWith":
		return value{truth: strings.HasSuffix(v[0].text, v[1].text)}
	}
	return value{number: function(n.op, v)}
}

// holds compares two values of one kind.
func holds(op string, k kind, a, b value) bool {
	c := 0
	switch k {
	case number:
		c = a.number.compare(b.number)
	case text:
		c = strings.Compare(a.text, b.text)
	default:
		if a.truth != b.truth {
			c = 1
		}
	}
	return ordered(op, c)
}

// ordered reports whether the order of two values is what an operator wants.
func ordered(op string, c int) bool {
	switch op {
	case "==":
		return c == 0
	case "!=":
		return c != 0
	case "<":
		return c < 0
	case "<=":
		return c <= 0
	case ">":
		return c > 0
	}
	return c >= 0
}

// function applies one of the functions of numbers.
func function(name string, v []value) quantity {
	first := v[0].number
	switch name {
	case "abs":
		if first.compare(quantity{}) < 0 {
			return first.negate()
		}
		return first
	case "round":
		return first.round(int(v[1].number.decimal.Rat().Num().Int64()))
	}
	for _, other := range v[1:] {
		if c := other.number.compare(first); name == "max" && c > 0 || name == "min" && c < 0 {
			first = other.number
		}
	}
	return first
}

// leaves yields the leaves of an expression from left to right.
func (n *node) leaves(yield func(*node)) {
	if n.leaf != notLeaf {
		yield(n)
	}
	for _, arg := range n.args {
		arg.leaves(yield)
	}
}

// isConstant reports whether an expression reads nothing of the report.
func (n *node) isConstant() bool {
	all := true
	n.leaves(func(l *node) { all = all && l.leaf == constant })
	return all
}
