package parser

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gouji-lint/gouji/report"
	"go.yaml.in/yaml/v3"
)

// yamlMatter reads YAML. It returns false when the text between two rules is
// no mapping: then it was no front matter.
func (p *page) yamlMatter(e extent) bool {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(p.at(e)), &doc); err != nil {
		line, note := 0, strings.TrimPrefix(err.Error(), "yaml: ")
		if n, rest, ok := strings.Cut(strings.TrimPrefix(note, "line "), ": "); ok {
			if line, err = strconv.Atoi(n); err == nil {
				note = rest
			}
		}
		p.badMatter(e, line, note)
		return true
	}
	if len(doc.Content) == 0 {
		return strings.TrimSpace(p.at(e)) == ""
	}
	if doc.Content[0].Kind != yaml.MappingNode {
		if first := p.src[e.start:lineEnd(p.src, e.start)]; strings.Contains(first, "：") {
			p.badMatter(e, 1, "：")
			return true
		}
		return false
	}
	p.yamlFields(doc.Content[0], "", e, 0)
	return true
}

// yamlFields adds the keys of a mapping; those of a mapping in it as a.b.
func (p *page) yamlFields(mapping *yaml.Node, prefix string, e extent, depth int) {
	for i := 0; i+1 < len(mapping.Content); i += 2 {
		key, value := prefix+mapping.Content[i].Value, mapping.Content[i+1]
		if value.Kind == yaml.AliasNode {
			value = value.Alias
		}
		switch {
		case value.Kind == yaml.MappingNode && depth < 4:
			p.yamlFields(value, key+".", e, depth+1)
		case value.Kind == yaml.SequenceNode:
			p.field(key, p.yamlList(value, e))
		case value.Kind == yaml.ScalarNode:
			p.field(key, p.yamlText(value, e))
		}
	}
}

// yamlList joins the scalars of a list.
func (p *page) yamlList(list *yaml.Node, e extent) report.Text {
	whole := p.yamlText(list, e)
	var values []string
	for _, n := range list.Content {
		if n.Kind != yaml.ScalarNode {
			continue
		}
		t := p.yamlText(n, e)
		if len(values) == 0 {
			whole.Span = t.Span
		}
		whole.Span.End = max(whole.Span.End, t.Span.End)
		values = append(values, t.Value)
	}
	whole.Value = strings.Join(values, "、")
	return whole
}

// yamlText finds the place of a scalar. The lines and columns of yaml count
// from 1, columns in characters.
func (p *page) yamlText(n *yaml.Node, e extent) report.Text {
	at := e.start
	for line := 1; line < n.Line && at < e.end; line++ {
		at = lineEnd(p.src, at)
	}
	for column := 1; column < n.Column && at < e.end; column++ {
		_, size := utf8.DecodeRuneInString(p.src[at:e.end])
		at += size
	}
	return p.valueAt(n.Value, at, e.end)
}
