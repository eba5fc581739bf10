package ownrule

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"

	"github.com/gouji-lint/gouji/rules"
)

// mostNodes bounds an expression.
const mostNodes = 500

// flaw is what is wrong with an expression, at a byte of it.
type flaw struct {
	at      int
	message rules.Message
	word    func() rules.Message // the message, if it takes time to find the words
	name    string               // the figure that is not known, if that is what is wrong
	unclear bool                 // there are several such figures
}

// Error implements error.
func (f *flaw) Error() string { return f.worded().EN }

func (f *flaw) worded() rules.Message {
	if f.word != nil {
		return f.word()
	}
	return f.message
}

// parse reads an expression in the syntax of expr. Only the syntax is expr's:
// its machine computes with float64, and its functions loop.
func parse(source string) (ast.Node, error) {
	config := conf.CreateNew()
	config.MaxNodes = mostNodes
	tree, err := parser.ParseWithConfig(source, config)
	if err != nil {
		return nil, syntaxFlaw(source, err)
	}
	return tree.Node, nil
}

func syntaxFlaw(source string, err error) error {
	var e *file.Error
	if !errors.As(err, &e) {
		return &flaw{at: 0, message: say("表达式写得不对：%v", "faulty expression: %v", err)}
	}
	at := byteAt(source, e.From)
	if sign := wideSign(source[at:]); !sign.IsZero() {
		return &flaw{at: at, message: sign}
	}
	return &flaw{at: at, message: wordSyntax(source[at:], e.Message)}
}

// byteAt returns the offset of the character n.
func byteAt(source string, n int) int {
	for i := range source {
		if n == 0 {
			return i
		}
		n--
	}
	return len(source)
}

// wideSign says what to write in place of Chinese punctuation; nothing when
// none stands there.
func wideSign(rest string) rules.Message {
	r, _ := utf8.DecodeRuneInString(rest)
	i := strings.IndexRune("＝≠＞＜≥≤＋－—×＊÷／（）【】“”‘’「」，。；＆｜！", r)
	if rest == "" || i < 0 {
		return rules.Message{}
	}
	instead := map[rune]string{
		'＝': "==", '≠': "!=", '＞': ">", '＜': "<", '≥': ">=", '≤': "<=", '＋': "+", '－': "-", '—': "-", '×': "*", '＊': "*", '÷': "/", '／': "/",
		'（': "(", '）': ")", '【': "[", '】': "]", '“': `"`, '”': `"`, '‘': `"`, '’': `"`, '「': `"`, '」': `"`, '，': ",", '。': ".", '；': "and", '＆': "and", '｜': "or", '！': "not",
	}[r]
	return say("表达式中用半角符号：「%[1]c」写成 %[2]s", "write %[2]s for %[1]c", r, instead)
}

// wordSyntax puts a message of the reader into both languages.
func wordSyntax(rest, message string) rules.Message {
	token := regexp.MustCompile(`^unexpected token (?:EOF|\w+\("(.*)"\))$`).FindStringSubmatch(message)
	switch {
	case message == "unexpected token EOF", message == "unexpected end of expression":
		return say("表达式没有写完", "the expression ends too early")
	case token != nil && token[1] == "=", strings.HasPrefix(rest, "=") && !strings.HasPrefix(rest, "=="):
		return say("相等写 ==", "equality is written ==")
	case token != nil:
		return say("这里不应有「%s」", "%q is not expected here", token[1])
	case strings.Contains(message, "maximum allowed nodes"):
		return say("表达式太长", "the expression is too long")
	case strings.Contains(message, "not terminated"):
		return say("引号没有成对", "a quote has no partner")
	}
	return rules.Message{ZH: "表达式写得不对：" + message, EN: "faulty expression: " + message}
}

// describe names a piece of expr's syntax that conditions do without.
func describe(n ast.Node) rules.Message {
	switch n := n.(type) {
	case *ast.BuiltinNode:
		return noFunction(n.Name)
	case *ast.NilNode:
		return say("不能用 nil", "nil cannot be used")
	case *ast.ChainNode:
		return say("不能用 ?.", "?. cannot be used")
	case *ast.SliceNode:
		return say("不能截取", "slices cannot be used")
	case *ast.MapNode:
		return say("不能用 { }", "maps cannot be used")
	case *ast.ArrayNode:
		return say("[ ] 只能写在 in 后面，列出可选的值", "[ ] can stand behind in only, to list values")
	case *ast.SequenceNode, *ast.VariableDeclaratorNode:
		return say("只能写一个条件，不能用 let 和分号", "one condition only; let and ; cannot be used")
	}
	return say("不能这样写", "that cannot be used here")
}

func noFunction(name string) rules.Message {
	return say("没有函数 %s；函数有 abs、max、min、round", "there is no function %s; there are abs, max, min, round", name)
}

// message says what an expression gives.
func (k kind) message() rules.Message {
	switch k {
	case number:
		return say("数", "a number")
	case truth:
		return say("条件", "a condition")
	}
	return say("文字", "a text")
}

// mixed is the flaw of two kinds that do not go together.
func mixed(at int, op string, a, b kind) error {
	return &flaw{at: at, message: rules.Message{
		ZH: fmt.Sprintf("%s 的两边，一边是%s，一边是%s", op, a.message().ZH, b.message().ZH),
		EN: fmt.Sprintf("the two sides of %s are %s and %s", op, a.message().EN, b.message().EN),
	}}
}

// unfit is the flaw of something of another kind than is wanted.
func unfit(at int, what string, want kind) error {
	return &flaw{at: at, message: rules.Message{
		ZH: fmt.Sprintf("%s 要用%s", what, want.message().ZH),
		EN: fmt.Sprintf("%s takes %s", what, want.message().EN),
	}}
}
