package importer

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gouji-lint/gouji/report"
)

func itoa(n int) string { return strconv.Itoa(n) }

// readHTML reads a web page.
func readHTML(src string) ([]block, error) {
	root, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return nil, err
	}
	r := htmlReader{}
	r.walk(root)
	r.flush(0)
	return r.blocks, nil
}

// htmlReader gathers the text of a page into blocks.
type htmlReader struct {
	blocks []block
	text   strings.Builder
}

// flush ends the block at hand.
func (r *htmlReader) flush(level int) {
	if text := folded(r.text.String()); text != "" {
		r.blocks = append(r.blocks, block{level: level, text: text})
	}
	r.text.Reset()
}

func (r *htmlReader) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		r.text.WriteString(n.Data)
		return
	case n.Type == html.ElementNode && isHidden(n):
		return
	case n.DataAtom == atom.Br:
		r.flush(0)
		return
	case n.DataAtom == atom.Table:
		r.flush(0)
		if t := readTable(n); isData(t) {
			r.blocks = append(r.blocks, block{table: t})
			return
		}
	}
	level, breaks := blockOf(n)
	if breaks {
		r.flush(0)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c)
	}
	if breaks {
		r.flush(level)
	}
}

// isHidden reports whether an element holds nothing of the report.
func isHidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Nav, atom.Header, atom.Footer, atom.Form, atom.Button, atom.Iframe, atom.Template, atom.Select:
		return true
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
			return true
		}
	}
	return false
}

// blockOf reports whether an element is a block, and the level of a heading.
func blockOf(n *html.Node) (level int, breaks bool) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int(n.Data[1] - '0'), true
	case atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Section, atom.Article, atom.Main, atom.Blockquote, atom.Pre,
		atom.Td, atom.Th, atom.Tr, atom.Tbody, atom.Thead, atom.Table, atom.Center, atom.Hr, atom.Dd, atom.Dt, atom.Dl:
		return 0, true
	}
	return 0, false
}

// isData reports whether a table holds data: pages are laid out with tables
// of one cell, or with whole articles in a cell.
func isData(t *table) bool {
	most := 0
	for _, row := range t.rows {
		most = max(most, len(row))
		for _, c := range row {
			if len(c.text) > 1500 {
				return false
			}
		}
	}
	return most > 1
}

// mostSpan bounds spans: no form has more, and a page may say anything.
const mostSpan = 200

func readTable(n *html.Node) *table {
	t := &table{}
	var rows func(*html.Node)
	rows = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch c.DataAtom {
			case atom.Tr:
				if row := readRow(c); len(row) > 0 {
					t.rows = append(t.rows, row)
				}
			case atom.Tbody, atom.Thead, atom.Tfoot:
				rows(c)
			}
		}
	}
	rows(n)
	return t
}

func readRow(n *html.Node) (row []cell) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Td || c.DataAtom == atom.Th {
			row = append(row, cell{cellText(c), spanOf(c, "colspan"), spanOf(c, "rowspan")})
		}
	}
	return row
}

// cellText returns the text of a cell; its paragraphs and lines are one.
func cellText(n *html.Node) string {
	inner := htmlReader{}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		inner.walk(c)
	}
	inner.flush(0)
	var parts []string
	for _, b := range inner.blocks {
		if b.table != nil {
			for _, row := range b.table.rows {
				for _, c := range row {
					parts = append(parts, c.text)
				}
			}
		}
		parts = append(parts, b.text)
	}
	return joined(parts)
}

func spanOf(n *html.Node, name string) int {
	for _, a := range n.Attr {
		if a.Key == name {
			if v, err := strconv.Atoi(report.TrimBlank(a.Val)); err == nil {
				return min(max(v, 1), mostSpan)
			}
		}
	}
	return 1
}
