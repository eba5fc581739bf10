package reporter

import "strings"

// escapeMarkup writes text so that it is nothing but text in XML and HTML, in
// an attribute too. A bracket could be that of a command in a build log, where
// two texts that follow each other make ##[.
func escapeMarkup(s string) string {
	if !strings.ContainsAny(s, `&<>"'[`) {
		return s
	}
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;", "[", "&#91;").Replace(s)
}

// attribute writes name="value" with a blank before it.
func (p *printer) attribute(name, value string) {
	p.WriteString(" ")
	p.WriteString(name)
	p.WriteString(`="`)
	p.WriteString(escapeMarkup(value))
	p.WriteString(`"`)
}

// tag begins an element with attributes, given as names and values in turn.
func (p *printer) tag(name string, attributes ...string) {
	p.WriteString("<" + name)
	for i := 0; i < len(attributes); i += 2 {
		p.attribute(attributes[i], attributes[i+1])
	}
	p.WriteString(">")
}

// empty writes an element that holds nothing.
func (p *printer) empty(name string, attributes ...string) {
	p.WriteString("<" + name)
	for i := 0; i < len(attributes); i += 2 {
		p.attribute(attributes[i], attributes[i+1])
	}
	p.WriteString("/>")
}

// text writes text, and nothing but text.
func (p *printer) text(s string) { p.WriteString(escapeMarkup(s)) }
