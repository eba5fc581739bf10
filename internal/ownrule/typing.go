package ownrule

import (
	"strings"

	"github.com/expr-lang/expr/ast"

	"github.com/gouji-lint/gouji/report"
)

// typer checks an expression and gathers the figures that it names.
type typer struct {
	source  string
	figures []path
	known   map[ast.Node]*node // a < b < c has b twice
}

// condition reads an expression that must give a condition about the report.
func (t *typer) condition(source string) (*node, error) {
	t.source, t.known = source, map[ast.Node]*node{}
	tree, err := parse(source)
	if err != nil {
		return nil, err
	}
	n, err := t.node(tree)
	switch {
	case err != nil:
		return nil, err
	case n.kind != truth:
		return nil, &flaw{at: 0, message: also(say("这不是条件，结果是", "this is no condition, it gives "), n.kind.message())}
	case n.isConstant():
		return nil, &flaw{at: 0, message: say("条件没有用到报告中的数字", "the condition reads no figure of the report")}
	}
	return n, nil
}

// at returns where a piece of the expression stands, in bytes.
func (t *typer) at(n ast.Node) int { return byteAt(t.source, n.Location().From) }

// node checks a piece of the expression. Written out, with what stands in two
// places counted twice, an expression must not be too long: that is how many
// steps it takes.
func (t *typer) node(n ast.Node) (*node, error) {
	if done := t.known[n]; done != nil {
		return done, nil
	}
	made, err := t.check(n)
	if err != nil {
		return nil, err
	}
	made.size = 1
	for _, arg := range made.args {
		made.size += arg.size
	}
	if made.size > mostNodes {
		return nil, &flaw{at: t.at(n), message: say("表达式太长", "the expression is too long")}
	}
	t.known[n] = made
	return made, nil
}

func (t *typer) check(n ast.Node) (*node, error) {
	switch n := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		return t.literal(n)
	case *ast.BoolNode:
		return &node{kind: truth, leaf: constant, value: value{truth: n.Value}, name: map[bool]string{true: "true", false: "false"}[n.Value]}, nil
	case *ast.StringNode:
		return &node{kind: text, leaf: constant, value: value{text: n.Value}, name: `"` + n.Value + `"`}, nil
	case *ast.IdentifierNode, *ast.MemberNode:
		return t.name(n)
	case *ast.UnaryNode:
		return t.unary(n)
	case *ast.BinaryNode:
		return t.binary(n)
	case *ast.ConditionalNode:
		return t.choice(n)
	case *ast.CallNode:
		if callee, ok := n.Callee.(*ast.IdentifierNode); ok {
			return t.call(n, callee.Value, n.Arguments)
		}
	case *ast.BuiltinNode:
		return t.call(n, n.Name, n.Arguments)
	}
	return nil, &flaw{at: t.at(n), message: describe(n)}
}

// literal reads a number as it is written: 0.1 is a tenth.
func (t *typer) literal(n ast.Node) (*node, error) {
	at := n.Location()
	written := t.source[byteAt(t.source, at.From):byteAt(t.source, at.To)]
	value, ok := report.ParseNumber(strings.ReplaceAll(written, "_", ""))
	if !ok {
		return nil, &flaw{at: t.at(n), message: say("数字写成 12 或 3.5 的样子", "write a number like 12 or 3.5")}
	}
	return constantOf(quantity{decimal: value}), nil
}

// constantOf is a constant number.
func constantOf(q quantity) *node {
	return &node{kind: number, leaf: constant, value: value{number: q}, name: q.String()}
}

// name reads the name of a figure or a fact.
func (t *typer) name(n ast.Node) (*node, error) {
	names, err := t.path(n)
	if err != nil {
		return nil, err
	}
	if len(names) == 1 {
		if i := findFact(names[0].name); i >= 0 {
			return &node{kind: factKinds[i].kind, leaf: fact, index: i, name: names[0].name}, nil
		}
	}
	written := names.String()
	for i := range t.figures {
		if t.figures[i].String() == written {
			return &node{kind: number, leaf: figure, index: i, name: written}, nil
		}
	}
	t.figures = append(t.figures, names)
	return &node{kind: number, leaf: figure, index: len(t.figures) - 1, name: written}, nil
}

// path reads 表三.予以公开.自然人 or 表三["予以公开"]["自然人"].
func (t *typer) path(n ast.Node) (path, error) {
	switch n := n.(type) {
	case *ast.IdentifierNode:
		return path{{n.Value, t.at(n)}}, nil
	case *ast.MemberNode:
		property, ok := n.Property.(*ast.StringNode)
		if !ok || n.Optional || n.Method {
			return nil, &flaw{at: t.at(n), message: say("[ ] 中写行或列的名称，加引号", "put the name of a row or column into [ ], in quotes")}
		}
		names, err := t.path(n.Node)
		if err != nil {
			return nil, err
		}
		return append(names, part{property.Value, t.at(property)}), nil
	}
	return nil, &flaw{at: t.at(n), message: say("[ ] 和 . 只能写在表、行的名称后面", "[ ] and . can stand behind the name of a table or a row only")}
}

