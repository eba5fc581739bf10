package parser

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// newMarkdown returns goldmark as a parser of blocks only: no inline pass, no
// link reference definitions, no cells. HTML never reaches it, see mask.
func newMarkdown(g *guard) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(setext{parser.NewSetextHeadingParser(), g}, 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(shallow{parser.NewListParser(), g}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(parser.NewATXHeadingParser(), 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(shallow{parser.NewBlockquoteParser(), g}, 800),
			util.Prioritized(parser.NewParagraphParser(), 1000),
		),
		parser.WithParagraphTransformers(util.Prioritized(&transformer{g}, 100)),
	)
}

// The kinds of the nodes that stand in for goldmark's.
var (
	kindText  = ast.NewNodeKind("gouji.Text")
	kindTable = ast.NewNodeKind("gouji.Table")
)

// textNode is a paragraph whose lines goldmark does not look into.
type textNode struct{ ast.BaseBlock }

// Kind implements ast.Node.
func (*textNode) Kind() ast.NodeKind { return kindText }

// IsRaw implements ast.Node: it keeps the inline pass out.
func (*textNode) IsRaw() bool { return true }

// Dump implements ast.Node.
func (n *textNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// tableNode is a pipe table as its lines: header, delimiter row, rows.
type tableNode struct{ textNode }

// Kind implements ast.Node.
func (*tableNode) Kind() ast.NodeKind { return kindTable }

// transformer makes raw nodes of paragraphs, and takes the tables out first.
type transformer struct{ guard *guard }

// Transform implements parser.ParagraphTransformer.
func (t *transformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	heading := t.guard.setext
	t.guard.setext = false
	lines, parent := node.Lines(), node.Parent()
	at := tableAt(lines, reader.Source())
	if at < 0 && heading {
		return
	}
	if at >= 0 {
		table := &tableNode{}
		table.Lines().AppendAll(lines.Sliced(at, lines.Len()))
		parent.InsertAfter(parent, node, table)
		lines.SetSliced(0, at)
	}
	if lines.Len() == 0 {
		parent.RemoveChild(parent, node)
		return
	}
	raw := &textNode{}
	raw.SetLines(lines)
	parent.ReplaceChild(parent, node, raw)
}
