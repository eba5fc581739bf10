package parser

import "github.com/yuin/goldmark/ast"

// kindText is the kind of the nodes that stand in for goldmark's paragraphs.
var kindText = ast.NewNodeKind("gouji.Text")

// textNode is a paragraph whose lines goldmark does not look into, or a pipe
// table as its lines: header, delimiter row, rows.
type textNode struct {
	ast.BaseBlock
	width int // columns of the table
}

// Kind implements ast.Node.
func (*textNode) Kind() ast.NodeKind { return kindText }

// IsRaw implements ast.Node: it keeps the inline pass out.
func (*textNode) IsRaw() bool { return true }

// Dump implements ast.Node.
func (n *textNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// headingNode is a heading whose text goldmark does not look into.
type headingNode struct{ *ast.Heading }

// IsRaw implements ast.Node: it keeps the inline pass out.
func (headingNode) IsRaw() bool { return true }

// maxNodes bounds the paragraphs that are kept for the next page. A report has
// a hundred.
const maxNodes = 1024

// nodes are the paragraphs of a page, in the memory of those of the page
// before it.
type nodes struct {
	kept []*node
	used int
}

// node is a paragraph, and what takes its place.
type node struct {
	paragraph ast.Paragraph
	raw       textNode
}

// next returns an empty paragraph.
func (n *nodes) next() *ast.Paragraph {
	if n.used == maxNodes {
		return ast.NewParagraph()
	}
	if n.used == len(n.kept) {
		n.kept = append(n.kept, &node{})
	}
	got := n.kept[n.used]
	n.used++
	lines := got.paragraph.Lines()
	lines.SetSliced(0, 0)
	fresh := node{}
	fresh.paragraph.SetLines(lines)
	*got = fresh
	return &got.paragraph
}

// rawOf returns the node that may take the place of paragraph, mostly the
// last one that was opened.
func (n *nodes) rawOf(paragraph *ast.Paragraph) *textNode {
	if n.used > 0 && &n.kept[n.used-1].paragraph == paragraph {
		return &n.kept[n.used-1].raw
	}
	return &textNode{}
}