func (t *typer) unary(n *ast.UnaryNode) (*node, error) {
	arg, err := t.node(n.Node)
	if err != nil {
		return nil, err
	}
	switch n.Operator {
	case "not", "!":
		if arg.kind != truth {
			return nil, unfit(t.at(n), "not", truth)
		}
		return &node{op: "not", kind: truth, args: []*node{arg}}, nil
	}
	if arg.kind != number {
		return nil, unfit(t.at(n), n.Operator, number)
	}
	if n.Operator == "+" {
		return arg, nil
	}
	return &node{op: "-", kind: number, args: []*node{arg}}, nil
}

func (t *typer) binary(n *ast.BinaryNode) (*node, error) {
	op := map[string]string{"&&": "and", "||": "or"}[n.Operator]
	if op == "" {
		op = n.Operator
	}
	if op == "in" {
		return t.in(n)
	}
	left, err := t.node(n.Left)
	if err != nil {
		return nil, err
	}
	right, err := t.node(n.Right)
	if err != nil {
		return nil, err
	}
	both := &node{op: op, kind: truth, args: []*node{left, right}}
	at := t.at(n)
	need := func(k kind) (*node, error) {
		if left.kind != k || right.kind != k {
			return nil, unfit(at, op, k)
		}
		return both, nil
	}
	switch op {
	case "+", "-", "*", "/":
		both.kind, both.form = number, arithmetic
		if op == "/" && right.isConstant() {
			if v := (&state{}); right.kind == number && right.work(v).number.isZero() {
				return nil, &flaw{at: at, message: say("除数为 0", "division by zero")}
			}
		}
		return need(number)
	case "and", "or":
		return need(truth)
	case "contains", "startsWith", "endsWith":
		return need(text)
	case "==", "!=", "<", "<=", ">", ">=":
		if left.kind != right.kind {
			return nil, mixed(at, op, left.kind, right.kind)
		}
		if left.kind == truth && op != "==" && op != "!=" {
			return nil, unfit(at, op, number)
		}
		if left.kind == number {
			both.form = comparison
		}
		return both, nil
	}
	return nil, &flaw{at: at, message: say("没有运算 %s", "there is no operator %s", op)}
}

// in reads: one of a list of values.
func (t *typer) in(n *ast.BinaryNode) (*node, error) {
	left, err := t.node(n.Left)
	if err != nil {
		return nil, err
	}
	list, ok := n.Right.(*ast.ArrayNode)
	if !ok || len(list.Nodes) == 0 {
		return nil, &flaw{at: t.at(n), message: say("in 后面用 [ ] 列出可选的值", "in takes a list of values in [ ]")}
	}
	one := &node{op: "in", kind: truth, args: []*node{left}}
	for _, e := range list.Nodes {
		arg, err := t.node(e)
		if err != nil {
			return nil, err
		}
		if arg.kind != left.kind {
			return nil, mixed(t.at(e), "in", left.kind, arg.kind)
		}
		one.args = append(one.args, arg)
	}
	return one, nil
}

// choice reads: condition ? one : other.
func (t *typer) choice(n *ast.ConditionalNode) (*node, error) {
	var args []*node
	for _, part := range []ast.Node{n.Cond, n.Exp1, n.Exp2} {
		arg, err := t.node(part)
		if err != nil {
			return nil, err
		}
		args = append(args, arg)
	}
	if args[0].kind != truth {
		return nil, unfit(t.at(n.Cond), "?", truth)
	}
	if args[1].kind != args[2].kind {
		return nil, mixed(t.at(n.Exp2), "? :", args[1].kind, args[2].kind)
	}
	return &node{op: "if", kind: args[1].kind, args: args}, nil
}

// mostDecimals is how many decimals round can leave.
const mostDecimals = 10

// call reads a function of numbers.
func (t *typer) call(n ast.Node, name string, arguments []ast.Node) (*node, error) {
	least, most := 1, 1
	switch name {
	case "abs":
	case "max", "min":
		most = mostNodes
	case "round":
		least, most = 1, 2
	default:
		return nil, &flaw{at: t.at(n), message: noFunction(name)}
	}
	if len(arguments) < least || len(arguments) > most {
		return nil, &flaw{at: t.at(n), message: say("%s 的参数个数不对", "wrong number of arguments to %s", name)}
	}
	f := &node{op: name, kind: number}
	for _, a := range arguments {
		arg, err := t.node(a)
		if err != nil {
			return nil, err
		}
		if arg.kind != number {
			return nil, unfit(t.at(a), name, number)
		}
		f.args = append(f.args, arg)
	}
	if name == "round" {
		if len(f.args) == 1 {
			f.args = append(f.args, constantOf(quantity{}))
		}
		places := f.args[1]
		if q := places.value.number; places.leaf != constant || !q.decimal.IsInteger() || q.decimal.Sign() < 0 || q.decimal.Cmp(report.Int(mostDecimals)) > 0 {
			return nil, &flaw{at: t.at(arguments[len(arguments)-1]), message: say("round 的第二个参数是小数位数，0 至 %d", "the second argument of round is a number of decimals, 0 to %d", mostDecimals)}
		}
	}
	return f, nil
}
