package parser

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Bounds on what a table may hold. The official forms have at most 300
// positions; a colspan of a milliard costs its writer ten bytes.
const (
	maxSpan      = 1000
	maxPositions = 20_000
)

// maxOpen bounds the blocks that are open at once. Each line costs goldmark a
// step per open block, so a line of a thousand list marks is a minute's work.
const maxOpen = 16

// guard is what the block parsers tell the page about a document.
type guard struct {
	deep   int  // offset of the first list or quote that was refused, -1 for none
	setext bool // a setext heading is asking for its paragraph
	nodes  nodes
}

// reset prepares g for a page.
func (g *guard) reset() { g.deep, g.setext, g.nodes.used = -1, false, 0 }

// shallow lets a list or a quote open only down to maxOpen. It must never
// wrap the list item: goldmark takes for granted that a list gets one.
type shallow struct {
	parser.BlockParser
	guard *guard
}

// Open implements parser.BlockParser.
func (s shallow) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if len(pc.OpenedBlocks()) < maxOpen {
		return s.BlockParser.Open(parent, reader, pc)
	}
	if s.guard.deep < 0 {
		_, at := reader.Position()
		s.guard.deep = at.Start
	}
	return nil, parser.NoChildren
}

// setext marks the time in which the paragraph above a line of dashes is
// about to become a heading: transform then must leave it a paragraph.
type setext struct {
	parser.BlockParser
	guard *guard
}

// Open implements parser.BlockParser.
func (s setext) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	node, state := s.BlockParser.Open(parent, reader, pc)
	s.guard.setext = node != nil
	return node, state
}
