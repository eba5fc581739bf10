package lsp

import (
	"encoding/json"
	"strings"

	"github.com/gouji-lint/gouji/report"
)

type symbol struct {
	Name     string    `json:"name"`
	Kind     int       `json:"kind"`
	Range    textRange `json:"range"`
	Select   textRange `json:"selectionRange"`
	Children []*symbol `json:"children,omitempty"`

	level, start, end int
}

// The kinds of symbol that come nearest.
const (
	kindSection = 15 // string, which editors use for headings of Markdown
	kindTable   = 23 // struct
)

// symbols lists sections and tables, nested as the headings are.
func (s *server) symbols(raw json.RawMessage) (any, error) {
	p, err := read[documentParams](raw)
	if err != nil {
		return nil, err
	}
	r, err := s.read(p.TextDocument.URI)
	if r == nil || err != nil {
		return []*symbol{}, err
	}
	return r.outline(), nil
}

// outline returns the symbols of a report.
func (r *reading) outline() []*symbol {
	root := &symbol{level: 0, Children: []*symbol{}}
	stack := []*symbol{root}
	close := func(level, at int) {
		for len(stack) > 1 && stack[len(stack)-1].level >= level {
			stack[len(stack)-1].end = at
			stack = stack[:len(stack)-1]
		}
	}
	add := func(n *symbol) {
		parent := stack[len(stack)-1]
		parent.Children = append(parent.Children, n)
	}
	for i := range r.Report.Blocks {
		b := &r.Report.Blocks[i]
		switch {
		case b.Kind == report.TableBlock:
			add(&symbol{Name: r.tableName(b), Kind: kindTable, start: b.Span.Start, end: b.Span.End, Select: r.firstLine(b.Span)})
		case b.Kind == report.Heading && b.Prose.Text != "":
			level := r.levelOf(i, b)
			close(level, b.Span.Start)
			n := &symbol{Name: b.Prose.Text, Kind: kindSection, level: level, start: b.Span.Start, Select: r.firstLine(b.Span)}
			add(n)
			stack = append(stack, n)
		}
	}
	close(0, len(r.text.src))
	r.measure(root.Children)
	return root.Children
}

// levelOf returns how deep a heading is. One without marks that is a section
// of the form counts like the sections.
func (r *reading) levelOf(i int, b *report.Block) int {
	for n := range r.Sections {
		if s := &r.Sections[n]; s.Found() && s.First == i+1 {
			return 1
		}
	}
	if b.Level > 0 {
		return 1 + b.Level
	}
	return 7
}

// tableName returns what the form calls the tables that stand in a table of
// the document.
func (r *reading) tableName(b *report.Block) string {
	var names []string
	for i := range r.Tables {
		t := &r.Tables[i]
		for _, source := range t.Sources {
			if source == b.Table && (len(names) == 0 || names[len(names)-1] != t.Def.Name) {
				names = append(names, t.Def.Name)
			}
		}
	}
	if len(names) == 0 {
		return "表格"
	}
	return strings.Join(names, "、")
}

// firstLine returns the place of the first line of a span.
func (r *reading) firstLine(s report.Span) textRange {
	end := min(s.End, r.text.lineEnd(r.text.position(s.Start).Line))
	return r.text.span(s.Start, max(end, s.Start))
}

// measure fills in the ranges, without the line breaks at their ends.
func (r *reading) measure(list []*symbol) {
	for _, n := range list {
		text := r.text.src[n.start:n.end]
		n.Range = r.text.span(n.start, n.start+len(strings.TrimRight(text, "\r\n")))
		r.measure(n.Children)
	}
}
