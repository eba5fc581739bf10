package ownrule

import "strings"

// source writes an expression with the names of its figures.
func (n *node) source() string { return n.write(func(l *node) string { return l.name }, 0) }

// shown writes an expression with the values of its figures.
func (n *node) shown(s *state) string {
	return n.write(func(l *node) string {
		if l.leaf == constant {
			return l.name
		}
		v := l.work(s)
		if l.kind == number {
			if v.number.compare(quantity{}) < 0 {
				return "(" + v.number.String() + ")"
			}
			return v.number.String()
		}
		return "\"" + v.text + "\""
	}, 0)
}

// amount writes what an expression comes to: a figure as it is written, a
// result without zeros at its end.
func (n *node) amount(s *state) string {
	text := n.work(s).number.String()
	if n.leaf == notLeaf && strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// tightness orders operators by how tightly they bind.
func tightness(op string) int {
	switch op {
	case "if":
		return 1
	case "or":
		return 2
	case "and":
		return 3
	case "==", "!=", "<", "<=", ">", ">=", "in", "contains", "startsWith", "endsWith":
		return 4
	case "+", "-":
		return 5
	case "*", "/":
		return 6
	}
	return 7
}

// write writes an expression, in brackets where it binds less tightly than
// what is around it.
func (n *node) write(leaf func(*node) string, around int) string {
	if n.leaf != notLeaf {
		return leaf(n)
	}
	own := tightness(n.op)
	part := func(i, around int) string { return n.args[i].write(leaf, around) }
	var text string
	switch {
	case n.op == "if":
		text = part(0, own+1) + " ? " + part(1, own) + " : " + part(2, own)
	case n.op == "not":
		text = "not " + part(0, own)
	case n.op == "in":
		text = part(0, own+1) + " in [" + n.list(leaf, 1) + "]"
	case own == 7:
		text = n.op + "(" + n.list(leaf, 0) + ")"
	case len(n.args) == 1:
		return n.op + part(0, 7)
	default:
		text = part(0, own) + " " + n.op + " " + part(1, own+1)
	}
	if own < around {
		return "(" + text + ")"
	}
	return text
}

func (n *node) list(leaf func(*node) string, from int) string {
	var parts []string
	for _, arg := range n.args[from:] {
		parts = append(parts, arg.write(leaf, 0))
	}
	return strings.Join(parts, ", ")
}
