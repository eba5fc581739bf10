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
			util.Prioritized(headings{parser.NewATXHeadingParser()}, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(shallow{parser.NewBlockquoteParser(), g}, 800),
			util.Prioritized(paragraphs{parser.NewParagraphParser(), g}, 1000),
		),
		parser.WithParagraphTransformers(util.Prioritized(&transformer{g}, 100)),
	)
}

// headings makes raw nodes of ATX headings.
type headings struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (h headings) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := h.BlockParser.Open(parent, reader, pc)
	if heading, ok := node.(*ast.Heading); ok {
		return headingNode{heading}, state
	}
	return node, state
}

// paragraphs makes paragraphs of nodes that were there for another page.
type paragraphs struct {
	parser.BlockParser
	guard *guard
}

// Open implements parser.BlockParser.
func (p paragraphs) Open(_ ast.Node, reader text.Reader, _ parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	if util.IsBlank(line) {
		return nil, parser.NoChildren
	}
	node := p.guard.nodes.next()
	node.Lines().Append(segment)
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// transformer makes raw nodes of paragraphs, and takes the tables out first.
type transformer struct{ guard *guard }

// Transform implements parser.ParagraphTransformer.
func (t *transformer) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	heading := t.guard.setext
	t.guard.setext = false
	lines, parent := node.Lines(), node.Parent()
	at, width := tableAt(lines.Sliced(0, lines.Len()), reader.Source())
	if at < 0 && heading {
		return
	}
	if lines.Len() == 0 {
		parent.RemoveChild(parent, node)
		return
	}
	// A comment that was taken out is a blank, too.
	last := lines.At(lines.Len() - 1)
	lines.Set(lines.Len()-1, last.TrimRightSpace(reader.Source()))
	raw := t.guard.nodes.rawOf(node)
	if at > 0 {
		table := &textNode{width: width}
		table.Lines().AppendAll(lines.Sliced(at, lines.Len()))
		parent.InsertAfter(parent, node, table)
		lines.SetSliced(0, at)
	}
	if at == 0 {
		raw.width = width
	}
	raw.SetLines(lines)
	parent.ReplaceChild(parent, node, raw)
}
