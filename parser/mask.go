package parser

import (
	"bytes"
	"strings"
)

// A page is read as Markdown throughout. What HTML there is, is taken out of
// the copy of the source that goldmark gets, byte for byte, so that offsets
// stay: a table or a comment becomes blank lines, a block tag becomes a line
// break. CommonMark would end an HTML table at a blank line, take a heading
// right behind </table> for HTML, and hide the Markdown inside a <div>;
// writers mean none of that.

// island is something that was taken out, to be put back among the blocks.
type island struct {
	kind  islandKind
	at    int // where it stood
	value int // index of the table or directive, or the heading level
}

type islandKind uint8

const (
	tableIsland islandKind = iota
	directiveIsland
	headingIsland // <h1> to <h6>; level 0 is the closing tag
)

// mask fills p.text and p.islands.
func (p *page) mask() {
	p.text = append(p.text[:0], p.src...)
	p.gaps, p.angles = p.gaps[:0], false
	if p.seen&carriageReturn != 0 {
		breakLoneReturns(p.text)
	}
	if p.body > 0 {
		p.cut(extent{0, p.body})
	}
	if p.seen&angle == 0 {
		return
	}
	m := masker{page: p, at: p.body, lead: true}
	for m.next() {
	}
	if p.angles {
		p.clean.special = append(p.clean.special, '<')
	}
}

// breakLoneReturns makes line breaks of the carriage returns that old text
// editors end lines with; goldmark knows \n and \r\n only.
func breakLoneReturns(text []byte) {
	for i := bytes.IndexByte(text, '\r'); i >= 0 && i < len(text); i++ {
		if text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			text[i] = '\n'
		}
	}
}

// cut makes blank lines of the bytes at e, so that what stands before and
// behind them is parted.
func (p *page) cut(e extent) {
	p.blank(e)
	if e.end-e.start > minGap {
		p.gaps = append(p.gaps, e)
	}
	p.text[e.start] = '\n'
	p.text[e.end-1] = '\n'
}

// blank makes blanks of the bytes at e.
func (p *page) blank(e extent) {
	for text := p.text[e.start:e.end]; len(text) > 0; {
		text = text[copy(text, blanks):]
	}
}

// masker goes from one '<' to the next.
type masker struct {
	page     *page
	at       int  // all before is done
	lead     bool // nothing but blanks and quote marks stands before at on its line
	tagged   bool // a block tag led the line
	pipe     bool // a pipe stands before at on its line
	fences   fences
	unclosed [3]bool // hidden tags that are known to have no end
}

// next handles one '<'; false when there are no more.
func (m *masker) next() bool {
	p := m.page
	i := strings.IndexByte(p.src[m.at:], '<')
	if i < 0 {
		return false
	}
	i += m.at
	m.pass(i)
	if end := m.fences.end(p, i); end > i {
		p.angles = true
		m.pass(end)
		return true
	}
	done := false
	switch {
	case i > 0 && (p.src[i-1] == '\\' || p.src[i-1] == '`'):
	case strings.HasPrefix(p.src[i:], "<!--"):
		done = m.comment(i)
	case strings.HasPrefix(p.src[i:], "<!") || strings.HasPrefix(p.src[i:], "<?"):
		done = m.declaration(i)
	default:
		done = m.tag(i)
	}
	if !done {
		p.angles = true
		m.pass(i + 1)
	}
	return true
}

// pass moves on to end over bytes that stay.
func (m *masker) pass(end int) {
	passed := m.page.text[m.at:end]
	m.at = end
	if n := bytes.LastIndexByte(passed, '\n'); n >= 0 {
		passed = passed[n+1:]
		m.lead, m.tagged, m.pipe = true, false, false
	}
	m.lead = m.lead && len(bytes.Trim(passed, " \t>")) == 0
	m.pipe = m.pipe || bytes.IndexByte(passed, '|') >= 0
}

// drop takes e out and moves on behind it.
func (m *masker) drop(e extent) bool {
	if bytes.IndexByte(m.page.text[e.start:e.end], '\n') >= 0 {
		m.tagged, m.pipe = false, false
	}
	m.page.cut(e)
	m.at, m.lead = e.end, true
	return true
}

// comment takes a comment out and reads the directives in it. One without an
// end hides the rest of the page, as it does from readers.
func (m *masker) comment(i int) bool {
	p := m.page
	e := extent{i, len(p.src)}
	if n := strings.Index(p.src[i+len("<!--"):], "-->"); n >= 0 {
		e.end = i + len("<!--") + n + len("-->")
	}
	p.directive(e)
	if m.lead {
		return m.drop(e)
	}
	p.blank(e) // inside a line of text it parts nothing, not even lines
	p.angles = true
	m.at = e.end
	return true
}

// declaration takes <!DOCTYPE …> and <?xml … ?> out.
func (m *masker) declaration(i int) bool {
	src := m.page.src[i:]
	n := strings.IndexByte(src[:min(len(src), maxTag)], '>')
	if n < 0 || !m.lead {
		return false
	}
	return m.drop(extent{i, i + n + 1})
}

// tag takes a table or a block tag out. Tags inside a line of text stay: the
// cleaning of prose and cells drops them.
func (m *masker) tag(i int) bool {
	p := m.page
	t, ok := tagAt(p.src, i)
	if !ok || !isBlockTag(t.name) {
		return false
	}
	if m.pipe && !m.tagged { // <p> in the cell of a pipe table
		return false
	}
	m.tagged = m.tagged || m.lead
	tagged := m.tagged
	if t.name == "table" && !t.close {
		if end := p.htmlTable(t); end > 0 {
			m.drop(extent{t.start, end})
			m.tagged = true
			return true
		}
	}
	m.drop(m.hidden(t))
	m.tagged = tagged
	p.headingTag(t)
	return true
}

// headingTag notes that text between <h1> and </h1> is a heading.
func (p *page) headingTag(t tag) {
	level := headingLevel(t.name)
	if level == 0 {
		return
	}
	if t.close {
		level = 0
	}
	p.islands = append(p.islands, island{headingIsland, t.start, level})
}

// hidden returns the bytes of t, with all up to its closing tag when a reader
// does not see that.
func (m *masker) hidden(t tag) extent {
	names := [...]string{"script", "style", "title"}
	for i, name := range names {
		if t.name != name || t.close || m.unclosed[i] {
			continue
		}
		src := m.page.src
		for at := t.end; ; at++ {
			n := strings.Index(src[at:], "</")
			if n < 0 {
				m.unclosed[i] = true
				break
			}
			at += n
			if end, ok := tagAt(src, at); ok && end.name == name {
				return extent{t.start, end.end}
			}
		}
	}
	return t.extent
}
